//! Dying on purpose, for tests: the process aborts at a chosen statement, as a power cut would have it.

use std::sync::atomic::{AtomicI64, Ordering};

static LEFT: AtomicI64 = AtomicI64::new(i64::MAX);

/// Lets the process die at the `statements`-th statement from here (1 is the next one). For tests only: they run it
/// in a process of its own.
pub fn abort_at(statements: i64) {
    LEFT.store(statements, Ordering::SeqCst);
}

/// How many statements are left before the process dies; some number below [`i64::MAX`] once [`abort_at`] was called.
#[must_use]
pub fn left() -> i64 {
    LEFT.load(Ordering::SeqCst)
}

/// Counts a statement.
pub(crate) fn count() {
    if LEFT.load(Ordering::Relaxed) != i64::MAX && LEFT.fetch_sub(1, Ordering::SeqCst) <= 1 {
        std::process::abort();
    }
}
