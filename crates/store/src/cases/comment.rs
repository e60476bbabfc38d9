//! Comments on a case.

use db::{DbError, Tx, params, statements};
use kernel::{CaseId, CommentId, Instant};

use crate::Ctx;

statements! {
    const INSERT: Statement = "INSERT INTO comment (id, case_id, at, author, body) VALUES ($1, $2, $3, $4, $5)";
    const OF_CASE: Statement = "SELECT id, at, author, body FROM comment WHERE case_id = $1 ORDER BY at, id";
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// When.
    pub at: Instant,
    /// Who.
    pub author: String,
    /// What.
    pub body: String,
}

/// Stores a comment.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, ctx: &Ctx, case: CaseId, body: &str) -> Result<CommentId, DbError> {
    let id = ctx.id(CommentId::from_bytes);
    tx.execute(&INSERT, &params![id, case, ctx.now(), ctx.actor.name(), body])?;
    Ok(id)
}

/// Comments of a case, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Comment>, DbError> {
    tx.query(&OF_CASE, &params![case])?
        .iter()
        .map(|row| {
            Ok(Comment {
                id: row.get("id")?,
                at: row.get("at")?,
                author: row.get("author")?,
                body: row.get("body")?,
            })
        })
        .collect()
}
