//! Staff pages: one folder for each area, one file for each page; what a page is made of is in [`views`].

pub mod accounts;
pub mod administration;
pub mod agenda;
pub mod bills;
mod case;
pub mod customer;
pub mod exchange;
pub mod home;
pub mod imports;
pub mod incidents;
mod navigation;
mod new_request;
pub mod queue;
pub mod search;
mod standing;
pub mod supply;
pub mod till;
pub mod users;
pub mod views;
mod wizard;

use axum::Router;
use web::AppState;

pub use navigation::navigation;

/// The staff pages, to be put into the site by [`web::router`].
pub fn router() -> Router<AppState> {
    Router::new()
        .merge(accounts::router())
        .merge(wizard::router())
        .merge(new_request::router())
        .merge(case::router())
        .merge(administration::router())
        .merge(agenda::router())
        .merge(bills::router())
        .merge(customer::router())
        .merge(home::router())
        .merge(exchange::router())
        .merge(imports::router())
        .merge(incidents::router())
        .merge(queue::router())
        .merge(search::router())
        .merge(supply::router())
        .merge(till::router())
        .merge(users::router())
}
