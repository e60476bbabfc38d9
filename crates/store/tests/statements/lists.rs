//! Lists of cases: every case that is asked for once, in the order asked for, page by page, and figures that agree with
//! the rows.

#![expect(clippy::indexing_slicing, reason = "a test stops where something is wrong")]

use std::cmp::Ordering;

use db::{DbError, testing::Fresh};
use domain::cases::{Case, CaseState, ClockState, ClockSummary, Origin, SuspensionCause, risk_rank};
use kernel::{CaseId, InstanceId, Lang, Sector, TaskId, UserId};
use store::{
    accounts::user::{self, User},
    cases::{
        bulk::{self, Whole},
        case, counts,
        list::{self, Column, Direction, Filter, Order},
        process::Instance,
        task::Task,
    },
};

use crate::{ctx, engines};

const CASES: usize = 240;
/// Two accounts of one name, as people have them.
const NAMES: [&str; 4] = ["Bellini", "Conti", "Conti", "Amadei"];
const PAGE: i64 = 7;

/// A case that differs from the others in everything lists compare.
fn made(number: usize, people: &[UserId]) -> Case {
    let ctx = ctx();
    let at = ctx.now().plus_seconds(-3600 * i64::try_from(number * 7 % CASES).unwrap());
    let state = CaseState::ALL[number % 6];
    let clock = (state != CaseState::Draft && !number.is_multiple_of(5)).then(|| ClockSummary {
        standard: "W-S12".to_owned(),
        state: match number % 4 {
            _ if state.ends() => ClockState::Kept,
            0 => ClockState::Suspended,
            1 => ClockState::Missed,
            _ => ClockState::Running,
        },
        due: (!number.is_multiple_of(4)).then(|| {
            ctx.today().saturating_add(jiff::Span::new().days(i64::try_from(number % 9).unwrap() - 4))
        }),
        elapsed: 3,
        limit: 20,
        unit: "working_day".to_owned(),
        suspended: 0,
    });
    let held = clock.as_ref().is_some_and(|clock| clock.state == ClockState::Suspended);
    Case {
        id: ctx.id(|_| CaseId::from_bytes(u128::try_from(number * 37 % CASES + 1).unwrap().to_be_bytes())),
        number: format!("{}-{}-{number:06}", 2025 + number % 2, ["VOL", "PM1", "RIS"][number % 3]),
        procedure: ["VOL", "PM1", "RIS"][number % 3].to_owned(),
        bundle_version: 1,
        state,
        outcome: String::new(),
        suspended: held.then_some(SuspensionCause::Customer),
        origin: [Origin::Counter, Origin::Portal, Origin::Contact, Origin::Internal][number % 4],
        sector: Some(Sector::ALL[number % 5]),
        party_id: None,
        supply_point_id: None,
        contract_id: None,
        party_name: format!("Cliente{:03}", number * 11 % 50),
        point_label: String::new(),
        office_id: None,
        assigned_to: (!number.is_multiple_of(3)).then(|| people[number % people.len()]),
        opened_by: "test".to_owned(),
        opened_at: at,
        started_at: (state != CaseState::Draft).then_some(at),
        closed_at: state.ends().then(|| at.plus_seconds(1800)),
        step: if state.ends() { String::new() } else { "step".to_owned() },
        step_name: if state.ends() { String::new() } else { format!("Passo{}", number % 6) },
        data: serde_json::Map::new(),
        clock,
        changed_at: at,
        version: 1,
    }
}

