//! The audit trail is only ever added to: the engines refuse anything else, and whoever gets round them shows.

use db::{DbError, testing::run_script};
use store::{Db, audit};

use crate::{ctx, engines};

const SUBJECT: audit::Subject = audit::Subject { kind: "case", id: [7; 16] };
const CHAIN: i64 = 7 % audit::CHAINS;

async fn five_entries(db: &Db) {
    let ctx = ctx();
    for step in 0..5 {
        let ctx = ctx.clone();
        let entry = serde_json::json!({ "step": step });
        db.write("audit", move |tx| audit::append(tx, &ctx, "step", SUBJECT, &entry)).await.unwrap();
    }
}

async fn verified(db: &Db) -> Result<i64, audit::Break> {
    db.read("verify", |tx| audit::verify(tx, CHAIN)).await.unwrap()
}

async fn run(db: &Db, sql: &'static str) -> Result<(), DbError> {
    db.write("tamper", move |tx| tx.query_sql("tamper", sql, &[]).map(drop)).await
}

/// What somebody with the rights of the owner of the database would do first.
async fn without_triggers(db: &Db) {
    let script = match db.engine() {
        db::Engine::Sqlite => {
            "DROP TRIGGER tr_audit_update; DROP TRIGGER tr_audit_delete; DROP TRIGGER tr_audit_insert;"
        }
        db::Engine::Postgres => "ALTER TABLE audit DISABLE TRIGGER USER;",
    };
    run_script(db, script).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_engine_refuses_to_change_or_delete_an_entry_or_to_turn_a_head_back() {
    for fresh in engines().await {
        five_entries(&fresh.db).await;
        for sql in [
            "UPDATE audit SET details = '{}' WHERE seq = 3 RETURNING seq",
            "DELETE FROM audit WHERE seq = 5 RETURNING seq",
            "DELETE FROM audit RETURNING seq",
            "UPDATE audit_head SET seq = 4 RETURNING seq",
            "UPDATE audit_head SET seq = 7 RETURNING seq",
            "DELETE FROM audit_head RETURNING seq",
        ] {
            let refused = run(&fresh.db, sql).await;
            assert!(refused.is_err(), "{:?} let through: {sql}", fresh.db.engine());
        }
        let other = match fresh.db.engine() {
            db::Engine::Sqlite => "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 3",
            db::Engine::Postgres => "TRUNCATE audit",
        };
        assert!(run_script(&fresh.db, other).await.is_err(), "{other}");
        assert_eq!(verified(&fresh.db).await, Ok(5));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_or_missing_entry_shows_also_at_the_end() {
    for (sql, first) in [
        ("UPDATE audit SET details = '{}' WHERE seq = 3 RETURNING seq", 3),
        ("DELETE FROM audit WHERE seq = 2 RETURNING seq", 2),
        ("DELETE FROM audit WHERE seq >= 4 RETURNING seq", 4),
        ("DELETE FROM audit RETURNING seq", 1),
    ] {
        for fresh in engines().await {
            five_entries(&fresh.db).await;
            assert_eq!(verified(&fresh.db).await, Ok(5));
            without_triggers(&fresh.db).await;
            run(&fresh.db, sql).await.unwrap();
            let found = verified(&fresh.db).await;
            assert_eq!(
                found,
                Err(audit::Break { chain: CHAIN, seq: first }),
                "{:?}: {sql}",
                fresh.db.engine()
            );
        }
    }
}
