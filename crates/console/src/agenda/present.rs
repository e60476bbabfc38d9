//! From appointments to lanes and rows.

use app::diary::Appointment;
use jiff::civil::Time;
use kernel::{Date, Instant};
use web::{PageCtx, layout::Empty};

use crate::{
    standing::{Names, initials},
    views::agenda::{AgendaDay, AgendaUnassigned, FROM_HOUR, HOURS, Job, JobState, Lane, appointment_url},
};

/// The time of day of a moment, in Rome.
pub(crate) fn clock_time(at: Instant) -> Time {
    at.in_rome().time()
}

/// One appointment as the pages show it.
pub(super) fn job(cx: &PageCtx, names: &Names, entry: &Appointment, who: Option<&str>, date: Date) -> Job {
    let state = match entry.state.as_str() {
        "kept" => JobState::Kept,
        "missed" => JobState::Missed,
        _ if entry.ends_at <= cx.now => JobState::Unrecorded,
        _ if entry.starts_at <= cx.now => JobState::Now,
        _ => JobState::Agreed,
    };
    // A deadline that has passed is told by its case, not as a missed visit.
    let state = if state == JobState::Unrecorded && !entry.visit { JobState::Agreed } else { state };
    let code = code_of(&entry.subject);
    Job {
        id: entry.id,
        href: appointment_url(entry.id, date),
        starts: clock_time(entry.starts_at),
        ends: clock_time(entry.ends_at),
        code: code.to_owned(),
        subject: subject(cx, names, &entry.subject),
        place: entry.place.clone(),
        who: who.unwrap_or_default().to_owned(),
        visit: entry.visit,
        state,
    }
}

/// The number of the case an appointment belongs to: the first word of what is stored.
pub(crate) fn number(stored: &str) -> &str {
    stored.split_whitespace().next().unwrap_or_default()
}

/// The code of the procedure that the number of a case carries, `2026-VOL-000123`; empty when there is none.
fn code_of(stored: &str) -> &str {
    number(stored).split('-').nth(1).filter(|code| code.chars().any(char::is_alphabetic)).unwrap_or_default()
}

/// What an appointment is about, in the language of the page: stored is the number of the case and the name the procedure
/// had in Italian.
fn subject(cx: &PageCtx, names: &Names, stored: &str) -> String {
    let (number, code) = (number(stored), code_of(stored));
    if code.is_empty() || cx.t.lang() == kernel::Lang::It {
        return stored.to_owned();
    }
    format!("{number} {}", names.procedure(code))
}

/// The appointments of a day as the pages show them.
pub(super) fn jobs(
    cx: &PageCtx,
    names: &Names,
    entries: &[(Appointment, Option<String>)],
    date: Date,
) -> Vec<Job> {
    entries.iter().map(|(entry, who)| job(cx, names, entry, who.as_deref(), date)).collect()
}

/// The day by person and by time.
pub(super) fn day(cx: &PageCtx, jobs: &[Job], date: Date) -> AgendaDay<'static> {
    let t = cx.t;
    let mut lanes: Vec<Lane> = Vec::new();
    for job in jobs.iter().filter(|job| !job.who.is_empty()) {
        match lanes.iter_mut().find(|lane| lane.name == job.who) {
            Some(lane) => lane.jobs.push(job.clone()),
            None => lanes.push(Lane {
                initials: initials(&job.who),
                name: job.who.clone(),
                note: String::new(),
                jobs: vec![job.clone()],
            }),
        }
    }
    lanes.sort_by(|a, b| a.name.cmp(&b.name));
    for lane in &mut lanes {
        lane.note = t.agenda_jobs(lane.jobs.len());
    }
    let now = clock_time(cx.now);
    let inside = date == cx.today() && (FROM_HOUR..FROM_HOUR + HOURS).contains(&now.hour());
    AgendaDay {
        t,
        oob: false,
        date,
        now: inside.then_some(now),
        lanes,
        rows: jobs.to_vec(),
        empty: Empty {
            icon: "calendar",
            title: t.agenda_none(),
            text: t.agenda_none_text(),
            link: None,
            main: false,
        },
    }
}

/// What nobody has yet.
pub(super) fn unassigned(cx: &PageCtx, jobs: &[Job]) -> AgendaUnassigned<'static> {
    let rows = jobs.iter().filter(|job| job.who.is_empty() && job.visit).cloned().collect();
    AgendaUnassigned { t: cx.t, oob: false, rows }
}
