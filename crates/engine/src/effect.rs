//! What a step asks of the outside, as data.

use std::sync::Arc;

use kernel::Instant;

use crate::{Event, Id, Ix, State, Status, Variables};

/// What a step gives back.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The state after all events.
    pub state: State,
    /// What happened, in order.
    pub events: Vec<Event>,
    /// What the caller must do, in order.
    pub effects: Vec<Effect>,
}

/// Something the caller must do in the same transaction.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Show a task to people.
    OfferTask {
        /// Completed by this token.
        token: Id,
        /// The user task.
        element: Ix,
    },
    /// Take a task away.
    WithdrawTask {
        /// The token it was offered with.
        token: Id,
    },
    /// Call an operation and answer with a command.
    Call(Box<Call>),
    /// Forget a call that was not answered.
    WithdrawCall {
        /// The token it was made with.
        token: Id,
    },
    /// Send [`crate::Command::FireTimer`] at this moment; replaces an earlier moment of the same subscription.
    ArmTimer {
        /// The subscription.
        subscription: Id,
        /// When.
        due: Instant,
    },
    /// Forget a timer.
    CancelTimer {
        /// The subscription.
        subscription: Id,
    },
    /// Wait for a message.
    OpenMessage {
        /// The subscription.
        subscription: Id,
        /// Name.
        name: Box<str>,
        /// The key it must carry.
        key: Option<Box<str>>,
    },
    /// Wait for a signal.
    OpenSignal {
        /// The subscription.
        subscription: Id,
        /// Name.
        name: Box<str>,
    },
    /// Stop waiting for a message or signal.
    CloseSubscription {
        /// The subscription.
        subscription: Id,
    },
    /// Send a message: to one waiting subscription, else to a process it starts.
    ThrowMessage {
        /// The throwing element.
        element: Ix,
        /// Name.
        name: Box<str>,
        /// The key it carries.
        key: Option<Box<str>>,
        /// Content.
        variables: Variables,
    },
    /// Send a signal to all other instances and to the processes it starts. This instance has had it.
    ThrowSignal {
        /// Name.
        name: Box<str>,
        /// Content.
        variables: Variables,
    },
    /// Start a called process and answer with a command.
    StartCalled {
        /// The token of the call activity.
        token: Id,
        /// Id of the process.
        process: Box<str>,
        /// Its variables.
        variables: Variables,
    },
    /// Cancel a called process.
    CancelCalled {
        /// The token of the call activity.
        token: Id,
    },
    /// Tell the caller of an escalation, then answer with [`crate::Command::Continue`].
    Escalate {
        /// The throwing token.
        token: Id,
        /// Escalation code.
        code: Box<str>,
    },
    /// Tell people of an incident.
    RaiseIncident {
        /// The incident.
        incident: Id,
        /// The stuck token.
        token: Id,
        /// What is wrong and what to do.
        message: Box<str>,
    },
    /// An incident is settled.
    ResolveIncident {
        /// The incident.
        incident: Id,
    },
    /// The instance ended.
    Ended(Status),
}

/// A call of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// The token to answer for.
    pub token: Id,
    /// The task.
    pub element: Ix,
    /// What kind of task.
    pub kind: CallKind,
    /// The operation: `sportello:operation`, else the implementation or script text; may be empty.
    pub operation: Arc<str>,
    /// Values of the data inputs.
    pub inputs: Variables,
    /// Values of `sportello:arguments`.
    pub arguments: Variables,
}

/// The kind of task that calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallKind {
    /// Service task.
    Service,
    /// Script task.
    Script,
    /// Business rule task.
    Decision,
    /// Send task with an operation.
    Send,
}
