//! The audit trail: append-only, in sixteen hash chains.
//!
//! Every entry carries the hash of the one before it in its chain, so that a changed or missing entry shows; the head of
//! each chain is kept beside it, so that entries missing at its end show too. The engines refuse to change or delete.
//! Sixteen chains, chosen by the subject's id, keep writers on PostgreSQL out of each other's way.

use db::{DbError, Row, Tx, params, statements};
use kernel::Instant;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::Ctx;

statements! {
    const HEAD: Statement = "SELECT seq, hash FROM audit_head WHERE chain = $1";
    const MOVE_HEAD: Statement = "INSERT INTO audit_head (chain, seq, hash) VALUES ($1, $2, $3)
        ON CONFLICT (chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash";
    const APPEND: Statement = "INSERT INTO audit (chain, seq, at, actor, operation, subject_kind, subject_id, details, previous, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    const OF_SUBJECT: Statement = "SELECT chain, seq, at, actor, operation, subject_kind, subject_id, details, previous, hash
        FROM audit WHERE subject_id = $1 ORDER BY at DESC, seq DESC LIMIT $2";
    const CHAIN: Statement = "SELECT chain, seq, at, actor, operation, subject_kind, subject_id, details, previous, hash
        FROM audit WHERE chain = $1 AND seq > $2 ORDER BY seq LIMIT 1000";
}

/// How many chains there are.
pub const CHAINS: i64 = 16;

/// What an entry is about: a word and an id.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// The kind of thing: `case`, `party`, `user`, ….
    pub kind: &'static str,
    /// Its id.
    pub id: [u8; 16],
}

/// One entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its place in its chain, from 1.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who, as stored: JSON of [`kernel::Actor`].
    pub actor: String,
    /// The operation's name.
    pub operation: String,
    /// The kind of thing it is about.
    pub subject_kind: String,
    /// The thing's id.
    pub subject_id: [u8; 16],
    /// What changed, as JSON.
    pub details: String,
    previous: Vec<u8>,
    hash: Vec<u8>,
}

impl Entry {
    fn of(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            seq: row.get("seq")?,
            at: row.get("at")?,
            actor: row.get("actor")?,
            operation: row.get("operation")?,
            subject_kind: row.get("subject_kind")?,
            subject_id: row.get("subject_id")?,
            details: row.get("details")?,
            previous: row.get("previous")?,
            hash: row.get("hash")?,
        })
    }

    /// Who did it, as people read it.
    #[must_use]
    pub fn actor_name(&self) -> String {
        serde_json::from_str::<kernel::Actor>(&self.actor)
            .map_or_else(|_| self.actor.clone(), |actor| actor.name().to_owned())
    }

    fn expected_hash(&self, chain: i64) -> Vec<u8> {
        let mut hash = Sha256::new();
        hash.update(&self.previous);
        for number in [chain, self.seq, self.at.as_micros()] {
            hash.update(number.to_be_bytes());
        }
        hash.update(self.subject_id);
        for text in [&self.actor, &self.operation, &self.subject_kind, &self.details] {
            hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(text.as_bytes());
        }
        hash.finalize().to_vec()
    }
}

/// Writes an entry, in the transaction of what it tells of.
///
/// # Errors
/// [`DbError`] from the database.
pub fn append(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    operation: &str,
    subject: Subject,
    details: &Json,
) -> Result<(), DbError> {
    let chain = i64::from(subject.id.last().copied().unwrap_or(0)) % CHAINS;
    let (last, previous) = head(tx, chain)?;
    let mut entry = Entry {
        seq: last + 1,
        at: ctx.now(),
        actor: serde_json::to_string(&ctx.actor).unwrap_or_default(),
        operation: operation.to_owned(),
        subject_kind: subject.kind.to_owned(),
        subject_id: subject.id,
        details: details.to_string(),
        previous,
        hash: Vec::new(),
    };
    entry.hash = entry.expected_hash(chain);
    let appended = tx.execute(
        &APPEND,
        &params![
            chain,
            entry.seq,
            entry.at,
            entry.actor,
            entry.operation,
            entry.subject_kind,
            entry.subject_id,
            entry.details,
            entry.previous,
            entry.hash
        ],
    );
    match appended {
        // Somebody else took the place in the chain at the same moment: the unit runs again on top of that entry.
        Err(DbError::Unique(_)) => return Err(DbError::Retry),
        appended => appended?,
    };
    tx.execute(&MOVE_HEAD, &params![chain, entry.seq, entry.hash]).map(drop)
}

/// The number and hash of a chain's last entry; 0 and zeros before the first.
fn head(tx: &mut Tx<'_>, chain: i64) -> Result<(i64, Vec<u8>), DbError> {
    match tx.row(&HEAD, &params![chain])? {
        Some(row) => Ok((row.get("seq")?, row.get("hash")?)),
        None => Ok((0, vec![0; 32])),
    }
}

/// The newest entries about one thing.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_subject(tx: &mut Tx<'_>, id: [u8; 16], limit: i64) -> Result<Vec<Entry>, DbError> {
    tx.query(&OF_SUBJECT, &params![id, limit])?.iter().map(Entry::of).collect()
}

/// A place where a chain does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// The chain.
    pub chain: i64,
    /// The first entry that does not fit.
    pub seq: i64,
}

/// Recomputes a whole chain and compares its end with the head kept for it: the number of entries, or the first that
/// does not fit or is missing.
///
/// # Errors
/// [`DbError`] from the database.
pub fn verify(tx: &mut Tx<'_>, chain: i64) -> Result<Result<i64, Break>, DbError> {
    let (mut last, mut previous) = (0_i64, vec![0_u8; 32]);
    loop {
        let rows = tx.query(&CHAIN, &params![chain, last])?;
        if rows.is_empty() {
            let fits = head(tx, chain)? == (last, previous);
            return Ok(if fits { Ok(last) } else { Err(Break { chain, seq: last + 1 }) });
        }
        for row in &rows {
            let entry = Entry::of(row)?;
            if entry.seq != last + 1 || entry.previous != previous || entry.hash != entry.expected_hash(chain)
            {
                return Ok(Err(Break { chain, seq: last + 1 }));
            }
            last = entry.seq;
            previous.clone_from(&entry.hash);
        }
    }
}
