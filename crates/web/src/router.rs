//! The router of the whole site: the three edges, what they share, and the layers around.

use std::any::Any;

use app::Error;
use axum::{
    Router,
    http::header,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use routes::{Route, assets as files, health as life};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

use crate::{AppState, Failure, SignedIn, assets, csrf, error, feed, headers, health, limit, observe};

/// Puts the site together. From the outside in: the visit and its log, headers, compression, errors made into answers,
/// panics caught, time, origin, size.
pub fn router(
    state: AppState,
    console: Router<AppState>,
    portal: Router<AppState>,
    api: Router<AppState>,
) -> Router {
    let shared = Router::new()
        .route(life::Live::PATH, get(health::live))
        .route(life::Ready::PATH, get(health::ready))
        .route(life::Metrics::PATH, get(health::metrics))
        .route(files::CalendarFeed::PATH, get(feed::calendar))
        .route(files::Robots::PATH, get(robots))
        .route(files::Favicon::PATH, get(favicon))
        .merge(assets::router());
    Router::new()
        .merge(shared)
        .merge(console)
        .merge(portal)
        .merge(api)
        // Looking for the session gives whoever is signed in the frame around the message.
        .fallback(async |_: Option<SignedIn>| Failure::from(Error::NotFound { kind: "page" }))
        .method_not_allowed_fallback(async |_: Option<SignedIn>| Failure::Method)
        .layer(limit::forms())
        .layer(csrf::layer(&state.site))
        .layer(from_fn_with_state(state.clone(), csrf::require_origin))
        .layer(from_fn(limit::patience))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(state.clone(), error::answer))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(state.clone(), headers::put))
        .layer(from_fn_with_state(state.clone(), observe::watch))
        .with_state(state)
}

/// Nothing here is for search engines.
async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /\n"
}

async fn favicon() -> Response {
    let mut response = Redirect::permanent(assets::asset("favicon.svg")).into_response();
    let for_a_day = axum::http::HeaderValue::from_static("public, max-age=86400");
    response.headers_mut().insert(header::CACHE_CONTROL, for_a_day);
    response
}

fn panicked(payload: Box<dyn Any + Send>) -> Response {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
    Failure::Panicked(text.unwrap_or_else(|| "a handler broke without saying why".to_owned())).into_response()
}
