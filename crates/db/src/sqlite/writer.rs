//! The writer thread: takes units of work in the order they came, puts those that wait together into one
//! transaction, each in its own savepoint, commits once, then gives every answer.

use std::{
    sync::{
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    time::{Duration, Instant},
};

use rusqlite::Connection;

use super::statements::control;
use crate::{
    error::{DbError, Retryable},
    fault::Faults,
    tx::{Session, Tx},
    unit::{self, Attempt, Tries},
    url::Engine,
};

/// Units that share one commit at most.
const GROUP_UNITS: usize = 256;
/// A group takes in no more units once it is this old, so that the first one is not kept waiting.
const GROUP_AGE: Duration = Duration::from_millis(20);

pub(super) enum Message {
    Unit(Box<dyn Unit>),
    Exclusive(Box<dyn FnOnce(&mut Connection) + Send>),
}

/// A unit of work in the queue, whatever its types.
pub(super) trait Unit: Send {
    /// Runs it in a savepoint of its own and keeps the result. May be called again after a rollback.
    fn run(&mut self, connection: &Connection, faults: &Faults);
    /// Tells the caller, now that it is known whether the transaction was committed.
    fn answer(self: Box<Self>, committed: Result<(), DbError>);
}

pub(super) struct Waiting<T, E, F, R> {
    name: &'static str,
    work: F,
    reply: R,
    slow: Duration,
    tries: Tries,
    outcome: &'static str,
    result: Option<Result<T, E>>,
}

impl<T, E, F, R> Waiting<T, E, F, R> {
    pub(super) fn new(name: &'static str, work: F, reply: R, slow: Duration) -> Self {
        Self { name, work, reply, slow, tries: Tries::start(), outcome: "error", result: None }
    }
}

impl<T, E, F, R> Unit for Waiting<T, E, F, R>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<DbError> + Retryable + Send,
    R: FnOnce(Result<T, E>) + Send,
{
    fn run(&mut self, connection: &Connection, faults: &Faults) {
        self.tries = Tries::start();
        let result = loop {
            if let Err(error) = control(connection, "SAVEPOINT unit") {
                break Err(E::from(error));
            }
            let attempt =
                unit::attempt(self.name, &mut Tx::new(Session::Sqlite(connection), faults), &self.work);
            let result = match attempt {
                Attempt::Done(value) => match control(connection, "RELEASE SAVEPOINT unit") {
                    Ok(()) => break Ok(value),
                    Err(error) => Some(E::from(error)),
                },
                Attempt::Failed(error) => Some(error),
                Attempt::Again if self.tries.again() => None,
                Attempt::Again => {
                    self.outcome = "busy";
                    Some(E::from(DbError::Busy))
                }
            };
            take_back(connection, self.name);
            if let Some(error) = result {
                break Err(error);
            }
        };
        if result.is_ok() {
            self.outcome = "ok";
        }
        unit::measure(Engine::Sqlite, self.name, self.outcome, &self.tries, Some(self.slow));
        self.result = Some(result);
    }

    fn answer(self: Box<Self>, committed: Result<(), DbError>) {
        let result = match (self.result, committed) {
            (Some(Ok(value)), Ok(())) => Ok(value),
            (Some(Err(error)), _) => Err(error),
            (_, Err(error)) => Err(E::from(error)),
            (None, Ok(())) => Err(E::from(DbError::Driver("the unit of work was not run".to_owned()))),
        };
        (self.reply)(result);
    }
}

/// Undoes a failed unit without touching its neighbours. When the engine has already undone the whole transaction
/// (disk full, for one) there is no savepoint left, and the group starts over.
fn take_back(connection: &Connection, name: &'static str) {
    if connection.is_autocommit() {
        return;
    }
    let undone = control(connection, "ROLLBACK TO SAVEPOINT unit")
        .and_then(|()| control(connection, "RELEASE SAVEPOINT unit"));
    if let Err(error) = undone {
        tracing::error!(unit = name, %error, "a savepoint could not be rolled back; the whole group is run again");
        let _ = control(connection, "ROLLBACK");
    }
}

/// The life of the writer thread.
pub(super) fn serve(
    mut connection: Connection,
    messages: &mpsc::Receiver<Message>,
    commits: &AtomicU64,
    faults: &Faults,
) -> Connection {
    let mut held = None;
    loop {
        let next = held.take().map_or_else(|| messages.recv().ok(), Some);
        match next {
            None => break,
            Some(Message::Unit(first)) => {
                held = group(&connection, first, messages, commits, faults);
            }
            Some(Message::Exclusive(job)) => {
                let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| job(&mut connection)));
                if let Err(panic) = outcome {
                    unit::panicked("maintenance", panic.as_ref());
                }
                if !connection.is_autocommit() {
                    let _ = control(&connection, "ROLLBACK");
                }
            }
        }
    }
    // Cheap, and only for tables whose statistics grew stale: what SQLite advises before closing.
    let _ = connection.execute_batch("PRAGMA analysis_limit = 400; PRAGMA optimize;");
    connection
}

/// One shared transaction. Gives back a message that was taken from the queue but does not belong to the group.
fn group(
    connection: &Connection,
    first: Box<dyn Unit>,
    messages: &mpsc::Receiver<Message>,
    commits: &AtomicU64,
    faults: &Faults,
) -> Option<Message> {
    if let Err(error) = control(connection, "BEGIN IMMEDIATE") {
        first.answer(Err(error));
        return None;
    }
    let began = Instant::now();
    let mut units = Vec::new();
    let mut held = None;
    let mut next = Some(first);
    while let Some(mut unit) = next.take() {
        unit.run(connection, faults);
        units.push(unit);
        if connection.is_autocommit() || units.len() >= GROUP_UNITS || began.elapsed() > GROUP_AGE {
            break;
        }
        match messages.try_recv() {
            Ok(Message::Unit(unit)) => next = Some(unit),
            Ok(other) => held = Some(other),
            Err(_) => {}
        }
    }
    let committed = commit(connection, commits, faults);
    if committed.is_err() && units.len() > 1 {
        // One of them spoils the commit (a deferred foreign key, a full disk): each gets its own.
        for unit in units {
            alone(connection, unit, commits, faults);
        }
    } else {
        for unit in units {
            unit.answer(committed.clone());
        }
    }
    held
}

fn alone(connection: &Connection, mut unit: Box<dyn Unit>, commits: &AtomicU64, faults: &Faults) {
    let committed = control(connection, "BEGIN IMMEDIATE").and_then(|()| {
        unit.run(connection, faults);
        commit(connection, commits, faults)
    });
    unit.answer(committed);
}

fn commit(connection: &Connection, commits: &AtomicU64, faults: &Faults) -> Result<(), DbError> {
    if connection.is_autocommit() {
        return Err(DbError::Driver("the engine gave up the transaction".to_owned()));
    }
    let started = Instant::now();
    let result = faults.pass().and_then(|()| control(connection, "COMMIT"));
    if result.is_ok() {
        commits.fetch_add(1, Ordering::Relaxed);
        metrics::histogram!("sportello_db_commit_seconds", "engine" => "sqlite")
            .record(started.elapsed().as_secs_f64());
    } else if !connection.is_autocommit() {
        let _ = control(connection, "ROLLBACK");
    }
    result.and_then(|()| faults.pass())
}
