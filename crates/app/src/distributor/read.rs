//! What a process asks next: has the distributor said something it has not taken in yet?

use domain::distributor::{Appointment, Body, Cause, Flow, Message};
use jiff::civil::Time;
use kernel::{Instant, clock::rome};
use serde_json::{Value as Json, json};
use store::distributor::row::{self, Row};

use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// The first appointment that came along with the admissibility, until it is told as a step of its own.
const PENDING: &str = "distributor_visit_pending";

/// Takes the next message of the case in and says what it is: `admissible`, `inadmissible`, `appointment`, `done`,
/// `not_done`; `nothing` when there is none. Messages are taken in the order of their steps, whenever they came.
pub(super) fn read_answer(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    if let Some(pending) = run.case.data.remove(PENDING) {
        let appointment: Appointment =
            serde_json::from_value(pending).map_err(|error| Error::Internal(error.to_string()))?;
        return told_visit(run, &appointment);
    }
    let current =
        run.case.data.get("distributor_request").and_then(Json::as_str).unwrap_or_default().to_owned();
    let mut waiting: Vec<(Row, Message)> = Vec::new();
    let now = run.ctx.now();
    for row in row::applied_to_case(run.tx, run.case.id)? {
        let due = row.due_at.is_none_or(|due| due <= now);
        if due && row.read_at.is_none() && row.request_code == current {
            let message =
                serde_json::from_str(&row.message).map_err(|error| Error::Internal(error.to_string()))?;
            waiting.push((row, message));
        }
    }
    waiting.sort_by_key(|(row, message)| (place(message.head.flow), row.sequence));
    let Some((row, message)) = waiting.into_iter().next() else {
        return Ok(done("nothing", "", Vec::new()));
    };
    row::mark_read(run.tx, row.file_id, row.row, run.ctx.now())?;
    match message.body {
        Body::Admissibility(answer) if answer.admissible => {
            if let Some(appointment) = &answer.appointment {
                run.case.data.insert(PENDING.to_owned(), json!(appointment));
            }
            Ok(done("admissible", "", Vec::new()))
        }
        Body::Admissibility(answer) => Ok(done("inadmissible", &in_words(&answer.causes), Vec::new())),
        Body::Appointment(appointment) => told_visit(run, &appointment),
        Body::Outcome(outcome) => {
            crate::diary::close_distributor_visit(run, outcome.done)?;
            let Some(technical) = outcome.technical else {
                return Ok(done("not_done", &in_words(&outcome.causes), Vec::new()));
            };
            let more = vec![
                ("activated_on", json!(technical.activated_on)),
                ("meter_found", json!(technical.meter)),
                ("corrector_found", json!(technical.corrector)),
                ("opening_reading", json!(technical.reading)),
                ("corrector_reading", json!(technical.corrector_reading)),
            ];
            Ok(done("done", "", more))
        }
        Body::Request(_) => Ok(done("nothing", "", Vec::new())),
    }
}

/// The order in which steps are taken in: an outcome that overtook the others comes last.
const fn place(flow: Flow) -> u8 {
    match flow {
        Flow::Request => 0,
        Flow::Admissibility => 1,
        Flow::Appointment => 2,
        Flow::Outcome => 3,
    }
}

fn done(step: &'static str, reason: &str, more: Vec<(&'static str, Json)>) -> CallAnswer {
    let mut set = vec![("distributor_step", json!(step)), ("distributor_reason", json!(reason))];
    set.extend(more);
    CallAnswer::Done(set)
}

/// Causes as people read them, one a line.
fn in_words(causes: &[Cause]) -> String {
    let one = |cause: &Cause| match (cause.code.is_empty(), cause.text.is_empty()) {
        (false, false) => format!("{} {}", cause.code, cause.text),
        (false, true) => cause.code.clone(),
        _ => cause.text.clone(),
    };
    causes.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn told_visit(run: &mut Run<'_, '_>, appointment: &Appointment) -> Result<CallAnswer, Error> {
    let (from, to) = band(appointment);
    crate::diary::put_distributor_visit(run, moment(appointment, from)?, moment(appointment, to)?)?;
    let time = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let more = vec![
        ("visit_on", json!(appointment.on)),
        ("visit_from", json!(time(from))),
        ("visit_to", json!(time(to))),
    ];
    Ok(done("appointment", "", more))
}

/// From and to, in minutes of the day; a day without a band is its working hours, a band without an end two hours long.
fn band(appointment: &Appointment) -> (u16, u16) {
    match (appointment.from, appointment.to) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => (from, from.saturating_add(120).min(LAST_MINUTE)),
        (None, to) => (WORK_FROM, to.filter(|to| *to > WORK_FROM).unwrap_or(WORK_TO)),
    }
}

/// When people work, in minutes of the day.
const WORK_FROM: u16 = 8 * 60;
/// Until when.
const WORK_TO: u16 = 17 * 60;
/// The last minute of a day.
const LAST_MINUTE: u16 = 24 * 60 - 1;

/// The moment of a minute of the day of an appointment, in Rome.
fn moment(appointment: &Appointment, minutes: u16) -> Result<Instant, Error> {
    let part = |value: u16| i8::try_from(value).map_err(|error| Error::Internal(error.to_string()));
    let time = Time::new(part(minutes / 60)?, part(minutes % 60)?, 0, 0)
        .map_err(|error| Error::Internal(error.to_string()))?;
    let zoned = appointment.on.to_datetime(time).to_zoned(rome());
    Ok(zoned.map_err(|error| Error::Internal(error.to_string()))?.timestamp().into())
}
