//! Who asks: the bearer token of a request, its account, its language.

use std::sync::Arc;

use app::{
    App, Ctx, Error,
    accounts::{SignedIn, resolve_token},
};
use axum::{
    extract::{FromRef, FromRequestParts},
    http::{header, request::Parts},
};
use kernel::TokenId;

use crate::problem::{Asked, Fault};

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

impl<S> FromRequestParts<S> for ApiCtx
where
    S: Send + Sync,
    App: FromRef<S>,
{
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let app = App::from_ref(state);
        let asked = parts.extensions.get::<Asked>().cloned().unwrap_or_default();
        let reference = asked.reference.get_or_init(|| {
            let id = kernel::JobId::new(app.ids.as_ref(), app.clock.as_ref()).to_string();
            id.replace('-', "").chars().rev().take(12).collect::<String>().to_uppercase()
        });
        let found = resolve_token(&app, bearer(parts).ok_or(Error::NotSignedIn)?).await?;
        let (token, signed_in) = found.ok_or(Error::NotSignedIn)?;
        let mut ctx = signed_in.ctx(&app, reference);
        ctx.lang = asked.lang;
        ctx.clock = Arc::clone(&app.clock);
        Ok(Self { app, ctx, token, signed_in })
    }
}
