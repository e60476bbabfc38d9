//! From what stands after the question mark to the list that is asked for.

use app::cases::{Column, Direction, Filter, ListQuery, Order, due_within};
use domain::{
    access::Role,
    cases::{CaseState, Origin},
};
use routes::console::CaseListQuery;
use web::PageCtx;

use crate::standing::midnight;

/// Rows of a page.
pub(super) const PAGE: i64 = 50;

/// How far back a list of ended cases goes, in days.
const MOST_DAYS_BACK: i64 = 36_525;

/// The working days of a week.
const WEEK: i64 = 5;

/// The codes of the views everybody has, in order.
const VIEWS: [&str; 5] = ["mie", "libere", "sospese", "portale", "tutte"];

/// The view of the readings that wait for a reviewer.
const READINGS: &str = "letture";

/// The codes of the views of an account, in order: those who review readings have theirs before all cases.
pub(super) fn views(cx: &PageCtx) -> Vec<&'static str> {
    let reviewers = [Role::BackOffice, Role::Supervisor, Role::Administrator];
    let reviews = cx.ctx.roles.iter().any(|role| reviewers.contains(role));
    let mut views = VIEWS.to_vec();
    if reviews {
        views.insert(views.len() - 1, READINGS);
    }
    views
}

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
    if let Some(text) = &query.text {
        by_number(filter, text);
    }
    filter.sectors = list(&query.sector).iter().filter_map(|code| kernel::Sector::from_code(code)).collect();
    filter.origins = list(&query.origin).iter().filter_map(|code| Origin::from_code(code)).collect();
    filter.supply_point = query.point;
    filter.parties.extend(query.party);
    filter.office = query.office;
    filter.standard.clone_from(&query.standard);
    filter.opened_from = query.from.and_then(midnight);
    filter.opened_before = query.to.and_then(|day| day.tomorrow().ok()).and_then(midnight);
    // An answer of many years ago needs no list that is counted back to the moment.
    filter.closed_since =
        query.closed.map(|days| cx.now.plus_seconds(-days.clamp(0, MOST_DAYS_BACK) * 86_400));
    match query.assignee.as_deref() {
        Some("me") => filter.assigned_to = cx.ctx.user(),
        Some("nobody") => filter.unassigned = true,
        Some(other) => filter.assigned_to = other.parse().ok(),
        None => {}
    }
    for risk in list(&query.risk) {
        match risk.as_str() {
            "late" => filter.due_by = filter.due_by.or(cx.today().yesterday().ok()),
            "today" => filter.due_by = filter.due_by.max(Some(cx.today())),
            "week" => filter.due_by = Some(due_within(&cx.ctx, WEEK)),
            "hold" => filter.suspended = Some(true),
            _ => {}
        }
    }
    match query.view.as_deref() {
        Some("mie") => filter.assigned_to = cx.ctx.user(),
        Some("libere") => filter.unassigned = true,
        Some("sospese") => filter.suspended = Some(true),
        Some(READINGS) => {
            filter.procedure = Some("LET".to_owned());
            filter.step = Some("review".to_owned());
        }
        Some("portale") => filter.origins = vec![Origin::Portal],
        _ => {}
    }
    asked.order = query.sort.as_deref().and_then(order).unwrap_or_default();
    // The mark carries the place of the first row beside the key of the list: `51!key`.
    let mark = query.after.as_deref().and_then(|mark| mark.split_once('!'));
    asked.after = mark.map(|(_, key)| key.to_owned());
    (asked, mark.and_then(|(place, _)| place.parse().ok()).unwrap_or(1))
}

/// A number as people say it: whole, its beginning, or its last digits, with or without the code of the procedure.
fn by_number(filter: &mut Filter, text: &str) {
    let text = text.trim().to_uppercase();
    let (before, digits) = text.rsplit_once(['-', ' ']).unwrap_or(("", &text));
    let ends = !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let code = !before.is_empty()
        && before.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !before.starts_with("20");
    if ends
        && (before.is_empty() || code)
        && !(before.is_empty() && digits.len() == 4 && digits.starts_with("20"))
    {
        filter.number_end = Some(digits.to_owned());
        if code {
            filter.procedure = Some(before.to_owned());
        }
    } else {
        filter.number = Some(text);
    }
}

/// The order a column's name asks for; `-` before it turns it round.
fn order(name: &str) -> Option<Order> {
    let (way, name) = match name.strip_prefix('-') {
        Some(name) => (Direction::Down, name),
        None => (Direction::Up, name),
    };
    if name == "rischio" {
        return Some(if way == Direction::Up { Order::Risk } else { Order::LeastRisk });
    }
    let column = match name {
        "termine" => Column::Due,
        "procedura" => Column::Procedure,
        "numero" => Column::Number,
        "cliente" => Column::Party,
        "passo" => Column::Step,
        "assegnata" => Column::Assignee,
        _ => return None,
    };
    Some(Order::By(column, way))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_by_its_beginning_or_by_its_last_digits() {
        for (text, number, end, procedure) in [
            ("8", None, Some("8"), None),
            ("000008", None, Some("000008"), None),
            ("vol-8", None, Some("8"), Some("VOL")),
            ("VOL 000008", None, Some("000008"), Some("VOL")),
            ("2026", Some("2026"), None, None),
            ("2026-vol", Some("2026-VOL"), None, None),
            ("2026-VOL-000008", Some("2026-VOL-000008"), None, None),
        ] {
            let mut filter = Filter::default();
            by_number(&mut filter, text);
            let found = (filter.number.as_deref(), filter.number_end.as_deref(), filter.procedure.as_deref());
            assert_eq!(found, (number, end, procedure), "{text}");
        }
    }
}
