//! Protection against requests that another site makes a person's browser send. Every unsafe method outside the API,
//! whose bearer tokens no browser adds by itself, has to prove that it comes from our own pages: `Sec-Fetch-Site` says
//! so, or, from browsers that do not send it, `Origin` names this host. A request with neither proves nothing and is
//! refused too. Safe methods change nothing.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tower_http::csrf::{CsrfLayer, ProtectionError};

use crate::{AppState, Failure, Site};

/// Whether the method may change something.
const fn is_unsafe(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Whether nothing a browser adds by itself gives the right to what is asked: the API, whose tokens are sent on purpose, and
/// signed links, whose address is the right itself. Their pages tell no referrer, so that their forms tell no origin.
fn carries_its_right(path: &str) -> bool {
    path.starts_with("/api/") || path.starts_with("/l/")
}

/// Whether a request says anything about where it comes from.
fn says_origin(headers: &HeaderMap) -> bool {
    ["sec-fetch-site", "origin"].iter().any(|name| headers.get(*name).is_some_and(|value| !value.is_empty()))
}

/// Refuses a request that could change something and does not say where it comes from; the layer of [`layer`] lets
/// those pass, because programs send them, and programs use the API here.
pub(crate) async fn require_origin(State(_): State<AppState>, request: Request, next: Next) -> Response {
    if !carries_its_right(request.uri().path())
        && is_unsafe(request.method())
        && !says_origin(request.headers())
    {
        return Failure::CrossSite.into_response();
    }
    next.run(request).await
}

/// How a refused request is answered.
type Refuse = fn(ProtectionError) -> Response;

/// The check of what a request says about its origin. The public address of the site counts as its own host, for
/// proxies that pass another `Host` on.
pub(crate) fn layer(site: &Site) -> CsrfLayer<Refuse> {
    let refuse: Refuse = |_| Failure::CrossSite.into_response();
    let layer = || {
        CsrfLayer::new()
            .with_insecure_bypass(|_, uri| carries_its_right(uri.path()))
            .with_rejection_response(refuse)
    };
    layer().add_trusted_origin(&site.base_url).unwrap_or_else(|error| {
        tracing::warn!(%error, address = %site.base_url, "the public address of the site is no origin");
        layer()
    })
}