/// The process of an open case with a task for a technician.
fn waiting(case: &Case) -> (Instance, Task) {
    let bytes = case.id.bytes();
    let instance = Instance {
        id: InstanceId::from_bytes(bytes),
        case_id: case.id,
        procedure: case.procedure.clone(),
        bundle_version: 1,
        process: "p".to_owned(),
        parent: None,
        state: "active".to_owned(),
        data: b"{}".to_vec(),
        steps: 0,
        version: 1,
    };
    let task = Task {
        id: TaskId::from_bytes(bytes),
        instance_id: instance.id,
        case_id: case.id,
        token: 1,
        element: "step".to_owned(),
        name: "Passo".to_owned(),
        form: String::new(),
        role: "technician".to_owned(),
        assigned_to: None,
        state: "open".to_owned(),
        created_at: case.opened_at,
        ended_at: None,
        ended_by: String::new(),
    };
    (instance, task)
}

/// Puts people and cases into a database. Every fourth open case waits for a technician.
async fn filled(fresh: &Fresh) -> (Vec<Case>, Vec<User>) {
    let ctx = ctx();
    let people: Vec<User> = NAMES
        .iter()
        .enumerate()
        .map(|(number, name)| User {
            id: ctx.id(UserId::from_bytes),
            name: format!("user{number}"),
            display_name: (*name).to_owned(),
            email: None,
            password_hash: "x".to_owned(),
            office_id: None,
            lang: Lang::It,
            active: true,
            shortcuts: true,
            must_change: false,
            version: 1,
        })
        .collect();
    let ids: Vec<UserId> = people.iter().map(|user| user.id).collect();
    let cases: Vec<Case> = (0..CASES).map(|number| made(number, &ids)).collect();
    let all: Vec<Whole> = cases
        .iter()
        .enumerate()
        .map(|(number, case)| Whole {
            waiting: (number.is_multiple_of(4) && !case.ended()).then(|| waiting(case)),
            case: case.clone(),
        })
        .collect();
    let (accounts, now) = (people.clone(), ctx.now());
    let written = fresh.db.write("fill", move |tx| {
        for account in &accounts {
            user::insert(tx, account, &[], now)?;
        }
        bulk::insert(tx, &all, now)
    });
    written.await.unwrap();
    (cases, people)
}

fn due(case: &Case) -> String {
    let day = case.clock.as_ref().and_then(|clock| clock.due);
    day.map_or_else(|| "9999-12-31".to_owned(), |day| day.to_string())
}

/// What a list of an order compares, without an index and without SQL.
fn compare(order: Order, people: &[User], one: &Case, other: &Case) -> Ordering {
    let name = |case: &Case| {
        let known = people.iter().find(|user| Some(user.id) == case.assigned_to);
        known.map_or_else(String::new, |user| user.display_name.clone())
    };
    let by_id = || one.id.bytes().cmp(&other.id.bytes());
    match order {
        Order::Risk | Order::LeastRisk => {
            let key =
                |case: &Case| (risk_rank(case.clock.as_ref()), due(case), case.opened_at, case.id.bytes());
            let up = key(one).cmp(&key(other));
            if order == Order::Risk { up } else { up.reverse() }
        }
        Order::Newest => (other.opened_at, other.id.bytes()).cmp(&(one.opened_at, one.id.bytes())),
        Order::Oldest => (one.opened_at, one.id.bytes()).cmp(&(other.opened_at, other.id.bytes())),
        Order::Number => one.number.cmp(&other.number),
        Order::Party => one.party_name.cmp(&other.party_name).then_with(by_id),
        Order::By(column, way) => {
            let text = |case: &Case| match column {
                Column::Due => due(case),
                Column::Procedure => case.procedure.clone(),
                Column::Number => case.number.clone(),
                Column::Party => case.party_name.clone(),
                Column::Step => case.step_name.clone(),
                Column::Assignee => name(case),
            };
            let up = text(one).cmp(&text(other)).then_with(by_id);
            if way == Direction::Down { up.reverse() } else { up }
        }
    }
}

/// Whether a case, made at this place, is meant.
type Meant = Box<dyn Fn(usize, &Case) -> bool>;

