//! Customers: the list, one customer with every tab, recording a contact.

mod contact;
mod list;
mod overview;
mod present;
mod records;
mod show;

use axum::{Router, routing::get};
use routes::{Route, console as at};
use web::AppState;

pub(crate) use list::holders_url;
pub(crate) use present::{case_row, contract_state, offer};
pub(crate) use records::{chart, reading_rows, reading_word};

/// The routes of this folder.
pub fn router() -> Router<AppState> {
    Router::new()
        .route(at::CustomerList::PATH, get(list::show))
        .route(at::CustomerShow::PATH, get(show::show))
        .route(at::CustomerPart::PATH, get(show::part))
        .route(at::ContactNew::PATH, get(contact::show).post(contact::submit))
}
