//! Offices of the utility.

use db::{DbError, Row, Tx, params, statements};
use kernel::OfficeId;

statements! {
    const INSERT: Statement = "INSERT INTO office (id, code, name, municipality, address) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (code) DO UPDATE SET name = $3, municipality = $4, address = $5";
    const LIST: Statement = "SELECT id, code, name, municipality, address FROM office ORDER BY code";
    const BY_CODE: Statement = "SELECT id, code, name, municipality, address FROM office WHERE code = $1";
    const BY_ID: Statement = "SELECT id, code, name, municipality, address FROM office WHERE id = $1";
}

/// An office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Its id.
    pub id: OfficeId,
    /// A short code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where it is; its patron saint's day is a holiday there.
    pub municipality: String,
    /// Its address on one line.
    pub address: String,
}

fn of(row: &Row) -> Result<Office, DbError> {
    Ok(Office {
        id: row.get("id")?,
        code: row.get("code")?,
        name: row.get("name")?,
        municipality: row.get("municipality")?,
        address: row.get("address")?,
    })
}

/// Stores an office; one with the same code is renamed.
///
/// # Errors
/// [`DbError`] from the database.
pub fn save(tx: &mut Tx<'_>, office: &Office) -> Result<(), DbError> {
    let o = office;
    tx.execute(&INSERT, &params![o.id, o.code, o.name, o.municipality, o.address]).map(drop)
}

/// All offices by code.
///
/// # Errors
/// [`DbError`] from the database.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Office>, DbError> {
    tx.query(&LIST, &[])?.iter().map(of).collect()
}

/// The office with a code.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_code(tx: &mut Tx<'_>, code: &str) -> Result<Option<Office>, DbError> {
    tx.row(&BY_CODE, &params![code])?.as_ref().map(of).transpose()
}

/// The office with an id.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: OfficeId) -> Result<Option<Office>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}
