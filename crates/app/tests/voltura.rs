//! The change of holder through the operations, on both engines: from draft to the new contract.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use app::{
    Error,
    cases::{Given, answer, show},
};
use domain::{
    cases::{CaseState, ClockState},
    registry::ContractState,
};
use serde_json::json;
use store::registry::{contract, party};
use support::{
    answers, day,
    voltura::{draft, finish_billing, known_party, step, walk},
    worlds,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_known_party_takes_over_the_contract_on_the_same_point() {
    for world in worlds().await {
        let case = draft(&world).await;
        walk(&world, case, &known_party(&world)).await;
        let view = show(&world.app, &world.ctx("marta.bellini").await, case).await.unwrap();
        assert_eq!(view.case.state, CaseState::Draft);
        assert_eq!(view.case.number, "2026-VOL-000001");
        walk(&world, case, &[("confirm", json!({ "signed": true, "privacy": true }))]).await;

        let view = show(&world.app, &world.ctx("marta.bellini").await, case).await.unwrap();
        assert_eq!(view.case.state, CaseState::Admissible, "{:?}", view.incidents);
        let (old, point) = (world.contract, world.point);
        let (old, new) = world
            .app
            .db
            .read("contracts", move |tx| {
                Ok::<_, Error>((contract::by_id(tx, old)?.unwrap(), contract::in_force(tx, point)?.unwrap()))
            })
            .await
            .unwrap();
        assert_eq!((old.state, old.ends_on), (ContractState::Ended, Some(day("2026-03-10"))));
        assert_eq!(
            (new.party_id, new.starts_on, new.previous_contract_id),
            (world.incoming, day("2026-03-11"), Some(old.id))
        );
        assert_eq!(new.offer, "LUCE CASA");
        let kinds: Vec<&str> = view.documents.iter().map(|paper| paper.kind.as_str()).collect();
        for kind in ["receipt", "contract"] {
            assert!(kinds.contains(&kind), "{kind} is missing in {kinds:?}");
        }
        assert_eq!(
            view.billing.iter().map(|message| message.kind.as_str()).collect::<Vec<_>>(),
            ["customer", "change_of_holder", "reading"]
        );
        assert!(view.facts.iter().any(|fact| fact.kind == "request_received"));
        assert!(matches!(view.case.clock.as_ref().map(|clock| clock.state), Some(ClockState::Kept)));
        let clock = view.clocks.first().expect("a clock runs on a change of holder");
        assert!(clock.why.it.contains("2026") && clock.why.en.contains("2026"));

        finish_billing(&world, case, true).await;
        let view = show(&world.app, &world.ctx("marta.bellini").await, case).await.unwrap();
        assert_eq!(view.case.state, CaseState::Fulfilled, "{:?} {:?}", view.case.step, view.incidents);
        assert!(view.documents.iter().any(|paper| paper.kind == "closing"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rejected_command_comes_back_to_a_person_and_is_sent_again() {
    for world in worlds().await {
        let case = draft(&world).await;
        walk(&world, case, &known_party(&world)).await;
        walk(&world, case, &[("confirm", json!({ "signed": true, "privacy": true }))]).await;
        finish_billing(&world, case, false).await;
        let view = show(&world.app, &world.ctx("marta.bellini").await, case).await.unwrap();
        assert_eq!(view.case.step, "fix_billing");
        let back_office = world.ctx("paolo.conti").await;
        let given = Given {
            element: "fix_billing".to_owned(),
            typed: answers(json!({ "billing_note": "corretto" })),
            ..Given::default()
        };
        answer(&world.app, &back_office, case, given).await.unwrap();
        finish_billing(&world, case, true).await;
        let view = show(&world.app, &back_office, case).await.unwrap();
        assert_eq!(view.case.state, CaseState::Fulfilled, "{:?}", view.case.step);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_party_not_in_the_registry_is_entered_in_guided_steps_and_more_power_opens_its_own_case() {
    for world in worlds().await {
        let case = draft(&world).await;
        let steps = [
            ("supply", json!({ "supply_point": world.point })),
            ("party", json!({ "creation": "guided" })),
            (
                "contact",
                json!({ "surname": "Rossi", "given_name": "Mario", "tax_code": "RSSMRA80A01H501U", "birth_date": "1980-01-01",
                    "sex": "M", "birth_place": "Roma", "mobile": "333 555 0142", "email": "mario.rossi@example.it",
                    "address": { "street": "via Po", "house_number": "12", "postcode": "41099", "municipality": "Fontebruna", "province": "MO" } }),
            ),
            (
                "link",
                json!({ "variant": "ordinary", "title": "ownership", "title_proof": true, "resident": true }),
            ),
            ("new_supply", json!({ "starts_on": "2026-03-11" })),
            (
                "reading",
                json!({ "read_on": "2026-03-11", "readings": { "F1": 8431, "F2": 6221, "F3": 7110 }, "read_by": "incoming" }),
            ),
            ("power", json!({ "power_increase": true })),
            ("power_data", json!({ "power_w": 4500, "voltage_v": 230, "phases": 1 })),
            (
                "payment",
                json!({ "offer": "LUCE CASA", "payment": "sdd", "iban": "IT60X0542811101000000123456", "iban_holder": "Rossi Mario",
                    "delivery": "email", "delivery_email": "mario.rossi@example.it", "lang": "it" }),
            ),
            ("confirm", json!({ "signed": true, "privacy": true })),
        ];
        walk(&world, case, &steps).await;
        let view = show(&world.app, &world.ctx("marta.bellini").await, case).await.unwrap();
        assert_eq!(view.case.party_name, "Rossi Mario");
        assert_eq!(view.linked.len(), 1, "{:?}", view.incidents);
        assert_eq!(view.linked.first().map(|linked| linked.procedure.as_str()), Some("PM1"));
        assert!(
            view.appointments.iter().any(|entry| entry.visit && entry.assigned_to == Some(world.technician))
        );
        assert!(view.billing.iter().any(|message| message.kind == "mandate"));
        let found = app::registry::search(&world.app, &world.ctx("marta.bellini").await, "rossi mario")
            .await
            .unwrap();
        assert!(found.iter().any(|hit| hit.title == "Rossi Mario"), "{found:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_proof_of_title_the_clock_stands_still_until_the_customer_answers() {
    for world in worlds().await {
        let case = draft(&world).await;
        let mut steps = known_party(&world);
        if let Some((_, given)) = steps.get_mut(2) {
            given["title_proof"] = json!(false);
        }
        steps.push(("confirm", json!({ "signed": true, "privacy": true })));
        walk(&world, case, &steps).await;
        let view = show(&world.app, &world.ctx("marta.bellini").await, case).await.unwrap();
        assert_eq!(view.case.suspended, Some(domain::cases::SuspensionCause::Customer), "{}", view.case.step);
        assert!(matches!(view.case.clock.as_ref().map(|clock| clock.state), Some(ClockState::Suspended)));
        world.clock.advance(2 * 86_400);
        let paper = app::cases::HandedIn {
            kind: "title".to_owned(),
            title: "contratto di affitto.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            content: b"%PDF-1.7 prova".to_vec(),
            answers_request: true,
        };
        app::cases::hand_in_document(&world.app, &world.ctx("marta.bellini").await, case, paper)
            .await
            .unwrap();
        let view = show(&world.app, &world.ctx("marta.bellini").await, case).await.unwrap();
        assert_eq!((view.case.suspended, view.case.step.as_str()), (None, "review_documents"));
        assert!(view.suspensions.first().is_some_and(|suspension| suspension.to.is_some()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_in_the_way_is_said_at_the_field() {
    for world in worlds().await {
        let case = draft(&world).await;
        walk(&world, case, &[("supply", json!({ "supply_point": world.point }))]).await;
        let refused =
            step(&world, case, "party", json!({ "creation": "existing", "party": world.outgoing })).await;
        let Err(Error::Invalid(problems)) = refused else {
            panic!("the holder took over from himself: {refused:?}")
        };
        assert!(problems.iter().any(|problem| problem.code == "party_already_holder"), "{problems:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_step_of_a_draft_is_answered_again_without_losing_what_follows() {
    for world in worlds().await {
        let case = draft(&world).await;
        let answered = walk(&world, case, &known_party(&world)).await;
        assert_eq!(answered.next, "confirm");
        let again = step(&world, case, "power", json!({ "power_increase": true })).await.unwrap();
        assert_eq!(again.next, "power_data", "the process follows the new answer");
        let back = step(&world, case, "power", json!({ "power_increase": false })).await.unwrap();
        assert_eq!(back.next, "confirm", "answers given before still hold");
        assert_eq!(back.case.data.get("payment"), Some(&json!("slip")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_operators_on_one_case_the_second_is_shown_what_the_first_changed() {
    for world in worlds().await {
        let case = draft(&world).await;
        let answered = walk(&world, case, &known_party(&world)).await;
        let stale = answered.case.version - 1;
        let ctx = world.ctx("marta.bellini").await;
        let given = Given {
            element: "payment".to_owned(),
            typed: answers(
                json!({ "offer": "LUCE FISSA", "payment": "slip", "delivery": "post", "lang": "it" }),
            ),
            version: Some(stale),
            ..Given::default()
        };
        let Err(Error::Conflict(fields)) = answer(&world.app, &ctx, case, given).await else {
            panic!("a silent overwrite")
        };
        assert_eq!(fields.iter().map(|field| field.field.as_str()).collect::<Vec<_>>(), ["offer"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tax_code_of_another_name_is_taken_with_a_warning_and_an_existing_one_is_refused() {
    for world in worlds().await {
        let case = draft(&world).await;
        walk(
            &world,
            case,
            &[("supply", json!({ "supply_point": world.point })), ("party", json!({ "creation": "guided" }))],
        )
        .await;
        let person = |surname: &str, tax_code: &str| {
            json!({ "surname": surname, "given_name": "Mario", "tax_code": tax_code, "mobile": "333 555 0142",
                "address": { "street": "via Po", "municipality": "Fontebruna" } })
        };
        let warned = step(&world, case, "contact", person("Verdi", "RSSMRA80A01H501U")).await.unwrap();
        assert_eq!(
            warned.problems.iter().map(|problem| problem.code.as_str()).collect::<Vec<_>>(),
            ["tax_code_differs_from_name"]
        );
        let omocode = step(&world, case, "contact", person("Rossi", "RSSMRA80A01H50MM")).await.unwrap();
        assert!(
            omocode.problems.is_empty(),
            "an omocode is as good as the first code: {:?}",
            omocode.problems
        );

        walk(
            &world,
            case,
            &[("link", json!({ "variant": "ordinary", "title": "lease", "title_proof": true }))],
        )
        .await;
        let known = step(&world, case, "contact", person("Montanari", "MNTRNI91S42B819T")).await;
        let Err(Error::Invalid(problems)) = known else { panic!("entered a second time: {known:?}") };
        let twin = problems.iter().find(|problem| problem.code == "party_exists").unwrap();
        assert_eq!((twin.field.as_str(), twin.warning), ("tax_code", false), "told where it was typed");
        assert!(twin.args.contains(&("party".to_owned(), world.incoming.to_string())), "{:?}", twin.args);
        let company = json!({ "party_kind": "company", "company_name": "Altra S.r.l.", "vat_number": "01234560157",
            "phone": "059 555 0100", "address": { "street": "via Po", "municipality": "Fontebruna" } });
        step(&world, case, "contact", company.clone()).await.unwrap();
        give_vat_number(&world).await;
        let known = step(&world, case, "contact", company).await;
        let Err(Error::Invalid(problems)) = known else { panic!("entered a second time: {known:?}") };
        assert!(
            problems
                .iter()
                .any(|problem| (&*problem.field, &*problem.code) == ("vat_number", "party_exists"))
        );
    }
}

/// The incoming holder runs a business.
async fn give_vat_number(world: &support::World) {
    let (ctx, id) = (world.app.system("test"), world.incoming);
    world
        .app
        .db
        .write("vat-number", move |tx| {
            let before = party::by_id(tx, id)?.unwrap();
            let mut after =
                domain::registry::Party { vat_number: Some("01234560157".to_owned()), ..before.clone() };
            assert!(party::update(tx, &ctx, &before, &mut after)?);
            Ok::<_, Error>(())
        })
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_corrected_after_billing_took_it_over_is_told_once_more() {
    for world in worlds().await {
        let steps = support::voltura::with(
            &world,
            "payment",
            &json!({ "payment": "sdd", "iban": "IT60X0542811101000000123456", "iban_holder": "Montanari Irene" }),
        );
        let case = support::voltura::confirmed(&world, &steps).await;
        let system = world.app.system("billing");
        let told = show(&world.app, &system, case).await.unwrap().billing;
        for message in told {
            let answer = app::billing::Answer {
                applied: message.kind != "mandate",
                key: message.key,
                code: "E120".to_owned(),
                text: "IBAN errato".to_owned(),
            };
            app::billing::take_answer(&world.app, &system, answer).await.unwrap();
        }
        let given = json!({ "billing_note": "conto e codice riletti", "fix_iban": "IT24D0542811101000000654321",
            "fix_tax_code": "RSSMRA80A01H501U" });
        support::voltura::step_by(&world, "paolo.conti", case, "fix_billing", given).await.unwrap();
        let view = show(&world.app, &system, case).await.unwrap();
        let waiting: Vec<&str> = view
            .billing
            .iter()
            .filter(|message| message.state == "queued")
            .map(|message| message.kind.as_str())
            .collect();
        assert_eq!(waiting, ["mandate", "customer"], "{:?}", view.billing);
        let mandate = view.billing.iter().find(|message| message.kind == "mandate").unwrap();
        assert!(mandate.body.contains("IT24D0542811101000000654321"), "{}", mandate.body);
        assert!(mandate.body.contains("RSSMRA80A01H501U"), "{}", mandate.body);
        for operation in ["correct_party", "correct_contract"] {
            let subject =
                if operation == "correct_party" { world.incoming.bytes() } else { new_contract(&view) };
            let trail = world
                .app
                .db
                .read("trail", move |tx| Ok::<_, Error>(store::audit::of_subject(tx, subject, 50)?));
            let trail = trail.await.unwrap();
            assert!(trail.iter().any(|entry| entry.operation == operation), "{operation} left no trace");
        }
        finish_billing(&world, case, true).await;
        let view = show(&world.app, &system, case).await.unwrap();
        assert_eq!(view.case.state, CaseState::Fulfilled, "{}", view.case.step);
    }
}

fn new_contract(view: &app::cases::CaseView) -> [u8; 16] {
    let id = view.case.data.get("new_contract").and_then(|id| id.as_str()).unwrap();
    id.parse::<kernel::ContractId>().unwrap().bytes()
}
