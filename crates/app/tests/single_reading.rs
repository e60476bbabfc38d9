//! A single reading (LET) on its way: judged against history, held for a reviewer or refused with its reason, recorded,
//! told to billing, on both databases.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use std::{collections::BTreeMap, time::Instant};

use app::{
    Error,
    cases::{CaseView, Filter, ListQuery, OpenCase, Prefill, list, open, show},
    registry::{case_readings, show_point},
};
use domain::{
    cases::{CaseState, Origin},
    registry::{Meter, MeterKind, ReadingKind, Register},
};
use kernel::{CaseId, MeterId};
use serde_json::{Value as Json, json};
use store::registry::meter;
use support::{
    World, day,
    voltura::{finish_billing, step_by},
    worlds,
};

/// What the last readings of the world's meter are; [`history`] puts others before them.
const LAST: [(&str, i64); 3] = [("F1", 8412), ("F2", 6207), ("F3", 7090)];

/// Half a year of history: about three units a day on every register.
async fn history(world: &World) {
    let device = device(world).await;
    let ctx = world.app.system("test");
    let write = move |tx: &mut store::Tx<'_>| {
        for (register, value) in LAST {
            let reading = meter::NewReading {
                meter: device,
                register,
                read_on: day("2025-08-31"),
                value: value - 543,
                kind: ReadingKind::Actual,
                origin: "test",
                rolled_over: false,
                case_id: None,
            };
            meter::insert_reading(tx, &ctx, &reading)?;
        }
        Ok::<_, Error>(())
    };
    world.app.db.write("history", write).await.unwrap();
}

async fn device(world: &World) -> MeterId {
    let view = show_point(&world.app, &world.app.system("test"), world.point).await.unwrap();
    view.meters.first().expect("a meter is in place").0.id
}

async fn draft(world: &World) -> CaseId {
    let new = OpenCase { procedure: "LET".to_owned(), origin: Origin::Counter, prefill: Prefill::default() };
    open(&world.app, &world.ctx("marta.bellini").await, new).await.unwrap().id
}

fn values(above: i64) -> Json {
    LAST.iter().map(|(register, value)| ((*register).to_owned(), json!(value + above))).collect()
}

fn reading(world: &World, above: i64, confirmed: bool) -> Json {
    json!({
        "supply_point": world.point, "read_on": "2026-03-11", "readings": values(above),
        "readings_confirmed": confirmed, "reading_kind": "self",
    })
}

async fn give(world: &World, above: i64, confirmed: bool) -> CaseId {
    let case = draft(world).await;
    step_by(world, "marta.bellini", case, "reading", reading(world, above, confirmed)).await.unwrap();
    case
}

async fn seen(world: &World, case: CaseId) -> CaseView {
    show(&world.app, &world.app.system("test"), case).await.unwrap()
}

/// The codes of the problems of a form that was not taken.
fn refused(outcome: Result<app::cases::Answered, Error>) -> Vec<String> {
    match outcome {
        Err(Error::Invalid(problems)) => {
            problems.into_iter().filter(|problem| !problem.warning).map(|problem| problem.code).collect()
        }
        other => panic!("the form was taken: {other:?}"),
    }
}

/// What is on record of the first register on a day: value and kind.
async fn recorded(world: &World, on: &str) -> Option<(i64, ReadingKind)> {
    let view = show_point(&world.app, &world.app.system("test"), world.point).await.unwrap();
    let readings = view.meters.into_iter().flat_map(|(_, readings)| readings);
    let mut found = readings.filter(|reading| reading.register == "F1" && reading.read_on == day(on));
    found.next().map(|reading| (reading.value, reading.kind))
}

fn text<'v>(view: &'v CaseView, name: &str) -> &'v str {
    view.case.data.get(name).and_then(Json::as_str).unwrap_or_default()
}

