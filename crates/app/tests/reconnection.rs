//! Reconnection after arrears (R01) from the request to the end: paid at the till, declared, by a plan, refused; on both
//! engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use app::{
    Error,
    cases::HandedIn,
    cash::{Reverse, reverse},
    processes::{Sender, deliver_message},
    registry::show_point,
};
use domain::{
    cases::CaseState,
    debt::SuspensionReason,
    import::{ImportReport, PaymentChannel, PaymentRecord},
    registry::{ContractState, ReadingKind, SupplyPointState},
};
use kernel::{BillId, CaseId, Money, Sector};
use serde_json::{Map, Value as Json, json};
use store::registry::{bill_watch, contract, suspension};
use support::{
    World,
    arrears::{answer_of, at, begin, billing, come_round, cut, filled, pay, sound},
    bills::overdue_bill,
    day,
    voltura::step_by,
    worlds_of,
};

const CLERK: &str = "marta.bellini";

async fn cut_worlds() -> Vec<World> {
    let worlds = worlds_of(Sector::Water).await;
    for world in &worlds {
        cut(world, SuspensionReason::Arrears).await;
    }
    worlds
}

async fn step(world: &World, case: CaseId, element: &str, given: Json) {
    step_by(world, CLERK, case, element, given).await.unwrap_or_else(|error| panic!("{element}: {error:?}"));
}

fn identity(world: &World) -> Json {
    json!({ "supply_point": world.point, "party": world.outgoing, "asked_by": "holder", "received_on": "2026-03-11" })
}

fn access(fee: i64) -> Json {
    json!({ "field_by": "technician", "offered_on": "2026-03-12", "visit_on": "2026-03-12", "visit_band": "morning",
        "meter_access": "outside", "fee_accepted": fee > 0 })
}

fn opened(outcome: &str) -> Json {
    json!({ "visit_on": "2026-03-12", "visit_outcome": outcome, "restored_on": "2026-03-12", "restored_time": "10:20",
        "read_on": "2026-03-12", "reading_kind": "actual", "readings": { "T": 1290 }, "seal_found": "intact", "seal_removed": "A-771" })
}

/// A request up to its confirmation, covered in a way.
async fn asked(world: &World, cover: Json) -> CaseId {
    let case = begin(world, CLERK, "R01").await;
    step(world, case, "identify", identity(world)).await;
    step(world, case, "cover", cover).await;
    step(world, case, "access", access(3_500)).await;
    step(world, case, "confirm", json!({ "signed": true, "privacy": true })).await;
    case
}

async fn technician(world: &World, case: CaseId, given: Json) {
    world.clock.set("2026-03-12T10:30:00+01:00".parse().unwrap());
    step_by(world, "luca.ferrari", case, "technician", given).await.unwrap();
}

