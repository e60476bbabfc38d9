//! Reads a billing system's export: eight files in a folder, as a profile describes them, into neutral records.
//!
//! [`Reader::open`] checks that the folder holds what the profile says; [`Reader::pass`] then yields the rows of
//! each file, one at a time, accepted or refused. [`Writer`] writes such an export. Only the keys of accepted rows are kept in memory, never records.

mod cells;
mod format_error;
mod forms;
mod layout;
mod lines;
mod pass;
mod profile;
mod reader;
mod sentences;
mod tables;
#[cfg(test)]
mod tests;
mod write;

pub use format_error::{FormatError, Found};
pub use pass::{Pass, Rows};
pub use profile::{Profile, ProfileError};
pub use reader::Reader;
pub use write::{Line, Writer};
