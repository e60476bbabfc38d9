//! Staff pages: one folder for each area, one file for each page; what a page is made of is in [`views`].

pub mod accounts;
mod navigation;
pub mod views;

use axum::Router;
use web::AppState;

pub use navigation::navigation;

/// The staff pages, to be put into the site by [`web::router`].
pub fn router() -> Router<AppState> {
    Router::new().merge(accounts::router())
}
