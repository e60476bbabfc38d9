//! Cases that wait for what becomes of bills.

use db::{DbError, Tx, params, statements};
use kernel::{BillId, CaseId};

statements! {
    const WATCH: Statement = "INSERT INTO bill_watch (bill_id, case_id) VALUES ($1, $2) ON CONFLICT (bill_id, case_id) DO NOTHING";
    const UNWATCH: Statement = "DELETE FROM bill_watch WHERE case_id = $1";
    const WATCHERS: Statement = @split {
        sqlite: "SELECT DISTINCT c.id, c.number FROM bill_watch w JOIN cases c ON c.id = w.case_id
            WHERE w.bill_id IN (SELECT unhex(value) FROM json_each($1)) AND c.closed_at IS NULL ORDER BY c.number",
        postgres: "SELECT DISTINCT c.id, c.number FROM bill_watch w JOIN cases c ON c.id = w.case_id
            WHERE w.bill_id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex')) AND c.closed_at IS NULL ORDER BY c.number"
    };
}

/// A case waits for what becomes of a bill; twice is once.
///
/// # Errors
/// [`DbError`] from the database.
pub fn watch(tx: &mut Tx<'_>, bill: BillId, case: CaseId) -> Result<(), DbError> {
    tx.execute(&WATCH, &params![bill, case]).map(drop)
}

/// A case waits for no bill any more.
///
/// # Errors
/// [`DbError`] from the database.
pub fn unwatch(tx: &mut Tx<'_>, case: CaseId) -> Result<(), DbError> {
    tx.execute(&UNWATCH, &params![case]).map(drop)
}

/// The open cases that wait for any of these bills, each once, with its number: one question, however many bills.
///
/// # Errors
/// [`DbError`] from the database.
pub fn watchers(tx: &mut Tx<'_>, bills: &[BillId]) -> Result<Vec<(CaseId, String)>, DbError> {
    if bills.is_empty() {
        return Ok(Vec::new());
    }
    tx.query(&WATCHERS, &params![super::hex_list(bills)])?
        .iter()
        .map(|row| Ok((row.get("id")?, row.get("number")?)))
        .collect()
}
