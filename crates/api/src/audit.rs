//! The audit trail of one thing.

use axum::{Json, http::StatusCode};
use kernel::JobId;
use routes::api::PageQuery;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::Wanted,
    paging,
    problem::Fault,
    values::{Id, Moment, Page},
};

/// An entry of the audit trail.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditEntry {
    /// When.
    at: Moment,
    /// Who.
    actor: String,
    /// The operation's name.
    operation: String,
    /// The kind of thing it is about: `case`, `party`, `user`, ….
    subject_kind: String,
    /// The thing's id.
    subject: Id,
    /// Its place in its chain.
    seq: i64,
    /// What changed.
    details: serde_json::Value,
}

/// About which thing.
#[derive(Debug, Deserialize)]
pub struct AuditQuery {
    // An id of any kind: all of them are written alike.
    subject: Option<JobId>,
    after: Option<String>,
    limit: Option<u32>,
}

/// Entries of the audit trail about one thing, newest first.
#[utoipa::path(get, path = "/api/v1/audit", tag = "operation",
    params(
        ("subject" = String, Query, format = "uuid", description = "The id of a case, a customer, an account, ….", ),
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<AuditEntry>)))]
pub async fn list_entries(
    api: ApiCtx,
    Wanted(query): Wanted<AuditQuery>,
) -> Result<Json<Page<AuditEntry>>, Fault> {
    let missing =
        || Fault::request(StatusCode::BAD_REQUEST, "query_missing").about("subject").with("name", "subject");
    let subject = query.subject.ok_or_else(missing)?;
    let all = app::audit::of_subject(&api.app, &api.ctx, subject.bytes()).await?;
    let page = PageQuery { after: query.after, limit: query.limit };
    let page = paging::page_of_all(
        "audit",
        all,
        &page,
        |row| row.seq.to_string(),
        |row| AuditEntry {
            at: row.at.into(),
            actor: row.actor_name(),
            operation: row.operation,
            subject_kind: row.subject_kind,
            subject: Id::of(subject),
            seq: row.seq,
            details: serde_json::from_str(&row.details).unwrap_or_default(),
        },
    )?;
    Ok(Json(page))
}
