//! Telling billing which bills are not to be pressed for, and that they may be again.

use serde_json::json;
use store::{outbox::billing, registry::bill::BillOf};

use super::submit::hand_over;
use crate::{Error, processes::Run};

/// Commands no process waits for: what a case asks of billing beside them is answered without them.
pub(super) const KINDS: [&str; 2] = ["dunning_hold", "dunning_release"];

/// Tells billing to send no reminders for a bill, for a reason; without one, that it may again.
pub(crate) fn tell_dunning(run: &mut Run<'_, '_>, of: &BillOf, reason: Option<&str>) -> Result<(), Error> {
    let [hold, release] = KINDS;
    let kind = if reason.is_some() { hold } else { release };
    let system = run.app.settings.billing_system.clone();
    let number = &of.bill.number;
    // The same bill may be held, let go and held again by one case: the moment keeps the keys apart.
    let key = format!("{system}:{kind}:{}:{number}:{}", run.case.number, run.ctx.now().as_micros());
    let body = json!({
        "bill": number, "contract": of.contract_number, "case": run.case.number, "reason": reason,
        "on": run.ctx.today(),
    });
    let new = billing::NewMessage {
        key,
        system: &system,
        kind,
        aggregate: number.clone(),
        body: &body,
        case_id: Some(run.case.id),
    };
    billing::insert(run.tx, run.ctx, &new)?;
    hand_over(run)
}
