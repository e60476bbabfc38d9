//! One case and its clocks.

use axum::{Json, response::Response};
use routes::api::{Case as Route, CaseClock as ClockRoute};
use serde::Serialize;
use utoipa::ToSchema;

use super::Case;
use crate::{
    ctx::ApiCtx,
    input::At,
    problem::Fault,
    tasks::{Task, of_view},
    values::{Id, Money},
    write,
};

/// A linked case.
#[derive(Debug, Serialize, ToSchema)]
pub struct LinkedCase {
    /// The case.
    id: Id,
    /// Its number.
    number: String,
    /// Its procedure.
    procedure: String,
}

/// A case with its answers, tasks and linked cases.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseDetail {
    /// The case.
    #[serde(flatten)]
    case: Case,
    /// What was answered so far, by field name.
    #[schema(value_type = Object)]
    answers: serde_json::Map<String, serde_json::Value>,
    /// Its tasks in the order they came.
    tasks: Vec<Task>,
    /// Cases linked with it.
    linked: Vec<LinkedCase>,
    /// How many incidents keep it from going on.
    incidents: usize,
}

/// One case.
#[utoipa::path(get, path = "/api/v1/cases/{case}", tag = "cases",
    params(("case" = String, Path, format = "uuid", description = "The case.")),
    responses((status = 200, body = CaseDetail, headers(("ETag" = String, description = "The version.")))))]
pub async fn show_case(api: ApiCtx, At(route): At<Route>) -> Result<Response, Fault> {
    let view = app::cases::show(&api.app, &api.ctx, route.case).await?;
    let linked = view.linked.iter().map(|other| LinkedCase {
        id: Id::of(other.id),
        number: other.number.clone(),
        procedure: other.procedure.clone(),
    });
    let detail = CaseDetail {
        case: Case::from(&view.case),
        tasks: of_view(&view),
        linked: linked.collect(),
        incidents: view.incidents.len(),
        answers: view.case.data,
    };
    Ok(write::shown(&detail))
}

/// A regulated clock of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct Clock {
    /// The standard.
    #[schema(example = "W-S14")]
    standard: String,
    /// Its name.
    name: String,
    /// `running`, `suspended`, `kept` or `missed`.
    state: String,
    /// The day, or for durations the moment, the limit is reached.
    due: Option<String>,
    /// Units counted so far.
    elapsed: i64,
    /// Units allowed.
    limit: i64,
    /// The unit.
    unit: String,
    /// What is owed to the customer, and how often the limit was passed.
    indemnity: Indemnity,
    /// One paragraph for a person, in the language of the request.
    why: String,
}

/// What is owed to the customer for a missed standard.
#[derive(Debug, Serialize, ToSchema)]
pub struct Indemnity {
    /// How often the limit was passed: 0 to 3.
    multiple: i64,
    /// The amount.
    amount: Money,
    /// `none`, `accruing`, `due`, `not_due` or `suspended_arrears`.
    status: String,
}

/// The clocks of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct Clocks {
    /// Every clock of its procedure; none before the request is made.
    clocks: Vec<Clock>,
}

/// The regulated clocks of a case, computed from its dated facts.
#[utoipa::path(get, path = "/api/v1/cases/{case}/clock", tag = "cases",
    params(("case" = String, Path, format = "uuid", description = "The case.")),
    responses((status = 200, body = Clocks)))]
pub async fn show_clock(api: ApiCtx, At(route): At<ClockRoute>) -> Result<Json<Clocks>, Fault> {
    let view = app::cases::show(&api.app, &api.ctx, route.case).await?;
    let clocks = view.clocks.iter().map(|clock| {
        let line = app::quality::clock_line(clock, api.ctx.lang);
        Clock {
            standard: line.standard,
            name: line.name,
            state: line.state,
            due: line.due,
            elapsed: line.elapsed,
            limit: line.limit,
            unit: line.unit,
            indemnity: Indemnity {
                multiple: line.indemnity_multiple,
                amount: line.indemnity.into(),
                status: line.indemnity_status,
            },
            why: line.why,
        }
    });
    Ok(Json(Clocks { clocks: clocks.collect() }))
}
