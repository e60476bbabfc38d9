//! The record of a run: when, who, what came of it, and every row that was refused or warned about.

use db::{DbError, Row, Tx, params};
use domain::import::Refusal;
use kernel::{ImportId, Instant};

use super::statements as sql;
use crate::Ctx;

/// A run as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its id.
    pub id: ImportId,
    /// The profile it reads by.
    pub profile: String,
    /// The folder it reads.
    pub folder: String,
    /// Whether it only compares.
    pub dry_run: bool,
    /// `running`, `done`, `failed`, `stopped` or `interrupted`.
    pub state: String,
    /// The file it works on, or worked on last.
    pub file: String,
    /// Rows of that file done so far.
    pub rows_done: i64,
    /// When it began.
    pub started_at: Instant,
    /// When it ended; while it runs, or if it was interrupted, when it last gave a sign of life.
    pub seen_at: Instant,
    /// Who started it.
    pub started_by: String,
    /// What came of it, as JSON; empty while it runs.
    pub report: String,
    /// Why it failed; empty otherwise.
    pub error: String,
}

/// A refused or warned row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotedRow {
    /// The row, counted from 1 without the header.
    pub row: i64,
    /// Why, a stable word.
    pub reason: String,
    /// Whether it was refused; otherwise it was imported with a warning.
    pub refused: bool,
    /// The column, as the file names it.
    pub field: String,
    /// What stands there.
    pub value: String,
    /// A sentence for the clerk, in Italian.
    pub message_it: String,
    /// The same in English.
    pub message_en: String,
}

fn of(row: &Row) -> Result<Run, DbError> {
    let started_at: Instant = row.get("started_at")?;
    Ok(Run {
        id: row.get("id")?,
        profile: row.get("profile")?,
        folder: row.get("folder")?,
        dry_run: row.get("dry_run")?,
        state: row.get("state")?,
        file: row.get("file")?,
        rows_done: row.get("rows_done")?,
        started_at,
        seen_at: row.get::<Option<Instant>>("ended_at")?.unwrap_or(started_at),
        started_by: row.get("started_by")?,
        report: row.get("report")?,
        error: row.get("error")?,
    })
}

/// Writes down that a run begins.
///
/// # Errors
/// [`DbError`] from the database.
pub fn begin(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: ImportId,
    profile: &str,
    folder: &str,
    dry_run: bool,
) -> Result<(), DbError> {
    tx.execute(&sql::INSERT_RUN, &params![id, profile, folder, dry_run, ctx.now(), ctx.actor.name()])
        .map(drop)
}

/// Writes down how far a run is: also its sign of life.
///
/// # Errors
/// [`DbError`] from the database.
pub fn progress(tx: &mut Tx<'_>, ctx: &Ctx, id: ImportId, file: &str, rows: i64) -> Result<(), DbError> {
    tx.execute(&sql::PROGRESS, &params![id, file, rows, ctx.now()]).map(drop)
}

/// Writes down that a run goes on, or begins at last. Says whether it does: one that came to its end does not.
///
/// # Errors
/// [`DbError`] from the database.
pub fn resume(tx: &mut Tx<'_>, ctx: &Ctx, id: ImportId) -> Result<bool, DbError> {
    Ok(tx.execute(&sql::RESUME_RUN, &params![id, ctx.now()])? > 0)
}

/// Writes down how a run ended: `done` with its report, `failed` with the reason, or `stopped`.
///
/// # Errors
/// [`DbError`] from the database.
pub fn end(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: ImportId,
    state: &str,
    report: &str,
    error: &str,
) -> Result<(), DbError> {
    tx.execute(&sql::END_RUN, &params![id, state, ctx.now(), report, error]).map(drop)
}

/// Marks runs that gave no sign of life since a moment as interrupted: their program died.
///
/// # Errors
/// [`DbError`] from the database.
pub fn interrupt(tx: &mut Tx<'_>, silent_since: Instant) -> Result<u64, DbError> {
    tx.execute(&sql::INTERRUPT, &params![silent_since])
}

/// Runs, newest first, those before the last one of the page before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn page(tx: &mut Tx<'_>, before: Option<(Instant, ImportId)>, limit: i64) -> Result<Vec<Run>, DbError> {
    let (at, id) = before.unwrap_or((Instant::from_micros(i64::MAX), ImportId::from_bytes([0xff; 16])));
    tx.query(&sql::RUNS, &params![at, id, limit])?.iter().map(of).collect()
}

/// One run.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: ImportId) -> Result<Option<Run>, DbError> {
    tx.row(&sql::RUN, &params![id])?.as_ref().map(of).transpose()
}

/// Keeps refused (or warned) rows of a file. One row counts once for each reason and field.
///
/// # Errors
/// [`DbError`] from the database.
pub fn note(
    tx: &mut Tx<'_>,
    id: ImportId,
    file: &str,
    refused: bool,
    rows: &[Refusal],
) -> Result<(), DbError> {
    let sets: Vec<_> = rows
        .iter()
        .map(|r| {
            let row = i64::try_from(r.row).unwrap_or(i64::MAX);
            params![id, file, row, r.reason.code(), refused, r.field, r.value, r.message_it, r.message_en]
        })
        .collect();
    tx.batch(&sql::INSERT_ROW, &sets).map(drop)
}

/// Refused and warned rows of a file in their order, after the last one of the page before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn rows(
    tx: &mut Tx<'_>,
    id: ImportId,
    file: &str,
    after: Option<(i64, &str, &str)>,
    limit: i64,
) -> Result<Vec<NotedRow>, DbError> {
    let (row, reason, field) = after.unwrap_or((0, "", ""));
    tx.query(&sql::ROWS, &params![id, file, row, reason, field, limit])?
        .iter()
        .map(|row| {
            Ok(NotedRow {
                row: row.get("row_number")?,
                reason: row.get("reason")?,
                refused: row.get("refused")?,
                field: row.get("field")?,
                value: row.get("value")?,
                message_it: row.get("message_it")?,
                message_en: row.get("message_en")?,
            })
        })
        .collect()
}
