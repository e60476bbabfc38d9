//! Disputed bills are out of arrears while their case is open, here and in billing; corrections asked of billing; on both
//! engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

#[path = "support/packs.rs"]
mod packs;
mod support;

use app::{
    Error,
    billing::{Answer, take_answer},
    bills::{BillFilter, BillState, list_bills, show_bill},
    cases::{CaseView, Given, OpenCase, Prefill, answer, cancel, complete_task, open},
};
use domain::cases::{CaseState, Origin};
use kernel::{CaseId, Money};
use packs::{ADMIT, FULFIL, START, pack, publish, seen, straight};
use procedures::Files;
use serde_json::{Value as Json, json};
use store::{outbox::billing::Message, registry::bill, work::job};
use support::{World, answers, bills::overdue_bill, worlds};

const HOLD: &str = "serviceTask sportello:operation=\"bills.hold\" \
                    sportello:arguments='{bills: disputed_bills, reason: \"complaint\"}'";
const RELEASE: &str = "serviceTask sportello:operation=\"bills.release\"";
const TASK: &str = "userTask";

/// A pack whose first task asks which bills are disputed, and what is to be credited.
fn disputing(code: &str, elements: &[&str]) -> Files {
    let mut all = vec!["userTask sportello:form=\"ask\""];
    all.extend(elements);
    let manifest = format!("draft_until = \"{code}_0\"\n");
    let mut files = pack(code, &manifest, &straight(code, &all));
    let form = "[[field]]\nname = \"disputed_bills\"\nkind = \"bills\"\n\n[[field]]\nname = \"correction_amount\"\nkind = \"money\"\n\n\
                [[field]]\nname = \"correction_reason\"\nkind = \"text\"\n";
    files.insert("forms/ask.toml".to_owned(), form.to_owned());
    files
}

/// A request of the holder about some bills.
async fn dispute(world: &World, code: &str, typed: Json) -> Result<CaseId, Error> {
    let ctx = world.ctx("marta.bellini").await;
    let prefill =
        Prefill { supply_point: Some(world.point), party: Some(world.outgoing), ..Prefill::default() };
    let new = OpenCase { procedure: code.to_owned(), origin: Origin::Counter, prefill };
    let case = open(&world.app, &ctx, new).await?.id;
    let given = Given { element: format!("{code}_0"), typed: answers(typed), ..Given::default() };
    answer(&world.app, &ctx, case, given).await.map(|_| case)
}

async fn complete(world: &World, case: CaseId) {
    let view = seen(world, case).await;
    let open = view.tasks.iter().find(|task| task.state == "open").expect("a task is open").id;
    complete_task(&world.app, &world.app.system("test"), open, Given::default()).await.unwrap();
}

/// What is overdue on the contract, what is kept out of it, and the numbers of the list of overdue bills.
async fn arrears(world: &World) -> (i64, i64, Vec<String>) {
    let (contract, today) = (world.contract, world.app.system("test").today());
    let balance = world.app.db.read("balance", move |tx| Ok::<_, Error>(bill::balance(tx, contract, today)?));
    let balance = balance.await.unwrap();
    assert_eq!(balance.open.cents(), 20_000, "what is disputed is still open");
    let filter = BillFilter { state: BillState::Overdue, ..BillFilter::default() };
    let all = list_bills(&world.app, &world.app.system("test"), filter.clone()).await.unwrap();
    let own = BillFilter { party: Some(world.outgoing), ..filter };
    let own = list_bills(&world.app, &world.app.system("test"), own).await.unwrap();
    let numbers = |page: app::bills::BillPage| {
        let mut list: Vec<String> = page.bills.into_iter().map(|of| of.bill.number).collect();
        list.sort();
        list
    };
    let numbers = (numbers(all), numbers(own));
    assert_eq!(numbers.0, numbers.1, "the list of all and that of the customer say the same");
    (balance.overdue.cents(), balance.held.cents(), numbers.0)
}

