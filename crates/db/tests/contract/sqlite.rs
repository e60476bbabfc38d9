//! What only SQLite promises: commits in groups, a file that survives a kill, backups.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use db::{DatabaseUrl, Db, DbError, Options, Statement, params, testing};

use crate::engines;

const INSERT: Statement = engines::sql("INSERT INTO item (id, code, kind, n) VALUES ($1, $2, 'a', $3)");
const COUNT: Statement = engines::sql("SELECT COUNT(*) AS n, COALESCE(MAX(n), -1) AS most FROM item");

async fn counted(db: &Db) -> (i64, i64) {
    let row = db.read("count", |tx| tx.row(&COUNT, &[])).await.unwrap().unwrap();
    (row.get("n").unwrap(), row.get("most").unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn units_that_wait_share_a_commit_and_a_failing_one_harms_no_neighbour() {
    let fresh = engines::sqlite().await;
    let before = fresh.db.health().await.unwrap().commits;
    let units: Vec<_> = (0..200_i64)
        .map(|id| {
            let db = fresh.db.clone();
            tokio::spawn(async move {
                db.write("w", move |tx| {
                    tx.execute(&INSERT, &params![id, format!("code {id}"), id])?;
                    if id % 10 == 3 { Err(DbError::Check("on purpose".to_owned())) } else { Ok(id) }
                })
                .await
            })
        })
        .collect();
    for (id, unit) in units.into_iter().enumerate() {
        let answer = unit.await.unwrap();
        assert_eq!(answer.is_err(), id % 10 == 3, "{answer:?}");
    }
    let commits = fresh.db.health().await.unwrap().commits - before;
    assert!(commits < 100, "{commits} commits for 200 units");
    assert_eq!(counted(&fresh.db).await.0, 180);
}

#[tokio::test]
async fn a_missing_file_is_an_error_unless_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::sqlite(folder.path().join("new.db"));
    let error = Db::open(&url, &Options::default()).await.unwrap_err();
    assert!(matches!(&error, DbError::Connection(text) if text.contains("new.db")), "{error}");
    Db::open(&url, &Options { create: true, ..Options::default() }).await.unwrap();
    Db::open(&url, &Options::default()).await.unwrap();
    let other = folder.path().join("letter.txt");
    std::fs::write(&other, "not a database, but long enough to be read as the head of one".repeat(20))
        .unwrap();
    let error = Db::open(&DatabaseUrl::sqlite(&other), &Options::default()).await.unwrap_err();
    assert!(matches!(error, DbError::Connection(_)), "{error:?}");
}

#[tokio::test]
async fn a_backup_made_while_others_write_is_whole_and_opens() {
    let fresh = engines::sqlite().await;
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("copy.db");
    fresh.db.write("w", |tx| tx.execute(&INSERT, &params![0_i64, "zero", 0_i64])).await.unwrap();
    let writer = {
        let db = fresh.db.clone();
        tokio::spawn(async move {
            for id in 1..300_i64 {
                db.write("w", move |tx| tx.execute(&INSERT, &params![id, id.to_string(), id])).await.unwrap();
            }
        })
    };
    fresh.db.backup_to(&target).await.unwrap();
    writer.await.unwrap();
    let copy = Db::open(&DatabaseUrl::sqlite(&target), &Options::default()).await.unwrap();
    let (rows, most) = counted(&copy).await;
    assert!(rows >= 1 && most == rows - 1, "{rows} rows up to {most}");
    let again = fresh.db.backup_to(&target).await.unwrap_err();
    assert!(again.to_string().contains("exists already"), "{again}");
}

/// The child of the next test: writes pairs of rows for ever and says each number after its answer.
#[test]
#[ignore = "run by the test below in a process of its own"]
fn writes_until_killed() {
    #[expect(clippy::disallowed_methods, reason = "how the parent tells the child its file")]
    let Ok(url) = std::env::var("SPORTELLO_TEST_KILLED") else {
        return;
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let db = runtime.block_on(Db::open(&url.parse().unwrap(), &Options::default())).unwrap();
    for n in 0.. {
        db.write_blocking("pair", move |tx| {
            tx.execute(&INSERT, &params![2 * n, format!("left {n}"), n])?;
            tx.execute(&INSERT, &params![2 * n + 1, format!("right {n}"), n])
        })
        .unwrap();
        println!("written {n}");
    }
}

#[tokio::test]
async fn a_killed_process_loses_nothing_it_answered_and_leaves_no_half_unit() {
    for lines in [3, 40, 117] {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::sqlite(folder.path().join("killed.db"));
        let db = Db::open(&url, &Options { create: true, ..Options::default() }).await.unwrap();
        engines::schema(&db).await.unwrap();
        drop(db);
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "sqlite::writes_until_killed", "--ignored", "--nocapture"])
            .env("SPORTELLO_TEST_KILLED", url.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let mut answered = -1;
        for line in output.lines().map_while(Result::ok) {
            if let Some((_, n)) = line.split_once("written ") {
                answered = n.parse().unwrap();
                if answered >= lines {
                    child.kill().unwrap();
                }
            }
        }
        child.wait().unwrap();
        let db = Db::open(&url, &Options::default()).await.unwrap();
        let (rows, most) = counted(&db).await;
        assert!(answered >= lines && most >= answered, "answered {answered}, found {most}");
        assert_eq!(rows, 2 * (most + 1), "half a unit is in the file");
        db.backup_to(&folder.path().join("checked.db")).await.unwrap();
    }
}

#[tokio::test]
async fn handles_can_be_dropped_anywhere_and_waiting_units_still_finish() {
    let fresh = engines::sqlite().await;
    let (db, url) = (Db::open(&fresh.url, &Options::default()).await.unwrap(), fresh.url.clone());
    for id in 0..50_i64 {
        let db = db.clone();
        tokio::spawn(async move {
            db.write("w", move |tx| tx.execute(&INSERT, &params![id, id.to_string(), id])).await
        });
    }
    tokio::task::yield_now().await;
    drop(db);
    while counted(&fresh.db).await.0 < 50 {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    assert!(Db::open(&url, &Options::default()).await.is_ok());
}

#[tokio::test]
async fn two_openings_of_one_file_take_turns() {
    let fresh = engines::sqlite().await;
    let second = Db::open(&fresh.url, &Options::default()).await.unwrap();
    let writers: Vec<_> = [(fresh.db.clone(), 0), (second, 1)]
        .into_iter()
        .map(|(db, side)| {
            tokio::spawn(async move {
                for id in 0..100_i64 {
                    let id = 2 * id + side;
                    db.write("w", move |tx| tx.execute(&INSERT, &params![id, id.to_string(), id]))
                        .await
                        .unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    assert_eq!(counted(&fresh.db).await.0, 200);
}

#[tokio::test]
async fn a_shared_template_is_made_once() {
    let first = testing::Template::shared_sqlite().await.unwrap().fresh().await.unwrap();
    let second = testing::Template::shared_sqlite().await.unwrap().fresh().await.unwrap();
    assert_ne!(first.url, second.url);
    assert_eq!(second.db.pending_migrations().await, Ok(Vec::new()));
}
