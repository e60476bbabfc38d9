//! The customers' portal, below `/portale`: no page is served yet.

use axum::Router;
use web::AppState;

/// The customers' pages, to be put into the site by [`web::router`].
pub fn router() -> Router<AppState> {
    Router::new()
}