fn told<'v>(view: &'v CaseView, kind: &str) -> Vec<&'v Message> {
    view.billing.iter().filter(|message| message.kind == kind).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disputed_bill_is_out_of_arrears_until_its_case_lets_it_go() {
    for world in worlds().await {
        publish(&world, &disputing("TSB", &[START, ADMIT, HOLD, TASK, RELEASE, RELEASE, FULFIL])).await;
        let (first, _second) = (
            overdue_bill(&world, "B1", Money::from_cents(2_000)).await,
            overdue_bill(&world, "B2", Money::from_cents(2_000)).await,
        );
        assert_eq!(arrears(&world).await, (20_000, 0, vec!["B1".to_owned(), "B2".to_owned()]));
        let case = dispute(&world, "TSB", json!({ "disputed_bills": [first] })).await.unwrap();
        assert_eq!(arrears(&world).await, (10_000, 10_000, vec!["B2".to_owned()]));
        let view = seen(&world, case).await;
        let hold = told(&view, "dunning_hold");
        assert_eq!((hold.len(), hold[0].aggregate.as_str()), (1, "B1"));
        let body: Json = serde_json::from_str(&hold[0].body).unwrap();
        assert_eq!((&body["contract"], &body["reason"]), (&json!("A187730"), &json!("complaint")));
        let shown = show_bill(&world.app, &world.app.system("test"), first).await.unwrap();
        assert_eq!((shown.of.bill.held, shown.held_by), (true, vec![view.case.number.clone()]));

        complete(&world, case).await;
        assert_eq!(arrears(&world).await.0, 20_000);
        let view = seen(&world, case).await;
        assert_eq!(told(&view, "dunning_release").len(), 1, "let go twice, told once");
        assert_eq!(view.case.state, CaseState::Fulfilled);
        let acts: Vec<&str> = view.audit.iter().map(|entry| entry.operation.as_str()).collect();
        assert!(acts.contains(&"hold_bills") && acts.contains(&"release_bills"), "{acts:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bill_that_two_cases_dispute_is_out_of_arrears_until_the_last_lets_it_go() {
    for world in worlds().await {
        publish(&world, &disputing("TSB", &[START, HOLD, TASK, RELEASE, FULFIL])).await;
        let (bill, _) = (
            overdue_bill(&world, "B1", Money::from_cents(2_000)).await,
            overdue_bill(&world, "B2", Money::from_cents(2_000)).await,
        );
        let one = dispute(&world, "TSB", json!({ "disputed_bills": [bill] })).await.unwrap();
        let two = dispute(&world, "TSB", json!({ "disputed_bills": [bill] })).await.unwrap();
        assert_eq!(told(&seen(&world, two).await, "dunning_hold").len(), 0, "billing knows already");
        complete(&world, one).await;
        assert_eq!(arrears(&world).await.0, 10_000);
        assert_eq!(told(&seen(&world, one).await, "dunning_release").len(), 0);
        // A case that is called off by hand lets go too: its process does not come to bills.release.
        cancel(&world.app, &world.app.system("test"), two, "rinuncia".to_owned()).await.unwrap();
        assert_eq!(arrears(&world).await.0, 20_000);
        assert_eq!(told(&seen(&world, two).await, "dunning_release").len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reclassifying_a_case_leaves_its_bills_out_of_arrears() {
    for world in worlds().await {
        let again =
            "serviceTask sportello:operation=\"case.reclassify\" sportello:arguments='{procedure: \"TSC\"}'";
        let leave = "serviceTask sportello:operation=\"case.cancel\" sportello:arguments='{reason: \"reclassified\"}'";
        publish(&world, &disputing("TSB", &[START, HOLD, TASK, again, leave])).await;
        publish(&world, &disputing("TSC", &[START, TASK, FULFIL])).await;
        let (bill, _) = (
            overdue_bill(&world, "B1", Money::from_cents(2_000)).await,
            overdue_bill(&world, "B2", Money::from_cents(2_000)).await,
        );
        let case = dispute(&world, "TSB", json!({ "disputed_bills": [bill] })).await.unwrap();
        complete(&world, case).await;
        let former = seen(&world, case).await;
        assert_eq!(former.case.state, CaseState::Cancelled, "{:?}", former.incidents);
        assert_eq!(arrears(&world).await.0, 10_000);
        let next = seen(&world, former.linked[0].id).await;
        let held_by = show_bill(&world.app, &world.app.system("test"), bill).await.unwrap().held_by;
        assert_eq!(held_by, std::slice::from_ref(&next.case.number));
        assert_eq!(told(&former, "dunning_release").len(), 0, "for billing nothing changed");
        complete(&world, next.case.id).await;
        assert_eq!(arrears(&world).await.0, 20_000, "it ends: what it kept is let go");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_bills_of_the_customer_or_the_contract_are_kept_out_of_arrears() {
    for world in worlds().await {
        let named = |id: &str| {
            format!(
                "serviceTask sportello:operation=\"bills.hold\" \
                 sportello:arguments='{{bills: [\"{id}\"], reason: \"complaint\"}}'"
            )
        };
        let bill = overdue_bill(&world, "B1", Money::from_cents(2_000)).await;
        // Somebody else asks, about no contract of theirs.
        for (code, hold, refusal) in [
            ("TSD", named(&bill.to_string()), "bill_of_another"),
            ("TSE", named("01890000-0000-7000-8000-000000000000"), "bill_missing"),
            ("TSF", HOLD.to_owned(), "argument_missing"),
        ] {
            publish(&world, &disputing(code, &[START, &hold, TASK])).await;
            let ctx = world.ctx("marta.bellini").await;
            let prefill = Prefill { party: Some(world.incoming), ..Prefill::default() };
            let new = OpenCase { procedure: code.to_owned(), origin: Origin::Counter, prefill };
            let case = open(&world.app, &ctx, new).await.unwrap().id;
            let given = Given { element: format!("{code}_0"), ..Given::default() };
            answer(&world.app, &ctx, case, given).await.unwrap();
            let view = seen(&world, case).await;
            assert_eq!(view.incidents.len(), 1, "{code}");
            assert!(view.incidents[0].message.contains(refusal), "{:?}", view.incidents);
        }
        let shown = show_bill(&world.app, &world.app.system("test"), bill).await.unwrap();
        assert!(!shown.of.bill.held);
    }
}

async fn answered(world: &World, key: &str, applied: bool) {
    let code = if applied { "I000" } else { "E140" };
    let answer =
        Answer { key: key.to_owned(), applied, code: code.to_owned(), text: "periodo chiuso".to_owned() };
    assert!(take_answer(&world.app, &world.app.system("billing"), answer).await.unwrap());
}

/// Asks for a correction, waits for the answer, and lets a person ask again or end it.
fn correcting() -> Files {
    let message = "<message id=\"m\" name=\"billing_answer\"/>";
    let process = "<process id=\"TSB\" isExecutable=\"true\"><startEvent id=\"start\"/>\
        <userTask id=\"TSB_0\" sportello:form=\"ask\"/><serviceTask id=\"begin\" sportello:operation=\"case.start\"/>\
        <serviceTask id=\"hold\" sportello:operation=\"bills.hold\" sportello:arguments='{bills: disputed_bills, reason: \"correction\"}'/>\
        <serviceTask id=\"submit\" sportello:operation=\"billing.submit\" sportello:arguments='{kind: \"correction\"}'/>\
        <receiveTask id=\"wait\" messageRef=\"m\"/><userTask id=\"look\" sportello:form=\"look\"/><exclusiveGateway id=\"good\" default=\"f_again\"/>\
        <serviceTask id=\"fulfil\" sportello:operation=\"case.fulfil\"/><endEvent id=\"end\"/>\
        <sequenceFlow id=\"f1\" sourceRef=\"start\" targetRef=\"TSB_0\"/><sequenceFlow id=\"f2\" sourceRef=\"TSB_0\" targetRef=\"begin\"/>\
        <sequenceFlow id=\"f3\" sourceRef=\"begin\" targetRef=\"hold\"/><sequenceFlow id=\"f4\" sourceRef=\"hold\" targetRef=\"submit\"/>\
        <sequenceFlow id=\"f5\" sourceRef=\"submit\" targetRef=\"wait\"/><sequenceFlow id=\"f6\" sourceRef=\"wait\" targetRef=\"look\"/>\
        <sequenceFlow id=\"f7\" sourceRef=\"look\" targetRef=\"good\"/><sequenceFlow id=\"f_again\" sourceRef=\"good\" targetRef=\"submit\"/>\
        <sequenceFlow id=\"f8\" sourceRef=\"good\" targetRef=\"fulfil\"><conditionExpression>done = true</conditionExpression></sequenceFlow>\
        <sequenceFlow id=\"f9\" sourceRef=\"fulfil\" targetRef=\"end\"/></process>";
    let mut files = disputing("TSB", &[]);
    let diagram = pack("TSB", "", &format!("{message}{process}")).remove("process.bpmn").unwrap();
    files.insert("process.bpmn".to_owned(), diagram);
    let look = "[[field]]\nname = \"billing_note\"\nkind = \"text\"\n\n[[field]]\nname = \"done\"\nkind = \"flag\"\n";
    files.insert("forms/look.toml".to_owned(), look.to_owned());
    files
}

async fn look(world: &World, case: CaseId, typed: Json) {
    let view = seen(world, case).await;
    let open = view.tasks.iter().find(|task| task.state == "open").expect("somebody looks").id;
    let given = Given { typed: answers(typed), ..Given::default() };
    complete_task(&world.app, &world.app.system("test"), open, given).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_goes_again_after_a_rejection_and_anew_after_one_that_did_not_match() {
    for world in worlds().await {
        publish(&world, &correcting()).await;
        let (one, two) = (
            overdue_bill(&world, "B1", Money::from_cents(2_000)).await,
            overdue_bill(&world, "B2", Money::from_cents(2_000)).await,
        );
        let typed =
            json!({ "disputed_bills": [one, two], "correction_amount": 8100, "correction_reason": "stima" });
        let case = dispute(&world, "TSB", typed).await.unwrap();
        let view = seen(&world, case).await;
        let sent = told(&view, "correction");
        assert_eq!((sent.len(), sent[0].aggregate.as_str()), (1, "A187730"), "{:?}", view.incidents);
        let body: Json = serde_json::from_str(&sent[0].body).unwrap();
        assert_eq!((&body["bills"], &body["amount_cents"]), (&json!(["B1", "B2"]), &json!(8100)));
        let key = sent[0].key.clone();
        assert!(key.ends_with(&format!(":correction:{}", view.case.number)), "{key}");

        // What billing says of reminders is not the answer the process waits for.
        let holds: Vec<String> =
            told(&view, "dunning_hold").iter().map(|message| message.key.clone()).collect();
        answered(&world, &holds[0], true).await;
        answered(&world, &holds[1], false).await;
        assert_eq!(seen(&world, case).await.case.step, "wait");
        let now = world.app.system("test").now();
        let work = world.app.db.write("claim", move |tx| {
            Ok::<_, Error>(job::claim(tx, now, now.plus_seconds(60), "test", 100)?)
        });
        let told_people =
            work.await.unwrap().into_iter().filter(|work| work.kind == "billing_rejected").count();
        assert_eq!(told_people, 1, "a person hears that reminders could not be stopped");

        answered(&world, &key, false).await;
        let view = seen(&world, case).await;
        assert_eq!(view.case.data.get("billing_outcome"), Some(&json!("rejected")));
        look(&world, case, json!({ "billing_note": "periodo riaperto", "done": false })).await;
        let view = seen(&world, case).await;
        let sent = told(&view, "correction");
        assert_eq!((sent.len(), sent[0].key.as_str(), sent[0].state.as_str()), (1, key.as_str(), "queued"));
        assert!(sent[0].body.contains("periodo riaperto"), "{}", sent[0].body);

        answered(&world, &key, true).await;
        assert_eq!(seen(&world, case).await.case.data.get("billing_outcome"), Some(&json!("applied")));
        look(&world, case, json!({ "billing_note": "mancava l’IVA", "done": false })).await;
        let view = seen(&world, case).await;
        let sent = told(&view, "correction");
        assert_eq!((sent.len(), sent[1].key.clone()), (2, format!("{key}:2")));
        answered(&world, &format!("{key}:2"), true).await;
        look(&world, case, json!({ "done": true })).await;
        assert_eq!(seen(&world, case).await.case.state, CaseState::Fulfilled);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_without_an_amount_waits_for_a_person() {
    for world in worlds().await {
        publish(&world, &correcting()).await;
        let bill = overdue_bill(&world, "B1", Money::from_cents(2_000)).await;
        let case = dispute(&world, "TSB", json!({ "disputed_bills": [bill] })).await.unwrap();
        let view = seen(&world, case).await;
        assert!(view.incidents[0].message.contains("answer_missing"), "{:?}", view.incidents);
        assert_eq!(told(&view, "correction").len(), 0);
    }
}