/// The filters, each with what it means.
fn filters(people: &[User]) -> Vec<(Filter, Meant)> {
    let any = Filter::default;
    let ctx = ctx();
    let (since, today) = (ctx.now().plus_seconds(-100 * 3600), ctx.today());
    let me = people[1].id;
    let open = |case: &Case| case.closed_at.is_none();
    vec![
        (any(), Box::new(|_, _| true)),
        (Filter { open: Some(true), ..any() }, Box::new(move |_, case| open(case))),
        (Filter { open: Some(false), ..any() }, Box::new(move |_, case| !open(case))),
        (
            Filter { states: vec![CaseState::Fulfilled], ..any() },
            Box::new(|_, case| case.state == CaseState::Fulfilled),
        ),
        (
            Filter { states: vec![CaseState::Started, CaseState::Cancelled], ..any() },
            Box::new(|_, case| matches!(case.state, CaseState::Started | CaseState::Cancelled)),
        ),
        (Filter { open: Some(true), states: vec![CaseState::Fulfilled], ..any() }, Box::new(|_, _| false)),
        (
            Filter { states: vec![CaseState::Fulfilled], closed_since: Some(since), ..any() },
            Box::new(move |_, case| {
                case.state == CaseState::Fulfilled && case.closed_at.is_some_and(|at| at >= since)
            }),
        ),
        (
            Filter { open: Some(true), origins: vec![Origin::Portal], ..any() },
            Box::new(move |_, case| open(case) && case.origin == Origin::Portal),
        ),
        (
            Filter { open: Some(true), unassigned: true, ..any() },
            Box::new(move |_, case| open(case) && case.assigned_to.is_none()),
        ),
        (Filter { assigned_to: Some(me), ..any() }, Box::new(move |_, case| case.assigned_to == Some(me))),
        (Filter { suspended: Some(true), ..any() }, Box::new(|_, case| case.suspended.is_some())),
        (
            Filter { open: Some(true), due_by: Some(today), ..any() },
            Box::new(move |_, case| {
                open(case) && risk_rank(case.clock.as_ref()) == 0 && due(case) <= today.to_string()
            }),
        ),
        (
            Filter { open: Some(true), roles: vec![domain::access::Role::Technician], ..any() },
            Box::new(move |number, case| open(case) && number.is_multiple_of(4)),
        ),
        (
            Filter { number: Some("2026".to_owned()), open: Some(true), ..any() },
            Box::new(move |_, case| open(case) && case.number.starts_with("2026")),
        ),
        (
            Filter { number: Some("2025-VOL-0001".to_owned()), ..any() },
            Box::new(|_, case| case.number.starts_with("2025-VOL-0001")),
        ),
        (
            Filter { number: Some("2025-VOL".to_owned()), states: vec![CaseState::Cancelled], ..any() },
            Box::new(|_, case| case.number.starts_with("2025-VOL") && case.state == CaseState::Cancelled),
        ),
        (
            Filter { number_end: Some("12".to_owned()), ..any() },
            Box::new(|_, case| case.number.ends_with("0012")),
        ),
        (
            Filter {
                opened_from: Some(since),
                open: Some(false),
                procedure: Some("PM1".to_owned()),
                ..any()
            },
            Box::new(move |_, case| !open(case) && case.opened_at >= since && case.procedure == "PM1"),
        ),
        (
            Filter { sectors: vec![Sector::Gas], open: Some(true), ..any() },
            Box::new(move |_, case| open(case) && case.sector == Some(Sector::Gas)),
        ),
    ]
}

const ORDERS: [Order; 14] = [
    Order::Risk,
    Order::LeastRisk,
    Order::Newest,
    Order::Oldest,
    Order::Number,
    Order::Party,
    Order::By(Column::Due, Direction::Up),
    Order::By(Column::Due, Direction::Down),
    Order::By(Column::Procedure, Direction::Down),
    Order::By(Column::Number, Direction::Down),
    Order::By(Column::Party, Direction::Up),
    Order::By(Column::Step, Direction::Down),
    Order::By(Column::Assignee, Direction::Up),
    Order::By(Column::Assignee, Direction::Down),
];

