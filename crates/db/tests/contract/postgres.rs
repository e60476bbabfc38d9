//! What only a server can do: go away.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use db::{Db, DbError, Options, Statement, params};

use crate::engines;

const LEAVE: Statement = engines::sql("SELECT pg_terminate_backend(pg_backend_pid())");
const EXPEL: Statement = engines::sql(
    "SELECT pg_terminate_backend(pid) AS gone FROM pg_stat_activity \
     WHERE datname = current_database() AND pid <> pg_backend_pid()",
);
const INSERT: Statement = engines::sql("INSERT INTO item (id, code, kind, n) VALUES ($1, 'x', 'a', 0)");

#[tokio::test]
async fn a_connection_that_died_in_the_pool_is_replaced() {
    let Some(server) = engines::server() else { return };
    let fresh = engines::postgres(&server).await;
    for id in 0..3_i64 {
        let other = Db::open(&fresh.url, &Options::default()).await.unwrap();
        other.read("expel", |tx| tx.query(&EXPEL, &[])).await.unwrap();
        let insert = engines::sql("INSERT INTO item (id, code, kind, n) VALUES ($1, $2, 'a', 0)");
        let done = fresh.db.write("w", move |tx| tx.execute(&insert, &params![id, id.to_string()])).await;
        assert_eq!(done, Ok(1));
    }
}

#[tokio::test]
async fn a_read_that_lost_its_connection_runs_once_more_and_a_write_reports_it() {
    let Some(server) = engines::server() else { return };
    let fresh = engines::postgres(&server).await;
    let runs = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&runs);
    let read = fresh.db.read("r", move |tx| {
        if counted.fetch_add(1, Ordering::SeqCst) == 0 { tx.query(&LEAVE, &[]).map(drop) } else { Ok(()) }
    });
    assert_eq!((read.await, runs.load(Ordering::SeqCst)), (Ok(()), 2));
    let write = fresh.db.write("w", |tx| {
        tx.execute(&INSERT, &params![1_i64])?;
        tx.query(&LEAVE, &[])
    });
    assert!(matches!(write.await, Err(DbError::Connection(_))));
    let always = fresh.db.read("r", |tx| tx.query(&LEAVE, &[])).await;
    assert!(matches!(always, Err(DbError::Connection(_))));
    assert_eq!(fresh.db.write("w", |tx| tx.execute(&INSERT, &params![1_i64])).await, Ok(1));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_named_as_such() {
    let nobody = "postgres://nobody@127.0.0.1:1/none".parse().unwrap();
    assert!(matches!(Db::open(&nobody, &Options::default()).await, Err(DbError::Connection(_))));
}
