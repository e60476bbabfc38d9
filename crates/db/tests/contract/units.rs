//! What a unit of work promises, checked on both engines with the same code.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use crate::engines::{self, Fresh, both_engines};
use db::{DatabaseUrl, Db, DbError, Engine, Retryable, Row, Statement, ToValue, Tx, Value, params};
use kernel::{Date, Instant, Lang, Money, PartyId, Sector};

db::statements! {
    const INSERT: Statement = "INSERT INTO item (id, code, kind, n) VALUES ($1, $2, $3, $4)";
    const READ: Statement = "SELECT n FROM item WHERE id = $1";
    const SET: Statement = "UPDATE item SET n = $2 WHERE id = $1";
    const COUNT: Statement = "SELECT COUNT(*) AS n FROM item";
    const CHILD: Statement = "INSERT INTO child (id, item_id) VALUES ($1, $2)";
    const SUM: Statement = "SELECT SUM(n) AS total FROM item";
    const REVERSED: Statement = "SELECT id FROM item WHERE n = $2 AND code = $1";
    const RETURNING: Statement = "UPDATE item SET n = n + $1 RETURNING id, n";
    const KEPT: Statement = "INSERT INTO kept (id, flag, text, bytes, n) VALUES ($1, $2, $3, $4, $5)";
    const KEPT_BACK: Statement = "SELECT id, flag, text, bytes, n FROM kept WHERE id = $1";
}

/// An application's own error, as the rooms above make them.
#[derive(Debug, PartialEq)]
enum Refusal {
    Db(DbError),
    Closed,
}

impl From<DbError> for Refusal {
    fn from(error: DbError) -> Self {
        Self::Db(error)
    }
}

impl Retryable for Refusal {
    fn is_retry(&self) -> bool {
        matches!(self, Self::Db(error) if error.is_retry())
    }
}

fn item(id: i64, code: &str) -> Vec<Value> {
    params![id, code, "a", 0_i64]
}

async fn add(db: &Db, id: i64, code: &'static str) -> Result<u64, DbError> {
    db.write("add", move |tx| tx.execute(&INSERT, &item(id, code))).await
}

async fn n(db: &Db, id: i64) -> i64 {
    db.read("n", move |tx| read_n(tx, id)).await.unwrap()
}

fn read_n(tx: &mut Tx<'_>, id: i64) -> Result<i64, DbError> {
    tx.row(&READ, &params![id])?.map_or(Ok(-1), |row| row.get("n"))
}

async fn count(db: &Db) -> i64 {
    db.read("count", |tx| tx.row(&COUNT, &[])?.map_or(Ok(-1), |row| row.get("n")))
        .await
        .unwrap_or_else(|e: DbError| panic!("{e}"))
}

