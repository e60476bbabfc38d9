//! From what PostgreSQL says to [`DbError`].

use tokio_postgres::{
    Error,
    error::{DbError as ServerError, SqlState},
};

use crate::error::DbError;

/// The error of a statement.
pub(super) fn explain(name: &str, error: &Error) -> DbError {
    if let Some(server) = error.as_db_error() {
        return from_server(name, server);
    }
    let text = chain(error);
    if error.is_closed() || is_io(error) {
        return DbError::Connection(text);
    }
    DbError::Driver(format!("{name}: {text}"))
}

/// Whether a prepared statement no longer fits its table, because a migration changed it.
pub(super) fn is_stale_plan(error: &Error) -> bool {
    error.as_db_error().is_some_and(stale)
}

fn stale(error: &ServerError) -> bool {
    *error.code() == SqlState::FEATURE_NOT_SUPPORTED && error.routine() == Some("RevalidateCachedQuery")
}

fn from_server(name: &str, error: &ServerError) -> DbError {
    let constraint = || error.constraint().unwrap_or_default().to_owned();
    let code = error.code();
    if stale(error) {
        return DbError::Retry;
    }
    match *code {
        SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => DbError::Retry,
        SqlState::UNIQUE_VIOLATION => DbError::Unique(key_name(&constraint())),
        SqlState::FOREIGN_KEY_VIOLATION => DbError::Reference(constraint()),
        SqlState::CHECK_VIOLATION => DbError::Check(constraint()),
        SqlState::NOT_NULL_VIOLATION => DbError::NotNull(format!(
            "{}.{}",
            error.table().unwrap_or_default(),
            error.column().unwrap_or_default()
        )),
        SqlState::LOCK_NOT_AVAILABLE | SqlState::TOO_MANY_CONNECTIONS => DbError::Busy,
        SqlState::DISK_FULL => DbError::Full,
        SqlState::READ_ONLY_SQL_TRANSACTION => DbError::ReadOnly,
        SqlState::ADMIN_SHUTDOWN
        | SqlState::CRASH_SHUTDOWN
        | SqlState::CANNOT_CONNECT_NOW
        | SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT
        | SqlState::INVALID_CATALOG_NAME
        | SqlState::INVALID_PASSWORD
        | SqlState::INVALID_AUTHORIZATION_SPECIFICATION => DbError::Connection(error.message().to_owned()),
        // Class 08: the connection itself.
        _ if code.code().starts_with("08") => DbError::Connection(error.message().to_owned()),
        _ => DbError::Driver(format!("{name}: {} (SQLSTATE {})", error.message(), code.code())),
    }
}

/// An unnamed primary key is called `<table>_pkey` here and `pk_<table>` by our rules.
fn key_name(constraint: &str) -> String {
    constraint.strip_suffix("_pkey").map_or_else(|| constraint.to_owned(), |table| format!("pk_{table}"))
}

fn is_io(error: &Error) -> bool {
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        if inner.is::<std::io::Error>() {
            return true;
        }
        cause = inner.source();
    }
    false
}

fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}