/// All pages of a list, one after the other, and the number at its head.
async fn leafed(fresh: &Fresh, filter: &Filter, order: Order) -> (Vec<CaseId>, i64) {
    let filter = filter.clone();
    let read = fresh.db.read("leaf", move |tx| {
        let (mut ids, mut after) = (Vec::new(), None::<String>);
        loop {
            let page = list::page(tx, &ctx(), &filter, order, after.as_deref(), PAGE)?;
            ids.extend(page.cases.iter().map(|case| case.id));
            after = page.next;
            if after.is_none() {
                return Ok::<_, DbError>((ids, list::count(tx, &ctx(), &filter, 10_000)?));
            }
        }
    });
    read.await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_leafs_through_exactly_its_cases_in_every_order() {
    for fresh in engines().await {
        let (cases, people) = filled(&fresh).await;
        for (filter, is_in) in filters(&people) {
            for order in ORDERS {
                let mut expected: Vec<&Case> = cases
                    .iter()
                    .enumerate()
                    .filter(|(number, case)| is_in(*number, case))
                    .map(|(_, case)| case)
                    .collect();
                expected.sort_by(|one, other| compare(order, &people, one, other));
                let expected: Vec<CaseId> = expected.iter().map(|case| case.id).collect();
                let (found, total) = leafed(&fresh, &filter, order).await;
                let what = format!("{:?}: {filter:?} {order:?}", fresh.db.engine());
                assert_eq!(found, expected, "{what}");
                assert_eq!(usize::try_from(total).unwrap(), expected.len(), "{what}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_that_are_kept_move_with_every_case() {
    for fresh in engines().await {
        let (cases, _) = filled(&fresh).await;
        let figures = || async {
            let read = fresh.db.read("figures", |tx| {
                let ctx = ctx();
                Ok::<_, DbError>((counts::counts(tx, &ctx, ctx.now(), ctx.today())?, counts::all(tx)?))
            });
            read.await.unwrap()
        };
        let of = |state: CaseState| {
            i64::try_from(cases.iter().filter(|case| case.state == state).count()).unwrap()
        };
        let (before, all) = figures().await;
        assert_eq!(usize::try_from(all).unwrap(), CASES);
        assert_eq!(
            (before.drafts, before.started, before.admissible),
            (of(CaseState::Draft), of(CaseState::Started), of(CaseState::Admissible))
        );

        let mut ended = cases.iter().find(|case| case.state == CaseState::Started).unwrap().clone();
        ended.cancel("test", ctx().now()).unwrap();
        let changed = ended.clone();
        let moved = fresh.db.write("end", move |tx| {
            let mut case = changed.clone();
            assert!(case::update(tx, &mut case, &ctx())?);
            // Changing it again moves nothing.
            assert!(case::update(tx, &mut case, &ctx())?);
            Ok::<_, DbError>(())
        });
        moved.await.unwrap();
        let (after, all) = figures().await;
        assert_eq!((after.started, after.drafts), (before.started - 1, before.drafts));
        assert_eq!(usize::try_from(all).unwrap(), CASES, "it is still there");
        let filter = Filter { states: vec![CaseState::Cancelled], ..Filter::default() };
        let (found, total) = leafed(&fresh, &filter, Order::Newest).await;
        assert_eq!(total, of(CaseState::Cancelled) + 1);
        assert!(found.contains(&ended.id));

        let undone = fresh.db.write("undone", move |tx| {
            let mut case = ended.clone();
            case.id = CaseId::from_bytes([7; 16]);
            case.number = "2026-VOL-999999".to_owned();
            case::insert(tx, &case)?;
            Err::<(), _>(DbError::Driver("taken back".to_owned()))
        });
        assert!(undone.await.is_err());
        assert_eq!(figures().await, (after, all), "what is taken back moves nothing");
    }
}
