//! The role centre and its parts.

use app::{
    cases::{self, ListQuery},
    diary,
};
use axum::{Router, routing::get};
use domain::{
    access::{Action, Resource, Role},
    cases::{Case, CaseState, Origin, risk_rank},
    registry::ContractState,
};
use routes::{
    Route,
    console::{self as at, CaseListQuery},
};
use texts::Texts;
use web::{
    Answer, AppState, Failure, PageCtx,
    layout::{Area, Empty, KeyHint, Link},
};

use crate::{
    agenda::{clock_time, number},
    customer::holders_url,
    standing::{self, Names},
    views::{
        agenda::{appointment_url, street},
        home::{
            Cue, CueGroup, CueTone, HomeAppointments, HomeCues, HomePage, HomeWork, Quick, Slot, WorkRow,
            quick, who_field,
        },
    },
};

/// How many cases the work list shows.
const WORK: i64 = 11;

/// The routes of this folder.
pub fn router() -> Router<AppState> {
    Router::new()
        .route(at::Home::PATH, get(show))
        .route(at::HomeCues::PATH, get(async |cx: PageCtx| cx.page(&cues(&cx).await?.0)))
        .route(at::HomeWork::PATH, get(async |cx: PageCtx| cx.page(&work(&cx).await?)))
        .route(at::HomeAppointments::PATH, get(async |cx: PageCtx| cx.page(&appointments(&cx).await?)))
}

/// `/`.
async fn show(cx: PageCtx) -> Answer {
    let t = cx.t;
    let (cues, at_risk) = cues(&cx).await?;
    // People are written surname first.
    let name = &cx.user.user.display_name;
    let first_name = name.split_whitespace().next_back().unwrap_or(name).to_owned();
    let mut frame = cx.frame(t.home_title(), Some(Area::Home));
    frame.keys = vec![
        KeyHint::new("J K", t.home_key_scroll()),
        KeyHint::new(t.layout_key_enter(), t.home_key_open()),
        KeyHint::new("N", t.home_key_new()),
    ];
    frame.keys.extend(may_take(&cx).then(|| KeyHint::new("T", t.queue_key_next())));
    cx.page(&HomePage {
        t,
        frame,
        first_name,
        at_risk,
        accrued: 0,
        cues,
        work: work(&cx).await?,
        who: who_field(t),
        quick: starts(&cx).await?,
        queue: None,
        appointments: appointments(&cx).await?,
    })
}

/// The acts under a digit, the same as on a customer's page; none for accounts that open no cases.
async fn starts(cx: &PageCtx) -> Result<Vec<Quick>, Failure> {
    if !cx.ctx.may(Resource::Case, Action::Create) {
        return Ok(Vec::new());
    }
    let names = Names::read(cx).await?;
    let acts = names.acts().iter().map(|act| (act.digit, act.label.clone(), act.code.clone(), act.draft));
    let (till, bills) =
        (cx.ctx.may(Resource::Till, Action::Create), cx.ctx.may(Resource::Bill, Action::Read));
    Ok(quick(cx.t, acts, till, bills))
}

/// Roles whose steps wait for whoever has them, whoever the case was given to.
const RESERVED: [Role; 3] = [Role::Technician, Role::BackOffice, Role::Supervisor];

/// Roles of the account that steps of processes are reserved for: what waits for them is found by role.
fn waited_for(cx: &PageCtx) -> Vec<Role> {
    cx.ctx.roles.iter().copied().filter(|role| RESERVED.contains(role)).collect()
}

/// Whether this account works outside.
fn works_outside(cx: &PageCtx) -> bool {
    cx.ctx.roles.contains(&Role::Technician)
}

/// Whether this account can be handed out a request.
pub(crate) fn may_take(cx: &PageCtx) -> bool {
    cx.ctx.may(Resource::Case, Action::Update)
}

fn list_of(query: CaseListQuery) -> String {
    at::CaseList::new().with(&query)
}

/// The list of requests of an origin that are under way: a draft is no request yet.
fn under_way_from(origin: Origin) -> String {
    list_of(CaseListQuery {
        origin: Some(origin.code().to_owned()),
        state: Some([CaseState::Started, CaseState::Admissible].map(CaseState::code).join(",")),
        ..CaseListQuery::default()
    })
}

/// The list of requests that were lately fulfilled.
fn fulfilled_lately() -> String {
    list_of(CaseListQuery {
        state: Some("fulfilled".to_owned()),
        closed: Some(cases::LATELY_DAYS),
        ..CaseListQuery::default()
    })
}

