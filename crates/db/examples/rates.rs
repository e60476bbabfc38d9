//! Measures units of work a second: `cargo run -p sportello-db --example rates -- sqlite:/tmp/rates.db` or with a
//! `postgres://…` address of an empty database. The address is created where it can be; its table `rate` is replaced.

use std::time::Instant;

use db::{DatabaseUrl, Db, DbError, Engine, Options, params, testing};

db::statements! {
    const INSERT: Statement = "INSERT INTO rate (n, side, text) VALUES ($1, $2, $3)";
    const TOUCH: Statement = "UPDATE rate SET text = $3 WHERE n = $1 AND side = $2";
    const FIND: Statement = "SELECT n, side, text FROM rate WHERE n = $1 AND side = $2";
}

/// A typical step: one insert, two reads by key, two updates.
fn step(tx: &mut db::Tx<'_>, n: i64, side: i64) -> Result<(), DbError> {
    tx.execute(&INSERT, &params![n, side, "the first text of this row, of middling length"])?;
    for back in 0..2 {
        tx.row(&FIND, &params![n - back, side])?;
        tx.execute(&TOUCH, &params![n - back, side, "another text of this row, of middling length too"])?;
    }
    Ok(())
}

async fn writers(db: &Db, sides: i64, each: i64) {
    let (before, started) = (commits(db).await, Instant::now());
    let all: Vec<_> = (0..sides)
        .map(|side| {
            let db = db.clone();
            tokio::spawn(async move {
                let mut refused = 0;
                for n in 0..each {
                    if db.write("step", move |tx| step(tx, n, 1000 * sides + side)).await.is_err() {
                        refused += 1;
                    }
                }
                refused
            })
        })
        .collect();
    let mut refused = 0;
    for one in all {
        refused += one.await.unwrap_or(each);
    }
    let (units, spent) = (sides * each, started.elapsed().as_secs_f64());
    let shared = commits(db).await - before;
    println!(
        "{sides:>4} writers: {:>8.0} units/s of 5 statements ({shared} commits, {refused} refused)",
        units as f64 / spent
    );
}

async fn readers(db: &Db, sides: i64, each: i64) {
    let started = Instant::now();
    let all: Vec<_> = (0..sides)
        .map(|_| {
            let db = db.clone();
            tokio::spawn(async move {
                for _ in 0..each {
                    let page: Result<(), DbError> = db
                        .read("page", |tx| {
                            (0..15).try_for_each(|n| tx.row(&FIND, &params![n, 1000_i64]).map(drop))
                        })
                        .await;
                    page.unwrap_or_else(|error| println!("{error}"));
                }
            })
        })
        .collect();
    for one in all {
        let _ = one.await;
    }
    let rate = (sides * each) as f64 / started.elapsed().as_secs_f64();
    println!("{sides:>4} readers: {rate:>8.0} pages/s of 15 reads by key");
}

async fn commits(db: &Db) -> u64 {
    db.health().await.map_or(0, |health| health.commits)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = std::env::args().nth(1).ok_or("the address of a database is needed")?;
    let db =
        Db::open(&address.parse::<DatabaseUrl>()?, &Options { create: true, ..Options::default() }).await?;
    let strict = if db.engine() == Engine::Sqlite { "STRICT" } else { "" };
    let number = if db.engine() == Engine::Sqlite { "INTEGER" } else { "BIGINT" };
    let table = format!(
        "DROP TABLE IF EXISTS rate; CREATE TABLE rate (n {number} NOT NULL, side {number} NOT NULL, text TEXT NOT NULL, \
         CONSTRAINT pk_rate PRIMARY KEY (side, n)) {strict}"
    );
    testing::run_script(&db, &table).await?;
    for (sides, each) in [(1, 1000), (4, 500), (16, 200), (64, 100)] {
        writers(&db, sides, each).await;
    }
    for (sides, each) in [(1, 2000), (4, 1000)] {
        readers(&db, sides, each).await;
    }
    let started = Instant::now();
    let sets: Vec<_> = (0..50_000_i64).map(|n| params![n, -1_i64, "a row of a batch"]).collect();
    db.write("batch", move |tx| tx.batch(&INSERT, &sets)).await?;
    println!("batch of 50,000 rows: {:.0} rows/s", 50_000.0 / started.elapsed().as_secs_f64());
    Ok(())
}
