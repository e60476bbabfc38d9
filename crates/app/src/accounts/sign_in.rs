//! Signing in with name and password.

use kernel::{Actor, Instant, SessionId, UserId};
use serde_json::json;
use store::{
    accounts::{failure, session, user},
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
    let tried = name_hash(name);
    let (hits, account, failures) = write(app, "sign-in-look", move |tx| {
        let hits = session::hit(tx, &bucket, now, 60)?;
        Ok((hits, user::by_name(tx, &known_name)?, failure::of(tx, &tried)?))
    })
    .await?;
    if hits > limit {
        return Err(Error::TooMany(60));
    }
    // A name is locked whether it exists or not: the answer tells nothing about the accounts there are.
    if let Some(until) = failures.locked_until.filter(|until| *until > now) {
        return Ok(Fits::Not(SignInOutcome::Locked(until)));
    }
    let hash = account.as_ref().map_or_else(|| NOBODY.to_owned(), |account| account.password_hash.clone());
    let password = password.to_owned();
    let fits = tokio_blocking(move || verify_password(&password, &hash)).await?;
    Ok(match account {
        Some(account) if fits && account.active => Fits::Account(Box::new(account)),
        known => Fits::Not(note_failure(app, known.map(|account| account.id), tried, now).await?),
    })
}

/// What is kept of a typed name: somebody may have typed a password there.
pub(super) fn name_hash(name: &str) -> [u8; 32] {
    token_hash(&format!("name:{}", name.trim().to_lowercase()))
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
    let lasts = app.settings.session_seconds.min(app.settings.session_most_seconds);
    let (expires_at, tried) = (now.plus_seconds(lasts), name_hash(&account.name));
    let mut ctx = app.system("sign-in");
    ctx.actor = Actor::User { id: account.id, name: account.display_name.clone() };
    write(app, "sign-in", move |tx| {
        failure::clear(tx, &tried)?;
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

/// How long tries are remembered, in seconds: a day.
const REMEMBERED: i64 = 86_400;

async fn note_failure(
    app: &App,
    account: Option<UserId>,
    tried: [u8; 32],
    now: Instant,
) -> Result<SignInOutcome, Error> {
    let (lock_after, lock_seconds) = (app.settings.lock_after, app.settings.lock_seconds);
    let ctx = app.system("sign-in");
    write(app, "sign-in-failed", move |tx| {
        failure::forget(tx, now.plus_seconds(-REMEMBERED))?;
        let count = failure::of(tx, &tried)?.count + 1;
        let locked_until = (count >= lock_after).then(|| now.plus_seconds(lock_seconds));
        let kept = failure::Failures { count: if locked_until.is_some() { 0 } else { count }, locked_until };
        failure::put(tx, &tried, &kept, now)?;
        if let Some(account) = account {
            let subject = audit::Subject { kind: "user", id: account.bytes() };
            audit::append(tx, &ctx, "sign_in_failed", subject, &json!({ "failures": count }))?;
        }
        Ok(locked_until.map_or(SignInOutcome::Wrong, SignInOutcome::Locked))
    })
    .await
}
