//! Supplies that were cut, and when they came back.

use db::{DbError, Row, Tx, params, statements};
use domain::debt::{Suspension, SuspensionReason};
use kernel::{CaseId, Date, SupplyPointId};

statements! {
    const INSERT: Statement = "INSERT INTO supply_suspension (id, supply_point_id, contract_id, reason, started_on, ended_on, seal, seal_found, seal_removed, seal_put,
        tampering_note, case_id, ended_by_case_id) VALUES ($1, $2, $3, $4, $5, NULL, $6, '', '', '', '', $7, NULL)";
    const OPEN: Statement = "SELECT id, supply_point_id, contract_id, reason, started_on, ended_on, seal, case_id FROM supply_suspension
        WHERE supply_point_id = $1 AND ended_on IS NULL";
    const OF_POINT: Statement = "SELECT id, supply_point_id, contract_id, reason, started_on, ended_on, seal, case_id FROM supply_suspension
        WHERE supply_point_id = $1 ORDER BY started_on DESC, id DESC LIMIT 100";
    const END: Statement = "UPDATE supply_suspension SET ended_on = $2, ended_by_case_id = $3, seal_found = $4, seal_removed = $5, seal_put = $6, tampering_note = $7
        WHERE supply_point_id = $1 AND ended_on IS NULL";
    const FOUND: Statement = "SELECT seal_found, seal_removed, seal_put, tampering_note FROM supply_suspension WHERE ended_by_case_id = $1";
}

/// What was found when the supply came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// In which state the seal was: `intact`, `broken`, `missing` or `none`.
    pub seal_found: String,
    /// The number of the seal taken off.
    pub seal_removed: String,
    /// The number of the seal put on.
    pub seal_put: String,
    /// What looked like tampering.
    pub tampering_note: String,
}

fn of(row: &Row) -> Result<Suspension, DbError> {
    Ok(Suspension {
        id: row.get("id")?,
        supply_point_id: row.get("supply_point_id")?,
        contract_id: row.get("contract_id")?,
        reason: row.map("reason", |code: String| SuspensionReason::from_code(&code))?,
        started_on: row.get("started_on")?,
        ended_on: row.get("ended_on")?,
        seal: row.get("seal")?,
        case_id: row.get("case_id")?,
    })
}

/// Records that a supply was cut.
///
/// # Errors
/// `DbError::Unique` when it is cut already.
pub fn insert(tx: &mut Tx<'_>, suspension: &Suspension) -> Result<(), DbError> {
    let s = suspension;
    tx.execute(
        &INSERT,
        &params![s.id, s.supply_point_id, s.contract_id, s.reason.code(), s.started_on, s.seal, s.case_id],
    )
    .map(drop)
}

/// The suspension of a point that is open.
///
/// # Errors
/// [`DbError`] from the database.
pub fn open(tx: &mut Tx<'_>, point: SupplyPointId) -> Result<Option<Suspension>, DbError> {
    tx.row(&OPEN, &params![point])?.as_ref().map(of).transpose()
}

/// The suspensions of a point, newest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_point(tx: &mut Tx<'_>, point: SupplyPointId) -> Result<Vec<Suspension>, DbError> {
    tx.query(&OF_POINT, &params![point])?.iter().map(of).collect()
}

/// Ends the open suspension of a point, with what was found then. `Ok(false)`: none was open.
///
/// # Errors
/// [`DbError`] from the database.
pub fn end(
    tx: &mut Tx<'_>,
    point: SupplyPointId,
    ended_on: Date,
    by: CaseId,
    found: &Found,
) -> Result<bool, DbError> {
    let f = found;
    let row = params![point, ended_on, by, f.seal_found, f.seal_removed, f.seal_put, f.tampering_note];
    Ok(tx.execute(&END, &row)? == 1)
}

/// What was found when a case ended a suspension; none: it ended none.
///
/// # Errors
/// [`DbError`] from the database.
pub fn found_by(tx: &mut Tx<'_>, case: CaseId) -> Result<Option<Found>, DbError> {
    let Some(row) = tx.row(&FOUND, &params![case])? else { return Ok(None) };
    Ok(Some(Found {
        seal_found: row.get("seal_found")?,
        seal_removed: row.get("seal_removed")?,
        seal_put: row.get("seal_put")?,
        tampering_note: row.get("tampering_note")?,
    }))
}
