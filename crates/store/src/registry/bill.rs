//! Bills and payments.

use db::{DbError, Row, Tx, params, statements};
use domain::{
    access::{Action, Resource},
    registry::{Bill, Payment},
};
use kernel::{BillId, ContractId, Date, Instant, Money, PartyId, Sector, SupplyPointId};

use crate::{Authorised, Ctx, Lookup};

statements! {
    const INSERT: Statement = "INSERT INTO bill (id, number, contract_id, issued_on, due_on, kind, amount_cents, paid_cents, consumption, unit, period_from, period_to, source_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0)";
    const OF_CONTRACT: Statement = "SELECT b.*, EXISTS (SELECT 1 FROM bill_hold h WHERE h.bill_id = b.id AND h.released_at IS NULL) AS held FROM bill b WHERE b.contract_id = $1
        ORDER BY b.issued_on DESC, b.id DESC LIMIT $2";
    const BALANCE: Statement = "SELECT CAST(COALESCE(SUM(o.rest), 0) AS BIGINT) AS open_cents,
        CAST(COALESCE(SUM(CASE WHEN o.due_on < $2 AND NOT o.held THEN o.rest ELSE 0 END), 0) AS BIGINT) AS overdue_cents,
        CAST(COALESCE(SUM(CASE WHEN o.held THEN o.rest ELSE 0 END), 0) AS BIGINT) AS held_cents,
        COUNT(*) AS bills, MIN(o.due_on) AS first_due
        FROM (SELECT b.due_on, b.amount_cents - b.paid_cents AS rest,
        EXISTS (SELECT 1 FROM bill_hold h WHERE h.bill_id = b.id AND h.released_at IS NULL) AS held
        FROM bill b WHERE b.contract_id = $1 AND b.amount_cents > b.paid_cents) o";
    const NUMBERS_FROM: Statement = "SELECT b.id, b.number, b.contract_id, c.party_id FROM bill b JOIN contract c ON c.id = b.contract_id
        WHERE b.number >= $1 AND b.number < $2 ORDER BY b.number LIMIT $3";
    const NUMBERS_ENDING: Statement = "SELECT b.id, b.number, b.contract_id, c.party_id FROM bill b JOIN contract c ON c.id = b.contract_id
        WHERE substr(b.number, length(b.number) - 3) = $1 AND b.number LIKE $2 ORDER BY b.issued_on DESC, b.id LIMIT $3";
    const PAYMENTS: Statement = "SELECT p.* FROM payment p WHERE p.bill_id = $1 ORDER BY p.paid_on, p.id";
    const COUNT: Statement = "SELECT COUNT(*) AS total FROM bill WHERE contract_id = $1";
    const BY_ID: Statement = "SELECT b.*, EXISTS (SELECT 1 FROM bill_hold h WHERE h.bill_id = b.id AND h.released_at IS NULL) AS held,
        c.party_id, c.supply_point_id, c.number AS contract_number, s.sector, s.code, p.display_name FROM bill b
        JOIN contract c ON c.id = b.contract_id JOIN supply_point s ON s.id = c.supply_point_id JOIN party p ON p.id = c.party_id WHERE b.id = $1";
    const OPEN_OF_PARTY: Statement = "SELECT b.*, EXISTS (SELECT 1 FROM bill_hold h WHERE h.bill_id = b.id AND h.released_at IS NULL) AS held,
        c.party_id, c.supply_point_id, c.number AS contract_number, s.sector, s.code, p.display_name FROM bill b
        JOIN contract c ON c.id = b.contract_id JOIN supply_point s ON s.id = c.supply_point_id JOIN party p ON p.id = c.party_id
        WHERE c.party_id = $1 AND b.amount_cents > b.paid_cents ORDER BY b.due_on, b.number LIMIT 200";
    const OF_PARTY: Statement = "SELECT b.*, EXISTS (SELECT 1 FROM bill_hold h WHERE h.bill_id = b.id AND h.released_at IS NULL) AS held,
        c.party_id, c.supply_point_id, c.number AS contract_number, s.sector, s.code, p.display_name FROM bill b
        JOIN contract c ON c.id = b.contract_id JOIN supply_point s ON s.id = c.supply_point_id JOIN party p ON p.id = c.party_id
        WHERE c.party_id = $1 ORDER BY b.issued_on DESC, b.id DESC LIMIT $2";
    const PAGE: Statement = "SELECT b.*, EXISTS (SELECT 1 FROM bill_hold h WHERE h.bill_id = b.id AND h.released_at IS NULL) AS held,
        c.party_id, c.supply_point_id, c.number AS contract_number, s.sector, s.code, p.display_name FROM bill b
        JOIN contract c ON c.id = b.contract_id JOIN supply_point s ON s.id = c.supply_point_id JOIN party p ON p.id = c.party_id
        WHERE b.number >= $1 AND b.number < $2 AND b.number > $3 ORDER BY b.number LIMIT $4";
    const OVERDUE_PAGE: Statement = "SELECT b.*, EXISTS (SELECT 1 FROM bill_hold h WHERE h.bill_id = b.id AND h.released_at IS NULL) AS held,
        c.party_id, c.supply_point_id, c.number AS contract_number, s.sector, s.code, p.display_name FROM bill b
        JOIN contract c ON c.id = b.contract_id JOIN supply_point s ON s.id = c.supply_point_id JOIN party p ON p.id = c.party_id
        WHERE b.due_on < $1 AND b.amount_cents > b.paid_cents AND b.number > $2
        AND NOT EXISTS (SELECT 1 FROM bill_hold h WHERE h.bill_id = b.id AND h.released_at IS NULL) ORDER BY b.number LIMIT $3";
    const PAID_FOR: Statement = "SELECT DISTINCT c.party_id FROM mandate m JOIN contract c ON c.id = m.contract_id
        WHERE m.holder_tax_code = $1 AND m.state IN ('active', 'requested') AND c.party_id <> $2 LIMIT 20";
    const INSERT_PAYMENT: Statement = "INSERT INTO payment (id, number, bill_id, paid_on, amount_cents, channel, till, source_hash, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8)";
    const SET_PAID: Statement = "UPDATE bill SET paid_cents = (SELECT CAST(COALESCE(SUM(p.amount_cents), 0) AS BIGINT) FROM payment p WHERE p.bill_id = $1) WHERE id = $1";
    const LOCK: Statement = "UPDATE bill SET paid_cents = paid_cents WHERE id = $1";
}

