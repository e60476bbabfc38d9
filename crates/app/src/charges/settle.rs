//! Closing the open charges of a case: paid with a proof, or withdrawn.

use domain::cases::CaseState;
use kernel::Money;
use serde_json::json;
use store::{
    Tx, audit,
    charges::{self, Charge},
};

use super::{Paid, pay};
use crate::{
    Ctx, Error,
    cases::{moment, require_evidence},
    processes::{CallAnswer, Run},
};

/// Closes what the case still asks for as paid on the day of the argument `on` (today without), proved by `document`. What
/// is paid already stays as it is. With `drop` it is withdrawn: money that comes later is a payment on account.
///
/// Refuses with `date_in_future`, `argument_no_moment` or `document_of_other_case`.
pub(super) fn settle_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let open: Vec<Charge> =
        charges::of_case(run.tx, run.case.id)?.into_iter().filter(Charge::is_open).collect();
    if run.call.holds("drop") {
        for charge in &open {
            drop_one(run.tx, run.ctx, charge)?;
        }
        return Ok(CallAnswer::Done(Vec::new()));
    }
    let on = match run.call.text("on") {
        Some(on) => moment(on, run.ctx.now())?.date(),
        None => run.ctx.today(),
    };
    let document = run.call.text("document").and_then(|id| id.parse().ok());
    require_evidence(run.tx, run.case.id, document).map_err(|_| Error::refused("document_of_other_case"))?;
    for charge in open {
        let before = charges::payments(run.tx, charge.id)?.len();
        let paid = Paid {
            charge: charge.id,
            number: format!("{}-{}", charge.number, before + 1),
            amount: charge.open().max(Money::ZERO),
            on,
            channel: "proof".to_owned(),
            receipt: None,
            document,
        };
        pay(run.ctx, run.tx, &paid)?;
    }
    Ok(CallAnswer::Done(Vec::new()))
}

/// Withdraws an open charge.
pub(super) fn drop_one(tx: &mut Tx<'_>, ctx: &Ctx, charge: &Charge) -> Result<(), Error> {
    charges::lock(tx, charge.id)?;
    if charges::set_dropped(tx, charge.id)? {
        let subject = audit::Subject { kind: "case", id: charge.case_id.bytes() };
        let details = json!({ "number": charge.number, "amount_cents": charge.open().cents() });
        audit::append(tx, ctx, "charge_dropped", subject, &details)?;
    }
    Ok(())
}

/// A case that was called off asks for nothing any more.
pub(crate) fn drop_all(run: &mut Run<'_, '_>) -> Result<(), Error> {
    if run.case.state != CaseState::Cancelled {
        return Ok(());
    }
    for charge in charges::of_case(run.tx, run.case.id)?.iter().filter(|charge| charge.is_open()) {
        drop_one(run.tx, run.ctx, charge)?;
    }
    Ok(())
}
