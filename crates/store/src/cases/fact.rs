//! Dated facts and suspensions of a case.

use db::{DbError, Row, Tx, params, statements};
use domain::cases::{Fact, Suspension, SuspensionCause};
use kernel::{CaseId, FactId, Instant};

use crate::Ctx;

statements! {
    const INSERT: Statement = "INSERT INTO case_fact (id, case_id, kind, at, recorded_at, recorded_by, document_id, note, corrects, corrected)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, FALSE)";
    const CORRECTED: Statement = "UPDATE case_fact SET corrected = TRUE WHERE id = $1 AND case_id = $2 AND corrected = FALSE";
    const OF_CASE: Statement = "SELECT id, case_id, kind, at, recorded_at, recorded_by, document_id, note, corrects, corrected
        FROM case_fact WHERE case_id = $1 ORDER BY recorded_at, id";
    const SUSPEND: Statement = "INSERT INTO case_suspension (id, case_id, cause, from_at, to_at, element, recorded_by, document_id, note, stops)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    const RESUME: Statement = "UPDATE case_suspension SET to_at = $2, document_id = COALESCE($3, document_id) WHERE case_id = $1 AND to_at IS NULL
        AND ($4 = '*' OR element = $4)";
    const PUT_RIGHT: Statement = "UPDATE case_suspension SET cause = $3, from_at = $4, to_at = $5, document_id = $6, stops = $7
        WHERE case_id = $1 AND id = $2";
    const SUSPENSIONS: Statement = "SELECT id, cause, from_at, to_at, element, document_id, note, stops FROM case_suspension WHERE case_id = $1
        ORDER BY from_at, id";
}

fn of(row: &Row) -> Result<Fact, DbError> {
    Ok(Fact {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        kind: row.get("kind")?,
        at: row.get("at")?,
        recorded_at: row.get("recorded_at")?,
        recorded_by: row.map("recorded_by", |text: String| serde_json::from_str(&text).ok())?,
        document_id: row.get("document_id")?,
        note: row.get("note")?,
        corrects: row.get("corrects")?,
        corrected: row.get("corrected")?,
    })
}

/// Writes a fact down.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, fact: &Fact) -> Result<(), DbError> {
    let f = fact;
    let by = serde_json::to_string(&f.recorded_by).unwrap_or_default();
    tx.execute(
        &INSERT,
        &params![f.id, f.case_id, f.kind, f.at, f.recorded_at, by, f.document_id, f.note, f.corrects],
    )
    .map(drop)
}

/// Marks a fact as put right by a later one. `Ok(false)`: there is no such fact, or it was put right already.
///
/// # Errors
/// [`DbError`] from the database.
pub fn mark_corrected(tx: &mut Tx<'_>, case: CaseId, fact: FactId) -> Result<bool, DbError> {
    Ok(tx.execute(&CORRECTED, &params![fact, case])? == 1)
}

/// All facts of a case in the order they were written down, put-right ones included.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Fact>, DbError> {
    tx.query(&OF_CASE, &params![case])?.iter().map(of).collect()
}

/// Stores a suspension: begun, or with its end where that is known.
///
/// # Errors
/// [`DbError`] from the database.
pub fn suspend(tx: &mut Tx<'_>, ctx: &Ctx, case: CaseId, suspension: &Suspension) -> Result<(), DbError> {
    let s = suspension;
    let id = ctx.id(FactId::from_bytes);
    tx.execute(
        &SUSPEND,
        &params![
            id,
            case,
            s.cause.code(),
            s.from,
            s.to,
            s.element,
            ctx.actor.name(),
            s.document_id,
            s.note,
            s.stops.join(",")
        ],
    )
    .map(drop)
}

/// Ends the open suspensions of a case, with the paper that ended them: those of an element, or all of them.
///
/// # Errors
/// [`DbError`] from the database.
pub fn resume(
    tx: &mut Tx<'_>,
    case: CaseId,
    element: Option<&str>,
    at: Instant,
    document: Option<kernel::DocumentId>,
) -> Result<(), DbError> {
    tx.execute(&RESUME, &params![case, at, document, element.unwrap_or("*")]).map(drop)
}

/// Puts a suspension right: its cause, dates, paper, and what it holds.
///
/// # Errors
/// [`DbError`] from the database.
pub fn put_right(tx: &mut Tx<'_>, case: CaseId, id: FactId, right: &Suspension) -> Result<(), DbError> {
    let r = right;
    let stops = r.stops.join(",");
    tx.execute(&PUT_RIGHT, &params![case, id, r.cause.code(), r.from, r.to, r.document_id, stops]).map(drop)
}

/// All suspensions of a case, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn suspensions(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Suspension>, DbError> {
    Ok(suspensions_with_ids(tx, case)?.into_iter().map(|(_, suspension)| suspension).collect())
}

/// The same, each with its id.
///
/// # Errors
/// [`DbError`] from the database.
pub fn suspensions_with_ids(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<(FactId, Suspension)>, DbError> {
    tx.query(&SUSPENSIONS, &params![case])?
        .iter()
        .map(|row| {
            let stops: String = row.get("stops")?;
            let suspension = Suspension {
                cause: row.map("cause", |code: String| SuspensionCause::from_code(&code))?,
                from: row.get("from_at")?,
                to: row.get("to_at")?,
                document_id: row.get("document_id")?,
                note: row.get("note")?,
                element: row.get("element")?,
                stops: stops.split(',').filter(|stop| !stop.is_empty()).map(str::to_owned).collect(),
            };
            Ok((row.get("id")?, suspension))
        })
        .collect()
}
