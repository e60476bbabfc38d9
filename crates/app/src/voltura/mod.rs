//! What the change of holder does: the operations its process names, and the checks its forms make.

mod checks;
mod create_party;
mod forms;
mod power;
mod readings;
mod request;
mod transfer;

pub(crate) use checks::check_answers;
pub(crate) use create_party::{check_contact, check_contact_again, create_party};
pub use forms::{FoundParty, FoundPoint, ReadingLine, find_parties, find_points, reading_lines};
pub(crate) use power::{check_power, open_power_increase};
pub(crate) use readings::{put_verification, record_verified};
pub use request::request_findings;
pub(crate) use request::{check_request, confirm, judge_draft, make_request};
pub(crate) use transfer::duplicate_contract;
