//! The process dies at every statement, before and after every commit, of a change of holder with more power: at the
//! confirmation, at each answer of the billing system, at the technician's task. On both engines nothing is half-done,
//! nothing is lost, nothing is done twice when the caller asks again.
//!
//! Most deaths are told to the database, which is gone from that point on; that leaves on the disk what a killed process
//! leaves, and some real deaths beside them show it.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

#[path = "support/dying.rs"]
mod dying;
mod support;

use std::{process::Command, sync::Arc};

use app::{
    App,
    cases::{Given, OpenCase, Prefill, answer, open},
};
use db::{Db, Options};
use domain::cases::{CaseState, Origin};
use dying::{billing_answers, die_everywhere, traces};
use kernel::{CaseId, ids::RandomIds};
use serde_json::{Value as Json, json};
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
    app.db.faults().abort_at(at.parse().unwrap());
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

#[tokio::test(flavor = "multi_thread")]
async fn dying_at_any_point_up_to_fulfilment_leaves_all_or_nothing_and_asking_again_doubles_nothing() {
    for world in worlds().await {
        let case = ready_to_confirm(&world).await;
        let operator = world.ctx("marta.bellini").await;
        let (deaths, after) =
            die_everywhere(&world, case, async || answer(&world.app, &operator, case, confirmation()).await)
                .await;
        assert!(deaths > 60, "only {deaths} points: the completion has more statements than that");
        assert_eq!((after.state, after.contracts, after.linked), (CaseState::Admissible, 2, 1));
        assert!(after.counted.iter().all(|count| *count > 0), "{after:?}");

        let (deaths, after) = billing_answers(&world, case).await;
        assert!(after.billing.iter().all(|(_, state)| state == "applied"), "{after:?}");
        assert_eq!((after.step.as_str(), after.contracts, after.linked), ("technician", 2, 1));

        let technician = world.ctx("luca.ferrari").await;
        let visit = || Given {
            element: "technician".to_owned(),
            typed: answers(json!({ "visit_on": "2026-03-11", "visit_outcome": "done" })),
            ..Given::default()
        };
        let (last, after) =
            die_everywhere(&world, case, async || answer(&world.app, &technician, case, visit()).await).await;
        assert_eq!((after.state, after.contracts, after.linked), (CaseState::Fulfilled, 2, 1), "{after:?}");
        eprintln!("{:?}: {deaths} and {last} deaths after the confirmation", world.fresh.db.engine());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_killed_for_real_leaves_what_the_told_deaths_leave() {
    if told("KILL_AT").is_some() {
        return;
    }
    for (told_to, killed) in worlds().await.iter().zip(&worlds().await) {
        let case = ready_to_confirm(told_to).await;
        let operator = told_to.ctx("marta.bellini").await;
        let (last, after) = die_everywhere(told_to, case, async || {
            answer(&told_to.app, &operator, case, confirmation()).await
        })
        .await;

        let case = ready_to_confirm(killed).await;
        let before = traces(&killed.app, case, killed.point).await;
        for at in [1, 2, last / 4, last / 2, last - 2, last - 1] {
            die_for_real(killed, case, at);
            assert_eq!(traces(&killed.app, case, killed.point).await, before, "point {at} of {last}");
        }
        // A new process reads some things once more that the other had at hand, so that its commit comes a little later.
        let mut seen = before.clone();
        for at in last..last + 60 {
            die_for_real(killed, case, at);
            seen = traces(&killed.app, case, killed.point).await;
            if seen != before {
                break;
            }
        }
        assert_eq!(seen, after, "after the commit");
        let operator = killed.ctx("marta.bellini").await;
        let again = answer(&killed.app, &operator, case, confirmation()).await;
        assert_eq!(traces(&killed.app, case, killed.point).await, after, "asked again: {again:?}");
    }
}

/// A process of its own confirms the case and dies at a point.
fn die_for_real(world: &World, case: CaseId, at: i64) {
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["child", "--exact", "--nocapture"])
        .env("KILL_URL", reachable(world))
        .env("KILL_CASE", case.to_string())
        .env("KILL_AT", at.to_string())
        .output()
        .unwrap();
    assert!(
        child.status.code().is_none(),
        "the child ended at {at} instead of dying: {:?} {}",
        child.status,
        String::from_utf8_lossy(&child.stderr)
    );
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
