//! Bearer tokens of the API.

use domain::access::{Action, Resource};
use kernel::{SessionId, TokenId};
use serde_json::json;
use store::{
    accounts::{office, token, user},
    audit,
};

use super::{SignedIn, random_token, token_hash};
use crate::{App, Ctx, Error, read, write};

/// Makes a token for an account and answers with it; only its hash is stored.
///
/// # Errors
/// [`Error::NotFound`] when there is no such account, [`Error::Denied`] when accounts may not be kept.
pub async fn make_token(app: &App, ctx: &Ctx, user_name: &str, name: &str) -> Result<String, Error> {
    ctx.require(Resource::User, Action::Update)?;
    let secret = format!("spt_{}", random_token()?);
    let hash = token_hash(&secret);
    let (ctx, user_name, name) = (ctx.clone(), user_name.to_lowercase(), name.to_owned());
    write(app, "make-token", move |tx| {
        let account = user::by_name(tx, &user_name)?.ok_or(Error::NotFound { kind: "user" })?;
        token::insert(tx, ctx.id(TokenId::from_bytes), account.id, &name, &hash, ctx.now())?;
        let subject = audit::Subject { kind: "user", id: account.id.bytes() };
        audit::append(tx, &ctx, "make_token", subject, &json!({ "name": name }))?;
        Ok(())
    })
    .await?;
    Ok(secret)
}

/// The token's id and the account behind it.
///
/// # Errors
/// [`Error`] from the database.
pub async fn resolve_token(app: &App, secret: &str) -> Result<Option<(TokenId, SignedIn)>, Error> {
    let hash = token_hash(secret);
    let ends_at = app.clock.now().plus_seconds(app.settings.session_most_seconds);
    read(app, "token", move |tx| {
        let Some((id, user_id)) = token::by_hash(tx, &hash)? else { return Ok(None) };
        let Some(account) = user::by_id(tx, user_id)?.filter(|account| account.active) else {
            return Ok(None);
        };
        let roles = user::roles(tx, account.id)?;
        let office = account.office_id.map_or(Ok(None), |office_id| office::by_id(tx, office_id))?;
        // A token has no end of its own: it holds until it is revoked.
        let session = SessionId::from_bytes(id.bytes());
        Ok(Some((id, SignedIn { session, user: account, roles, office, expires_at: ends_at, ends_at })))
    })
    .await
}

/// Makes a token worthless.
///
/// # Errors
/// [`Error::Denied`] when accounts may not be kept.
pub async fn revoke_token(app: &App, ctx: &Ctx, id: TokenId) -> Result<(), Error> {
    ctx.require(Resource::User, Action::Update)?;
    let now = ctx.now();
    write(app, "revoke-token", move |tx| Ok(token::revoke(tx, id, now)?)).await
}
