//! From what SQLite says to [`DbError`], with the names PostgreSQL would give.

use rusqlite::{Connection, Error, ffi};

use crate::error::DbError;

/// Extended result codes; <https://www.sqlite.org/rescode.html>.
const CONSTRAINT_CHECK: i32 = 275;
const CONSTRAINT_FOREIGN_KEY: i32 = 787;
const CONSTRAINT_NOT_NULL: i32 = 1299;
const CONSTRAINT_PRIMARY_KEY: i32 = 1555;
const CONSTRAINT_UNIQUE: i32 = 2067;
const CONSTRAINT_ROW_ID: i32 = 2579;

/// PostgreSQL cuts names after this many bytes, so names made here are cut too.
const NAME_BYTES: usize = 63;

/// The error of a statement. Looks up the name of a unique index where SQLite names only columns.
pub(super) fn explain(connection: &Connection, name: &str, error: &Error) -> DbError {
    let Error::SqliteFailure(code, Some(message)) = error else {
        return named(name, error);
    };
    if code.extended_code == CONSTRAINT_UNIQUE {
        return DbError::Unique(unique(connection, after_colon(message)));
    }
    named(name, error)
}

/// The error of a statement, from its code alone.
pub(super) fn named(name: &str, error: &Error) -> DbError {
    let (code, message) = match error {
        Error::SqliteFailure(code, message) => (code, message.as_deref().unwrap_or_default()),
        Error::SqlInputError { msg, .. } => return DbError::Driver(format!("{name}: {msg}")),
        other => return DbError::Driver(format!("{name}: {other}")),
    };
    match code.extended_code {
        CONSTRAINT_UNIQUE => DbError::Unique(derived(after_colon(message))),
        CONSTRAINT_PRIMARY_KEY | CONSTRAINT_ROW_ID => {
            DbError::Unique(cut(format!("pk_{}", table(after_colon(message)))))
        }
        CONSTRAINT_FOREIGN_KEY => DbError::Reference(String::new()),
        CONSTRAINT_CHECK => DbError::Check(after_colon(message).to_owned()),
        CONSTRAINT_NOT_NULL => DbError::NotNull(after_colon(message).to_owned()),
        ffi::SQLITE_BUSY_SNAPSHOT | ffi::SQLITE_BUSY_RECOVERY => DbError::Retry,
        _ => match code.code {
            ffi::ErrorCode::DatabaseBusy | ffi::ErrorCode::DatabaseLocked => DbError::Busy,
            ffi::ErrorCode::DiskFull => DbError::Full,
            ffi::ErrorCode::ReadOnly => DbError::ReadOnly,
            ffi::ErrorCode::CannotOpen | ffi::ErrorCode::NotADatabase => {
                DbError::Connection(if message.is_empty() { error.to_string() } else { message.to_owned() })
            }
            _ => DbError::Driver(format!("{name}: {message} (SQLite code {})", code.extended_code)),
        },
    }
}

fn after_colon(message: &str) -> &str {
    message.split_once(": ").map_or(message, |(_, rest)| rest).trim()
}

fn table(columns: &str) -> &str {
    columns.split('.').next().unwrap_or(columns)
}

fn columns(text: &str) -> Vec<&str> {
    text.split(", ").map(|column| column.split_once('.').map_or(column, |(_, name)| name)).collect()
}

/// `party.tax_code, party.kind` becomes `uq_party_tax_code_kind`; `index 'x'` becomes `x`.
fn derived(text: &str) -> String {
    if let Some(index) = text.strip_prefix("index '") {
        return index.trim_end_matches('\'').to_owned();
    }
    cut(format!("uq_{}_{}", table(text), columns(text).join("_")))
}

/// The name of the one index made by CREATE UNIQUE INDEX over exactly these columns; otherwise the derived name.
fn unique(connection: &Connection, text: &str) -> String {
    const INDEXES: &str = "SELECT l.name, l.origin, (SELECT group_concat(i.name, ',') FROM \
        (SELECT name FROM pragma_index_info(l.name) ORDER BY seqno) i) FROM pragma_index_list($1) l WHERE l.\"unique\" = 1";
    let wanted = columns(text).join(",");
    let found = connection.prepare_cached(INDEXES).and_then(|mut statement| {
        let rows = statement.query_map([table(text)], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, Option<String>>(2)?))
        })?;
        rows.collect::<Result<Vec<_>, _>>()
    });
    let mut same =
        found.unwrap_or_default().into_iter().filter(|(_, _, over)| over.as_deref() == Some(&wanted));
    match (same.next(), same.next()) {
        (Some((name, origin, _)), None) if origin == "c" => name,
        _ => derived(text),
    }
}

fn cut(mut name: String) -> String {
    while name.len() > NAME_BYTES {
        name.pop();
    }
    name
}
