//! What happened in a step. Events are the truth; [`crate::State::apply`] turns them into state.

use serde::{Deserialize, Serialize};

use crate::{At, FlowIx, Gate, Id, Incident, Ix, Record, Repeat, Scope, Status, Subscription};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The instance started; `called` by a call activity.
    Started {
        /// By a call activity.
        called: bool,
    },
    /// The instance ended; all that was left is gone.
    Ended(Status),
    /// A token entered an element.
    Entered {
        /// The token.
        token: Id,
        /// The element.
        element: Ix,
        /// The scope.
        scope: Id,
        /// Scope of its own variables, or 0.
        local: Id,
    },
    /// A token arrived at a join.
    Arrived {
        /// The token.
        token: Id,
        /// The join.
        element: Ix,
        /// The scope.
        scope: Id,
        /// The flow.
        flow: FlowIx,
    },
    /// A token does something else at its element.
    Turned {
        /// The token.
        token: Id,
        /// What it does.
        at: At,
    },
    /// A token left its element or was taken away.
    Left {
        /// The token.
        token: Id,
        /// The element.
        element: Ix,
        /// How.
        how: How,
    },
    /// A scope was opened.
    Opened(Box<Scope>),
    /// A scope was closed, with the subscriptions it held.
    Closed(Id),
    /// An interrupting event sub-process took over a scope.
    Interrupted(Id),
    /// A variable was set in a scope.
    Set {
        /// The scope.
        scope: Id,
        /// Name.
        name: Box<str>,
        /// Value.
        value: feel::Value,
    },
    /// A subscription was opened.
    Subscribed(Box<Subscription>),
    /// A subscription was closed.
    Unsubscribed(Id),
    /// A repeating timer was set to its next moment.
    Rearmed {
        /// The subscription.
        subscription: Id,
        /// Microseconds since 1970 UTC.
        due: i64,
        /// Firings left.
        left: Option<u32>,
    },
    /// A condition was looked at and gave something else than before.
    Looked {
        /// The subscription.
        subscription: Id,
        /// What it gave.
        value: bool,
    },
    /// One part of a parallel multiple event came.
    Seen(Id),
    /// A parallel multiple event fired and waits for all its parts again.
    Awaited(Id),
    /// Counters of a repeated activity.
    Counted {
        /// The repeat scope.
        scope: Id,
        /// The counters.
        repeat: Repeat,
    },
    /// One more activity of an ad-hoc sub-process was started.
    AdHocStarted(Id),
    /// Something completed that can be compensated.
    Recorded {
        /// The scope.
        scope: Id,
        /// What.
        record: Box<Record>,
    },
    /// The records of a scope are these now.
    Records {
        /// The scope.
        scope: Id,
        /// What is left.
        records: Vec<Record>,
    },
    /// A token is stuck.
    Raised(Box<Incident>),
    /// An incident is settled.
    Resolved(Id),
    /// A complex gateway started or saw one more flow.
    Gated(Gate),
    /// A complex gateway was reset.
    Reset {
        /// The scope.
        scope: Id,
        /// The gateway.
        element: Ix,
    },
}

/// How a token left an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    /// Went through.
    Completed,
    /// Was taken away.
    Cancelled,
    /// Became one with others at a join.
    Merged,
}