both_engines! {
    a_unit_reads_its_own_writes_and_others_see_them_after_it => |fresh: Fresh| async move {
        let db = &fresh.db;
        let seen = db.write("w", |tx| {
            tx.execute(&INSERT, &item(1, "x"))?;
            tx.execute(&SET, &params![1_i64, 7_i64])?;
            read_n(tx, 1)
        }).await;
        assert_eq!(seen, Ok(7));
        assert_eq!(n(db, 1).await, 7);
    },

    a_refused_unit_leaves_nothing_behind => |fresh: Fresh| async move {
        let refused: Result<(), Refusal> = fresh.db.write("w", |tx| {
            tx.execute(&INSERT, &item(1, "x"))?;
            Err(Refusal::Closed)
        }).await;
        assert_eq!(refused, Err(Refusal::Closed));
        assert_eq!(count(&fresh.db).await, 0);
    },

    no_update_is_lost_when_forty_read_modify_write => |fresh: Fresh| async move {
        add(&fresh.db, 1, "hot").await.unwrap();
        let all: Vec<_> = (0..40).map(|_| {
            let db = fresh.db.clone();
            tokio::spawn(async move {
                loop {
                    let done = db.write("increment", |tx| {
                        let before = read_n(tx, 1)?;
                        tx.execute(&SET, &params![1_i64, before + 1])
                    }).await;
                    // Busy after twenty runs is an honest answer on a loaded machine: nothing was written.
                    if done != Err(DbError::Busy) { return done; }
                }
            })
        }).collect();
        for one in all {
            assert_eq!(one.await.unwrap(), Ok(1));
        }
        assert_eq!(n(&fresh.db, 1).await, 40);
    },

    rivals_that_choose_the_same_next_number_all_get_one => |fresh: Fresh| async move {
        let next = engines::sql("SELECT id FROM item ORDER BY id DESC LIMIT 1");
        let all: Vec<_> = (0..30).map(|_| {
            let db = fresh.db.clone();
            tokio::spawn(async move {
                loop {
                    let done = db.write("next", move |tx| {
                        let last = tx.row(&next, &[])?.map_or(Ok(0), |row| row.get::<i64>("id"))?;
                        tx.execute(&INSERT, &item(last + 1, &format!("number {last}")))
                    }).await;
                    if done != Err(DbError::Busy) { return done; }
                }
            })
        }).collect();
        for one in all {
            assert_eq!(one.await.unwrap(), Ok(1));
        }
        assert_eq!(count(&fresh.db).await, 30);
    },

    broken_rules_have_the_same_names => |fresh: Fresh| async move {
        let db = &fresh.db;
        add(db, 1, "x").await.unwrap();
        let write = |statement: Statement, params: Vec<Value>| db.write("w", move |tx| tx.execute(&statement, &params));
        assert_eq!(write(INSERT, item(1, "y")).await, Err(DbError::Unique("pk_item".to_owned())));
        assert_eq!(write(INSERT, item(2, "x")).await, Err(DbError::Unique("uq_item_code".to_owned())));
        assert_eq!(write(INSERT, params![2_i64, "y", "z", 0_i64]).await, Err(DbError::Check("ck_item_kind".to_owned())));
        assert_eq!(write(INSERT, params![2_i64, "y", "a", None::<i64>]).await, Err(DbError::NotNull("item.n".to_owned())));
        assert!(matches!(write(CHILD, params![1_i64, 99_i64]).await, Err(DbError::Reference(_))));
        // A unique index that does not follow the rule of names, and one over an expression.
        let open = engines::sql("INSERT INTO child (id, item_id, code, note) VALUES ($1, 1, $2, $3)");
        write(open, params![1_i64, "K", "N"]).await.unwrap();
        assert_eq!(write(open, params![2_i64, "K", "M"]).await, Err(DbError::Unique("uq_child_open".to_owned())));
        assert_eq!(write(open, params![3_i64, "L", "n"]).await, Err(DbError::Unique("uq_child_folded".to_owned())));
    },

    a_rule_checked_at_the_end_fails_its_own_unit_only => |fresh: Fresh| async move {
        let db = &fresh.db;
        let late = engines::sql("INSERT INTO late (id, item_id) VALUES ($1, $2)");
        let units: Vec<_> = (0..20_i64).map(|id| {
            let db = db.clone();
            tokio::spawn(async move {
                db.write("late", move |tx| {
                    tx.execute(&INSERT, &item(id, &format!("late {id}")))?;
                    tx.execute(&late, &params![id, if id == 7 { 999 } else { id }])
                }).await
            })
        }).collect();
        for (id, unit) in units.into_iter().enumerate() {
            let answer = unit.await.unwrap();
            if id == 7 {
                assert!(matches!(answer, Err(DbError::Reference(_))), "{answer:?}");
            } else {
                assert_eq!(answer, Ok(1), "{id}");
            }
        }
        assert_eq!(count(db).await, 19);
    },

    a_unit_is_repeated_when_asked_and_then_gives_up => |fresh: Fresh| async move {
        let runs = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&runs);
        let done = fresh.db.write("again", move |tx| {
            tx.execute(&INSERT, &item(1, "x"))?;
            if counted.fetch_add(1, Ordering::SeqCst) < 2 { Err(Refusal::Db(DbError::Retry)) } else { Ok(()) }
        }).await;
        assert_eq!((done, runs.load(Ordering::SeqCst), count(&fresh.db).await), (Ok(()), 3, 1));
        let never: Result<(), Refusal> = fresh.db.write("never", |_| Err(Refusal::Db(DbError::Retry))).await;
        assert_eq!(never, Err(Refusal::Db(DbError::Busy)));
    },

    a_savepoint_takes_back_its_own_part_only => |fresh: Fresh| async move {
        let done = fresh.db.write("w", |tx| {
            tx.execute(&INSERT, &item(1, "x"))?;
            let inner: Result<u64, DbError> = tx.savepoint(|tx| {
                tx.execute(&INSERT, &item(2, "y"))?;
                tx.savepoint(|tx| tx.execute(&INSERT, &item(3, "z")))?;
                tx.execute(&INSERT, &item(4, "x"))
            });
            assert_eq!(inner, Err(DbError::Unique("uq_item_code".to_owned())));
            tx.savepoint(|tx| tx.execute(&INSERT, &item(5, "y")))
        }).await;
        assert_eq!(done, Ok(1));
        assert_eq!(count(&fresh.db).await, 2);
    },

    a_failed_statement_cannot_be_swallowed => |fresh: Fresh| async move {
        let db = &fresh.db;
        add(db, 1, "x").await.unwrap();
        let swallowed = db.write("w", |tx| {
            tx.execute(&INSERT, &item(2, "y"))?;
            let _ = tx.execute(&INSERT, &item(3, "x"));
            Ok(())
        }).await;
        assert_eq!(swallowed, Err(DbError::Unique("uq_item_code".to_owned())));
        let carried_on: Result<u64, DbError> = db.write("w", |tx| {
            let _ = tx.execute(&INSERT, &item(3, "x"));
            tx.execute(&INSERT, &item(4, "z"))
        }).await;
        assert!(matches!(carried_on, Err(DbError::Driver(text)) if text.contains("savepoint")));
        assert_eq!(count(db).await, 1);
    },

    a_panic_ends_its_unit_and_nothing_else => |fresh: Fresh| async move {
        let db = &fresh.db;
        let panicked: Result<(), DbError> = db.write("w", |tx| {
            tx.execute(&INSERT, &item(1, "x"))?;
            panic!("on purpose");
        }).await;
        assert!(matches!(panicked, Err(DbError::Driver(text)) if text.contains("on purpose")));
        let read: Result<(), DbError> = db.read("r", |_| panic!("on purpose")).await;
        assert!(matches!(read, Err(DbError::Driver(_))));
        assert_eq!(count(db).await, 0);
        assert_eq!(add(db, 1, "x").await, Ok(1));
    },

    every_kind_of_value_comes_back_as_it_went_and_so_does_nothing => |fresh: Fresh| async move {
        let id = PartyId::from_bytes([7; 16]);
        let (day, moment): (Date, Instant) = ("2026-03-20".parse().unwrap(), Instant::from_micros(-5));
        let back = |row: &Row| -> Result<_, DbError> {
            Ok((row.get::<PartyId>("id")?, row.get::<Option<bool>>("flag")?, row.get::<Option<String>>("text")?,
                row.get::<Option<Vec<u8>>>("bytes")?, row.get::<Option<i64>>("n")?))
        };
        let full = fresh.db.write("w", move |tx| {
            tx.execute(&KEPT, &params![id, true, "è 'quoted' \u{1f600}", vec![0_u8, 255], i64::MIN])?;
            back(&tx.row(&KEPT_BACK, &params![id])?.unwrap())
        }).await.unwrap();
        assert_eq!(full, (id, Some(true), Some("è 'quoted' \u{1f600}".to_owned()), Some(vec![0, 255]), Some(i64::MIN)));
        let other = PartyId::from_bytes([8; 16]);
        let empty = fresh.db.write("w", move |tx| {
            tx.execute(&KEPT, &params![other, None::<bool>, None::<&str>, None::<Vec<u8>>, None::<Money>])?;
            back(&tx.row(&KEPT_BACK, &params![other])?.unwrap())
        }).await.unwrap();
        assert_eq!(empty, (other, None, None, None, None));
        let typed = engines::sql("UPDATE kept SET flag = $2, text = $3, n = $4 WHERE id = $1 RETURNING flag, text, n");
        for (text, number) in [(day.to_value(), moment.to_value()), (Lang::En.to_value(), Money::from_cents(-9).to_value()),
                               (Sector::Gas.to_value(), 4_294_967_295_u32.to_value())] {
            let row = fresh.db.write("w", move |tx| tx.row(&typed, &params![id, false, text, number])).await.unwrap().unwrap();
            assert!(!row.get::<bool>("flag").unwrap());
            match row.get::<String>("text").unwrap().as_str() {
                "2026-03-20" => assert_eq!((row.get::<Date>("text"), row.get::<Instant>("n")), (Ok(day), Ok(moment))),
                "en" => assert_eq!((row.get::<Lang>("text"), row.get::<Money>("n")), (Ok(Lang::En), Ok(Money::from_cents(-9)))),
                _ => assert_eq!((row.get::<Sector>("text"), row.get::<u32>("n")), (Ok(Sector::Gas), Ok(u32::MAX))),
            }
        }
    },

    a_column_of_another_kind_is_a_clear_mistake => |fresh: Fresh| async move {
        add(&fresh.db, 1, "x").await.unwrap();
        let row = fresh.db.read("r", |tx| tx.row(&READ, &params![1_i64])).await.unwrap().unwrap();
        for (found, words) in [(row.get::<String>("n").unwrap_err(), "a whole number where text"), (row.get::<i64>("m").unwrap_err(), "no such column"),
                               (row.map("n", |_: i64| None::<()>).unwrap_err(), "does not know")] {
            let text = found.to_string();
            assert!(text.starts_with("contract::units::READ: column") && text.contains(words), "{text}");
        }
    },

    placeholders_count_by_their_number_not_by_their_place => |fresh: Fresh| async move {
        add(&fresh.db, 1, "x").await.unwrap();
        let found = fresh.db.read("r", |tx| tx.query(&REVERSED, &params!["x", 0_i64])).await.unwrap();
        assert_eq!(found.len(), 1);
        let short = fresh.db.read("r", |tx| tx.query(&REVERSED, &params!["x"])).await.unwrap_err();
        assert!(short.to_string().contains("2 parameters expected, 1 given"), "{short}");
    },

    sums_and_returned_rows_are_read_as_whole_numbers => |fresh: Fresh| async move {
        let db = &fresh.db;
        let sum = |db: Db| async move { db.read("sum", |tx| tx.row(&SUM, &[])).await.unwrap().unwrap().get::<Option<i64>>("total") };
        assert_eq!(sum(db.clone()).await, Ok(None));
        add(db, 1, "x").await.unwrap();
        add(db, 2, "y").await.unwrap();
        for by in [5_000_000_000_i64, -5_000_000_000, 1, -20_001, 10_000] {
            let rows = db.write("w", move |tx| tx.query(&RETURNING, &params![by])).await.unwrap();
            let total: i64 = rows.iter().map(|row| row.get::<i64>("n").unwrap()).sum();
            assert_eq!(sum(db.clone()).await, Ok(Some(total)));
            let same = engines::sql("SELECT 1 AS n WHERE (SELECT SUM(n) FROM item) = $1");
            assert_eq!(db.read("r", move |tx| tx.query(&same, &params![total])).await.unwrap().len(), 1, "{total}");
        }
    },

    a_number_with_decimals_is_refused_until_it_is_cast => |fresh: Fresh| async move {
        add(&fresh.db, 1, "x").await.unwrap();
        let ask = |text: &'static str| fresh.db.read("r", move |tx| tx.row(&engines::sql(text), &[]));
        let bare = ask("SELECT AVG(n) AS mean FROM item").await;
        assert!(matches!(&bare, Err(DbError::Decode { column, .. }) if column == "mean"), "{bare:?}");
        let cast = ask("SELECT CAST(AVG(n) AS BIGINT) AS mean FROM item").await.unwrap().unwrap();
        assert_eq!(cast.get("mean"), Ok(0_i64));
    },

    a_big_batch_arrives_whole_or_not_at_all => |fresh: Fresh| async move {
        let db = &fresh.db;
        let many = |from: i64, to: i64| -> Vec<Vec<Value>> { (from..to).map(|id| item(id, &format!("code {id}"))).collect() };
        let first = many(0, 5_000);
        assert_eq!(db.write("batch", move |tx| tx.batch(&INSERT, &first)).await, Ok(5_000));
        let mut second = many(5_000, 7_000);
        second.push(item(9_999, "code 17"));
        let refused = db.write("batch", move |tx| tx.batch(&INSERT, &second)).await;
        assert_eq!(refused, Err(DbError::Unique("uq_item_code".to_owned())));
        assert_eq!(count(db).await, 5_000);
        assert_eq!(db.write("empty", |tx| tx.batch(&INSERT, &[])).await, Ok(0));
    },

    a_reading_unit_sees_one_moment_and_cannot_write => |fresh: Fresh| async move {
        let db = fresh.db.clone();
        add(&db, 1, "x").await.unwrap();
        let inner = db.clone();
        let seen = tokio::task::spawn_blocking(move || {
            let (first_read, go) = std::sync::mpsc::channel::<()>();
            let writer = std::thread::spawn(move || {
                go.recv().unwrap();
                inner.write_blocking("w", |tx| tx.execute(&SET, &params![1_i64, 5_i64]))
            });
            let writer = std::sync::Mutex::new(Some(writer));
            db.read_blocking("r", move |tx| {
                let before = read_n(tx, 1)?;
                let _ = first_read.send(());
                if let Some(writer) = writer.lock().unwrap().take() { writer.join().unwrap()?; }
                Ok::<_, DbError>((before, read_n(tx, 1)?))
            })
        }).await.unwrap();
        assert_eq!(seen, Ok((0, 0)));
        assert_eq!(n(&fresh.db, 1).await, 5);
        let written = fresh.db.read("r", |tx| tx.execute(&INSERT, &item(2, "y"))).await;
        assert_eq!(written, Err(DbError::ReadOnly));
    },

    a_unit_inside_a_unit_is_refused_instead_of_waiting_for_itself => |fresh: Fresh| async move {
        let db = fresh.db.clone();
        let inner: Result<u64, DbError> = fresh.db.write("outer", move |_| db.write_blocking("inner", |tx| tx.execute(&INSERT, &item(1, "x")))).await;
        assert!(matches!(inner, Err(DbError::Driver(text)) if text.contains("inside another")));
    },

    preparing_everything_finds_the_one_mistake => |fresh: Fresh| async move {
        let mut all: Vec<&Statement> = ALL.iter().collect();
        assert_eq!(fresh.db.prepare_all(&all).await, Ok(Vec::new()));
        let wrong = Statement { name: "wrong", ..engines::sql("SELECT \"misspelt\" FROM item WHERE id = $1") };
        all.push(&wrong);
        let found = fresh.db.prepare_all(&all).await.unwrap();
        assert_eq!(found.len(), 1);
        assert!(found[0].0 == "wrong" && found[0].1.to_string().contains("misspelt"), "{found:?}");
    },

    like_tells_capitals_apart => |fresh: Fresh| async move {
        add(&fresh.db, 1, "Bob").await.unwrap();
        let like = engines::sql("SELECT id FROM item WHERE code LIKE $1");
        for (pattern, hits) in [("B%", 1), ("b%", 0)] {
            assert_eq!(fresh.db.read("r", move |tx| tx.query(&like, &params![pattern])).await.unwrap().len(), hits, "{pattern}");
        }
    },

    text_with_a_nul_is_refused => |fresh: Fresh| async move {
        let refused = fresh.db.write("w", |tx| tx.execute(&INSERT, &item(1, "a\0b"))).await;
        assert!(matches!(refused, Err(DbError::Driver(text)) if text.contains("NUL")));
    },

    care_of_the_database_works => |fresh: Fresh| async move {
        let db = &fresh.db;
        add(db, 1, "x").await.unwrap();
        db.analyze().await.unwrap();
        db.checkpoint().await.unwrap();
        let health = db.health().await.unwrap();
        assert!(health.commits >= 1 && !health.version.is_empty());
        assert!(db.size().await.unwrap().bytes > 4096);
    },
}

#[tokio::test]
async fn a_password_is_never_shown() {
    let url: DatabaseUrl = "postgres://me:s3cret@db.example:5433/sportello".parse().unwrap();
    assert_eq!(url.to_string(), "postgres://me:***@db.example:5433/sportello");
    assert!(!format!("{url:?}").contains("s3cret"));
    assert_eq!(
        (url.engine(), "sqlite:a.db".parse::<DatabaseUrl>().unwrap().engine()),
        (Engine::Postgres, Engine::Sqlite)
    );
    for bad in [
        "mysql://x",
        "sqlite:",
        "sqlite::memory:",
        "postgres://a:s3cret@h:notaport/x",
        "postgres://h/x?sslmode=require",
    ] {
        let error = bad.parse::<DatabaseUrl>().unwrap_err().to_string();
        assert!(error.contains("write sqlite:PATH") && !error.contains("s3cret"), "{error}");
    }
}
