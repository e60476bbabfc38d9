//! Visits that were agreed with the customer: put into the diary, moved, closed, and their own clocks; on both engines.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails where it cannot go on"
)]

#[path = "support/packs.rs"]
#[expect(dead_code, reason = "each test file uses a part of it")]
mod packs;
mod support;

use app::{
    Error,
    cases::{CaseView, Given, OpenCase, Prefill, answer, open},
    diary::{MoveAppointment, MovedBy, Wish, cancel_appointment, move_appointment},
};
use domain::cases::Origin;
use kernel::{CaseId, Sector};
use packs::{START, pack, publish, seen, straight};
use procedures::Files;
use serde_json::{Value as Json, json};
use standards::State;
use support::{World, answers, day, worlds_of};

const APPOINT: &str = "serviceTask sportello:operation=\"diary.appoint\" sportello:arguments='{asked_on: asked_on, \
    offered_on: offered_on, offered_band: offered_band, on: agreed_on, band: agreed_band, moved_by: moved_by, crew: crew}'";
const CLOSE: &str = "serviceTask sportello:operation=\"diary.close_visit\" sportello:arguments='{on: visit_on, arrived: arrived_at}'";
const ASK: &str = "userTask sportello:form=\"ask\"";
const CLOCKS: &str =
    "[[clock]]\nstart = \"request_received\"\nstop = \"quote_sent\"\nstandard = { water = \"W-S14\" }\n";

/// A pack that agrees a visit, closes it, and agrees another one.
fn files() -> Files {
    let drawn = straight("TSA", &[START, ASK, APPOINT, ASK, CLOSE, ASK, APPOINT, "userTask"]);
    let mut files = pack("TSA", CLOCKS, &drawn);
    let manifest = files["procedure.toml"].replace("[\"electricity\"]", "[\"water\", \"electricity\"]");
    files.insert("procedure.toml".to_owned(), manifest);
    let text = ["offered_band", "agreed_band", "moved_by", "crew", "arrived_at", "visit_outcome"];
    let days = ["asked_on", "offered_on", "agreed_on", "visit_on"];
    let fields = text.map(|name| (name, "text")).into_iter().chain(days.map(|name| (name, "date")));
    let form: String =
        fields.map(|(name, kind)| format!("[[field]]\nname = \"{name}\"\nkind = \"{kind}\"\n\n")).collect();
    files.insert("forms/ask.toml".to_owned(), form);
    let mail = "mail-visit-subject = Sopralluogo { $number }\nmail-visit = Il { $appointment_day }, { $appointment_band }.\n";
    for lang in ["it", "en"] {
        let texts = format!("{}{mail}", files[&format!("texts/{lang}.ftl")]);
        files.insert(format!("texts/{lang}.ftl"), texts);
    }
    files
}

async fn opened(world: &World) -> CaseId {
    let prefill =
        Prefill { supply_point: Some(world.point), party: Some(world.outgoing), ..Prefill::default() };
    let new = OpenCase { procedure: "TSA".to_owned(), origin: Origin::Counter, prefill };
    open(&world.app, &world.ctx("marta.bellini").await, new).await.unwrap().id
}

async fn given(world: &World, case: CaseId, typed: Json) -> Result<CaseView, Error> {
    let element = seen(world, case).await.case.step;
    let ctx = world.ctx("marta.bellini").await;
    let given = Given { element, typed: answers(typed), ..Given::default() };
    answer(&world.app, &ctx, case, given).await?;
    Ok(seen(world, case).await)
}

/// Asked for on the tenth, offered the sixteenth from eight to eleven.
fn agreed(on: &str, band: &str, moved_by: &str) -> Json {
    json!({
        "asked_on": "2026-03-10", "offered_on": "2026-03-16", "offered_band": "08-11", "agreed_on": on, "agreed_band": band,
        "moved_by": moved_by, "crew": "Squadra 2",
    })
}

fn clock<'v>(view: &'v CaseView, standard: &str) -> Option<&'v app::cases::ClockLine> {
    view.clocks.iter().find(|clock| clock.standard.id == standard)
}

fn state(view: &CaseView, standard: &str) -> Option<State> {
    clock(view, standard).map(|clock| clock.evaluation.state)
}

