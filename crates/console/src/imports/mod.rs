//! Imports: the runs, one run with its progress, its refused rows.

mod list;
mod rows;
mod show;

use axum::{Router, routing::get};
use routes::{Route, console as at};
use texts::Texts;
use web::AppState;

/// The routes of this folder.
pub fn router() -> Router<AppState> {
    Router::new()
        .route(at::ImportList::PATH, get(list::show))
        .route(at::ImportShow::PATH, get(show::show))
        .route(at::ImportReport::PATH, get(show::report))
        .route(at::ImportRows::PATH, get(rows::show))
}

/// Class and word of a run's state.
fn state(t: &Texts, state: &str) -> (&'static str, String) {
    match state {
        "running" => ("go", t.imports_state_running()),
        "done" => ("on", t.imports_state_done()),
        "failed" => ("bad", t.imports_state_failed()),
        "stopped" => ("half", t.imports_state_stopped()),
        "interrupted" => ("half", t.imports_state_interrupted()),
        _ => ("", t.imports_state_waiting()),
    }
}
