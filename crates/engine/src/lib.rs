//! The process engine: a compiled BPMN process, a state, a command, and out come events and effects.
//!
//! [`step`] is a pure function. [`Event`]s are the truth: the state is changed only by [`State::apply`], so the
//! same events over the same state give the same state. [`Effect`]s are data for the caller: offer a task, arm a
//! timer, call an operation. Failures are incidents kept in the state, never lost instances.
//!
//! One command runs from wait state to wait state. Calls of operations ([`Effect::Call`]) are answered with
//! [`Command::CompleteCall`], [`Command::FailCall`] or [`Command::DeferCall`] in the same transaction; thrown
//! signals, errors, escalations, compensation and terminate end events wait until the calls asked for in the
//! same transaction are answered, so that a token that needs no time never loses a race against them.
//!
//! [`runtime`] keeps several instances in memory (used by tests and by the command line); the application keeps
//! them in its store instead. [`harness`] speaks the batch and session forms of the command line.

mod agenda;
mod apply;
mod check;
mod command;
mod effect;
mod elements;
mod event;
pub mod executable;
pub mod harness;
mod incident;
mod lifecycle;
pub mod runtime;
mod scope;
mod state;
mod subscription;
pub mod timer;
mod variables;

pub use agenda::step;
pub use check::check;
pub use command::{Answer, Command, Rejection, StartAt};
pub use effect::{Call, CallKind, Effect, Outcome};
pub use event::{Event, How};
pub use executable::{CompileError, Executable};
pub use state::{
    At, FORMAT, Gate, Holder, Incident, Lift, Record, Repeat, Retry, Scope, ScopeKind, State, Status,
    Subscription, Token, Variables, Wake,
};

/// Position of an element in its [`Executable`]; 0 is the process itself. Valid for one version of a process only.
pub type Ix = u32;
/// Position of a sequence flow in its [`Executable`].
pub type FlowIx = u32;
/// Number of a token, scope, subscription or incident within one instance; never used twice, 0 is none.
pub type Id = u32;

/// What a step may know of the world.
#[derive(Clone, Copy, Debug)]
pub struct Env {
    /// The present moment.
    pub now: kernel::Instant,
}
