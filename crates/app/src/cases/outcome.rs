//! What a process does to its own case: facts, admissible, refused, fulfilled.

use domain::cases::Fact;
use kernel::{FactId, Instant};
use serde_json::json;
use store::{
    audit,
    cases::{comment as comments, fact},
};

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
pub(super) fn admit_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    run.case.admit()?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// The request is found not admissible; the reason is the argument `reason`, else the first finding that blocks, else
/// the customer's silence.
pub(super) fn refuse_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let blocking = run.case.data.get("findings").and_then(|findings| {
        findings
            .as_array()?
            .iter()
            .find(|finding| finding.get("blocks") == Some(&json!(true)))?
            .get("code")?
            .as_str()
    });
    let told = run.call.text("reason");
    let reason = told.or(blocking).unwrap_or("customer_silent").to_owned();
    let now = run.ctx.now();
    record_fact(run, "answer_sent", now, &reason)?;
    run.case.refuse(&reason, now)?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    audit::append(run.tx, run.ctx, "case_refused", subject, &json!({ "reason": reason }))?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// What was asked is done.
pub(super) fn fulfil_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    run.case.fulfil(run.ctx.now())?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    audit::append(run.tx, run.ctx, "case_fulfilled", subject, &json!({}))?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// The draft becomes a request: it has its moment, and the clocks of the procedure start.
pub(super) fn start_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    start_request(run)?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// Starts a case and records the facts that start the clocks of its procedure; `request_received` where none runs.
pub(super) fn start_request(run: &mut Run<'_, '_>) -> Result<(), Error> {
    let now = run.ctx.now();
    run.case.start(now)?;
    let rules = run.case.sector.map(|sector| run.pack.clocks_for(sector)).unwrap_or_default();
    let mut kinds: Vec<String> = rules.iter().map(|rule| rule.start.clone()).collect();
    if kinds.is_empty() {
        kinds.push("request_received".to_owned());
    }
    kinds.sort();
    kinds.dedup();
    for kind in kinds {
        record_fact(run, &kind, now, "")?;
    }
    Ok(())
}

/// The process itself calls the case off; the reason is the argument `reason`, else the task that does it.
pub(super) fn cancel_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let reason = run.call.text("reason").map_or_else(|| run.call.element.clone(), str::to_owned);
    run.case.cancel(&reason, run.ctx.now())?;
    crate::diary::cancel_all(run)?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    audit::append(run.tx, run.ctx, "cancel_case", subject, &json!({ "reason": reason }))?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// Writes the argument `text` down as a comment.
pub(super) fn comment_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let text = run.call.needed("text")?.to_owned();
    comments::insert(run.tx, run.ctx, run.case.id, &text)?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// Records the fact the diagram names, at the moment of the argument `on` or now; without a name, the fact that stops
/// the clock of this procedure, on the day answered in `fact_on` or now.
pub(super) fn record_fact_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let kinds: Vec<String> = match (run.call.text("fact"), run.case.sector) {
        (Some(fact), _) => vec![fact.to_owned()],
        (None, Some(sector)) => run.pack.clocks_for(sector).iter().map(|rule| rule.stop.clone()).collect(),
        (None, None) => Vec::new(),
    };
    let answered = run.case.data.get("fact_on").and_then(|day| day.as_str());
    let at = match (run.call.text("on"), run.call.text("fact")) {
        (Some(on), _) => moment(on, run.ctx.now())?,
        (None, Some(_)) => run.ctx.now(),
        // An answer that is no day, or that is today, leaves the present moment.
        (None, None) => answered
            .and_then(|day| day.parse::<kernel::Date>().ok())
            .filter(|day| *day < run.ctx.today())
            .and_then(noon)
            .unwrap_or_else(|| run.ctx.now()),
    };
    for kind in kinds {
        record_fact(run, &kind, at, "")?;
    }
    Ok(CallAnswer::Done(Vec::new()))
}

/// The moment a text names: a moment with its zone, or a day, of which noon counts, but never what is still to come.
fn moment(text: &str, now: Instant) -> Result<Instant, Error> {
    let wrong = |code: &str| Error::refused_with(code, &[("on", text)]);
    let at = match (text.parse::<Instant>(), text.parse::<kernel::Date>()) {
        (Ok(at), _) => at,
        (_, Ok(day)) if day == now.date() => now,
        (_, Ok(day)) => noon(day).ok_or_else(|| wrong("argument_no_moment"))?,
        _ => return Err(wrong("argument_no_moment")),
    };
    if at > now { Err(wrong("date_in_future")) } else { Ok(at) }
}

fn noon(day: kernel::Date) -> Option<Instant> {
    let zoned = day.at(12, 0, 0, 0).to_zoned(kernel::clock::rome()).ok()?;
    Some(zoned.timestamp().into())
}
