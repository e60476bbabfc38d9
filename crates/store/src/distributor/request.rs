//! Requests to a distributor, stored in the transaction that decided them.

use db::{DbError, Row, Tx, params, statements};
use kernel::{CaseId, Instant, MessageId};

use crate::Ctx;

statements! {
    const INSERT: Statement = "INSERT INTO distributor_request (id, code, number, service, distributor, point_code, case_id, body, state, created_at, sent_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9, NULL)";
    const BY_CODE: Statement = "SELECT id, code, number, service, distributor, point_code, case_id, body, state, created_at, sent_at
        FROM distributor_request WHERE code = $1";
    const OF_CASE: Statement = "SELECT id, code, number, service, distributor, point_code, case_id, body, state, created_at, sent_at
        FROM distributor_request WHERE case_id = $1 ORDER BY number";
    const OPEN_ON_POINT: Statement = "SELECT id, code, number, service, distributor, point_code, case_id, body, state, created_at, sent_at
        FROM distributor_request WHERE point_code = $1 AND service = $2 AND state IN ('queued', 'sent') ORDER BY number";
    const QUEUED: Statement = "SELECT id, code, number, service, distributor, point_code, case_id, body, state, created_at, sent_at
        FROM distributor_request WHERE state = 'queued' ORDER BY created_at, id LIMIT $1";
    const SENT: Statement = "UPDATE distributor_request SET state = 'sent', sent_at = $2 WHERE id = $1 AND state = 'queued'";
    const ENDED: Statement = "UPDATE distributor_request SET state = $2 WHERE code = $1 AND state IN ('queued', 'sent')";
    const REOPEN: Statement = "UPDATE distributor_request SET state = 'sent' WHERE code = $1 AND state = 'ended'";
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: MessageId,
    /// Our code of it, the same in every answer (`cod_prat_utente`).
    pub code: String,
    /// A running number over all requests: it names the file.
    pub number: i64,
    /// The service asked for, `A01` for instance.
    pub service: String,
    /// The distributor's VAT number.
    pub distributor: String,
    /// The point, by its code.
    pub point_code: String,
    /// The case it belongs to.
    pub case_id: CaseId,
    /// The message, as JSON.
    pub body: String,
    /// `queued`, `sent`, `ended` (answered for good) or `withdrawn`.
    pub state: String,
    /// When it was decided.
    pub created_at: Instant,
    /// When its file was written.
    pub sent_at: Option<Instant>,
}

/// A request to be stored.
#[derive(Clone, Debug)]
pub struct NewRequest<'a> {
    /// Our code of it.
    pub code: &'a str,
    /// The running number.
    pub number: i64,
    /// The service.
    pub service: &'a str,
    /// The distributor's VAT number.
    pub distributor: &'a str,
    /// The point.
    pub point_code: &'a str,
    /// The case.
    pub case_id: CaseId,
    /// The message, as JSON.
    pub body: String,
}

fn of(row: &Row) -> Result<Request, DbError> {
    Ok(Request {
        id: row.get("id")?,
        code: row.get("code")?,
        number: row.get("number")?,
        service: row.get("service")?,
        distributor: row.get("distributor")?,
        point_code: row.get("point_code")?,
        case_id: row.get("case_id")?,
        body: row.get("body")?,
        state: row.get("state")?,
        created_at: row.get("created_at")?,
        sent_at: row.get("sent_at")?,
    })
}

/// Stores a request.
///
/// # Errors
/// [`DbError::Unique`] when the code is taken, or another failure of the database.
pub fn insert(tx: &mut Tx<'_>, ctx: &Ctx, new: &NewRequest<'_>) -> Result<(), DbError> {
    let id = ctx.id(MessageId::from_bytes);
    tx.execute(
        &INSERT,
        &params![
            id,
            new.code,
            new.number,
            new.service,
            new.distributor,
            new.point_code,
            new.case_id,
            new.body,
            ctx.now()
        ],
    )
    .map(drop)
}

/// The request with a code.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_code(tx: &mut Tx<'_>, code: &str) -> Result<Option<Request>, DbError> {
    tx.row(&BY_CODE, &params![code])?.as_ref().map(of).transpose()
}

/// Requests of a case, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Request>, DbError> {
    tx.query(&OF_CASE, &params![case])?.iter().map(of).collect()
}

/// Requests for a service on a point that were not answered for good, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn open_on_point(tx: &mut Tx<'_>, point_code: &str, service: &str) -> Result<Vec<Request>, DbError> {
    tx.query(&OPEN_ON_POINT, &params![point_code, service])?.iter().map(of).collect()
}

/// Requests to be sent, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn queued(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<Request>, DbError> {
    tx.query(&QUEUED, &params![limit])?.iter().map(of).collect()
}

/// Marks a request as sent. `Ok(false)`: it was sent or withdrawn before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn mark_sent(tx: &mut Tx<'_>, id: MessageId, at: Instant) -> Result<bool, DbError> {
    Ok(tx.execute(&SENT, &params![id, at])? == 1)
}

/// Ends an open request: `ended` or `withdrawn`. `Ok(false)`: it was not open.
///
/// # Errors
/// [`DbError`] from the database.
pub fn end(tx: &mut Tx<'_>, code: &str, state: &str) -> Result<bool, DbError> {
    Ok(tx.execute(&ENDED, &params![code, state])? == 1)
}

/// Awaits an answer to a request again, after the one that ended it was taken back.
///
/// # Errors
/// [`DbError`] from the database.
pub fn reopen(tx: &mut Tx<'_>, code: &str) -> Result<bool, DbError> {
    Ok(tx.execute(&REOPEN, &params![code])? == 1)
}
