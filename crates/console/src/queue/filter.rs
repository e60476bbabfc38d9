//! From what stands after the question mark to the list that is asked for.

use app::cases::ListQuery;
use domain::{
    access::Role,
    cases::{CaseState, Origin},
};
use routes::console::CaseListQuery;
use web::PageCtx;

/// Rows of a page.
pub(super) const PAGE: i64 = 50;

/// The codes of the views everybody has, in order.
pub(super) const VIEWS: [&str; 5] = ["mie", "libere", "sospese", "portale", "tutte"];

/// The list that is asked for, and the place of its first row.
pub(super) fn read(cx: &PageCtx, query: &CaseListQuery) -> (ListQuery, u32) {
    let mut asked = ListQuery { limit: PAGE, ..ListQuery::default() };
    let filter = &mut asked.filter;
    let list = |value: &Option<String>| -> Vec<String> {
        value.iter().flat_map(|value| value.split(',')).map(str::to_owned).collect()
    };
    filter.states = list(&query.state).iter().filter_map(|code| CaseState::from_code(code)).collect();
    let ended = [CaseState::Inadmissible, CaseState::Fulfilled, CaseState::Cancelled];
    if !filter.states.iter().any(|state| ended.contains(state)) {
        filter.open = Some(true);
    }
    filter.roles = list(&query.role).iter().filter_map(|code| Role::from_code(code)).collect();
    filter.procedure.clone_from(&query.procedure);
    filter.number = query.text.as_ref().map(|text| text.trim().to_uppercase());
    filter.supply_point = query.point;
    match query.assignee.as_deref() {
        Some("me") => filter.assigned_to = cx.ctx.user(),
        Some("nobody") => filter.unassigned = true,
        Some(other) => filter.assigned_to = other.parse().ok(),
        None => {}
    }
    for risk in list(&query.risk) {
        match risk.as_str() {
            "late" => filter.due_by = filter.due_by.or(cx.today().yesterday().ok()),
            "today" => filter.due_by = Some(cx.today()),
            "hold" => filter.suspended = Some(true),
            _ => {}
        }
    }
    match query.view.as_deref() {
        Some("mie") => filter.assigned_to = cx.ctx.user(),
        Some("libere") => filter.unassigned = true,
        Some("sospese") => filter.suspended = Some(true),
        Some("portale") => filter.origins = vec![Origin::Portal],
        Some("contatti") => filter.origins = vec![Origin::Contact],
        Some("interne") => filter.origins = vec![Origin::Internal],
        _ => {}
    }
    // The mark carries the place of the first row beside the key of the list: `51!key`.
    let mark = query.after.as_deref().and_then(|mark| mark.split_once('!'));
    asked.after = mark.map(|(_, key)| key.to_owned());
    (asked, mark.and_then(|(place, _)| place.parse().ok()).unwrap_or(1))
}
