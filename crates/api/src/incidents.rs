//! What is stuck and waits for a person.

use axum::{Json, response::Response};
use kernel::JobId;
use routes::api::{IncidentRetry as RetryRoute, PageQuery};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::{At, Wanted},
    paging,
    problem::Fault,
    values::{Id, Moment, Page},
    write::{self, Nothing, Write},
};

/// Something that is stuck.
#[derive(Debug, Serialize, ToSchema)]
pub struct Incident {
    /// Its id.
    id: Id,
    /// `process` when a process stands still, `job` when background work gave up.
    kind: &'static str,
    /// The case it hangs on.
    case: Option<Id>,
    /// The element of the diagram, or the kind of work.
    what: String,
    /// What went wrong.
    message: String,
    /// Since when.
    since: Moment,
}

/// Everything that is stuck, oldest first.
#[utoipa::path(get, path = "/api/v1/incidents", tag = "operation",
    params(
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Incident>)))]
pub async fn list_incidents(
    api: ApiCtx,
    Wanted(query): Wanted<PageQuery>,
) -> Result<Json<Page<Incident>>, Fault> {
    let limit = paging::limit(query.limit)?;
    let after = paging::read::<(i64, JobId)>("incidents", query.after.as_deref())?;
    let mut rows = app::incidents::list(&api.app, &api.ctx).await?;
    // What was put right meanwhile is gone from the list: the mark is a place, not a row.
    rows.retain(|row| after.is_none_or(|after| (row.since.as_micros(), row.id) > after));
    let key = |row: &app::incidents::Stuck| (row.since.as_micros(), row.id);
    Ok(Json(paging::page("incidents", rows, limit, key, |row| Incident {
        id: Id::of(row.id),
        kind: if row.process { "process" } else { "job" },
        case: row.case_id.map(Id::of),
        what: row.what,
        message: row.message,
        since: row.since.into(),
    })))
}

/// Tries again what is stuck, after something was put right.
#[utoipa::path(post, path = "/api/v1/incidents/{job}/retry", tag = "operation",
    params(("job" = String, Path, format = "uuid", description = "The incident.")),
    request_body = Nothing, responses((status = 204, description = "It is being tried again.")))]
pub async fn retry_incident(
    api: ApiCtx,
    At(route): At<RetryRoute>,
    new: Write<Nothing>,
) -> Result<Response, Fault> {
    let (_, sent) = new.split();
    api.once(sent, |()| write::nothing(), app::incidents::retry(&api.app, &api.ctx, route.job)).await
}
