//! How much a request may bring and how long its answer may take.

use std::time::Duration;

use axum::{
    extract::{DefaultBodyLimit, Request},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{
    Failure,
    form::{FORM_LIMIT, UPLOAD_LIMIT},
};

/// How long a handler may work.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The limit of ordinary requests, on the whole router.
pub(crate) fn forms() -> DefaultBodyLimit {
    DefaultBodyLimit::max(FORM_LIMIT)
}

/// The limit of a route that takes files: `post(handler).layer(web::limit::uploads())`.
pub fn uploads() -> DefaultBodyLimit {
    DefaultBodyLimit::max(UPLOAD_LIMIT)
}

/// Ends what takes longer than [`PATIENCE`]. A unit of work under way still comes to its end.
pub(crate) async fn patience(request: Request, next: Next) -> Response {
    match tokio::time::timeout(PATIENCE, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Failure::TimedOut.into_response(),
    }
}
