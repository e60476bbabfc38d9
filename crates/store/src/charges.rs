//! Amounts cases ask of their customers, and what is paid on them.

use db::{DbError, Row, Tx, params, statements};
use kernel::{CaseId, ChargeId, ContractId, Date, DocumentId, Instant, Money, PartyId, PaymentId, ReceiptId};

use crate::{Ctx, registry::bill_paper::BillCode};

statements! {
    const INSERT: Statement = "INSERT INTO charge (id, case_id, party_id, number, what, amount_cents, task, asked_at, asked_by, state, paid_on, receipt_id,
        document_id, slip_code, notice_number) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, NULL, NULL, NULL, NULL)";
    const BY_ID: Statement = "SELECT c.*, k.number AS case_number,
        (SELECT CAST(COALESCE(SUM(p.amount_cents), 0) AS BIGINT) FROM charge_payment p WHERE p.charge_id = c.id) AS paid_cents
        FROM charge c JOIN cases k ON k.id = c.case_id WHERE c.id = $1";
    const OF_CASE: Statement = "SELECT c.*, k.number AS case_number,
        (SELECT CAST(COALESCE(SUM(p.amount_cents), 0) AS BIGINT) FROM charge_payment p WHERE p.charge_id = c.id) AS paid_cents
        FROM charge c JOIN cases k ON k.id = c.case_id WHERE c.case_id = $1 ORDER BY c.asked_at, c.id";
    const OPEN_OF_PARTY: Statement = "SELECT c.*, k.number AS case_number,
        (SELECT CAST(COALESCE(SUM(p.amount_cents), 0) AS BIGINT) FROM charge_payment p WHERE p.charge_id = c.id) AS paid_cents
        FROM charge c JOIN cases k ON k.id = c.case_id WHERE c.party_id = $1 AND c.state = 'open' AND c.amount_cents > 0 ORDER BY c.asked_at, c.id";
    const BY_CODE: Statement = "SELECT id FROM charge WHERE slip_code = $1 OR notice_number = $1 OR number = $1";
    const LOCK: Statement = "UPDATE charge SET state = state WHERE id = $1";
    const AMOUNT: Statement = "UPDATE charge SET amount_cents = $2, task = $3 WHERE id = $1 AND state = 'open'";
    const PAID: Statement = "UPDATE charge SET state = 'paid', paid_on = $2, receipt_id = $3, document_id = $4 WHERE id = $1 AND state = 'open'";
    const REOPEN: Statement = "UPDATE charge SET state = 'open', paid_on = NULL, receipt_id = NULL, document_id = NULL WHERE id = $1 AND state = 'paid'";
    const DROP: Statement = "UPDATE charge SET state = 'dropped' WHERE id = $1 AND state = 'open'";
    const BILLED: Statement = "UPDATE charge SET state = 'billed' WHERE case_id = $1 AND state IN ('open', 'paid')";
    const CONTRACT: Statement = "SELECT k.contract_id FROM charge c JOIN cases k ON k.id = c.case_id WHERE c.id = $1";
    const SET_CODE: Statement = "UPDATE charge SET slip_code = $2, notice_number = $3 WHERE id = $1";
    const INSERT_PAYMENT: Statement = "INSERT INTO charge_payment (id, number, charge_id, paid_on, amount_cents, channel, document_id, at, by_name)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    const PAYMENTS: Statement = "SELECT * FROM charge_payment WHERE charge_id = $1 ORDER BY at, id";
    const INSERT_LINE: Statement = "INSERT INTO receipt_charge (receipt_id, line, charge_id, payment_id, amount_cents, settles) VALUES ($1, $2, $3, $4, $5, $6)";
    const LINES: Statement = "SELECT l.line, l.charge_id, l.payment_id, l.amount_cents, l.settles, c.number, c.case_id, c.party_id, p.display_name
        FROM receipt_charge l JOIN charge c ON c.id = l.charge_id JOIN party p ON p.id = c.party_id WHERE l.receipt_id = $1 ORDER BY l.line";
}

/// An amount a case asks of its customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// Its id.
    pub id: ChargeId,
    /// The case that asks.
    pub case_id: CaseId,
    /// The number of that case.
    pub case_number: String,
    /// Who owes it.
    pub party_id: PartyId,
    /// Its number: that of the case and a running one.
    pub number: String,
    /// What for: `works`, `refund`.
    pub what: String,
    /// The amount; below zero for a credit.
    pub amount: Money,
    /// What is paid on it.
    pub paid: Money,
    /// The task of the case that is answered when it is paid in full; empty: none.
    pub task: String,
    /// When it was asked for.
    pub asked_at: Instant,
    /// `open`, `paid`, `dropped` or `billed`.
    pub state: String,
    /// The day it was paid in full.
    pub paid_on: Option<Date>,
    /// The receipt it was paid in full with.
    pub receipt_id: Option<ReceiptId>,
    /// The paper that proves it.
    pub document_id: Option<DocumentId>,
    /// The codes of its slip, once one was printed.
    pub code: Option<BillCode>,
}

