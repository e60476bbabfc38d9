//! Lists of cases with their filters.

use app::{
    Error,
    cases::{ListQuery, cases_of},
};
use axum::Json;
use domain::cases::{Case as Known, CaseState};
use kernel::CaseId;
use routes::api::CasesQuery;

use super::Case;
use crate::{ctx::ApiCtx, input::Wanted, paging, problem::Fault, values::Page};

/// How many pages of the store one request goes through at most when it looks for days.
const SCANS: usize = 10;

/// Whether a case was started in the days asked for, and is of the kind asked for.
fn wanted(query: &CasesQuery, state: Option<CaseState>, case: &Known) -> bool {
    let started = case.started_at.map(kernel::Instant::date);
    state.is_none_or(|state| state == case.state)
        && query.procedure.as_ref().is_none_or(|code| *code == case.procedure)
        && query.point.is_none_or(|point| case.supply_point_id == Some(point))
        && query.party.is_none_or(|party| case.party_id == Some(party))
        && query.from.is_none_or(|from| started.is_some_and(|day| day >= from))
        && query.to.is_none_or(|to| started.is_some_and(|day| day <= to))
}

/// Cases, newest first. With `from` or `to` a page may have fewer rows than `limit` although another follows: `next`
/// alone says where the list ends.
#[utoipa::path(get, path = "/api/v1/cases", tag = "cases",
    params(
        ("procedure" = Option<String>, Query, description = "The code of a procedure."),
        ("state" = Option<String>, Query, description = "`draft`, `started`, `admissible`, `inadmissible`, `fulfilled` or `cancelled`."),
        ("party" = Option<String>, Query, format = "uuid", description = "Cases of this customer."),
        ("supply_point" = Option<String>, Query, format = "uuid", description = "Cases at this supply point."),
        ("from" = Option<String>, Query, format = "date", description = "Started on or after this day."),
        ("to" = Option<String>, Query, format = "date", description = "Started on or before this day."),
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Case>)))]
pub async fn list_cases(api: ApiCtx, Wanted(query): Wanted<CasesQuery>) -> Result<Json<Page<Case>>, Fault> {
    let limit = paging::limit(query.limit)?;
    let unknown = || Error::field("state", "choice_unknown");
    let state =
        query.state.as_deref().map(|code| CaseState::from_code(code).ok_or_else(unknown)).transpose()?;
    if let Some(party) = query.party {
        let after = paging::read::<(i64, CaseId)>("cases-of", query.after.as_deref())?;
        let key = |case: &Known| (case.opened_at.as_micros(), case.id);
        let mut rows = cases_of(&api.app, &api.ctx, party).await?;
        rows.retain(|case| wanted(&query, state, case) && after.is_none_or(|after| key(case) < after));
        return Ok(Json(paging::page("cases-of", rows, limit, key, |case| Case::from(&case))));
    }
    let mut list = ListQuery {
        after: paging::read::<String>("cases", query.after.as_deref())?,
        limit: i64::try_from(limit).unwrap_or(200),
        order: app::cases::Order::Newest,
        ..ListQuery::default()
    };
    list.filter.procedure.clone_from(&query.procedure);
    list.filter.states = state.into_iter().collect();
    list.filter.supply_point = query.point;
    let mut items = Vec::new();
    for _ in 0..SCANS {
        let (page, _) = app::cases::list(&api.app, &api.ctx, list.clone()).await?;
        list.after = page.next;
        items.extend(page.cases.iter().filter(|case| wanted(&query, state, case)).map(Case::from));
        // A page is never cut, so that its mark stays the one of its last row.
        list.limit = i64::try_from(limit.saturating_sub(items.len())).unwrap_or(0);
        if list.after.is_none() || list.limit == 0 {
            break;
        }
    }
    Ok(Json(Page { items, next: list.after.map(|after| paging::mark("cases", &after)) }))
}
