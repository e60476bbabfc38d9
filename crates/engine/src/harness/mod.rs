//! The batch form (`sportello bpmn run`) and the session form (`sportello bpmn session`) of the command line:
//! a virtual clock, handlers instead of operations, and a store that can be read back at any step.

mod batch;
mod deploy;
mod handlers;
mod json;
mod keep;
mod session;

pub use batch::run;
pub use deploy::{Refused, deployable};
pub use session::session;
