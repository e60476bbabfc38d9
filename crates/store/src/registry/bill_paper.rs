//! The codes printed on a bill's payment slip, and the papers that belong to a bill.

use db::{DbError, Row, Tx, params, statements};
use kernel::{BillId, DocumentId, Money};

statements! {
    const CODE: Statement = "SELECT slip_code, notice_number FROM bill_code WHERE bill_id = $1";
    const INSERT_CODE: Statement = "INSERT INTO bill_code (bill_id, slip_code, notice_number) VALUES ($1, $2, $3)";
    const BY_CODE: Statement = "SELECT bill_id FROM bill_code WHERE slip_code = $1 OR notice_number = $1";
    const INSERT: Statement = "INSERT INTO bill_document (bill_id, document_id, kind, open_cents) VALUES ($1, $2, $3, $4)";
    const OF_BILL: Statement = "SELECT b.document_id, b.kind, b.open_cents, d.state, d.title, d.created_at, d.created_by FROM bill_document b JOIN document d ON d.id = b.document_id
        WHERE b.bill_id = $1 ORDER BY d.created_at DESC, d.id DESC";
}

/// The codes printed on a slip: they stay the same however often it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillCode {
    /// The 18 digits of the postal slip.
    pub slip: String,
    /// The 18 digits of the pagoPA notice.
    pub notice: String,
}

/// A paper of a bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillPaper {
    /// The paper.
    pub document_id: DocumentId,
    /// `original`, `copy` or `slip`.
    pub kind: String,
    /// What was open when it was asked for.
    pub open: Money,
    /// `queued`, `ready` or `failed`.
    pub state: String,
    /// Its title.
    pub title: String,
    /// When it was asked for.
    pub created_at: kernel::Instant,
    /// Who asked for it.
    pub created_by: String,
}

/// The codes of a bill, where it has been given some.
///
/// # Errors
/// [`DbError`] from the database.
pub fn code(tx: &mut Tx<'_>, bill: BillId) -> Result<Option<BillCode>, DbError> {
    let Some(row) = tx.row(&CODE, &params![bill])? else { return Ok(None) };
    Ok(Some(BillCode { slip: row.get("slip_code")?, notice: row.get("notice_number")? }))
}

/// Gives a bill its codes.
///
/// # Errors
/// [`DbError::Unique`] when it has some, or another bill has them.
pub fn insert_code(tx: &mut Tx<'_>, bill: BillId, code: &BillCode) -> Result<(), DbError> {
    tx.execute(&INSERT_CODE, &params![bill, code.slip, code.notice]).map(drop)
}

/// The bill with the code of a slip or the number of a notice.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_code(tx: &mut Tx<'_>, digits: &str) -> Result<Option<BillId>, DbError> {
    tx.row(&BY_CODE, &params![digits])?.map(|row| row.get("bill_id")).transpose()
}

/// Notes that a paper belongs to a bill.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(
    tx: &mut Tx<'_>,
    bill: BillId,
    document: DocumentId,
    kind: &str,
    open: Money,
) -> Result<(), DbError> {
    tx.execute(&INSERT, &params![bill, document, kind, open]).map(drop)
}

/// The papers of a bill, newest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_bill(tx: &mut Tx<'_>, bill: BillId) -> Result<Vec<BillPaper>, DbError> {
    tx.query(&OF_BILL, &params![bill])?
        .iter()
        .map(|row: &Row| {
            Ok(BillPaper {
                document_id: row.get("document_id")?,
                kind: row.get("kind")?,
                open: row.get("open_cents")?,
                state: row.get("state")?,
                title: row.get("title")?,
                created_at: row.get("created_at")?,
                created_by: row.get("created_by")?,
            })
        })
        .collect()
}
