//! Every statement is prepared on both engines; both schemas are the same; the contracts of the store hold on both.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod audit;
mod claims;
mod lists;
mod schema;
mod versions;

use std::sync::Arc;

use db::testing::{Fresh, Template};
use store::{Ctx, Db};

fn postgres_server() -> Option<db::DatabaseUrl> {
    let url = suites::postgres("the store")?;
    Some(url.parse().expect("SPORTELLO_TEST_POSTGRES is a database URL"))
}

async fn engines() -> Vec<Fresh> {
    let mut all = vec![Template::shared_sqlite().await.unwrap().fresh().await.unwrap()];
    if let Some(server) = postgres_server() {
        all.push(Template::shared_postgres(&server).await.unwrap().fresh().await.unwrap());
    }
    all
}

fn ctx() -> Ctx {
    let clock = Arc::new(kernel::FixedClock::at("2026-03-11T10:24:00+01:00".parse().unwrap()));
    Ctx::system("test", clock, Arc::new(kernel::ids::CountedIds::default()))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_is_understood_by_both_engines() {
    for fresh in engines().await {
        let wrong = fresh.db.prepare_all(&store::all_statements()).await.unwrap();
        let list: Vec<String> = wrong.iter().map(|(name, error)| format!("{name}: {error}")).collect();
        assert!(wrong.is_empty(), "{:?}:\n{}", fresh.db.engine(), list.join("\n"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sequence_never_gives_a_number_twice() {
    for fresh in engines().await {
        let mut tasks = Vec::new();
        for _ in 0..20 {
            let db: Db = fresh.db.clone();
            tasks.push(tokio::spawn(async move {
                loop {
                    let taken = db.write("next", |tx| store::sequence::next(tx, "case:2026:VOL", 1)).await;
                    match taken {
                        Ok(number) => return number,
                        Err(db::DbError::Busy) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
            }));
        }
        let mut numbers = Vec::new();
        for task in tasks {
            numbers.push(task.await.unwrap());
        }
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=20).collect::<Vec<i64>>(), "{:?}", fresh.db.engine());
        fresh.db.write("at least", |tx| store::sequence::at_least(tx, "case:2026:VOL", 100)).await.unwrap();
        fresh.db.write("at least", |tx| store::sequence::at_least(tx, "case:2026:VOL", 50)).await.unwrap();
        let next = fresh.db.write("next", |tx| store::sequence::next(tx, "case:2026:VOL", 1)).await.unwrap();
        assert_eq!(next, 101);
    }
}
