//! Jobs: one table, taken by lease, done at least once.
//!
//! A worker claims due jobs for a limited time and either ends them or lets the lease run out; nothing is held
//! open meanwhile. A job with a key exists once. What ran out of tries is `failed` and shown to people.

use db::{DbError, Row, Tx, params, statements};
use kernel::{CaseId, Instant, JobId};

use crate::Ctx;

statements! {
    const INSERT: Statement = "INSERT INTO job (id, kind, key, payload, state, run_at, lease_until, owner, attempts, last_error, case_id, created_at, ended_at)
        VALUES ($1, $2, $3, $4, 'waiting', $5, NULL, '', 0, '', $6, $7, NULL) ON CONFLICT (key) DO NOTHING";
    const CLAIM: Statement = @split {
        sqlite: "UPDATE job SET state = 'running', lease_until = $2, owner = $3, attempts = attempts + 1
            WHERE id IN (SELECT id FROM job WHERE state = 'waiting' AND run_at <= $1 ORDER BY run_at, id LIMIT $4)
            RETURNING id, kind, payload, attempts, case_id, run_at",
        postgres: "UPDATE job SET state = 'running', lease_until = $2, owner = $3, attempts = attempts + 1
            WHERE id IN (SELECT id FROM job WHERE state = 'waiting' AND run_at <= $1 ORDER BY run_at, id LIMIT $4 FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, payload, attempts, case_id, run_at"
    };
    const RELEASE: Statement = "UPDATE job SET state = 'waiting', lease_until = NULL, owner = '' WHERE state = 'running' AND lease_until < $1";
    const EXTEND: Statement = "UPDATE job SET lease_until = $3 WHERE id = $1 AND owner = $2 AND state = 'running'";
    const DONE: Statement = "UPDATE job SET state = 'done', lease_until = NULL, ended_at = $3, last_error = '' WHERE id = $1 AND owner = $2 AND state = 'running'";
    const AGAIN: Statement = "UPDATE job SET state = 'waiting', lease_until = NULL, owner = '', run_at = $3, last_error = $4
        WHERE id = $1 AND owner = $2 AND state = 'running'";
    const FAIL: Statement = "UPDATE job SET state = 'failed', lease_until = NULL, ended_at = $3, last_error = $4 WHERE id = $1 AND owner = $2 AND state = 'running'";
    const RETRY: Statement = "UPDATE job SET state = 'waiting', run_at = $2, attempts = 0, owner = '', ended_at = NULL WHERE id = $1 AND state = 'failed'";
    const CANCEL_KEY: Statement = "UPDATE job SET state = 'cancelled', ended_at = $2 WHERE key = $1 AND state IN ('waiting', 'failed')";
    const NEXT_DUE: Statement = "SELECT MIN(run_at) AS at FROM job WHERE state = 'waiting'";
    const FAILED: Statement = "SELECT id, kind, payload, attempts, last_error, case_id, created_at, run_at FROM job WHERE state = 'failed' ORDER BY created_at, id LIMIT $1";
    const WAITING: Statement = "SELECT COUNT(*) AS total FROM job WHERE state IN ('waiting', 'running') AND kind <> $1";
}

/// A job to be stored.
#[derive(Clone, Debug)]
pub struct NewJob<'a> {
    /// What is to be done: a word the worker knows.
    pub kind: &'a str,
    /// A key under which it exists once, ever.
    pub key: Option<String>,
    /// Ids it needs, as JSON.
    pub payload: serde_json::Value,
    /// Not before this moment.
    pub run_at: Instant,
    /// The case it belongs to.
    pub case_id: Option<CaseId>,
}

/// A job taken by a worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Its id.
    pub id: JobId,
    /// What is to be done.
    pub kind: String,
    /// Ids it needs, as JSON.
    pub payload: String,
    /// Which try this is, from 1.
    pub attempt: i64,
    /// The case it belongs to.
    pub case_id: Option<CaseId>,
    /// When it was due.
    pub run_at: Instant,
}

/// A job that ran out of tries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// Its id.
    pub id: JobId,
    /// What was to be done.
    pub kind: String,
    /// How often it was tried.
    pub attempts: i64,
    /// The last error.
    pub error: String,
    /// The case it belongs to.
    pub case_id: Option<CaseId>,
    /// When it was asked for.
    pub created_at: Instant,
}

/// Stores a job. One with the same key is left as it is.
///
/// # Errors
/// [`DbError`] from the database.
pub fn enqueue(tx: &mut Tx<'_>, ctx: &Ctx, job: &NewJob<'_>) -> Result<(), DbError> {
    let id = ctx.id(JobId::from_bytes);
    tx.execute(
        &INSERT,
        &params![id, job.kind, job.key, job.payload.to_string(), job.run_at, job.case_id, ctx.now()],
    )
    .map(drop)
}

