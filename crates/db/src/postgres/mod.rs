//! PostgreSQL: a pool of connections on a runtime of their own; a unit of work runs on a blocking thread, which drives
//! each statement to its end.

mod errors;
mod session;
mod wire;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use deadpool_postgres::{
    Manager, ManagerConfig, Pool, PoolError, RecyclingMethod, Runtime as PoolRuntime, Timeouts,
};
use tokio::{
    runtime::{Builder, Handle, Runtime},
    sync::oneshot,
};
use tokio_postgres::{Config, NoTls};

use self::errors::explain;
pub(crate) use self::session::Session;
use crate::{
    database::{Options, stopped},
    error::{DbError, Retryable},
    fault::Faults,
    tx::{Session as TxSession, Tx},
    unit::{self, Attempt, Kind, Tries},
    url::Engine,
};

/// Threads that move bytes between the program and the server; the units themselves run elsewhere.
const WORKERS: usize = 2;

/// A server with its pool.
pub(crate) struct Postgres {
    shared: Shared,
    /// Taken out when dropped; a runtime must not be dropped where blocking is forbidden.
    runtime: Option<Runtime>,
}

/// What a unit of work needs on its thread.
#[derive(Clone)]
struct Shared {
    pool: Pool,
    handle: Handle,
    commits: Arc<AtomicU64>,
    faults: Arc<Faults>,
}

impl std::fmt::Debug for Postgres {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Postgres").finish_non_exhaustive()
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.shared.pool.close();
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Postgres {
    pub(crate) async fn open(config: &Config, options: &Options) -> Result<Self, DbError> {
        let started =
            |error: &dyn std::fmt::Display| DbError::Driver(format!("the pool cannot be started: {error}"));
        let connections = options.connections.max(1);
        let runtime = Builder::new_multi_thread()
            .worker_threads(WORKERS)
            .max_blocking_threads(connections + 2)
            .thread_name("db-postgres")
            .enable_all()
            .build()
            .map_err(|error| started(&error))?;
        let handle = runtime.handle().clone();
        let manager = Manager::from_config(
            configured(config, options.wait),
            NoTls,
            ManagerConfig { recycling_method: RecyclingMethod::Fast },
        );
        let wait = Some(options.wait);
        let pool = Pool::builder(manager)
            .max_size(connections)
            .runtime(PoolRuntime::Tokio1)
            .timeouts(Timeouts { wait, create: wait, recycle: wait })
            .build()
            .map_err(|error| started(&error))?;
        let shared = Shared { pool, handle, commits: Arc::new(AtomicU64::new(0)), faults: Arc::default() };
        let postgres = Self { shared, runtime: Some(runtime) };
        postgres.asking(|session| session.control("SELECT 1")).await?;
        Ok(postgres)
    }

    pub(crate) fn commits(&self) -> u64 {
        self.shared.commits.load(Ordering::Relaxed)
    }

    pub(crate) fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    pub(crate) fn submit<T, E, F, R>(&self, kind: Kind, name: &'static str, work: F, reply: R)
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Retryable + Send + 'static,
        R: FnOnce(Result<T, E>) + Send + 'static,
    {
        let shared = self.shared.clone();
        self.shared.handle.spawn_blocking(move || reply(shared.unit(kind, name, &work)));
    }

    /// Runs something on a connection, outside any unit of work.
    pub(crate) async fn asking<T: Send + 'static>(
        &self,
        question: impl FnOnce(&mut Session) -> Result<T, DbError> + Send + 'static,
    ) -> Result<T, DbError> {
        let (sender, receiver) = oneshot::channel();
        let shared = self.shared.clone();
        self.shared.handle.spawn_blocking(move || {
            let _ = sender.send(shared.session().and_then(|mut session| question(&mut session)));
        });
        receiver.await.unwrap_or_else(|_| Err(stopped()))
    }
}

impl Shared {
    fn session(&self) -> Result<Session, DbError> {
        let client = self.handle.block_on(self.pool.get()).map_err(|error| match error {
            PoolError::Backend(error) => explain("connect", &error),
            PoolError::Timeout(deadpool_postgres::TimeoutType::Wait) => DbError::Busy,
            other => DbError::Connection(other.to_string()),
        })?;
        Ok(Session::new(client, self.handle.clone()))
    }

