//! The process dies at every statement, before and after every commit, on the ways of a change of holder that are not the
//! straight one: a first day to come, a contact that changed meanwhile, papers the customer brings later or never,
//! readings that differ, a command the billing system refuses. On both engines nothing is half-done, nothing is lost,
//! nothing is done twice when the caller asks again.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

#[path = "support/dying.rs"]
mod dying;
mod support;

use app::{
    Error,
    cases::{Given, HandedIn, answer, hand_in_document, show},
};
use domain::{
    cases::{CaseState, SuspensionCause},
    registry::Party,
};
use dying::{Traces, billing_answers, die_everywhere};
use kernel::{CaseId, InstanceId};
use serde_json::{Value as Json, json};
use store::{cases::process, registry::party};
use support::{
    World, answers,
    voltura::{confirmation, draft, known_party, walk, with},
    worlds,
};

const DAY: i64 = 86_400;

/// A draft with these answers, confirmed while the process dies everywhere.
async fn confirm(world: &World, steps: &[(&'static str, Json)]) -> (CaseId, Traces) {
    let case = draft(world).await;
    walk(world, case, steps).await;
    let (element, given) = confirmation();
    let after = task(world, "marta.bellini", case, element, given).await;
    (case, after)
}

/// A task answered while the process dies everywhere.
async fn task(world: &World, who: &str, case: CaseId, element: &str, given: Json) -> Traces {
    let ctx = world.ctx(who).await;
    let given = || Given { element: element.to_owned(), typed: answers(given.clone()), ..Given::default() };
    let (deaths, after) =
        die_everywhere(world, case, async || answer(&world.app, &ctx, case, given()).await).await;
    assert!(deaths > 10, "only {deaths} points in the task {element}");
    after
}

/// The timers the processes of a case wait for, in their order.
async fn timers(world: &World, case: CaseId) -> Vec<(InstanceId, u32)> {
    let held = world.app.db.read("timers", move |tx| {
        let mut held = Vec::new();
        for instance in process::of_case(tx, case)? {
            let state: engine::State = serde_json::from_slice(&instance.data).unwrap();
            let timers =
                state.subscriptions.iter().filter(|one| matches!(one.wake, engine::Wake::Timer { .. }));
            held.extend(timers.map(|one| (instance.id, one.id)));
        }
        Ok::<_, Error>(held)
    });
    held.await.unwrap()
}

/// The timer the case waits with is due, dying everywhere on its way.
async fn die_at_the_timer(world: &World, case: CaseId) -> (i64, Traces) {
    let due = timers(world, case).await;
    die_everywhere(world, case, async || {
        let system = world.app.system("timer");
        for (instance, subscription) in &due {
            app::processes::fire_timer(&world.app, &system, *instance, *subscription).await?;
        }
        Ok::<_, Error>(())
    })
    .await
}

/// Nothing of the case is left behind as a fault.
async fn no_incident(world: &World, case: CaseId) {
    let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
    assert!(view.incidents.is_empty(), "{:?}", view.incidents);
}

async fn rename(world: &World) {
    let (ctx, id) = (world.app.system("test"), world.incoming);
    let changed = world.app.db.write("rename", move |tx| {
        let before = party::by_id(tx, id)?.unwrap();
        let mut after = Party { vat_number: Some("01234560157".to_owned()), ..before.clone() };
        assert!(party::update(tx, &ctx, &before, &mut after)?);
        Ok::<_, Error>(())
    });
    changed.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_timer_of_a_later_first_day_makes_the_contract_once_or_not_at_all() {
    for world in worlds().await {
        let later = with(&world, "conditions", &json!({ "starts_on": "2026-03-18" }));
        let (case, after) = confirm(&world, &later).await;
        assert_eq!((after.step.as_str(), after.contracts), ("await_start", 1));
        let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
        assert_eq!(view.case.suspended, Some(SuspensionCause::Date));

        world.clock.advance(7 * DAY);
        let (deaths, after) = die_at_the_timer(&world, case).await;
        assert!(deaths > 40, "only {deaths} points: the contact is looked at and the contract made there");
        assert_eq!((after.step.as_str(), after.contracts), ("billing_answer", 2));

        let (_, after) = billing_answers(&world, case).await;
        assert_eq!((after.state, after.contracts), (CaseState::Fulfilled, 2), "{after:?}");
        no_incident(&world, case).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_that_changed_before_the_first_day_is_put_right_once() {
    for world in worlds().await {
        let later = with(&world, "conditions", &json!({ "starts_on": "2026-03-18" }));
        let (case, _) = confirm(&world, &later).await;
        rename(&world).await;
        world.clock.advance(7 * DAY);
        let (_, after) = die_at_the_timer(&world, case).await;
        assert_eq!((after.step.as_str(), after.contracts), ("fix_contact", 1));
        let right = json!({ "party": world.incoming, "fix_note": "partita IVA aggiunta" });
        let after = task(&world, "marta.bellini", case, "fix_contact", right).await;
        assert_eq!((after.step.as_str(), after.contracts), ("billing_answer", 2));
        let (_, after) = billing_answers(&world, case).await;
        assert_eq!((after.state, after.contracts), (CaseState::Fulfilled, 2), "{after:?}");
        no_incident(&world, case).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_that_come_later_are_kept_once_and_the_request_is_looked_at_again_once() {
    for world in worlds().await {
        let (case, after) =
            confirm(&world, &with(&world, "conditions", &json!({ "title_proof": false }))).await;
        assert_eq!((after.step.as_str(), after.contracts), ("await_customer", 1));
        let papers = after.counted[0];

        let operator = world.ctx("marta.bellini").await;
        let paper = || HandedIn {
            kind: "title_proof".to_owned(),
            title: "contratto-di-locazione.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            content: b"%PDF-1.7 locazione".to_vec(),
            answers_request: true,
        };
        let (deaths, after) = die_everywhere(&world, case, async || {
            hand_in_document(&world.app, &operator, case, paper()).await
        })
        .await;
        assert!(deaths > 10, "only {deaths} points");
        assert_eq!((after.step.as_str(), after.contracts), ("review_documents", 1));
        assert_eq!(after.counted[0], papers + 1, "one paper came, however often it was sent");

        let seen = json!({ "title_proof": true });
        let after = task(&world, "paolo.conti", case, "review_documents", seen).await;
        assert_eq!((after.step.as_str(), after.contracts), ("billing_answer", 2));
        let (_, after) = billing_answers(&world, case).await;
        assert_eq!((after.state, after.contracts), (CaseState::Fulfilled, 2), "{after:?}");
        no_incident(&world, case).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_still_missing_after_a_second_look_are_asked_for_again_once() {
    for world in worlds().await {
        let (case, before) =
            confirm(&world, &with(&world, "conditions", &json!({ "title_proof": false }))).await;
        let operator = world.ctx("marta.bellini").await;
        let paper = HandedIn {
            kind: "other".to_owned(),
            title: "foto-sfocata.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            content: b"%PDF-1.7 foto".to_vec(),
            answers_request: true,
        };
        hand_in_document(&world.app, &operator, case, paper).await.unwrap();
        let after =
            task(&world, "paolo.conti", case, "review_documents", json!({ "title_proof": false })).await;
        assert_eq!((after.step.as_str(), after.contracts), ("await_customer", 1));
        assert!(after.jobs > before.jobs, "a second letter to the customer waits to be sent");
        no_incident(&world, case).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_of_the_customer_refuses_the_request_once() {
    for world in worlds().await {
        let (case, _) = confirm(&world, &with(&world, "conditions", &json!({ "title_proof": false }))).await;
        world.clock.advance(30 * DAY);
        let (_, after) = die_at_the_timer(&world, case).await;
        assert_eq!((after.state, after.contracts), (CaseState::Inadmissible, 1), "{after:?}");
        assert!(after.billing.is_empty(), "nothing is told to the billing system: {:?}", after.billing);
        no_incident(&world, case).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn readings_that_differ_are_verified_and_told_to_billing_once() {
    for world in worlds().await {
        let outgoing = json!({ "outgoing_given": true, "outgoing_readings": { "F1": 8440, "F2": 6221 } });
        let (case, after) = confirm(&world, &with(&world, "reading", &outgoing)).await;
        assert!(after.billing.iter().all(|(kind, _)| kind != "reading"), "nothing is agreed yet: {after:?}");
        let (_, after) = billing_answers(&world, case).await;
        assert_eq!(after.step, "verify_reading");

        let verified = json!({ "read_on": "2026-03-11", "readings": { "F1": 8436, "F2": 6221, "F3": 7110 } });
        let after = task(&world, "paolo.conti", case, "verify_reading", verified).await;
        let told = after.billing.iter().filter(|(kind, _)| kind == "reading").count();
        assert_eq!((after.state, told), (CaseState::Fulfilled, 1), "{after:?}");
        no_incident(&world, case).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_billing_refuses_is_put_right_and_sent_again_once() {
    for world in worlds().await {
        let (case, _) = confirm(&world, &known_party(&world)).await;
        let system = world.app.system("billing");
        let message = show(&world.app, &system, case).await.unwrap().billing.remove(0);
        let no = || app::billing::Answer {
            key: message.key.clone(),
            applied: false,
            code: "E17".to_owned(),
            text: "contratto bloccato".to_owned(),
        };
        die_everywhere(&world, case, async || app::billing::take_answer(&world.app, &system, no()).await)
            .await;
        let mut open = Vec::new();
        for one in show(&world.app, &system, case).await.unwrap().billing {
            if one.key != message.key {
                open.push(one.key);
            }
        }
        for key in open {
            let yes = app::billing::Answer { key, applied: true, code: "OK".to_owned(), text: String::new() };
            app::billing::take_answer(&world.app, &system, yes).await.unwrap();
        }
        let view = show(&world.app, &system, case).await.unwrap();
        assert_eq!(view.case.step, "fix_billing", "{:?}", view.billing);
        let after =
            task(&world, "paolo.conti", case, "fix_billing", json!({ "billing_note": "sbloccato" })).await;
        assert_eq!((after.step.as_str(), after.contracts), ("billing_answer", 2));
    }
}
