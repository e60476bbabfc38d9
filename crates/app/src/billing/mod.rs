//! What billing is told and what it answers.

mod answers;
mod dunning;
mod operations;
mod submit;

pub use answers::{Answer, refusal_of, send_again, take_answer, waiting};
pub(crate) use dunning::tell_dunning;
pub(crate) use operations::OPERATIONS;
pub(crate) use submit::{last_of_removed, submit_plan_end, submit_verified};
