//! The worker dies at every statement and around every commit of every pass in which a change of holder is handed to the
//! billing system and its answers are taken in: nothing is lost and nothing is done twice, on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail loudly, in its helpers too")]

#[path = "../../app/tests/support/mod.rs"]
mod support;

use std::path::Path;

use app::{Error, cases::show};
use connectors::simulator::Simulator;
use domain::cases::CaseState;
use jobs::{JobsSettings, MailRoute, Worker};
use kernel::{CaseId, Clock as _};
use store::work::job;
use support::{
    World,
    voltura::{confirmed, known_party},
    worlds,
};

/// Longer than the lease of the one that died.
const LEASE_OVER: i64 = 300;

/// Typesetting takes too long to be done hundreds of times, and it has its own tests: papers wait for the last pass.
async fn put_papers_off(world: &World) {
    let sql = "UPDATE job SET run_at = 9000000000000000 WHERE kind = 'produce_document' AND state = 'waiting' RETURNING id";
    world.app.db.write("no-papers", move |tx| tx.query_sql("no-papers", sql, &[])).await.unwrap();
}

/// A job that dies is given up after some tries, which is right, and not what this is about.
async fn forget_tries(world: &World) {
    let sql = "UPDATE job SET attempts = 0 WHERE state IN ('waiting', 'running') RETURNING id";
    world.app.db.write("tries", move |tx| tx.query_sql("tries", sql, &[])).await.unwrap();
}

/// How far the work has come: jobs ended, and the commands with their states.
async fn progress(world: &World, case: CaseId) -> (usize, Vec<(String, String)>) {
    let sql = "SELECT id FROM job WHERE state = 'done'";
    let done = world.app.db.read("done", move |tx| tx.query_sql("done", sql, &[])).await.unwrap().len();
    let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
    (done, view.billing.iter().map(|one| (one.kind.clone(), one.state.clone())).collect())
}

/// One worker, as a process would start it, looks once; then the billing system.
async fn pass(world: &World, folder: &Path) {
    let settings = JobsSettings {
        billing: Some(folder.join("billing")),
        mail: Some(MailRoute::Folder(folder.join("mail"))),
        reminder_days: Vec::new(),
        parallel: 1,
        ..JobsSettings::new("one")
    };
    let worker = Worker::new(world.app.clone(), settings).unwrap();
    worker.run_periodic(world.clock.now()).await;
    // A lost database ends the look; what was taken is taken up again when its lease is over.
    let _ = worker.run_until_idle(world.clock.now()).await;
    Simulator::open(&folder.join("billing")).unwrap().take_all().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_dies_at_any_point_of_any_pass_loses_and_doubles_nothing() {
    for world in worlds().await {
        let folder = tempfile::tempdir().unwrap();
        let case = confirmed(&world, &known_party(&world)).await;
        let (mut at, mut deaths, mut quiet) = (1, 0, 0);
        while quiet < 3 {
            put_papers_off(&world).await;
            forget_tries(&world).await;
            let before = progress(&world, case).await;
            world.app.db.faults().fail_at(at);
            pass(&world, folder.path()).await;
            let died = world.app.db.faults().heal();
            deaths += i64::from(died);
            // With every step forward each point is a new one; without, the next point is tried.
            let moved = progress(&world, case).await != before;
            at = if moved { 1 } else { at + 1 };
            quiet = if died || moved { 0 } else { quiet + 1 };
            world.clock.advance(LEASE_OVER);
            assert!(deaths < 5000, "the work never ends");
        }
        let simulator = Simulator::open(&folder.path().join("billing")).unwrap();
        assert_eq!((simulator.book().applied(), simulator.book().readings()), (3, 1));
        let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
        assert!(view.billing.iter().all(|one| one.state == "applied"), "{:?}", view.billing);
        assert_eq!(view.case.state, CaseState::Fulfilled);
        let failed = world.app.db.read("failed", |tx| Ok::<_, Error>(job::failed(tx, 100)?)).await.unwrap();
        assert!(failed.is_empty(), "{failed:?}");
        eprintln!("{:?}: {deaths} deaths of the worker", world.fresh.db.engine());
        assert!(deaths > 100, "only {deaths} deaths: the passes have more points than that");
    }
}
