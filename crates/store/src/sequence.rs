//! Running numbers: cases by year and procedure, customers, contracts.

use db::{DbError, Tx, params, statements};

statements! {
    const NEXT: Statement = "INSERT INTO number_sequence (name, last) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET last = number_sequence.last + 1 RETURNING last";
    const AT_LEAST: Statement = "INSERT INTO number_sequence (name, last) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET last = $2 WHERE number_sequence.last < $2";
}

/// The next number of a sequence; the first one is `first`.
///
/// # Errors
/// [`DbError`] from the database.
pub fn next(tx: &mut Tx<'_>, name: &str, first: i64) -> Result<i64, DbError> {
    let row = tx.row(&NEXT, &params![name, first])?;
    row.map_or_else(|| Err(DbError::Driver(format!("sequence {name} gave no number"))), |row| row.get("last"))
}

/// Makes sure that the next number is above `last`, after an import brought numbers of its own.
///
/// # Errors
/// [`DbError`] from the database.
pub fn at_least(tx: &mut Tx<'_>, name: &str, last: i64) -> Result<(), DbError> {
    tx.execute(&AT_LEAST, &params![name, last]).map(drop)
}
