//! What billing is told and what it answers.

mod answers;
mod submit;

pub use answers::{Answer, take_answer, waiting};
pub(crate) use submit::{submit, submit_reading};
