//! What is owed on a contract, as the check of a debt needs it.

use db::{DbError, Tx, params, statements};
use domain::{instalments::PastBill, registry::Bill};
use kernel::{BillId, ContractId, Date, Instant, PartyId};

statements! {
    const OPEN: Statement = "SELECT b.*, EXISTS (SELECT 1 FROM bill_hold h WHERE h.bill_id = b.id AND h.released_at IS NULL) AS held FROM bill b
        WHERE b.contract_id = $1 AND b.amount_cents <> b.paid_cents ORDER BY b.due_on, b.number LIMIT 500";
    const DISPUTED: Statement = "SELECT DISTINCT h.bill_id FROM bill_hold h JOIN cases c ON c.id = h.case_id JOIN bill b ON b.id = h.bill_id
        WHERE b.contract_id = $1 AND h.released_at IS NULL AND c.procedure IN ('REC', 'RET')";
    const OTHER_OVERDUE: Statement = "SELECT COUNT(*) AS total FROM contract c JOIN bill b ON b.contract_id = c.id
        WHERE c.party_id = $1 AND c.id <> $2 AND b.amount_cents > b.paid_cents AND b.due_on < $3";
    const LAST_PAYMENT: Statement = "SELECT MAX(p.recorded_at) AS at FROM payment p WHERE p.bill_id = $1 AND p.amount_cents > 0";
    const PAST_DUE: Statement = "SELECT id FROM bill WHERE contract_id = $1 AND due_on < $2 AND amount_cents > 0 ORDER BY due_on DESC, number DESC LIMIT 24";
    const PAST: Statement = "SELECT issued_on, due_on, amount_cents FROM bill WHERE contract_id = $1 AND issued_on >= $2 ORDER BY issued_on, number LIMIT 500";
}

/// The bills and credit notes of a contract that are not settled, first due first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn open(tx: &mut Tx<'_>, contract: ContractId) -> Result<Vec<Bill>, DbError> {
    tx.query(&OPEN, &params![contract])?.iter().map(super::bill::of).collect()
}

/// The bills of a contract that an open complaint or request for correction keeps out of arrears.
///
/// # Errors
/// [`DbError`] from the database.
pub fn disputed(tx: &mut Tx<'_>, contract: ContractId) -> Result<Vec<BillId>, DbError> {
    tx.query(&DISPUTED, &params![contract])?.iter().map(|row| row.get("bill_id")).collect()
}

/// Whether other contracts of a customer have bills after their last day.
///
/// # Errors
/// [`DbError`] from the database.
pub fn overdue_elsewhere(
    tx: &mut Tx<'_>,
    party: PartyId,
    except: ContractId,
    today: Date,
) -> Result<bool, DbError> {
    let total: i64 =
        tx.row(&OTHER_OVERDUE, &params![party, except, today])?.map_or(Ok(0), |row| row.get("total"))?;
    Ok(total > 0)
}

/// When the last payment of a bill came to be known here; none: there was none, or it is from before this was kept.
///
/// # Errors
/// [`DbError`] from the database.
pub fn last_payment(tx: &mut Tx<'_>, bill: BillId) -> Result<Option<Instant>, DbError> {
    tx.row(&LAST_PAYMENT, &params![bill])?.map_or(Ok(None), |row| row.get("at"))
}

/// The newest bills of a contract after their last day, paid or not.
///
/// # Errors
/// [`DbError`] from the database.
pub fn past_due(tx: &mut Tx<'_>, contract: ContractId, today: Date) -> Result<Vec<BillId>, DbError> {
    tx.query(&PAST_DUE, &params![contract, today])?.iter().map(|row| row.get("id")).collect()
}

/// The bills of a contract issued since a day, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn past(tx: &mut Tx<'_>, contract: ContractId, since: Date) -> Result<Vec<PastBill>, DbError> {
    tx.query(&PAST, &params![contract, since])?
        .iter()
        .map(|row| {
            Ok(PastBill {
                issued_on: row.get("issued_on")?,
                due_on: row.get("due_on")?,
                amount: row.get("amount_cents")?,
            })
        })
        .collect()
}
