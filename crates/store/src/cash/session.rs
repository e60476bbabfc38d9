//! A till from its opening to its closing.

use db::{DbError, Row, Tx, params, statements};
use domain::cash::Count;
use kernel::{DocumentId, Instant, Money, OfficeId, TillSessionId, UserId};

statements! {
    const INSERT: Statement = "INSERT INTO till_session (id, number, office_id, user_id, user_name, state, opened_at, float_cents, closed_at, closed_by,
        expected_cents, counted_cents, difference_cents, denominations, reason, second_name, deposit_cents, deposit_slip, deposited_at, document_id, version)
        VALUES ($1, $2, $3, $4, $5, 'open', $6, $7, NULL, '', 0, 0, 0, '{}', '', '', 0, '', NULL, NULL, 1)";
    const BY_ID: Statement = "SELECT * FROM till_session WHERE id = $1";
    const OPEN_OF: Statement = "SELECT * FROM till_session WHERE user_id = $1 AND state = 'open'";
    const LAST_CLOSED: Statement = "SELECT * FROM till_session WHERE user_id = $1 AND state = 'closed' ORDER BY closed_at DESC, id DESC LIMIT 1";
    const CLOSE: Statement = "UPDATE till_session SET state = 'closed', closed_at = $3, closed_by = $4, expected_cents = $5, counted_cents = $6,
        difference_cents = $7, denominations = $8, reason = $9, second_name = $10, deposit_cents = $11, deposit_slip = $12, document_id = $13, version = version + 1
        WHERE id = $1 AND version = $2 AND state = 'open'";
    const DEPOSITED: Statement = "UPDATE till_session SET deposited_at = $2, version = version + 1 WHERE id = $1 AND state = 'closed' AND deposited_at IS NULL";
    const TOUCH: Statement = "UPDATE till_session SET version = version + 1 WHERE id = $1 AND state = 'open'";
    const CASH: Statement = "SELECT CAST(COALESCE(SUM(m.amount_cents), 0) AS BIGINT) AS total FROM receipt r JOIN receipt_means m ON m.receipt_id = r.id
        WHERE r.session_id = $1 AND m.means = 'cash'";
    const CASH_BACK: Statement = "SELECT CAST(COALESCE(SUM(cash_cents), 0) AS BIGINT) AS total FROM receipt_reversal WHERE session_id = $1";
    const BY_MEANS: Statement = "SELECT m.means, COUNT(DISTINCT r.id) AS receipts, CAST(COALESCE(SUM(m.amount_cents), 0) AS BIGINT) AS total
        FROM receipt r JOIN receipt_means m ON m.receipt_id = r.id WHERE r.session_id = $1 GROUP BY m.means ORDER BY m.means";
}

/// A till from its opening to its closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TillSession {
    /// Its id.
    pub id: TillSessionId,
    /// Its number: office, year, running number.
    pub number: String,
    /// Where it stands.
    pub office_id: OfficeId,
    /// Whose it is.
    pub user_id: UserId,
    /// Whose it is, by name.
    pub user_name: String,
    /// Whether payments can be taken.
    pub open: bool,
    /// When it was opened.
    pub opened_at: Instant,
    /// What lay there at the start.
    pub float: Money,
    /// When it was closed.
    pub closed_at: Option<Instant>,
    /// What should have lain there.
    pub expected: Money,
    /// What was counted.
    pub counted: Money,
    /// Counted less expected.
    pub difference: Money,
    /// Notes and coins as counted.
    pub count: Count,
    /// Why they differ.
    pub reason: String,
    /// Who stood by at the closing.
    pub second_name: String,
    /// What goes to the bank.
    pub deposit: Money,
    /// The number of the deposit slip.
    pub deposit_slip: String,
    /// When it was taken to the bank.
    pub deposited_at: Option<Instant>,
    /// Its sheet.
    pub document_id: Option<DocumentId>,
    /// Grows with every change.
    pub version: i64,
}

/// What a till took by one means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeansTotal {
    /// The means.
    pub means: String,
    /// How many receipts.
    pub receipts: i64,
    /// The sum.
    pub total: Money,
}

