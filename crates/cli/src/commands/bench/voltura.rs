//! Changes of holder from draft to the new contract, each step one durable transaction.

use std::time::Instant as Stopwatch;

use app::{
    App,
    cases::{Given, OpenCase, Prefill, answer, open},
};
use domain::{
    cases::Origin,
    registry::{ContractState, SupplyPointState},
};
use kernel::{PartyId, SupplyPointId};
use serde_json::{Value as Json, json};
use store::registry::{contract, meter, party, supply_point};

use super::{
    figures::{Times, put},
    on,
};
use crate::failure::Failure;

/// A point to be taken over, and by whom.
pub(in crate::commands) struct Wanted {
    pub point: SupplyPointId,
    pub party: PartyId,
    pub readings: serde_json::Map<String, Json>,
}

/// Points with a contract in force, and somebody else to take each over.
pub(in crate::commands) async fn wanted(app: &App, n: usize) -> Result<Vec<Wanted>, Failure> {
    let today = app.clock.today();
    let found = app
        .db
        .read("bench-wanted", move |tx| {
            let mut found: Vec<Wanted> = Vec::new();
            let mut after = (String::new(), PartyId::from_bytes([0; 16]));
            let mut former: Option<PartyId> = None;
            while found.len() < n {
                let page = party::page(tx, &after.0, after.1, 200)?;
                let Some(last) = page.last() else { break };
                after = (last.names.folded(), last.id);
                for known in page {
                    let Some(taker) = former.replace(known.id) else { continue };
                    for contract in contract::of_party(tx, known.id)?.into_iter().take(1) {
                        let Some(point) = supply_point::by_id(tx, contract.supply_point_id)? else {
                            continue;
                        };
                        if contract.state != ContractState::Active
                            || contract.ends_on.is_some()
                            // Taken over today, by a measure before this one.
                            || contract.starts_on >= today
                            || point.state != SupplyPointState::Active
                        {
                            continue;
                        }
                        let mut readings = serde_json::Map::new();
                        for device in
                            meter::of_point(tx, point.id)?.iter().filter(|device| device.removed_on.is_none())
                        {
                            for register in &device.registers {
                                let last = meter::history(tx, device.id, &register.code, 1)?;
                                let last = last
                                    .first()
                                    .filter(|last| last.read_on < today)
                                    .map_or(0, |last| last.value);
                                readings.insert(register.code.clone(), json!(last + 1));
                            }
                        }
                        found.push(Wanted { point: point.id, party: taker, readings });
                    }
                }
            }
            found.truncate(n);
            Ok::<_, db::DbError>(std::sync::Arc::new(std::sync::Mutex::new(found)))
        })
        .await?;
    Ok(std::mem::take(&mut *found.lock().unwrap_or_else(std::sync::PoisonError::into_inner)))
}

/// The answers of a change of holder to somebody known, without more power.
pub(in crate::commands) fn answers(one: &Wanted, today: kernel::Date) -> [(&'static str, Json); 7] {
    [
        ("supply", json!({ "supply_point": one.point })),
        ("party", json!({ "creation": "existing", "party": one.party })),
        (
            "conditions",
            json!({ "variant": "ordinary", "title": "lease", "title_proof": true, "resident": true,
                "debt_declaration": true, "was_occupant": false, "starts_on": today }),
        ),
        (
            "reading",
            json!({ "read_on": today, "read_by": "incoming", "readings": one.readings, "readings_confirmed": true }),
        ),
        ("power", json!({ "power_increase": false, "visit_needed": false })),
        ("payment", json!({ "offer": "BASE", "payment": "slip", "delivery": "post", "lang": "it" })),
        ("confirm", json!({ "signed": true, "privacy": true, "marketing": false })),
    ]
}

/// Carries them out: a line for the whole, and one for their steps.
pub async fn run(app: &App, n: usize) -> Result<Vec<Json>, Failure> {
    let ctx = app.system("bench");
    let today = app.clock.today();
    let (mut steps, mut whole, mut refused) = (Times::default(), Times::default(), 0);
    for one in wanted(app, n).await? {
        let began = Stopwatch::now();
        let new =
            OpenCase { procedure: "VOL".to_owned(), origin: Origin::Internal, prefill: Prefill::default() };
        let case = open(app, &ctx, new).await?.id;
        let answers = answers(&one, today);
        let mut done = true;
        for (element, given) in answers {
            let Json::Object(typed) = given else { continue };
            let began = Stopwatch::now();
            let answered =
                answer(app, &ctx, case, Given { element: element.to_owned(), typed, ..Given::default() })
                    .await;
            steps.since(began);
            if let Err(error) = answered {
                tracing::debug!(%error, element, "refused");
                done = false;
                break;
            }
        }
        if done {
            whole.since(began);
        } else {
            refused += 1;
        }
    }
    let on = on(app).await?;
    let mut line = whole.line("voltura", &on);
    put(&mut line, "refused", json!(refused));
    Ok(vec![line, steps.line("voltura_step", &on)])
}
