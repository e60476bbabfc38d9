//! The worker itself: what becomes of a job in every case.

use std::sync::Arc;

use app::{App, Error, Settings};
use kernel::{Clock as _, FixedClock, Instant, ids::CountedIds};
use serde_json::json;
use store::{
    db::testing::{Fresh, Template},
    work::job::{self, Claimed, Failed, NewJob},
};

use crate::{JobsSettings, Worker};

struct World {
    app: App,
    clock: Arc<FixedClock>,
    worker: Worker,
    _fresh: Fresh,
}

async fn worlds() -> Vec<World> {
    let mut all = vec![Template::shared_sqlite().await.unwrap().fresh().await.unwrap()];
    if let Some(url) = suites::postgres("the worker") {
        all.push(Template::shared_postgres(&url.parse().unwrap()).await.unwrap().fresh().await.unwrap());
    }
    let mut worlds = Vec::new();
    for fresh in all {
        let clock = Arc::new(FixedClock::at("2026-03-11T10:24:00+01:00".parse().unwrap()));
        let app =
            App::new(fresh.db.clone(), clock.clone(), Arc::new(CountedIds::default()), Settings::default());
        let worker = Worker::new(app.clone(), JobsSettings::new("test")).unwrap();
        worlds.push(World { app, clock, worker, _fresh: fresh });
    }
    worlds
}

impl World {
    async fn leave(&self, kind: &'static str, run_at: Instant) {
        let ctx = self.app.system("test");
        let unit = move |tx: &mut store::Tx<'_>| {
            Ok::<_, Error>(job::enqueue(
                tx,
                &ctx,
                &NewJob { kind, key: None, payload: json!({}), run_at, case_id: None },
            )?)
        };
        self.app.db.write("leave", unit).await.unwrap();
    }

    async fn failed(&self) -> Vec<Failed> {
        self.app.db.read("failed", |tx| Ok::<_, Error>(job::failed(tx, 10)?)).await.unwrap()
    }

    async fn next_due(&self) -> Option<Instant> {
        self.app.db.read("next", |tx| Ok::<_, Error>(job::next_due(tx)?)).await.unwrap()
    }

    async fn claim_as(&self, owner: &'static str) -> Vec<Claimed> {
        let (now, until) = (self.clock.now(), self.clock.now().plus_seconds(60));
        self.app
            .db
            .write("claim", move |tx| Ok::<_, Error>(job::claim(tx, now, until, owner, 10)?))
            .await
            .unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_kind_fails_at_once_and_says_why() {
    for world in worlds().await {
        world.leave("paint_the_office", world.clock.now()).await;
        assert_eq!(world.worker.run_until_idle(world.clock.now()).await.unwrap(), 1);
        let failed = world.failed().await;
        assert_eq!(failed.len(), 1);
        assert!(failed[0].error.contains("\"paint_the_office\""), "{}", failed[0].error);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_panics_or_stays_busy_is_tried_eight_times_and_then_shown_and_can_be_tried_again() {
    for world in worlds().await {
        for (kind, said) in [("panic", "a fault of the program: on purpose"), ("busy", "on purpose")] {
            world.leave(kind, world.clock.now()).await;
            let mut tries = 0;
            while let Some(due) = world.next_due().await {
                assert!(
                    due >= world.clock.now() && due <= world.clock.now().plus_seconds(901),
                    "within the table of delays"
                );
                world.clock.set(due);
                tries += world.worker.run_until_idle(due).await.unwrap();
            }
            assert_eq!(tries, 8);
            let failed = world.failed().await;
            let last = failed.last().unwrap();
            assert_eq!(
                (last.attempts, last.error.as_str()),
                (8, format!("given up after 8 tries: {said}").as_str())
            );
            let (id, now) = (last.id, world.clock.now());
            assert!(
                world
                    .app
                    .db
                    .write("retry", move |tx| Ok::<_, Error>(job::retry(tx, id, now)?))
                    .await
                    .unwrap()
            );
            assert_eq!(world.worker.run_until_idle(now).await.unwrap(), 1, "a person asked for another try");
            assert_eq!(world.failed().await.len(), failed.len() - 1);
            world
                .app
                .db
                .write("end", move |tx| {
                    let far = Instant::from_micros(i64::MAX / 2);
                    for taken in job::claim(tx, far, far, "test", 10)? {
                        job::done(tx, taken.id, "test", now)?;
                    }
                    Ok::<_, Error>(())
                })
                .await
                .unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_before_its_time_is_left_alone() {
    for world in worlds().await {
        world.leave("send_billing", world.clock.now().plus_seconds(60)).await;
        assert_eq!(world.worker.run_until_idle(world.clock.now()).await.unwrap(), 0);
        assert_eq!(world.worker.run_until_idle(world.clock.now().plus_seconds(60)).await.unwrap(), 1);
        assert_eq!(world.failed().await, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_jobs_of_a_worker_that_died_are_taken_up_when_its_lease_is_over() {
    for world in worlds().await {
        world.leave("send_billing", world.clock.now()).await;
        assert_eq!(world.claim_as("dead").await.len(), 1);
        world.worker.run_periodic(world.clock.now()).await;
        assert_eq!(world.worker.run_until_idle(world.clock.now()).await.unwrap(), 0);
        world.clock.advance(61);
        world.worker.run_periodic(world.clock.now()).await;
        assert_eq!(world.worker.run_until_idle(world.clock.now()).await.unwrap(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_kills_its_worker_each_time_is_stopped() {
    for world in worlds().await {
        world.leave("busy", world.clock.now()).await;
        for _ in 0..8 {
            assert_eq!(world.claim_as("dead").await.len(), 1);
            world.clock.advance(61);
            world.worker.run_periodic(world.clock.now()).await;
        }
        assert_eq!(world.worker.run_until_idle(world.clock.now()).await.unwrap(), 1);
        assert!(world.failed().await[0].error.starts_with("taken 8 times and never ended"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_workers_share_a_hundred_jobs_and_stop_when_told() {
    for world in worlds().await {
        for _ in 0..100 {
            world.leave("send_billing", world.clock.now()).await;
        }
        let mut other = JobsSettings::new("other");
        other.poll_millis = 20;
        let other = Worker::new(world.app.clone(), other).unwrap();
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let until = |mut stopped: tokio::sync::watch::Receiver<bool>| async move {
            let _ = stopped.wait_for(|stop| *stop).await;
        };
        let (one, two) = (world.worker.clone(), other);
        let (first, second) = (until(stopped.clone()), until(stopped));
        let one = tokio::spawn(async move { one.run(first).await });
        let two = tokio::spawn(async move { two.run(second).await });
        let mut left = 100;
        for _ in 0..400 {
            left = world.app.db.read("left", |tx| Ok::<_, Error>(job::waiting(tx, "")?)).await.unwrap();
            if left == 0 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        stop.send(true).unwrap();
        one.await.unwrap();
        two.await.unwrap();
        assert_eq!((left, world.failed().await), (0, Vec::new()));
    }
}
