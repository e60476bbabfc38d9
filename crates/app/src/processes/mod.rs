//! The adapter between the engine and the database: loads an instance, takes steps until nothing is left to do,
//! carries out the engine's effects, and stores everything in the transaction of the one command from outside.

mod call;
mod deliver;
mod effects;
mod offer;
mod operations;
mod publish;
mod run;

pub(crate) use deliver::message_in;
pub use deliver::{Sender, deliver_message, deliver_signal, deliver_thrown, fire_timer, retry_incident};
pub(crate) use effects::deliver_later;
pub use offer::{FormSchema, Group, Paper, ProcedureLine, list_procedures, show_procedure};
pub use operations::catalogue;
pub(crate) use operations::{Argument, Operation};
pub use publish::{Procedures, publish, publish_shipped, shipped_key};
pub(crate) use run::{Run, open_task_at, to_variables};

/// What an operation called by a process answers.
#[derive(Clone, Debug)]
pub(crate) enum CallAnswer {
    /// Done; these variables are set.
    Done(Vec<(&'static str, serde_json::Value)>),
    /// A business error the diagram may catch.
    BusinessError(&'static str),
    /// It cannot go on until a person has put something right.
    Incident(String),
}
