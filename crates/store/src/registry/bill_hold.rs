//! Bills kept out of reminders and arrears while a case about them is open.

use db::{DbError, Tx, params, statements};
use kernel::{BillId, CaseId};

use crate::Ctx;

statements! {
    const HOLD: Statement = "INSERT INTO bill_hold (bill_id, case_id, reason, held_at, released_at) VALUES ($1, $2, $3, $4, NULL)
        ON CONFLICT (bill_id, case_id) DO UPDATE SET reason = $3, held_at = $4, released_at = NULL WHERE bill_hold.released_at IS NOT NULL";
    const OF_CASE: Statement = "SELECT bill_id, reason FROM bill_hold WHERE case_id = $1 AND released_at IS NULL ORDER BY held_at, bill_id";
    const RELEASE: Statement = "UPDATE bill_hold SET released_at = $2 WHERE case_id = $1 AND released_at IS NULL";
    const HOLDERS: Statement = "SELECT c.number FROM bill_hold h JOIN cases c ON c.id = h.case_id
        WHERE h.bill_id = $1 AND h.released_at IS NULL ORDER BY h.held_at, c.number";
}

/// Keeps a bill out of arrears for a case. `Ok(false)`: this case keeps it out already.
///
/// # Errors
/// [`DbError`] from the database.
pub fn hold(tx: &mut Tx<'_>, ctx: &Ctx, bill: BillId, case: CaseId, reason: &str) -> Result<bool, DbError> {
    Ok(tx.execute(&HOLD, &params![bill, case, reason, ctx.now()])? == 1)
}

/// The bills a case keeps out of arrears, each with the reason.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<(BillId, String)>, DbError> {
    tx.query(&OF_CASE, &params![case])?
        .iter()
        .map(|row| Ok((row.get("bill_id")?, row.get("reason")?)))
        .collect()
}

/// Lets go of every bill a case keeps out of arrears.
///
/// # Errors
/// [`DbError`] from the database.
pub fn release(tx: &mut Tx<'_>, ctx: &Ctx, case: CaseId) -> Result<(), DbError> {
    tx.execute(&RELEASE, &params![case, ctx.now()]).map(drop)
}

/// The numbers of the cases that keep a bill out of arrears, the first one first; none: nobody does.
///
/// # Errors
/// [`DbError`] from the database.
pub fn holders(tx: &mut Tx<'_>, bill: BillId) -> Result<Vec<String>, DbError> {
    tx.query(&HOLDERS, &params![bill])?.iter().map(|row| row.get("number")).collect()
}
