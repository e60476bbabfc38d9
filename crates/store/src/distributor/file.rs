//! Files of messages as they came, kept byte for byte; a file is known again by its SHA-256.

use db::{DbError, Row, Tx, params, statements};
use kernel::{ImportId, Instant};

use crate::Ctx;

statements! {
    const INSERT: Statement = "INSERT INTO distributor_file (id, name, sha256, content, origin, state, received_at, received_by, applied_at, applied_by, undone_at, undone_by)
        VALUES ($1, $2, $3, $4, $5, 'preview', $6, $7, NULL, '', NULL, '')";
    const BY_ID: Statement = "SELECT id, name, sha256, origin, state, received_at, received_by, applied_at, applied_by, undone_at, undone_by
        FROM distributor_file WHERE id = $1";
    const BY_HASH: Statement = "SELECT id, name, sha256, origin, state, received_at, received_by, applied_at, applied_by, undone_at, undone_by
        FROM distributor_file WHERE sha256 = $1";
    const LATEST: Statement = "SELECT id, name, sha256, origin, state, received_at, received_by, applied_at, applied_by, undone_at, undone_by
        FROM distributor_file ORDER BY received_at DESC, id DESC LIMIT $1";
    const CONTENT: Statement = "SELECT content FROM distributor_file WHERE id = $1";
    const APPLIED: Statement = "UPDATE distributor_file SET state = 'applied', applied_at = $2, applied_by = $3 WHERE id = $1 AND state IN ('preview', 'undone')";
    const UNDONE: Statement = "UPDATE distributor_file SET state = 'undone', undone_at = $2, undone_by = $3 WHERE id = $1 AND state = 'applied'";
    const LAST_APPLIED: Statement = "SELECT id FROM distributor_file WHERE state = 'applied' ORDER BY applied_at DESC, id DESC LIMIT 1";
}

/// A file, without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: ImportId,
    /// Its name, as it came.
    pub name: String,
    /// SHA-256 of its content, in hexadecimal.
    pub sha256: String,
    /// `upload` or `folder`.
    pub origin: String,
    /// `preview`, `applied` or `undone`.
    pub state: String,
    /// When it came.
    pub received_at: Instant,
    /// Who brought it.
    pub received_by: String,
    /// When its messages were applied.
    pub applied_at: Option<Instant>,
    /// Who applied them.
    pub applied_by: String,
    /// When that was undone.
    pub undone_at: Option<Instant>,
    /// Who undid it.
    pub undone_by: String,
}

fn of(row: &Row) -> Result<File, DbError> {
    Ok(File {
        id: row.get("id")?,
        name: row.get("name")?,
        sha256: row.get("sha256")?,
        origin: row.get("origin")?,
        state: row.get("state")?,
        received_at: row.get("received_at")?,
        received_by: row.get("received_by")?,
        applied_at: row.get("applied_at")?,
        applied_by: row.get("applied_by")?,
        undone_at: row.get("undone_at")?,
        undone_by: row.get("undone_by")?,
    })
}

/// Stores a file.
///
/// # Errors
/// [`DbError::Unique`] when a file with this content is there, or another failure of the database.
pub fn insert(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    (name, sha256, origin): (&str, &str, &str),
    content: &[u8],
) -> Result<ImportId, DbError> {
    let id = ctx.id(ImportId::from_bytes);
    tx.execute(&INSERT, &params![id, name, sha256, content.to_vec(), origin, ctx.now(), ctx.actor.name()])?;
    Ok(id)
}

/// A file.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: ImportId) -> Result<Option<File>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}

/// The file with this content.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_hash(tx: &mut Tx<'_>, sha256: &str) -> Result<Option<File>, DbError> {
    tx.row(&BY_HASH, &params![sha256])?.as_ref().map(of).transpose()
}

/// The latest files, newest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn latest(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<File>, DbError> {
    tx.query(&LATEST, &params![limit])?.iter().map(of).collect()
}

/// The bytes of a file.
///
/// # Errors
/// [`DbError`] from the database.
pub fn content(tx: &mut Tx<'_>, id: ImportId) -> Result<Option<Vec<u8>>, DbError> {
    tx.row(&CONTENT, &params![id])?.map(|row| row.get("content")).transpose()
}

/// Marks a file as applied. `Ok(false)`: it was before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn mark_applied(tx: &mut Tx<'_>, ctx: &Ctx, id: ImportId) -> Result<bool, DbError> {
    Ok(tx.execute(&APPLIED, &params![id, ctx.now(), ctx.actor.name()])? == 1)
}

/// Marks a file as undone. `Ok(false)`: it was not applied.
///
/// # Errors
/// [`DbError`] from the database.
pub fn mark_undone(tx: &mut Tx<'_>, ctx: &Ctx, id: ImportId) -> Result<bool, DbError> {
    Ok(tx.execute(&UNDONE, &params![id, ctx.now(), ctx.actor.name()])? == 1)
}

/// The file that was applied last.
///
/// # Errors
/// [`DbError`] from the database.
pub fn last_applied(tx: &mut Tx<'_>) -> Result<Option<ImportId>, DbError> {
    tx.row(&LAST_APPLIED, &[])?.map(|row| row.get("id")).transpose()
}