fn of(row: &Row) -> Result<TillSession, DbError> {
    Ok(TillSession {
        id: row.get("id")?,
        number: row.get("number")?,
        office_id: row.get("office_id")?,
        user_id: row.get("user_id")?,
        user_name: row.get("user_name")?,
        open: row.get::<String>("state")? == "open",
        opened_at: row.get("opened_at")?,
        float: row.get("float_cents")?,
        closed_at: row.get("closed_at")?,
        expected: row.get("expected_cents")?,
        counted: row.get("counted_cents")?,
        difference: row.get("difference_cents")?,
        count: row.map("denominations", |text: String| serde_json::from_str(&text).ok())?,
        reason: row.get("reason")?,
        second_name: row.get("second_name")?,
        deposit: row.get("deposit_cents")?,
        deposit_slip: row.get("deposit_slip")?,
        deposited_at: row.get("deposited_at")?,
        document_id: row.get("document_id")?,
        version: row.get("version")?,
    })
}

/// Opens a till.
///
/// # Errors
/// [`DbError::Unique`] when the account has an open till.
pub fn insert(tx: &mut Tx<'_>, session: &TillSession) -> Result<(), DbError> {
    let s = session;
    tx.execute(&INSERT, &params![s.id, s.number, s.office_id, s.user_id, s.user_name, s.opened_at, s.float])
        .map(drop)
}

/// One session.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: TillSessionId) -> Result<Option<TillSession>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}

/// The open till of an account.
///
/// # Errors
/// [`DbError`] from the database.
pub fn open_of(tx: &mut Tx<'_>, user: UserId) -> Result<Option<TillSession>, DbError> {
    tx.row(&OPEN_OF, &params![user])?.as_ref().map(of).transpose()
}

/// The till an account closed last.
///
/// # Errors
/// [`DbError`] from the database.
pub fn last_closed(tx: &mut Tx<'_>, user: UserId) -> Result<Option<TillSession>, DbError> {
    tx.row(&LAST_CLOSED, &params![user])?.as_ref().map(of).transpose()
}

/// Notes that something is written under an open session, so that it is not closed at the same moment. `Ok(false)`: it is
/// closed.
///
/// # Errors
/// [`DbError`] from the database.
pub fn touch(tx: &mut Tx<'_>, id: TillSessionId) -> Result<bool, DbError> {
    Ok(tx.execute(&TOUCH, &params![id])? == 1)
}

/// Closes a till if nothing was written under it since it was read. `session` holds what the closing says.
///
/// # Errors
/// [`DbError`] from the database.
pub fn close(tx: &mut Tx<'_>, session: &TillSession, at: Instant, by: &str) -> Result<bool, DbError> {
    let s = session;
    let count = serde_json::to_string(&s.count).unwrap_or_else(|_| "{}".to_owned());
    let row = params![
        s.id,
        s.version,
        at,
        by,
        s.expected,
        s.counted,
        s.difference,
        count,
        s.reason,
        s.second_name,
        s.deposit,
        s.deposit_slip,
        s.document_id
    ];
    Ok(tx.execute(&CLOSE, &row)? == 1)
}

/// Notes that the deposit was taken to the bank. `Ok(false)`: it was noted before, or the till is open.
///
/// # Errors
/// [`DbError`] from the database.
pub fn deposited(tx: &mut Tx<'_>, id: TillSessionId, at: Instant) -> Result<bool, DbError> {
    Ok(tx.execute(&DEPOSITED, &params![id, at])? == 1)
}

/// Cash taken, and cash given back for payments taken back.
///
/// # Errors
/// [`DbError`] from the database.
pub fn cash(tx: &mut Tx<'_>, id: TillSessionId) -> Result<(Money, Money), DbError> {
    let taken = tx.row(&CASH, &params![id])?.map_or(Ok(Money::ZERO), |row| row.get("total"))?;
    let back = tx.row(&CASH_BACK, &params![id])?.map_or(Ok(Money::ZERO), |row| row.get("total"))?;
    Ok((taken, back))
}

/// What was taken by each means, payments taken back included.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_means(tx: &mut Tx<'_>, id: TillSessionId) -> Result<Vec<MeansTotal>, DbError> {
    tx.query(&BY_MEANS, &params![id])?
        .iter()
        .map(|row| {
            Ok(MeansTotal {
                means: row.get("means")?,
                receipts: row.get("receipts")?,
                total: row.get("total")?,
            })
        })
        .collect()
}
