//! The process dies at every statement of the completion of a change of holder, on both engines: nothing is
//! half-done, nothing is lost, and the work goes on from where it stood.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use std::{process::Command, sync::Arc};

use app::{
    App, Error,
    cases::{Given, OpenCase, Prefill, answer, open, show},
};
use db::{Db, Options};
use domain::cases::{CaseState, Origin};
use kernel::{CaseId, SupplyPointId, ids::RandomIds};
use serde_json::{Value as Json, json};
use store::registry::contract;
use support::{World, answers, app_on, ctx_of, worlds};

#[expect(
    clippy::disallowed_methods,
    reason = "the parent tells the child what to do through the environment"
)]
fn told(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The last step of the draft: everything that follows from the confirmation is one transaction.
fn confirmation() -> Given {
    Given {
        element: "confirm".to_owned(),
        typed: answers(json!({ "signed": true, "privacy": true })),
        ..Given::default()
    }
}

async fn reopen(url: &str) -> App {
    let db = Db::open(&url.parse().unwrap(), &Options::default()).await.unwrap();
    app_on(db, Arc::new(RandomIds::default())).0
}

/// Not a test of its own: what the child process does when the parent starts it.
#[tokio::test(flavor = "multi_thread")]
async fn child() {
    let (Some(url), Some(case), Some(at)) = (told("KILL_URL"), told("KILL_CASE"), told("KILL_AT")) else {
        return;
    };
    let app = reopen(&url).await;
    let ctx = ctx_of(&app, "marta.bellini").await;
    db::fault::abort_at(at.parse().unwrap());
    answer(&app, &ctx, case.parse().unwrap(), confirmation()).await.unwrap();
    std::process::exit(77);
}

async fn ready_to_confirm(world: &World) -> CaseId {
    let ctx = ctx_of(&world.app, "marta.bellini").await;
    let new = OpenCase { procedure: "VOL".to_owned(), origin: Origin::Counter, prefill: Prefill::default() };
    let case = open(&world.app, &ctx, new).await.unwrap().id;
    let steps: [(&str, Json); 7] = [
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
        ("power", json!({ "power_increase": true })),
        ("power_data", json!({ "power_w": 4500, "voltage_v": 230, "phases": 1 })),
        (
            "payment",
            json!({ "offer": "LUCE CASA", "payment": "sdd", "iban": "IT60X0542811101000000123456", "iban_holder": "Montanari Irene",
                "delivery": "post", "lang": "it" }),
        ),
    ];
    for (element, given) in steps {
        let given = Given { element: element.to_owned(), typed: answers(given), ..Given::default() };
        answer(&world.app, &ctx, case, given).await.unwrap_or_else(|error| panic!("{element}: {error:?}"));
    }
    case
}

/// Everything that must be there together or not at all.
async fn traces(app: &App, case: CaseId, point: SupplyPointId) -> (CaseState, usize, Vec<usize>) {
    let ctx = app.system("test");
    let view = show(app, &ctx, case).await.unwrap();
    let contracts =
        app.db.read("contracts", move |tx| Ok::<_, Error>(contract::of_point(tx, point)?)).await.unwrap();
    let in_force = contracts.iter().filter(|contract| contract.ends_on.is_none()).count();
    assert_eq!(in_force, 1, "exactly one contract is in force on the point, whenever the process died");
    let counted = vec![
        view.documents.len(),
        view.billing.len(),
        view.appointments.len(),
        view.linked.len(),
        view.facts.len(),
    ];
    (view.case.state, contracts.len(), counted)
}

#[tokio::test(flavor = "multi_thread")]
async fn dying_at_any_statement_of_the_completion_leaves_all_of_it_or_nothing() {
    if told("KILL_AT").is_some() {
        return;
    }
    for world in worlds().await {
        let case = ready_to_confirm(&world).await;
        let before = traces(&world.app, case, world.point).await;
        assert_eq!(before.0, CaseState::Draft);
        let (mut at, mut deaths) = (1, 0);
        loop {
            let child = Command::new(std::env::current_exe().unwrap())
                .args(["child", "--exact", "--nocapture"])
                .env("KILL_URL", reachable(&world))
                .env("KILL_CASE", case.to_string())
                .env("KILL_AT", at.to_string())
                .output()
                .unwrap();
            if child.status.code() == Some(77) {
                break;
            }
            assert!(
                child.status.code().is_none(),
                "the child failed instead of dying: {}",
                String::from_utf8_lossy(&child.stderr)
            );
            deaths += 1;
            assert_eq!(traces(&world.app, case, world.point).await, before, "statement {at}");
            at += step_size(at);
            assert!(at < 2000, "the completion never ends");
        }
        assert!(deaths > 20, "only {deaths} deaths: the completion has more statements than that");
        let (state, contracts, counted) = traces(&world.app, case, world.point).await;
        assert_eq!((state, contracts), (CaseState::Admissible, 2));
        assert!(counted.iter().all(|count| *count > 0), "{counted:?}");
        eprintln!("{:?}: {deaths} deaths, all or nothing each time", world.fresh.db.engine());
    }
}

/// Each child is a process of its own: every statement at first, later every third.
const fn step_size(at: i64) -> i64 {
    if at < 30 { 1 } else { 3 }
}

fn reachable(world: &World) -> String {
    match world.fresh.db.engine() {
        db::Engine::Sqlite => world.fresh.url.to_string(),
        db::Engine::Postgres => {
            let server = told("SPORTELLO_TEST_POSTGRES").unwrap();
            let name = world.fresh.url.to_string();
            let name = name.rsplit('/').next().unwrap_or_default().to_owned();
            let (base, _) = server.rsplit_once('/').unwrap();
            format!("{base}/{name}")
        }
    }
}
