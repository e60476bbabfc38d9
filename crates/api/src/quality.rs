//! The regulated standards, and clocks judged from outside.

use axum::{
    Json,
    extract::{DefaultBodyLimit, Request},
    http::StatusCode,
    response::Response,
};
use kernel::Date;
use routes::api::PageQuery;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::{self, Wanted},
    paging,
    problem::Fault,
    values::{Day, Page},
    write,
};

/// A record of a regulated standard.
#[derive(Debug, Serialize, ToSchema)]
pub struct Standard {
    /// Its id.
    #[schema(example = "W-S14")]
    id: String,
    /// The regulation it belongs to.
    regulation: String,
    /// The article.
    article: Option<String>,
    /// Its name.
    name: String,
    /// The limit, in `unit`.
    limit: i64,
    /// The unit.
    unit: String,
    /// The fact that starts the clock.
    clock_start: String,
    /// The fact that stops it.
    clock_stop: String,
    /// The first day it is in force; none when always.
    valid_from: Option<Day>,
    /// The last day; none while it lasts.
    valid_to: Option<Day>,
}

/// Which records.
#[derive(Debug, Deserialize)]
pub struct StandardsQuery {
    on: Option<Date>,
    after: Option<String>,
    limit: Option<u32>,
}

/// Regulated service standards, by id.
#[utoipa::path(get, path = "/api/v1/standards", tag = "quality",
    params(
        ("on" = Option<String>, Query, format = "date", description = "Only those in force on this day; today when not given."),
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Standard>)))]
pub async fn list_standards(
    api: ApiCtx,
    Wanted(query): Wanted<StandardsQuery>,
) -> Result<Json<Page<Standard>>, Fault> {
    let on = query.on.unwrap_or_else(|| api.ctx.today());
    let all = app::quality::list_standards(&api.ctx, Some(on))?;
    let page = PageQuery { after: query.after, limit: query.limit };
    let key = |row: &app::quality::StandardLine| {
        format!("{}~{}", row.id, row.valid_from.map_or_else(String::new, |day| day.to_string()))
    };
    let page = paging::page_of_all("standards", all, &page, key, |row| Standard {
        id: row.id,
        regulation: row.regulation,
        article: row.article,
        name: row.name,
        limit: row.limit,
        unit: row.unit,
        clock_start: row.clock_start,
        clock_stop: row.clock_stop,
        valid_from: row.valid_from.map(Day::from),
        valid_to: row.valid_to.map(Day::from),
    })?;
    Ok(Json(page))
}

/// The most bytes of cases judged at once: 8 MiB.
const MOST: usize = 8 * 1024 * 1024;

/// Judges clocks: input and output are those of `sportello quality evaluate`. Nothing is stored.
#[utoipa::path(post, path = "/api/v1/quality/evaluate", tag = "quality",
    request_body(content = serde_json::Value, description = "An object with `now` and `cases`."),
    responses((status = 200, body = serde_json::Value, description = "An object with `results`, in the order of the cases.")))]
pub async fn evaluate(api: ApiCtx, mut request: Request) -> Result<Response, Fault> {
    input::require_json(request.headers())?;
    DefaultBodyLimit::max(MOST).apply(&mut request);
    let bytes = input::bytes(request, &(), MOST).await?;
    let text = str::from_utf8(&bytes).map_err(|_| {
        Fault::request(StatusCode::BAD_REQUEST, "body_json").with("line", 1).with("column", 1)
    })?;
    let results = app::quality::evaluate_json(&api.ctx, text)?;
    Ok(write::json(StatusCode::OK, results))
}
