//! The two engines under test and the little schema of the tests.

pub use db::testing::Fresh;
use db::{DatabaseUrl, Db, DbError, Engine, Statement, testing};

const SCHEMA: &str = "
CREATE TABLE item (
  id INTEGER8 NOT NULL, code TEXT NOT NULL, kind TEXT NOT NULL, n INTEGER8 NOT NULL,
  CONSTRAINT pk_item PRIMARY KEY (id), CONSTRAINT uq_item_code UNIQUE (code), CONSTRAINT ck_item_kind CHECK (kind IN ('a', 'b'))
) STRICT;
CREATE TABLE child (
  id INTEGER8 NOT NULL, item_id INTEGER8 NOT NULL, code TEXT, note TEXT,
  CONSTRAINT pk_child PRIMARY KEY (id), CONSTRAINT fk_child_item FOREIGN KEY (item_id) REFERENCES item (id)
) STRICT;
CREATE UNIQUE INDEX uq_child_open ON child (code);
CREATE UNIQUE INDEX uq_child_folded ON child (lower(note));
CREATE TABLE late (
  id INTEGER8 NOT NULL, item_id INTEGER8 NOT NULL, CONSTRAINT pk_late PRIMARY KEY (id),
  CONSTRAINT fk_late_item FOREIGN KEY (item_id) REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE kept (
  id BYTES NOT NULL, flag TRUTH, text TEXT, bytes BYTES, n INTEGER8, CONSTRAINT pk_kept PRIMARY KEY (id)
) STRICT;
";

/// A statement made in a test.
pub const fn sql(text: &'static str) -> Statement {
    Statement { name: "test", sqlite: text, postgres: text }
}

pub async fn schema(db: &Db) -> Result<(), DbError> {
    let words = match db.engine() {
        Engine::Sqlite => {
            [("INTEGER8", "INTEGER"), ("BYTES", "BLOB"), ("TRUTH", "INTEGER"), ("STRICT", "STRICT")]
        }
        Engine::Postgres => {
            [("INTEGER8", "BIGINT"), ("BYTES", "BYTEA"), ("TRUTH", "BOOLEAN"), (") STRICT", ")")]
        }
    };
    let text = words.into_iter().fold(SCHEMA.to_owned(), |text, (word, with)| text.replace(word, with));
    testing::run_script(db, &text).await
}

/// The server named in `SPORTELLO_TEST_POSTGRES`; none, said aloud, when there is none.
pub fn server() -> Option<DatabaseUrl> {
    suites::postgres("the contract of the database floor")
        .map(|url| url.parse().expect("SPORTELLO_TEST_POSTGRES"))
}

pub async fn sqlite() -> Fresh {
    testing::Template::sqlite_with(schema).await.unwrap().into_fresh().await.unwrap()
}

pub async fn postgres(server: &DatabaseUrl) -> Fresh {
    testing::Template::postgres_with(server, schema).await.unwrap().into_fresh().await.unwrap()
}

/// Each test once on SQLite, once on PostgreSQL.
macro_rules! both_engines {
    ($($name:ident => |$fresh:ident: Fresh| async move $body:block,)+) => {$(
        mod $name {
            use super::*;

            async fn check($fresh: Fresh) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                check(engines::sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                let Some(server) = engines::server() else { return };
                check(engines::postgres(&server).await).await;
            }
        }
    )+};
}
pub(crate) use both_engines;
