//! The process dies at every statement, before and after every commit, of a change of holder with more power: at the
//! confirmation, at each answer of the billing system, at the technician's task. On both engines nothing is half-done,
//! nothing is lost, nothing is done twice when the caller asks again.
//!
//! Most deaths are told to the database, which is gone from that point on; that leaves on the disk what a killed process
//! leaves, and some real deaths beside them show it.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use std::{fmt::Debug, process::Command, sync::Arc};

use app::{
    App, Error,
    cases::{Given, answer, show},
};
use db::{Db, Options};
use domain::cases::CaseState;
use kernel::{CaseId, SupplyPointId, ids::RandomIds};
use serde_json::json;
use store::registry::contract;
use support::{
    World, answers, app_on, ctx_of,
    voltura::{draft, more_power, walk},
    worlds,
};

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
    let case = draft(world).await;
    walk(world, case, &more_power(world)).await;
    case
}

/// Everything that must be there together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Traces {
    state: CaseState,
    step: String,
    contracts: usize,
    linked: usize,
    /// Papers, appointments, facts, lines of the audit trail, ended tasks.
    counted: [usize; 5],
    /// The commands for billing and how far they are.
    billing: Vec<(String, String)>,
    jobs: i64,
}

async fn traces(app: &App, case: CaseId, point: SupplyPointId) -> Traces {
    let view = show(app, &app.system("test"), case).await.unwrap();
    let (contracts, jobs) = app
        .db
        .read("contracts", move |tx| {
            Ok::<_, Error>((contract::of_point(tx, point)?, store::work::job::waiting(tx, "none")?))
        })
        .await
        .unwrap();
    let in_force = contracts.iter().filter(|contract| contract.ends_on.is_none()).count();
    assert_eq!(in_force, 1, "exactly one contract is in force on the point, whenever the process died");
    Traces {
        state: view.case.state,
        step: view.case.step.clone(),
        contracts: contracts.len(),
        linked: view.linked.len(),
        counted: [
            view.documents.len(),
            view.appointments.len(),
            view.facts.len(),
            view.audit.len(),
            view.tasks.iter().filter(|task| task.ended_at.is_some()).count(),
        ],
        billing: view.billing.iter().map(|one| (one.kind.clone(), one.state.clone())).collect(),
        jobs,
    }
}

/// Lets an act die at point after point until it dies after its commit: every death before leaves what was there before
/// it. Answers at which point that was and what is there then; the act, done again, changes nothing more.
async fn die_everywhere<A: Debug>(
    world: &World,
    case: CaseId,
    act: impl AsyncFn() -> Result<A, Error>,
) -> (i64, Traces) {
    let look = || traces(&world.app, case, world.point);
    let before = look().await;
    for at in 1..2000 {
        world.app.db.faults().fail_at(at);
        let done = act().await;
        assert!(world.app.db.faults().heal(), "no death at {at}: the act ended without a commit");
        done.expect_err("an act on a lost database says so");
        let now = look().await;
        if now != before {
            let again = act().await;
            assert_eq!(look().await, now, "done again after the commit, the act changes more: {again:?}");
            return (at, now);
        }
    }
    panic!("the act never ends");
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

/// Every command is answered as applied, the answer dying everywhere on its way.
async fn billing_answers(world: &World, case: CaseId) -> (i64, Traces) {
    let system = world.app.system("billing");
    let messages = show(&world.app, &system, case).await.unwrap().billing;
    let (mut deaths, mut last) = (0, traces(&world.app, case, world.point).await);
    for message in messages {
        let given = || app::billing::Answer {
            key: message.key.clone(),
            applied: true,
            code: "OK".to_owned(),
            text: String::new(),
        };
        let (at, after) = die_everywhere(world, case, async || {
            app::billing::take_answer(&world.app, &system, given()).await
        })
        .await;
        (deaths, last) = (deaths + at, after);
    }
    (deaths, last)
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
