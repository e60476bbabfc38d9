//! Commands for the billing system, kept in order for each aggregate, each with a key the far side knows too.

use db::{DbError, Row, Tx, params, statements};
use kernel::{CaseId, Instant, MessageId};

use crate::Ctx;

statements! {
    const INSERT: Statement = "INSERT INTO billing_message (id, key, system, kind, aggregate, seq, body, state, attempts, case_id, created_at, sent_at,
        answered_at, answer_code, answer_text)
        VALUES ($1, $2, $3, $4, $5, (SELECT COALESCE(MAX(seq), 0) + 1 FROM billing_message WHERE system = $3 AND aggregate = $5), $6, 'queued', 0, $7, $8, NULL, NULL, '', '')
        ON CONFLICT (key) DO NOTHING";
    const QUEUED: Statement = "SELECT id, key, system, kind, aggregate, seq, body, state, attempts, case_id, created_at, sent_at, answered_at, answer_code, answer_text
        FROM billing_message WHERE state = 'queued' ORDER BY created_at, id LIMIT $1";
    const BY_KEY: Statement = "SELECT id, key, system, kind, aggregate, seq, body, state, attempts, case_id, created_at, sent_at, answered_at, answer_code, answer_text
        FROM billing_message WHERE key = $1";
    const OF_CASE: Statement = "SELECT id, key, system, kind, aggregate, seq, body, state, attempts, case_id, created_at, sent_at, answered_at, answer_code, answer_text
        FROM billing_message WHERE case_id = $1 ORDER BY created_at, id";
    const SENT: Statement = "UPDATE billing_message SET state = 'sent', sent_at = $2, attempts = attempts + 1 WHERE id = $1 AND state = 'queued'";
    const ANSWERED: Statement = "UPDATE billing_message SET state = $2, answered_at = $3, answer_code = $4, answer_text = $5
        WHERE key = $1 AND state IN ('queued', 'sent')";
    const REQUEUE: Statement = "UPDATE billing_message SET state = 'queued', answer_code = '', answer_text = '', body = $2 WHERE id = $1 AND state IN ('queued', 'rejected')";
    const OPEN: Statement = "SELECT state, COUNT(*) AS total, MIN(created_at) AS oldest FROM billing_message WHERE state IN ('queued', 'sent') GROUP BY state";
}

/// A command for billing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// The key under which the far side applies it once.
    pub key: String,
    /// Which system.
    pub system: String,
    /// What is asked: `customer`, `change_of_holder`, `reading`, `mandate`, ….
    pub kind: String,
    /// Commands of one aggregate are applied in order.
    pub aggregate: String,
    /// The order within the aggregate.
    pub seq: i64,
    /// What is told, as JSON.
    pub body: String,
    /// `queued`, `sent`, `applied` or `rejected`.
    pub state: String,
    /// How often it was sent.
    pub attempts: i64,
    /// The case it follows from.
    pub case_id: Option<CaseId>,
    /// When it was decided.
    pub created_at: Instant,
    /// When it was sent.
    pub sent_at: Option<Instant>,
    /// When the answer came.
    pub answered_at: Option<Instant>,
    /// The far side's code.
    pub answer_code: String,
    /// The far side's words.
    pub answer_text: String,
}

/// A command to be stored.
#[derive(Clone, Debug)]
pub struct NewMessage<'a> {
    /// The key under which the far side applies it once.
    pub key: String,
    /// Which system.
    pub system: &'a str,
    /// What is asked.
    pub kind: &'a str,
    /// Commands of one aggregate are applied in order.
    pub aggregate: String,
    /// What is told.
    pub body: &'a serde_json::Value,
    /// The case it follows from.
    pub case_id: Option<CaseId>,
}

fn of(row: &Row) -> Result<Message, DbError> {
    Ok(Message {
        id: row.get("id")?,
        key: row.get("key")?,
        system: row.get("system")?,
        kind: row.get("kind")?,
        aggregate: row.get("aggregate")?,
        seq: row.get("seq")?,
        body: row.get("body")?,
        state: row.get("state")?,
        attempts: row.get("attempts")?,
        case_id: row.get("case_id")?,
        created_at: row.get("created_at")?,
        sent_at: row.get("sent_at")?,
        answered_at: row.get("answered_at")?,
        answer_code: row.get("answer_code")?,
        answer_text: row.get("answer_text")?,
    })
}

/// Stores a command; one with the same key is left as it is.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, ctx: &Ctx, message: &NewMessage<'_>) -> Result<(), DbError> {
    let m = message;
    let id = ctx.id(MessageId::from_bytes);
    tx.execute(
        &INSERT,
        &params![id, m.key, m.system, m.kind, m.aggregate, m.body.to_string(), m.case_id, ctx.now()],
    )
    .map(drop)
}

/// Commands to be sent, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn queued(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<Message>, DbError> {
    tx.query(&QUEUED, &params![limit])?.iter().map(of).collect()
}

/// The command with a key.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_key(tx: &mut Tx<'_>, key: &str) -> Result<Option<Message>, DbError> {
    tx.row(&BY_KEY, &params![key])?.as_ref().map(of).transpose()
}

/// Commands that follow from a case, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Message>, DbError> {
    tx.query(&OF_CASE, &params![case])?.iter().map(of).collect()
}

/// Marks a command as handed over.
///
/// # Errors
/// [`DbError`] from the database.
pub fn mark_sent(tx: &mut Tx<'_>, id: MessageId, at: Instant) -> Result<bool, DbError> {
    Ok(tx.execute(&SENT, &params![id, at])? == 1)
}

/// Writes down the far side's answer. `Ok(false)`: it was answered before, or is not known.
///
/// # Errors
/// [`DbError`] from the database.
pub fn answered(
    tx: &mut Tx<'_>,
    key: &str,
    applied: bool,
    at: Instant,
    code: &str,
    text: &str,
) -> Result<bool, DbError> {
    let state = if applied { "applied" } else { "rejected" };
    Ok(tx.execute(&ANSWERED, &params![key, state, at, code, text])? == 1)
}

/// Sends a rejected command again, with what was put right.
///
/// # Errors
/// [`DbError`] from the database.
pub fn requeue(tx: &mut Tx<'_>, id: MessageId, body: &serde_json::Value) -> Result<bool, DbError> {
    Ok(tx.execute(&REQUEUE, &params![id, body.to_string()])? == 1)
}

/// How many commands wait to be sent and to be answered, and since when the oldest of each waits.
///
/// # Errors
/// [`DbError`] from the database.
pub fn open_totals(tx: &mut Tx<'_>) -> Result<Vec<(String, i64, Instant)>, DbError> {
    tx.query(&OPEN, &[])?
        .iter()
        .map(|row| Ok((row.get("state")?, row.get("total")?, row.get("oldest")?)))
        .collect()
}
