//! What a process does to its own case: facts, admissible, refused, fulfilled.

use domain::cases::Fact;
use kernel::{FactId, Instant};
use serde_json::json;
use store::{audit, cases::fact};

use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// Writes a fact down that the process itself brings about.
pub(crate) fn record_fact(run: &mut Run<'_, '_>, kind: &str, at: Instant, note: &str) -> Result<(), Error> {
    let new = Fact {
        id: run.ctx.id(FactId::from_bytes),
        case_id: run.case.id,
        kind: kind.to_owned(),
        at,
        recorded_at: run.ctx.now(),
        recorded_by: run.ctx.actor.clone(),
        document_id: None,
        note: note.to_owned(),
        corrects: None,
        corrected: false,
    };
    Ok(fact::insert(run.tx, &new)?)
}

/// The request is found admissible.
pub(crate) fn admit_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    run.case.admit()?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// The request is found not admissible; the reason is the first finding that blocks, or the customer's silence.
pub(crate) fn refuse_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let blocking = run.case.data.get("findings").and_then(|findings| {
        findings
            .as_array()?
            .iter()
            .find(|finding| finding.get("blocks") == Some(&json!(true)))?
            .get("code")?
            .as_str()
    });
    let reason = blocking.unwrap_or("customer_silent").to_owned();
    let now = run.ctx.now();
    record_fact(run, "answer_sent", now, &reason)?;
    run.case.refuse(&reason, now)?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    audit::append(run.tx, run.ctx, "case_refused", subject, &json!({ "reason": reason }))?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// The request was made and found in order at once: work that is done at the counter while the customer waits.
pub(crate) fn record_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let now = run.ctx.now();
    run.case.start(now)?;
    run.case.admit()?;
    record_fact(run, "request_received", now, "")?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// What was asked is done.
pub(crate) fn fulfil_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    run.case.fulfil(run.ctx.now())?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    audit::append(run.tx, run.ctx, "case_fulfilled", subject, &json!({}))?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// Records the fact that stops the clock of this procedure, on the day answered in `fact_on` or at this moment.
pub(crate) fn record_fact_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let Some(sector) = run.case.sector else { return Ok(CallAnswer::Done(Vec::new())) };
    let kinds: Vec<String> = run.pack.clocks_for(sector).iter().map(|rule| rule.stop.clone()).collect();
    let day = run.case.data.get("fact_on").and_then(|day| day.as_str()?.parse::<kernel::Date>().ok());
    let at = day
        .filter(|day| *day < run.ctx.today())
        .and_then(|day| day.at(12, 0, 0, 0).to_zoned(kernel::clock::rome()).ok())
        .map_or_else(|| run.ctx.now(), |moment| moment.timestamp().into());
    for kind in kinds {
        record_fact(run, &kind, at, "")?;
    }
    Ok(CallAnswer::Done(Vec::new()))
}
