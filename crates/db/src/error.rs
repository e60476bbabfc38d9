//! What can go wrong, in the same words on both engines.

/// A failure of the database. Constraint names are the same on both engines; see each case.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DbError {
    /// A value that must be unique is there already. Holds `uq_<table>_<columns joined by _>` for constraints
    /// and plain unique indexes over columns, the index name for other unique indexes, and `pk_<table>` for a
    /// primary key that is unnamed or named so.
    #[error("a unique value is already taken ({0})")]
    Unique(String),
    /// A row points to, or is pointed to by, a row that is missing. Holds the name on PostgreSQL; empty on SQLite,
    /// which does not tell: do not decide by it.
    #[error("a referenced row is missing or still referenced ({0})")]
    Reference(String),
    /// A CHECK failed; holds its name, `ck_…`.
    #[error("a value breaks a rule of the schema ({0})")]
    Check(String),
    /// A required column got nothing; holds `table.column`.
    #[error("a required value is missing ({0})")]
    NotNull(String),
    /// The engine asks to run the unit of work again. Seen inside closures only: [`crate::Db::write`] repeats the unit.
    #[error("the database asks to repeat the unit of work")]
    Retry,
    /// Too many others write at once: all repetitions were used up, or the wait for a lock or a connection was too long.
    #[error("the database is busy; try again in a moment")]
    Busy,
    /// A column does not hold what the code expects.
    #[error("{statement}: column {column} holds {found}")]
    Decode {
        /// The name of the statement.
        statement: String,
        /// The column.
        column: String,
        /// What was found, and what was expected.
        found: String,
    },
    /// The server cannot be reached, or the connection was lost.
    #[error("no connection to the database: {0}")]
    Connection(String),
    /// The disk is full.
    #[error("the disk of the database is full; free some space, then try again")]
    Full,
    /// A write in a read-only unit of work, or the file or server does not accept writes.
    #[error("the database does not accept writes here")]
    ReadOnly,
    /// A migration failed, or the schema does not fit this program.
    #[error("migration: {0}")]
    Migration(String),
    /// Anything else the driver reports, with the statement's name; also a panic inside a unit of work.
    #[error("database: {0}")]
    Driver(String),
}

/// An error of a unit of work that may stand for [`DbError::Retry`].
///
/// An application error that wraps a [`DbError`] passes the question on, so that the unit is repeated.
pub trait Retryable {
    /// Whether the unit of work should run again.
    fn is_retry(&self) -> bool;
}

impl Retryable for DbError {
    fn is_retry(&self) -> bool {
        matches!(self, Self::Retry)
    }
}
