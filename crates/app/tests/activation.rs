//! The activation of a gas point for a new holder (A01) as it is shipped: from the request to gas that flows and is billed,
//! and the ways it ends before. On both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use std::sync::Arc;

use app::{
    Error, Settings,
    cases::{CaseView, Given, OpenCase, Prefill, answer, cancel, open, show},
    distributor::{ExchangedState, apply_from_folder},
};
use connectors::distributor::{StandardFormat, write_message};
use domain::{
    cases::{CaseState, Origin},
    distributor::Message,
    registry::{Contract, ContractState, SupplyPointState},
};
use kernel::{CaseId, Sector};
use serde_json::{Value as Json, json};
use store::{
    distributor::{request, row},
    outbox::mail,
    registry::{contract, meter, supply_point},
};
use support::{
    World, day,
    distributor::{admitted, done_with, refused, visit},
    voltura::{finish_billing, step, step_by},
    worlds_of,
};

const PDR: &str = "00889000317482";
const METER: &str = "E200317755";

/// A utility whose gas point stands still since its holder left.
async fn everywhere() -> Vec<World> {
    let mut all = Vec::new();
    for mut world in worlds_of(Sector::Gas).await {
        world.app = world.app.clone().with_distributor_format(Arc::new(StandardFormat));
        let network = app::Distributor {
            name: "Rete Prova".to_owned(),
            vat_number: "00488410010".to_owned(),
            prefixes: Vec::new(),
        };
        world.app.settings =
            Arc::new(Settings { distributors: vec![network], ..(*world.app.settings).clone() });
        leave(&world).await;
        all.push(world);
    }
    all
}

/// The holder leaves, and the supply is switched off.
async fn leave(world: &World) {
    let (ctx, old, point) = (world.app.system("test"), world.contract, world.point);
    let left = move |tx: &mut store::Tx<'_>| {
        let before = contract::by_id(tx, old)?.unwrap();
        let mut ended = Contract {
            state: ContractState::Ended,
            ends_on: Some(day("2026-02-28")),
            end_reason: "termination".to_owned(),
            ..before.clone()
        };
        assert!(contract::update(tx, &ctx, &before, &mut ended)?);
        let point = supply_point::by_id(tx, point)?.unwrap();
        assert!(supply_point::set_state(tx, &point, SupplyPointState::Inactive)?);
        Ok::<_, Error>(())
    };
    world.app.db.write("left", left).await.unwrap();
}

/// A draft answered up to its confirmation.
async fn draft(world: &World, payment: Json) -> CaseId {
    let new = OpenCase { procedure: "A01".to_owned(), origin: Origin::Counter, prefill: Prefill::default() };
    let case = open(&world.app, &world.ctx("marta.bellini").await, new).await.unwrap().id;
    let steps = [
        (
            "supply",
            json!({ "supply_point": world.point, "point_state": "closed_here", "received_on": "2026-03-10" }),
        ),
        ("party", json!({ "creation": "existing", "party": world.incoming })),
        (
            "title",
            json!({
                "title": "lease", "point_use": "domestic", "resident": true, "gas_use": "heating", "installation_unchanged": true,
                "cadastre_sheet": "12", "cadastre_parcel": "345",
                "access": [{ "access_name": "Irene", "access_telephone": "333 1234567", "access_when": "any" }],
            }),
        ),
        ("payment", payment),
    ];
    for (element, given) in steps {
        step(world, case, element, given).await.unwrap_or_else(|error| panic!("{element}: {error:?}"));
    }
    case
}

fn slip() -> Json {
    json!({ "offer": "GAS CASA", "payment": "slip", "deposit": 5000, "delivery": "post", "lang": "it" })
}

/// A request that was made, and its number.
async fn requested(world: &World, payment: Json) -> (CaseId, String) {
    let case = draft(world, payment).await;
    step(world, case, "confirm", json!({ "signed": true, "privacy": true })).await.unwrap();
    let view = seen(world, case).await;
    assert!(view.incidents.is_empty(), "{:?}", view.incidents);
    (case, view.case.number)
}

