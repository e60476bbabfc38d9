//! Rows, heads, views, chips and filters of the queue.

use app::cases::SavedView;
use domain::{
    access::Role,
    cases::{Case, CaseState, Origin},
};
use routes::{
    Route,
    console::{CaseList, CaseListQuery},
};
use texts::Texts;
use web::{
    PageCtx,
    layout::{Chip, Choice, Empty, Field, FieldKind, Link, Tab},
};

use super::filter;
use crate::{
    standing::{self, Names, initials},
    views::{
        queue::{Assignee, More, QueueRow, QueueRows, columns},
        queue_columns::QueueColumn,
        wording,
    },
};

fn view_name(t: &Texts, code: Option<&str>) -> String {
    match code {
        Some("mie") => t.queue_view_mine(),
        Some("libere") => t.queue_view_free(),
        Some("sospese") => t.queue_view_held(),
        Some("portale") => t.queue_view_portal(),
        Some("letture") => t.queue_view_readings(),
        _ => t.queue_view_all(),
    }
}

/// The views everybody has, then the saved ones; `counts` are theirs, in the same order.
pub(super) fn views(cx: &PageCtx, query: &CaseListQuery, saved: &[SavedView], counts: &[i64]) -> Vec<Tab> {
    let t = cx.t;
    let current = query.view.as_deref().unwrap_or("tutte");
    let common = filter::views(cx).into_iter().map(|code| {
        let filters = CaseListQuery { view: Some(code.to_owned()), ..CaseListQuery::default() };
        (code.to_owned(), view_name(t, Some(code)), filters)
    });
    let own = saved.iter().map(|view| {
        let id = view.id.to_string();
        let filters = CaseListQuery { view: Some(id.clone()), ..super::saved::filters(&view.query) };
        (id, view.name.clone(), filters)
    });
    let tab = |((code, label, filters), count): ((String, String, CaseListQuery), &i64)| Tab {
        label: if *count < super::MOST_COUNTED { label } else { t.queue_view_many(label) },
        href: CaseList::new().with(&filters),
        count: u32::try_from(*count).ok().filter(|_| *count < super::MOST_COUNTED),
        current: code == current,
    };
    common.chain(own).zip(counts).map(tab).collect()
}

/// The column the list is ordered by, when it is not the usual one.
pub(super) fn order_name(t: &Texts, query: &CaseListQuery) -> String {
    let columns = columns(t, query);
    let used = query.sort.is_some().then(|| columns.into_iter().find(|column| column.sort.is_some()));
    used.flatten().map(|column| column.label.to_lowercase()).unwrap_or_default()
}

fn state_word(t: &Texts, code: &str) -> String {
    CaseState::from_code(code).map_or_else(|| code.to_owned(), |state| standing::state(t, state).1)
}

fn risk_word(t: &Texts, code: &str) -> String {
    match code {
        "late" => t.components_risk_late(),
        "today" => t.components_risk_today(),
        "week" => t.queue_risk_week(),
        "hold" => t.components_risk_hold(),
        other => other.to_owned(),
    }
}

fn sector_word(t: &Texts, code: &str) -> String {
    kernel::Sector::from_code(code).map_or_else(|| code.to_owned(), |sector| standing::service(t, sector))
}

fn origin_word(t: &Texts, code: &str) -> String {
    Origin::from_code(code).map_or_else(|| code.to_owned(), |known| origin(t, known))
}

fn words(list: &str, word: impl Fn(&str) -> String) -> String {
    list.split(',').map(word).collect::<Vec<_>>().join(", ")
}

fn chip(field: String, value: String, without: CaseListQuery) -> Chip {
    Chip { field, value, without: CaseList::new().with(&CaseListQuery { after: None, ..without }) }
}

