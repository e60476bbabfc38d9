//! What a body answers: whether to try again is decided where it failed, never guessed by the worker.

use app::Error;

/// What became of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is done, or was done before.
    Done,
    /// It may work later: after so many seconds, or as the table of delays says.
    Retry(Option<i64>, String),
    /// It cannot work before somebody puts something right.
    Fail(String),
}

impl Outcome {
    /// To be tried again, as the table of delays says.
    pub fn retry(reason: impl std::fmt::Display) -> Self {
        Self::Retry(None, reason.to_string())
    }

    /// For people to look at.
    pub fn fail(reason: impl std::fmt::Display) -> Self {
        Self::Fail(reason.to_string())
    }
}

impl From<Error> for Outcome {
    fn from(error: Error) -> Self {
        match error {
            Error::Busy
            | Error::Repeat
            | Error::Unavailable(_)
            | Error::Full(_)
            | Error::Conflict(_)
            | Error::TooMany(_) => Self::retry(error),
            // A fault may have a cause that passes; the number of tries bounds it.
            Error::Internal(_) => Self::retry(error),
            Error::NotFound { .. }
            | Error::NotSignedIn
            | Error::Denied(_)
            | Error::Invalid(_)
            | Error::Refused { .. } => Self::fail(error),
        }
    }
}

/// Turns the answer of an operation into that of a body.
pub(crate) fn of<T>(result: Result<T, Error>) -> Outcome {
    match result {
        Ok(_) => Outcome::Done,
        Err(error) => error.into(),
    }
}
