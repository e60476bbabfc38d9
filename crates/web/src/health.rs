//! Life signs for load balancers, figures for Prometheus.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::AppState;

/// The process answers.
pub(crate) async fn live() -> &'static str {
    "ok\n"
}

/// The process can do its work: the database answers, and its schema is the one this program was built for.
pub(crate) async fn ready(State(state): State<AppState>) -> Response {
    let db = &state.app.db;
    let reason = match db.health().await {
        Err(error) => Some(format!("the database does not answer: {error}")),
        Ok(_) => match db.pending_migrations().await {
            Err(error) => Some(format!("the schema cannot be used: {error}")),
            Ok(pending) if pending.is_empty() => None,
            Ok(pending) => Some(format!("{} steps of the schema are missing", pending.len())),
        },
    };
    match reason {
        None => "ok\n".into_response(),
        Some(reason) => {
            tracing::error!(%reason, "not ready");
            // The reason may name hosts and files: it is for the log only.
            (StatusCode::SERVICE_UNAVAILABLE, "not ready: the log says why\n").into_response()
        }
    }
}

/// The figures of this process.
pub(crate) async fn metrics(State(state): State<AppState>) -> Response {
    let text = (state.site.metrics)();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}
