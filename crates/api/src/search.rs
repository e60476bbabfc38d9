//! The one search box.

use app::{Error, registry::HitKind};
use axum::Json;
use routes::api::SearchQuery;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::Wanted,
    problem::Fault,
    values::{Id, Page},
};

/// Something that was found.
#[derive(Debug, Serialize, ToSchema)]
pub struct Hit {
    /// `party`, `supply_point`, `meter`, `contract`, `bill` or `case`.
    kind: &'static str,
    /// The id of what was found; of a meter, the id of its supply point.
    id: Id,
    /// The customer it belongs to, for contracts and bills.
    party: Option<Id>,
    /// What it is called.
    title: String,
    /// Codes and address that tell it from others.
    detail: String,
}

fn parts(kind: HitKind) -> (&'static str, Id, Option<Id>) {
    match kind {
        HitKind::Party(id) => ("party", Id::of(id), None),
        HitKind::Point(id) => ("supply_point", Id::of(id), None),
        HitKind::Meter(point) => ("meter", Id::of(point), None),
        HitKind::Contract(id, party) => ("contract", Id::of(id), Some(Id::of(party))),
        HitKind::Bill(id, party) => ("bill", Id::of(id), Some(Id::of(party))),
        HitKind::Case(id) => ("case", Id::of(id), None),
    }
}

/// The kinds there are.
const KINDS: [&str; 6] = ["party", "supply_point", "meter", "contract", "bill", "case"];

/// Finds customers, supply points, meters, contracts, bills and cases by name, code, number, telephone or address: the
/// closest few of each kind.
#[utoipa::path(get, path = "/api/v1/search", tag = "registry",
    params(
        ("q" = String, Query, description = "Words, codes or numbers, at least two characters."),
        ("kind" = Option<String>, Query, description = "Only one kind: `party`, `supply_point`, `case`, `bill`, `meter`, `contract`."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 50, description = "How many results, at most 50."),
    ),
    responses((status = 200, body = Page<Hit>)))]
pub async fn search(api: ApiCtx, Wanted(query): Wanted<SearchQuery>) -> Result<Json<Page<Hit>>, Fault> {
    let text = query.text.unwrap_or_default();
    if text.trim().chars().count() < 2 {
        return Err(Error::field("q", "text_short").into());
    }
    if query.kind.as_deref().is_some_and(|kind| !KINDS.contains(&kind)) {
        return Err(Error::field("kind", "choice_unknown").into());
    }
    let most = usize::try_from(query.limit.unwrap_or(50).clamp(1, 50)).unwrap_or(50);
    let hits = app::registry::search(&api.app, &api.ctx, &text).await?;
    let items = hits
        .into_iter()
        .map(|hit| {
            let (kind, id, party) = parts(hit.kind);
            Hit { kind, id, party, title: hit.title, detail: hit.detail }
        })
        .filter(|hit| query.kind.as_deref().is_none_or(|kind| kind == hit.kind))
        .take(most)
        .collect();
    Ok(Json(Page { items, next: None }))
}
