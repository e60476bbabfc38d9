//! A day of the schedule, and its parts alone.

use app::diary;
use routes::Route;
use routes::console::{Agenda, AgendaDay, AgendaQuery};
use web::{
    Answer, Asked, PageCtx, Url,
    layout::{Area, KeyHint, Note, NoteKind},
};

use super::present;
use crate::{
    standing::Names,
    views::agenda::{AgendaPage, JobState, day_title},
};

/// `/agenda`.
pub(super) async fn show(cx: PageCtx, Asked(query): Asked<AgendaQuery>) -> Answer {
    let date = query.date.unwrap_or_else(|| cx.today());
    let entries = diary::day(&cx.app, &cx.ctx, date).await?;
    let (t, names) = (cx.t, Names::read(&cx).await?);
    let jobs = present::jobs(&cx, &names, &entries, date);
    let unassigned = present::unassigned(&cx, &jobs);
    let missed = jobs.iter().filter(|job| job.state == JobState::Unrecorded).count();
    let mut frame = cx.frame(day_title(t, date), Some(Area::Schedule));
    frame.rail = true;
    frame.here = if query.date.is_some() { frame.here } else { Agenda::new().url() };
    frame.keys = vec![KeyHint::new("← →", t.agenda_key_day()), KeyHint::new("T", t.agenda_key_today())];
    // Only keys that a control of this page answers.
    if !unassigned.rows.is_empty() {
        frame.keys.push(KeyHint::new("A", t.agenda_key_assign()));
    }
    if !jobs.is_empty() {
        frame.keys.push(KeyHint::new("J K", t.agenda_key_rows()));
    }
    cx.page(&AgendaPage {
        t,
        frame,
        date,
        summary: t.agenda_summary(jobs.len(), unassigned.rows.len()),
        note: (missed > 0).then(|| Note {
            kind: NoteKind::Error,
            lead: t.agenda_missed(missed),
            text: t.agenda_missed_text(),
            link: None,
        }),
        day: present::day(&cx, &jobs, date),
        unassigned,
    })
}

/// The day alone.
pub(super) async fn part(cx: PageCtx, Url(at): Url<AgendaDay>) -> Answer {
    let entries = diary::day(&cx.app, &cx.ctx, at.date).await?;
    let jobs = present::jobs(&cx, &Names::read(&cx).await?, &entries, at.date);
    cx.page(&present::day(&cx, &jobs, at.date))
}

/// What nobody has yet, alone.
pub(super) async fn unassigned(cx: PageCtx, Asked(query): Asked<AgendaQuery>) -> Answer {
    let date = query.date.unwrap_or_else(|| cx.today());
    let entries = diary::day(&cx.app, &cx.ctx, date).await?;
    let jobs = present::jobs(&cx, &Names::read(&cx).await?, &entries, date);
    cx.page(&present::unassigned(&cx, &jobs))
}
