//! Signed-in sessions, and the windows that limit how often something may be tried.

use db::{DbError, Tx, params, statements};
use kernel::{Instant, SessionId, UserId};

statements! {
    const INSERT: Statement = "INSERT INTO user_session (id, token_hash, user_id, created_at, seen_at, expires_at, ended_at, address, agent)
        VALUES ($1, $2, $3, $4, $4, $5, NULL, $6, $7)";
    const BY_HASH: Statement = "SELECT id, user_id, created_at, seen_at, expires_at FROM user_session
        WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > $2";
    const SEEN: Statement = "UPDATE user_session SET seen_at = $2, expires_at = $3 WHERE id = $1";
    const END: Statement = "UPDATE user_session SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL";
    const END_ALL: Statement = "UPDATE user_session SET ended_at = $2 WHERE user_id = $1 AND ended_at IS NULL";
    const HIT: Statement = "INSERT INTO rate_window (bucket, window_start, hits) VALUES ($1, $2, 1)
        ON CONFLICT (bucket) DO UPDATE SET
            hits = CASE WHEN rate_window.window_start = $2 THEN rate_window.hits + 1 ELSE 1 END, window_start = $2
        RETURNING hits";
}

/// A session that is alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Whose it is.
    pub user_id: UserId,
    /// When it began.
    pub created_at: Instant,
    /// When it was last used.
    pub seen_at: Instant,
    /// When it ends unless it is used.
    pub expires_at: Instant,
}

/// A session to be stored. The token itself is never stored, only its SHA-256.
#[derive(Clone, Debug)]
pub struct NewSession<'a> {
    /// Its id.
    pub id: SessionId,
    /// SHA-256 of the cookie's token.
    pub token_hash: [u8; 32],
    /// Whose it is.
    pub user_id: UserId,
    /// When it began.
    pub at: Instant,
    /// When it ends unless it is used.
    pub expires_at: Instant,
    /// Network address it began from.
    pub address: &'a str,
    /// Browser it began with.
    pub agent: &'a str,
}

/// Stores a new session.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, session: &NewSession<'_>) -> Result<(), DbError> {
    let s = session;
    tx.execute(&INSERT, &params![s.id, s.token_hash, s.user_id, s.at, s.expires_at, s.address, s.agent])
        .map(drop)
}

/// The living session of a token.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_token_hash(tx: &mut Tx<'_>, hash: &[u8; 32], now: Instant) -> Result<Option<Session>, DbError> {
    tx.row(&BY_HASH, &params![hash, now])?
        .map(|row| {
            Ok(Session {
                id: row.get("id")?,
                user_id: row.get("user_id")?,
                created_at: row.get("created_at")?,
                seen_at: row.get("seen_at")?,
                expires_at: row.get("expires_at")?,
            })
        })
        .transpose()
}

/// Writes down that a session was used, and until when it now lasts.
///
/// # Errors
/// [`DbError`] from the database.
pub fn seen(tx: &mut Tx<'_>, id: SessionId, at: Instant, expires_at: Instant) -> Result<(), DbError> {
    tx.execute(&SEEN, &params![id, at, expires_at]).map(drop)
}

/// Ends a session.
///
/// # Errors
/// [`DbError`] from the database.
pub fn end(tx: &mut Tx<'_>, id: SessionId, at: Instant) -> Result<(), DbError> {
    tx.execute(&END, &params![id, at]).map(drop)
}

/// Ends every session of an account, as after a change of password.
///
/// # Errors
/// [`DbError`] from the database.
pub fn end_all(tx: &mut Tx<'_>, user: UserId, at: Instant) -> Result<(), DbError> {
    tx.execute(&END_ALL, &params![user, at]).map(drop)
}

/// Counts a try in the present window of `seconds` and answers how many there were in it.
///
/// # Errors
/// [`DbError`] from the database.
pub fn hit(tx: &mut Tx<'_>, bucket: &str, now: Instant, seconds: i64) -> Result<i64, DbError> {
    let start = now.as_micros() / 1_000_000 / seconds * seconds;
    tx.row(&HIT, &params![bucket, start])?.map_or(Ok(0), |row| row.get("hits"))
}
