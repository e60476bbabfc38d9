//! Other people's time, kept by its dates and with proof: permits, the customer's own works, works that had to stop.

use domain::cases::{Fact, Suspension, SuspensionCause, effective};
use kernel::{Date, DocumentId, Instant, Lang, Sector};
use serde_json::{Value as Json, json};
use store::{
    audit,
    cases::{comment, fact},
};

use super::{
    act::{require_evidence, subject},
    outcome::moment,
};
use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// What is told of an interval; what is not told stays as it is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Interval {
    /// Its name within the case.
    pub name: String,
    /// Whose time it is.
    pub cause: Option<SuspensionCause>,
    /// From.
    pub from: Option<Instant>,
    /// To.
    pub to: Option<Instant>,
    /// The paper that proves it.
    pub document: Option<DocumentId>,
    /// The facts that stop the clocks it holds; none told: all of the case.
    pub stops: Vec<String>,
}

/// Takes time out of the clocks of the case. The argument `as` names the interval within the case: the first call opens
/// it, with its `cause`, from `from` or now; a later one puts right what it tells; once it is closed, the same name opens
/// another one. Permits asked for later than the act allows are the utility's own time: then only a comment is written.
///
/// # Errors
/// [`Error::Refused`] with `argument_missing`, `cause_unknown`, `argument_no_moment`, `date_in_future`, `hold_backwards` or
/// `document_of_other_case`.
pub(super) fn hold_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let told = told(run)?;
    let facts = fact::of_case(run.tx, run.case.id)?;
    let all = fact::suspensions_with_ids(run.tx, run.case.id)?;
    let element = element_of(&told.name);
    let open = all.into_iter().rfind(|(_, known)| known.element == element && known.to.is_none());
    let before = open.as_ref().map(|(_, known)| known);
    let Some(cause) = told.cause.or_else(|| before.map(|known| known.cause)) else {
        // There is none to close: its beginning was not taken out.
        return Ok(CallAnswer::Done(Vec::new()));
    };
    if before.is_none() && cause == SuspensionCause::Permits && asked_too_late(run, &told, &facts)? {
        return Ok(CallAnswer::Done(Vec::new()));
    }
    let right = put_together(run, &told, cause, before, &facts)?;
    match open {
        Some((id, _)) => fact::put_right(run.tx, run.case.id, id, &right)?,
        None => fact::suspend(run.tx, run.ctx, run.case.id, &right)?,
    }
    tell(run, &told.name, &right)?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// The arguments of the diagram.
fn told(run: &mut Run<'_, '_>) -> Result<Interval, Error> {
    let now = run.ctx.now();
    let name = run.call.needed("as")?.to_owned();
    let cause = match run.call.text("cause") {
        None => None,
        Some(word) => Some(
            SuspensionCause::from_code(word)
                .ok_or_else(|| Error::refused_with("cause_unknown", &[("cause", word)]))?,
        ),
    };
    let at = |name: &str| run.call.text(name).map(|text| moment(text, now)).transpose();
    let (from, to) = (at("from")?, at("to")?);
    let document = run.call.text("document").and_then(|id| id.parse().ok());
    let stops = run.call.arguments.get("stops").and_then(Json::as_array).into_iter().flatten();
    let stops = stops.filter_map(Json::as_str).map(str::to_owned).collect();
    require_evidence(run.tx, run.case.id, document).map_err(|_| Error::refused("document_of_other_case"))?;
    Ok(Interval { name, cause, from, to, document, stops })
}

fn element_of(name: &str) -> String {
    format!("{}{name}", Suspension::BY_DATES)
}

/// The moments at which the clocks start that an interval holds.
fn starts(run: &Run<'_, '_>, facts: &[Fact], stops: &[String]) -> Vec<Instant> {
    let rules = run.case.sector.map(|sector| run.pack.clocks_for(sector)).unwrap_or_default();
    let held = rules.into_iter().filter(|rule| stops.is_empty() || stops.contains(&rule.stop));
    held.filter_map(|rule| effective(facts, &rule.start)).map(|start| start.at).collect()
}

