//! The procedures that can be started.

use axum::Json;
use routes::api::PageQuery;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{ctx::ApiCtx, input::Wanted, paging, problem::Fault, values::Page};

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
    let page = paging::page_of_all(
        "procedures",
        all,
        &query,
        |row| row.code.clone(),
        |row| Procedure {
            code: row.code,
            name: row.name,
            version: row.version,
            sectors: row.sectors.into_iter().map(kernel::Sector::code).collect(),
            origins: row.origins,
            allowed: row.allowed,
        },
    )?;
    Ok(Json(page))
}
