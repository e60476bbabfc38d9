//! Writing a contact with a customer down.

use domain::access::{Action, Resource};
use kernel::{ContactId, PartyId};
use serde_json::json;
use store::{audit, registry::contact};

use crate::{App, Ctx, DbError, Error, write};

/// Writes a contact down: `kind` is one of `call_in`, `call_out`, `visit`, `email`, `letter`, `pec`, `portal`, `note`.
///
/// # Errors
/// [`Error::Invalid`] without a subject or with an unknown kind.
pub async fn record_contact(
    app: &App,
    ctx: &Ctx,
    party: PartyId,
    kind: String,
    subject: String,
    body: String,
) -> Result<ContactId, Error> {
    ctx.require(Resource::Party, Action::Update)?;
    if subject.trim().is_empty() {
        return Err(Error::field("subject", "required"));
    }
    let ctx = ctx.clone();
    write(app, "record-contact", move |tx| {
        let id =
            contact::insert(tx, &ctx, party, &kind, subject.trim(), body.trim()).map_err(
                |error| match error {
                    DbError::Check(_) => Error::field("kind", "choice_unknown"),
                    DbError::Reference(_) => Error::NotFound { kind: "party" },
                    other => other.into(),
                },
            )?;
        audit::append(
            tx,
            &ctx,
            "record_contact",
            audit::Subject { kind: "party", id: party.bytes() },
            &json!({ "kind": kind }),
        )?;
        Ok(id)
    })
    .await
}