async fn seen(world: &World, case: CaseId) -> CaseView {
    show(&world.app, &world.app.system("test"), case).await.unwrap()
}

async fn told(world: &World, message: &Message) {
    let (app, bytes) = (&world.app, write_message(message));
    apply_from_folder(app, &app.system("distributor"), "m.xml", bytes).await.unwrap();
}

/// The contract the case has prepared or put in force.
async fn made(world: &World, case: CaseId) -> Contract {
    let point = world.point;
    let read = move |tx: &mut store::Tx<'_>| Ok::<_, Error>(contract::of_point(tx, point)?);
    let all = world.app.db.read("contracts", read).await.unwrap();
    all.into_iter().find(|contract| contract.case_id == Some(case)).unwrap()
}

async fn point_state(world: &World) -> SupplyPointState {
    let point = world.point;
    let read = move |tx: &mut store::Tx<'_>| Ok::<_, Error>(supply_point::by_id(tx, point)?);
    world.app.db.read("point", read).await.unwrap().unwrap().state
}

/// What billing is told of a kind; nothing when it was not.
async fn command(world: &World, case: CaseId, kind: &str) -> Option<Json> {
    let view = seen(world, case).await;
    let message = view.billing.iter().find(|message| message.kind == kind)?;
    Some(serde_json::from_str(&message.body).unwrap())
}

