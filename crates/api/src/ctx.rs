//! Who asks: the bearer token of a request, its account, its language.

use std::sync::Arc;

use app::{
    App, Ctx, Error,
    accounts::{SignedIn, resolve_token},
};
use axum::{
    extract::{FromRef, FromRequestParts, MatchedPath, Query},
    http::{StatusCode, header, request::Parts},
};
use kernel::TokenId;

use crate::{
    openapi,
    problem::{Asked, Fault},
};

/// The circumstances of a request of the API.
#[derive(Clone, Debug)]
pub struct ApiCtx {
    /// The program.
    pub app: App,
    /// Who acts, with what rights, in which language.
    pub ctx: Ctx,
    /// The token.
    pub token: TokenId,
    /// The account behind it.
    pub signed_in: SignedIn,
}

/// The token of `Authorization: Bearer …` (RFC 6750, section 2.1); the scheme's case does not matter.
fn bearer(parts: &Parts) -> Option<&str> {
    let value = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

/// Language and reference number of a request; the number is made when it has none yet.
fn asked(parts: &Parts, app: &App) -> Asked {
    let asked = parts.extensions.get::<Asked>().cloned().unwrap_or_default();
    asked.reference.get_or_init(|| {
        let id = kernel::JobId::new(app.ids.as_ref(), app.clock.as_ref()).to_string();
        id.replace('-', "").chars().rev().take(12).collect::<String>().to_uppercase()
    });
    asked
}

/// A request that has a reference number, whoever asks: for answers that no handler gives.
#[derive(Clone, Copy, Debug)]
pub struct Referred;

impl<S> FromRequestParts<S> for Referred
where
    S: Send + Sync,
    App: FromRef<S>,
{
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        asked(parts, &App::from_ref(state));
        Ok(Self)
    }
}

/// Refuses a parameter of the query that the address does not know: one that is ignored would give an answer to another
/// question.
fn known_parameters(parts: &Parts) -> Result<(), Fault> {
    let Some(path) = parts.extensions.get::<MatchedPath>() else { return Ok(()) };
    let Ok(Query(given)) = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri) else { return Ok(()) };
    let known = openapi::parameters_of(path.as_str(), parts.method.as_str());
    let Some((name, _)) = given.iter().find(|(name, _)| !known.contains(name)) else { return Ok(()) };
    let code = if known.is_empty() { "parameters_not_taken" } else { "parameter_unknown" };
    let fault = Fault::request(StatusCode::BAD_REQUEST, code);
    Err(fault.about(name).with("name", name).with("expected", known.join(", ")))
}

impl<S> FromRequestParts<S> for ApiCtx
where
    S: Send + Sync,
    App: FromRef<S>,
{
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let app = App::from_ref(state);
        let asked = asked(parts, &app);
        let reference = asked.reference.get().map(String::as_str).unwrap_or_default();
        let found = resolve_token(&app, bearer(parts).ok_or(Error::NotSignedIn)?).await?;
        let (token, signed_in) = found.ok_or(Error::NotSignedIn)?;
        let mut ctx = signed_in.ctx(&app, reference);
        ctx.lang = asked.lang;
        ctx.clock = Arc::clone(&app.clock);
        known_parameters(parts)?;
        Ok(Self { app, ctx, token, signed_in })
    }
}
