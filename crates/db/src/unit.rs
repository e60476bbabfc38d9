//! What a unit of work is on every engine: one guarded run of the closure, how often it may repeat, its measures.

use std::{
    cell::Cell,
    hash::{BuildHasher, Hasher, RandomState},
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use crate::{
    error::{DbError, Retryable},
    tx::Tx,
    url::Engine,
};

/// Whether a unit may change data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Read,
    Write,
}

/// How one run of a closure ended.
pub(crate) enum Attempt<T, E> {
    Done(T),
    Failed(E),
    Again,
}

thread_local! {
    static INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is running a unit of work; a second one inside it would wait for itself for ever.
pub(crate) fn inside() -> bool {
    INSIDE.get()
}

/// Runs the closure once. A panic becomes an error; a swallowed failure of a statement is not lost.
pub(crate) fn attempt<T, E, F>(name: &'static str, tx: &mut Tx<'_>, work: &F) -> Attempt<T, E>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E>,
    E: From<DbError> + Retryable,
{
    INSIDE.set(true);
    let result = catch_unwind(AssertUnwindSafe(|| work(tx)));
    INSIDE.set(false);
    let result = match result {
        Ok(result) => result,
        Err(panic) => return Attempt::Failed(E::from(panicked(name, panic.as_ref()))),
    };
    match (result, tx.failure()) {
        (_, Some(DbError::Retry)) => Attempt::Again,
        (Ok(_), Some(failure)) => Attempt::Failed(E::from(failure.clone())),
        (Ok(value), None) => Attempt::Done(value),
        (Err(error), _) if error.is_retry() => Attempt::Again,
        (Err(error), _) => Attempt::Failed(error),
    }
}

/// The error that stands for a panic.
pub(crate) fn panicked(name: &str, panic: &(dyn std::any::Any + Send)) -> DbError {
    let text = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".to_owned());
    tracing::error!(unit = name, panic = text, "a unit of work panicked and was rolled back");
    DbError::Driver(format!("unit of work {name} panicked: {text}"))
}

/// How often a unit may run, and for how long.
pub(crate) struct Tries {
    started: Instant,
    count: u32,
}

impl Tries {
    const MOST: u32 = 20;
    const LONGEST: Duration = Duration::from_secs(2);

    pub(crate) fn start() -> Self {
        Self { started: Instant::now(), count: 1 }
    }

    /// Counts one more run; false when the unit has to give up.
    pub(crate) fn again(&mut self) -> bool {
        self.count += 1;
        self.count <= Self::MOST && self.started.elapsed() < Self::LONGEST
    }

    /// A random wait that grows with the runs, so that rivals do not meet again.
    pub(crate) fn pause(&self) -> Duration {
        let most = 1_000_u64 << self.count.min(6);
        Duration::from_micros(RandomState::new().build_hasher().finish() % most)
    }

    pub(crate) const fn count(&self) -> u32 {
        self.count
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

/// Counts a finished unit and complains about a slow one.
pub(crate) fn measure(
    engine: Engine,
    name: &'static str,
    outcome: &'static str,
    tries: &Tries,
    slow: Option<Duration>,
) {
    let engine = engine.code();
    metrics::counter!("sportello_db_units_total", "engine" => engine, "unit" => name, "outcome" => outcome)
        .increment(1);
    if tries.count() > 1 {
        metrics::counter!("sportello_db_unit_retries_total", "engine" => engine, "unit" => name)
            .increment(u64::from(tries.count() - 1));
    }
    let spent = tries.elapsed();
    metrics::histogram!("sportello_db_unit_seconds", "engine" => engine, "unit" => name)
        .record(spent.as_secs_f64());
    if slow.is_some_and(|limit| spent > limit) {
        let millis = u64::try_from(spent.as_millis()).unwrap_or(u64::MAX);
        tracing::warn!(unit = name, millis, outcome, "a slow unit of work: all other writers waited for it");
    }
}
