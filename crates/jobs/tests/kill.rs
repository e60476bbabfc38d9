//! The worker dies at every statement and around every commit of every pass in which a change of holder is handed to the
//! billing system and its answers are taken in: nothing is lost and nothing is done twice, on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail loudly, in its helpers too")]

#[path = "../../app/tests/support/mod.rs"]
mod support;

use std::path::Path;

use app::{
    Error,
    cases::{Given, OpenCase, Prefill, answer, document_content, open, show},
};
use connectors::simulator::Simulator;
use domain::cases::{CaseState, Origin};
use jobs::{JobsSettings, MailRoute, Worker};
use kernel::{CaseId, Clock as _, DocumentId};
use serde_json::{Value as Json, json};
use store::{registry::contract, work::job};
use support::{World, answers, ctx_of, worlds};

/// Longer than the lease of the one that died.
const LEASE_OVER: i64 = 300;

async fn confirmed(world: &World, starts_on: &str) -> CaseId {
    let ctx = ctx_of(&world.app, "marta.bellini").await;
    let new = OpenCase { procedure: "VOL".to_owned(), origin: Origin::Counter, prefill: Prefill::default() };
    let case = open(&world.app, &ctx, new).await.unwrap().id;
    let steps: [(&str, Json); 7] = [
        ("supply", json!({ "supply_point": world.point })),
        ("party", json!({ "creation": "existing", "party": world.incoming })),
        (
            "conditions",
            json!({ "variant": "ordinary", "title": "lease", "title_proof": true, "resident": true, "starts_on": starts_on }),
        ),
        (
            "reading",
            json!({ "read_on": "2026-03-11", "readings": { "F1": 8431, "F2": 6221, "F3": 7110 }, "read_by": "incoming" }),
        ),
        ("power", json!({ "power_increase": false })),
        ("payment", json!({ "offer": "LUCE CASA", "payment": "slip", "delivery": "post", "lang": "it" })),
        ("confirm", json!({ "signed": true, "privacy": true })),
    ];
    for (element, given) in steps {
        let given = Given { element: element.to_owned(), typed: answers(given), ..Given::default() };
        answer(&world.app, &ctx, case, given).await.unwrap_or_else(|error| panic!("{element}: {error:?}"));
    }
    case
}

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

/// Passes with a death at each point, until nothing more is done; the clock goes on by the lease between them. Answers how
/// often the worker died.
async fn die_in_every_pass(world: &World, case: CaseId, folder: &Path) -> i64 {
    let (mut at, mut deaths, mut quiet) = (1, 0, 0);
    while quiet < 3 {
        put_papers_off(world).await;
        forget_tries(world).await;
        let before = progress(world, case).await;
        world.app.db.faults().fail_at(at);
        pass(world, folder).await;
        let died = world.app.db.faults().heal();
        deaths += i64::from(died);
        // With every step forward each point is a new one; without, the next point is tried.
        let moved = progress(world, case).await != before;
        at = if moved { 1 } else { at + 1 };
        quiet = if died || moved { 0 } else { quiet + 1 };
        world.clock.advance(LEASE_OVER);
        assert!(deaths < 5000, "the work never ends");
    }
    deaths
}

/// Everything arrived once: the billing system applied it, the case is fulfilled, no job was given up.
async fn all_done_once(world: &World, case: CaseId, folder: &Path) {
    let simulator = Simulator::open(&folder.join("billing")).unwrap();
    assert_eq!((simulator.book().applied(), simulator.book().readings()), (3, 1));
    let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
    assert!(view.billing.iter().all(|one| one.state == "applied"), "{:?}", view.billing);
    assert_eq!(view.case.state, CaseState::Fulfilled);
    no_job_failed(world).await;
}