/// The tiles, and how many cases are late or due today.
async fn cues(cx: &PageCtx) -> Result<(HomeCues<'static>, u32), Failure> {
    let t = cx.t;
    let roles = waited_for(cx);
    if !roles.is_empty() && !cx.ctx.may(Resource::Case, Action::Create) {
        return field_cues(cx, &roles).await;
    }
    let counts = cases::home_counts(&cx.app, &cx.ctx).await?;
    let state =
        |state: &str| list_of(CaseListQuery { state: Some(state.to_owned()), ..CaseListQuery::default() });
    let view =
        |view: &str| list_of(CaseListQuery { view: Some(view.to_owned()), ..CaseListQuery::default() });
    let cue = |count, label, why, tone, href| cue(t, count, (label, why), tone, href);
    let quiet = CueTone::Quiet;
    let (tone, why) = if counts.at_risk > 0 {
        (CueTone::Late, t.home_why_at_risk(counts.at_risk))
    } else {
        (quiet, String::new())
    };
    let requests = CueGroup {
        label: t.home_cues_cases(),
        all: Link::new(t.home_all(), view("tutte")),
        cues: vec![
            cue(counts.started, t.home_cue_started(), why, tone, state("started")),
            cue(counts.admissible, t.home_cue_admissible(), String::new(), quiet, state("admissible")),
            cue(
                counts.from_contacts,
                t.home_cue_from_contacts(),
                String::new(),
                quiet,
                under_way_from(Origin::Contact),
            ),
            cue(
                counts.internal,
                t.home_cue_internal(),
                String::new(),
                quiet,
                under_way_from(Origin::Internal),
            ),
            cue(
                counts.fulfilled,
                t.home_cue_fulfilled(),
                t.home_why_last_days(cases::LATELY_DAYS),
                quiet,
                fulfilled_lately(),
            ),
        ],
    };
    let kept = contract_cues(t, &counts);
    let at_risk = u32::try_from(counts.at_risk).unwrap_or(0);
    Ok((HomeCues { t, oob: false, groups: vec![requests, kept] }, at_risk))
}

/// A tile with its figure, its word and a line of why.
fn cue(t: &Texts, count: i64, (label, why): (String, String), tone: CueTone, href: String) -> Cue {
    let count = u64::try_from(count).unwrap_or(0);
    Cue { count, label, why: if count == 0 { t.home_why_none() } else { why }, tone, href }
}

/// The tiles of the contracts.
fn contract_cues(t: &Texts, counts: &cases::Counts) -> CueGroup {
    let contract = |count: i64, label: String, state: ContractState| {
        let one = cue(t, count, (label, String::new()), CueTone::Quiet, holders_url(state));
        if count == 0 { Cue { why: t.home_why_no_contract(), ..one } } else { one }
    };
    CueGroup {
        label: t.home_cues_contracts(),
        all: Link::new(t.home_all_contracts(), holders_url(ContractState::Active)),
        cues: vec![
            contract(counts.contracts_active, t.home_cue_active(), ContractState::Active),
            contract(counts.contracts_suspended, t.home_cue_suspended(), ContractState::Suspended),
            contract(counts.contracts_draft, t.home_cue_requested(), ContractState::Draft),
        ],
    }
}

/// The tiles of who works outside: what waits for the role, what of it is late or due today, today's visits.
async fn field_cues(cx: &PageCtx, roles: &[Role]) -> Result<(HomeCues<'static>, u32), Failure> {
    let t = cx.t;
    let mut query = ListQuery { limit: 1, ..ListQuery::default() };
    query.filter.open = Some(true);
    query.filter.roles = roles.to_vec();
    let (_, open) = cases::list(&cx.app, &cx.ctx, query.clone()).await?;
    query.filter.due_by = Some(cx.today());
    let (_, late) = cases::list(&cx.app, &cx.ctx, query).await?;
    let visits = appointments(cx).await?.slots;
    let left = visits.iter().filter(|slot| !slot.done).count();
    let codes = roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(",");
    let list = |risk: Option<&str>| {
        list_of(CaseListQuery {
            role: Some(codes.clone()),
            risk: risk.map(str::to_owned),
            ..CaseListQuery::default()
        })
    };
    let cue = |count: i64, label, why: String, tone, href| {
        let count = u64::try_from(count).unwrap_or(0);
        let (why, tone) = if count == 0 { (t.home_why_none(), CueTone::Quiet) } else { (why, tone) };
        Cue { count, label, why, tone, href }
    };
    let visits_count = i64::try_from(visits.len()).unwrap_or(i64::MAX);
    let group = CueGroup {
        label: t.home_cues_field(),
        all: Link::new(t.home_all(), list(None)),
        cues: vec![
            cue(open, t.home_cue_to_do(), t.home_why_to_do(), CueTone::Quiet, list(None)),
            cue(late, t.home_cue_late(), t.home_why_late(), CueTone::Late, list(Some("today"))),
            cue(
                visits_count,
                t.home_cue_visits(),
                t.home_why_visits(left),
                CueTone::Quiet,
                at::Agenda::new().url(),
            ),
        ],
    };
    Ok((HomeCues { t, oob: false, groups: vec![group] }, u32::try_from(late).unwrap_or(0)))
}

