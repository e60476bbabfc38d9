//! The lifecycle of a token, and which command may reach it where.
//!
//! Running → one of the waiting places → Running or gone. The table is the whole truth about commands: what is not
//! in it is rejected.

use crate::{At, Command};

/// Places of a token, without their data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Task,
    Call,
    Wait,
    Called,
    Escalating,
    Stuck,
    Other,
}

/// Commands to a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    CompleteTask,
    AnswerCall,
    Fail,
    AnswerCalled,
    Continue,
    Trigger,
}

/// Where each command is allowed, and how the place is called in a rejection.
const TABLE: &[(Asked, &[Place], &str)] = &[
    (Asked::CompleteTask, &[Place::Task], "an open task"),
    (Asked::AnswerCall, &[Place::Call], "waiting for an operation"),
    (Asked::Fail, &[Place::Call, Place::Called], "waiting for an operation or process"),
    (Asked::AnswerCalled, &[Place::Called], "waiting for a called process"),
    (Asked::Continue, &[Place::Escalating], "waiting for its caller"),
    (Asked::Trigger, &[Place::Task, Place::Call, Place::Wait, Place::Called, Place::Stuck], "waiting"),
];

impl Place {
    /// The place of a token, if it is there.
    pub(crate) fn of_token(state: &crate::State, token: crate::Id) -> Option<Self> {
        state.token(token).map(|t| Self::of(&t.at))
    }

    pub(crate) const fn of(at: &At) -> Self {
        match at {
            At::Task => Self::Task,
            At::Calling { .. } => Self::Call,
            At::Waiting => Self::Wait,
            At::Called => Self::Called,
            At::Escalating => Self::Escalating,
            At::Incident => Self::Stuck,
            At::Running | At::Joining(_) | At::Inside(_) | At::Throwing | At::Compensating(_) => Self::Other,
        }
    }
}

impl Asked {
    /// What the command asks, and of which token.
    pub(crate) const fn of(command: &Command) -> Option<(Self, crate::Id)> {
        match command {
            Command::CompleteTask { token, .. } => Some((Self::CompleteTask, *token)),
            Command::CompleteCall { token, .. } | Command::DeferCall { token } => {
                Some((Self::AnswerCall, *token))
            }
            Command::FailCall { token, .. } => Some((Self::Fail, *token)),
            Command::CompleteCalled { token, .. }
            | Command::FailCalled { token, .. }
            | Command::EscalateCalled { token, .. } => Some((Self::AnswerCalled, *token)),
            Command::Continue { token } => Some((Self::Continue, *token)),
            Command::Trigger { token, .. } => Some((Self::Trigger, *token)),
            _ => None,
        }
    }

    /// Nothing when the command is allowed at this place, else what was expected.
    pub(crate) fn refused_at(self, place: Place) -> Option<&'static str> {
        TABLE
            .iter()
            .find(|(asked, ..)| *asked == self)
            .and_then(|(_, places, expected)| (!places.contains(&place)).then_some(*expected))
    }
}
