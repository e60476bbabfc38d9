//! Running processes: their state, the log of their steps, what they listen to, and the bundles they run on.

use db::{DbError, Row, Tx, Value, params, statements};
use kernel::{CaseId, InstanceId, Instant};

use crate::Ctx;

statements! {
    pub(super) const INSERT: Statement = "INSERT INTO process_instance (id, case_id, procedure, bundle_version, process, parent_id, parent_token, state, data, steps,
        created_at, ended_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, NULL, 1)";
    const UPDATE: Statement = "UPDATE process_instance SET state = $2, data = $3, steps = steps + 1, ended_at = $4, version = version + 1
        WHERE id = $1 AND version = $5";
    const BY_ID: Statement = "SELECT id, case_id, procedure, bundle_version, process, parent_id, parent_token, state, data, steps, version FROM process_instance WHERE id = $1";
    const OF_CASE: Statement = "SELECT id, case_id, procedure, bundle_version, process, parent_id, parent_token, state, data, steps, version FROM process_instance
        WHERE case_id = $1 ORDER BY created_at, id";
    const LOG: Statement = "INSERT INTO process_step (instance_id, step, at, actor, command, events) VALUES ($1, $2, $3, $4, $5, $6)";
    const STEPS: Statement = "SELECT step, at, actor, command, events FROM process_step WHERE instance_id = $1 ORDER BY step";
    const SUBSCRIBE: Statement = "INSERT INTO subscription (instance_id, token, kind, name, correlation) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (instance_id, token, kind, name) DO UPDATE SET correlation = $5";
    const UNSUBSCRIBE: Statement = "DELETE FROM subscription WHERE instance_id = $1 AND token = $2";
    const UNSUBSCRIBE_ALL: Statement = "DELETE FROM subscription WHERE instance_id = $1";
    const WAITING_FOR: Statement = "SELECT instance_id, token FROM subscription WHERE kind = $1 AND name = $2 AND correlation = $3 ORDER BY instance_id, token";
    const BUNDLE: Statement = "SELECT version, hash, files FROM procedure_bundle WHERE procedure = $1 AND version = $2";
    const NEWEST: Statement = "SELECT version, hash, files FROM procedure_bundle WHERE procedure = $1 ORDER BY version DESC LIMIT 1";
    const PUBLISH: Statement = "INSERT INTO procedure_bundle (procedure, version, hash, published_at, published_by, files) VALUES ($1, $2, $3, $4, $5, $6)";
    const NEWEST_VERSION: Statement = "SELECT MAX(version) AS version FROM procedure_bundle WHERE procedure = $1";
    const NEWEST_VERSIONS: Statement = "SELECT procedure, MAX(version) AS version FROM procedure_bundle GROUP BY procedure ORDER BY procedure";
    const NEWEST_BUNDLES: Statement = "SELECT b.procedure, b.version, b.hash, b.files FROM (SELECT procedure, MAX(version) AS version FROM procedure_bundle GROUP BY procedure) n
        JOIN procedure_bundle b ON b.procedure = n.procedure AND b.version = n.version ORDER BY b.procedure";
    const HASHES: Statement = "SELECT procedure, hash FROM procedure_bundle ORDER BY procedure, version";
}

/// A running or ended process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    /// Its id.
    pub id: InstanceId,
    /// The case it drives.
    pub case_id: CaseId,
    /// The procedure.
    pub procedure: String,
    /// The bundle it stays on.
    pub bundle_version: i64,
    /// The process of the bundle's diagram.
    pub process: String,
    /// The instance and token of the call activity that started it.
    pub parent: Option<(InstanceId, i64)>,
    /// `active`, `completed`, `failed`, `error`, `terminated` or `cancelled`.
    pub state: String,
    /// The engine's state, in the engine's own form with its format version.
    pub data: Vec<u8>,
    /// How many steps were taken.
    pub steps: i64,
    /// Grows with every step.
    pub version: i64,
}

/// One step: a command and the events that came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its place, from 1.
    pub step: i64,
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: String,
    /// The command's name.
    pub command: String,
    /// The engine's events, in the engine's own form.
    pub events: Vec<u8>,
}

/// A published bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The procedure's code.
    pub procedure: String,
    /// Its version, from 1.
    pub version: i64,
    /// SHA-256 of its files, hexadecimal.
    pub hash: String,
    /// Its files: a JSON object from path to text.
    pub files: String,
}

fn of(row: &Row) -> Result<Instance, DbError> {
    Ok(Instance {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        procedure: row.get("procedure")?,
        bundle_version: row.get("bundle_version")?,
        process: row.get("process")?,
        parent: match (row.get("parent_id")?, row.get("parent_token")?) {
            (Some(id), Some(token)) => Some((id, token)),
            _ => None,
        },
        state: row.get("state")?,
        data: row.get("data")?,
        steps: row.get("steps")?,
        version: row.get("version")?,
    })
}

/// Stores a new instance.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, instance: &Instance, at: Instant) -> Result<(), DbError> {
    tx.execute(&INSERT, &values(instance, at)).map(drop)
}

/// The values of [`INSERT`].
pub(super) fn values(instance: &Instance, at: Instant) -> Vec<Value> {
    let i = instance;
    params![
        i.id,
        i.case_id,
        i.procedure,
        i.bundle_version,
        i.process,
        i.parent.map(|(id, _)| id),
        i.parent.map(|(_, token)| token),
        i.state,
        i.data,
        at
    ]
}

