//! Jobs are taken by one worker each, however many look at the same moment.

use std::collections::BTreeMap;

use db::DbError;
use store::{Db, work::job};

use crate::{ctx, engines};

const JOBS: usize = 40;

async fn leave(db: &Db) {
    let ctx = ctx();
    db.write("leave", move |tx| {
        for number in 0..JOBS {
            let new = job::NewJob {
                kind: "test",
                key: Some(format!("job-{number}")),
                payload: serde_json::json!({}),
                run_at: ctx.now(),
                case_id: None,
            };
            job::enqueue(tx, &ctx, &new)?;
        }
        Ok::<_, DbError>(())
    })
    .await
    .unwrap();
}

/// Takes jobs, some at a time, until there are none; a busy database is asked again.
async fn take_all(db: Db, owner: String) -> Vec<kernel::JobId> {
    let now = ctx().now();
    let mut taken = Vec::new();
    loop {
        let name = owner.clone();
        let claimed = db.write("claim", move |tx| job::claim(tx, now, now.plus_seconds(60), &name, 3)).await;
        match claimed {
            Ok(jobs) if jobs.is_empty() => return taken,
            Ok(jobs) => taken.extend(jobs.into_iter().map(|one| one.id)),
            Err(DbError::Busy) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn four_workers_never_get_the_same_job() {
    for fresh in engines().await {
        leave(&fresh.db).await;
        let workers: Vec<_> = (0..4)
            .map(|number| tokio::spawn(take_all(fresh.db.clone(), format!("worker-{number}"))))
            .collect();
        let mut times: BTreeMap<kernel::JobId, usize> = BTreeMap::new();
        for worker in workers {
            for id in worker.await.unwrap() {
                *times.entry(id).or_default() += 1;
            }
        }
        assert_eq!(times.len(), JOBS, "{:?}: jobs were left", fresh.db.engine());
        assert!(times.values().all(|count| *count == 1), "{:?}: {times:?}", fresh.db.engine());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_whose_lease_ran_out_is_given_to_another_and_the_first_cannot_end_it() {
    for fresh in engines().await {
        leave(&fresh.db).await;
        let now = ctx().now();
        let outcome = fresh
            .db
            .write("lease", move |tx| {
                let first = job::claim(tx, now, now.plus_seconds(60), "first", 1)?;
                let id = first.first().map(|one| one.id).expect("a job is due");
                let early = job::release_expired(tx, now.plus_seconds(59))?;
                let late = job::release_expired(tx, now.plus_seconds(61))?;
                let again = job::claim(tx, now.plus_seconds(61), now.plus_seconds(120), "second", 1)?;
                let same = again.first().map(|one| (one.id == id, one.attempt));
                let ended = (job::done(tx, id, "first", now)?, job::done(tx, id, "second", now)?);
                Ok::<_, DbError>((early, late, same, ended))
            })
            .await
            .unwrap();
        assert_eq!(outcome, (0, 1, Some((true, 2)), (false, true)), "{:?}", fresh.db.engine());
    }
}
