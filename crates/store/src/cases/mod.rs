//! Cases and what hangs on them.

pub mod appointment;
pub mod bulk;
pub mod case;
pub mod comment;
pub mod counts;
pub mod document;
pub mod fact;
pub mod list;
mod order;
pub mod paper_check;
pub mod process;
pub mod saved_view;
pub mod task;
