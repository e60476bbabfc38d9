//! Receipts with their means, lines and reversals.

use db::{DbError, Row, Tx, params, statements};
use domain::cash::Means;
use kernel::{
    BillId, CaseId, Date, DocumentId, Instant, Money, OfficeId, PartyId, PaymentId, ReceiptId, TillSessionId,
};

statements! {
    const INSERT: Statement = "INSERT INTO receipt (id, number, request_key, session_id, office_id, party_id, payer_name, case_id, at, paid_on, user_name,
        bills_cents, stamp_cents, total_cents, received_cents, change_cents, state, document_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'cashed', NULL)";
    const INSERT_MEANS: Statement = "INSERT INTO receipt_means (receipt_id, line, means, amount_cents, reference) VALUES ($1, $2, $3, $4, $5)";
    const INSERT_LINE: Statement = "INSERT INTO receipt_line (receipt_id, line, bill_id, payment_id, amount_cents, settles) VALUES ($1, $2, $3, $4, $5, $6)";
    const INSERT_REVERSAL: Statement = "INSERT INTO receipt_reversal (receipt_id, session_id, at, user_name, second_name, reason, cash_cents)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    const SET_DOCUMENT: Statement = "UPDATE receipt SET document_id = $2 WHERE id = $1";
    const REVERSE: Statement = "UPDATE receipt SET state = 'reversed' WHERE id = $1 AND state = 'cashed'";
    const BY_ID: Statement = "SELECT * FROM receipt WHERE id = $1";
    const BY_KEY: Statement = "SELECT * FROM receipt WHERE request_key = $1";
    const MEANS: Statement = "SELECT means, amount_cents, reference FROM receipt_means WHERE receipt_id = $1 ORDER BY line";
    const LINES: Statement = "SELECT l.line, l.bill_id, l.payment_id, l.amount_cents, l.settles, b.number AS bill_number, c.party_id, p.display_name
        FROM receipt_line l JOIN bill b ON b.id = l.bill_id JOIN contract c ON c.id = b.contract_id JOIN party p ON p.id = c.party_id
        WHERE l.receipt_id = $1 ORDER BY l.line";
    const REVERSAL: Statement = "SELECT receipt_id, session_id, at, user_name, second_name, reason, cash_cents FROM receipt_reversal WHERE receipt_id = $1";
    const OF_SESSION: Statement = "SELECT * FROM receipt WHERE session_id = $1 ORDER BY at DESC, id DESC LIMIT $2";
    const COUNT: Statement = "SELECT COUNT(*) AS total FROM receipt WHERE session_id = $1";
    const OF_BILL: Statement = "SELECT r.* FROM receipt r JOIN receipt_line l ON l.receipt_id = r.id WHERE l.bill_id = $1 ORDER BY r.at DESC, r.id DESC";
    const CASH_OF_DAY: Statement = "SELECT CAST(COALESCE(SUM(m.amount_cents), 0) AS BIGINT) AS total FROM receipt r JOIN receipt_means m ON m.receipt_id = r.id
        WHERE r.party_id = $1 AND r.paid_on = $2 AND r.state = 'cashed' AND m.means = 'cash'";
}

/// What a customer is given for a payment at the counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Its id.
    pub id: ReceiptId,
    /// Its number: office, year, running number.
    pub number: String,
    /// The key of the request that made it: the same request makes no second one.
    pub request_key: String,
    /// The till it was taken at.
    pub session_id: TillSessionId,
    /// The office.
    pub office_id: OfficeId,
    /// Who paid.
    pub party_id: PartyId,
    /// Who paid, by name.
    pub payer_name: String,
    /// The request it is recorded under.
    pub case_id: Option<CaseId>,
    /// When.
    pub at: Instant,
    /// The day it counts from.
    pub paid_on: Date,
    /// Who took it.
    pub user_name: String,
    /// What was paid on bills.
    pub bills: Money,
    /// The stamp.
    pub stamp: Money,
    /// Bills and stamp.
    pub total: Money,
    /// Handed over.
    pub received: Money,
    /// Given back.
    pub change: Money,
    /// Whether it was taken back.
    pub reversed: bool,
    /// Its paper.
    pub document_id: Option<DocumentId>,
}

/// A part of a payment by one means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeansLine {
    /// By what.
    pub means: Means,
    /// How much is kept.
    pub amount: Money,
    /// Number of the cheque, reference of the transfer, authorisation of the card.
    pub reference: String,
}

/// What was paid on one bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillLine {
    /// Its place on the receipt, from 1.
    pub line: i64,
    /// The bill.
    pub bill_id: BillId,
    /// Its number.
    pub bill_number: String,
    /// The payment on the bill.
    pub payment_id: PaymentId,
    /// How much.
    pub amount: Money,
    /// Whether the bill is paid in full with it.
    pub settles: bool,
    /// Whose bill it is.
    pub party_id: PartyId,
    /// Whose bill it is, by name.
    pub party_name: String,
}

/// A payment taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReversalLine {
    /// The till the money was given back from.
    pub session_id: TillSessionId,
    /// When.
    pub at: Instant,
    /// By whom.
    pub user_name: String,
    /// Who stood by.
    pub second_name: String,
    /// Why.
    pub reason: String,
    /// Cash given back.
    pub cash: Money,
}

fn of(row: &Row) -> Result<Receipt, DbError> {
    Ok(Receipt {
        id: row.get("id")?,
        number: row.get("number")?,
        request_key: row.get("request_key")?,
        session_id: row.get("session_id")?,
        office_id: row.get("office_id")?,
        party_id: row.get("party_id")?,
        payer_name: row.get("payer_name")?,
        case_id: row.get("case_id")?,
        at: row.get("at")?,
        paid_on: row.get("paid_on")?,
        user_name: row.get("user_name")?,
        bills: row.get("bills_cents")?,
        stamp: row.get("stamp_cents")?,
        total: row.get("total_cents")?,
        received: row.get("received_cents")?,
        change: row.get("change_cents")?,
        reversed: row.get::<String>("state")? == "reversed",
        document_id: row.get("document_id")?,
    })
}

