//! A change of holder on its way.

use app::{
    Error,
    cases::{Answered, Given, OpenCase, Prefill, answer, open},
};
use domain::cases::Origin;
use kernel::{CaseId, Sector};
use serde_json::{Value as Json, json};

use super::{World, answers};

pub async fn draft(world: &World) -> CaseId {
    let ctx = world.ctx("marta.bellini").await;
    let new = OpenCase { procedure: "VOL".to_owned(), origin: Origin::Counter, prefill: Prefill::default() };
    open(&world.app, &ctx, new).await.unwrap().id
}

pub async fn step(world: &World, case: CaseId, element: &str, given: Json) -> Result<Answered, Error> {
    step_by(world, "marta.bellini", case, element, given).await
}

pub async fn step_by(
    world: &World,
    who: &str,
    case: CaseId,
    element: &str,
    given: Json,
) -> Result<Answered, Error> {
    let ctx = world.ctx(who).await;
    let given = Given { element: element.to_owned(), typed: answers(given), ..Given::default() };
    answer(&world.app, &ctx, case, given).await
}

pub async fn walk(world: &World, case: CaseId, steps: &[(&str, Json)]) -> Answered {
    let mut last = None;
    for (element, given) in steps {
        let answered = step(world, case, element, given.clone())
            .await
            .unwrap_or_else(|error| panic!("{element}: {error:?}"));
        last = Some(answered);
    }
    last.unwrap()
}

/// What the meters of the supply show on the day of the change.
pub fn shown(world: &World) -> Json {
    match world.sector {
        Sector::Electricity => json!({ "F1": 8431, "F2": 6221, "F3": 7110 }),
        Sector::Telecom => json!({}),
        _ => json!({ "T": 1290 }),
    }
}

/// The answers of a party that is in the registry, from today, up to the confirmation.
pub fn known_party(world: &World) -> Vec<(&'static str, Json)> {
    vec![
        ("supply", json!({ "supply_point": world.point })),
        ("party", json!({ "creation": "existing", "party": world.incoming })),
        (
            "conditions",
            json!({ "variant": "ordinary", "title": "lease", "title_proof": true, "resident": true, "starts_on": "2026-03-11" }),
        ),
        ("reading", json!({ "read_on": "2026-03-11", "readings": shown(world), "read_by": "incoming" })),
        (
            "power",
            if world.sector == Sector::Electricity {
                json!({ "power_increase": false })
            } else {
                json!({ "visit_needed": false })
            },
        ),
        ("payment", json!({ "offer": "LUCE CASA", "payment": "slip", "delivery": "post", "lang": "it" })),
    ]
}

/// The same with other answers at one step.
pub fn with(world: &World, step: &str, other: &Json) -> Vec<(&'static str, Json)> {
    let mut steps = known_party(world);
    for (element, given) in &mut steps {
        if *element == step {
            for (name, value) in other.as_object().unwrap() {
                given[name] = value.clone();
            }
        }
    }
    steps
}

/// The same of a party that is not in the registry, entered in guided steps: its data, then the answers as above.
pub fn newcomer(world: &World, contact: Json) -> Vec<(&'static str, Json)> {
    let mut steps = known_party(world);
    steps.splice(
        1..3,
        [
            ("party", json!({ "creation": "guided" })),
            ("contact", contact),
            (
                "link",
                json!({ "variant": "ordinary", "title": "lease", "title_proof": true, "resident": true }),
            ),
            ("new_supply", json!({ "starts_on": "2026-03-11" })),
        ],
    );
    steps
}

/// The same steps with more power wanted, paid by direct debit.
pub fn more_power(world: &World) -> Vec<(&'static str, Json)> {
    let account =
        json!({ "payment": "sdd", "iban": "IT60X0542811101000000123456", "iban_holder": "Montanari Irene" });
    let mut steps = with(world, "payment", &account);
    let place = steps.iter().position(|(element, _)| *element == "power").unwrap();
    steps.splice(
        place..=place,
        [
            ("power", json!({ "power_increase": true })),
            ("power_data", json!({ "power_w": 4500, "voltage_v": 230, "phases": 1 })),
        ],
    );
    steps
}

/// A change of holder whose request was made with these answers.
pub async fn confirmed(world: &World, steps: &[(&'static str, Json)]) -> CaseId {
    let case = draft(world).await;
    walk(world, case, steps).await;
    walk(world, case, &[confirmation()]).await;
    case
}

pub fn confirmation() -> (&'static str, Json) {
    ("confirm", json!({ "signed": true, "privacy": true }))
}

/// Billing answers every command of a case.
pub async fn finish_billing(world: &World, case: CaseId, applied: bool) {
    let ctx = world.app.system("billing");
    let view = app::cases::show(&world.app, &ctx, case).await.unwrap();
    for message in view.billing.iter().filter(|message| message.state != "applied") {
        let answer = app::billing::Answer {
            key: message.key.clone(),
            applied,
            code: "OK".to_owned(),
            text: String::new(),
        };
        assert!(app::billing::take_answer(&world.app, &ctx, answer.clone()).await.unwrap());
        assert!(
            !app::billing::take_answer(&world.app, &ctx, answer).await.unwrap(),
            "a second answer changes nothing"
        );
    }
}
