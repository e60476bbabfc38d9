//! The whole way of works: a quote asked for at the counter, a site survey, the price list, acceptance and payment, then the
//! works with permits and a changed meter, the report and billing; on both engines.

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
    billing::{Answer, take_answer},
    cases::{CaseView, Given, HandedIn, OpenCase, Prefill, answer, hand_in_document, open},
    prices::load,
};
use domain::{
    cases::{CaseState, Origin},
    prices::Item,
};
use kernel::{CaseId, Money, Sector};
use packs::seen;
use serde_json::{Value as Json, json};
use standards::State;
use support::{World, answers, day, worlds_of};

fn item(code: &str, cents: i64) -> Item {
    Item {
        code: code.to_owned(),
        sector: Sector::Water,
        label_it: "Spostamento".to_owned(),
        label_en: "Moving".to_owned(),
        unit: String::new(),
        price: Some(Money::from_cents(cents)),
        vat_percent: 10,
        valid_from: day("2026-01-01"),
        valid_to: None,
    }
}

/// Worlds with a supply of water and a price list.
async fn with_prices() -> Vec<World> {
    let worlds = worlds_of(Sector::Water).await;
    for world in &worlds {
        let items = vec![item("MC-05", 18_500), item("SC-01", 4_200)];
        load(&world.app, &world.app.system("test"), items, false).await.unwrap();
    }
    worlds
}

/// Answers the step the case waits at, as somebody who may do every step.
async fn step(world: &World, case: CaseId, element: &str, typed: Json) -> CaseView {
    let view = try_step(world, case, element, typed).await.unwrap();
    assert!(view.incidents.is_empty(), "after {element}: {:?}", view.incidents);
    view
}

async fn try_step(world: &World, case: CaseId, element: &str, typed: Json) -> Result<CaseView, Error> {
    assert_eq!(seen(world, case).await.case.step, element);
    let given = Given { element: element.to_owned(), typed: answers(typed), ..Given::default() };
    answer(&world.app, &world.app.system("test"), case, given).await?;
    Ok(seen(world, case).await)
}

async fn paper(world: &World, case: CaseId, title: &str) -> Json {
    let paper = HandedIn {
        kind: "other".to_owned(),
        title: title.to_owned(),
        media_type: "application/pdf".to_owned(),
        content: format!("%PDF-1.7 {title}").into_bytes(),
        answers_request: false,
    };
    json!(hand_in_document(&world.app, &world.app.system("test"), case, paper).await.unwrap())
}

fn advance(world: &World, days: i64) {
    world.clock.advance(days * 86_400);
}

fn today(world: &World) -> String {
    world.app.system("test").today().to_string()
}

/// A quote asked for at the counter, its request made.
async fn asked(world: &World) -> CaseId {
    let prefill =
        Prefill { supply_point: Some(world.point), party: Some(world.outgoing), ..Prefill::default() };
    let new = OpenCase { procedure: "PM1".to_owned(), origin: Origin::Counter, prefill };
    let case = open(&world.app, &world.ctx("marta.bellini").await, new).await.unwrap().id;
    let supply = json!({
        "supply_point": world.point, "party": world.outgoing, "contact_name": "Aldo Casarini", "contact_phone": "059 555 0102",
        "reply_channel": "email",
    });
    step(world, case, "supply", supply).await;
    let request = json!({
        "alterations": [{ "alteration": "move_meter", "as_is": "in cantina", "wanted": "sul muro di cinta" }], "visit_when": "morning",
    });
    let view = step(world, case, "request", request).await;
    assert_eq!((view.case.state, view.case.step.as_str()), (CaseState::Started, "evaluate"));
    case
}

fn evaluated(visit: bool) -> Json {
    json!({
        "papers_missing": false, "feasible": true, "visit_needed": visit, "complexity": "simple", "reply_channel": "email",
    })
}

fn estimated(deposit: i64) -> Json {
    json!({
        "works_text": "Spostamento del contatore sul muro di cinta", "complexity": "simple", "works_days": 10,
        "lines": [{ "code": "MC-05", "quantity": 1 }, { "code": "SC-01", "quantity": 3.5 }], "permits_needed": false,
        "customer_works_needed": false, "deposit_percent": deposit, "valid_until": "2026-07-31",
    })
}

fn standard(view: &CaseView) -> Vec<(&str, State)> {
    let own = view.clocks.iter().filter(|clock| clock.visit.is_none());
    own.map(|clock| (clock.standard.id.as_str(), clock.evaluation.state)).collect()
}

