//! The messages of a file, one row each: what came of it, and why.

use db::{DbError, Row as DbRow, Tx, params, statements};
use kernel::{CaseId, ImportId, Instant};

statements! {
    const INSERT: Statement = "INSERT INTO distributor_row (file_id, row, member, digest, service, flow, sequence, distributor, request_code, point_code, message, case_id, state, verdict,
        note_it, note_en, at, due_at, read_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, NULL)";
    const OF_FILE: Statement = "SELECT file_id, row, member, digest, service, flow, sequence, distributor, request_code, point_code, message, case_id, state, verdict, note_it, note_en, at, due_at, read_at
        FROM distributor_row WHERE file_id = $1 ORDER BY row";
    const ONE: Statement = "SELECT file_id, row, member, digest, service, flow, sequence, distributor, request_code, point_code, message, case_id, state, verdict, note_it, note_en, at, due_at, read_at
        FROM distributor_row WHERE file_id = $1 AND row = $2";
    const APPLIED_TO_REQUEST: Statement = "SELECT file_id, row, member, digest, service, flow, sequence, distributor, request_code, point_code, message, case_id, state, verdict, note_it, note_en, at, due_at, read_at
        FROM distributor_row WHERE distributor = $1 AND request_code = $2 AND service = $3 AND state = 'applied' ORDER BY at, file_id, row";
    const APPLIED_TO_CASE: Statement = "SELECT file_id, row, member, digest, service, flow, sequence, distributor, request_code, point_code, message, case_id, state, verdict, note_it, note_en, at, due_at, read_at
        FROM distributor_row WHERE case_id = $1 AND state = 'applied' ORDER BY at, file_id, row";
    const QUARANTINED: Statement = "SELECT file_id, row, member, digest, service, flow, sequence, distributor, request_code, point_code, message, case_id, state, verdict, note_it, note_en, at, due_at, read_at
        FROM distributor_row WHERE state = 'quarantined' ORDER BY at, file_id, row LIMIT $1";
    const UPDATE: Statement = "UPDATE distributor_row SET sequence = $3, request_code = $4, case_id = $5, state = $6, verdict = $7, note_it = $8, note_en = $9, at = $10, due_at = $11, read_at = $12
        WHERE file_id = $1 AND row = $2";
    const READ: Statement = "UPDATE distributor_row SET read_at = $3 WHERE file_id = $1 AND row = $2 AND read_at IS NULL";
}

/// A message of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The file.
    pub file_id: ImportId,
    /// Its place in the file, from 1.
    pub row: i64,
    /// The member of the package it stood in.
    pub member: String,
    /// SHA-256 of the message.
    pub digest: String,
    /// The service; empty when it cannot be read.
    pub service: String,
    /// The step, by its code; empty when it cannot be read.
    pub flow: String,
    /// Which message of the step.
    pub sequence: i64,
    /// The distributor's VAT number.
    pub distributor: String,
    /// Our code of the request it answers.
    pub request_code: String,
    /// The point it is about, where it says so.
    pub point_code: String,
    /// The message, as JSON; empty when it cannot be read.
    pub message: String,
    /// The case it belongs to.
    pub case_id: Option<CaseId>,
    /// `preview`, `applied`, `ignored`, `quarantined`, `dismissed` or `undone`.
    pub state: String,
    /// Why: a stable word.
    pub verdict: String,
    /// A sentence for people, in Italian; empty where the verdict says all.
    pub note_it: String,
    /// The same in English.
    pub note_en: String,
    /// When it got its state.
    pub at: Option<Instant>,
    /// When it is told to the process: until then its file can be taken back.
    pub due_at: Option<Instant>,
    /// When the process took it in.
    pub read_at: Option<Instant>,
}

fn of(row: &DbRow) -> Result<Row, DbError> {
    Ok(Row {
        file_id: row.get("file_id")?,
        row: row.get("row")?,
        member: row.get("member")?,
        digest: row.get("digest")?,
        service: row.get("service")?,
        flow: row.get("flow")?,
        sequence: row.get("sequence")?,
        distributor: row.get("distributor")?,
        request_code: row.get("request_code")?,
        point_code: row.get("point_code")?,
        message: row.get("message")?,
        case_id: row.get("case_id")?,
        state: row.get("state")?,
        verdict: row.get("verdict")?,
        note_it: row.get("note_it")?,
        note_en: row.get("note_en")?,
        at: row.get("at")?,
        due_at: row.get("due_at")?,
        read_at: row.get("read_at")?,
    })
}

/// Stores a message.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    tx.execute(
        &INSERT,
        &params![
            row.file_id,
            row.row,
            row.member,
            row.digest,
            row.service,
            row.flow,
            row.sequence,
            row.distributor,
            row.request_code,
            row.point_code,
            row.message,
            row.case_id,
            row.state,
            row.verdict,
            row.note_it,
            row.note_en,
            row.at,
            row.due_at
        ],
    )
    .map(drop)
}

/// The messages of a file, in its order.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_file(tx: &mut Tx<'_>, file: ImportId) -> Result<Vec<Row>, DbError> {
    tx.query(&OF_FILE, &params![file])?.iter().map(of).collect()
}

/// One message.
///
/// # Errors
/// [`DbError`] from the database.
pub fn one(tx: &mut Tx<'_>, file: ImportId, row: i64) -> Result<Option<Row>, DbError> {
    tx.row(&ONE, &params![file, row])?.as_ref().map(of).transpose()
}

/// Messages applied to a request, in the order they were applied.
///
/// # Errors
/// [`DbError`] from the database.
pub fn applied_to_request(
    tx: &mut Tx<'_>,
    distributor: &str,
    request: &str,
    service: &str,
) -> Result<Vec<Row>, DbError> {
    tx.query(&APPLIED_TO_REQUEST, &params![distributor, request, service])?.iter().map(of).collect()
}

/// Messages applied to a case, in the order they were applied.
///
/// # Errors
/// [`DbError`] from the database.
pub fn applied_to_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Row>, DbError> {
    tx.query(&APPLIED_TO_CASE, &params![case])?.iter().map(of).collect()
}

/// Messages that wait for a person, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn quarantined(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<Row>, DbError> {
    tx.query(&QUARANTINED, &params![limit])?.iter().map(of).collect()
}

/// Writes down what became of a message.
///
/// # Errors
/// [`DbError::Unique`] when the same message was applied meanwhile, or another failure of the database.
pub fn update(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    tx.execute(
        &UPDATE,
        &params![
            row.file_id,
            row.row,
            row.sequence,
            row.request_code,
            row.case_id,
            row.state,
            row.verdict,
            row.note_it,
            row.note_en,
            row.at,
            row.due_at,
            row.read_at
        ],
    )
    .map(drop)
}

/// Marks a message as taken in by the process. `Ok(false)`: it was before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn mark_read(tx: &mut Tx<'_>, file: ImportId, row: i64, at: Instant) -> Result<bool, DbError> {
    Ok(tx.execute(&READ, &params![file, row, at])? == 1)
}
