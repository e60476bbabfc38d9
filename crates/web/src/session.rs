//! The session cookie, and from it who acts.

use std::sync::Arc;

use app::{App, Error, accounts};
use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts},
    http::{HeaderMap, HeaderValue, request::Parts},
};

use crate::{AppState, Failure, Visit, cookies};

/// The cookie of a staff session; over TLS `__Host-sportello`.
pub const COOKIE: &str = "sportello";

/// The account that is signed in. As an argument of a handler it makes the handler one for signed-in staff only;
/// `Option<SignedIn>` serves both.
#[derive(Clone, Debug)]
pub struct SignedIn(pub Arc<accounts::SignedIn>);

impl std::ops::Deref for SignedIn {
    type Target = accounts::SignedIn;
    fn deref(&self) -> &accounts::SignedIn {
        &self.0
    }
}

/// The visit beside a request.
pub(crate) fn visit(parts: &Parts) -> Result<Arc<Visit>, Failure> {
    let found = parts.extensions.get::<Arc<Visit>>().cloned();
    found.ok_or_else(|| Error::Internal("the router was made without web::router".to_owned()).into())
}

async fn resolve(parts: &Parts, state: &AppState) -> Result<Option<SignedIn>, Failure> {
    let visit = visit(parts)?;
    if let Some(known) = visit.signed_in() {
        return Ok(Some(SignedIn(Arc::clone(known))));
    }
    let Some(token) = token(&parts.headers, state) else { return Ok(None) };
    let found = accounts::resolve_session(&state.app, &token).await?;
    Ok(found.map(|signed_in| SignedIn(visit.remember(Arc::new(signed_in)))))
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Failure> {
        resolve(parts, state).await?.ok_or_else(|| Error::NotSignedIn.into())
    }
}

impl OptionalFromRequestParts<AppState> for SignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Option<Self>, Failure> {
        resolve(parts, state).await
    }
}

/// The session's token in a request.
#[must_use]
pub fn token(headers: &HeaderMap, state: &AppState) -> Option<String> {
    cookies::read(headers, COOKIE, state.site.secure()).filter(|token| !token.is_empty())
}

/// The header that starts a session in the browser. The cookie ends with the browser; the session itself ends on the
/// server when it is not used.
#[must_use]
pub fn start(token: &str, state: &AppState) -> Option<HeaderValue> {
    cookies::set(COOKIE, token, None, state.site.secure())
}

/// The header that takes the session from the browser.
#[must_use]
pub fn end(state: &AppState) -> Option<HeaderValue> {
    cookies::set(COOKIE, "", Some(0), state.site.secure())
}

/// Ends the session behind a token, whoever it is.
///
/// # Errors
/// [`Error`] from the database.
pub async fn sign_out(app: &App, signed_in: &SignedIn) -> Result<(), Error> {
    accounts::sign_out(app, signed_in.session).await
}
