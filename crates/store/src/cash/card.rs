//! What a card terminal was asked, so that a request sent twice never charges twice.

use db::{DbError, Row, Tx, params, statements};
use kernel::{Instant, Money, ReceiptId, TillSessionId};

statements! {
    const INSERT: Statement = "INSERT INTO card_order (request_key, session_id, amount_cents, state, authorisation, words, asked_at, answered_at, receipt_id)
        VALUES ($1, $2, $3, 'asked', '', '', $4, NULL, NULL) ON CONFLICT (request_key) DO NOTHING";
    const BY_KEY: Statement = "SELECT * FROM card_order WHERE request_key = $1";
    const ANSWERED: Statement = "UPDATE card_order SET state = $2, authorisation = $3, words = $4, answered_at = $5 WHERE request_key = $1 AND receipt_id IS NULL";
    const ASK_AGAIN: Statement = "UPDATE card_order SET state = 'asked', amount_cents = $2, asked_at = $3, answered_at = NULL WHERE request_key = $1 AND state IN ('declined', 'given_back')";
    const USED: Statement = "UPDATE card_order SET receipt_id = $2 WHERE request_key = $1";
    const GIVEN_BACK: Statement = "UPDATE card_order SET state = 'given_back' WHERE request_key = $1";
    const UNSETTLED: Statement = "SELECT * FROM card_order WHERE session_id = $1 AND receipt_id IS NULL AND state IN ('asked', 'approved') ORDER BY asked_at";
}

/// An order for a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredOrder {
    /// Its key.
    pub key: String,
    /// The amount.
    pub amount: Money,
    /// `asked` (no answer yet), `approved`, `declined` or `given_back`.
    pub state: String,
    /// The authorisation.
    pub authorisation: String,
    /// The receipt it was used for.
    pub receipt_id: Option<ReceiptId>,
}

fn of(row: &Row) -> Result<StoredOrder, DbError> {
    Ok(StoredOrder {
        key: row.get("request_key")?,
        amount: row.get("amount_cents")?,
        state: row.get("state")?,
        authorisation: row.get("authorisation")?,
        receipt_id: row.get("receipt_id")?,
    })
}

/// Writes an order down before the terminal is asked. `Ok(false)`: it is there already.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(
    tx: &mut Tx<'_>,
    key: &str,
    session: TillSessionId,
    amount: Money,
    at: Instant,
) -> Result<bool, DbError> {
    Ok(tx.execute(&INSERT, &params![key, session, amount, at])? == 1)
}

/// The order of a key.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_key(tx: &mut Tx<'_>, key: &str) -> Result<Option<StoredOrder>, DbError> {
    tx.row(&BY_KEY, &params![key])?.as_ref().map(of).transpose()
}

/// Writes the terminal's answer down: `approved` or `declined`.
///
/// # Errors
/// [`DbError`] from the database.
pub fn answered(
    tx: &mut Tx<'_>,
    key: &str,
    state: &str,
    authorisation: &str,
    words: &str,
    at: Instant,
) -> Result<(), DbError> {
    tx.execute(&ANSWERED, &params![key, state, authorisation, words, at]).map(drop)
}

/// Makes a declined order one to be asked again. `Ok(false)`: it was not declined.
///
/// # Errors
/// [`DbError`] from the database.
pub fn ask_again(tx: &mut Tx<'_>, key: &str, amount: Money, at: Instant) -> Result<bool, DbError> {
    Ok(tx.execute(&ASK_AGAIN, &params![key, amount, at])? == 1)
}

/// Notes the receipt an order was used for.
///
/// # Errors
/// [`DbError`] from the database.
pub fn used(tx: &mut Tx<'_>, key: &str, receipt: ReceiptId) -> Result<(), DbError> {
    tx.execute(&USED, &params![key, receipt]).map(drop)
}

/// Notes that the money went back to the card.
///
/// # Errors
/// [`DbError`] from the database.
pub fn given_back(tx: &mut Tx<'_>, key: &str) -> Result<(), DbError> {
    tx.execute(&GIVEN_BACK, &params![key]).map(drop)
}

/// Orders of a till whose outcome is not known, or which were charged and not used.
///
/// # Errors
/// [`DbError`] from the database.
pub fn unsettled(tx: &mut Tx<'_>, session: TillSessionId) -> Result<Vec<StoredOrder>, DbError> {
    tx.query(&UNSETTLED, &params![session])?.iter().map(of).collect()
}