fn put_together(
    run: &Run<'_, '_>,
    told: &Interval,
    cause: SuspensionCause,
    before: Option<&Suspension>,
    facts: &[Fact],
) -> Result<Suspension, Error> {
    let stops = match before {
        Some(known) if told.stops.is_empty() => known.stops.clone(),
        _ => told.stops.clone(),
    };
    let from = told.from.or_else(|| before.map(|known| known.from)).unwrap_or_else(|| run.ctx.now());
    // Of a day its noon counts; on the day on which a clock starts, nothing before that moment is taken out.
    let of_that_day = starts(run, facts, &stops).into_iter().filter(|start| start.date() == from.date());
    let from = of_that_day.fold(from, Instant::max);
    let to = told.to.map(|to| if to.date() == from.date() { to.max(from) } else { to });
    if to.is_some_and(|to| to < from) {
        let (from, to) = (from.date().to_string(), to.unwrap_or(from).date().to_string());
        return Err(Error::refused_with("hold_backwards", &[("from", &from), ("to", &to)]));
    }
    Ok(Suspension {
        cause,
        from,
        to,
        document_id: told.document.or_else(|| before.and_then(|known| known.document_id)),
        note: before.map(|known| known.note.clone()).unwrap_or_default(),
        element: element_of(&told.name),
        stops,
    })
}

/// The term within which permits must be asked for so that waiting for them is not the utility's own time.
const fn permit_term(sector: Sector) -> Option<&'static str> {
    match sector {
        Sector::Water => Some("permits_water"),
        Sector::Electricity => Some("permits_electricity"),
        Sector::Gas | Sector::Lpg | Sector::Telecom => None,
    }
}

/// Whether permits were asked for after the term of the act, counted from the start of the clock; then a comment says so.
fn asked_too_late(run: &mut Run<'_, '_>, told: &Interval, facts: &[Fact]) -> Result<bool, Error> {
    let asked = told.from.unwrap_or_else(|| run.ctx.now()).date();
    let Some(start) = starts(run, facts, &told.stops).into_iter().min() else { return Ok(false) };
    let term = run.case.sector.and_then(permit_term);
    let Some(term) = term.and_then(|id| standards::term_in_force(id, start.date())) else { return Ok(false) };
    let last = last_day(start.date(), term.working_days);
    if asked <= last {
        return Ok(false);
    }
    let day = |day: Date| format!("{:02}/{:02}/{}", day.day(), day.month(), day.year());
    let (asked, last) = (day(asked), day(last));
    let args = [("asked", asked.as_str()), ("last", &last), ("act", &term.act)];
    // In the words of the pack, for our own people; one without them only names the two days and the act.
    let words = run.pack.texts.get(Lang::It, "comment-permits-late", &args);
    let words = words.unwrap_or_else(|| format!("{asked} > {last} ({})", term.act));
    comment::insert(run.tx, run.ctx, run.case.id, &words)?;
    Ok(true)
}

/// The last of so many working days after a day, which is not counted.
fn last_day(from: Date, working_days: u32) -> Date {
    let national = calendar::Calendar::national();
    (0..working_days).fold(from, |day, _| national.next(calendar::DayUnit::WorkingDay, day))
}

/// The case shows whether something is still awaited; its audit trail what was taken out.
fn tell(run: &mut Run<'_, '_>, name: &str, right: &Suspension) -> Result<(), Error> {
    let details = json!({
        "as": name, "cause": right.cause.code(), "from": right.from, "to": right.to,
        "document": right.document_id, "stops": right.stops,
    });
    audit::append(run.tx, run.ctx, "hold_clock", subject(run.case.id), &details)?;
    Ok(())
}

/// Keeps an interval as it is told, whether it is closed already or not: an appointment that is moved again has one only.
/// Its end may lie in the future.
pub(crate) fn put_interval(run: &mut Run<'_, '_>, told: &Interval) -> Result<(), Error> {
    let all = fact::suspensions_with_ids(run.tx, run.case.id)?;
    let element = element_of(&told.name);
    let known = all.into_iter().rfind(|(_, known)| known.element == element);
    let (Some(from), Some(to)) = (told.from, told.to) else { return Ok(()) };
    let right = Suspension {
        cause: told.cause.unwrap_or(SuspensionCause::Customer),
        from,
        // A date that is no later takes nothing out.
        to: Some(to.max(from)),
        document_id: told.document,
        note: String::new(),
        element,
        stops: told.stops.clone(),
    };
    match known {
        Some((id, _)) => fact::put_right(run.tx, run.case.id, id, &right)?,
        None => fact::suspend(run.tx, run.ctx, run.case.id, &right)?,
    }
    tell(run, &told.name, &right)
}