/// Stores the state after a step together with the step's events, if nobody took a step since it was read.
///
/// # Errors
/// [`DbError`] from the database. `Ok(false)`: somebody took a step.
pub fn save_step(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    instance: &mut Instance,
    command: &str,
    events: &[u8],
) -> Result<bool, DbError> {
    let i = &*instance;
    let ended = (i.state != "active" && i.state != "failed").then(|| ctx.now());
    if tx.execute(&UPDATE, &params![i.id, i.state, i.data, ended, i.version])? != 1 {
        return Ok(false);
    }
    tx.execute(&LOG, &params![i.id, i.steps + 1, ctx.now(), ctx.actor.name(), command, events])?;
    instance.version += 1;
    instance.steps += 1;
    Ok(true)
}

/// One instance.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: InstanceId) -> Result<Option<Instance>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}

/// The instances of a case, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Instance>, DbError> {
    tx.query(&OF_CASE, &params![case])?.iter().map(of).collect()
}

/// All steps of an instance in order.
///
/// # Errors
/// [`DbError`] from the database.
pub fn steps(tx: &mut Tx<'_>, instance: InstanceId) -> Result<Vec<Step>, DbError> {
    tx.query(&STEPS, &params![instance])?
        .iter()
        .map(|row| {
            Ok(Step {
                step: row.get("step")?,
                at: row.get("at")?,
                actor: row.get("actor")?,
                command: row.get("command")?,
                events: row.get("events")?,
            })
        })
        .collect()
}

/// An instance waits for a message or signal.
///
/// # Errors
/// [`DbError`] from the database.
pub fn subscribe(
    tx: &mut Tx<'_>,
    instance: InstanceId,
    token: i64,
    kind: &str,
    name: &str,
    correlation: &str,
) -> Result<(), DbError> {
    tx.execute(&SUBSCRIBE, &params![instance, token, kind, name, correlation]).map(drop)
}

/// A token waits no longer.
///
/// # Errors
/// [`DbError`] from the database.
pub fn unsubscribe(tx: &mut Tx<'_>, instance: InstanceId, token: i64) -> Result<(), DbError> {
    tx.execute(&UNSUBSCRIBE, &params![instance, token]).map(drop)
}

/// An instance waits for nothing any more.
///
/// # Errors
/// [`DbError`] from the database.
pub fn unsubscribe_all(tx: &mut Tx<'_>, instance: InstanceId) -> Result<(), DbError> {
    tx.execute(&UNSUBSCRIBE_ALL, &params![instance]).map(drop)
}

/// Tokens that wait for a message or signal with this correlation.
///
/// # Errors
/// [`DbError`] from the database.
pub fn waiting_for(
    tx: &mut Tx<'_>,
    kind: &str,
    name: &str,
    correlation: &str,
) -> Result<Vec<(InstanceId, i64)>, DbError> {
    tx.query(&WAITING_FOR, &params![kind, name, correlation])?
        .iter()
        .map(|row| Ok((row.get("instance_id")?, row.get("token")?)))
        .collect()
}

fn bundle_of(procedure: &str, row: &Row) -> Result<Bundle, DbError> {
    Ok(Bundle {
        procedure: procedure.to_owned(),
        version: row.get("version")?,
        hash: row.get("hash")?,
        files: row.get("files")?,
    })
}

/// One version of a bundle.
///
/// # Errors
/// [`DbError`] from the database.
pub fn bundle(tx: &mut Tx<'_>, procedure: &str, version: i64) -> Result<Option<Bundle>, DbError> {
    tx.row(&BUNDLE, &params![procedure, version])?.map(|row| bundle_of(procedure, &row)).transpose()
}

/// The version that starts new cases.
///
/// # Errors
/// [`DbError`] from the database.
pub fn newest_bundle(tx: &mut Tx<'_>, procedure: &str) -> Result<Option<Bundle>, DbError> {
    tx.row(&NEWEST, &params![procedure])?.map(|row| bundle_of(procedure, &row)).transpose()
}

/// The number of the version that starts new cases; none of a procedure that is not published.
///
/// # Errors
/// [`DbError`] from the database.
pub fn newest_version(tx: &mut Tx<'_>, procedure: &str) -> Result<Option<i64>, DbError> {
    tx.row(&NEWEST_VERSION, &params![procedure])?.map_or(Ok(None), |row| row.get("version"))
}

/// Every procedure with the number of the version that starts new cases, by code.
///
/// # Errors
/// [`DbError`] from the database.
pub fn newest_versions(tx: &mut Tx<'_>) -> Result<Vec<(String, i64)>, DbError> {
    tx.query(&NEWEST_VERSIONS, &[])?
        .iter()
        .map(|row| Ok((row.get("procedure")?, row.get("version")?)))
        .collect()
}

/// The version of every procedure that starts new cases, by code.
///
/// # Errors
/// [`DbError`] from the database.
pub fn newest_bundles(tx: &mut Tx<'_>) -> Result<Vec<Bundle>, DbError> {
    tx.query(&NEWEST_BUNDLES, &[])?
        .iter()
        .map(|row| bundle_of(&row.get::<String>("procedure")?, row))
        .collect()
}

/// Code and content hash of every version, in the order they were published.
///
/// # Errors
/// [`DbError`] from the database.
pub fn hashes(tx: &mut Tx<'_>) -> Result<Vec<(String, String)>, DbError> {
    tx.query(&HASHES, &[])?.iter().map(|row| Ok((row.get("procedure")?, row.get("hash")?))).collect()
}

/// Publishes a version.
///
/// # Errors
/// A unique violation when the version or the same content exists.
pub fn publish(tx: &mut Tx<'_>, ctx: &Ctx, bundle: &Bundle) -> Result<(), DbError> {
    let b = bundle;
    tx.execute(&PUBLISH, &params![b.procedure, b.version, b.hash, ctx.now(), ctx.actor.name(), b.files])
        .map(drop)
}
