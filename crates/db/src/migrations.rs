//! Migrations: the numbered files of `migrations/<engine>/`, built into the program and run in order by refinery.

use refinery::Runner;

use crate::{
    database::{Db, Inner},
    error::DbError,
};

mod sqlite_files {
    refinery::embed_migrations!("../../migrations/sqlite");
}

mod postgres_files {
    refinery::embed_migrations!("../../migrations/postgres");
}

/// One step of the schema.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Migration {
    /// Its number.
    pub version: i64,
    /// Its name, the part of the file name after `V0001__`.
    pub name: String,
}

impl From<&refinery::Migration> for Migration {
    fn from(step: &refinery::Migration) -> Self {
        let version = i64::from(step.version());
        Self { version, name: step.name().to_owned() }
    }
}

/// Any number, as long as nothing else in the same database uses it: nodes that start together migrate one by one.
const MIGRATION_LOCK: i64 = 7_305_420_261_194_001;

const SQLITE_HISTORY: &str = "SELECT count(*) FROM sqlite_master WHERE name = 'refinery_schema_history'";

impl Db {
    /// Brings the schema up to date and says which steps were run. Safe to call from several nodes at once.
    ///
    /// On SQLite a table may be rebuilt with foreign keys pointing at it: they are not enforced during the steps,
    /// and checked after them.
    ///
    /// # Errors
    /// [`DbError::Migration`] when a step fails, or a step that ran before is missing from or differs in this program.
    pub async fn migrate(&self) -> Result<Vec<Migration>, DbError> {
        match &*self.0 {
            Inner::Sqlite(sqlite) => sqlite.exclusive(migrate_sqlite).await,
            Inner::Postgres(postgres) => {
                postgres
                    .asking(|session| {
                        session
                            .migrate(&postgres_files::migrations::runner(), MIGRATION_LOCK)
                            .map(|report| listed(&report))
                    })
                    .await
            }
        }
    }

    /// The steps this database has gone through, oldest first.
    ///
    /// # Errors
    /// Any [`DbError`] of the engine.
    pub async fn applied_migrations(&self) -> Result<Vec<Migration>, DbError> {
        match &*self.0 {
            Inner::Sqlite(sqlite) => sqlite.exclusive(applied_sqlite).await,
            Inner::Postgres(postgres) => {
                postgres
                    .asking(|session| {
                        let applied = session.applied(&postgres_files::migrations::runner())?;
                        Ok(applied.iter().map(Migration::from).collect())
                    })
                    .await
            }
        }
    }

    /// The steps of this program the database has not gone through, oldest first.
    ///
    /// # Errors
    /// Any [`DbError`] of the engine; [`DbError::Migration`] when the database has a step this program does not know,
    /// that is, when the program is older than the database.
    pub async fn pending_migrations(&self) -> Result<Vec<Migration>, DbError> {
        let applied = self.applied_migrations().await?;
        let known = self.known_migrations();
        if let Some(unknown) = applied.iter().find(|step| !known.contains(step)) {
            return Err(DbError::Migration(format!(
                "the database has step {} ({}), which this version of the program does not know; \
                 run the version that made it, or a later one",
                unknown.version, unknown.name
            )));
        }
        Ok(known.into_iter().filter(|step| !applied.contains(step)).collect())
    }

    /// The steps built into this program for this engine, oldest first.
    #[must_use]
    pub fn known_migrations(&self) -> Vec<Migration> {
        let mut known: Vec<_> = self.runner().get_migrations().iter().map(Migration::from).collect();
        known.sort();
        known
    }

    /// A number for each step that changes with its text.
    pub(crate) fn migration_checksums(&self) -> Vec<u64> {
        self.runner().get_migrations().iter().map(refinery::Migration::checksum).collect()
    }

    fn runner(&self) -> Runner {
        match *self.0 {
            Inner::Sqlite(_) => sqlite_files::migrations::runner(),
            Inner::Postgres(_) => postgres_files::migrations::runner(),
        }
    }
}

fn listed(report: &refinery::Report) -> Vec<Migration> {
    report.applied_migrations().iter().map(Migration::from).collect()
}

/// The words of refinery with the cause below it, which holds the engine's own message.
pub(crate) fn failed(error: &refinery::Error) -> DbError {
    use std::error::Error as _;
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    DbError::Migration(text)
}

fn migrate_sqlite(connection: &mut rusqlite::Connection) -> Result<Vec<Migration>, DbError> {
    let runner: Runner = sqlite_files::migrations::runner();
    let switch = |connection: &rusqlite::Connection, on: bool| {
        connection
            .pragma_update(None, "foreign_keys", on)
            .map_err(|error| DbError::Migration(format!("foreign keys cannot be switched: {error}")))
    };
    switch(connection, false)?;
    let result = runner.run(connection).map_err(|error| failed(&error));
    switch(connection, true)?;
    let done = listed(&result?);
    if !done.is_empty() {
        let broken: i64 = connection
            .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))
            .map_err(|error| DbError::Migration(format!("foreign keys cannot be checked: {error}")))?;
        if broken > 0 {
            return Err(DbError::Migration(format!(
                "{broken} rows point to rows that are missing after the migration"
            )));
        }
    }
    connection.flush_prepared_statement_cache();
    Ok(done)
}

fn applied_sqlite(connection: &mut rusqlite::Connection) -> Result<Vec<Migration>, DbError> {
    let unread = |error: rusqlite::Error| DbError::Migration(format!("the history cannot be read: {error}"));
    let history: i64 = connection.query_row(SQLITE_HISTORY, [], |row| row.get(0)).map_err(unread)?;
    if history == 0 {
        return Ok(Vec::new());
    }
    let applied =
        sqlite_files::migrations::runner().get_applied_migrations(connection).map_err(|e| failed(&e))?;
    Ok(applied.iter().map(Migration::from).collect())
}
