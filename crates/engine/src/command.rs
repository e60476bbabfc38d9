//! What the outside asks of an instance, and why it may be turned down.

use crate::{Id, Ix, Variables};

/// Where an instance starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartAt {
    /// Its none start event; without one, its first start event; without any, every node without incoming flow.
    Default,
    /// This start event, instantiating receive task or event behind an instantiating gateway: its trigger came.
    Element(Ix),
}

/// A command.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Start the instance.
    Start {
        /// Where.
        at: StartAt,
        /// Initial variables of the process.
        variables: Variables,
        /// By a call activity.
        called: bool,
    },
    /// A person completed a task.
    CompleteTask {
        /// The token of the task.
        token: Id,
        /// Results.
        variables: Variables,
    },
    /// A called operation succeeded.
    CompleteCall {
        /// The token of the call.
        token: Id,
        /// Results.
        variables: Variables,
    },
    /// A called operation failed, or a process could not be called.
    FailCall {
        /// The token of the call.
        token: Id,
        /// How.
        answer: Answer,
    },
    /// The answer to a call comes in a later transaction.
    DeferCall {
        /// The token of the call.
        token: Id,
    },
    /// A timer is due.
    FireTimer {
        /// The subscription.
        subscription: Id,
    },
    /// A message was matched to a subscription.
    Message {
        /// The subscription.
        subscription: Id,
        /// Content.
        variables: Variables,
    },
    /// A signal was sent by another instance or from outside. Without a subscription nothing happens.
    Signal {
        /// Name.
        name: Box<str>,
        /// Content.
        variables: Variables,
    },
    /// Fires one subscription, whatever it waits for.
    Wake {
        /// The subscription.
        subscription: Id,
        /// Content.
        variables: Variables,
    },
    /// Lets a waiting token go on, whatever it waits for (tests and repairs).
    Trigger {
        /// The token.
        token: Id,
        /// Content.
        variables: Variables,
    },
    /// Sets variables from outside.
    SetVariables {
        /// As seen from this token, or from the process when 0.
        token: Id,
        /// Values.
        variables: Variables,
    },
    /// Tries again what failed.
    RetryIncident {
        /// The incident.
        incident: Id,
    },
    /// A called process completed.
    CompleteCalled {
        /// The token of the call activity.
        token: Id,
        /// The called process' variables.
        variables: Variables,
    },
    /// A called process ended with an error.
    FailCalled {
        /// The token of the call activity.
        token: Id,
        /// Error code.
        code: Box<str>,
    },
    /// An escalation left a called process.
    EscalateCalled {
        /// The token of the call activity.
        token: Id,
        /// Escalation code.
        code: Box<str>,
    },
    /// The caller has seen the escalation of this token.
    Continue {
        /// The token.
        token: Id,
    },
    /// Cancels the instance.
    Cancel,
}

/// How a call failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A BPMN error that the process may catch.
    Error {
        /// Error code.
        code: Box<str>,
    },
    /// A technical failure: an incident.
    Incident {
        /// What is wrong and what to do.
        message: Box<str>,
    },
}

/// Why a command was turned down. The state is as before.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    /// The instance is started already.
    #[error("the process is already started; start another instance")]
    AlreadyStarted,
    /// The instance has not started.
    #[error("the process is not started; send the start command first")]
    NotStarted,
    /// The instance has ended.
    #[error("the process has ended ({0}); nothing can be done in it any more")]
    Ended(String),
    /// No such token: done by somebody else, or taken away by an event.
    #[error("step {0} is no longer open; reload to see where the process stands")]
    TokenGone(Id),
    /// The token is there but does something else.
    #[error("step {token} ({element}) is not {expected}; reload to see where the process stands")]
    WrongState {
        /// The token.
        token: Id,
        /// Its element.
        element: String,
        /// What was expected.
        expected: &'static str,
    },
    /// No such subscription: it fired or was closed.
    #[error("the process no longer waits for event {0}; reload to see where it stands")]
    SubscriptionGone(Id),
    /// No such incident.
    #[error("incident {0} is already settled")]
    IncidentGone(Id),
    /// No such element to start at.
    #[error("element {0} of the process cannot start it; choose a start event")]
    NoStart(Ix),
    /// The stored state names elements that this version of the process lacks.
    #[error(
        "the stored instance belongs to another version of the process; load the version it was started with"
    )]
    ForeignState,
}
