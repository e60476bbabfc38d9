//! Acts that die at every statement and around every commit, and what they leave.

use std::fmt::Debug;

use app::{App, Error, cases::show};
use domain::cases::CaseState;
use kernel::{CaseId, SupplyPointId};
use store::registry::contract;

use crate::support::World;

/// Everything that must be there together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traces {
    pub state: CaseState,
    pub step: String,
    pub contracts: usize,
    pub linked: usize,
    /// Papers, appointments, facts, lines of the audit trail, ended tasks.
    pub counted: [usize; 5],
    /// The commands for billing and how far they are.
    pub billing: Vec<(String, String)>,
    pub jobs: i64,
}

pub async fn traces(app: &App, case: CaseId, point: SupplyPointId) -> Traces {
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
pub async fn die_everywhere<A: Debug>(
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

/// Every command is answered as applied, the answer dying everywhere on its way.
pub async fn billing_answers(world: &World, case: CaseId) -> (i64, Traces) {
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
