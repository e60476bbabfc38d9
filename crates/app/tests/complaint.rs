//! Written complaints, billing corrections and requests for information, from the letter to the end, with the shipped packs;
//! on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use app::{
    Error,
    billing::{Answer, take_answer},
    cases::{Answered, CaseView, Given, OpenCase, Prefill, answer, open, show, show_form},
};
use domain::cases::{CaseState, Fact, Origin};
use kernel::{CaseId, Instant, Money};
use serde_json::{Map, Value as Json, json};
use store::registry::bill;
use support::{World, answers, bills::overdue_bill, day, worlds};

/// A case with everything that hangs on it.
async fn seen(world: &World, case: CaseId) -> CaseView {
    show(&world.app, &world.app.system("test"), case).await.unwrap()
}

async fn overdue(world: &World) -> i64 {
    let (contract, today) = (world.contract, world.app.system("test").today());
    let read = world.app.db.read("balance", move |tx| Ok::<_, Error>(bill::balance(tx, contract, today)?));
    read.await.unwrap().overdue.cents()
}

/// What the holder wrote, received on a day.
fn letter(world: &World, received_on: &str, reply_channel: &str) -> Map<String, Json> {
    answers(json!({
        "party": world.outgoing, "represented_by": "nobody", "channel": "letter", "received_on": received_on,
        "reached_office_on": received_on, "supply_point": world.point, "subject": "Consumi stimati",
        "text": "Chiedo il ricalcolo.", "reply_channel": reply_channel,
    }))
}

async fn registered(world: &World, procedure: &str, typed: Map<String, Json>) -> CaseId {
    let ctx = world.ctx("marta.bellini").await;
    let new =
        OpenCase { procedure: procedure.to_owned(), origin: Origin::Letter, prefill: Prefill::default() };
    let case = open(&world.app, &ctx, new).await.unwrap().id;
    let given = Given { element: "receive".to_owned(), typed, ..Given::default() };
    answer(&world.app, &ctx, case, given).await.unwrap_or_else(|error| panic!("receive: {error:?}"));
    case
}

async fn try_step(world: &World, case: CaseId, element: &str, typed: Json) -> Result<Answered, Error> {
    let ctx = world.app.system("test");
    let given = Given { element: element.to_owned(), typed: answers(typed), ..Given::default() };
    answer(&world.app, &ctx, case, given).await
}

async fn step(world: &World, case: CaseId, element: &str, typed: Json) {
    try_step(world, case, element, typed).await.unwrap_or_else(|error| panic!("{element}: {error:?}"));
}

async fn view(world: &World, case: CaseId) -> CaseView {
    let view = seen(world, case).await;
    assert!(view.incidents.is_empty(), "{:?}", view.incidents);
    view
}

fn fact<'v>(view: &'v CaseView, kind: &str) -> &'v Fact {
    view.facts.iter().find(|fact| fact.kind == kind).unwrap_or_else(|| panic!("no {kind}: {:?}", view.facts))
}

fn kinds(view: &CaseView) -> Vec<&str> {
    view.documents.iter().map(|paper| paper.kind.as_str()).collect()
}

fn complaint(more: &Json) -> Json {
    let mut all = answers(json!({
        "request_kind": "complaint", "topic": "billing", "sub_topic": "estimates", "bill_disputed": false, "repeats_case": false,
        "joins_case": false, "ask_billing": false, "ask_technical": false, "ask_sales": false, "handler": "back_office",
    }));
    all.extend(answers(more.clone()));
    Json::Object(all)
}

/// What a paper of a case is filled with.
async fn filled(world: &World, view: &CaseView, kind: &str) -> Json {
    let paper = view.documents.iter().rfind(|paper| paper.kind == kind).expect("the paper is there").id;
    app::papers::document_to_produce(&world.app, paper).await.unwrap().expect("it is still to be made").data
}

async fn billing(world: &World, case: CaseId, kind: &str) {
    let view = seen(world, case).await;
    let sent = view.billing.iter().rfind(|message| message.kind == kind).expect("billing is asked");
    let answer =
        Answer { key: sent.key.clone(), applied: true, code: "I000".to_owned(), text: String::new() };
    assert!(take_answer(&world.app, &world.app.system("billing"), answer).await.unwrap());
}