/// One's own cases by risk; what room is left is for cases that nobody has.
async fn work(cx: &PageCtx) -> Result<HomeWork<'static>, Failure> {
    let t = cx.t;
    let names = Names::read(cx).await?;
    let mut query = ListQuery { limit: WORK, ..ListQuery::default() };
    query.filter.open = Some(true);
    query.filter.assigned_to = cx.ctx.user();
    let (mine, total) = cases::list(&cx.app, &cx.ctx, query.clone()).await?;
    let mut shown = mine.cases;
    let mut total = total;
    let roles = waited_for(cx);
    if !roles.is_empty() {
        let mut waiting = query.clone();
        waiting.filter.assigned_to = None;
        waiting.filter.roles = roles;
        let (found, more) = cases::list(&cx.app, &cx.ctx, waiting).await?;
        let new = found.cases.into_iter().filter(|case| shown.iter().all(|known| known.id != case.id));
        let new: Vec<Case> = new.collect();
        total = total.max(more);
        shown.extend(new);
        shown.truncate(usize::try_from(WORK).unwrap_or(0));
    }
    let room = WORK - i64::try_from(shown.len()).unwrap_or(WORK);
    if room > 0 && cx.ctx.may(Resource::Case, Action::Create) {
        query.filter.assigned_to = None;
        query.filter.unassigned = true;
        query.limit = room;
        shown.extend(cases::list(&cx.app, &cx.ctx, query).await?.0.cases);
    }
    shown.sort_by_key(|case| {
        (risk_rank(case.clock.as_ref()), case.clock.as_ref().and_then(|clock| clock.due), case.opened_at)
    });
    let view =
        |view: &str| list_of(CaseListQuery { view: Some(view.to_owned()), ..CaseListQuery::default() });
    Ok(HomeWork {
        t,
        oob: false,
        total: u32::try_from(total).unwrap_or(u32::MAX),
        list: view("mie"),
        may_take: may_take(cx),
        rows: shown.iter().map(|case| work_row(cx, &names, case)).collect(),
        empty: Empty {
            icon: "ok",
            title: t.home_work_empty(),
            text: t.home_work_empty_text(),
            link: Some(Link::new(t.home_work_take(), view("libere"))),
            main: false,
        },
    })
}

fn work_row(cx: &PageCtx, names: &Names, case: &Case) -> WorkRow {
    let today = cx.today();
    let (due, due_note) = standing::due(cx.t, case, today);
    WorkRow {
        risk: standing::risk(case, today),
        due,
        due_note,
        clock: case.clock.as_ref().map(|clock| standing::clock(clock, today)),
        why: standing::why_url(case.id),
        href: at::CaseShow::new(case.id).url(),
        procedure: names.procedure(&case.procedure),
        code: case.procedure.clone(),
        number: case.number.clone(),
        customer: case.party_name.clone(),
        sector: case.sector,
        supply: case.point_label.clone(),
        supply_is_code: false,
        step: names.step(case),
        step_note: if case.assigned_to.is_none() { cx.t.queue_unassigned() } else { String::new() },
    }
}

/// Today's appointments: one's own for technicians, everybody's for the others.
async fn appointments(cx: &PageCtx) -> Result<HomeAppointments<'static>, Failure> {
    let (t, today) = (cx.t, cx.today());
    let entries = if cx.ctx.may(Resource::Appointment, Action::Read) {
        diary::day(&cx.app, &cx.ctx, today).await?
    } else {
        Vec::new()
    };
    // Who works outside sees the own day; the others see everybody's.
    let only_own = cx.ctx.only_own() || works_outside(cx);
    let slots = entries
        .into_iter()
        .filter(|(entry, _)| !only_own || entry.assigned_to == cx.ctx.user())
        .map(|(entry, who)| {
            let done = entry.state != "agreed";
            let minutes = entry.starts_at.seconds_since(cx.now) / 60;
            let note = if done {
                t.home_appointment_done()
            } else if entry.ends_at <= cx.now {
                t.home_appointment_without_outcome()
            } else if (0..60).contains(&minutes) {
                t.home_appointment_in(minutes)
            } else {
                String::new()
            };
            let band = t.band(clock_time(entry.starts_at), clock_time(entry.ends_at));
            let detail = [Some(street(&entry.place).to_owned()), who, Some(band)]
                .into_iter()
                .flatten()
                .filter(|part| !part.is_empty());
            Slot {
                at: clock_time(entry.starts_at),
                what: if entry.visit { t.case_appointment_visit() } else { t.case_appointment_deadline() },
                number: number(&entry.subject).to_owned(),
                note,
                detail: detail.collect::<Vec<_>>().join(", "),
                done,
                href: Some(appointment_url(entry.id, today)),
            }
        })
        .collect();
    Ok(HomeAppointments {
        t,
        oob: false,
        slots,
        empty: Empty {
            icon: "calendar",
            title: t.home_appointments_none(),
            text: t.home_appointments_none_text(),
            link: None,
            main: false,
        },
    })
}
