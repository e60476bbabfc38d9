//! Bills and payments.

use db::{DbError, Row, Tx, params, statements};
use domain::registry::{Bill, Payment};
use kernel::{BillId, ContractId, Date, Money};

statements! {
    const INSERT: Statement = "INSERT INTO bill (id, number, contract_id, issued_on, due_on, kind, amount_cents, paid_cents, consumption, unit, period_from, period_to, source_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0)";
    const OF_CONTRACT: Statement = "SELECT * FROM bill WHERE contract_id = $1 ORDER BY issued_on DESC, id DESC LIMIT $2";
    const BALANCE: Statement = "SELECT CAST(COALESCE(SUM(amount_cents - paid_cents), 0) AS BIGINT) AS open_cents,
        CAST(COALESCE(SUM(CASE WHEN due_on < $2 THEN amount_cents - paid_cents ELSE 0 END), 0) AS BIGINT) AS overdue_cents,
        COUNT(*) AS bills, MIN(due_on) AS first_due FROM bill WHERE contract_id = $1 AND amount_cents > paid_cents";
    const NUMBERS_FROM: Statement = "SELECT b.id, b.number, b.contract_id, c.party_id FROM bill b JOIN contract c ON c.id = b.contract_id
        WHERE b.number >= $1 AND b.number < $2 ORDER BY b.number LIMIT $3";
    const NUMBERS_ENDING: Statement = "SELECT b.id, b.number, b.contract_id, c.party_id FROM bill b JOIN contract c ON c.id = b.contract_id
        WHERE substr(b.number, length(b.number) - 3) = $1 AND b.number LIKE $2 ORDER BY b.issued_on DESC, b.id LIMIT $3";
    const PAYMENTS: Statement = "SELECT p.* FROM payment p WHERE p.bill_id = $1 ORDER BY p.paid_on, p.id";
    const COUNT: Statement = "SELECT COUNT(*) AS total FROM bill WHERE contract_id = $1";
}

/// What is to pay on a contract.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// To pay in all.
    pub open: Money,
    /// Of that, after its last day.
    pub overdue: Money,
    /// How many bills are not paid in full.
    pub bills: i64,
    /// The first last day of them.
    pub first_due: Option<Date>,
}

fn of(row: &Row) -> Result<Bill, DbError> {
    Ok(Bill {
        id: row.get("id")?,
        number: row.get("number")?,
        contract_id: row.get("contract_id")?,
        issued_on: row.get("issued_on")?,
        due_on: row.get("due_on")?,
        kind: row.get("kind")?,
        amount: row.get("amount_cents")?,
        paid: row.get("paid_cents")?,
        consumption: row.get("consumption")?,
        unit: row.get("unit")?,
        period_from: row.get("period_from")?,
        period_to: row.get("period_to")?,
    })
}

/// Stores a bill that no import wrote.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, bill: &Bill) -> Result<(), DbError> {
    let Bill { id, number, contract_id, issued_on, due_on, kind, .. } = bill;
    let Bill { amount, paid, consumption, unit, period_from, period_to, .. } = bill;
    let row = params![
        *id,
        number,
        *contract_id,
        *issued_on,
        *due_on,
        kind,
        *amount,
        *paid,
        *consumption,
        unit,
        *period_from,
        *period_to
    ];
    tx.execute(&INSERT, &row)?;
    Ok(())
}

/// The newest bills of a contract.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_contract(tx: &mut Tx<'_>, contract: ContractId, limit: i64) -> Result<Vec<Bill>, DbError> {
    tx.query(&OF_CONTRACT, &params![contract, limit])?.iter().map(of).collect()
}

/// What is to pay on a contract today.
///
/// # Errors
/// [`DbError`] from the database.
pub fn balance(tx: &mut Tx<'_>, contract: ContractId, today: Date) -> Result<Balance, DbError> {
    tx.row(&BALANCE, &params![contract, today])?.map_or_else(
        || Ok(Balance::default()),
        |row| {
            Ok(Balance {
                open: row.get("open_cents")?,
                overdue: row.get("overdue_cents")?,
                bills: row.get("bills")?,
                first_due: row.get("first_due")?,
            })
        },
    )
}

/// How many bills a contract has.
///
/// # Errors
/// [`DbError`] from the database.
pub fn count(tx: &mut Tx<'_>, contract: ContractId) -> Result<i64, DbError> {
    tx.row(&COUNT, &params![contract])?.map_or(Ok(0), |row| row.get("total"))
}

/// Bills whose number begins so: id, number, contract, holder.
///
/// # Errors
/// [`DbError`] from the database.
pub fn numbers_from(
    tx: &mut Tx<'_>,
    prefix: &str,
    limit: i64,
) -> Result<Vec<(BillId, String, ContractId, kernel::PartyId)>, DbError> {
    tx.query(&NUMBERS_FROM, &params![prefix, format!("{prefix}\u{10ffff}"), limit])?
        .iter()
        .map(|row| Ok((row.get("id")?, row.get("number")?, row.get("contract_id")?, row.get("party_id")?)))
        .collect()
}

/// Bills whose number ends in these digits, newest first: id, number, contract, holder.
///
/// # Errors
/// [`DbError`] from the database.
pub fn numbers_ending(
    tx: &mut Tx<'_>,
    digits: &str,
    limit: i64,
) -> Result<Vec<(BillId, String, ContractId, kernel::PartyId)>, DbError> {
    let (last, all) = crate::cases::list::ends_in(digits);
    tx.query(&NUMBERS_ENDING, &params![last, all, limit])?
        .iter()
        .map(|row| Ok((row.get("id")?, row.get("number")?, row.get("contract_id")?, row.get("party_id")?)))
        .collect()
}

/// Payments of a bill, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn payments(tx: &mut Tx<'_>, bill: BillId) -> Result<Vec<Payment>, DbError> {
    tx.query(&PAYMENTS, &params![bill])?
        .iter()
        .map(|row| {
            Ok(Payment {
                id: row.get("id")?,
                number: row.get("number")?,
                bill_id: row.get("bill_id")?,
                paid_on: row.get("paid_on")?,
                amount: row.get("amount_cents")?,
                channel: row.get("channel")?,
                till: row.get("till")?,
            })
        })
        .collect()
}