/// The filters in use.
pub(super) fn chips(t: &Texts, names: &Names, query: &CaseListQuery) -> Vec<Chip> {
    let mut chips = Vec::new();
    if let Some(text) = &query.text {
        chips.push(chip(t.queue_by_text(), text.clone(), CaseListQuery { text: None, ..query.clone() }));
    }
    if let Some(state) = &query.state {
        let value = words(state, |code| state_word(t, code));
        chips.push(chip(t.queue_by_state(), value, CaseListQuery { state: None, ..query.clone() }));
    }
    if let Some(risk) = &query.risk {
        let value = words(risk, |code| risk_word(t, code));
        chips.push(chip(t.queue_by_risk(), value, CaseListQuery { risk: None, ..query.clone() }));
    }
    if let Some(code) = &query.procedure {
        let value = names.procedure(code);
        chips.push(chip(t.queue_by_procedure(), value, CaseListQuery { procedure: None, ..query.clone() }));
    }
    if let Some(sector) = &query.sector {
        let value = words(sector, |code| sector_word(t, code));
        chips.push(chip(t.queue_by_sector(), value, CaseListQuery { sector: None, ..query.clone() }));
    }
    if let Some(origins) = &query.origin {
        let value = words(origins, |code| origin_word(t, code));
        chips.push(chip(t.queue_col_origin(), value, CaseListQuery { origin: None, ..query.clone() }));
    }
    if let Some(roles) = &query.role {
        let value = words(roles, |code| wording::role(t, code));
        chips.push(chip(t.queue_by_role(), value, CaseListQuery { role: None, ..query.clone() }));
    }
    if query.point.is_some() {
        let value = t.queue_this_point();
        chips.push(chip(t.queue_by_point(), value, CaseListQuery { point: None, ..query.clone() }));
    }
    if let Some(who) = &query.assignee {
        let value = match who.as_str() {
            "me" => t.queue_view_mine(),
            "nobody" => t.queue_unassigned(),
            id => id.parse().map_or_else(|_| id.to_owned(), |id| names.person(id)),
        };
        chips.push(chip(t.queue_by_assignee(), value, CaseListQuery { assignee: None, ..query.clone() }));
    }
    chips.extend(chips_of_place_and_time(t, names, query));
    chips
}

/// Of the filters in use, those for where and when, and for the standard.
fn chips_of_place_and_time(t: &Texts, names: &Names, query: &CaseListQuery) -> Vec<Chip> {
    let mut chips = Vec::new();
    if let Some(office) = query.office {
        let value = names.office(office);
        chips.push(chip(t.queue_by_office(), value, CaseListQuery { office: None, ..query.clone() }));
    }
    if let Some(id) = &query.standard {
        let value = names.standards().get(id).unwrap_or(id).clone();
        chips.push(chip(t.queue_by_standard(), value, CaseListQuery { standard: None, ..query.clone() }));
    }
    if let Some(days) = query.closed {
        let value = t.home_why_last_days(days);
        chips.push(chip(t.queue_by_closed(), value, CaseListQuery { closed: None, ..query.clone() }));
    }
    if let Some(day) = query.from {
        chips.push(chip(t.queue_by_from(), t.date(day), CaseListQuery { from: None, ..query.clone() }));
    }
    if let Some(day) = query.to {
        chips.push(chip(t.queue_by_to(), t.date(day), CaseListQuery { to: None, ..query.clone() }));
    }
    chips
}

/// Every filter, as fields.
pub(super) fn fields(t: &Texts, names: &Names, query: &CaseListQuery) -> Vec<Field> {
    let choice = |value: &str, label: String| Choice { value: value.to_owned(), label };
    let any = || choice("", t.queue_any());
    let of = |value: &Option<String>| value.clone().unwrap_or_default();
    // What a link asked for at once, such as two states, stays one of the answers.
    let several = |choices: &mut Vec<Choice>, value: &Option<String>, word: &dyn Fn(&str) -> String| {
        if let Some(list) = value.as_ref().filter(|list| list.contains(',')) {
            choices.push(choice(list, words(list, word)));
        }
    };
    let mut states = vec![any()];
    states.extend(CaseState::ALL.iter().map(|state| choice(state.code(), standing::state(t, *state).1)));
    several(&mut states, &query.state, &|code| state_word(t, code));
    let mut risks = vec![any()];
    risks.extend(["late", "today", "week", "hold"].map(|risk| choice(risk, risk_word(t, risk))));
    several(&mut risks, &query.risk, &|code| risk_word(t, code));
    let mut procedures = vec![any()];
    procedures.extend(names.published().iter().map(|code| choice(code, names.procedure(code))));
    let mut people = vec![any(), choice("me", t.queue_view_mine()), choice("nobody", t.queue_unassigned())];
    people.extend(names.colleagues().into_iter().map(|(id, name)| choice(&id.to_string(), name)));
    let mut roles = vec![any()];
    roles.extend(Role::ALL.map(|role| choice(role.code(), wording::role(t, role.code()))));
    several(&mut roles, &query.role, &|code| wording::role(t, code));
    let mut sectors = vec![any()];
    sectors.extend(kernel::Sector::ALL.map(|sector| choice(sector.code(), standing::service(t, sector))));
    several(&mut sectors, &query.sector, &|code| sector_word(t, code));
    let mut origins = vec![any()];
    origins.extend(Origin::ALL.iter().map(|one| choice(one.code(), origin(t, *one))));
    several(&mut origins, &query.origin, &|code| origin_word(t, code));
    let mut offices = vec![any()];
    offices.extend(names.offices().iter().map(|(id, name)| choice(&id.to_string(), name.clone())));
    let mut standards: Vec<Choice> =
        names.standards().iter().map(|(id, name)| choice(id, name.clone())).collect();
    standards.sort_by(|one, other| one.label.cmp(&other.label));
    standards.insert(0, any());
    let day = |day: Option<kernel::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    vec![
        Field::text("q", t.queue_col_number()).value(of(&query.text)).focus(),
        Field::select("stato", t.queue_by_state(), states).value(of(&query.state)),
        Field::select("rischio", t.queue_by_risk(), risks).value(of(&query.risk)),
        Field::select("procedura", t.queue_by_procedure(), procedures).value(of(&query.procedure)),
        Field::select("settore", t.queue_by_sector(), sectors).value(of(&query.sector)),
        Field::select("assegnata", t.queue_by_assignee(), people).value(of(&query.assignee)),
        Field::select("ruolo", t.queue_by_role(), roles).value(of(&query.role)),
        Field::select("origine", t.queue_col_origin(), origins).value(of(&query.origin)),
        Field::select("ufficio", t.queue_by_office(), offices)
            .value(query.office.map(|id| id.to_string()).unwrap_or_default()),
        Field::select("standard", t.queue_by_standard(), standards).value(of(&query.standard)),
        Field::new(FieldKind::Day, "dal", t.queue_by_from()).value(day(query.from)),
        Field::new(FieldKind::Day, "al", t.queue_by_to()).value(day(query.to)),
    ]
}