fn noon(day: &str) -> Instant {
    format!("{day}T12:00:00+01:00").parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_about_a_bill_is_answered_corrected_and_matched_while_nobody_presses_for_it() {
    for world in worlds().await {
        let disputed = overdue_bill(&world, "B1", Money::ZERO).await;
        assert_eq!(overdue(&world).await, 12_000);
        let case = registered(&world, "REC", letter(&world, "2026-03-02", "email")).await;
        let received = view(&world, case).await;
        assert_eq!(fact(&received, "complaint_received").at, noon("2026-03-02"));
        assert_eq!(received.case.clock.as_ref().unwrap().due, Some(day("2026-04-01")));
        assert_eq!((kinds(&received), received.mails.len()), (vec!["acknowledgement"], 1));

        let more = json!({ "bill_disputed": true, "disputed_bills": [disputed], "disputed_amount": 4_000,
            "ask_billing": true, "billing_question": "Le letture?", "billing_due": "2026-03-20" });
        step(&world, case, "classify", complaint(&more)).await;
        assert_eq!(overdue(&world).await, 0, "the disputed bill is out of arrears");
        let assigned = view(&world, case).await;
        assert_eq!(assigned.assignee.as_deref(), Some("Conti Paolo"));
        assert_eq!(assigned.case.step, "ask_billing_task");

        step(&world, case, "ask_billing_task", json!({ "billing_reply": "Stimate da novembre" })).await;
        let written = json!({ "outcome": "upheld", "reasons": "Le letture erano stimate.", "action": "Ricalcolo",
            "action_by": "2026-04-30", "correction_needed": true, "correction_amount": 4_000, "correction_reason": "ricalcolo" });
        step(&world, case, "draft", written).await;
        let answered = view(&world, case).await;
        assert_eq!(fact(&answered, "reply_sent").at, world.app.system("test").now());
        assert_eq!(answered.mails.len(), 2, "the answer goes by mail");
        assert_eq!(answered.case.step, "billing_answer");
        // What an answer must say: what it answers, who answers, why, what is done and by when, and where to go if it is
        // not enough.
        let reply = filled(&world, &answered, "reply").await;
        assert_eq!(reply["case"]["number"], json!(answered.case.number));
        assert_eq!(
            (&reply["customer"]["customer_code"], &reply["bills"][0]["number"]),
            (&json!("11530"), &json!("B1"))
        );
        assert_eq!(
            (&reply["codes_of"]["outcome"], &reply["answers"]["topic"]),
            (&json!("upheld"), &json!("Fatturazione"))
        );
        assert_eq!(
            (&reply["answers"]["reasons"], &reply["answers"]["action_by"]),
            (&json!("Le letture erano stimate."), &json!("2026-04-30"))
        );
        assert_eq!((&reply["dispute"]["days"], reply["dispute"]["where"].is_string()), (&json!("40"), true));
        assert_eq!(reply["compensation"], Json::Null, "in time: nothing is owed");
        let ids: Vec<&str> = answered.clocks.iter().map(|clock| clock.standard.id.as_str()).collect();
        assert_eq!(ids, ["V-S01", "V-S02"], "a correction that was promised has a term of its own");

        billing(&world, case, "correction").await;
        let credit = json!({ "credit_number": "NC1", "credit_amount": 3_000, "credited_on": "2026-03-11" });
        step(&world, case, "match", credit).await;
        step(&world, case, "fix_billing", json!({ "billing_note": "mancavano dieci euro" })).await;
        billing(&world, case, "correction").await;
        let credit = json!({ "credit_number": "NC2", "credit_amount": 4_000, "credited_on": "2026-03-11" });
        step(&world, case, "match", credit).await;
        let over = view(&world, case).await;
        assert_eq!(over.case.state, CaseState::Fulfilled);
        assert_eq!(fact(&over, "amount_credited").at, world.app.system("test").now());
        assert_eq!(kinds(&over), ["acknowledgement", "reply", "correction"]);
        assert_eq!(overdue(&world).await, 12_000, "what is left of it may be asked for again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_by_post_is_sent_on_the_day_the_post_took_it_and_a_second_reader_reads_large_ones() {
    for world in worlds().await {
        let disputed = overdue_bill(&world, "B1", Money::ZERO).await;
        let case = registered(&world, "REC", letter(&world, "2026-03-02", "post")).await;
        let more = json!({ "bill_disputed": true, "disputed_bills": [disputed], "disputed_amount": 50_000 });
        step(&world, case, "classify", complaint(&more)).await;
        let written = json!({ "outcome": "rejected", "reasons": "Le letture sono rilevate.", "correction_needed": false });
        step(&world, case, "draft", written.clone()).await;
        assert_eq!(view(&world, case).await.case.step, "second_read", "from five hundred euro on");
        step(
            &world,
            case,
            "second_read",
            json!({ "reading_answer": "changes", "reading_note": "manca la data" }),
        )
        .await;
        step(&world, case, "draft", written).await;
        step(&world, case, "second_read", json!({ "reading_answer": "good" })).await;
        let printed = view(&world, case).await;
        assert_eq!(printed.case.step, "dispatch");
        assert!(printed.facts.iter().all(|fact| fact.kind != "reply_sent"), "made is not sent");
        let early = json!({ "dispatched_on": "2026-03-01", "dispatch_number": "RR-1" });
        let Err(Error::Invalid(problems)) = try_step(&world, case, "dispatch", early).await else {
            panic!("a day before the letter came is not taken")
        };
        assert_eq!(problems[0].field, "dispatched_on");
        world.clock.advance(3 * 86_400);
        step(&world, case, "dispatch", json!({ "dispatched_on": "2026-03-12", "dispatch_number": "RR-1" }))
            .await;
        let sent = view(&world, case).await;
        assert_eq!(
            (fact(&sent, "reply_sent").at, sent.case.state),
            (noon("2026-03-12"), CaseState::Fulfilled)
        );
        assert_eq!(overdue(&world).await, 12_000);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_that_is_a_correction_goes_on_as_one_from_the_day_it_came_and_is_acknowledged_once() {
    for world in worlds().await {
        let disputed = overdue_bill(&world, "B1", Money::ZERO).await;
        let case = registered(&world, "REC", letter(&world, "2026-03-02", "email")).await;
        world.clock.advance(2 * 86_400);
        let bare = complaint(&json!({ "request_kind": "correction", "topic": null, "sub_topic": null }));
        let Err(Error::Invalid(problems)) = try_step(&world, case, "classify", bare).await else {
            panic!("a correction names its bills")
        };
        assert_eq!(problems[0].field, "request_kind");
        let named = complaint(
            &json!({ "request_kind": "correction", "topic": null, "sub_topic": null, "bill_disputed": true,
            "disputed_bills": [disputed], "disputed_amount": 4_000, "ground": "estimate" }),
        );
        step(&world, case, "classify", named).await;
        let former = view(&world, case).await;
        assert_eq!((former.case.state, former.linked.len()), (CaseState::Cancelled, 1));
        let next = view(&world, former.linked[0].id).await;
        assert_eq!((next.case.procedure.as_str(), next.case.state), ("RET", CaseState::Started));
        assert_eq!(fact(&next, "complaint_received").at, fact(&former, "complaint_received").at);
        assert_eq!(next.case.clock.as_ref().unwrap().due, Some(day("2026-05-01")), "sixty days from receipt");
        assert_eq!(
            (next.case.step.as_str(), kinds(&next)),
            ("examine", vec![]),
            "the customer heard already"
        );
        assert_eq!(overdue(&world).await, 0);

        let back = json!({ "request_kind": "correction", "verify_reading": false });
        step(&world, next.case.id, "examine", back).await;
        let decided = json!({ "finding": "not_due", "reasons": "Le letture sono rilevate.", "tariff_terms": "Domestico residente",
            "reading_nature": "actual", "calculation": "120 kWh" });
        step(&world, next.case.id, "decide", decided).await;
        let over = view(&world, next.case.id).await;
        assert_eq!(
            (over.case.state, over.case.outcome.as_str()),
            (CaseState::Inadmissible, "correction_not_due")
        );
        assert!(over.clocks.is_empty(), "no money is due, so no term for it runs: {:?}", over.clocks);
        assert_eq!(overdue(&world).await, 12_000);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_billing_correction_is_checked_decided_credited_and_its_bills_let_go() {
    for world in worlds().await {
        let disputed = overdue_bill(&world, "B1", Money::ZERO).await;
        let mut typed = letter(&world, "2026-03-02", "email");
        typed.extend(answers(
            json!({ "disputed_bills": [disputed], "ground": "double_billing", "disputed_amount": 4_000 }),
        ));
        let case = registered(&world, "RET", typed).await;
        assert_eq!(overdue(&world).await, 0, "from the first moment");
        let received = view(&world, case).await;
        assert_eq!(
            received.case.clock.as_ref().unwrap().standard,
            "V-S03",
            "a double billing has the shorter term"
        );
        let examined =
            json!({ "request_kind": "correction", "verify_reading": true, "verify_due": "2026-03-20" });
        step(&world, case, "examine", examined).await;
        step(
            &world,
            case,
            "verify",
            json!({ "verified_on": "2026-03-11", "verify_note": "matricola giusta" }),
        )
        .await;
        let decided = json!({ "finding": "due", "correction_amount": 4_000, "correction_reason": "fatturata due volte",
            "reasons": "La stessa lettura è in due bollette.", "tariff_terms": "Domestico residente", "reading_nature": "actual",
            "calculation": "120 kWh" });
        step(&world, case, "decide", decided).await;
        billing(&world, case, "correction").await;
        let credit = json!({ "credit_number": "NC1", "credit_amount": 4_000, "credited_on": "2026-03-10" });
        step(&world, case, "match", credit).await;
        let over = view(&world, case).await;
        assert_eq!(over.case.state, CaseState::Fulfilled);
        assert_eq!(fact(&over, "amount_credited").at, noon("2026-03-10"));
        assert_eq!(over.case.clock.as_ref().unwrap().state, domain::cases::ClockState::Kept);
        assert_eq!(overdue(&world).await, 12_000);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_for_information_is_answered_or_goes_on_as_a_complaint() {
    for world in worlds().await {
        let kind = |kind: &str| {
            json!({ "request_kind": kind, "topic": "contracts", "sub_topic": "withdrawal", "ask_billing": false,
                "ask_technical": false, "ask_sales": false, "handler": "back_office" })
        };
        let case = registered(&world, "RIN", letter(&world, "2026-03-02", "email")).await;
        step(&world, case, "classify", kind("information")).await;
        step(&world, case, "draft", json!({ "answer": "Entro trenta giorni." })).await;
        let over = view(&world, case).await;
        assert_eq!((over.case.state, kinds(&over)), (CaseState::Fulfilled, vec!["acknowledgement", "reply"]));

        let case = registered(&world, "RIN", letter(&world, "2026-03-02", "email")).await;
        step(&world, case, "classify", kind("complaint")).await;
        let next = view(&world, view(&world, case).await.linked[0].id).await;
        assert_eq!((next.case.procedure.as_str(), next.case.step.as_str()), ("REC", "classify"));
        assert_eq!(fact(&next, "complaint_received").at, noon("2026-03-02"));

        let case = registered(&world, "RIN", letter(&world, "2026-03-02", "email")).await;
        step(&world, case, "classify", kind("not_ours")).await;
        let refused = view(&world, case).await;
        assert_eq!(
            (refused.case.state, refused.case.outcome.as_str()),
            (CaseState::Inadmissible, "not_ours")
        );
        assert!(kinds(&refused).contains(&"forwarding"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn complaints_about_one_fault_are_answered_with_the_leading_one() {
    for world in worlds().await {
        let lead = registered(&world, "REC", letter(&world, "2026-03-02", "email")).await;
        let number = seen(&world, lead).await.case.number;
        let case = registered(&world, "REC", letter(&world, "2026-03-03", "email")).await;
        let typo = complaint(&json!({ "joins_case": true, "lead_case": "2026-REC-999999" }));
        let Err(Error::Invalid(problems)) = try_step(&world, case, "classify", typo).await else {
            panic!("there is no such complaint")
        };
        assert_eq!((problems[0].field.as_str(), problems[0].code.as_str()), ("lead_case", "case_missing"));
        step(&world, case, "classify", complaint(&json!({ "joins_case": true, "lead_case": number }))).await;
        assert_eq!(view(&world, case).await.case.step, "lead_replied");

        step(&world, lead, "classify", complaint(&json!({}))).await;
        let written = json!({ "outcome": "rejected", "reasons": "Il guasto era della rete.", "correction_needed": false });
        step(&world, lead, "draft", written).await;
        assert_eq!(view(&world, lead).await.case.state, CaseState::Fulfilled);
        let told = answers(json!({ "linked_answer": "replied" }));
        let system = world.app.system("message");
        let taken = app::processes::deliver_thrown(&world.app, &system, "linked_answer", &number, told);
        assert!(taken.await.unwrap());
        let over = view(&world, case).await;
        assert_eq!(over.case.state, CaseState::Fulfilled);
        assert_eq!(fact(&over, "reply_sent").at, world.app.system("test").now());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_after_its_term_says_what_is_owed_and_the_next_letter_does_not_say_it_again() {
    for world in worlds().await {
        let case = registered(&world, "REC", letter(&world, "2026-01-05", "email")).await;
        step(&world, case, "classify", complaint(&json!({}))).await;
        let written = json!({ "outcome": "upheld", "reasons": "Le letture erano stimate.", "action": "Ricalcolo",
            "action_by": "2026-04-30", "correction_needed": true, "correction_amount": 4_000, "correction_reason": "ricalcolo" });
        step(&world, case, "draft", written).await;
        let late = view(&world, case).await;
        // Thirty days from the fifth of January were over on the fourth of February; sixty on the sixth of March.
        let owed = filled(&world, &late, "reply").await["compensation"]["amount"].clone();
        assert_eq!(owed, json!(5_000), "beyond twice the term: twice the amount");
        billing(&world, case, "correction").await;
        let credit = json!({ "credit_number": "NC1", "credit_amount": 4_000, "credited_on": "2026-03-11" });
        step(&world, case, "match", credit).await;
        let over = view(&world, case).await;
        let owed = filled(&world, &over, "correction").await["compensation"]["amount"].clone();
        assert_eq!(owed, json!(2_500), "that of the correction alone");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_opens_counts_what_it_proposes_offers_what_fits_and_works_out_what_it_can() {
    for world in worlds().await {
        let case = registered(&world, "REC", letter(&world, "2026-03-02", "email")).await;
        let ctx = world.ctx("paolo.conti").await;
        let field = async |element: &str, name: &str| {
            let asked = show_form(&world.app, &ctx, case, element).await.unwrap();
            asked.into_iter().find(|field| field.name == name)
        };
        assert!(
            field("classify", "topic").await.is_some(),
            "it is a complaint until somebody says otherwise"
        );
        assert!(field("classify", "sub_topic").await.is_none(), "of which topic is not known");
        let kept = Given {
            element: "classify".to_owned(),
            typed: answers(json!({ "request_kind": "complaint", "topic": "bonus" })),
            draft: true,
            ..Given::default()
        };
        answer(&world.app, &ctx, case, kept).await.unwrap();
        let offered = field("classify", "sub_topic").await.unwrap().choices;
        assert_eq!(offered, ["bonus_not_given", "bonus_ended"]);

        let more =
            json!({ "ask_billing": true, "billing_question": "Le letture?", "billing_due": "2026-03-20" });
        step(&world, case, "classify", complaint(&more)).await;
        let asked = field("ask_billing_task", "billing_asked").await.unwrap();
        assert_eq!(asked.value, Some(json!("Le letture?")), "whoever is asked reads the question");
    }
}
