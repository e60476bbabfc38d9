//! Ending a session, and keeping it alive.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use routes::Route;
use routes::console::{SignIn, SignInQuery};
use web::{Answer, OpenCtx, PageCtx, SignedIn, page::go, session};

/// Ends the session. What the browser kept of these pages goes too (W3C Clear Site Data).
pub(super) async fn sign_out(cx: OpenCtx, user: Option<SignedIn>) -> Answer {
    if let Some(user) = user {
        session::sign_out(&cx.app, &user).await?;
    }
    let to = SignIn::new().with(&SignInQuery { next: None, notice: Some("out".to_owned()) });
    let mut response = go(&to, cx.visit.htmx);
    if let Some(gone) = session::end(&cx.state) {
        response.headers_mut().append(header::SET_COOKIE, gone);
    }
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(response)
}

/// The person goes on: asking is enough, since every request with a session renews it. The header says for how long.
pub(super) async fn keep(cx: PageCtx) -> Answer {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let left = cx.user.expires_at.seconds_since(cx.now).max(0);
    response.headers_mut().insert("x-session-left", HeaderValue::from(left));
    Ok(response)
}