fn papers(view: &CaseView, kind: &str) -> usize {
    view.documents.iter().filter(|paper| paper.kind == kind).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plausible_reading_is_recorded_told_to_billing_and_confirmed_to_the_holder() {
    for world in worlds().await {
        history(&world).await;
        let case = give(&world, 30, false).await;
        let view = seen(&world, case).await;
        assert_eq!(text(&view, "verdict"), "accepted");
        assert_eq!(view.case.party_id, Some(world.outgoing), "nobody said who asks: it is the holder");
        assert_eq!(recorded(&world, "2026-03-11").await, Some((8442, ReadingKind::SelfRead)));
        let [message] = view.billing.as_slice() else { panic!("{:?}", view.billing) };
        let body: Json = serde_json::from_str(&message.body).unwrap();
        assert_eq!((message.kind.as_str(), message.aggregate.as_str()), ("reading", "IT999E00317482"));
        assert_eq!(body["values"]["F1"], json!(8442));
        assert_eq!((&body["kind"], &body["serials"]["F3"]), (&json!("self"), &json!("E200317755")));

        finish_billing(&world, case, true).await;
        let view = seen(&world, case).await;
        assert_eq!(view.case.state, CaseState::Fulfilled);
        assert_eq!(view.mails.len(), 1, "the holder is told");
        assert_eq!(papers(&view, "refusal"), 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_far_above_history_is_asked_for_again_then_waits_for_a_reviewer() {
    for world in worlds().await {
        history(&world).await;
        let case = draft(&world).await;
        let once = step_by(&world, "marta.bellini", case, "reading", reading(&world, 900, false)).await;
        assert_eq!(refused(once), ["reading_above_expected"; 3]);
        step_by(&world, "marta.bellini", case, "reading", reading(&world, 900, true)).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!((text(&view, "verdict"), view.case.step.as_str()), ("held", "review"));
        assert_eq!(recorded(&world, "2026-03-11").await, None, "nothing is recorded before it was looked at");

        // The reviewer's list holds it, and the case shows the values beside their history.
        let filter = Filter {
            procedure: Some("LET".to_owned()),
            step: Some("review".to_owned()),
            ..Filter::default()
        };
        let reviewer = world.ctx("paolo.conti").await;
        let asked = ListQuery { filter, limit: 50, ..ListQuery::default() };
        let (page, _) = list(&world.app, &reviewer, asked).await.unwrap();
        assert_eq!(page.cases.iter().map(|case| case.id).collect::<Vec<_>>(), [case]);
        let lines = case_readings(&world.app, &reviewer, case).await.unwrap();
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[0].last, Some((day("2026-02-28"), 8412)));
        assert!(
            lines.iter().all(|line| line.check.as_ref().is_some_and(|(_, check)| check.findings.len() == 1))
        );

        // It is the reviewer's step, not the operator's.
        let by_operator =
            step_by(&world, "marta.bellini", case, "review", json!({ "decision": "accept" })).await;
        assert!(matches!(by_operator, Err(Error::Refused { code, .. }) if code == "task_of_role"));
        step_by(&world, "paolo.conti", case, "review", json!({ "decision": "accept" })).await.unwrap();
        assert_eq!(recorded(&world, "2026-03-11").await, Some((9312, ReadingKind::SelfRead)));
        let lines = case_readings(&world.app, &reviewer, case).await.unwrap();
        assert_eq!(lines[0].last, Some((day("2026-02-28"), 8412)), "still beside what was known before");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_that_cannot_be_right_is_refused_with_its_reason_and_one_letter() {
    for world in worlds().await {
        history(&world).await;
        let case = draft(&world).await;
        let once = step_by(&world, "marta.bellini", case, "reading", reading(&world, -700, false)).await;
        assert_eq!(refused(once), ["reading_below_last"; 3]);
        // Who gives it insists: it becomes a refusal on record, not only an error on a page.
        step_by(&world, "marta.bellini", case, "reading", reading(&world, -700, true)).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!(view.case.state, CaseState::Inadmissible);
        assert_eq!(view.case.outcome, "reading_below_last");
        assert_eq!((papers(&view, "refusal"), view.mails.len()), (1, 1));
        assert!(view.facts.iter().any(|fact| fact.kind == "customer_informed"));
        assert_eq!(recorded(&world, "2026-03-11").await, None);
        assert!(view.billing.is_empty());
        let letter = view.documents.iter().find(|paper| paper.kind == "refusal").unwrap().id;
        let made = app::papers::document_to_produce(&world.app, letter).await.unwrap().expect("it waits");
        assert_eq!(made.data["answers"]["verdict_reason"], json!("La lettura è inferiore all’ultima"));
        assert_eq!(made.data["reading"]["registers"][0]["last"], json!("8412"));
        assert_eq!(made.data["customer"]["name"], json!("Casarini Aldo"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_before_the_last_reading_and_too_many_digits_are_refused_too() {
    for world in worlds().await {
        for (read_on, value, reason) in
            [("2026-02-20", 8500, "reading_not_after_last"), ("2026-03-11", 1_000_000, "reading_digits")]
        {
            let case = draft(&world).await;
            let mut given = reading(&world, 30, true);
            given["read_on"] = json!(read_on);
            given["readings"]["F1"] = json!(value);
            step_by(&world, "marta.bellini", case, "reading", given).await.unwrap();
            assert_eq!(seen(&world, case).await.case.outcome, reason);
        }
        // A day to come is a mistake at the form, whoever insists.
        let case = draft(&world).await;
        let mut given = reading(&world, 30, true);
        given["read_on"] = json!("2026-03-12");
        let codes = refused(step_by(&world, "marta.bellini", case, "reading", given).await);
        assert!(codes.contains(&"field_check".to_owned()), "{codes:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dial_that_passed_zero_is_held_and_then_recorded_as_such() {
    for world in worlds().await {
        let device = device(&world).await;
        let ctx = world.app.system("test");
        let near_the_end = move |tx: &mut store::Tx<'_>| {
            let reading = meter::NewReading {
                meter: device,
                register: "F1",
                read_on: day("2026-03-05"),
                value: 999_990,
                kind: ReadingKind::Actual,
                origin: "test",
                rolled_over: false,
                case_id: None,
            };
            Ok::<_, Error>(meter::insert_reading(tx, &ctx, &reading)?)
        };
        world.app.db.write("near-the-end", near_the_end).await.unwrap();
        let case = draft(&world).await;
        let mut given = reading(&world, 10, true);
        given["readings"]["F1"] = json!(25);
        step_by(&world, "marta.bellini", case, "reading", given).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!((text(&view, "verdict"), text(&view, "verdict_reason")), ("held", "reading_roll_over"));
        step_by(&world, "paolo.conti", case, "review", json!({ "decision": "accept" })).await.unwrap();
        let view = show_point(&world.app, &world.app.system("test"), world.point).await.unwrap();
        let (_, readings) = view.meters.first().unwrap();
        let newest = readings.iter().find(|reading| reading.register == "F1").unwrap();
        assert_eq!((newest.value, newest.rolled_over), (25, true));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_technician_reads_on_the_spot_even_below_a_last_value_that_was_wrong() {
    for world in worlds().await {
        history(&world).await;
        let case = give(&world, 900, true).await;
        let visit =
            json!({ "decision": "visit", "visit_on": "2026-03-13", "review_note": "Foto illeggibile" });
        step_by(&world, "paolo.conti", case, "review", visit).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!((view.case.step.as_str(), view.appointments.len()), ("technician", 1));
        world.clock.advance(2 * 86_400);
        let read = |confirmed: bool| {
            json!({
                "read_on": "2026-03-13", "reading_kind": "actual", "readings": values(-12),
                "readings_confirmed": confirmed,
            })
        };
        let codes = refused(step_by(&world, "luca.ferrari", case, "technician", read(false)).await);
        assert_eq!(codes, ["reading_below_last"; 3]);
        step_by(&world, "luca.ferrari", case, "technician", read(true)).await.unwrap();
        assert_eq!(recorded(&world, "2026-03-13").await, Some((8400, ReadingKind::Actual)));
        assert_eq!(seen(&world, case).await.billing.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_recorded_meanwhile_sends_the_held_one_back_to_its_reviewer() {
    for world in worlds().await {
        history(&world).await;
        let held = give(&world, 900, true).await;
        // On the same day our own people read the meter.
        let case = draft(&world).await;
        let mut given = reading(&world, 33, false);
        given["reading_kind"] = json!("actual");
        let answered = step_by(&world, "marta.bellini", case, "reading", given).await.unwrap();
        assert_eq!(answered.problems[0].code, "same_case_open", "the open one is told of");
        step_by(&world, "paolo.conti", held, "review", json!({ "decision": "accept" })).await.unwrap();
        let view = seen(&world, held).await;
        assert_eq!((view.case.step.as_str(), view.billing.len()), ("review", 0));
        assert!(view.incidents.is_empty(), "it is work for a reviewer, not a failure");
        assert_eq!(recorded(&world, "2026-03-11").await, Some((8445, ReadingKind::Actual)));
        let no = json!({ "decision": "refuse", "review_note": "Il tecnico ha letto lo stesso giorno" });
        step_by(&world, "paolo.conti", held, "review", no).await.unwrap();
        assert_eq!(seen(&world, held).await.case.state, CaseState::Inadmissible);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_billing_rejects_is_put_right_and_sent_again_under_the_same_key() {
    for world in worlds().await {
        let case = give(&world, 30, false).await;
        finish_billing(&world, case, false).await;
        let view = seen(&world, case).await;
        assert_eq!((view.case.step.as_str(), text(&view, "billing_outcome")), ("fix_billing", "rejected"));
        let key = view.billing[0].key.clone();
        let note = json!({ "billing_note": "Periodo riaperto" });
        step_by(&world, "paolo.conti", case, "fix_billing", note).await.unwrap();
        let view = seen(&world, case).await;
        let states: Vec<(&str, &str)> =
            view.billing.iter().map(|message| (message.key.as_str(), message.state.as_str())).collect();
        assert_eq!(states, [(key.as_str(), "queued")]);
        finish_billing(&world, case, true).await;
        assert_eq!(seen(&world, case).await.case.state, CaseState::Fulfilled);
        assert_eq!(recorded(&world, "2026-03-11").await, Some((8442, ReadingKind::SelfRead)), "once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_volume_corrector_is_read_beside_its_meter() {
    for world in worlds().await {
        let ctx = world.app.system("test");
        let point = world.point;
        let corrector = move |tx: &mut store::Tx<'_>| {
            let device = Meter {
                id: ctx.id(MeterId::from_bytes),
                serial: "C70042917".to_owned(),
                supply_point_id: point,
                kind: MeterKind::Corrector,
                constant_millionths: 1_000_000,
                laid_on: day("2018-05-02"),
                removed_on: None,
                registers: vec![Register { code: "F1".to_owned(), digits: 8 }],
            };
            Ok::<_, Error>(meter::insert(tx, &device)?)
        };
        world.app.db.write("corrector", corrector).await.unwrap();
        let case = draft(&world).await;
        let mut given = reading(&world, 30, false);
        let of_meter = given["readings"].as_object_mut().unwrap().remove("F1").unwrap();
        given["readings"]["E200317755/F1"] = of_meter;
        let missing = step_by(&world, "marta.bellini", case, "reading", given.clone()).await;
        assert_eq!(refused(missing), ["required"], "the corrector has a dial too");
        given["readings"]["C70042917/F1"] = json!(120);
        step_by(&world, "marta.bellini", case, "reading", given).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!(text(&view, "verdict"), "accepted");
        let body: Json = serde_json::from_str(&view.billing[0].body).unwrap();
        assert_eq!(body["serials"]["C70042917/F1"], json!("C70042917"));
        assert_eq!(body["values"]["C70042917/F1"], json!(120));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_holder_without_an_address_is_written_to_by_post_and_a_person_sees_it() {
    for world in worlds().await {
        let party = world.outgoing;
        let sql = "UPDATE contact_point SET valid_to = '2026-01-01'";
        world.app.db.write("unreachable", move |tx| tx.query_sql("unreachable", sql, &[])).await.unwrap();
        let case = give(&world, -700, true).await;
        let view = seen(&world, case).await;
        assert_eq!(view.case.party_id, Some(party));
        assert_eq!((text(&view, "sent_by"), view.mails.len(), papers(&view, "refusal")), ("post", 0, 1));
        let comments: Vec<&str> = view.comments.iter().map(|comment| comment.body.as_str()).collect();
        assert_eq!(comments, ["Da spedire per posta: Lettura non accettata"]);
        let accepted = give(&world, 30, false).await;
        finish_billing(&world, accepted, true).await;
        let view = seen(&world, accepted).await;
        assert_eq!((view.case.state, view.incidents.len()), (CaseState::Fulfilled, 0));
        assert_eq!(view.comments.len(), 1, "it says that nothing was sent");
    }
}

/// What the page is answered while a value is typed, with ten years of monthly readings. The issue asks for 50 ms.
#[tokio::test(flavor = "multi_thread")]
async fn plausibility_from_ten_years_of_history_is_answered_within_fifty_milliseconds() {
    for world in worlds().await {
        let device = device(&world).await;
        let ctx = world.app.system("test");
        let monthly = move |tx: &mut store::Tx<'_>| {
            for (register, value) in LAST {
                for month in 0..120_i64 {
                    let (year, of_year) = (2016 + month / 12, month % 12 + 1);
                    let reading = meter::NewReading {
                        meter: device,
                        register,
                        read_on: day(&format!("{year}-{of_year:02}-01")),
                        value: value - (120 - month) * 50,
                        kind: ReadingKind::Actual,
                        origin: "test",
                        rolled_over: false,
                        case_id: None,
                    };
                    meter::insert_reading(tx, &ctx, &reading)?;
                }
            }
            Ok::<_, Error>(())
        };
        world.app.db.write("monthly", monthly).await.unwrap();
        let reader = world.ctx("marta.bellini").await;
        let given: BTreeMap<String, i64> =
            LAST.iter().map(|(register, value)| ((*register).to_owned(), value + 30)).collect();
        let mut taken = Vec::new();
        for _ in 0..15 {
            let began = Instant::now();
            let lines = app::voltura::reading_lines(
                &world.app,
                &reader,
                world.point,
                Some(day("2026-03-11")),
                given.clone(),
            );
            let lines = lines.await.unwrap();
            taken.push(began.elapsed().as_micros());
            assert!(
                lines
                    .iter()
                    .all(|line| line.check.as_ref().is_some_and(|(_, check)| check.expected.is_some()))
            );
        }
        taken.sort_unstable();
        let median = taken[taken.len() / 2];
        println!("plausibility of three registers with ten years of history: median {median} µs");
        assert!(median < 50_000, "the median answer took {median} µs");
    }
}
