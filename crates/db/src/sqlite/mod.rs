//! SQLite: one writer thread that commits in groups, a few reader threads, one connection each.

mod errors;
mod files;
mod statements;
mod writer;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread::JoinHandle,
    time::Duration,
};

use rusqlite::Connection;
use tokio::sync::oneshot;

use self::{
    files::{Role, connect},
    writer::{Message, Waiting},
};
pub(crate) use self::{
    files::{checkpoint, integrity, settle, version},
    statements::{batch, control, execute, prepare_all, query},
};
use crate::{
    database::{Options, stopped},
    error::{DbError, Retryable},
    fault::Faults,
    maintenance::Size,
    tx::{Session, Tx},
    unit::{self, Attempt, Kind, Tries},
    url::Engine,
};

type Question = Box<dyn FnOnce(&Connection) + Send>;

/// An open file with its threads. Dropping it lets them finish what was handed in.
pub(crate) struct Sqlite {
    path: PathBuf,
    writer: Option<mpsc::Sender<Message>>,
    readers: Option<mpsc::Sender<Question>>,
    threads: Vec<JoinHandle<Connection>>,
    commits: Arc<AtomicU64>,
    faults: Arc<Faults>,
    slow: Duration,
}

impl std::fmt::Debug for Sqlite {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sqlite").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Sqlite {
    pub(crate) fn open(path: &Path, options: &Options) -> Result<Self, DbError> {
        let connection = connect(path, Role::Writer { create: options.create }, options.wait)?;
        let commits = Arc::new(AtomicU64::new(0));
        let (writer, messages) = mpsc::channel();
        let faults = Arc::new(Faults::default());
        let (counter, planned) = (Arc::clone(&commits), Arc::clone(&faults));
        let mut threads =
            vec![thread("db-writer", move || writer::serve(connection, &messages, &counter, &planned))?];
        let (readers, questions) = mpsc::channel::<Question>();
        let questions = Arc::new(Mutex::new(questions));
        for number in 0..options.readers.max(1) {
            let connection = connect(path, Role::Reader, options.wait)?;
            let questions = Arc::clone(&questions);
            threads.push(thread(&format!("db-reader-{number}"), move || answer(connection, &questions))?);
        }
        Ok(Self {
            path: path.to_owned(),
            writer: Some(writer),
            readers: Some(readers),
            threads,
            commits,
            faults,
            slow: options.slow,
        })
    }

    pub(crate) fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    pub(crate) fn faults(&self) -> &Faults {
        &self.faults
    }

    pub(crate) fn submit<T, E, F, R>(&self, kind: Kind, name: &'static str, work: F, reply: R)
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Retryable + Send + 'static,
        R: FnOnce(Result<T, E>) + Send + 'static,
    {
        // A failed send drops the reply, which the caller sees as a closed database.
        match kind {
            Kind::Write => {
                let waiting = Waiting::new(name, work, reply, self.slow);
                let _ = self.writer.as_ref().map(|writer| writer.send(Message::Unit(Box::new(waiting))));
            }
            Kind::Read => {
                let faults = Arc::clone(&self.faults);
                self.ask(Box::new(move |connection| reply(read(connection, name, &work, &faults))));
            }
        }
    }

    /// Runs something on a reader, outside any unit of work.
    pub(crate) async fn reading<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Connection) -> Result<T, DbError> + Send + 'static,
    ) -> Result<T, DbError> {
        let (sender, receiver) = oneshot::channel();
        self.ask(Box::new(move |connection| {
            let _ = sender.send(question(connection));
        }));
        receiver.await.unwrap_or_else(|_| Err(stopped()))
    }

    /// Runs something on the writer's connection while no unit of work runs.
    pub(crate) async fn exclusive<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Connection) -> Result<T, DbError> + Send + 'static,
    ) -> Result<T, DbError> {
        let (sender, receiver) = oneshot::channel();
        let message = Message::Exclusive(Box::new(move |connection| {
            let _ = sender.send(job(connection));
        }));
        let _ = self.writer.as_ref().map(|writer| writer.send(message));
        receiver.await.unwrap_or_else(|_| Err(stopped()))
    }

    pub(crate) async fn analyze(&self) -> Result<(), DbError> {
        self.exclusive(|connection| files::analyze(connection)).await
    }

    pub(crate) async fn backup_to(&self, target: PathBuf) -> Result<(), DbError> {
        let path = self.path.clone();
        tokio::task::spawn_blocking(move || files::backup(&path, &target))
            .await
            .unwrap_or_else(|error| Err(DbError::Driver(format!("backup: {error}"))))
    }

    pub(crate) async fn size(&self) -> Result<Size, DbError> {
        let path = self.path.clone();
        self.reading(move |connection| files::size(connection, &path)).await
    }

    fn ask(&self, question: Question) {
        let _ = self.readers.as_ref().map(|readers| readers.send(question));
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.writer = None;
        self.readers = None;
        let own = std::thread::current().id();
        for thread in self.threads.drain(..).rev() {
            // A unit of work may hold the last handle: a thread cannot wait for itself.
            if thread.thread().id() != own {
                // Connections are given back and closed here, one after the other: SQLite 3.51 can lock up when two
                // threads close connections to one file at the same moment.
                drop(thread.join());
            }
        }
    }
}

fn thread(
    name: &str,
    body: impl FnOnce() -> Connection + Send + 'static,
) -> Result<JoinHandle<Connection>, DbError> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(body)
        .map_err(|error| DbError::Driver(format!("a thread for the database cannot be started: {error}")))
}

/// The life of a reader thread.
fn answer(connection: Connection, questions: &Mutex<mpsc::Receiver<Question>>) -> Connection {
    loop {
        let next = questions.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(question) = next else { return connection };
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| question(&connection)));
        if let Err(panic) = outcome {
            unit::panicked("reader", panic.as_ref());
        }
    }
}

fn read<T, E, F>(connection: &Connection, name: &'static str, work: &F, faults: &Faults) -> Result<T, E>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E>,
    E: From<DbError> + Retryable,
{
    let mut tries = Tries::start();
    let (result, outcome) = loop {
        if let Err(error) = control(connection, "BEGIN") {
            break (Err(E::from(error)), "error");
        }
        let attempt = unit::attempt(name, &mut Tx::new(Session::Sqlite(connection), faults), work);
        if let Err(error) = control(connection, "ROLLBACK") {
            tracing::warn!(unit = name, %error, "a snapshot could not be closed");
        }
        match attempt {
            Attempt::Done(value) => break (Ok(value), "ok"),
            Attempt::Failed(error) => break (Err(error), "error"),
            Attempt::Again if tries.again() => std::thread::sleep(tries.pause()),
            Attempt::Again => break (Err(E::from(DbError::Busy)), "busy"),
        }
    };
    unit::measure(Engine::Sqlite, name, outcome, &tries, None);
    result
}
