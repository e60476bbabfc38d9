//! Bearer tokens of the API and the keys that make its writes repeatable.

use db::{DbError, Tx, params, statements};
use kernel::{Instant, TokenId, UserId};

statements! {
    const INSERT: Statement = "INSERT INTO api_token (id, user_id, name, token_hash, created_at, revoked_at) VALUES ($1, $2, $3, $4, $5, NULL)";
    const BY_HASH: Statement = "SELECT id, user_id FROM api_token WHERE token_hash = $1 AND revoked_at IS NULL";
    const REVOKE: Statement = "UPDATE api_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";
    const KEPT: Statement = "SELECT request_hash, status, body FROM idempotency_key WHERE token_id = $1 AND key = $2";
    const KEEP: Statement = "INSERT INTO idempotency_key (token_id, key, request_hash, status, body, created_at) VALUES ($1, $2, $3, $4, $5, $6)";
    const FORGET: Statement = "DELETE FROM idempotency_key WHERE token_id = $1 AND key = $2";
    const FORGET_BEFORE: Statement = "DELETE FROM idempotency_key WHERE created_at < $1";
}

/// An answer already given to a write with the same key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAnswer {
    /// SHA-256 of the request it answered.
    pub request_hash: [u8; 32],
    /// HTTP status.
    pub status: u16,
    /// The body.
    pub body: String,
}

/// Stores a token; only its SHA-256 is kept.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(
    tx: &mut Tx<'_>,
    id: TokenId,
    user: UserId,
    name: &str,
    hash: &[u8; 32],
    at: Instant,
) -> Result<(), DbError> {
    tx.execute(&INSERT, &params![id, user, name, hash, at]).map(drop)
}

/// The token and its account, unless it was revoked.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_hash(tx: &mut Tx<'_>, hash: &[u8; 32]) -> Result<Option<(TokenId, UserId)>, DbError> {
    tx.row(&BY_HASH, &params![hash])?.map(|row| Ok((row.get("id")?, row.get("user_id")?))).transpose()
}

/// Makes a token worthless.
///
/// # Errors
/// [`DbError`] from the database.
pub fn revoke(tx: &mut Tx<'_>, id: TokenId, at: Instant) -> Result<(), DbError> {
    tx.execute(&REVOKE, &params![id, at]).map(drop)
}

/// The answer kept for a key.
///
/// # Errors
/// [`DbError`] from the database.
pub fn kept_answer(tx: &mut Tx<'_>, token: TokenId, key: &str) -> Result<Option<KeptAnswer>, DbError> {
    tx.row(&KEPT, &params![token, key])?
        .map(|row| {
            Ok(KeptAnswer {
                request_hash: row.get("request_hash")?,
                status: row.get("status")?,
                body: row.get("body")?,
            })
        })
        .transpose()
}

/// Keeps an answer, in the transaction of what it answers.
///
/// # Errors
/// A unique violation when the same key was used at the same moment; the unit is then to be answered as repeated.
pub fn keep_answer(
    tx: &mut Tx<'_>,
    token: TokenId,
    key: &str,
    answer: &KeptAnswer,
    at: Instant,
) -> Result<(), DbError> {
    tx.execute(&KEEP, &params![token, key, answer.request_hash, answer.status, answer.body, at]).map(drop)
}

/// Forgets the answer kept for a key.
///
/// # Errors
/// [`DbError`] from the database.
pub fn forget_answer(tx: &mut Tx<'_>, token: TokenId, key: &str) -> Result<(), DbError> {
    tx.execute(&FORGET, &params![token, key]).map(drop)
}

/// Forgets the answers kept before a moment; tells how many.
///
/// # Errors
/// [`DbError`] from the database.
pub fn forget_before(tx: &mut Tx<'_>, before: Instant) -> Result<u64, DbError> {
    tx.execute(&FORGET_BEFORE, &params![before])
}
