//! The procedures that can be started.

use app::processes::ProcedureLine;
use axum::Json;
use routes::api::{PageQuery, Procedure as Route};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::{At, Wanted},
    paging,
    problem::Fault,
    values::Page,
};

/// A procedure.
#[derive(Debug, Serialize, ToSchema)]
pub struct Procedure {
    /// Its code.
    #[schema(example = "VOL")]
    code: String,
    /// Its name.
    name: String,
    /// The version that starts new cases.
    version: i64,
    /// The services it is for.
    sectors: Vec<&'static str>,
    /// Where it may be started.
    origins: Vec<String>,
    /// Whether this token may start it.
    allowed: bool,
}

/// A procedure with what its tasks ask.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProcedureDetail {
    #[serde(flatten)]
    procedure: Procedure,
    /// The forms of its tasks, in the order of its diagram.
    forms: Vec<ProcedureForm>,
}

/// A form of a procedure.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProcedureForm {
    /// The task that asks it.
    #[schema(example = "receive")]
    task: String,
    /// The form.
    form: String,
    /// Its title.
    title: String,
    /// JSON Schema (2020-12) of the answers; conditions stand beside as `x-when` and `x-required-when`.
    #[schema(value_type = Object)]
    schema: serde_json::Value,
}

/// Every published procedure, by code.
#[utoipa::path(get, path = "/api/v1/procedures", tag = "cases",
    params(
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Procedure>)))]
pub async fn list_procedures(
    api: ApiCtx,
    Wanted(query): Wanted<PageQuery>,
) -> Result<Json<Page<Procedure>>, Fault> {
    let all = app::processes::list_procedures(&api.app, &api.ctx).await?;
    let page = paging::page_of_all("procedures", all, &query, |row| row.code.clone(), Procedure::from)?;
    Ok(Json(page))
}

/// One published procedure with the forms of its tasks.
#[utoipa::path(get, path = "/api/v1/procedures/{procedure}", tag = "cases",
    params(("procedure" = String, Path, description = "Its code.")),
    responses((status = 200, body = ProcedureDetail)))]
pub async fn show_procedure(api: ApiCtx, At(route): At<Route>) -> Result<Json<ProcedureDetail>, Fault> {
    let (line, forms) = app::processes::show_procedure(&api.app, &api.ctx, &route.procedure).await?;
    let forms = forms.into_iter().map(|form| ProcedureForm {
        task: form.task,
        form: form.form,
        title: form.title,
        schema: form.schema,
    });
    Ok(Json(ProcedureDetail { procedure: line.into(), forms: forms.collect() }))
}

impl From<ProcedureLine> for Procedure {
    fn from(row: ProcedureLine) -> Self {
        Self {
            code: row.code,
            name: row.name,
            version: row.version,
            sectors: row.sectors.into_iter().map(kernel::Sector::code).collect(),
            origins: row.origins,
            allowed: row.allowed,
        }
    }
}
