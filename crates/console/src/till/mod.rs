//! The till: who pays, what, how; payments of the day; closing.

mod amount;
mod cash;
mod close;
mod present;
mod receipts;
mod show;

use axum::{
    Router,
    routing::{get, post},
};
use routes::{Route, console as at};
use web::AppState;

/// The routes of this folder.
pub fn router() -> Router<AppState> {
    Router::new()
        .route(at::Till::PATH, get(show::show).post(cash::submit))
        .route(at::TillPart::PATH, get(show::part).post(cash::part))
        .route(at::TillOpen::PATH, post(close::open))
        .route(at::TillClose::PATH, get(close::show).post(close::submit))
        .route(at::TillSheetPdf::PATH, get(close::sheet))
        .route(at::ReceiptList::PATH, get(receipts::list))
        .route(at::ReceiptPdf::PATH, get(receipts::pdf))
        .route(at::PaymentReverse::PATH, get(receipts::ask).post(receipts::reverse))
}