async fn no_job_failed(world: &World) {
    let failed = world.app.db.read("failed", |tx| Ok::<_, Error>(job::failed(tx, 100)?)).await.unwrap();
    assert!(failed.is_empty(), "{failed:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_dies_at_any_point_of_any_pass_loses_and_doubles_nothing() {
    for world in worlds().await {
        let folder = tempfile::tempdir().unwrap();
        let case = confirmed(&world, "2026-03-11").await;
        let deaths = die_in_every_pass(&world, case, folder.path()).await;
        all_done_once(&world, case, folder.path()).await;
        eprintln!("{:?}: {deaths} deaths of the worker", world.fresh.db.engine());
        assert!(deaths > 100, "only {deaths} deaths: the passes have more points than that");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_dies_around_the_timer_of_a_later_first_day_makes_one_contract() {
    for world in worlds().await {
        let folder = tempfile::tempdir().unwrap();
        let case = confirmed(&world, "2026-03-18").await;
        let contracts = async || {
            let point = world.point;
            let all =
                world.app.db.read("contracts", move |tx| Ok::<_, Error>(contract::of_point(tx, point)?));
            all.await.unwrap().len()
        };
        let early = die_in_every_pass(&world, case, folder.path()).await;
        assert_eq!(contracts().await, 1, "before its first day nothing is made");
        world.clock.advance(7 * 86_400);
        let deaths = die_in_every_pass(&world, case, folder.path()).await;
        assert_eq!(contracts().await, 2);
        all_done_once(&world, case, folder.path()).await;
        eprintln!("{:?}: {early} deaths before the day, {deaths} from it on", world.fresh.db.engine());
        assert!(deaths > 100, "only {deaths} deaths: the timer and what follows have more points than that");
    }
}

/// Only the job that makes one paper is left to do: everything else waits for the last pass.
async fn leave_one_paper(world: &World, paper: DocumentId) {
    let sql = "UPDATE job SET run_at = 9000000000000000 WHERE state = 'waiting' AND (key IS NULL OR key <> $1) RETURNING id";
    let key = db::Value::from(format!("document:{paper}"));
    let put =
        world.app.db.write("one-paper", move |tx| tx.query_sql("one-paper", sql, std::slice::from_ref(&key)));
    put.await.unwrap();
}

/// The papers that were put off are due again.
async fn every_paper_is_due(world: &World) {
    let sql = "UPDATE job SET run_at = 0 WHERE kind = 'produce_document' AND run_at = 9000000000000000 RETURNING id";
    world.app.db.write("due", move |tx| tx.query_sql("due", sql, &[])).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_dies_while_it_makes_a_paper_leaves_it_whole_or_to_be_made() {
    for world in worlds().await {
        let case = confirmed(&world, "2026-03-11").await;
        let system = world.app.system("test");
        let asked: Vec<(DocumentId, String)> = show(&world.app, &system, case)
            .await
            .unwrap()
            .documents
            .into_iter()
            .map(|paper| (paper.id, paper.kind))
            .collect();
        let (paper, _) = asked.first().cloned().unwrap();
        let worker =
            Worker::new(world.app.clone(), JobsSettings { parallel: 1, ..JobsSettings::new("one") }).unwrap();
        let (mut at, mut deaths, mut whole) = (1, 0, None);
        loop {
            // The periodic work takes the job back from the worker that died.
            worker.run_periodic(world.clock.now()).await;
            leave_one_paper(&world, paper).await;
            forget_tries(&world).await;
            let before = progress(&world, case).await.0;
            world.app.db.faults().fail_at(at);
            let _ = worker.run_until_idle(world.clock.now()).await;
            let died = world.app.db.faults().heal();
            deaths += i64::from(died);
            let state = show(&world.app, &system, case)
                .await
                .unwrap()
                .documents
                .into_iter()
                .find(|one| one.id == paper)
                .unwrap()
                .state;
            let content = document_content(&world.app, &system, case, paper).await.unwrap().1;
            match (state.as_str(), content) {
                ("queued", None) => assert_eq!(whole, None, "the paper was there and is gone"),
                ("ready", Some(bytes)) => {
                    assert!(bytes.starts_with(b"%PDF-"));
                    assert_eq!(
                        *whole.get_or_insert_with(|| bytes.clone()),
                        bytes,
                        "made again, and different"
                    );
                }
                (state, content) => panic!("{state} with {:?} bytes", content.map(|bytes| bytes.len())),
            }
            world.clock.advance(LEASE_OVER);
            if !died {
                assert_eq!(progress(&world, case).await.0, before + 1, "the job is done");
                break;
            }
            at += 1;
            assert!(deaths < 200, "the paper is never made");
        }
        eprintln!("{:?}: {deaths} deaths while a paper was made", world.fresh.db.engine());
        assert!(deaths > 8, "only {deaths} deaths: taking, storing and settling have more points than that");

        every_paper_is_due(&world).await;
        let _ = worker.run_until_idle(world.clock.now()).await;
        let papers = show(&world.app, &system, case).await.unwrap().documents;
        let kinds: Vec<(DocumentId, String)> = papers.iter().map(|one| (one.id, one.kind.clone())).collect();
        assert_eq!(kinds, asked, "no paper was asked for twice");
        assert!(papers.iter().all(|one| one.state == "ready"), "{papers:?}");
        no_job_failed(&world).await;
    }
}
