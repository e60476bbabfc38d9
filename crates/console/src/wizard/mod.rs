//! The wizard of a procedure: opening a draft, answering its steps one by one, until the request is made. One wizard
//! for every procedure: steps and forms come from its pack. The last word of a step's address is the task it answers.

mod answers;
mod cases_named;
pub(crate) mod conflict;
mod draft;
pub(crate) mod fields;
mod matches;
pub(crate) mod open;
pub(crate) mod picks;
mod power;
pub(crate) mod step;
pub(crate) mod summary;
mod tasks;

use axum::{
    Router,
    routing::{get, post},
};
use routes::{Route, console as at};
use web::AppState;

/// The routes of this folder.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route(at::VolturaNew::PATH, get(open::start).post(open::start_posted))
        .route(at::VolturaStep::PATH, get(step::show).post(step::submit).layer(web::limit::uploads()))
        .route(at::VolturaDraft::PATH, post(draft::keep).layer(web::limit::uploads()))
        .route(at::VolturaMatches::PATH, get(matches::show))
        .route(at::VolturaPower::PATH, get(power::show).post(power::submit))
}
