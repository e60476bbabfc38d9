//! What the worker is told when it is made.

use std::path::PathBuf;

use crate::MailRoute;

/// Settings of the worker of one process.
#[derive(Clone, Debug)]
pub struct JobsSettings {
    /// A name no other process has: it marks the jobs this one has taken, for example `host-pid-random`.
    pub owner: String,
    /// Where mails go; none: mails wait as failed jobs that say so.
    pub mail: Option<MailRoute>,
    /// The folder shared with the billing system, which gets `out` and `in`; none: this process hands nothing over.
    pub billing: Option<PathBuf>,
    /// The folder below which exports lie that other programs ask to import; none: this process imports nothing.
    pub imports: Option<PathBuf>,
    /// The folder shared with the distributors, which gets `out` and `in`; none: this process hands nothing over.
    pub distributor: Option<PathBuf>,
    /// A folder whose layouts and pictures are laid over the shipped ones of letters.
    pub templates: Option<PathBuf>,
    /// How many jobs are done at once.
    pub parallel: usize,
    /// Seconds a job belongs to the worker that took it. A body is ended some seconds before, so that no job is ever
    /// worked on twice at the same time.
    pub lease_seconds: i64,
    /// Milliseconds between two looks at the table when nobody signals work.
    pub poll_millis: u64,
    /// On how many days before an appointment its person is reminded by mail; 0 is the day itself.
    pub reminder_days: Vec<i64>,
}

impl JobsSettings {
    /// The defaults, for a process of this name.
    #[must_use]
    pub fn new(owner: &str) -> Self {
        Self {
            owner: owner.to_owned(),
            mail: None,
            billing: None,
            imports: None,
            distributor: None,
            templates: None,
            parallel: 4,
            lease_seconds: 180,
            poll_millis: 1000,
            reminder_days: vec![2, 0],
        }
    }
}

/// The worker cannot be made from its settings.
#[derive(Debug, thiserror::Error)]
pub enum SetUpError {
    /// The mail server.
    #[error(transparent)]
    Mail(#[from] mail::MailError),
    /// The folder mails are written to.
    #[error("the folder {0} for mails cannot be used: {1}")]
    MailFolder(String, std::io::Error),
    /// The folder shared with billing or with the distributors.
    #[error(transparent)]
    Billing(#[from] connectors::billing::ExchangeError),
    /// The folder of layouts.
    #[error(transparent)]
    Templates(#[from] documents::DocumentError),
}
