//! Cases that wait for what becomes of bills: a payment, a payment taken back, a correction of billing.

use kernel::BillId;
use serde_json::json;
use store::{Tx, registry::bill_watch, work::job};

use super::hold::chosen;
use crate::{
    Ctx, Error,
    processes::{CallAnswer, Run},
};

/// The message that tells a case that something else is open on a bill it waits for.
pub(super) const MESSAGE: &str = "debt_changed";

/// From now on the case hears of what becomes of the bills of the argument `bills`.
pub(super) fn watch_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    for of in chosen(run)? {
        bill_watch::watch(run.tx, of.bill.id, run.case.id)?;
    }
    Ok(CallAnswer::Done(Vec::new()))
}

/// A case that has ended hears of nothing any more.
pub(crate) fn unwatch(run: &mut Run<'_, '_>) -> Result<(), Error> {
    Ok(bill_watch::unwatch(run.tx, run.case.id)?)
}

/// Tells every open case that waits for one of these bills, once, whatever changed on how many: whoever changes what is
/// open on a bill calls this in the same unit of work. It costs one question, however many bills.
pub(crate) fn tell_watchers(tx: &mut Tx<'_>, ctx: &Ctx, bills: &[BillId]) -> Result<(), Error> {
    for (case, number) in bill_watch::watchers(tx, bills)? {
        let new = job::NewJob {
            kind: "deliver_message",
            key: None,
            payload: json!({ "name": MESSAGE, "correlation": number }),
            run_at: ctx.now(),
            case_id: Some(case),
        };
        job::enqueue(tx, ctx, &new)?;
    }
    Ok(())
}
