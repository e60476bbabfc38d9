//! The cash of a closed till was taken to the bank.

use domain::access::{Action, Resource};
use kernel::TillSessionId;
use serde_json::json;
use store::{audit, cash::session};

use super::TillSession;
use crate::{App, Ctx, Error, write};

/// Notes that the deposit of a closed till was taken to the bank.
///
/// # Errors
/// [`Error::Denied`], [`Error::NotFound`]; [`Error::Refused`] with `till_deposited` when it was noted before or the till is
/// open.
pub async fn deposit(app: &App, ctx: &Ctx, id: TillSessionId) -> Result<TillSession, Error> {
    ctx.require(Resource::Till, Action::Update)?;
    let ctx = ctx.clone();
    write(app, "till-deposit", move |tx| {
        if !session::deposited(tx, id, ctx.now())? {
            return Err(match session::by_id(tx, id)? {
                Some(_) => Error::refused("till_deposited"),
                None => Error::NotFound { kind: "till" },
            });
        }
        let till = session::by_id(tx, id)?.ok_or(Error::NotFound { kind: "till" })?;
        let subject = audit::Subject { kind: "till", id: id.bytes() };
        let details = json!({ "number": till.number, "deposit_cents": till.deposit.cents() });
        audit::append(tx, &ctx, "deposit_till", subject, &details)?;
        Ok(till)
    })
    .await
}
