//! Work that gave up: processes that stopped, jobs that ran out of tries, and what waits for billing.

use askama::Template;
use kernel::JobId;
use texts::Texts;
use web::layout::{Empty, Frame, Link};

/// The whole page.
#[derive(Debug, Template)]
#[template(path = "incidents/page.html")]
pub struct IncidentsPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// Processes that stopped, oldest first.
    pub processes: Vec<StuckRow>,
    /// Jobs that ran out of tries, oldest first.
    pub jobs: Vec<FailedRow>,
    /// Commands that wait to be sent to billing, or for its answer: words, how many, since when.
    pub billing: Vec<(String, i64, String)>,
    /// What to say when there is nothing.
    pub empty: Empty,
    /// Whether this account may try again.
    pub may_retry: bool,
}

impl IncidentsPage<'_> {
    /// Nothing went wrong.
    fn is_quiet(&self) -> bool {
        self.processes.is_empty() && self.jobs.is_empty()
    }
}

/// A process that stopped.
#[derive(Clone, Debug)]
pub struct StuckRow {
    /// The incident.
    pub id: JobId,
    /// The case it hangs on.
    pub case: Option<Link>,
    /// The step it stands at.
    pub step: String,
    /// What went wrong.
    pub message: String,
    /// Since when.
    pub since: String,
}

/// A job that ran out of tries.
#[derive(Clone, Debug)]
pub struct FailedRow {
    /// The job.
    pub id: JobId,
    /// What was to be done, in words.
    pub what: String,
    /// The last error.
    pub error: String,
    /// The case it belongs to.
    pub case: Option<Link>,
    /// Since when.
    pub since: String,
}