    fn unit<T, E, F>(&self, kind: Kind, name: &'static str, work: &F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E>,
        E: From<DbError> + Retryable,
    {
        let mut tries = Tries::start();
        let mut reconnected = false;
        let (result, outcome) = loop {
            let attempt = match self.begin(kind, &mut reconnected) {
                Ok(session) => self.attempt(kind, name, session, work, &mut reconnected),
                Err(DbError::Retry) => Attempt::Again,
                Err(error) => Attempt::Failed(E::from(error)),
            };
            match attempt {
                Attempt::Done(value) => break (Ok(value), "ok"),
                Attempt::Failed(error) => break (Err(error), "error"),
                Attempt::Again if tries.again() => std::thread::sleep(tries.pause()),
                Attempt::Again => break (Err(E::from(DbError::Busy)), "busy"),
            }
        };
        unit::measure(Engine::Postgres, name, outcome, &tries, None);
        result
    }

    /// A connection with an open transaction. A connection that died in the pool is replaced once: nothing was done on it.
    fn begin(&self, kind: Kind, reconnected: &mut bool) -> Result<Session, DbError> {
        let begin = match kind {
            Kind::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Kind::Write => "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE",
        };
        loop {
            let session = self.session()?;
            match session.control(begin) {
                Ok(()) => return Ok(session),
                Err(DbError::Connection(_)) if !*reconnected => {
                    *reconnected = true;
                    session.discard();
                }
                Err(error) => {
                    session.discard();
                    return Err(error);
                }
            }
        }
    }

    fn attempt<T, E, F>(
        &self,
        kind: Kind,
        name: &'static str,
        session: Session,
        work: &F,
        reconnected: &mut bool,
    ) -> Attempt<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E>,
        E: From<DbError> + Retryable,
    {
        let mut tx = Tx::new(TxSession::Postgres(&session), &self.faults);
        let attempt = unit::attempt(name, &mut tx, work);
        let lost = matches!(tx.failure(), Some(DbError::Connection(_)));
        let Attempt::Done(value) = attempt else {
            if session.control("ROLLBACK").is_err() {
                session.discard();
            }
            // Reading again does no harm; whether a lost write took place is for the caller to find out.
            if lost && kind == Kind::Read && !*reconnected {
                *reconnected = true;
                return Attempt::Again;
            }
            return attempt;
        };
        let point = || if kind == Kind::Write { self.faults.pass() } else { Ok(()) };
        if let Err(error) = point() {
            session.discard();
            return Attempt::Failed(E::from(error));
        }
        match session.control("COMMIT") {
            Ok(()) => {
                if kind == Kind::Write {
                    self.commits.fetch_add(1, Ordering::Relaxed);
                }
                match point() {
                    Ok(()) => Attempt::Done(value),
                    Err(error) => Attempt::Failed(E::from(error)),
                }
            }
            Err(DbError::Retry) => Attempt::Again,
            Err(error) => {
                session.discard();
                Attempt::Failed(E::from(error))
            }
        }
    }
}

/// The settings of every connection: a lock is waited for as long as on SQLite, and a transaction left open by a
/// program that hangs is ended by the server.
fn configured(config: &Config, wait: Duration) -> Config {
    let mut config = config.clone();
    let given = config.get_options().unwrap_or_default().to_owned();
    let ours = format!("-c lock_timeout={} -c idle_in_transaction_session_timeout=60000", wait.as_millis());
    config.options(format!("{ours} {given}").trim());
    if config.get_application_name().is_none() {
        config.application_name("sportello");
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(wait);
    }
    config
}
