//! Saved views of the queue: a name and the filters it stands for, one's own or shared with the office.

use db::{DbError, Row, Tx, params, statements};
use kernel::{Instant, OfficeId, SavedViewId, UserId};

statements! {
    const INSERT: Statement = "INSERT INTO saved_view (id, user_id, office_id, name, query, created_at) VALUES ($1, $2, $3, $4, $5, $6)";
    const SEEN_BY: Statement = "SELECT id, user_id, office_id, name, query FROM saved_view WHERE user_id = $1 OR office_id = $2 ORDER BY created_at, id";
    const UPDATE: Statement = "UPDATE saved_view SET query = $3 WHERE id = $1 AND user_id = $2";
    const DELETE: Statement = "DELETE FROM saved_view WHERE id = $1 AND user_id = $2";
}

/// A saved view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// Its id.
    pub id: SavedViewId,
    /// Who made it.
    pub user_id: UserId,
    /// The office whose people see it too.
    pub office_id: Option<OfficeId>,
    /// Its name.
    pub name: String,
    /// Its filters, as what stands after the question mark.
    pub query: String,
}

fn of(row: &Row) -> Result<SavedView, DbError> {
    Ok(SavedView {
        id: row.get("id")?,
        user_id: row.get("user_id")?,
        office_id: row.get("office_id")?,
        name: row.get("name")?,
        query: row.get("query")?,
    })
}

/// Stores a view.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, view: &SavedView, at: Instant) -> Result<(), DbError> {
    let v = view;
    tx.execute(&INSERT, &params![v.id, v.user_id, v.office_id, v.name, v.query, at]).map(drop)
}

/// The views of a person and those shared with their office, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn seen_by(tx: &mut Tx<'_>, user: UserId, office: Option<OfficeId>) -> Result<Vec<SavedView>, DbError> {
    tx.query(&SEEN_BY, &params![user, office])?.iter().map(of).collect()
}

/// Gives a person's own view other filters. `Ok(false)`: there is none of theirs with this id.
///
/// # Errors
/// [`DbError`] from the database.
pub fn update(tx: &mut Tx<'_>, id: SavedViewId, user: UserId, query: &str) -> Result<bool, DbError> {
    Ok(tx.execute(&UPDATE, &params![id, user, query])? > 0)
}

/// Removes a person's own view.
///
/// # Errors
/// [`DbError`] from the database.
pub fn delete(tx: &mut Tx<'_>, id: SavedViewId, user: UserId) -> Result<bool, DbError> {
    Ok(tx.execute(&DELETE, &params![id, user])? > 0)
}
