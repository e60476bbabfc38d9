//! What the change of holder does: the operations its process names, and the checks its forms make.

mod checks;
mod correct;
mod create_party;
mod forms;
mod operations;
mod power;
mod preview;
mod readings;
mod request;
mod transfer;

pub(crate) use checks::{check_answers, code_of_another, runs};
pub use create_party::entry_of_draft;
pub(crate) use forms::lines;
pub use forms::{FoundParty, FoundPoint, ReadingLine, find_parties, find_points, reading_lines};
pub(crate) use operations::OPERATIONS;
pub use preview::{PowerPreview, preview_power};
pub use request::request_findings;
pub(crate) use request::{judge_draft, problem_of};
