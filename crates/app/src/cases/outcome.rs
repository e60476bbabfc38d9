//! What a process does to its own case: facts, admissible, refused, fulfilled.

use domain::cases::{Fact, effective};
use kernel::{DocumentId, FactId, Instant};
use serde_json::json;
use store::{
    audit,
    cases::{comment as comments, document, fact},
};

use super::{
    facts::out_of_order,
    related::{Answer, tell_waiting},
};
use crate::{
    Error,
    papers::{request_paper, send_paper},
    processes::{CallAnswer, Run},
};

/// Writes a fact down that the process itself brings about.
pub(crate) fn record_fact(run: &mut Run<'_, '_>, kind: &str, at: Instant, note: &str) -> Result<(), Error> {
    record_fact_from(run, kind, at, note, None)
}

/// Writes a fact down with the paper it is taken from.
pub(crate) fn record_fact_from(
    run: &mut Run<'_, '_>,
    kind: &str,
    at: Instant,
    note: &str,
    document_id: Option<DocumentId>,
) -> Result<(), Error> {
    let new = Fact {
        id: run.ctx.id(FactId::from_bytes),
        case_id: run.case.id,
        kind: kind.to_owned(),
        at,
        recorded_at: run.ctx.now(),
        recorded_by: run.ctx.actor.clone(),
        document_id,
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
/// that the works cannot be done, else the customer's silence. The customer is told by letter, where the procedure has one;
/// with `by`, it goes the way asked for.
pub(super) fn refuse_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let blocking = run.case.data.get("findings").and_then(|findings| {
        findings
            .as_array()?
            .iter()
            .find(|finding| finding.get("blocks") == Some(&json!(true)))?
            .get("code")?
            .as_str()
    });
    let infeasible = run.case.data.get("feasible") == Some(&json!(false));
    let otherwise = if infeasible { "not_feasible" } else { "customer_silent" };
    let told = run.call.text("reason");
    let reason = told.or(blocking).unwrap_or(otherwise).to_owned();
    let now = run.ctx.now();
    run.case.data.insert("refusal".to_owned(), json!(reason));
    let by = run.call.text("by").map(str::to_owned);
    let letter = match by {
        Some(by) => crate::papers::make_and_send(run, "refusal", &by)?,
        None => refusal_letter(run)?,
    };
    record_fact_from(run, "answer_sent", now, &reason, letter)?;
    run.case.refuse(&reason, now)?;
    crate::diary::drop_deadlines(run)?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    audit::append(run.tx, run.ctx, "case_refused", subject, &json!({ "reason": reason }))?;
    tell_waiting(run, Answer::Ended)?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// The letter that tells the refusal: the one the diagram had made, else a new one where the procedure has one.
fn refusal_letter(run: &mut Run<'_, '_>) -> Result<Option<DocumentId>, Error> {
    let made = document::of_case(run.tx, run.case.id)?;
    match made.into_iter().find(|paper| paper.outgoing && paper.kind == "refusal") {
        Some(paper) => Ok(Some(paper.id)),
        None => {
            let made = request_paper(run, &["refusal"])?.into_iter().next();
            let by = run.case.data.get("reply_channel").and_then(|by| by.as_str()).map(str::to_owned);
            match (made, by) {
                (Some(paper), Some(by)) => drop(send_paper(run, "refusal", paper, &by)?),
                (Some(paper), None) => {
                    let (lang, to) = (crate::papers::language(run)?, run.case.party_id);
                    crate::papers::deliver(run, lang, ("refusal", paper), to)?;
                }
                (None, _) => {}
            }
            Ok(made)
        }
    }
}

/// The request was made and found in order at once: work that is done at the counter while the customer waits.
pub(super) fn record_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let now = run.ctx.now();
    run.case.start(now)?;
    run.case.admit()?;
    record_fact(run, "request_received", now, "")?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// What was asked is done.
pub(super) fn fulfil_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    run.case.fulfil(run.ctx.now())?;
    crate::diary::drop_deadlines(run)?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    audit::append(run.tx, run.ctx, "case_fulfilled", subject, &json!({}))?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// The process itself calls the case off; the reason is the argument `reason`, else the task that does it.
pub(super) fn cancel_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let reason = run.call.text("reason").map_or_else(|| run.call.element.clone(), str::to_owned);
    run.case.cancel(&reason, run.ctx.now())?;
    crate::diary::cancel_all(run)?;
    tell_waiting(run, Answer::Ended)?;
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
    let now = run.ctx.now();
    let at = match (run.call.text("on"), run.call.text("fact")) {
        (Some(on), _) => moment(on, now)?,
        (None, Some(_)) => now,
        (None, None) => answered_day(run).and_then(noon).unwrap_or(now),
    };
    let document = run.call.text("document").and_then(|id| id.parse().ok());
    super::act::require_evidence(run.tx, run.case.id, document)
        .map_err(|_| Error::refused("document_of_other_case"))?;
    let known = fact::of_case(run.tx, run.case.id)?;
    for kind in kinds {
        let at = on_the_day_of_its_start(run, &known, &kind, at);
        let rules = run.case.sector.map(|sector| run.pack.clocks_for(sector)).unwrap_or_default();
        if let Some(code) = out_of_order(&rules, &known, &kind, at) {
            // A day that a person answered is put right at its field; what the diagram says, by who drew it.
            let answered = run.call.text("on").is_none() && answered_day(run).is_some();
            return Err(if answered { Error::field("fact_on", code) } else { Error::refused(code) });
        }
        record_fact_from(run, &kind, at, "", document)?;
    }
    Ok(CallAnswer::Done(Vec::new()))
}

/// The day answered in `fact_on`; an answer that is no day, or is today, leaves the present moment.
fn answered_day(run: &Run<'_, '_>) -> Option<kernel::Date> {
    let day = run.case.data.get("fact_on")?.as_str()?.parse::<kernel::Date>().ok()?;
    (day < run.ctx.today()).then_some(day)
}

/// A day without an hour means no moment before what it answers: on the day its clock started, it is the start itself.
fn on_the_day_of_its_start(run: &Run<'_, '_>, known: &[Fact], kind: &str, at: Instant) -> Instant {
    let rules = run.case.sector.map(|sector| run.pack.clocks_for(sector)).unwrap_or_default();
    let starts = rules.iter().filter(|rule| rule.stop == kind);
    let start = starts.filter_map(|rule| effective(known, &rule.start)).map(|start| start.at).max();
    match start {
        Some(start) if start.date() == at.date() => at.max(start),
        _ => at,
    }
}

/// The moment a text names: a moment with its zone; a wall-clock time in Rome (`2026-03-18T17:45`), of an hour that comes
/// twice the first; or a day, of which noon counts. Never what is still to come.
pub(crate) fn moment(text: &str, now: Instant) -> Result<Instant, Error> {
    let wrong = |code: &str| Error::refused_with(code, &[("on", text)]);
    // The library reads a time as its day when a day is asked for: the hour would be dropped without a word.
    let at = match (text.parse::<Instant>(), text.contains('T')) {
        (Ok(at), _) => Some(at),
        (_, true) => local(text),
        (_, false) => text
            .parse::<kernel::Date>()
            .ok()
            .and_then(|day| if day == now.date() { Some(now) } else { noon(day) }),
    };
    let at = at.ok_or_else(|| wrong("argument_no_moment"))?;
    if at > now { Err(wrong("date_in_future")) } else { Ok(at) }
}

/// A wall-clock time in Rome; none for a text that is none, and for an hour that does not exist.
fn local(text: &str) -> Option<Instant> {
    let at = text.parse::<jiff::civil::DateTime>().ok()?;
    kernel::clock::rome_moment(at.date(), at.time())
}

/// A moment as a wall clock in Rome shows it, to the minute: what [`moment`] reads.
pub(crate) fn local_text(at: Instant) -> String {
    at.in_rome().strftime("%Y-%m-%dT%H:%M").to_string()
}

fn noon(day: kernel::Date) -> Option<Instant> {
    let zoned = day.at(12, 0, 0, 0).to_zoned(kernel::clock::rome()).ok()?;
    Some(zoned.timestamp().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap_or_else(|_| Instant::from_micros(0))
    }

    #[test]
    fn a_moment_is_one_with_its_zone_a_wall_clock_time_or_a_day() {
        let now = at("2026-11-03T10:00:00+01:00");
        let read = |text: &str| moment(text, now).map_err(|error| error.code().to_owned());
        assert_eq!(read("2026-10-20T17:45"), Ok(at("2026-10-20T17:45:00+02:00")));
        assert_eq!(read("2026-10-20T17:45:00+01:00"), Ok(at("2026-10-20T17:45:00+01:00")));
        assert_eq!(read("2026-10-20"), Ok(at("2026-10-20T12:00:00+02:00")));
        assert_eq!(read("2026-11-03"), Ok(now));
        // The hour that comes twice when the clocks go back: the first one. The one that does not exist is none.
        assert_eq!(read("2026-10-25T02:30"), Ok(at("2026-10-25T02:30:00+02:00")));
        assert_eq!(read("2026-03-29T02:30"), Err("argument_no_moment".to_owned()));
        for wrong in ["ieri", "2026-10-20T25:00", "2026-13-01", "T", ""] {
            assert_eq!(read(wrong), Err("argument_no_moment".to_owned()), "{wrong}");
        }
        assert_eq!(read("2026-11-03T10:01"), Err("date_in_future".to_owned()));
        assert_eq!(read("2026-11-04"), Err("date_in_future".to_owned()));
        assert_eq!(local_text(at("2026-10-20T15:45:59Z")), "2026-10-20T17:45");
    }
}