/// Stores a receipt.
///
/// # Errors
/// [`DbError::Unique`] when its request made one already.
pub fn insert(tx: &mut Tx<'_>, receipt: &Receipt) -> Result<(), DbError> {
    let r = receipt;
    let row = params![
        r.id,
        r.number,
        r.request_key,
        r.session_id,
        r.office_id,
        r.party_id,
        r.payer_name,
        r.case_id,
        r.at,
        r.paid_on,
        r.user_name,
        r.bills,
        r.stamp,
        r.total,
        r.received,
        r.change
    ];
    tx.execute(&INSERT, &row).map(drop)
}

/// Stores a part by one means.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert_means(
    tx: &mut Tx<'_>,
    receipt: ReceiptId,
    line: i64,
    means: &MeansLine,
) -> Result<(), DbError> {
    let row = params![receipt, line, means.means.code(), means.amount, means.reference];
    tx.execute(&INSERT_MEANS, &row).map(drop)
}

/// Stores what was paid on one bill.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert_line(tx: &mut Tx<'_>, receipt: ReceiptId, line: &BillLine) -> Result<(), DbError> {
    let row = params![receipt, line.line, line.bill_id, line.payment_id, line.amount, line.settles];
    tx.execute(&INSERT_LINE, &row).map(drop)
}

/// Notes which paper is the receipt's.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_document(tx: &mut Tx<'_>, id: ReceiptId, document: DocumentId) -> Result<(), DbError> {
    tx.execute(&SET_DOCUMENT, &params![id, document]).map(drop)
}

/// Takes a payment back. `Ok(false)`: it was taken back before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn reverse(tx: &mut Tx<'_>, id: ReceiptId, reversal: &ReversalLine) -> Result<bool, DbError> {
    if tx.execute(&REVERSE, &params![id])? != 1 {
        return Ok(false);
    }
    let r = reversal;
    tx.execute(
        &INSERT_REVERSAL,
        &params![id, r.session_id, r.at, r.user_name, r.second_name, r.reason, r.cash],
    )?;
    Ok(true)
}

/// One receipt.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: ReceiptId) -> Result<Option<Receipt>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}

/// The receipt a request made.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_key(tx: &mut Tx<'_>, key: &str) -> Result<Option<Receipt>, DbError> {
    tx.row(&BY_KEY, &params![key])?.as_ref().map(of).transpose()
}

/// Its parts by means.
///
/// # Errors
/// [`DbError`] from the database.
pub fn means(tx: &mut Tx<'_>, id: ReceiptId) -> Result<Vec<MeansLine>, DbError> {
    tx.query(&MEANS, &params![id])?
        .iter()
        .map(|row| {
            Ok(MeansLine {
                means: row.map("means", |code: String| Means::from_code(&code))?,
                amount: row.get("amount_cents")?,
                reference: row.get("reference")?,
            })
        })
        .collect()
}

/// Its lines.
///
/// # Errors
/// [`DbError`] from the database.
pub fn lines(tx: &mut Tx<'_>, id: ReceiptId) -> Result<Vec<BillLine>, DbError> {
    tx.query(&LINES, &params![id])?
        .iter()
        .map(|row| {
            Ok(BillLine {
                line: row.get("line")?,
                bill_id: row.get("bill_id")?,
                bill_number: row.get("bill_number")?,
                payment_id: row.get("payment_id")?,
                amount: row.get("amount_cents")?,
                settles: row.get("settles")?,
                party_id: row.get("party_id")?,
                party_name: row.get("display_name")?,
            })
        })
        .collect()
}

/// How it was taken back.
///
/// # Errors
/// [`DbError`] from the database.
pub fn reversal(tx: &mut Tx<'_>, id: ReceiptId) -> Result<Option<ReversalLine>, DbError> {
    let Some(row) = tx.row(&REVERSAL, &params![id])? else { return Ok(None) };
    Ok(Some(ReversalLine {
        session_id: row.get("session_id")?,
        at: row.get("at")?,
        user_name: row.get("user_name")?,
        second_name: row.get("second_name")?,
        reason: row.get("reason")?,
        cash: row.get("cash_cents")?,
    }))
}

/// The newest receipts of a till.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_session(tx: &mut Tx<'_>, session: TillSessionId, limit: i64) -> Result<Vec<Receipt>, DbError> {
    tx.query(&OF_SESSION, &params![session, limit])?.iter().map(of).collect()
}

/// How many receipts a till made.
///
/// # Errors
/// [`DbError`] from the database.
pub fn count(tx: &mut Tx<'_>, session: TillSessionId) -> Result<i64, DbError> {
    tx.row(&COUNT, &params![session])?.map_or(Ok(0), |row| row.get("total"))
}

/// Receipts that pay on a bill, newest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_bill(tx: &mut Tx<'_>, bill: BillId) -> Result<Vec<Receipt>, DbError> {
    tx.query(&OF_BILL, &params![bill])?.iter().map(of).collect()
}

/// Cash kept from a payer on a day.
///
/// # Errors
/// [`DbError`] from the database.
pub fn cash_of_day(tx: &mut Tx<'_>, party: PartyId, day: Date) -> Result<Money, DbError> {
    tx.row(&CASH_OF_DAY, &params![party, day])?.map_or(Ok(Money::ZERO), |row| row.get("total"))
}
