//! Signing in with name and password.

use kernel::{Actor, Instant, SessionId};
use serde_json::json;
use store::{
    accounts::{session, user},
    audit,
};

use super::{random_token, token_hash, verify_password};
use crate::{App, Error, write};

/// What was typed, and from where.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The sign-in name.
    pub name: String,
    /// The password.
    pub password: String,
    /// Network address.
    pub address: String,
    /// Browser.
    pub agent: String,
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum SignInOutcome {
    /// Signed in: the cookie's token, which is nowhere stored.
    SignedIn {
        /// The token.
        token: String,
        /// When it ends unless it is used.
        expires_at: Instant,
    },
    /// Name or password are wrong; which of them is not told.
    Wrong,
    /// Too many wrong passwords: locked until then.
    Locked(Instant),
}

/// A hash that no password fits, checked when the name is unknown so that both cases take the same time.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$1tq9G0z8W4gR0qv3y2m0oJ3o0y8cRr6wS3mRk0mJb2k";

/// Signs an account in. The password is checked outside the unit of work, in a blocking thread.
///
/// # Errors
/// [`Error::TooMany`] when one address tries too often.
pub async fn sign_in(app: &App, credentials: Credentials) -> Result<SignInOutcome, Error> {
    let now = app.clock.now();
    let bucket = format!("sign-in:{}", credentials.address);
    match fits(app, &credentials.name, &credentials.password, bucket, now).await? {
        Fits::Account(account) => open_session(app, *account, credentials, now).await,
        Fits::Not(outcome) => Ok(outcome),
    }
}

/// Whether a password fits the account of a name: none when it does not, or when the account is locked.
///
/// # Errors
/// [`Error::TooMany`] when it is tried too often under one bucket.
pub(crate) async fn check_password(
    app: &App,
    name: &str,
    password: &str,
    bucket: &str,
) -> Result<Option<user::User>, Error> {
    Ok(match fits(app, name, password, bucket.to_owned(), app.clock.now()).await? {
        Fits::Account(account) => Some(*account),
        Fits::Not(_) => None,
    })
}

/// What came of checking a password.
enum Fits {
    Account(Box<user::User>),
    Not(SignInOutcome),
}

async fn fits(app: &App, name: &str, password: &str, bucket: String, now: Instant) -> Result<Fits, Error> {
    let known_name = name.trim().to_lowercase();
    let limit = app.settings.sign_ins_per_minute;
    let (hits, account) = write(app, "sign-in-look", move |tx| {
        Ok((session::hit(tx, &bucket, now, 60)?, user::by_name(tx, &known_name)?))
    })
    .await?;
    if hits > limit {
        return Err(Error::TooMany(60));
    }
    if let Some(until) = account.as_ref().and_then(|account| account.locked_until)
        && until > now
    {
        return Ok(Fits::Not(SignInOutcome::Locked(until)));
    }
    let hash = account.as_ref().map_or_else(|| NOBODY.to_owned(), |account| account.password_hash.clone());
    let password = password.to_owned();
    let fits = tokio_blocking(move || verify_password(&password, &hash)).await?;
    Ok(match account {
        Some(account) if fits && account.active => Fits::Account(Box::new(account)),
        Some(account) => Fits::Not(note_failure(app, account, now).await?),
        None => Fits::Not(SignInOutcome::Wrong),
    })
}

async fn tokio_blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Error::Internal(format!("a worker thread failed: {error}")))
}

async fn open_session(
    app: &App,
    account: user::User,
    from: Credentials,
    now: Instant,
) -> Result<SignInOutcome, Error> {
    let token = random_token()?;
    let hash = token_hash(&token);
    let expires_at = now.plus_seconds(app.settings.session_seconds);
    let mut ctx = app.system("sign-in");
    ctx.actor = Actor::User { id: account.id, name: account.display_name.clone() };
    write(app, "sign-in", move |tx| {
        user::set_failures(tx, account.id, 0, None)?;
        let id = ctx.id(SessionId::from_bytes);
        let (address, agent) = (from.address.as_str(), from.agent.as_str());
        session::insert(
            tx,
            &session::NewSession {
                id,
                token_hash: hash,
                user_id: account.id,
                at: now,
                expires_at,
                address,
                agent,
            },
        )?;
        let subject = audit::Subject { kind: "user", id: account.id.bytes() };
        audit::append(tx, &ctx, "sign_in", subject, &json!({ "address": address }))?;
        Ok(())
    })
    .await?;
    Ok(SignInOutcome::SignedIn { token, expires_at })
}

async fn note_failure(app: &App, account: user::User, now: Instant) -> Result<SignInOutcome, Error> {
    let (lock_after, lock_seconds) = (app.settings.lock_after, app.settings.lock_seconds);
    let ctx = app.system("sign-in");
    write(app, "sign-in-failed", move |tx| {
        let failures = user::by_id(tx, account.id)?.map_or(0, |current| current.failed_count) + 1;
        let locked_until = (failures >= lock_after).then(|| now.plus_seconds(lock_seconds));
        user::set_failures(tx, account.id, if locked_until.is_some() { 0 } else { failures }, locked_until)?;
        let subject = audit::Subject { kind: "user", id: account.id.bytes() };
        audit::append(tx, &ctx, "sign_in_failed", subject, &json!({ "failures": failures }))?;
        Ok(locked_until.map_or(SignInOutcome::Wrong, SignInOutcome::Locked))
    })
    .await
}
