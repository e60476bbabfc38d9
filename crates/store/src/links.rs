//! Signed links: each lets somebody outside do one task of a case once. Nothing secret is stored.

use db::{DbError, Row, Tx, params, statements};
use kernel::{CaseId, Date, Instant, LinkId};
use serde_json::{Map, Value as Json};

use crate::Ctx;

statements! {
    const INSERT: Statement = "INSERT INTO link (id, case_id, task, asks, shows, sets, day_field, proof_field, issued_at, last_day, expires_at, used_at, withdrawn_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL, NULL)";
    const BY_ID: Statement = "SELECT * FROM link WHERE id = $1";
    const LAST: Statement = "SELECT * FROM link WHERE case_id = $1 ORDER BY issued_at DESC, id DESC LIMIT 1";
    const WITHDRAW: Statement = "UPDATE link SET withdrawn_at = $3 WHERE case_id = $1 AND task = $2 AND used_at IS NULL AND withdrawn_at IS NULL";
    const USE_UP: Statement = "UPDATE link SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND withdrawn_at IS NULL";
}

/// A signed link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: LinkId,
    /// The case.
    pub case_id: CaseId,
    /// The task it lets one do.
    pub task: String,
    /// The fields of its form that are asked.
    pub asks: Vec<String>,
    /// Answers of the case that are shown.
    pub shows: Vec<String>,
    /// The answers it fixes.
    pub sets: Map<String, Json>,
    /// The answer that becomes the day it is used; empty: none.
    pub day_field: String,
    /// The attachment that becomes the record of the act; empty: none.
    pub proof_field: String,
    /// When it was issued.
    pub issued_at: Instant,
    /// The last day it can be used.
    pub last_day: Date,
    /// The moment it lapses: the end of that day.
    pub expires_at: Instant,
    /// When it was used.
    pub used_at: Option<Instant>,
    /// When another one took its place.
    pub withdrawn_at: Option<Instant>,
}

/// A list or map kept as JSON.
fn read<T: serde::de::DeserializeOwned>(row: &Row, column: &str) -> Result<T, DbError> {
    row.map(column, |text: String| serde_json::from_str(&text).ok())
}

fn of(row: &Row) -> Result<Link, DbError> {
    Ok(Link {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        task: row.get("task")?,
        asks: read(row, "asks")?,
        shows: read(row, "shows")?,
        sets: read(row, "sets")?,
        day_field: row.get("day_field")?,
        proof_field: row.get("proof_field")?,
        issued_at: row.get("issued_at")?,
        last_day: row.get("last_day")?,
        expires_at: row.get("expires_at")?,
        used_at: row.get("used_at")?,
        withdrawn_at: row.get("withdrawn_at")?,
    })
}

/// Stores a link.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, link: &Link) -> Result<(), DbError> {
    let text = |list: &[String]| Json::from(list.to_vec()).to_string();
    let row = params![
        link.id,
        link.case_id,
        link.task,
        text(&link.asks),
        text(&link.shows),
        Json::Object(link.sets.clone()).to_string(),
        link.day_field,
        link.proof_field,
        link.issued_at,
        link.last_day,
        link.expires_at
    ];
    tx.execute(&INSERT, &row).map(drop)
}

/// One link.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: LinkId) -> Result<Option<Link>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}

/// The link a case issued last.
///
/// # Errors
/// [`DbError`] from the database.
pub fn last_of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Option<Link>, DbError> {
    tx.row(&LAST, &params![case])?.as_ref().map(of).transpose()
}

/// Withdraws the links for a task of a case that were not used; answers how many.
///
/// # Errors
/// [`DbError`] from the database.
pub fn withdraw(tx: &mut Tx<'_>, ctx: &Ctx, case: CaseId, task: &str) -> Result<u64, DbError> {
    tx.execute(&WITHDRAW, &params![case, task, ctx.now()])
}

/// Uses a link up. `Ok(false)`: it was used or withdrawn meanwhile. Of two at once one waits here, and comes too late.
///
/// # Errors
/// [`DbError`] from the database.
pub fn use_up(tx: &mut Tx<'_>, ctx: &Ctx, id: LinkId) -> Result<bool, DbError> {
    Ok(tx.execute(&USE_UP, &params![id, ctx.now()])? == 1)
}
