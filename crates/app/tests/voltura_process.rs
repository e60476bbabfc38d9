//! What happens to a change of holder after its request was made: a first day to come, a contact that changed,
//! readings that differ, a visit that failed.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use app::{
    Error,
    cases::{cancel, show},
    processes::fire_timer,
};
use domain::{
    cases::{CaseState, ClockState, SuspensionCause},
    registry::{AddressPurpose, ContactKind, ContractState, DepositState, Party},
};
use kernel::{CaseId, PartyId};
use serde_json::{Value as Json, json};
use store::{
    cases::process,
    registry::{contract, meter, party},
};
use support::{
    World, day,
    voltura::{confirmation, confirmed, draft, finish_billing, known_party, step, step_by, walk, with},
    worlds,
};

/// The timers of a case fire.
async fn fire(world: &World, case: CaseId) {
    let waiting = world
        .app
        .db
        .read("timers", move |tx| {
            let mut waiting = Vec::new();
            for instance in process::of_case(tx, case)? {
                let state: engine::State = serde_json::from_slice(&instance.data).unwrap();
                waiting.extend(state.subscriptions.iter().map(|held| (instance.id, held.id)));
            }
            Ok::<_, Error>(std::sync::Arc::new(waiting))
        })
        .await
        .unwrap();
    for (instance, subscription) in waiting.iter() {
        fire_timer(&world.app, &world.app.system("timer"), *instance, *subscription).await.unwrap();
    }
}

fn future(world: &World) -> Vec<(&'static str, Json)> {
    with(world, "conditions", &json!({ "starts_on": "2026-03-18" }))
}

