//! Tasks: those of a case, what one asks, completing it.

use app::cases::{Answered, CaseView, Given, Task as Known};
use axum::{Json, http::StatusCode, response::Response};
use kernel::CaseId;
use routes::api::{PageQuery, Task as Route, TaskComplete as CompleteRoute};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    cases::Case,
    ctx::ApiCtx,
    input::{At, Wanted},
    paging,
    problem::{Fault, ProblemField, sentence},
    values::{Id, Moment, Page},
    write::{self, Body, Write},
};

/// A task of a process that waits for a person, or waited.
#[derive(Debug, Serialize, ToSchema)]
pub struct Task {
    /// Its id.
    id: Id,
    /// The case.
    case: Id,
    /// The element of the diagram.
    element: String,
    /// What is to do.
    name: String,
    /// The form to fill; empty when there is nothing to fill.
    form: String,
    /// The role it is for; empty for anybody who may work on the case.
    role: String,
    /// Who has it.
    assigned_to: Option<Id>,
    /// `open`, `completed` or `cancelled`.
    state: String,
    /// Since when it waits.
    created_at: Moment,
    /// When it ended.
    ended_at: Option<Moment>,
    /// Who ended it; empty while it is open.
    ended_by: String,
}

impl From<Known> for Task {
    fn from(known: Known) -> Self {
        Self {
            id: Id::of(known.id),
            case: Id::of(known.case_id),
            element: known.element,
            name: known.name,
            form: known.form,
            role: known.role,
            assigned_to: known.assigned_to.map(Id::of),
            state: known.state,
            created_at: known.created_at.into(),
            ended_at: known.ended_at.map(Moment::from),
            ended_by: known.ended_by,
        }
    }
}

/// The tasks of a case that was read whole.
pub fn of_view(view: &CaseView) -> Vec<Task> {
    view.tasks.iter().cloned().map(Task::from).collect()
}

/// Whose tasks.
#[derive(Debug, Deserialize)]
pub struct TasksQuery {
    case: Option<CaseId>,
    after: Option<String>,
    limit: Option<u32>,
}

/// Tasks of a case in the order they came.
#[utoipa::path(get, path = "/api/v1/tasks", tag = "cases",
    params(
        ("case" = String, Query, format = "uuid", description = "The case."),
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Task>)))]
pub async fn list_tasks(api: ApiCtx, Wanted(query): Wanted<TasksQuery>) -> Result<Json<Page<Task>>, Fault> {
    let missing =
        || Fault::request(StatusCode::BAD_REQUEST, "query_missing").about("case").with("name", "case");
    let all = app::cases::tasks_of(&api.app, &api.ctx, query.case.ok_or_else(missing)?).await?;
    let page = PageQuery { after: query.after, limit: query.limit };
    Ok(Json(paging::page_of_all("tasks", all, &page, |row| row.id.to_string(), Task::from)?))
}

/// A field a task asks for.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedField {
    /// Its name: the key of the answer.
    name: String,
    /// What people call it.
    label: String,
    /// `text`, `date` (ISO), `money` (whole cents), `integer`, `decimal`, `flag` (true or false), `choice`, `party` and
    /// `supply_point` (ids), `readings` (an object by register), `address` (an object), `bills` (a list of ids), `group`
    /// (a list of objects), `price_lines` (a list of `code`, `quantity`, `price_cents`), ….
    kind: String,
    /// Whether it must be answered, with the answers so far.
    required: bool,
    /// The answers it takes; empty when free.
    choices: Vec<String>,
    /// Worked out from the other answers: it cannot be given.
    computed: bool,
    /// The fields of each row, for a group.
    #[schema(no_recursion)]
    fields: Vec<Self>,
    /// The most rows of a group.
    most: Option<usize>,
}

impl From<app::cases::AskedField> for AskedField {
    fn from(field: app::cases::AskedField) -> Self {
        let offered = field.offered.into_iter().map(|one| one.id);
        Self {
            name: field.name,
            label: field.label,
            most: (!field.fields.is_empty()).then_some(field.most),
            kind: field.kind,
            required: field.required,
            choices: field.choices.into_iter().chain(offered).collect(),
            computed: field.computed,
            fields: field.fields.into_iter().map(Self::from).collect(),
        }
    }
}

/// A task with what it asks.
#[derive(Debug, Serialize, ToSchema)]
pub struct TaskDetail {
    /// The task.
    #[serde(flatten)]
    task: Task,
    /// The fields shown for the answers so far.
    fields: Vec<AskedField>,
    /// The answers so far.
    #[schema(value_type = Object)]
    answers: serde_json::Map<String, serde_json::Value>,
    /// The version of the case, for `If-Match`.
    version: i64,
}

/// One task with what it asks.
#[utoipa::path(get, path = "/api/v1/tasks/{task}", tag = "cases",
    params(("task" = String, Path, format = "uuid", description = "The task.")),
    responses((status = 200, body = TaskDetail, headers(("ETag" = String, description = "The version of its case.")))))]
pub async fn show_task(api: ApiCtx, At(route): At<Route>) -> Result<Response, Fault> {
    let view = app::cases::show_task(&api.app, &api.ctx, route.task).await?;
    let detail = TaskDetail {
        fields: view.fields.into_iter().map(AskedField::from).collect(),
        answers: view.answers,
        version: view.case_version,
        task: view.task.into(),
    };
    Ok(write::shown(&detail))
}

/// The answers that complete a task.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Completion {
    /// Typed answers by field name.
    #[serde(default)]
    #[schema(value_type = Object)]
    answers: serde_json::Map<String, serde_json::Value>,
}

impl Body for Completion {}

/// What completing a task brought.
#[derive(Debug, Serialize, ToSchema)]
pub struct Completed {
    /// The case as it is now.
    case: Case,
    /// Where the process waits now; empty when it waits for nobody.
    next: String,
    /// What was taken but deserves a second look.
    warnings: Vec<ProblemField>,
    /// The version of the case.
    version: i64,
}

/// Completes a task with its answers; the process goes on. A change of the case since the version of `If-Match` is a
/// conflict; answers that differ are shown field by field.
#[utoipa::path(post, path = "/api/v1/tasks/{task}/complete", tag = "cases",
    params(
        ("task" = String, Path, format = "uuid", description = "The task."),
        ("If-Match" = String, Header, description = "The version of the case that was read, or `*` for any."),
    ),
    request_body = Completion,
    responses((status = 200, body = Completed, headers(("ETag" = String, description = "The version of the case.")))))]
pub async fn complete_task(
    api: ApiCtx,
    At(route): At<CompleteRoute>,
    new: Write<Completion>,
) -> Result<Response, Fault> {
    let version = new.required_version()?;
    let (new, sent) = new.split();
    let lang = api.ctx.lang;
    let given = Given { typed: new.answers, version, exact: version.is_some(), ..Given::default() };
    let told = move |done: &Answered| {
        let warnings = done.problems.iter().map(|problem| ProblemField {
            field: problem.field.clone(),
            code: problem.code.clone(),
            detail: sentence(lang, &problem.code, &problem.args),
        });
        let completed = Completed {
            case: Case::from(&done.case),
            next: done.next.clone(),
            warnings: warnings.collect(),
            version: done.case.version,
        };
        write::answer(StatusCode::OK, &completed)
    };
    api.once(sent, told, app::cases::complete_task(&api.app, &api.ctx, route.task, given)).await
}