/// The rows with what comes after.
pub(super) fn rows(
    cx: &PageCtx,
    names: &Names,
    query: &CaseListQuery,
    cases: &[Case],
    next: Option<&str>,
    from: u32,
    total: i64,
) -> QueueRows<'static> {
    let t = cx.t;
    let after = from + u32::try_from(cases.len()).unwrap_or(0);
    let more =
        next.map(|key| More::of(&CaseListQuery { after: Some(format!("{after}!{key}")), ..query.clone() }));
    let chips = chips(t, names, query);
    QueueRows {
        t,
        oob: false,
        view: view_name(t, query.view.as_deref()),
        columns: columns(t, query),
        shown: QueueColumn::shown(query),
        rows: cases.iter().enumerate().map(|(index, case)| row(cx, names, case, index == 0)).collect(),
        from,
        total: u32::try_from(total).unwrap_or(u32::MAX),
        more,
        empty: match chips.last() {
            Some(chip) => Empty {
                icon: "filter",
                title: t.queue_empty_filters(chips.len()),
                text: String::new(),
                link: Some(Link::new(t.queue_empty_drop(&chip.value), &chip.without)),
                main: false,
            },
            None => Empty {
                icon: "ok",
                title: t.home_work_empty(),
                text: t.home_work_empty_text(),
                link: Some(Link::new(
                    t.home_work_take(),
                    CaseList::new()
                        .with(&CaseListQuery { view: Some("libere".to_owned()), ..CaseListQuery::default() }),
                )),
                main: false,
            },
        },
    }
}

/// Where a request came from, in a column.
fn origin(t: &Texts, origin: Origin) -> String {
    match origin {
        Origin::Counter => t.queue_origin_counter(),
        Origin::Contact => t.queue_origin_contact(),
        Origin::Internal => t.queue_origin_internal(),
        Origin::Portal => t.queue_origin_portal(),
        Origin::CallCentre => t.queue_origin_call_centre(),
        Origin::SalesNetwork => t.queue_origin_sales_network(),
        Origin::Letter => t.queue_origin_letter(),
        Origin::Email => t.queue_origin_email(),
        Origin::Pec => t.queue_origin_pec(),
        Origin::Distributor => t.queue_origin_distributor(),
        Origin::Billing => t.queue_origin_billing(),
    }
}

/// Every column that can be chosen.
pub(super) fn choosable(t: &Texts, query: &CaseListQuery) -> Vec<(QueueColumn, String, bool)> {
    let shown = QueueColumn::shown(query);
    QueueColumn::ALL.into_iter().map(|column| (column, column.label(t), shown.contains(&column))).collect()
}

fn row(cx: &PageCtx, names: &Names, case: &Case, cursor: bool) -> QueueRow {
    let today = cx.today();
    let (due, due_note) = standing::due(cx.t, case, today);
    QueueRow {
        id: case.id,
        risk: standing::risk(case, today),
        clock: case.clock.as_ref().map(|clock| standing::clock(clock, today)),
        due,
        due_note,
        code: case.procedure.clone(),
        procedure: names.procedure(&case.procedure),
        number: case.number.clone(),
        customer: case.party_name.clone(),
        service: case.sector.map(|sector| standing::service(cx.t, sector)).unwrap_or_default(),
        point: case.point_label.clone(),
        step: names.step(case),
        state: standing::state(cx.t, case.state),
        opened: cx.t.date(case.opened_at.in_rome().date()),
        origin: origin(cx.t, case.origin),
        assignee: case.assigned_to.map(|id| {
            let name = names.person(id);
            Assignee { initials: initials(&name), name: standing::short_name(&name) }
        }),
        selected: false,
        cursor,
    }
}
