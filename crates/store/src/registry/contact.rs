//! Contacts with a customer: calls, visits, letters, notes.

use db::{DbError, Tx, params, statements};
use kernel::{ContactId, Instant, PartyId};

use crate::Ctx;

statements! {
    const INSERT: Statement = "INSERT INTO contact (id, party_id, at, kind, subject, body, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    const OF_PARTY: Statement = "SELECT id, at, kind, subject, body, recorded_by FROM contact WHERE party_id = $1 ORDER BY at DESC, id DESC LIMIT $2";
}

/// A contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// When.
    pub at: Instant,
    /// `call_in`, `call_out`, `visit`, `email`, `letter`, `pec`, `portal`, `note`.
    pub kind: String,
    /// What it was about.
    pub subject: String,
    /// What was said.
    pub body: String,
    /// Who wrote it down.
    pub recorded_by: String,
}

/// Writes a contact down.
///
/// # Errors
/// `DbError::Check("ck_contact_kind")` for a kind that does not exist.
pub fn insert(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    party: PartyId,
    kind: &str,
    subject: &str,
    body: &str,
) -> Result<ContactId, DbError> {
    let id = ctx.id(ContactId::from_bytes);
    tx.execute(&INSERT, &params![id, party, ctx.now(), kind, subject, body, ctx.actor.name()])?;
    Ok(id)
}

/// The newest contacts with a party.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_party(tx: &mut Tx<'_>, party: PartyId, limit: i64) -> Result<Vec<Contact>, DbError> {
    tx.query(&OF_PARTY, &params![party, limit])?
        .iter()
        .map(|row| {
            Ok(Contact {
                id: row.get("id")?,
                at: row.get("at")?,
                kind: row.get("kind")?,
                subject: row.get("subject")?,
                body: row.get("body")?,
                recorded_by: row.get("recorded_by")?,
            })
        })
        .collect()
}