impl Charge {
    /// What is still to be paid.
    #[must_use]
    pub fn open(&self) -> Money {
        self.amount - self.paid
    }

    /// Whether money is still asked for.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == "open"
    }
}

/// A charge to be stored.
#[derive(Clone, Debug)]
pub struct NewCharge<'a> {
    /// The case that asks.
    pub case: CaseId,
    /// Who owes it.
    pub party: PartyId,
    /// Its number.
    pub number: &'a str,
    /// What for.
    pub what: &'a str,
    /// The amount.
    pub amount: Money,
    /// The task that is answered when it is paid.
    pub task: &'a str,
    /// `open`, or `billed` for a credit that billing is told at once.
    pub state: &'a str,
}

/// A payment on a charge; below zero for one taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChargePayment {
    /// Its id.
    pub id: PaymentId,
    /// Its number.
    pub number: String,
    /// The charge.
    pub charge_id: ChargeId,
    /// The day it counts from.
    pub paid_on: Date,
    /// How much.
    pub amount: Money,
    /// How: `counter`, `proof`, or the channel of an imported payment.
    pub channel: String,
    /// The paper that proves it.
    pub document_id: Option<DocumentId>,
}

/// What a receipt paid on one charge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChargeLine {
    /// Its place on the receipt.
    pub line: i64,
    /// The charge.
    pub charge_id: ChargeId,
    /// Its number.
    pub number: String,
    /// The payment on it.
    pub payment_id: PaymentId,
    /// How much.
    pub amount: Money,
    /// Whether it is paid in full with it.
    pub settles: bool,
    /// The case that asked.
    pub case_id: CaseId,
    /// Who owes it.
    pub party_id: PartyId,
    /// Who owes it, by name.
    pub party_name: String,
}

fn of(row: &Row) -> Result<Charge, DbError> {
    let (slip, notice): (Option<String>, Option<String>) = (row.get("slip_code")?, row.get("notice_number")?);
    Ok(Charge {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        case_number: row.get("case_number")?,
        party_id: row.get("party_id")?,
        number: row.get("number")?,
        what: row.get("what")?,
        amount: row.get("amount_cents")?,
        paid: row.get("paid_cents")?,
        task: row.get("task")?,
        asked_at: row.get("asked_at")?,
        state: row.get("state")?,
        paid_on: row.get("paid_on")?,
        receipt_id: row.get("receipt_id")?,
        document_id: row.get("document_id")?,
        code: slip.zip(notice).map(|(slip, notice)| BillCode { slip, notice }),
    })
}

/// Stores a charge.
///
/// # Errors
/// [`DbError::Unique`] when its number is taken.
pub fn insert(tx: &mut Tx<'_>, ctx: &Ctx, new: &NewCharge<'_>) -> Result<ChargeId, DbError> {
    let id = ctx.id(ChargeId::from_bytes);
    let row = params![
        id,
        new.case,
        new.party,
        new.number,
        new.what,
        new.amount,
        new.task,
        ctx.now(),
        ctx.actor.name(),
        new.state
    ];
    tx.execute(&INSERT, &row)?;
    Ok(id)
}

/// One charge.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: ChargeId) -> Result<Option<Charge>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}

/// The charges of a case in the order they were asked for.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Charge>, DbError> {
    tx.query(&OF_CASE, &params![case])?.iter().map(of).collect()
}

/// What a party still owes for its cases, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn open_of_party(tx: &mut Tx<'_>, party: PartyId) -> Result<Vec<Charge>, DbError> {
    tx.query(&OPEN_OF_PARTY, &params![party])?.iter().map(of).collect()
}

/// The charge with a number, the code of a slip or the number of a notice.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_code(tx: &mut Tx<'_>, digits: &str) -> Result<Option<ChargeId>, DbError> {
    tx.row(&BY_CODE, &params![digits])?.map(|row| row.get("id")).transpose()
}

/// Keeps a charge for this unit of work: another one that pays on it waits.
///
/// # Errors
/// [`DbError`] from the database.
pub fn lock(tx: &mut Tx<'_>, id: ChargeId) -> Result<(), DbError> {
    tx.execute(&LOCK, &params![id]).map(drop)
}

