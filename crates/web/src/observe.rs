//! One line of log and two figures for each request, and the visit beside it.

use std::{sync::Arc, time::Instant};

use axum::{
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;

use crate::{AppState, Visit, cookies, visit::TOAST_COOKIE};

/// Puts the [`Visit`] beside the request, runs it, writes down what came of it, and tells the worker.
pub(crate) async fn watch(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let visit = Arc::new(Visit::of(&state, &request));
    // The route, not the path: paths hold ids and secrets, and figures need few names.
    let route = routes::find(request.uri().path()).map_or("none", |route| route.path);
    let span = tracing::info_span!("request", reference = %visit.reference, method = %visit.method, route);
    request.extensions_mut().insert(Arc::clone(&visit));
    let started = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let (status, took) = (response.status().as_u16(), started.elapsed());
    span.in_scope(|| tracing::info!(status, ms = took.as_millis(), "answered"));
    let labels =
        [("method", visit.method.to_string()), ("route", route.to_owned()), ("status", status.to_string())];
    metrics::counter!("sportello_http_requests_total", &labels).increment(1);
    metrics::histogram!("sportello_http_request_seconds", "route" => route).record(took.as_secs_f64());
    if !visit.method.is_safe() && status < 400 {
        (state.site.wake)();
    }
    if visit.toast_was_shown()
        && let Some(gone) = cookies::set(TOAST_COOKIE, "", Some(0), state.site.secure())
    {
        response.headers_mut().append(header::SET_COOKIE, gone);
    }
    if let Ok(reference) = HeaderValue::from_str(&visit.reference) {
        response.headers_mut().insert("x-request-id", reference);
    }
    response
}