async fn contract_state(world: &World) -> ContractState {
    let id = world.contract;
    let read =
        world.app.db.read("contract", move |tx| Ok::<_, Error>(contract::by_id(tx, id)?.unwrap().state));
    read.await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_debt_paid_at_the_till_brings_the_supply_back_and_billing_is_told() {
    for world in cut_worlds().await {
        let (first, second) =
            (overdue_bill(&world, "B1", Money::ZERO).await, overdue_bill(&world, "B2", Money::ZERO).await);
        pay(&world, "k0", world.outgoing, &[(second, 5_550)], None).await.unwrap();
        let case = asked(&world, json!({ "covered_by": "counter" })).await;
        let view = sound(&world, case).await;
        assert_eq!(view.case.step, "await_cover", "it waits for the money");
        assert_eq!(answer_of(&world, case, "debt_cents").await, json!(18_450));
        assert_eq!(answer_of(&world, case, "debt_covered").await, json!("no"));
        assert!(view.case.clock.as_ref().is_none_or(|clock| clock.due.is_none()), "no proof, no term");
        let letter = filled(&world, case, "opendebt").await;
        assert_eq!(letter["bills"][1]["open"], json!(6_450));
        assert_eq!(letter["slips"][0]["amount"], json!(12_000));
        assert!(letter["codes"]["notice-2"]["qr"].is_string(), "{}", letter["codes"]);

        // In two parts: after the first one it waits on.
        pay(&world, "k1", world.outgoing, &[(first, 12_000)], None).await.unwrap();
        assert_eq!(come_round(&world).await, 1);
        assert_eq!(answer_of(&world, case, "debt_cents").await, json!(6_450));
        world.clock.set("2026-03-11T10:40:00+01:00".parse().unwrap());
        pay(&world, "k2", world.outgoing, &[(second, 6_450)], None).await.unwrap();
        world.clock.set("2026-03-11T11:00:00+01:00".parse().unwrap());
        assert_eq!(come_round(&world).await, 1);
        let view = sound(&world, case).await;
        assert_eq!(view.case.step, "technician");
        let proof = view.facts.iter().find(|fact| fact.kind == "payment_evidence_received").unwrap();
        assert_eq!(proof.at, "2026-03-11T10:40:00+01:00".parse().unwrap(), "the receipt, not the look at it");
        assert_eq!(filled(&world, case, "order").await["suspension"]["seal"], json!("A-771"));
        assert_eq!(filled(&world, case, "receipt").await["case"]["promised_on"], json!("2026-03-13"));

        technician(&world, case, opened("done")).await;
        let view = sound(&world, case).await;
        assert_eq!(contract_state(&world).await, ContractState::Active);
        let point = show_point(&world.app, &world.app.system("test"), world.point).await.unwrap();
        assert_eq!(point.point.state, SupplyPointState::Active);
        let readings: Vec<_> = point.meters.iter().flat_map(|(_, readings)| readings).collect();
        assert!(readings.iter().any(|known| known.value == 1290 && known.kind == ReadingKind::Actual));
        let (id, point) = (case, world.point);
        let read = world.app.db.read("cut", move |tx| {
            Ok::<_, Error>((suspension::open(tx, point)?, suspension::found_by(tx, id)?))
        });
        let (open, found) = read.await.unwrap();
        assert_eq!((open, found.unwrap().seal_removed.as_str()), (None, "A-771"));
        assert_eq!(view.case.step, "billing_answer");
        let body = billing(&world, case, "reconnection", true).await;
        assert_eq!(
            (&body["contract"], &body["restored_at"], &body["fee_cents"], &body["values"]["T"]),
            (&json!("A187730"), &json!("2026-03-12T10:20"), &json!(3_500), &json!(1290))
        );
        assert_eq!(sound(&world, case).await.case.state, CaseState::Fulfilled);
        // It hears no more of these bills.
        let read = world.app.db.read("watch", move |tx| Ok::<_, Error>(bill_watch::watchers(tx, &[first])?));
        assert_eq!(read.await.unwrap(), []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_arrives_from_six_in_the_evening_counts_from_the_next_day() {
    for world in cut_worlds().await {
        let mut due = Vec::new();
        for (number, hour) in [("B1", "17:59"), ("B2", "18:00")] {
            world.clock.set("2026-03-11T10:00:00+01:00".parse().unwrap());
            let bill = overdue_bill(&world, number, Money::ZERO).await;
            let case = asked(&world, json!({ "covered_by": "counter" })).await;
            world.clock.set(format!("2026-03-11T{hour}:00+01:00").parse().unwrap());
            pay(&world, number, world.outgoing, &[(bill, 12_000)], None).await.unwrap();
            come_round(&world).await;
            let view = sound(&world, case).await;
            due.push(view.case.clock.unwrap().due.unwrap());
            app::cases::cancel(&world.app, &world.app.system("test"), case, "prova".to_owned())
                .await
                .unwrap();
        }
        assert_eq!(due, [day("2026-03-13"), day("2026-03-14")]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_taken_back_before_the_request_covers_nothing() {
    for world in cut_worlds().await {
        let bill = overdue_bill(&world, "B1", Money::ZERO).await;
        pay(&world, "k0", world.outgoing, &[(bill, 5_550)], None).await.unwrap();
        let receipt = pay(&world, "k1", world.outgoing, &[(bill, 6_450)], None).await.unwrap();
        let case = begin(&world, CLERK, "R01").await;
        step(&world, case, "identify", identity(&world)).await;
        assert_eq!(answer_of(&world, case, "debt_covered").await, json!("yes"));
        step(&world, case, "cover", json!({ "covered_by": "billing" })).await;
        step(&world, case, "access", access(3_500)).await;
        let back = Reverse { receipt, reason: "assegno non coperto".to_owned(), second: None };
        reverse(&world.app, &world.ctx(CLERK).await, back).await.unwrap();
        // What was answered no longer holds: how the debt is covered is asked again.
        step(&world, case, "cover", json!({ "covered_by": "counter" })).await;
        step(&world, case, "access", access(3_500)).await;
        step(&world, case, "confirm", json!({ "signed": true, "privacy": true })).await;
        assert_eq!(answer_of(&world, case, "debt_covered").await, json!("no"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_declared_payment_is_enough_and_the_money_is_waited_for() {
    for world in cut_worlds().await {
        let bill = overdue_bill(&world, "B1", Money::ZERO).await;
        let said = json!({ "covered_by": "proof", "covered_bills": [bill], "proof_kind": "declared", "declared": true,
            "payments": [{ "paid_on": "2026-03-10", "paid_amount": 12_000, "paid_channel": "post" }] });
        let case = asked(&world, said).await;
        assert_eq!(sound(&world, case).await.case.step, "technician");
        assert_eq!(answer_of(&world, case, "debt_paid").await, json!("no"));
        technician(&world, case, opened("done")).await;
        let body = billing(&world, case, "reconnection", true).await;
        assert_eq!(body["covered_by"], json!("proof"));
        let view = sound(&world, case).await;
        assert_eq!(view.case.step, "await_money", "the supply is back, the money is not here");
        assert!(held(&world, bill).await, "nobody presses for it meanwhile");
        pay(&world, "k1", world.outgoing, &[(bill, 12_000)], None).await.unwrap();
        assert_eq!(come_round(&world).await, 1);
        assert_eq!(sound(&world, case).await.case.state, CaseState::Fulfilled);
        assert!(!held(&world, bill).await);
    }
}

async fn held(world: &World, bill: BillId) -> bool {
    app::bills::show_bill(&world.app, &world.app.system("test"), bill).await.unwrap().of.bill.held
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proof_handed_in_later_is_looked_at_once_and_counts_from_when_it_came() {
    for world in cut_worlds().await {
        let bill = overdue_bill(&world, "B1", Money::ZERO).await;
        let case = asked(&world, json!({ "covered_by": "later" })).await;
        let ctx = world.ctx(CLERK).await;
        world.clock.set("2026-03-11T16:00:00+01:00".parse().unwrap());
        let paper = HandedIn {
            kind: "proof".to_owned(),
            title: "ricevuta.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            content: b"%PDF-1.7 ricevuta".to_vec(),
            answers_request: true,
        };
        app::cases::hand_in_document(&world.app, &ctx, case, paper).await.unwrap();
        assert_eq!(sound(&world, case).await.case.step, "record_proof");
        world.clock.set("2026-03-11T19:00:00+01:00".parse().unwrap());
        // Less than what is owed is not enough, and the same paper is not asked for again.
        let said = |cents: i64| {
            json!({ "covered_bills": [bill], "proof_kind": "declared", "declared": true,
                "payments": [{ "paid_on": "2026-03-10", "paid_amount": cents, "paid_channel": "post" }] })
        };
        step(&world, case, "record_proof", said(11_999)).await;
        assert_eq!(sound(&world, case).await.case.step, "await_cover");
        let again: Map<String, Json> = [("document".to_owned(), json!("another"))].into_iter().collect();
        deliver_message(&world.app, &ctx, case, Sender::Operator, "debt_changed", again).await.unwrap();
        step(&world, case, "record_proof", said(12_000)).await;
        assert_eq!(sound(&world, case).await.case.step, "technician");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_blocks_is_recorded_as_refused_and_told_by_letter() {
    for world in worlds_of(Sector::Water).await {
        let case = begin(&world, CLERK, "R01").await;
        step(&world, case, "identify", identity(&world)).await;
        let found =
            app::voltura::request_findings(&world.app, &world.app.system("test"), case).await.unwrap();
        assert_eq!(found[0].code, "point_not_suspended");
        step(&world, case, "cover", json!({ "covered_by": "later" })).await;
        step(&world, case, "access", access(3_500)).await;
        step(&world, case, "confirm", json!({ "refuse_request": true })).await;
        let view = sound(&world, case).await;
        assert_eq!(
            (view.case.state, view.case.outcome.as_str()),
            (CaseState::Inadmissible, "point_not_suspended")
        );
        assert_eq!(view.mails.len(), 1, "the refusal goes by mail");
        assert_eq!(
            filled(&world, case, "refusal").await["case"]["refusal"],
            json!("La fornitura non risulta sospesa.")
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_pays_in_thirty_days_and_the_request_lapses() {
    for world in cut_worlds().await {
        overdue_bill(&world, "B1", Money::ZERO).await;
        let case = asked(&world, json!({ "covered_by": "later" })).await;
        at(&world, "2026-04-09T10:00:00+02:00").await;
        assert_eq!(sound(&world, case).await.case.state, CaseState::Started);
        at(&world, "2026-04-10T12:00:00+02:00").await;
        let view = sound(&world, case).await;
        assert_eq!(
            (view.case.state, view.case.outcome.as_str()),
            (CaseState::Inadmissible, "debt_not_covered")
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_requests_hear_of_one_payment_and_an_ended_one_does_not() {
    for world in cut_worlds().await {
        let bill = overdue_bill(&world, "B1", Money::ZERO).await;
        let one = asked(&world, json!({ "covered_by": "counter" })).await;
        let ctx = world.app.system("test");
        app::cases::cancel(&world.app, &ctx, one, "rinuncia".to_owned()).await.unwrap();
        let two = asked(&world, json!({ "covered_by": "counter" })).await;
        pay(&world, "k1", world.outgoing, &[(bill, 12_000)], None).await.unwrap();
        assert_eq!(come_round(&world).await, 1, "the one that was called off hears nothing");
        assert_eq!(sound(&world, two).await.case.step, "technician");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_that_an_import_brings_is_heard_of_once_and_a_second_run_says_nothing() {
    for world in cut_worlds().await {
        let bills =
            [overdue_bill(&world, "B1", Money::ZERO).await, overdue_bill(&world, "B2", Money::ZERO).await];
        let case = asked(&world, json!({ "covered_by": "later" })).await;
        let records: Vec<PaymentRecord> = ["B1", "B2"]
            .into_iter()
            .map(|number| PaymentRecord {
                number: format!("P-{number}"),
                bill: number.to_owned(),
                date: day("2026-03-10"),
                amount: Money::from_cents(12_000),
                channel: PaymentChannel::Bank,
                counter: None,
            })
            .collect();
        world.clock.set("2026-03-11T15:00:00+01:00".parse().unwrap());
        for heard in [1, 0] {
            let (app, records) = (world.app.clone(), records.clone());
            let import = move || {
                let ctx = app.system("import");
                let mut importer = app::import::begin(&app, &ctx, "prova", "cartella", false).unwrap();
                importer.file("payments");
                importer.payments(records).unwrap();
                importer.finish(&ImportReport::default()).unwrap();
            };
            tokio::task::spawn_blocking(import).await.unwrap();
            assert_eq!(come_round(&world).await, heard);
        }
        let view = sound(&world, case).await;
        let proof = view.facts.iter().find(|fact| fact.kind == "payment_evidence_received").unwrap();
        assert_eq!(proof.at, "2026-03-11T15:00:00+01:00".parse().unwrap(), "when the import brought it");
        assert_eq!(answer_of(&world, case, "debt_paid").await, json!("yes"));
        for bill in bills {
            let shown = app::bills::show_bill(&world.app, &world.app.system("test"), bill).await.unwrap();
            assert_eq!(shown.of.bill.open(), Money::ZERO);
        }
    }
}
