//! Bills kept out of reminders and arrears while a case about them is open, here and in billing.

use domain::cases::Case;
use kernel::BillId;
use serde_json::{Value as Json, json};
use store::{
    audit,
    registry::{
        bill::{self, BillOf},
        bill_hold, bill_watch,
    },
};

use crate::{
    Error,
    billing::tell_dunning,
    processes::{CallAnswer, Run},
};

/// Keeps the bills of the argument `bills` out of arrears, for the reason `reason`, until the case lets them go or ends.
/// A case whose procedure listens hears of what becomes of them.
pub(super) fn hold_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let reason = run.call.needed("reason")?.to_owned();
    let bills = chosen(run)?;
    let mut numbers = Vec::new();
    // Only a procedure that hears of it is told what becomes of them.
    let hears = run.pack.message_from_outside(super::watch::MESSAGE).is_some();
    for of in &bills {
        if hears {
            bill_watch::watch(run.tx, of.bill.id, run.case.id)?;
        }
        let before = bill_hold::holders(run.tx, of.bill.id)?;
        if bill_hold::hold(run.tx, run.ctx, of.bill.id, run.case.id, &reason)? {
            numbers.push(of.bill.number.clone());
            if before.is_empty() {
                tell_dunning(run, of, Some(&reason))?;
            }
        }
    }
    if !numbers.is_empty() {
        let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
        let details = json!({ "bills": numbers, "reason": reason });
        audit::append(run.tx, run.ctx, "hold_bills", subject, &details)?;
    }
    Ok(CallAnswer::Done(Vec::new()))
}

/// The bills named by the diagram: of the customer of the case, or of its contract.
pub(super) fn chosen(run: &mut Run<'_, '_>) -> Result<Vec<BillOf>, Error> {
    let named = match run.call.arguments.get("bills") {
        Some(Json::Array(ids)) => ids.clone(),
        Some(one @ Json::String(_)) => vec![one.clone()],
        _ => Vec::new(),
    };
    if named.is_empty() {
        return Err(Error::refused_with("argument_missing", &[("argument", "bills")]));
    }
    let mut bills = Vec::new();
    for id in named {
        let id = id.as_str().and_then(|id| id.parse::<BillId>().ok());
        let of = id.map_or(Ok(None), |id| bill::by_id(run.tx, id))?;
        let of = of.ok_or_else(|| Error::refused("bill_missing"))?;
        let own = run.case.party_id == Some(of.party_id) || run.case.contract_id == Some(of.bill.contract_id);
        if !own {
            return Err(Error::refused_with("bill_of_another", &[("number", &of.bill.number)]));
        }
        bills.push(of);
    }
    Ok(bills)
}

/// Lets go of every bill the case keeps out of arrears.
pub(super) fn release_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    release_all(run)?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// The same; billing is told of those that no other case keeps. A case that keeps none changes nothing.
pub(crate) fn release_all(run: &mut Run<'_, '_>) -> Result<(), Error> {
    let held = bill_hold::of_case(run.tx, run.case.id)?;
    if held.is_empty() {
        return Ok(());
    }
    bill_hold::release(run.tx, run.ctx, run.case.id)?;
    let mut numbers = Vec::new();
    for (id, _) in held {
        let Some(of) = bill::by_id(run.tx, id)? else { continue };
        if bill_hold::holders(run.tx, id)?.is_empty() {
            tell_dunning(run, &of, None)?;
        }
        numbers.push(of.bill.number);
    }
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    Ok(audit::append(run.tx, run.ctx, "release_bills", subject, &json!({ "bills": numbers }))?)
}

/// Gives the bills this case keeps out of arrears to the one that takes its place; for billing nothing changes.
pub(crate) fn move_holds(run: &mut Run<'_, '_>, to: &Case) -> Result<(), Error> {
    for (bill, reason) in bill_hold::of_case(run.tx, run.case.id)? {
        bill_hold::hold(run.tx, run.ctx, bill, to.id, &reason)?;
    }
    Ok(bill_hold::release(run.tx, run.ctx, run.case.id)?)
}