/// A bill with whose it is and for which supply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillOf {
    /// The bill.
    pub bill: Bill,
    /// Whose it is.
    pub party_id: PartyId,
    /// Whose it is, by name.
    pub party_name: String,
    /// The contract's number.
    pub contract_number: String,
    /// The supply.
    pub supply_point_id: SupplyPointId,
    /// Its code.
    pub point_code: String,
    /// The service.
    pub sector: Sector,
}

/// What is to pay on a contract.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// To pay in all.
    pub open: Money,
    /// Of that, after its last day and disputed by nobody.
    pub overdue: Money,
    /// Of that, kept out of arrears because an open case disputes it.
    pub held: Money,
    /// How many bills are not paid in full.
    pub bills: i64,
    /// The first last day of them.
    pub first_due: Option<Date>,
}

pub(super) fn of(row: &Row) -> Result<Bill, DbError> {
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
        held: row.get("held")?,
    })
}

fn of_owner(row: &Row) -> Result<BillOf, DbError> {
    Ok(BillOf {
        bill: of(row)?,
        party_id: row.get("party_id")?,
        party_name: row.get("display_name")?,
        contract_number: row.get("contract_number")?,
        supply_point_id: row.get("supply_point_id")?,
        point_code: row.get("code")?,
        sector: row.get("sector")?,
    })
}

/// A bill to act on: whoever may do so to bills may do so to this one.
///
/// # Errors
/// [`DbError`] from the database.
pub fn for_action(tx: &mut Tx<'_>, ctx: &Ctx, id: BillId, action: Action) -> Result<Lookup<BillOf>, DbError> {
    let Some(bill) = by_id(tx, id)? else { return Ok(Lookup::Missing) };
    Ok(match ctx.require(Resource::Bill, action) {
        Ok(()) => Lookup::Found(Authorised::new(bill, action)),
        Err(denied) => Lookup::Denied(denied),
    })
}

/// One bill.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: BillId) -> Result<Option<BillOf>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of_owner).transpose()
}

/// Bills of a customer that are not paid in full, first due first; at most 200.
///
/// # Errors
/// [`DbError`] from the database.
pub fn open_of_party(tx: &mut Tx<'_>, party: PartyId) -> Result<Vec<BillOf>, DbError> {
    tx.query(&OPEN_OF_PARTY, &params![party])?.iter().map(of_owner).collect()
}

/// The newest bills of a customer.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_party(tx: &mut Tx<'_>, party: PartyId, limit: i64) -> Result<Vec<BillOf>, DbError> {
    tx.query(&OF_PARTY, &params![party, limit])?.iter().map(of_owner).collect()
}

/// Bills whose number begins so, by number, after the last one of the page before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn page(tx: &mut Tx<'_>, prefix: &str, after: &str, limit: i64) -> Result<Vec<BillOf>, DbError> {
    tx.query(&PAGE, &params![prefix, format!("{prefix}\u{10ffff}"), after, limit])?
        .iter()
        .map(of_owner)
        .collect()
}

/// Bills after their last day that are not paid in full and that nobody disputes, by number.
///
/// # Errors
/// [`DbError`] from the database.
pub fn overdue_page(tx: &mut Tx<'_>, today: Date, after: &str, limit: i64) -> Result<Vec<BillOf>, DbError> {
    tx.query(&OVERDUE_PAGE, &params![today, after, limit])?.iter().map(of_owner).collect()
}

/// Other customers whose bills somebody pays: they hold the account of a mandate on their contracts.
///
/// # Errors
/// [`DbError`] from the database.
pub fn paid_for(tx: &mut Tx<'_>, tax_code: &str, except: PartyId) -> Result<Vec<PartyId>, DbError> {
    tx.query(&PAID_FOR, &params![tax_code, except])?.iter().map(|row| row.get("party_id")).collect()
}

/// Holds a bill for the rest of the unit of work, so that two payments on it come one after the other.
///
/// # Errors
/// [`DbError`] from the database.
pub fn lock(tx: &mut Tx<'_>, id: BillId) -> Result<(), DbError> {
    tx.execute(&LOCK, &params![id]).map(drop)
}

/// Stores a payment that came to be known at a moment, below zero for one taken back, and brings what is paid on its bill up
/// to date: the sum of its payments.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert_payment(tx: &mut Tx<'_>, payment: &Payment, at: Instant) -> Result<(), DbError> {
    let p = payment;
    tx.execute(
        &INSERT_PAYMENT,
        &params![p.id, p.number, p.bill_id, p.paid_on, p.amount, p.channel, p.till, at],
    )?;
    tx.execute(&SET_PAID, &params![p.bill_id]).map(drop)
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
                held: row.get("held_cents")?,
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
