//! Dying on purpose, for tests: at a chosen point the process aborts, as a power cut would have it, or the database is
//! gone for this process from there on, which leaves the same behind without ending the test.
//!
//! A point is a statement, the moment before a commit, or the moment after it.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use crate::error::DbError;

/// No fault is planned.
const NEVER: i64 = i64::MAX;

/// What is planned for one open database; all its handles share it. Nothing is, unless a test says so.
#[derive(Debug)]
pub struct Faults {
    left: AtomicI64,
    abort: AtomicBool,
    gone: AtomicBool,
}

impl Default for Faults {
    fn default() -> Self {
        Self { left: AtomicI64::new(NEVER), abort: AtomicBool::new(false), gone: AtomicBool::new(false) }
    }
}

impl Faults {
    /// The process aborts at the `point`-th point from here; 1 is the next one. Tests run it in a process of its own.
    pub fn abort_at(&self, point: i64) {
        self.plan(point, true);
    }

    /// From the `point`-th point on (1 is the next one) every statement and every commit fails as on a lost
    /// connection, until [`Faults::heal`]: whatever the program does meanwhile, nothing of it reaches the disk, which is
    /// what a process killed at that point leaves behind.
    pub fn fail_at(&self, point: i64) {
        self.plan(point, false);
    }

    /// Nothing is planned any more, and the database is there again. Says whether the fault came.
    pub fn heal(&self) -> bool {
        self.left.store(NEVER, Ordering::SeqCst);
        self.gone.swap(false, Ordering::SeqCst)
    }

    fn plan(&self, point: i64, abort: bool) {
        self.abort.store(abort, Ordering::SeqCst);
        self.gone.store(false, Ordering::SeqCst);
        self.left.store(point, Ordering::SeqCst);
    }

    /// Passes one point.
    pub(crate) fn pass(&self) -> Result<(), DbError> {
        if self.left.load(Ordering::Relaxed) == NEVER {
            return Ok(());
        }
        if self.left.fetch_sub(1, Ordering::SeqCst) <= 1 {
            if self.abort.load(Ordering::SeqCst) {
                std::process::abort();
            }
            self.gone.store(true, Ordering::SeqCst);
        }
        if self.gone.load(Ordering::SeqCst) {
            return Err(DbError::Connection("gone, because a test wants it so".to_owned()));
        }
        Ok(())
    }
}
