//! What the change of holder does: the operations its process names, and the checks its forms make.

mod create_party;
mod forms;
mod power;
mod preview;
mod request;
mod transfer;

pub(crate) use create_party::{check_contact, create_party};
pub(crate) use forms::check_answers;
pub use forms::{FoundParty, FoundPoint, ReadingLine, find_parties, find_points, reading_lines};
pub(crate) use power::{check_power, open_power_increase};
pub use preview::{PowerPreview, preview_power};
pub(crate) use request::{check_request, confirm, make_request};
pub(crate) use transfer::duplicate_contract;
