//! A change of holder on its way.

use app::{
    Error,
    cases::{Answered, Given, OpenCase, Prefill, answer, open},
};
use domain::cases::Origin;
use kernel::CaseId;
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

/// The answers of a party that is in the registry, from today, up to the confirmation.
pub fn known_party(world: &World) -> Vec<(&'static str, Json)> {
    vec![
        ("supply", json!({ "supply_point": world.point })),
        ("party", json!({ "creation": "existing", "party": world.incoming })),
        (
            "conditions",
            json!({ "variant": "ordinary", "title": "lease", "title_proof": true, "resident": true, "starts_on": "2026-03-11" }),
        ),
        (
            "reading",
            json!({ "read_on": "2026-03-11", "readings": { "F1": 8431, "F2": 6221, "F3": 7110 }, "read_by": "incoming" }),
        ),
        ("power", json!({ "power_increase": false })),
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
