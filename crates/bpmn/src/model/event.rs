//! Events and what triggers them.

use super::{DataMapping, Expression};

/// An event of any kind.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// Where it stands.
    pub position: EventPosition,
    /// What triggers it, or what it throws, with references to root event definitions resolved. Empty: a none event.
    pub definitions: Vec<EventDefinition>,
    /// All definitions are needed (`parallelMultiple`).
    pub parallel_multiple: bool,
    /// `eventDefinitionRef`s that name nothing in this file.
    pub dangling: Vec<String>,
    /// Data in (throw) or out (catch).
    pub mapping: DataMapping,
}

/// Where an event stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum EventPosition {
    /// Start event.
    #[default]
    Start,
    /// Start event of an event sub-process that lets the scope go on (`isInterrupting="false"`).
    StartNonInterrupting,
    /// Intermediate catch.
    Catch,
    /// Intermediate throw.
    Throw,
    /// Boundary event.
    Boundary {
        /// Host activity id.
        host: String,
        /// Ends the host.
        interrupting: bool,
    },
    /// End event.
    End,
    /// Implicit throw (inside a complex behavior definition).
    Implicit,
}

/// An event definition.
#[derive(Clone, Debug, Default)]
pub struct EventDefinition {
    /// Element id; may be empty.
    pub id: String,
    /// What it is.
    pub kind: EventKind,
}

/// The kinds of event definition.
#[derive(Clone, Debug, Default)]
pub enum EventKind {
    /// Terminate.
    #[default]
    Terminate,
    /// Cancel.
    Cancel,
    /// Message.
    Message {
        /// `messageRef`.
        message: Option<String>,
        /// `operationRef`.
        operation: Option<String>,
        /// `sportello:correlationKey`.
        correlation_key: Option<String>,
    },
    /// Timer.
    Timer(Option<TimerKind>),
    /// Signal (`signalRef`).
    Signal(Option<String>),
    /// Error (`errorRef`).
    Error(Option<String>),
    /// Escalation (`escalationRef`).
    Escalation(Option<String>),
    /// Conditional.
    Conditional(Option<Expression>),
    /// Compensation.
    Compensation {
        /// `activityRef`.
        activity: Option<String>,
        /// `waitForCompletion`, true when absent.
        wait: bool,
    },
    /// Link.
    Link {
        /// Name: what joins a throw with its catch.
        name: String,
        /// `target`.
        target: Option<String>,
        /// `source`s.
        sources: Vec<String>,
    },
}

/// The kinds of timer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimerKind {
    /// A moment.
    Date(Expression),
    /// After a while.
    Duration(Expression),
    /// Repeating.
    Cycle(Expression),
}