fn claimed(row: &Row) -> Result<Claimed, DbError> {
    Ok(Claimed {
        id: row.get("id")?,
        kind: row.get("kind")?,
        payload: row.get("payload")?,
        attempt: row.get("attempts")?,
        case_id: row.get("case_id")?,
        run_at: row.get("run_at")?,
    })
}

/// Takes up to `limit` due jobs until `lease_until`, oldest due first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn claim(
    tx: &mut Tx<'_>,
    now: Instant,
    lease_until: Instant,
    owner: &str,
    limit: i64,
) -> Result<Vec<Claimed>, DbError> {
    let mut jobs: Vec<Claimed> = tx
        .query(&CLAIM, &params![now, lease_until, owner, limit])?
        .iter()
        .map(claimed)
        .collect::<Result<_, _>>()?;
    jobs.sort_by_key(|job| (job.run_at, job.id));
    Ok(jobs)
}

/// Gives back jobs whose worker died: their lease ran out.
///
/// # Errors
/// [`DbError`] from the database.
pub fn release_expired(tx: &mut Tx<'_>, now: Instant) -> Result<u64, DbError> {
    tx.execute(&RELEASE, &params![now])
}

/// Makes the lease of a job longer. `Ok(false)`: it was lost meanwhile, and what is being done must not be kept.
///
/// # Errors
/// [`DbError`] from the database.
pub fn extend(tx: &mut Tx<'_>, id: JobId, owner: &str, until: Instant) -> Result<bool, DbError> {
    Ok(tx.execute(&EXTEND, &params![id, owner, until])? == 1)
}

/// Ends a job. `Ok(false)`: the lease was lost meanwhile, and what was done must not be kept.
///
/// # Errors
/// [`DbError`] from the database.
pub fn done(tx: &mut Tx<'_>, id: JobId, owner: &str, at: Instant) -> Result<bool, DbError> {
    Ok(tx.execute(&DONE, &params![id, owner, at])? == 1)
}

/// Puts a job back for a later try.
///
/// # Errors
/// [`DbError`] from the database.
pub fn again(tx: &mut Tx<'_>, id: JobId, owner: &str, run_at: Instant, error: &str) -> Result<bool, DbError> {
    Ok(tx.execute(&AGAIN, &params![id, owner, run_at, error])? == 1)
}

/// Gives a job up: it is shown to people.
///
/// # Errors
/// [`DbError`] from the database.
pub fn fail(tx: &mut Tx<'_>, id: JobId, owner: &str, at: Instant, error: &str) -> Result<bool, DbError> {
    Ok(tx.execute(&FAIL, &params![id, owner, at, error])? == 1)
}

/// Tries a failed job again.
///
/// # Errors
/// [`DbError`] from the database.
pub fn retry(tx: &mut Tx<'_>, id: JobId, at: Instant) -> Result<bool, DbError> {
    Ok(tx.execute(&RETRY, &params![id, at])? == 1)
}

/// Calls off the job with a key, unless it runs or is done.
///
/// # Errors
/// [`DbError`] from the database.
pub fn cancel_key(tx: &mut Tx<'_>, key: &str, at: Instant) -> Result<(), DbError> {
    tx.execute(&CANCEL_KEY, &params![key, at]).map(drop)
}

/// When the next waiting job is due.
///
/// # Errors
/// [`DbError`] from the database.
pub fn next_due(tx: &mut Tx<'_>) -> Result<Option<Instant>, DbError> {
    tx.row(&NEXT_DUE, &[])?.map_or(Ok(None), |row| row.get("at"))
}

/// Jobs that ran out of tries, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn failed(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<Failed>, DbError> {
    tx.query(&FAILED, &params![limit])?
        .iter()
        .map(|row| {
            Ok(Failed {
                id: row.get("id")?,
                kind: row.get("kind")?,
                attempts: row.get("attempts")?,
                error: row.get("last_error")?,
                case_id: row.get("case_id")?,
                created_at: row.get("created_at")?,
            })
        })
        .collect()
}

/// How many jobs are still to be done, those of one kind left out.
///
/// # Errors
/// [`DbError`] from the database.
pub fn waiting(tx: &mut Tx<'_>, except_kind: &str) -> Result<i64, DbError> {
    tx.row(&WAITING, &params![except_kind])?.map_or(Ok(0), |row| row.get("total"))
}
