//! Comments on a case.

use axum::{Json, response::Response};
use routes::api::{CaseComments as Route, PageQuery};
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

/// A comment.
#[derive(Debug, Serialize, ToSchema)]
pub struct Comment {
    /// Its id.
    id: Id,
    /// When.
    at: Moment,
    /// Who.
    author: String,
    /// What.
    body: String,
}

/// Comments on a case, oldest first.
#[utoipa::path(get, path = "/api/v1/cases/{case}/comments", tag = "cases",
    params(
        ("case" = String, Path, format = "uuid", description = "The case."),
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Comment>)))]
pub async fn list_comments(
    api: ApiCtx,
    At(route): At<Route>,
    Wanted(query): Wanted<PageQuery>,
) -> Result<Json<Page<Comment>>, Fault> {
    let view = app::cases::show(&api.app, &api.ctx, route.case).await?;
    let page = paging::page_of_all(
        "comments",
        view.comments,
        &query,
        |row| row.id.to_string(),
        |row| Comment { id: Id::of(row.id), at: row.at.into(), author: row.author, body: row.body },
    )?;
    Ok(Json(page))
}

/// A comment to be written.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewComment {
    /// What, at most 4,000 characters.
    #[schema(max_length = 4000)]
    body: String,
}

impl Body for NewComment {}

/// Writes a comment on a case.
#[utoipa::path(post, path = "/api/v1/cases/{case}/comments", tag = "cases",
    params(("case" = String, Path, format = "uuid", description = "The case.")),
    request_body = NewComment, responses((status = 204, description = "It is written.")))]
pub async fn write_comment(
    api: ApiCtx,
    At(route): At<Route>,
    new: Write<NewComment>,
) -> Result<Response, Fault> {
    let (new, sent) = new.split();
    api.once(sent, |()| write::nothing(), app::cases::comment(&api.app, &api.ctx, route.case, new.body)).await
}
