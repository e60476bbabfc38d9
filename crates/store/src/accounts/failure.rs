//! Wrong passwords, counted by the name that was typed, whether there is such an account or not.

use db::{DbError, Tx, params, statements};
use kernel::Instant;

statements! {
    const OF: Statement = "SELECT failures, locked_until FROM sign_in_failure WHERE name_hash = $1";
    const PUT: Statement = "INSERT INTO sign_in_failure (name_hash, failures, locked_until, at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (name_hash) DO UPDATE SET failures = $2, locked_until = $3, at = $4";
    const CLEAR: Statement = "DELETE FROM sign_in_failure WHERE name_hash = $1";
    const FORGET: Statement = "DELETE FROM sign_in_failure WHERE at < $1";
}

/// What is known of a name's tries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Failures {
    /// Wrong passwords since the last right one, or since the last lock.
    pub count: i64,
    /// Until when it is locked.
    pub locked_until: Option<Instant>,
}

/// The tries of a name, by the SHA-256 of what was typed.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of(tx: &mut Tx<'_>, name: &[u8; 32]) -> Result<Failures, DbError> {
    tx.row(&OF, &params![name])?.map_or(Ok(Failures::default()), |row| {
        Ok(Failures { count: row.get("failures")?, locked_until: row.get("locked_until")? })
    })
}

/// Writes the tries of a name down.
///
/// # Errors
/// [`DbError`] from the database.
pub fn put(tx: &mut Tx<'_>, name: &[u8; 32], failures: &Failures, at: Instant) -> Result<(), DbError> {
    tx.execute(&PUT, &params![name, failures.count, failures.locked_until, at]).map(drop)
}

/// Forgets the tries of a name.
///
/// # Errors
/// [`DbError`] from the database.
pub fn clear(tx: &mut Tx<'_>, name: &[u8; 32]) -> Result<(), DbError> {
    tx.execute(&CLEAR, &params![name]).map(drop)
}

/// Forgets tries before a moment.
///
/// # Errors
/// [`DbError`] from the database.
pub fn forget(tx: &mut Tx<'_>, before: Instant) -> Result<(), DbError> {
    tx.execute(&FORGET, &params![before]).map(drop)
}
