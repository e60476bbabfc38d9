//! Calendar feeds, by the secret in their address.

use app::Error;
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use routes::assets as at;

use crate::{AppState, Failure, Url};

/// The feed of whoever holds its secret; a wrong secret and a wrong address look the same.
pub(crate) async fn calendar(
    State(state): State<AppState>,
    Url(feed): Url<at::CalendarFeed>,
) -> Result<Response, Failure> {
    let secret = feed.secret().ok_or(Error::NotFound { kind: "page" })?.to_owned();
    let file = (state.site.calendar)(state.app.clone(), secret).await?;
    let file = file.ok_or(Error::NotFound { kind: "page" })?;
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], file).into_response())
}