/// A quote that was sent and accepted on paper; answers the case as it stands then.
async fn accepted(world: &World, case: CaseId, deposit: i64) -> CaseView {
    let view = step(world, case, "estimate", estimated(deposit)).await;
    assert_eq!(view.case.step, "customer_answer");
    advance(world, 2);
    let acceptance = paper(world, case, "accettazione").await;
    let typed = json!({
        "accepted": "accepted", "accepted_how": "paper", "answered_on": today(world), "acceptance": acceptance,
    });
    step(world, case, "customer_answer", typed).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_goes_from_the_counter_to_the_report_of_its_works() {
    for world in with_prices().await {
        let case = asked(&world).await;
        assert_eq!(
            standard(&seen(&world, case).await),
            [("W-S13", State::Running)],
            "no visit is asked for yet"
        );
        let view = step(&world, case, "evaluate", evaluated(true)).await;
        assert_eq!(standard(&view), [("W-S14", State::Running)], "with a visit there are twenty days");

        let visit = json!({
            "asked_on": "2026-03-11", "offered_on": "2026-03-16", "offered_band": "08-11", "agreed_on": "2026-03-16",
            "agreed_band": "08-11", "moved_by": "nobody",
        });
        let view = step(&world, case, "offer_visit", visit).await;
        assert_eq!(view.appointments.len(), 1);
        assert!(view.documents.iter().any(|paper| paper.kind == "visit_sheet"));
        advance(&world, 5);
        let seen_there = json!({ "visit_on": "2026-03-16", "arrived_at": "08:40", "visit_outcome": "done" });
        let view = step(&world, case, "visit", seen_there).await;
        assert!(
            view.clocks
                .iter()
                .any(|clock| clock.standard.id == "W-S16" && clock.evaluation.state == State::Kept)
        );

        let view = accepted(&world, case, 100).await;
        let data = &view.case.data;
        assert_eq!(
            (&data["net"], &data["vat"], &data["total"]),
            (&json!(33_200), &json!(3_320), &json!(36_520))
        );
        assert_eq!(standard(&view), [("W-S14", State::Kept)], "the quote was sent in time");
        assert_eq!(view.case.step, "payment");
        advance(&world, 1);
        let proof = paper(&world, case, "bonifico").await;
        let paid = json!({
            "paid_amount": 36_520, "paid_on": today(&world), "paid_how": "transfer", "payment_proof": proof,
        });
        let view = step(&world, case, "payment", paid).await;
        assert_eq!(view.case.state, CaseState::Fulfilled);
        works(&world, view.linked[0].id).await;
    }
}

/// The works that follow, to their end.
async fn works(world: &World, case: CaseId) {
    let view = seen(world, case).await;
    assert_eq!((view.case.procedure.as_str(), view.case.step.as_str()), ("E01", "prepare"));
    assert_eq!(view.case.data["accepted_on"], json!("2026-03-18"));
    assert_eq!(view.case.data["lines"][0]["code"], json!("MC-05"), "the lines of the quote went along");
    assert!(
        view.documents.iter().any(|paper| paper.title == "accettazione"),
        "the acceptance is a paper of the works too"
    );
    let prepared = json!({
        "works_text": "Spostamento del contatore", "complexity": "simple", "accepted_on": "2026-03-18", "reply_channel": "email",
        "total": 36_520, "paid_amount": 36_520, "paid_before": true, "paid_on": "2026-03-19", "permits_needed": true,
        "customer_works_needed": false,
    });
    let view = step(world, case, "prepare", prepared).await;
    // Ten working days from the eighteenth, and the day until the payment.
    assert_eq!(view.case.clock.as_ref().unwrap().due, Some(day("2026-04-02")));
    let request = paper(world, case, "richiesta permesso").await;
    let permits = json!({
        "permits": [{ "permit": "Scavo su strada", "permit_by": "utility" }], "permits_asked_on": today(world),
        "permits_request": request,
    });
    let view = step(world, case, "ask_permits", permits).await;
    assert!(view.case.suspended.is_some());
    advance(world, 4);
    let granted = paper(world, case, "permesso").await;
    let typed = json!({ "permits_answer": "granted", "permits_answered_on": today(world), "permits_document": granted });
    let view = step(world, case, "await_permits", typed).await;
    // From Thursday the nineteenth to Monday the twenty-third: two more.
    assert_eq!((view.case.suspended, view.case.clock.as_ref().unwrap().due), (None, Some(day("2026-04-07"))));

    let plan = json!({
        "crew": "Squadra 1", "hours": 4, "customer_present": false, "asked_on": today(world), "offered_on": "2026-03-26",
        "offered_band": "day", "agreed_on": "2026-03-26", "agreed_band": "day", "moved_by": "nobody",
    });
    let view = step(world, case, "plan", plan).await;
    assert!(view.documents.iter().any(|paper| paper.kind == "work_order"));
    advance(world, 3);
    let done = json!({
        "works_on": today(world), "arrived_at": "08:10", "visit_outcome": "done", "meter_work": "changed",
        "materials": [{ "material": "Tubo PE 32", "quantity": 3.5, "unit": "m" }],
    });
    let view = step(world, case, "works", done).await;
    assert_eq!(view.case.step, "meter");
    let photo = paper(world, case, "contatore").await;
    let meter = json!({
        "removed_serial": "E200317755", "readings": { "T": 1_300 }, "laid_serial": "W-77", "laid_kind": "meter", "laid_constant": 1,
        "laid_registers": [{ "register": "T", "digits": 5, "value": 0 }], "meter_photo": photo,
    });
    step(world, case, "meter", meter).await;
    let test = json!({
        "tests": [{ "test": "tightness", "measured": "0 l/h", "good": true }], "tested_by": "Luca Ferrari", "meter_class": "DN20",
        "activation_due": false,
    });
    let view = step(world, case, "test", test).await;
    assert!(view.documents.iter().any(|paper| paper.kind == "report"));
    assert_eq!(standard(&view), [("W-S15", State::Kept)]);
    let told = view.billing.iter().find(|message| message.kind == "works").expect("billing is told");
    let answer =
        Answer { key: told.key.clone(), applied: true, code: "I000".to_owned(), text: String::new() };
    assert!(take_answer(&world.app, &world.app.system("billing"), answer).await.unwrap());
    let view = seen(world, case).await;
    assert_eq!((view.case.state, view.incidents.len()), (CaseState::Fulfilled, 0), "{:?}", view.incidents);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_with_nothing_to_pay_opens_its_works_at_once_and_one_that_is_refused_ends() {
    for world in with_prices().await {
        let case = asked(&world).await;
        step(&world, case, "evaluate", evaluated(false)).await;
        let view = accepted(&world, case, 0).await;
        assert_eq!((view.case.state, view.linked.len()), (CaseState::Fulfilled, 1));
        let works = seen(&world, view.linked[0].id).await;
        assert_eq!(
            works.case.clock.as_ref().unwrap().due,
            Some(day("2026-03-27")),
            "from the day it was accepted"
        );

        let case = asked(&world).await;
        step(&world, case, "evaluate", evaluated(false)).await;
        step(&world, case, "estimate", estimated(100)).await;
        let typed = json!({
            "accepted": "refused", "refusal_why": "price", "accepted_how": "email", "answered_on": today(&world),
        });
        let view = step(&world, case, "customer_answer", typed).await;
        assert_eq!((view.case.state, view.linked.len()), (CaseState::Fulfilled, 0));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_without_a_price_list_says_so_at_its_lines() {
    for world in worlds_of(Sector::Water).await {
        let case = asked(&world).await;
        step(&world, case, "evaluate", evaluated(false)).await;
        let mut typed = answers(estimated(100));
        typed.insert("lines".to_owned(), json!([{ "code": "A", "quantity": 1, "price_cents": 100 }]));
        let Error::Invalid(problems) =
            try_step(&world, case, "estimate", Json::Object(typed)).await.unwrap_err()
        else {
            panic!("no field was named")
        };
        assert!(
            problems.iter().any(|problem| problem.field == "lines" && problem.code == "field_check"),
            "{problems:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_goes_the_way_the_customer_chose() {
    for world in with_prices().await {
        let case = asked(&world).await;
        let typed = json!({
            "papers_missing": false, "feasible": false, "visit_needed": false, "works_note": "Rete satura", "reply_channel": "email",
        });
        let mails = seen(&world, case).await.mails.len();
        let view = step(&world, case, "evaluate", typed).await;
        assert_eq!(view.case.state, CaseState::Inadmissible);
        assert_eq!(view.mails.len(), mails + 1, "the letter is sent");
    }
}
