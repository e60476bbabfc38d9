//! From a cookie's token to who acts.

use std::sync::Arc;

use domain::access::Role;
use kernel::{Actor, Instant, SessionId};
use store::accounts::{office, session, user};

use super::token_hash;
use crate::{App, Ctx, Error, read, write};

/// A signed-in account.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The session.
    pub session: SessionId,
    /// The account.
    pub user: user::User,
    /// Its roles.
    pub roles: Vec<Role>,
    /// Its office.
    pub office: Option<office::Office>,
    /// When the session ends unless it is used before.
    pub expires_at: Instant,
    /// When it ends however much it is used.
    pub ends_at: Instant,
}

impl SignedIn {
    /// The circumstances of an act of this account.
    #[must_use]
    pub fn ctx(&self, app: &App, reference: &str) -> Ctx {
        Ctx {
            actor: Actor::User { id: self.user.id, name: self.user.display_name.clone() },
            roles: self.roles.clone(),
            office: self.user.office_id,
            lang: self.user.lang,
            reference: reference.to_owned(),
            clock: Arc::clone(&app.clock),
            ids: Arc::clone(&app.ids),
        }
    }
}

/// How often the moment of last use is written down, in seconds.
const SEEN_EVERY: i64 = 60;

/// The account behind a token, if the session is alive and the account active.
///
/// # Errors
/// [`Error`] from the database.
pub async fn resolve_session(app: &App, token: &str) -> Result<Option<SignedIn>, Error> {
    let hash = token_hash(token);
    let now = app.clock.now();
    let most = app.settings.session_most_seconds;
    let found = read(app, "session", move |tx| {
        let Some(alive) = session::by_token_hash(tx, &hash, now)? else { return Ok(None) };
        let Some(account) = user::by_id(tx, alive.user_id)?.filter(|account| account.active) else {
            return Ok(None);
        };
        let roles = user::roles(tx, account.id)?;
        let office = account.office_id.map_or(Ok(None), |id| office::by_id(tx, id))?;
        let (expires_at, ends_at) = (alive.expires_at, alive.created_at.plus_seconds(most));
        let signed_in = SignedIn { session: alive.id, user: account, roles, office, expires_at, ends_at };
        Ok(Some((alive, signed_in)).filter(|(_, signed_in)| signed_in.ends_at > now))
    })
    .await?;
    let Some((alive, mut signed_in)) = found else { return Ok(None) };
    if now.seconds_since(alive.seen_at) >= SEEN_EVERY {
        let expires_at = now.plus_seconds(app.settings.session_seconds).min(signed_in.ends_at);
        write(app, "session-seen", move |tx| Ok(session::seen(tx, alive.id, now, expires_at)?)).await?;
        signed_in.expires_at = expires_at;
    }
    Ok(Some(signed_in))
}

/// Ends a session.
///
/// # Errors
/// [`Error`] from the database.
pub async fn sign_out(app: &App, id: SessionId) -> Result<(), Error> {
    let now = app.clock.now();
    write(app, "sign-out", move |tx| Ok(session::end(tx, id, now)?)).await
}
