//! A plan ends before it is paid: a missed instalment, or somebody took it back. Nothing is moved: bills keep their
//! payments, their due days and what is open; default interest from the missed instalment on is billing's.

use serde_json::json;
use store::{
    audit,
    registry::plan::{self, StoredPlan},
};

use crate::{
    Error,
    billing::submit_plan_end,
    processes::{CallAnswer, Run},
};

/// Ends the plan of the case for the reason `reason`: `missed` or `undone`. One that is over already stays as it is.
pub(super) fn end_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let reason = run.call.needed("reason")?.to_owned();
    if !matches!(reason.as_str(), "missed" | "undone") {
        return Err(Error::refused_with("plan_end_reason", &[("reason", &reason)]));
    }
    let known = plan::of_case(run.tx, run.case.id)?.ok_or_else(|| Error::refused("plan_missing"))?;
    end(run, &known, &reason)?;
    Ok(CallAnswer::Done(vec![("plan_end", json!(reason))]))
}

/// `Ok(false)`: it was over already.
fn end(run: &mut Run<'_, '_>, known: &StoredPlan, reason: &str) -> Result<bool, Error> {
    if !plan::end(run.tx, known.id, reason, run.ctx.now(), reason)? {
        return Ok(false);
    }
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    let details = json!({ "plan": known.number, "reason": reason });
    audit::append(run.tx, run.ctx, "end_plan", subject, &details)?;
    Ok(true)
}

/// A case that is called off by hand takes its running plan back, and billing is told; nobody waits for the answer.
pub(crate) fn end_in(run: &mut Run<'_, '_>) -> Result<(), Error> {
    let Some(known) = plan::of_case(run.tx, run.case.id)?.filter(StoredPlan::running) else { return Ok(()) };
    if end(run, &known, "undone")? {
        submit_plan_end(run)?;
    }
    Ok(())
}
