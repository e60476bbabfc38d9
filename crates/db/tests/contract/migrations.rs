//! The migrations built into the program run on both engines, once.

use crate::engines::{self, both_engines};
use db::testing::Fresh;
use db::{Db, DbError, testing};

async fn second_run_changes_nothing(db: &Db) {
    let known = db.known_migrations();
    assert!(!known.is_empty());
    assert_eq!(db.pending_migrations().await, Ok(known.clone()));
    assert_eq!(db.migrate().await, Ok(known.clone()));
    assert_eq!(db.pending_migrations().await, Ok(Vec::new()));
    assert_eq!(db.applied_migrations().await, Ok(known));
    assert_eq!(db.migrate().await, Ok(Vec::new()));
}

async fn later_program(db: &Db) {
    testing::run_script(
        db,
        "INSERT INTO refinery_schema_history (version, name, applied_on, checksum) \
         VALUES (9999, 'tomorrow', '2026-01-01T00:00:00Z', '1')",
    )
    .await
    .unwrap();
    assert!(matches!(db.pending_migrations().await, Err(DbError::Migration(text)) if text.contains("9999")));
    assert!(matches!(db.migrate().await, Err(DbError::Migration(_))));
}

both_engines! {
    a_program_older_than_its_database_says_so => |fresh: Fresh| async move {
        // The little schema of the tests shares no table with the migrations.
        second_run_changes_nothing(&fresh.db).await;
        later_program(&fresh.db).await;
    },
}

#[tokio::test]
async fn nodes_that_start_together_migrate_once() {
    let Some(server) = engines::server() else { return };
    let fresh = engines::postgres(&server).await;
    let other = Db::open(&fresh.url, &db::Options::default()).await.unwrap();
    let (one, two) = tokio::join!(fresh.db.migrate(), other.migrate());
    assert_eq!(one.unwrap().len() + two.unwrap().len(), fresh.db.known_migrations().len());
    let shared = testing::Template::shared_postgres(&server).await.unwrap();
    drop(shared.fresh().await.unwrap());
    assert!(testing::Template::shared_postgres(&server).await.is_ok());
}
