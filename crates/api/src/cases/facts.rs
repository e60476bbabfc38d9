//! The dated facts of a case, from which its clocks are computed.

use app::cases::{Correction as Correct, OnCase};
use axum::{Json, response::Response};
use routes::api::{CaseFacts as Route, PageQuery};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::{At, Wanted},
    paging,
    problem::Fault,
    values::{Id, Moment, Page},
    write::{self, Body, Write},
};

/// A dated fact.
#[derive(Debug, Serialize, ToSchema)]
pub struct Fact {
    /// Its id.
    id: Id,
    /// What happened, a word of the standards: `request_received`, `quote_sent`, ….
    kind: String,
    /// When it happened.
    at: Moment,
    /// When it was written down.
    recorded_at: Moment,
    /// Who wrote it down.
    recorded_by: String,
    /// The paper it was taken from.
    document: Option<Id>,
    /// A remark; for a correction, its reason.
    note: String,
    /// The fact this one puts right.
    corrects: Option<Id>,
    /// Whether a later fact puts this one right.
    corrected: bool,
}

/// The dated facts of a case in the order they were written down, those put right included.
#[utoipa::path(get, path = "/api/v1/cases/{case}/facts", tag = "cases",
    params(
        ("case" = String, Path, format = "uuid", description = "The case."),
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Fact>)))]
pub async fn list_facts(
    api: ApiCtx,
    At(route): At<Route>,
    Wanted(query): Wanted<PageQuery>,
) -> Result<Json<Page<Fact>>, Fault> {
    let view = app::cases::show(&api.app, &api.ctx, route.case).await?;
    let page = paging::page_of_all(
        "facts",
        view.facts,
        &query,
        |row| row.id.to_string(),
        |row| Fact {
            id: Id::of(row.id),
            kind: row.kind,
            at: row.at.into(),
            recorded_at: row.recorded_at.into(),
            recorded_by: row.recorded_by.name().to_owned(),
            document: row.document_id.map(Id::of),
            note: row.note,
            corrects: row.corrects.map(Id::of),
            corrected: row.corrected,
        },
    )?;
    Ok(Json(page))
}

/// A fact put right.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The fact that is put right; it stays visible.
    corrects: Id,
    /// When it really happened.
    at: Moment,
    /// Why.
    reason: String,
    /// The paper the moment is taken from, one of this case; the former one when not given.
    document: Option<Id>,
}

impl Body for Correction {}

/// Puts a recorded fact right; the clocks of the case are computed again.
#[utoipa::path(post, path = "/api/v1/cases/{case}/facts", tag = "cases",
    params(
        ("case" = String, Path, format = "uuid", description = "The case."),
        ("If-Match" = String, Header, description = "The version of the case that was read, or `*` for any."),
    ),
    request_body = Correction, responses((status = 204, description = "It is put right.")))]
pub async fn correct_fact(
    api: ApiCtx,
    At(route): At<Route>,
    new: Write<Correction>,
) -> Result<Response, Fault> {
    let on = OnCase { id: route.case, version: new.required_version()? };
    let (new, sent) = new.split();
    let correction = Correct {
        fact: new.corrects.read("corrects")?,
        at: new.at.read("at")?,
        reason: new.reason,
        document: new.document.map(|id| id.read("document")).transpose()?,
        proof: None,
    };
    let corrected = app::cases::correct_fact(&api.app, &api.ctx, on, correction);
    api.once(sent, |()| write::nothing(), corrected).await
}
