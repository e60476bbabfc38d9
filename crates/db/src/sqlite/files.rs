//! The file: opening it with the right settings, copying it while it is in use, measuring it.

use std::{path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags, backup::Backup, config::DbConfig};

use super::errors::named;
use crate::{error::DbError, maintenance::Size};

/// What a connection is for.
#[derive(Clone, Copy)]
pub(super) enum Role {
    Writer { create: bool },
    Reader,
}

/// Settings of every connection. FULL: an answered unit of work survives a power cut. `case_sensitive_like`: LIKE as on
/// PostgreSQL. The cache is in kibibytes when negative.
const SETTINGS: &str = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA case_sensitive_like = ON; \
    PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000; PRAGMA mmap_size = 268435456;";

/// The log goes into the file every 4000 pages (16 MiB) and is cut back to 64 MiB after a burst.
const WRITER_SETTINGS: &str = "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;";

/// Distinct texts kept prepared on each connection.
const STATEMENTS: usize = 512;

pub(super) fn connect(path: &Path, role: Role, wait: Duration) -> Result<Connection, DbError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if matches!(role, Role::Writer { create: true }) {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    } else if !path.exists() {
        return Err(DbError::Connection(format!(
            "there is no file {}; check the address, or make a new database first",
            path.display()
        )));
    }
    let connection = Connection::open_with_flags(path, flags).map_err(|error| unopened(path, &error))?;
    configure(&connection, role, wait).map_err(|error| unopened(path, &error))?;
    Ok(connection)
}

fn configure(connection: &Connection, role: Role, wait: Duration) -> rusqlite::Result<()> {
    connection.busy_timeout(wait)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // A misspelt column in double quotes must be an error, as it is on PostgreSQL.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    if let Role::Writer { .. } = role {
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        connection.execute_batch(WRITER_SETTINGS)?;
    }
    connection.execute_batch(SETTINGS)?;
    if let Role::Reader = role {
        connection.pragma_update(None, "query_only", true)?;
    }
    Ok(())
}

fn unopened(path: &Path, error: &rusqlite::Error) -> DbError {
    match named("open", error) {
        kept @ (DbError::Busy | DbError::Full | DbError::ReadOnly) => kept,
        _ => DbError::Connection(format!("{} cannot be opened as a database: {error}", path.display())),
    }
}

pub(crate) fn version(connection: &Connection) -> Result<String, DbError> {
    connection
        .query_row("SELECT sqlite_version()", [], |row| row.get(0))
        .map_err(|error| named("version", &error))
}

pub(crate) fn checkpoint(connection: &Connection) -> Result<(), DbError> {
    let blocked: i64 = connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
        .map_err(|error| named("checkpoint", &error))?;
    if blocked == 0 { Ok(()) } else { Err(DbError::Busy) }
}

pub(super) fn analyze(connection: &Connection) -> Result<(), DbError> {
    connection
        .execute_batch("PRAGMA analysis_limit = 1000; ANALYZE; PRAGMA optimize;")
        .map_err(|error| named("analyze", &error))
}

/// Copies with SQLite's online backup from a connection of its own, so that neither writer nor readers wait, in one step,
/// so that the copy is one moment; then checks the copy.
pub(super) fn backup(path: &Path, target: &Path) -> Result<(), DbError> {
    if target.exists() {
        return Err(DbError::Driver(format!(
            "backup: {} exists already; choose another name",
            target.display()
        )));
    }
    copy(path, target).inspect_err(|_| {
        // Half a copy is worse than none: somebody might rely on it.
        let _ = std::fs::remove_file(target);
    })
}

fn copy(path: &Path, target: &Path) -> Result<(), DbError> {
    let failed = |error: rusqlite::Error| named("backup", &error);
    let source = connect(path, Role::Reader, Duration::from_secs(30))?;
    let mut copy = Connection::open(target).map_err(failed)?;
    {
        let backup = Backup::new(&source, &mut copy).map_err(failed)?;
        match backup.step(-1).map_err(failed)? {
            rusqlite::backup::StepResult::Done => {}
            _ => return Err(DbError::Busy),
        }
    }
    // One plain file, without a log beside it, is easier to carry away.
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(())).map_err(failed)?;
    let verdict: String =
        copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(failed)?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(DbError::Driver(format!("backup: the copy {} is damaged: {verdict}", target.display())))
    }
}

/// Makes the file one plain file without a log beside it. Needs to be the only one that has it open.
pub(crate) fn settle(path: &Path) -> Result<(), DbError> {
    let failed = |error: rusqlite::Error| named("settle", &error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
    connection.busy_timeout(Duration::from_secs(1)).map_err(failed)?;
    // Leaving the log behind asks for the whole file: whoever has it open, even idle, is in the way.
    let mode: String =
        connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0)).map_err(failed)?;
    if mode == "delete" { Ok(()) } else { Err(DbError::Busy) }
}

pub(crate) fn integrity(connection: &Connection) -> Result<(), DbError> {
    let verdict: String = connection
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(|error| named("integrity", &error))?;
    if verdict == "ok" {
        return Ok(());
    }
    // SQLite answers in several lines.
    let verdict = verdict.split_whitespace().collect::<Vec<_>>().join(" ");
    Err(DbError::Driver(format!("the file is damaged: {verdict}")))
}

pub(super) fn size(connection: &Connection, path: &Path) -> Result<Size, DbError> {
    let pragma = |name: &str| {
        connection
            .pragma_query_value(None, name, |row| row.get::<_, i64>(0))
            .map(|value| u64::try_from(value).unwrap_or(0))
            .map_err(|error| named("size", &error))
    };
    let page = pragma("page_size")?;
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let log = std::fs::metadata(log).map_or(0, |file| file.len());
    Ok(Size { bytes: pragma("page_count")? * page, free: pragma("freelist_count")? * page, log })
}
