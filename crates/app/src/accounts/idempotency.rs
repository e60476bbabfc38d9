//! Writes that may be sent twice and happen once: the answer to a write is kept under the key its sender chose.
//!
//! The answer is stored in the unit of work of the write itself (`Keeping::keep`), so that either both are there or
//! neither. A write whose unit does not store it has its answer kept right after: only a process that dies between
//! the two commits forgets it, and the same request sent again then acts again.

use std::{
    any::Any,
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use kernel::{Instant, TokenId};
use sha2::{Digest, Sha256};
use store::{Tx, accounts::token};

pub use store::accounts::token::KeptAnswer;

use crate::{App, DbError, Error, read};

/// A write with a key.
#[derive(Clone, Debug)]
pub struct Keyed {
    /// The token that sends it; keys of different tokens have nothing to do with each other.
    pub token: TokenId,
    /// The key its sender chose.
    pub key: String,
    /// The request, see [`request_hash`].
    pub request: [u8; 32],
}

/// What of a finished unit is kept: none when its result is not the one the answer is made from.
type Render = Arc<dyn Fn(&dyn Any) -> Option<KeptAnswer> + Send + Sync>;

/// A write under way whose answer is to be kept.
#[derive(Clone)]
pub struct Keeping {
    keyed: Keyed,
    render: Render,
    kept: Arc<AtomicBool>,
}

tokio::task_local! {
    static KEEPING: Keeping;
}

/// The code of a unit that lost the race for a key; never leaves this file.
const RACE: &str = "idempotency_race";

impl std::fmt::Debug for Keeping {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keeping").field("keyed", &self.keyed).finish_non_exhaustive()
    }
}

impl Keeping {
    /// Keeps the answer made from `done`, in its transaction. `true`: it was kept. A unit of work calls it last.
    ///
    /// # Errors
    /// [`Error::Refused`] when the key was used at the same moment: the unit is then undone.
    pub fn keep(&self, tx: &mut Tx<'_>, done: &dyn Any, at: Instant) -> Result<bool, Error> {
        if self.kept.load(Ordering::SeqCst) {
            return Ok(false);
        }
        let Some(answer) = (self.render)(done) else { return Ok(false) };
        token::keep_answer(tx, self.keyed.token, &self.keyed.key, &answer, at).map_err(
            |error| match error {
                DbError::Unique(_) => Error::refused(RACE),
                other => other.into(),
            },
        )?;
        Ok(true)
    }

    /// Notes that the transaction which kept the answer is committed.
    pub fn committed(&self) {
        self.kept.store(true, Ordering::SeqCst);
    }
}

/// The write under way, for the unit of work that carries it out; none for a write without a key.
#[must_use]
pub fn keeping() -> Option<Keeping> {
    KEEPING.try_with(Clone::clone).ok()
}

/// SHA-256 of a request: its method, address and body, each with its length so that no two requests run together.
#[must_use]
pub fn request_hash(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// The answer kept for a key of a token.
///
/// # Errors
/// [`Error`] from the database.
pub async fn kept_answer(app: &App, token: TokenId, key: &str) -> Result<Option<KeptAnswer>, Error> {
    let key = key.to_owned();
    read(app, "kept-answer", move |tx| Ok(token::kept_answer(tx, token, &key)?)).await
}

/// Keeps an answer given. `Ok(false)`: one was kept for this key before.
///
/// # Errors
/// [`Error`] from the database.
pub async fn keep_answer(app: &App, keyed: &Keyed, answer: &KeptAnswer) -> Result<bool, Error> {
    let (keyed, answer, at) = (keyed.clone(), answer.clone(), app.clock.now());
    // Not `crate::write`: this unit is no part of the write whose answer it keeps.
    app.db
        .write("keep-answer", move |tx| match token::keep_answer(tx, keyed.token, &keyed.key, &answer, at) {
            Ok(()) => Ok(true),
            Err(DbError::Unique(_)) => Err(Error::refused(RACE)),
            Err(error) => Err(error.into()),
        })
        .await
        .or_else(|error| if is_race(&error) { Ok(false) } else { Err(error) })
}

async fn forget_answer(app: &App, keyed: &Keyed) -> Result<(), Error> {
    let keyed = keyed.clone();
    app.db
        .write("forget-answer", move |tx| Ok::<_, Error>(token::forget_answer(tx, keyed.token, &keyed.key)?))
        .await
}

/// Forgets the answers older than the setting `idempotency_days` says; tells how many. A write sent again after that
/// acts again.
///
/// # Errors
/// [`Error`] from the database.
pub async fn forget_old_answers(app: &App) -> Result<u64, Error> {
    let before = app.clock.now().plus_seconds(-app.settings.idempotency_days.saturating_mul(86_400));
    app.db.write("forget-old-answers", move |tx| Ok::<_, Error>(token::forget_before(tx, before)?)).await
}

fn is_race(error: &Error) -> bool {
    matches!(error, Error::Refused { code, .. } if code == RACE)
}

/// The kept answer if it is for the same request.
fn same(kept: KeptAnswer, keyed: &Keyed) -> Result<KeptAnswer, Error> {
    if kept.request_hash == keyed.request { Ok(kept) } else { Err(Error::refused("idempotency_key_reused")) }
}

/// Carries a write out once: a second time with the same key gives the kept answer (`true`) and does nothing. `answer`
/// makes status and body from the result. Only what was done is kept: a refused write may be sent again.
///
/// # Errors
/// [`Error::Refused`] with `idempotency_key_reused` when the key was used for another request; what `operation` gives.
pub async fn once<T: 'static>(
    app: &App,
    keyed: Option<Keyed>,
    answer: impl Fn(&T) -> (u16, String) + Send + Sync + 'static,
    operation: impl Future<Output = Result<T, Error>>,
) -> Result<(KeptAnswer, bool), Error> {
    let made = move |done: &T, request| {
        let (status, body) = answer(done);
        KeptAnswer { request_hash: request, status, body }
    };
    let Some(keyed) = keyed else { return Ok((made(&operation.await?, [0; 32]), false)) };
    if let Some(kept) = kept_answer(app, keyed.token, &keyed.key).await? {
        return Ok((same(kept, &keyed)?, true));
    }
    let (made, request) = (Arc::new(made), keyed.request);
    let render = Arc::clone(&made);
    let keeping = Keeping {
        keyed: keyed.clone(),
        render: Arc::new(move |done| done.downcast_ref::<T>().map(|done| render(done, request))),
        kept: Arc::default(),
    };
    let kept = Arc::clone(&keeping.kept);
    match KEEPING.scope(keeping, operation).await {
        Ok(done) => {
            let answer = made(&done, request);
            if !kept.load(Ordering::SeqCst) && !keep_answer(app, &keyed, &answer).await? {
                return again(app, &keyed)
                    .await?
                    .ok_or_else(|| Error::Internal("a kept answer is gone".to_owned()));
            }
            Ok((answer, false))
        }
        // A part of the write was done and its answer kept, then the whole was refused: the refusal is the answer.
        Err(error) if kept.load(Ordering::SeqCst) => {
            forget_answer(app, &keyed).await?;
            Err(error)
        }
        // The same request may have been carried out at the same moment: its answer is this one's.
        Err(error) => again(app, &keyed)
            .await?
            .map_or_else(|| Err(if is_race(&error) { Error::Busy } else { error }), Ok),
    }
}

async fn again(app: &App, keyed: &Keyed) -> Result<Option<(KeptAnswer, bool)>, Error> {
    kept_answer(app, keyed.token, &keyed.key).await?.map(|kept| Ok((same(kept, keyed)?, true))).transpose()
}
