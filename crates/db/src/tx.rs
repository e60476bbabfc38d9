//! The transaction a unit of work sees.

use crate::{
    error::DbError, fault::Faults, postgres, row::Row, sqlite, statement::Statement, url::Engine,
    value::Value,
};

/// A running transaction. Statements run in order, each seeing what the ones before it wrote.
///
/// After a statement failed, the transaction accepts no other statement and cannot be committed, on either engine;
/// a statement that is allowed to fail goes inside [`Tx::savepoint`].
pub struct Tx<'a> {
    session: Session<'a>,
    faults: &'a Faults,
    failure: Option<DbError>,
}

pub(crate) enum Session<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a postgres::Session),
}

impl std::fmt::Debug for Tx<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tx").field("engine", &self.engine()).field("failure", &self.failure).finish()
    }
}

impl<'a> Tx<'a> {
    pub(crate) const fn new(session: Session<'a>, faults: &'a Faults) -> Self {
        Self { session, faults, failure: None }
    }

    pub(crate) const fn failure(&self) -> Option<&DbError> {
        self.failure.as_ref()
    }

    /// Which engine runs below.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        match self.session {
            Session::Sqlite(_) => Engine::Sqlite,
            Session::Postgres(_) => Engine::Postgres,
        }
    }

    /// All rows of a statement; also for INSERT, UPDATE and DELETE with RETURNING.
    ///
    /// # Errors
    /// Any [`DbError`] of the engine.
    pub fn query(&mut self, statement: &Statement, params: &[Value]) -> Result<Vec<Row>, DbError> {
        self.query_sql(statement.name, statement.sql(self.engine()), params)
    }

    /// The first row of a statement, if there is one.
    ///
    /// # Errors
    /// Any [`DbError`] of the engine.
    pub fn row(&mut self, statement: &Statement, params: &[Value]) -> Result<Option<Row>, DbError> {
        Ok(self.query(statement, params)?.into_iter().next())
    }

    /// Runs a statement and says how many rows it changed.
    ///
    /// # Errors
    /// Any [`DbError`] of the engine.
    pub fn execute(&mut self, statement: &Statement, params: &[Value]) -> Result<u64, DbError> {
        let sql = statement.sql(self.engine());
        self.guarded(|session| match session {
            Session::Sqlite(connection) => sqlite::execute(connection, statement.name, sql, params),
            Session::Postgres(session) => session.execute(statement.name, sql, params),
        })
    }

    /// Runs one statement with many sets of parameters and says how many rows were changed in all: prepared once
    /// on SQLite, sent without waiting for each answer on PostgreSQL.
    ///
    /// # Errors
    /// Any [`DbError`] of the engine; the sets before the failing one count as failed too.
    pub fn batch(&mut self, statement: &Statement, sets: &[Vec<Value>]) -> Result<u64, DbError> {
        let sql = statement.sql(self.engine());
        self.guarded(|session| match session {
            Session::Sqlite(connection) => sqlite::batch(connection, statement.name, sql, sets),
            Session::Postgres(session) => session.batch(statement.name, sql, sets),
        })
    }

    /// All rows of a text composed at run time, for filters; `name` stands for it in errors. Parameters are `$1`, `$2`, …
    /// on both engines; `?` is also understood on SQLite. The prepared text is kept, so put values in parameters.
    ///
    /// # Errors
    /// Any [`DbError`] of the engine.
    pub fn query_sql(
        &mut self,
        name: &'static str,
        sql: &str,
        params: &[Value],
    ) -> Result<Vec<Row>, DbError> {
        self.guarded(|session| match session {
            Session::Sqlite(connection) => sqlite::query(connection, name, sql, params),
            Session::Postgres(session) => session.query(name, sql, params),
        })
    }

    /// Runs a part that may fail without spoiling the whole: on an error only its own changes are taken back.
    ///
    /// # Errors
    /// The error of the part; [`DbError::Retry`] and [`DbError::Connection`] end the whole unit all the same.
    pub fn savepoint<T, E, F>(&mut self, part: F) -> Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, E>,
        E: From<DbError>,
    {
        self.control("SAVEPOINT part")?;
        let result = part(self);
        let failure = self.failure.take();
        if result.is_ok() && failure.is_none() {
            self.control("RELEASE SAVEPOINT part")?;
            return result;
        }
        if matches!(failure, Some(DbError::Retry | DbError::Connection(_))) {
            self.failure.clone_from(&failure);
        } else {
            self.control("ROLLBACK TO SAVEPOINT part")?;
            self.control("RELEASE SAVEPOINT part")?;
        }
        match (result, failure) {
            (Ok(_), Some(failure)) => Err(E::from(failure)),
            (result, _) => result,
        }
    }

    pub(crate) fn control(&mut self, sql: &'static str) -> Result<(), DbError> {
        self.guarded(|session| match session {
            Session::Sqlite(connection) => sqlite::control(connection, sql),
            Session::Postgres(session) => session.control(sql),
        })
    }

    fn guarded<T>(&mut self, run: impl FnOnce(&Session<'a>) -> Result<T, DbError>) -> Result<T, DbError> {
        match &self.failure {
            Some(DbError::Retry) => return Err(DbError::Retry),
            Some(first) => {
                return Err(DbError::Driver(format!(
                    "an earlier statement of this unit of work failed ({first}); \
                     put a statement that may fail inside a savepoint"
                )));
            }
            None => {}
        }
        self.faults
            .pass()
            .and_then(|()| run(&self.session))
            .inspect_err(|error| self.failure = Some(error.clone()))
    }
}
