//! Care of the database: statement check, backup, statistics, health, size.

use std::{path::Path, time::Duration};

use crate::{
    database::{Db, Inner},
    error::DbError,
    statement::Statement,
    url::Engine,
};

/// How the database does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Which engine runs below.
    pub engine: Engine,
    /// The version of the engine in its own words.
    pub version: String,
    /// How long a trivial question took, the wait for a free connection included.
    pub latency: Duration,
    /// Commits of writing units since the database was opened by this process; units that shared a commit count once.
    pub commits: u64,
}

/// How much room the database takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Bytes of the database, indexes included.
    pub bytes: u64,
    /// Bytes inside that are free for reuse (SQLite; 0 on PostgreSQL).
    pub free: u64,
    /// Bytes of the write-ahead log beside the file (SQLite; 0 on PostgreSQL).
    pub log: u64,
}

impl Db {
    /// Prepares every statement without running it; gives the name and the error of each that the engine refuses.
    ///
    /// # Errors
    /// When there is no connection to ask.
    pub async fn prepare_all(
        &self,
        statements: &[&Statement],
    ) -> Result<Vec<(&'static str, DbError)>, DbError> {
        let engine = self.engine();
        let texts: Vec<_> =
            statements.iter().map(|statement| (statement.name, statement.sql(engine))).collect();
        match &*self.0 {
            Inner::Sqlite(sqlite) => {
                sqlite.reading(move |connection| crate::sqlite::prepare_all(connection, &texts)).await
            }
            Inner::Postgres(postgres) => postgres.asking(move |session| session.prepare_all(&texts)).await,
        }
    }

    /// Writes a complete, consistent copy of the SQLite file while the program runs, and checks the copy.
    ///
    /// # Errors
    /// [`DbError::Driver`] when the target exists, cannot be written, or its check fails; and on PostgreSQL, which has its own
    /// tool for it (`pg_dump`).
    pub async fn backup_to(&self, target: &Path) -> Result<(), DbError> {
        match &*self.0 {
            Inner::Sqlite(sqlite) => sqlite.backup_to(target.to_owned()).await,
            Inner::Postgres(_) => Err(DbError::Driver(
                "a PostgreSQL database is backed up by pg_dump or by the server's own archive, not from here"
                    .to_owned(),
            )),
        }
    }

    /// Moves the write-ahead log of SQLite into the file and empties it; nothing to do on PostgreSQL.
    ///
    /// # Errors
    /// [`DbError::Busy`] when readers keep the log in use.
    pub async fn checkpoint(&self) -> Result<(), DbError> {
        match &*self.0 {
            Inner::Sqlite(sqlite) => {
                sqlite.exclusive(|connection| crate::sqlite::checkpoint(connection)).await
            }
            Inner::Postgres(_) => Ok(()),
        }
    }

    /// Reads the whole SQLite file and checks that it holds together; nothing to do on PostgreSQL, which checks its own.
    ///
    /// # Errors
    /// [`DbError::Driver`] with what is damaged first.
    pub async fn check_integrity(&self) -> Result<(), DbError> {
        match &*self.0 {
            Inner::Sqlite(sqlite) => sqlite.reading(crate::sqlite::integrity).await,
            Inner::Postgres(_) => Ok(()),
        }
    }

    /// Refreshes the statistics the query planner works with; after an import, and once a day.
    ///
    /// # Errors
    /// Any [`DbError`] of the engine.
    pub async fn analyze(&self) -> Result<(), DbError> {
        match &*self.0 {
            Inner::Sqlite(sqlite) => sqlite.analyze().await,
            Inner::Postgres(postgres) => postgres.asking(|session| session.control("VACUUM (ANALYZE)")).await,
        }
    }

    /// Asks the engine a trivial question.
    ///
    /// # Errors
    /// [`DbError::Connection`] or [`DbError::Busy`] when it does not answer.
    pub async fn health(&self) -> Result<Health, DbError> {
        let started = std::time::Instant::now();
        let (engine, version, commits) = match &*self.0 {
            Inner::Sqlite(sqlite) => {
                let version = sqlite.reading(crate::sqlite::version).await?;
                (Engine::Sqlite, version, sqlite.commits())
            }
            Inner::Postgres(postgres) => {
                let version = postgres.asking(|session| session.text("SHOW server_version")).await?;
                (Engine::Postgres, version, postgres.commits())
            }
        };
        Ok(Health { engine, version, latency: started.elapsed(), commits })
    }

    /// How much room the database takes.
    ///
    /// # Errors
    /// Any [`DbError`] of the engine.
    pub async fn size(&self) -> Result<Size, DbError> {
        match &*self.0 {
            Inner::Sqlite(sqlite) => sqlite.size().await,
            Inner::Postgres(postgres) => {
                let bytes = postgres
                    .asking(|session| {
                        session.text("SELECT CAST(pg_database_size(current_database()) AS TEXT)")
                    })
                    .await?;
                Ok(Size { bytes: bytes.parse().unwrap_or(0), free: 0, log: 0 })
            }
        }
    }
}
