//! How a gas distributor is spoken to: messages in XML, as files in a shared folder or handed in by a person.
//!
//! The root `Prestazione`, the identifiers, `Esito` and `DatiTecnici` are those seen in public code; names of the other
//! elements are the sector's words where they are known and otherwise follow the columns of the hub's files. They are
//! listed in `docs/distributor-files.md` with what is to be checked against the distributor's schema before going live.

mod folders;
mod package;
mod read;
mod sentences;
pub mod simulator;
mod write;
mod xml;

pub use folders::{AnswerFile, put_answer, put_request, read_answers, requests_waiting};
pub use package::{MOST_BYTES, MOST_MEMBERS, MOST_UNPACKED, StandardFormat};
pub use read::read_message;
pub use sentences::sentence;
pub use write::{file_name, write_message};

#[cfg(test)]
mod tests;