async fn close_activation(world: &World, case: CaseId, number: &str) {
    told(world, &admitted(number)).await;
    told(world, &visit(number, 14)).await;
    told(world, &done_with(number, PDR, METER, 1284)).await;
    finish_billing(world, case, true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_request_to_gas_that_flows_and_is_billed() {
    for world in everywhere().await {
        let (case, number) = requested(&world, slip()).await;
        let view = seen(&world, case).await;
        assert_eq!((view.case.state, view.case.step.as_str()), (CaseState::Started, "await_answer"));
        let papers: Vec<&str> = view.documents.iter().map(|paper| paper.kind.as_str()).collect();
        assert!(papers.contains(&"receipt") && papers.contains(&"contract"), "{papers:?}");
        assert_eq!(made(&world, case).await.state, ContractState::Draft);
        assert!(view.billing.is_empty(), "billing hears of it when gas flows");
        assert_eq!(view.exchanged.len(), 1);
        assert_eq!(view.exchanged[0].state, ExchangedState::Queued);
        let promised = view.clocks.iter().find(|clock| clock.promise).expect("a promised day");
        assert!(!promised.evaluation.stopped);

        close_activation(&world, case, &number).await;
        let view = seen(&world, case).await;
        assert!(view.incidents.is_empty(), "{:?}", view.incidents);
        assert_eq!(view.case.state, CaseState::Fulfilled);
        let new = made(&world, case).await;
        assert_eq!((new.state, new.starts_on), (ContractState::Active, day("2026-03-11")));
        assert_eq!(point_state(&world).await, SupplyPointState::Active);
        let flows = view.facts.iter().find(|fact| fact.kind == "supply_activated").unwrap();
        assert_eq!(flows.at.date(), day("2026-03-11"));
        assert!(view.clocks.iter().all(|clock| clock.evaluation.stopped));

        let activation = command(&world, case, "activation").await.unwrap();
        assert_eq!(activation["contract"], json!(new.number));
        assert_eq!(activation["meter"], json!(METER));
        assert_eq!(activation["deposit_cents"], json!(5000));
        assert_eq!(activation["cadastre"]["sheet"], json!("12"));
        let reading = command(&world, case, "reading").await.unwrap();
        assert_eq!((&reading["values"], &reading["kind"]), (&json!({ "T": 1284 }), &json!("opening")));
        assert!(command(&world, case, "mandate").await.is_none(), "paid by slip");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_customer_is_told_of_the_appointment_with_its_day_and_band() {
    for world in everywhere().await {
        let (case, number) = requested(&world, slip()).await;
        told(&world, &admitted(&number)).await;
        told(&world, &visit(&number, 9)).await;
        let view = seen(&world, case).await;
        let line = view.mails.iter().find(|line| line.kind == "visit").expect("a mail of the visit").id;
        let read = move |tx: &mut store::Tx<'_>| Ok::<_, Error>(mail::by_id(tx, line)?);
        let text = world.app.db.read("mail", read).await.unwrap().unwrap().text;
        assert!(text.contains("il 12/03/2026, fra le 09:00 e le 11:00"), "{text}");
        assert_eq!(view.appointments.iter().filter(|entry| entry.visit).count(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_direct_debit_is_signed_with_the_contract_and_told_to_billing() {
    for world in everywhere().await {
        let debit = json!({
            "offer": "GAS CASA", "payment": "sdd", "iban": "IT60X0542811101000000123456", "deposit": 5000, "delivery": "post", "lang": "it",
        });
        let (case, number) = requested(&world, debit).await;
        close_activation(&world, case, &number).await;
        assert_eq!(seen(&world, case).await.case.state, CaseState::Fulfilled);
        let mandate = command(&world, case, "mandate").await.unwrap();
        assert_eq!(mandate["iban"], json!("IT60X0542811101000000123456"));
        assert_eq!(made(&world, case).await.deposit.cents(), 0, "none is asked for with a direct debit");
    }
}

/// Field and code of what was not taken.
fn problems(outcome: Result<app::cases::Answered, Error>) -> Vec<(String, String)> {
    match outcome {
        Err(Error::Invalid(problems)) => {
            problems.into_iter().map(|problem| (problem.field, problem.code)).collect()
        }
        other => panic!("the form was taken: {other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_blocks_is_told_before_the_request_is_made_unless_it_is_recorded_as_refused() {
    for world in everywhere().await {
        let case = draft(&world, slip()).await;
        // Meanwhile somebody takes the meter away.
        let point = world.point;
        let take = move |tx: &mut store::Tx<'_>| {
            for device in meter::of_point(tx, point)? {
                meter::remove(tx, device.id, day("2026-03-11"))?;
            }
            Ok::<_, Error>(())
        };
        world.app.db.write("take", take).await.unwrap();
        let signed = step(&world, case, "confirm", json!({ "signed": true, "privacy": true })).await;
        assert_eq!(problems(signed), [("supply_point".to_owned(), "meter_missing".to_owned())]);
        let view = seen(&world, case).await;
        assert_eq!(view.case.state, CaseState::Draft, "nothing was made");
        assert!(view.facts.is_empty() && view.exchanged.is_empty());
        let found = app::voltura::request_findings(&world.app, &world.ctx("marta.bellini").await, case).await;
        assert_eq!(found.unwrap()[0].code, "meter_missing");

        // The page keeps what is typed, and the draft is judged anew whenever it is kept.
        let kept = Given { element: "confirm".to_owned(), draft: true, ..Given::default() };
        answer(&world.app, &world.ctx("marta.bellini").await, case, kept).await.unwrap();
        step(&world, case, "confirm", json!({ "refuse_request": true })).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!((view.case.state, view.case.outcome.as_str()), (CaseState::Inadmissible, "meter_missing"));
        assert!(view.documents.iter().any(|paper| paper.kind == "refusal"));
        assert!(view.exchanged.is_empty(), "the distributor is not asked");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nothing_blocks_cannot_be_recorded_as_refused() {
    for world in everywhere().await {
        let case = draft(&world, slip()).await;
        let refused = step(&world, case, "confirm", json!({ "refuse_request": true })).await;
        assert!(refused.is_err());
        assert_eq!(seen(&world, case).await.case.state, CaseState::Draft);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_distributor_does_not_admit_is_corrected_and_sent_again_under_a_code_of_its_own() {
    for world in everywhere().await {
        let (case, number) = requested(&world, slip()).await;
        told(&world, &refused(&number)).await;
        let view = seen(&world, case).await;
        assert_eq!(view.case.step, "correct");
        assert_eq!(view.case.data["distributor_reason"], "010 PdR inesistente");
        let again = json!({ "correction": "resend", "meter_serial": "E200317755", "correction_note": "Matricola corretta" });
        step_by(&world, "paolo.conti", case, "correct", again).await.unwrap();
        let second = format!("{number}-2");
        assert_eq!(seen(&world, case).await.case.data["distributor_request"], json!(second));
        close_activation(&world, case, &second).await;
        assert_eq!(seen(&world, case).await.case.state, CaseState::Fulfilled);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_below_the_last_one_waits_for_a_person_with_what_is_known() {
    for world in everywhere().await {
        let (case, number) = requested(&world, slip()).await;
        told(&world, &admitted(&number)).await;
        told(&world, &done_with(&number, PDR, METER, 3)).await;
        let view = seen(&world, case).await;
        assert_eq!(
            (view.case.step.as_str(), &view.case.data["activation_difference"]),
            ("resolve", &json!("reading"))
        );
        assert_eq!(view.case.data["activation_known"]["reading"], "1284 (28/02/2026)");
        assert_eq!(point_state(&world).await, SupplyPointState::Inactive);

        let decided =
            json!({ "resolution": "take_distributor", "resolution_note": "Fotografia del contatore" });
        step_by(&world, "paolo.conti", case, "resolve", decided).await.unwrap();
        finish_billing(&world, case, true).await;
        assert_eq!(seen(&world, case).await.case.state, CaseState::Fulfilled);
        assert_eq!(command(&world, case, "reading").await.unwrap()["values"], json!({ "T": 3 }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_called_off_by_hand_drops_its_contract_and_its_request() {
    for world in everywhere().await {
        let (case, number) = requested(&world, slip()).await;
        // The request had left already.
        let (id, now) = (case, kernel::Clock::now(&*world.clock));
        let sent = move |tx: &mut store::Tx<'_>| {
            let asked = request::of_case(tx, id)?.remove(0);
            Ok::<_, Error>(request::mark_sent(tx, asked.id, now)?)
        };
        assert!(world.app.db.write("sent", sent).await.unwrap());
        let clerk = world.ctx("paolo.conti").await;
        cancel(&world.app, &clerk, case, "Il cliente ha rinunciato".to_owned()).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!(view.case.state, CaseState::Cancelled);
        assert_eq!(view.exchanged[0].state, ExchangedState::Withdrawn);
        assert!(view.comments.iter().any(|comment| comment.body.contains("Telefona al distributore")));
        let dropped = made(&world, case).await;
        assert_eq!((dropped.state, dropped.end_reason.as_str()), (ContractState::Ended, "not_activated"));

        // An answer that comes all the same waits for a person.
        told(&world, &admitted(&number)).await;
        let read = |tx: &mut store::Tx<'_>| Ok::<_, Error>(row::quarantined(tx, 10)?);
        assert_eq!(world.app.db.read("waiting", read).await.unwrap().len(), 1);
        assert_eq!(point_state(&world).await, SupplyPointState::Inactive);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn once_gas_flows_the_case_can_no_longer_be_called_off() {
    for world in everywhere().await {
        let (case, number) = requested(&world, slip()).await;
        told(&world, &admitted(&number)).await;
        told(&world, &done_with(&number, PDR, "X9", 3)).await;
        let clerk = world.ctx("paolo.conti").await;
        let waits = cancel(&world.app, &clerk, case, "Ripensato".to_owned()).await.unwrap_err();
        assert_eq!(waits.code(), "supply_activated", "the data differ, and gas flows");
        let decided = json!({ "resolution": "take_distributor", "resolution_note": "Contatore cambiato" });
        step_by(&world, "paolo.conti", case, "resolve", decided).await.unwrap();
        let made = cancel(&world.app, &clerk, case, "Ripensato".to_owned()).await.unwrap_err();
        assert_eq!(made.code(), "contract_made");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_activations_of_one_point_the_second_is_told_of_the_first() {
    for world in everywhere().await {
        let second = draft(&world, slip()).await;
        let (_, number) = requested(&world, slip()).await;
        let refused = step(&world, second, "confirm", json!({ "signed": true, "privacy": true })).await;
        let Err(Error::Invalid(problems)) = refused else { panic!("two activations of one point") };
        let told: Vec<(&str, &str)> =
            problems.iter().map(|problem| (problem.code.as_str(), problem.args[0].1.as_str())).collect();
        assert_eq!(told, [("same_open", number.as_str())]);
    }
}
