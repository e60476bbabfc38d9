//! Incidents: a process that cannot go on until a person has put something right.

use db::{DbError, Tx, params, statements};
use kernel::{CaseId, InstanceId, Instant, JobId};

use crate::Ctx;

statements! {
    const INSERT: Statement = "INSERT INTO incident (id, case_id, instance_id, token, job_id, element, message, state, created_at, ended_at, ended_by)
        VALUES ($1, $2, $3, $4, NULL, $5, $6, 'open', $7, NULL, '')";
    const RESOLVE: Statement = "UPDATE incident SET state = 'resolved', ended_at = $3, ended_by = $4 WHERE instance_id = $1 AND token = $2 AND state = 'open'";
    const OPEN: Statement = "SELECT id, case_id, instance_id, token, element, message, created_at FROM incident WHERE state = 'open' ORDER BY created_at, id LIMIT $1";
    const OF_CASE: Statement = "SELECT id, case_id, instance_id, token, element, message, created_at FROM incident WHERE case_id = $1 AND state = 'open' ORDER BY created_at, id";
}

/// An open incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Its id.
    pub id: JobId,
    /// The case.
    pub case_id: Option<CaseId>,
    /// The process.
    pub instance_id: Option<InstanceId>,
    /// The token that cannot go on.
    pub token: Option<i64>,
    /// The element of the diagram.
    pub element: String,
    /// What went wrong.
    pub message: String,
    /// Since when.
    pub created_at: Instant,
}

fn of(row: &db::Row) -> Result<Incident, DbError> {
    Ok(Incident {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        instance_id: row.get("instance_id")?,
        token: row.get("token")?,
        element: row.get("element")?,
        message: row.get("message")?,
        created_at: row.get("created_at")?,
    })
}

/// Writes an incident down.
///
/// # Errors
/// [`DbError`] from the database.
pub fn raise(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    case: CaseId,
    instance: InstanceId,
    token: i64,
    element: &str,
    message: &str,
) -> Result<(), DbError> {
    let id = ctx.id(JobId::from_bytes);
    tx.execute(&INSERT, &params![id, case, instance, token, element, message, ctx.now()]).map(drop)
}

/// Marks the incident of a token as put right.
///
/// # Errors
/// [`DbError`] from the database.
pub fn resolve(tx: &mut Tx<'_>, ctx: &Ctx, instance: InstanceId, token: i64) -> Result<(), DbError> {
    tx.execute(&RESOLVE, &params![instance, token, ctx.now(), ctx.actor.name()]).map(drop)
}

/// Open incidents, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn open(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<Incident>, DbError> {
    tx.query(&OPEN, &params![limit])?.iter().map(of).collect()
}

/// Open incidents of a case.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Incident>, DbError> {
    tx.query(&OF_CASE, &params![case])?.iter().map(of).collect()
}