fn at(text: &str) -> kernel::Instant {
    text.parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_is_agreed_in_its_band_and_told_and_the_customers_days_are_taken_out_of_the_quote() {
    for world in worlds_of(Sector::Water).await {
        publish(&world, &files()).await;
        let case = opened(&world).await;
        let before = seen(&world, case).await.case.clock.unwrap().due;
        let view = given(&world, case, agreed("2026-03-18", "08-11", "customer")).await.unwrap();
        assert!(view.incidents.is_empty(), "{:?}", view.incidents);
        let visit = &view.appointments[0];
        assert_eq!(
            (visit.starts_at, visit.ends_at, visit.assigned_to),
            (at("2026-03-18T08:00:00+01:00"), at("2026-03-18T11:00:00+01:00"), Some(world.technician))
        );
        assert_eq!((visit.crew.as_str(), visit.moved_by.as_str()), ("Squadra 2", "customer"));
        let facts: Vec<(&str, kernel::Date)> =
            view.facts.iter().map(|fact| (fact.kind.as_str(), fact.at.date())).collect();
        assert!(facts.contains(&("appointment_requested", day("2026-03-10"))), "{facts:?}");
        assert!(facts.contains(&("appointment_date", day("2026-03-18"))), "{facts:?}");
        // The seventeenth and the eighteenth are the customer's.
        assert_eq!(
            (before, view.case.clock.as_ref().unwrap().due),
            (Some(day("2026-04-09")), Some(day("2026-04-13")))
        );
        assert_eq!(view.case.suspended, None, "nobody is awaited today");
        // What was offered is what counts for the time until the visit; it is not held by anything.
        assert_eq!(state(&view, "W-G04"), Some(State::Kept));
        assert_eq!(clock(&view, "W-G04").unwrap().evaluation.elapsed, standards::Measure::Units(4));
        assert!(clock(&view, "W-S16").is_none(), "its band has not begun");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_is_refused_in_a_band_too_wide_on_a_day_gone_by_and_on_a_holiday() {
    for (sector, on, band, code) in [
        (Sector::Water, "2026-03-18", "08-12", "band_too_wide"),
        (Sector::Electricity, "2026-03-18", "08-11", "band_too_wide"),
        (Sector::Water, "2026-03-10", "08-11", "date_past"),
        (Sector::Water, "2026-03-15", "08-11", "date_not_worked"),
        (Sector::Water, "2026-04-06", "08-11", "date_not_worked"),
        (Sector::Water, "2026-03-18", "mattina", "band_unknown"),
    ] {
        for world in worlds_of(sector).await {
            publish(&world, &files()).await;
            let case = opened(&world).await;
            let view = given(&world, case, agreed(on, band, "nobody")).await.unwrap();
            assert!(view.incidents[0].message.contains(code), "{code}: {:?}", view.incidents);
            assert!(view.appointments.is_empty());
        }
    }
}

/// What came of a visit of the sixteenth, and the clock of its band then.
async fn closed(world: &World, outcome: &str, arrived: Option<&str>) -> (CaseView, Option<State>) {
    let case = opened(world).await;
    given(world, case, agreed("2026-03-16", "08-11", "nobody")).await.unwrap();
    let typed = json!({ "visit_on": "2026-03-16", "arrived_at": arrived, "visit_outcome": outcome });
    let view = given(world, case, typed).await.unwrap();
    let state = state(&view, "W-S16");
    (view, state)
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_within_the_band_is_punctual_and_who_comes_a_minute_later_is_not() {
    for world in worlds_of(Sector::Water).await {
        publish(&world, &files()).await;
        // It is the evening of the day of the visits.
        world.clock.advance(5 * 86_400 + 8 * 3_600);
        let ctx = world.app.system("test");
        assert_eq!(ctx.today(), day("2026-03-16"));
        for (outcome, arrived, stands, missed_by, expected) in [
            ("done", Some("10:59"), "kept", "", Some(State::Kept)),
            ("done", Some("11:00"), "kept", "", Some(State::Kept)),
            ("done", Some("11:01"), "kept", "", Some(State::Missed)),
            ("not_come", None, "missed", "utility", Some(State::Missed)),
            ("customer_absent", Some("09:40"), "missed", "customer", Some(State::Kept)),
            ("customer_absent", None, "missed", "customer", None),
        ] {
            let (view, state) = closed(&world, outcome, arrived).await;
            let visit = &view.appointments[0];
            assert_eq!(
                (visit.state.as_str(), visit.missed_by.as_str()),
                (stands, missed_by),
                "{outcome} {arrived:?}"
            );
            assert_eq!(state, expected, "{outcome} {arrived:?}");
        }
        let (view, _) = closed(&world, "done", Some("25:00")).await;
        assert!(view.incidents[0].message.contains("arrived_unknown"), "{:?}", view.incidents);
        let (view, _) = closed(&world, "done", Some("23:59")).await;
        assert!(view.incidents[0].message.contains("date_in_future"), "{:?}", view.incidents);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_case_may_have_two_visits_each_with_its_own_clocks() {
    for world in worlds_of(Sector::Water).await {
        publish(&world, &files()).await;
        let case = opened(&world).await;
        given(&world, case, agreed("2026-03-16", "08-11", "nobody")).await.unwrap();
        world.clock.advance(5 * 86_400 + 3_600);
        let absent =
            json!({ "visit_on": "2026-03-16", "arrived_at": "09:40", "visit_outcome": "customer_absent" });
        given(&world, case, absent).await.unwrap();
        let view = given(&world, case, agreed("2026-03-20", "14-17", "nobody")).await.unwrap();
        assert_eq!(view.appointments.len(), 2, "{:?}", view.incidents);
        assert_eq!(view.clocks.iter().filter(|clock| clock.standard.id == "W-G04").count(), 2);
        assert_eq!(view.clocks.iter().filter(|clock| clock.standard.id == "W-S16").count(), 1);
    }
}

async fn moved(world: &World, case: CaseId, to: &str, by: MovedBy) -> CaseView {
    let visit = seen(world, case).await.appointments[0].clone();
    let starts_at = at(to);
    let change = MoveAppointment {
        id: visit.id,
        starts_at,
        ends_at: starts_at.plus_seconds(3 * 3_600),
        assigned_to: visit.assigned_to,
        version: Some(visit.version),
        wish: Wish { by, reason: "ferie".to_owned() },
    };
    move_appointment(&world.app, &world.ctx("marta.bellini").await, change).await.unwrap();
    seen(world, case).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_moved_in_the_schedule_says_whose_wish_it_is() {
    for world in worlds_of(Sector::Water).await {
        publish(&world, &files()).await;
        let case = opened(&world).await;
        let first = given(&world, case, agreed("2026-03-16", "08-11", "nobody")).await.unwrap();
        let (before, mails) = (first.case.clock.unwrap().due, first.mails.len());
        let view = moved(&world, case, "2026-03-18T08:00:00+01:00", MovedBy::Customer).await;
        assert_eq!(
            (before, view.case.clock.as_ref().unwrap().due),
            (Some(day("2026-04-09")), Some(day("2026-04-13")))
        );
        assert_eq!(view.mails.len(), mails + 1, "the customer is told");
        assert!(clock(&view, "W-G05").is_none(), "we gave no notice");
        // Again by the customer: one interval only, from the first date.
        let view = moved(&world, case, "2026-03-17T08:00:00+01:00", MovedBy::Customer).await;
        assert_eq!(
            (view.suspensions.len(), view.case.clock.as_ref().unwrap().due),
            (1, Some(day("2026-04-10")))
        );
        // By us, more than a day before.
        let view = moved(&world, case, "2026-03-19T08:00:00+01:00", MovedBy::Utility).await;
        assert_eq!(
            view.case.clock.as_ref().unwrap().due,
            Some(day("2026-04-10")),
            "our own days are not taken out"
        );
        assert_eq!(state(&view, "W-G05"), Some(State::Kept));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_we_call_off_the_evening_before_misses_its_notice() {
    for world in worlds_of(Sector::Water).await {
        publish(&world, &files()).await;
        let case = opened(&world).await;
        let view = given(&world, case, agreed("2026-03-12", "08-11", "nobody")).await.unwrap();
        let ctx = world.ctx("marta.bellini").await;
        cancel_appointment(&world.app, &ctx, view.appointments[0].id, Wish::default()).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!(state(&view, "W-G05"), Some(State::Missed));
        assert!(clock(&view, "W-S16").is_none(), "nobody waits for it any more");
    }
}
