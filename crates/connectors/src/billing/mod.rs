//! The file connector of a billing system of the Dynamics NAV kind: command files go out, answer files come in.
//!
//! Everything is made to be done twice without harm: a command file has one name and one content for ever, every
//! command has a key the far side applies once, and an answer taken in a second time changes nothing. The format is
//! described in `docs/billing-files.md`.

mod answers;
mod arrears_rows;
mod batch;
mod cells;
mod folders;
mod rows;

pub use answers::{Answer, AnswerFile, BrokenRow, Outcome, read_answers, write_answers};
pub use batch::{Batch, NotABatch, batch_name, batches_waiting, read_batch, write_batch};
pub use folders::Folders;
pub use rows::{Command, Unwritable, check};

pub(crate) use cells::{day, day_cell};
pub(crate) use folders::{finished, put, put_away};

/// A folder or a file of the exchange cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{place} cannot be {what}: {source}")]
pub struct ExchangeError {
    /// The folder or file.
    pub place: String,
    /// What was to be done with it.
    pub what: &'static str,
    /// Why not.
    pub source: std::io::Error,
}

impl ExchangeError {
    pub(crate) fn new(place: &std::path::Path, what: &'static str, source: std::io::Error) -> Self {
        Self { place: place.display().to_string(), what, source }
    }
}

#[cfg(test)]
mod tests;
