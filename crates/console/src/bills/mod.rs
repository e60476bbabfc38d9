//! Bills: the list, one bill, its papers, printing it again.

mod list;
mod present;
mod reprint;
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
        .route(at::BillList::PATH, get(list::show))
        .route(at::BillReprint::PATH, post(reprint::submit))
        .route(at::BillShow::PATH, get(show::show))
        .route(at::BillPdf::PATH, get(show::pdf))
        .route(at::BillSlipPdf::PATH, get(show::slip))
}
