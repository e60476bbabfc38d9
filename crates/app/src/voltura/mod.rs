//! What the change of holder does: the operations its process names, and the checks its forms make.

mod create_party;
mod forms;
mod operations;
mod power;
mod request;
mod transfer;

pub(crate) use forms::check_answers;
pub use forms::{FoundParty, FoundPoint, ReadingLine, find_parties, find_points, reading_lines};
pub(crate) use operations::OPERATIONS;
