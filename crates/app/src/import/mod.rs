//! Imports of billing exports: writing records in batches, and the record of every run.
//!
//! A run is made of many units of work, each with some thousand rows. Every one is durable once it is done, so a run
//! that dies or is stopped loses at most the batch it worked on; running the import again completes it. A run that gives
//! no sign of life is marked as interrupted when the program or another run starts.

mod importer;
mod request;
mod show;

pub use importer::{Counts, Importer, Stored, begin};
pub use request::{AskedImport, NewImport, request, resume};
pub use show::{FileCounts, ImportRun, NotedRow, RowCursor, list, mark_interrupted, rows, show};

/// A run without a sign of life for so many seconds counts as dead. A living one gives one every few seconds.
const SILENCE: i64 = 60;
