//! The database as the program sees it: open it, read from it, write to it.

use std::{sync::Arc, time::Duration};

use tokio::sync::oneshot;

use crate::{
    error::{DbError, Retryable},
    fault::Faults,
    postgres::Postgres,
    sqlite::Sqlite,
    tx::Tx,
    unit::{self, Kind},
    url::{DatabaseUrl, Engine, Target},
};

/// How a database is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Make the SQLite file when it is missing; otherwise that is an error.
    pub create: bool,
    /// How many readers run beside the writer on SQLite.
    pub readers: usize,
    /// How many connections to PostgreSQL at most.
    pub connections: usize,
    /// How long to wait for a lock or for a free connection before [`DbError::Busy`].
    pub wait: Duration,
    /// Writing units on SQLite longer than this are logged, since everybody else waits for them.
    pub slow: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            create: false,
            readers: 4,
            connections: 16,
            wait: Duration::from_secs(5),
            slow: Duration::from_millis(50),
        }
    }
}

/// An open database. Cloning it is cheap; all clones share the same connections.
#[derive(Clone, Debug)]
pub struct Db(pub(crate) Arc<Inner>);

#[derive(Debug)]
pub(crate) enum Inner {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Db {
    /// Opens a database. Migrations are not run: see [`Db::migrate`].
    ///
    /// # Errors
    /// [`DbError::Connection`] when the file is missing (unless `create`), is no database, or the server cannot be reached.
    pub async fn open(url: &DatabaseUrl, options: &Options) -> Result<Self, DbError> {
        let inner = match &url.0 {
            Target::Sqlite(path) => Inner::Sqlite(Sqlite::open(path, options)?),
            Target::Postgres(config) => Inner::Postgres(Postgres::open(config, options).await?),
        };
        Ok(Self(Arc::new(inner)))
    }

    /// Which engine runs below.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match *self.0 {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    /// What tests planned to go wrong with this database.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        match &*self.0 {
            Inner::Sqlite(sqlite) => sqlite.faults(),
            Inner::Postgres(postgres) => postgres.faults(),
        }
    }

    /// Runs a unit of work that changes data: all of it or nothing, as if it ran alone (serializable).
    ///
    /// The closure **may run several times**, so it does nothing that cannot be taken back: no mail, HTTP, file or
    /// password hashing. It does not open another unit of work. When it returns an error, nothing is written. The answer
    /// is given after the commit is on disk. A panic inside is caught and reported as [`DbError::Driver`]. When the caller
    /// stops waiting, the unit still runs to its end. `name` appears in measures and logs.
    ///
    /// # Errors
    /// The error of the closure; [`DbError::Busy`] after 20 runs or 2 seconds of [`DbError::Retry`]; any other [`DbError`].
    pub async fn write<T, E, F>(&self, name: &'static str, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Retryable + Send + 'static,
    {
        self.run(Kind::Write, name, work).await
    }

    /// Runs a unit of work that only reads, on one snapshot of the data; it does not wait for writers.
    ///
    /// # Errors
    /// As [`Db::write`]; [`DbError::ReadOnly`] when it tries to write.
    pub async fn read<T, E, F>(&self, name: &'static str, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Retryable + Send + 'static,
    {
        self.run(Kind::Read, name, work).await
    }

    /// [`Db::write`] for callers on a plain thread; it blocks the thread.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_blocking<T, E, F>(&self, name: &'static str, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Retryable + Send + 'static,
    {
        self.run_blocking(Kind::Write, name, work)
    }

    /// [`Db::read`] for callers on a plain thread; it blocks the thread.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub fn read_blocking<T, E, F>(&self, name: &'static str, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Retryable + Send + 'static,
    {
        self.run_blocking(Kind::Read, name, work)
    }

    async fn run<T, E, F>(&self, kind: Kind, name: &'static str, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Retryable + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel();
        self.submit(kind, name, work, move |answer| {
            // Nobody waits any more: the unit is done all the same.
            let _ = sender.send(answer);
        });
        receiver.await.unwrap_or_else(|_| Err(E::from(stopped())))
    }

    fn run_blocking<T, E, F>(&self, kind: Kind, name: &'static str, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Retryable + Send + 'static,
    {
        if unit::inside() {
            return Err(E::from(DbError::Driver(format!(
                "unit of work {name} was opened inside another one; pass the Tx on instead"
            ))));
        }
        let (sender, receiver) = std::sync::mpsc::sync_channel(1);
        self.submit(kind, name, work, move |answer| {
            let _ = sender.send(answer);
        });
        receiver.recv().unwrap_or_else(|_| Err(E::from(stopped())))
    }

    fn submit<T, E, F, R>(&self, kind: Kind, name: &'static str, work: F, reply: R)
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Retryable + Send + 'static,
        R: FnOnce(Result<T, E>) + Send + 'static,
    {
        match &*self.0 {
            Inner::Sqlite(sqlite) => sqlite.submit(kind, name, work, reply),
            Inner::Postgres(postgres) => postgres.submit(kind, name, work, reply),
        }
    }
}

/// The answer when the thread that should have run the unit is gone.
pub(crate) fn stopped() -> DbError {
    DbError::Connection("the database was closed while a unit of work waited".to_owned())
}
