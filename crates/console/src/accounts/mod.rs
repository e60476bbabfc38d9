//! Signing in and out, the language of the pages, one's own settings.

mod language;
mod sign_in;
mod sign_out;

use axum::{
    Router,
    routing::{get, post},
};
use routes::{Route, console as at};
use web::AppState;

/// The routes of this folder.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route(at::SignIn::PATH, get(sign_in::show).post(sign_in::submit))
        .route(at::SignOut::PATH, post(sign_out::sign_out))
        .route(at::SessionKeep::PATH, post(sign_out::keep))
        .route(at::Language::PATH, post(language::change))
}