/// Puts the amount of an open charge right.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_amount(tx: &mut Tx<'_>, id: ChargeId, amount: Money, task: &str) -> Result<(), DbError> {
    tx.execute(&AMOUNT, &params![id, amount, task]).map(drop)
}

/// Closes an open charge as paid. `Ok(false)`: it is not open.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_paid(
    tx: &mut Tx<'_>,
    id: ChargeId,
    on: Date,
    receipt: Option<ReceiptId>,
    document: Option<DocumentId>,
) -> Result<bool, DbError> {
    Ok(tx.execute(&PAID, &params![id, on, receipt, document])? == 1)
}

/// Opens a paid charge again. `Ok(false)`: it is not paid.
///
/// # Errors
/// [`DbError`] from the database.
pub fn reopen(tx: &mut Tx<'_>, id: ChargeId) -> Result<bool, DbError> {
    Ok(tx.execute(&REOPEN, &params![id])? == 1)
}

/// Withdraws an open charge. `Ok(false)`: it is not open.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_dropped(tx: &mut Tx<'_>, id: ChargeId) -> Result<bool, DbError> {
    Ok(tx.execute(&DROP, &params![id])? == 1)
}

/// Notes that what a case asked is on a bill now; answers how many charges that were open or paid.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_billed(tx: &mut Tx<'_>, case: CaseId) -> Result<u64, DbError> {
    tx.execute(&BILLED, &params![case])
}

/// Gives a charge the codes of its slip.
///
/// # Errors
/// [`DbError::Unique`] when another charge has them.
pub fn set_code(tx: &mut Tx<'_>, id: ChargeId, code: &BillCode) -> Result<(), DbError> {
    tx.execute(&SET_CODE, &params![id, code.slip, code.notice]).map(drop)
}

/// The contract of the case that asks.
///
/// # Errors
/// [`DbError`] from the database.
pub fn contract_of(tx: &mut Tx<'_>, id: ChargeId) -> Result<Option<ContractId>, DbError> {
    tx.row(&CONTRACT, &params![id])?.map_or(Ok(None), |row| row.get("contract_id"))
}

/// Stores a payment on a charge.
///
/// # Errors
/// [`DbError::Unique`] when there is one with its number.
pub fn insert_payment(tx: &mut Tx<'_>, ctx: &Ctx, payment: &ChargePayment) -> Result<(), DbError> {
    let p = payment;
    let row = params![
        p.id,
        p.number,
        p.charge_id,
        p.paid_on,
        p.amount,
        p.channel,
        p.document_id,
        ctx.now(),
        ctx.actor.name()
    ];
    tx.execute(&INSERT_PAYMENT, &row).map(drop)
}

/// The payments on a charge in their order.
///
/// # Errors
/// [`DbError`] from the database.
pub fn payments(tx: &mut Tx<'_>, charge: ChargeId) -> Result<Vec<ChargePayment>, DbError> {
    let rows = tx.query(&PAYMENTS, &params![charge])?;
    let payment = |row: &Row| {
        Ok(ChargePayment {
            id: row.get("id")?,
            number: row.get("number")?,
            charge_id: row.get("charge_id")?,
            paid_on: row.get("paid_on")?,
            amount: row.get("amount_cents")?,
            channel: row.get("channel")?,
            document_id: row.get("document_id")?,
        })
    };
    rows.iter().map(payment).collect()
}

/// Stores what a receipt paid on one charge.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert_line(tx: &mut Tx<'_>, receipt: ReceiptId, line: &ChargeLine) -> Result<(), DbError> {
    let row = params![receipt, line.line, line.charge_id, line.payment_id, line.amount, line.settles];
    tx.execute(&INSERT_LINE, &row).map(drop)
}

/// What a receipt paid on charges.
///
/// # Errors
/// [`DbError`] from the database.
pub fn lines(tx: &mut Tx<'_>, receipt: ReceiptId) -> Result<Vec<ChargeLine>, DbError> {
    let rows = tx.query(&LINES, &params![receipt])?;
    let line = |row: &Row| {
        Ok(ChargeLine {
            line: row.get("line")?,
            charge_id: row.get("charge_id")?,
            number: row.get("number")?,
            payment_id: row.get("payment_id")?,
            amount: row.get("amount_cents")?,
            settles: row.get("settles")?,
            case_id: row.get("case_id")?,
            party_id: row.get("party_id")?,
            party_name: row.get("display_name")?,
        })
    };
    rows.iter().map(line).collect()
}
