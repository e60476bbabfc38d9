//! Command files: a head, one row a command, a last row with their number so that a torn file is seen as such.

use std::{
    fs,
    path::{Path, PathBuf},
};

use kernel::Date;

use super::{
    Command, ExchangeError, Folders, Unwritable,
    cells::{day_cell, decode, encode, line, split},
    folders::{finished, put},
    rows::row,
};

/// A command file as the far side reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its number.
    pub number: i64,
    /// The cells of each row, the word of the command first.
    pub rows: Vec<Vec<String>>,
}

/// Why a file is not a command file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file} is not a complete command file: {problem}")]
pub struct NotABatch {
    /// The file.
    pub file: String,
    /// What is wrong.
    pub problem: String,
}

/// The name of a command file: the same number always gives the same name.
#[must_use]
pub fn batch_name(number: i64) -> String {
    format!("CMD-{number:09}.csv")
}

/// Writes a command file. The same number and commands give the same file: writing it again does no harm, whether or
/// not the far side has taken the first one.
///
/// # Errors
/// [`ExchangeError`] when the file cannot be written. Commands that [`super::check`] refuses are left out; check first.
pub fn write_batch(
    folders: &Folders,
    number: i64,
    on: Date,
    commands: &[Command],
) -> Result<PathBuf, ExchangeError> {
    let rows: Vec<Vec<String>> =
        commands.iter().map(row).filter_map(|row: Result<_, Unwritable>| row.ok()).collect();
    let head =
        ["SPORTELLO".to_owned(), "1".to_owned(), number.to_string(), day_cell(on), rows.len().to_string()];
    let mut text = line(&head);
    for row in &rows {
        text.push_str(&line(row));
    }
    text.push_str(&line(&["FINE".to_owned(), rows.len().to_string()]));
    put(&folders.out, &batch_name(number), &encode(&text))
}

/// Command files the far side has not taken yet, oldest first.
///
/// # Errors
/// [`ExchangeError`] when the folder cannot be read.
pub fn batches_waiting(folders: &Folders) -> Result<Vec<PathBuf>, ExchangeError> {
    finished(&folders.out, &["csv"])
}

/// Reads a command file, as the far side does.
///
/// # Errors
/// [`NotABatch`] when it cannot be read, its head is wrong or its end is missing.
pub fn read_batch(path: &Path) -> Result<Batch, NotABatch> {
    let wrong = |problem: String| NotABatch { file: path.display().to_string(), problem };
    let bytes = fs::read(path).map_err(|error| wrong(error.to_string()))?;
    let text = decode(&bytes);
    let mut rows = Vec::new();
    for (at, text) in text.lines().enumerate() {
        rows.push(split(text).ok_or_else(|| wrong(format!("line {} cannot be split", at + 1)))?);
    }
    let end = rows.pop().unwrap_or_default();
    if rows.is_empty() {
        return Err(wrong("it has no rows".to_owned()));
    }
    let head = rows.remove(0);
    let cell = |row: &[String], at: usize| row.get(at).cloned().unwrap_or_default();
    if cell(&head, 0) != "SPORTELLO" || cell(&head, 1) != "1" {
        return Err(wrong("its first row is not SPORTELLO;1".to_owned()));
    }
    if cell(&end, 0) != "FINE" || cell(&end, 1) != rows.len().to_string() {
        return Err(wrong(format!("its last row should be FINE;{}", rows.len())));
    }
    let number = cell(&head, 2).parse().map_err(|_| wrong("it has no number".to_owned()))?;
    Ok(Batch { number, rows })
}
