//! Tasks of a process that wait for a person.

use db::{DbError, Row, Tx, Value, params, statements};
use kernel::{CaseId, InstanceId, Instant, TaskId, UserId};

use crate::Ctx;

statements! {
    pub(super) const INSERT: Statement = "INSERT INTO task (id, instance_id, case_id, token, element, name, form, role, assigned_to, state, created_at, ended_at, ended_by, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10, NULL, '', 1)
        ON CONFLICT (instance_id, token) DO UPDATE SET element = $5, name = $6, form = $7, role = $8, state = 'open', ended_at = NULL, version = task.version + 1";
    const END: Statement = "UPDATE task SET state = $3, ended_at = $4, ended_by = $5, version = version + 1
        WHERE instance_id = $1 AND token = $2 AND state = 'open'";
    const ASSIGN: Statement = "UPDATE task SET assigned_to = $2, version = version + 1 WHERE id = $1 AND state = 'open'";
    const ASSIGN_CASE: Statement = "UPDATE task SET assigned_to = $2, version = version + 1 WHERE case_id = $1 AND state = 'open'";
    const OF_CASE: Statement = "SELECT id, instance_id, case_id, token, element, name, form, role, assigned_to, state, created_at, ended_at, ended_by
        FROM task WHERE case_id = $1 ORDER BY created_at, id";
    const BY_ID: Statement = "SELECT id, instance_id, case_id, token, element, name, form, role, assigned_to, state, created_at, ended_at, ended_by
        FROM task WHERE id = $1";
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// The running process.
    pub instance_id: InstanceId,
    /// The case.
    pub case_id: CaseId,
    /// The token that waits.
    pub token: i64,
    /// The element of the diagram.
    pub element: String,
    /// What is to do.
    pub name: String,
    /// The form to fill; empty when there is nothing to fill.
    pub form: String,
    /// The role it is for; empty for anybody who may work on the case.
    pub role: String,
    /// Who has it.
    pub assigned_to: Option<UserId>,
    /// `open`, `completed` or `cancelled`.
    pub state: String,
    /// Since when it waits.
    pub created_at: Instant,
    /// When it ended.
    pub ended_at: Option<Instant>,
    /// Who ended it.
    pub ended_by: String,
}

fn of(row: &Row) -> Result<Task, DbError> {
    Ok(Task {
        id: row.get("id")?,
        instance_id: row.get("instance_id")?,
        case_id: row.get("case_id")?,
        token: row.get("token")?,
        element: row.get("element")?,
        name: row.get("name")?,
        form: row.get("form")?,
        role: row.get("role")?,
        assigned_to: row.get("assigned_to")?,
        state: row.get("state")?,
        created_at: row.get("created_at")?,
        ended_at: row.get("ended_at")?,
        ended_by: row.get("ended_by")?,
    })
}

/// Stores an open task.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, task: &Task) -> Result<(), DbError> {
    tx.execute(&INSERT, &values(task)).map(drop)
}

/// The values of [`INSERT`].
pub(super) fn values(task: &Task) -> Vec<Value> {
    let t = task;
    params![
        t.id,
        t.instance_id,
        t.case_id,
        t.token,
        t.element,
        t.name,
        t.form,
        t.role,
        t.assigned_to,
        t.created_at
    ]
}

/// Ends the open task of a token. `Ok(false)`: it was not open any more.
///
/// # Errors
/// [`DbError`] from the database.
pub fn end(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    instance: InstanceId,
    token: i64,
    completed: bool,
) -> Result<bool, DbError> {
    let state = if completed { "completed" } else { "cancelled" };
    Ok(tx.execute(&END, &params![instance, token, state, ctx.now(), ctx.actor.name()])? == 1)
}

/// Gives an open task to somebody, or to nobody.
///
/// # Errors
/// [`DbError`] from the database.
pub fn assign(tx: &mut Tx<'_>, task: TaskId, to: Option<UserId>) -> Result<bool, DbError> {
    Ok(tx.execute(&ASSIGN, &params![task, to])? == 1)
}

/// Gives every open task of a case to somebody.
///
/// # Errors
/// [`DbError`] from the database.
pub fn assign_case(tx: &mut Tx<'_>, case: CaseId, to: Option<UserId>) -> Result<(), DbError> {
    tx.execute(&ASSIGN_CASE, &params![case, to]).map(drop)
}

/// All tasks of a case in the order they came.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Task>, DbError> {
    tx.query(&OF_CASE, &params![case])?.iter().map(of).collect()
}

/// One task.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: TaskId) -> Result<Option<Task>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}
