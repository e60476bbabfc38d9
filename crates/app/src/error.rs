//! Why an operation did not happen: one closed list, mapped once at each edge.

use store::{DbError, Denied, Lookup, Retryable};

/// What is wrong with one field. `code` is stable and names the sentence; `args` fill it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FieldProblem {
    /// The field's name.
    pub field: String,
    /// The code.
    pub code: String,
    /// Values for the sentence, by name.
    pub args: Vec<(String, String)>,
    /// Whether it only warns.
    pub warning: bool,
}

impl FieldProblem {
    /// A problem without values.
    #[must_use]
    pub fn new(field: &str, code: &str) -> Self {
        Self { field: field.to_owned(), code: code.to_owned(), args: Vec::new(), warning: false }
    }
}

/// One field that two people changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Conflict {
    /// The field's name.
    pub field: String,
    /// What this person wants.
    pub mine: serde_json::Value,
    /// What is stored; null when nothing is.
    pub theirs: serde_json::Value,
}

/// Why an operation did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or it is not to be known to this account.
    #[error("no such {kind}")]
    NotFound {
        /// The kind of thing: `case`, `party`, ….
        kind: &'static str,
    },
    /// Nobody is signed in.
    #[error("not signed in")]
    NotSignedIn,
    /// The account may not do this.
    #[error("{0:?} is not allowed")]
    Denied(Denied),
    /// Some answers cannot be taken.
    #[error("{} fields cannot be taken", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// A rule says no. `code` is stable and names the sentence.
    #[error("refused: {code}")]
    Refused {
        /// The code.
        code: String,
        /// Values for the sentence, by name.
        args: Vec<(String, String)>,
    },
    /// Somebody else changed it meanwhile.
    #[error("changed by somebody else")]
    Conflict(Vec<Conflict>),
    /// Too many tries; again after some seconds.
    #[error("too many tries, again in {0} seconds")]
    TooMany(i64),
    /// The database has too much to do.
    #[error("busy")]
    Busy,
    /// The database cannot be used: connection lost, disk full.
    #[error("the database cannot be used: {0}")]
    Unavailable(String),
    /// The database takes nothing more: the disk is full, or it may only be read. Waiting does not help.
    #[error("nothing can be stored: {0}")]
    Full(String),
    /// The unit must be repeated; never leaves this crate.
    #[error("to be repeated")]
    Repeat,
    /// A fault of the program; the text is for its makers.
    #[error("{0}")]
    Internal(String),
}

impl Error {
    /// A refusal without values.
    #[must_use]
    pub fn refused(code: &str) -> Self {
        Self::Refused { code: code.to_owned(), args: Vec::new() }
    }

    /// A refusal with values for its sentence.
    #[must_use]
    pub fn refused_with(code: &str, args: &[(&str, &str)]) -> Self {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self::Refused { code: code.to_owned(), args }
    }

    /// One field that cannot be taken.
    #[must_use]
    pub fn field(field: &str, code: &str) -> Self {
        Self::Invalid(vec![FieldProblem::new(field, code)])
    }

    /// The stable code of API answers and logs.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::NotFound { .. } => "not_found",
            Self::NotSignedIn => "not_signed_in",
            Self::Denied(_) => "denied",
            Self::Invalid(_) => "invalid",
            Self::Refused { code, .. } => code,
            Self::Conflict(_) => "conflict",
            Self::TooMany(_) => "too_many",
            Self::Busy | Self::Repeat => "busy",
            Self::Unavailable(_) => "unavailable",
            Self::Full(_) => "storage_full",
            Self::Internal(_) => "internal",
        }
    }
}

impl From<DbError> for Error {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Retry => Self::Repeat,
            DbError::Busy => Self::Busy,
            DbError::Connection(text) => Self::Unavailable(text),
            DbError::Full => Self::Full("the disk is full".to_owned()),
            DbError::ReadOnly => Self::Full("the database is read-only".to_owned()),
            other => Self::Internal(other.to_string()),
        }
    }
}

impl Retryable for Error {
    fn is_retry(&self) -> bool {
        matches!(self, Self::Repeat)
    }
}

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<domain::cases::CaseRefusal> for Error {
    fn from(refusal: domain::cases::CaseRefusal) -> Self {
        Self::refused(refusal.code())
    }
}

/// Turns what came of a lookup into the thing or the reason why not.
pub(crate) fn found<T>(lookup: Lookup<T>, kind: &'static str) -> Result<store::Authorised<T>, Error> {
    match lookup {
        Lookup::Found(thing) => Ok(thing),
        Lookup::Missing => Err(Error::NotFound { kind }),
        Lookup::Denied(denied) => Err(Error::Denied(denied)),
    }
}