async fn in_force(world: &World) -> domain::registry::Contract {
    let point = world.point;
    world
        .app
        .db
        .read("contract", move |tx| Ok::<_, Error>(contract::in_force(tx, point)?.unwrap()))
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn before_its_first_day_no_contract_is_made_and_no_clock_is_kept() {
    for world in worlds().await {
        let case = confirmed(&world, &future(&world)).await;
        let ctx = world.ctx("marta.bellini").await;
        let view = show(&world.app, &ctx, case).await.unwrap();
        assert_eq!((view.case.state, view.case.step.as_str()), (CaseState::Admissible, "await_start"));
        assert_eq!(view.case.suspended, Some(SuspensionCause::Date));
        assert_eq!(in_force(&world).await.id, world.contract);
        assert!(!view.facts.iter().any(|fact| fact.kind.ends_with("_effective")));
        assert!(view.clocks.iter().any(|clock| clock.summary().state == ClockState::Suspended));

        world.clock.advance(7 * 86_400);
        fire(&world, case).await;
        let view = show(&world.app, &ctx, case).await.unwrap();
        let new = in_force(&world).await;
        assert_eq!(
            (new.party_id, new.starts_on, new.state),
            (world.incoming, day("2026-03-18"), ContractState::Active)
        );
        let fact = view.facts.iter().find(|fact| fact.kind == "new_contract_effective").unwrap();
        assert_eq!(fact.at.date(), day("2026-03-18"));
        assert_eq!(view.case.step, "billing_answer", "{:?}", view.incidents);
    }
}

async fn rename(world: &World) {
    let (ctx, id) = (world.app.system("test"), world.incoming);
    world
        .app
        .db
        .write("rename", move |tx| {
            let before = party::by_id(tx, id)?.unwrap();
            let mut after = Party { vat_number: Some("01234560157".to_owned()), ..before.clone() };
            assert!(party::update(tx, &ctx, &before, &mut after)?);
            Ok::<_, Error>(())
        })
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_that_changed_meanwhile_is_put_right_once_and_the_case_goes_on() {
    for world in worlds().await {
        let case = confirmed(&world, &future(&world)).await;
        rename(&world).await;
        world.clock.advance(7 * 86_400);
        fire(&world, case).await;
        let view = show(&world.app, &world.ctx("marta.bellini").await, case).await.unwrap();
        assert_eq!(view.case.step, "fix_contact");
        let put_right = step(&world, case, "fix_contact", json!({ "party": world.incoming })).await.unwrap();
        assert_eq!(put_right.next, "billing_answer");
        let view = show(&world.app, &world.ctx("marta.bellini").await, case).await.unwrap();
        assert_eq!(view.tasks.iter().filter(|task| task.element == "fix_contact").count(), 1);
        assert_eq!(in_force(&world).await.party_id, world.incoming);
    }
}

fn differing(world: &World) -> Vec<(&'static str, Json)> {
    let outgoing = json!({ "outgoing_given": true, "outgoing_readings": { "F1": 8440, "F2": 6221 } });
    with(world, "reading", &outgoing)
}

#[tokio::test(flavor = "multi_thread")]
async fn readings_that_differ_are_verified_in_seven_working_days_before_they_count() {
    for world in worlds().await {
        let case = confirmed(&world, &differing(&world)).await;
        let view = show(&world.app, &world.ctx("paolo.conti").await, case).await.unwrap();
        assert!(view.billing.iter().all(|message| message.kind != "reading"), "nothing is agreed yet");
        assert!(view.tasks.iter().any(|task| task.element == "verify_reading" && task.state == "open"));
        // Wednesday the eleventh; seven working days on is Friday the twentieth.
        assert!(
            view.appointments.iter().any(|entry| !entry.visit && entry.starts_at.date() == day("2026-03-20")),
            "{:?}",
            view.appointments
        );
        finish_billing(&world, case, true).await;
        let verified = json!({ "read_on": "2026-03-11", "readings": { "F1": 8436, "F2": 6221, "F3": 7110 } });
        step_by(&world, "paolo.conti", case, "verify_reading", verified).await.unwrap();
        let view = show(&world.app, &world.ctx("paolo.conti").await, case).await.unwrap();
        let told = view.billing.iter().find(|message| message.kind == "reading").unwrap();
        assert!(told.body.contains("8436"), "{}", told.body);
        assert_eq!(view.case.state, CaseState::Fulfilled, "{} {:?}", view.case.step, view.incidents);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_that_failed_is_closed_with_its_outcome_and_another_is_put_in_the_diary() {
    for world in worlds().await {
        let steps = with(&world, "power", &json!({ "visit_needed": true }));
        let case = confirmed(&world, &steps).await;
        finish_billing(&world, case, true).await;
        for outcome in ["customer_absent", "not_possible"] {
            let given = json!({ "visit_on": "2026-03-11", "visit_outcome": outcome, "visit_note": "cancello chiuso" });
            step_by(&world, "luca.ferrari", case, "technician", given).await.unwrap();
            let view = show(&world.app, &world.ctx("luca.ferrari").await, case).await.unwrap();
            assert_eq!((view.case.state, view.case.step.as_str()), (CaseState::Admissible, "technician"));
        }
        let given = json!({ "visit_on": "2026-03-11", "visit_outcome": "done" });
        step_by(&world, "luca.ferrari", case, "technician", given).await.unwrap();
        let view = show(&world.app, &world.ctx("luca.ferrari").await, case).await.unwrap();
        assert_eq!(view.case.state, CaseState::Fulfilled);
        let mut states: Vec<&str> =
            view.appointments.iter().filter(|entry| entry.visit).map(|entry| entry.state.as_str()).collect();
        states.sort_unstable();
        assert_eq!(states, ["kept", "kept", "missed"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_linked_case_was_asked_for_when_the_request_was_made() {
    for world in worlds().await {
        let mut steps = future(&world);
        if let Some((_, power)) = steps.iter_mut().find(|(element, _)| *element == "power") {
            *power = json!({ "power_increase": true });
        }
        let place = steps.iter().position(|(element, _)| *element == "payment").unwrap();
        steps.insert(place, ("power_data", json!({ "power_w": 4500, "voltage_v": 230, "phases": 1 })));
        let asked_at = world.app.system("test").now();
        let case = confirmed(&world, &steps).await;
        world.clock.advance(7 * 86_400);
        fire(&world, case).await;
        let ctx = world.ctx("marta.bellini").await;
        let view = show(&world.app, &ctx, case).await.unwrap();
        let linked = view.linked.first().unwrap_or_else(|| panic!("{:?}", view.incidents)).id;
        let linked = show(&world.app, &ctx, linked).await.unwrap();
        let received = linked.facts.iter().find(|fact| fact.kind == "request_received").unwrap();
        assert_eq!((received.at, linked.case.started_at), (asked_at, Some(asked_at)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dial_that_passed_zero_is_taken_when_it_was_read_again() {
    for world in worlds().await {
        // 999,990 was read last, of six digits.
        let (ctx, point) = (world.app.system("test"), world.point);
        world
            .app
            .db
            .write("near-the-end", move |tx| {
                let device = meter::of_point(tx, point)?.into_iter().next().unwrap();
                let near = meter::NewReading {
                    meter: device.id,
                    register: "F1",
                    read_on: day("2026-03-05"),
                    value: 999_990,
                    kind: domain::registry::ReadingKind::Actual,
                    origin: "test",
                    rolled_over: false,
                    case_id: None,
                };
                meter::insert_reading(tx, &ctx, &near)?;
                Ok::<_, Error>(())
            })
            .await
            .unwrap();
        let values = json!({ "F1": 12, "F2": 6221, "F3": 7110 });
        let case = draft(&world).await;
        let steps = with(&world, "reading", &json!({ "readings": values, "readings_confirmed": true }));
        walk(&world, case, steps.get(..3).unwrap()).await;
        let (_, mut given) = steps.get(3).unwrap().clone();
        given["readings_confirmed"] = json!(false);
        let Err(Error::Invalid(problems)) = step(&world, case, "reading", given).await else {
            panic!("taken without a second look")
        };
        assert!(problems.iter().any(|problem| problem.code == "reading_roll_over" && !problem.warning));
        walk(&world, case, steps.get(3..).unwrap()).await;
        walk(&world, case, &[confirmation()]).await;
        let stored = world
            .app
            .db
            .read("reading", move |tx| {
                let device = meter::of_point(tx, point)?.into_iter().next().unwrap();
                Ok::<_, Error>(meter::history(tx, device.id, "F1", 1)?.pop().unwrap())
            })
            .await
            .unwrap();
        assert_eq!((stored.value, stored.rolled_over, stored.read_on), (12, true, day("2026-03-11")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_belongs_to_the_contract_is_kept_and_told_to_billing() {
    for world in worlds().await {
        let mut steps = with(
            &world,
            "conditions",
            &json!({ "point_use": "domestic", "cadastre_sheet": "12", "cadastre_parcel": "345", "cadastre_subunit": "7" }),
        );
        let home = json!({ "street": "via Emilia", "house_number": "3", "postcode": "41100", "municipality": "Modena", "province": "MO" });
        for (element, given) in &mut steps {
            match *element {
                "reading" => given["final_bill_address"] = home.clone(),
                "payment" => given["deposit"] = json!(9000),
                _ => {}
            }
        }
        let case = confirmed(&world, &steps).await;
        let new = in_force(&world).await;
        assert_eq!(new.deposit.cents(), 9000);
        let (old, outgoing, made) = (world.contract, world.outgoing, new.id);
        world
            .app
            .db
            .read("kept", move |tx| {
                let cadastre = contract::cadastre(tx, made)?.unwrap();
                assert_eq!((cadastre.sheet.as_str(), cadastre.title.as_str()), ("12", "lease"));
                let last = party::addresses(tx, outgoing)?
                    .into_iter()
                    .find(|entry| entry.purpose == AddressPurpose::FinalBill)
                    .unwrap();
                assert_eq!(last.address.street, "via Emilia");
                assert!(
                    contract::deposits(tx, old)?.iter().all(|held| held.state == DepositState::RefundDue)
                );
                Ok::<_, Error>(())
            })
            .await
            .unwrap();
        let view = show(&world.app, &world.ctx("marta.bellini").await, case).await.unwrap();
        let told = view.billing.iter().find(|message| message.kind == "change_of_holder").unwrap();
        let told: Json = serde_json::from_str(&told.body).unwrap();
        assert_eq!(told["use"], "domestic");
        assert_eq!(told["final_bill"]["contract"], "A187730");
        assert_eq!(told["final_bill"]["address"]["street"], "via Emilia");
        assert_eq!(told["final_bill"]["deposit"], json!({ "amount_cents": 4650, "becomes": "refund_due" }));
        assert_eq!(told["cadastre"]["parcel"], "345");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_and_days_of_a_person_are_looked_at() {
    for world in worlds().await {
        let case = draft(&world).await;
        let first =
            [("supply", json!({ "supply_point": world.point })), ("party", json!({ "creation": "guided" }))];
        walk(&world, case, &first).await;
        let person = |more: Json| {
            let mut given = json!({ "surname": "Montanari", "given_name": "Irene", "mobile": "333 555 0142",
                "birth_date": "1991-11-02", "birth_place": "Tirana", "sex": "F",
                "address": { "street": "via Po", "municipality": "Fontebruna" } });
            for (name, value) in more.as_object().unwrap() {
                given[name] = value.clone();
            }
            given
        };
        let codes = |answered: Result<app::cases::Answered, Error>| -> Vec<(String, String)> {
            let problems = match answered {
                Ok(answered) => answered.problems,
                Err(Error::Invalid(problems)) => problems,
                Err(other) => panic!("{other:?}"),
            };
            problems.into_iter().map(|problem| (problem.field, problem.code)).collect()
        };
        let of = |field: &str, code: &str| vec![(field.to_owned(), code.to_owned())];

        let digits = step(&world, case, "contact", person(json!({ "tax_code": "01234560157" }))).await;
        assert!(digits.is_ok(), "eleven digits warn: {digits:?}");
        assert_eq!(codes(digits), of("tax_code", "tax_code_provisional"));
        let foreigner = person(json!({ "no_tax_code": true }));
        let asked = step(&world, case, "contact", foreigner).await;
        assert_eq!(codes(asked), of("namesakes_checked", "namesake_exists"));
        let unborn =
            person(json!({ "no_tax_code": true, "namesakes_checked": true, "birth_date": "2026-03-12" }));
        assert_eq!(codes(step(&world, case, "contact", unborn).await), of("birth_date", "date_in_future"));
        let told = person(json!({ "no_tax_code": true, "namesakes_checked": true }));
        let taken = step(&world, case, "contact", told).await.unwrap();
        assert_eq!((taken.next.as_str(), taken.problems.len()), ("link", 0));
        let mut steps = vec![
            ("link", json!({ "variant": "ordinary", "title": "lease", "title_proof": true })),
            ("new_supply", json!({ "starts_on": "2026-03-11" })),
        ];
        steps.extend(known_party(&world).into_iter().skip(3));
        steps.push(confirmation());
        walk(&world, case, &steps).await;
        let view = show(&world.app, &world.ctx("marta.bellini").await, case).await.unwrap();
        let holder = view.party.unwrap();
        assert_eq!((holder.tax_code, holder.names.surname.as_str()), (None, "Montanari"));
        assert_ne!(holder.id, world.incoming, "a namesake is somebody else");
    }
}

/// Takes away all addresses to write to, and gives one to somebody.
async fn reachable(world: &World, who: PartyId, email: Option<&'static str>) {
    let (ctx, today) = (world.app.system("test"), day("2026-03-11"));
    world
        .app
        .db
        .write("reachable", move |tx| {
            tx.query_sql("reachable", "DELETE FROM contact_point", &[])?;
            if let Some(email) = email {
                party::set_contact(tx, &ctx, who, ContactKind::Email, email, today, true)?;
            }
            Ok::<_, Error>(())
        })
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_address_is_asked_by_telephone_and_the_term_stands_still_all_the_same() {
    for world in worlds().await {
        for (email, mails) in [(None, 0), (Some("irene@example.it"), 1)] {
            reachable(&world, world.incoming, email).await;
            let case = confirmed(&world, &with(&world, "conditions", &json!({ "title_proof": false }))).await;
            let ctx = world.ctx("marta.bellini").await;
            let view = show(&world.app, &ctx, case).await.unwrap();
            assert_eq!(view.case.suspended, Some(SuspensionCause::Customer));
            assert!(view.facts.iter().any(|fact| fact.kind == "integration_asked"), "{:?}", view.facts);
            let asked = view.mails.iter().filter(|mail| mail.kind == "missing_documents").count();
            assert_eq!(asked, mails);
            let told = view.comments.iter().any(|comment| comment.body.contains("per telefono o per posta"));
            assert_eq!(told, email.is_none(), "{:?}", view.comments);
            cancel(&world.app, &ctx, case, "prova".to_owned()).await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn contract_and_closing_notice_reach_whom_they_concern_and_facts_name_their_papers() {
    for world in worlds().await {
        reachable(&world, world.incoming, Some("irene@example.it")).await;
        let case = confirmed(&world, &known_party(&world)).await;
        finish_billing(&world, case, true).await;
        let view = show(&world.app, &world.ctx("marta.bellini").await, case).await.unwrap();
        assert_eq!(view.case.state, CaseState::Fulfilled, "{:?}", view.incidents);
        let sent: Vec<_> =
            view.mails.iter().map(|mail| (mail.kind.as_str(), mail.address.as_str())).collect();
        assert!(sent.contains(&("contract", "irene@example.it")), "{sent:?}");
        assert!(!sent.iter().any(|(kind, _)| *kind == "closing" || *kind == "receipt"), "{sent:?}");
        assert!(
            view.comments
                .iter()
                .any(|comment| comment.body.contains("Da spedire per posta: Avviso di chiusura"))
        );
        for (fact, paper) in [
            ("request_received", "request"),
            ("answer_sent", "receipt"),
            ("new_contract_effective", "contract"),
        ] {
            let fact = view.facts.iter().find(|known| known.kind == fact).unwrap();
            let from = view.documents.iter().find(|known| Some(known.id) == fact.document_id).unwrap();
            assert_eq!(from.kind, paper);
        }
        let left = view.appointments.iter().any(|entry| !entry.visit && entry.state == "agreed");
        assert!(!left, "what is done has no deadline any more: {:?}", view.appointments);
    }
}
