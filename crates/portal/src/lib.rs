//! The customers' portal: what a customer does without the staff. So far the page of a signed link, which needs no
//! sign-in; the pages below `/portale` are still to come.

mod link;

use axum::{Router, routing::get};
use routes::{Route, portal as at};
use web::AppState;

pub use link::view;

/// The customers' pages, to be put into the site by [`web::router`].
pub fn router() -> Router<AppState> {
    Router::new()
        .route(at::LinkShow::PATH, get(link::show).post(link::submit))
        .route(at::LinkDocument::PATH, get(link::document))
}
