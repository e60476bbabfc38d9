//! A new request: for whom, which procedure, and its start.

mod show;
mod start;

use axum::{Router, routing::get};
use routes::{Route, console as at};
use web::AppState;

pub(crate) use show::starts_by_act;

/// The routes of this folder.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route(at::CaseNew::PATH, get(show::show))
        .route(at::CaseStart::PATH, get(start::ask).post(start::start))
}
