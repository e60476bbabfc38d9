//! The schedule: a full day, an empty one, one appointment to move, one that is over.

use jiff::civil::{Time, time};
use kernel::AppointmentId;
use routes::Route;
use routes::console::{Agenda, CaseShow};
use texts::Texts;
use web::layout::{
    Area, Choice, Empty, ErrorSummary, Field, FieldKind, Frame, KeyHint, Link, Note, NoteKind,
};

use super::{NOW, Sample, TODAY, bytes, case, frame};
use crate::views::agenda::{
    AgendaDay, AgendaPage, AgendaUnassigned, AppointmentPage, Job, JobState, Lane, appointment_url, day_title,
};

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    Ok(vec![
        Sample::page("agenda", &page(t, lanes(), free()))?,
        Sample::page("agenda-empty", &page(t, Vec::new(), Vec::new()))?,
        Sample::page("appointment", &appointment(t, true))?,
        Sample::page("appointment-over", &appointment(t, false))?,
        Sample::part("agenda-day", &day(t, lanes(), free()))?,
        Sample::part("agenda-unassigned", &AgendaUnassigned { t, oob: true, rows: free() })?,
    ])
}

fn framed(t: &Texts, title: String) -> Frame {
    let keys = vec![
        KeyHint::new("← →", t.agenda_key_day()),
        KeyHint::new("T", t.agenda_key_today()),
        KeyHint::new("A", t.agenda_key_assign()),
        KeyHint::new("J K", t.agenda_key_rows()),
    ];
    let mut frame = frame(t, title, Some(Area::Schedule), keys);
    frame.rail = true;
    frame
}

fn page(t: &Texts, lanes: Vec<Lane>, free: Vec<Job>) -> AgendaPage<'_> {
    let full = !lanes.is_empty();
    let day = day(t, lanes, free.clone());
    AgendaPage {
        t,
        frame: framed(t, day_title(t, TODAY)),
        date: TODAY,
        summary: t.agenda_summary(day.rows.len(), free.len()),
        note: full.then(|| Note {
            kind: NoteKind::Error,
            lead: t.agenda_missed(1),
            text: t.agenda_missed_text(),
            link: None,
        }),
        day,
        unassigned: AgendaUnassigned { t, oob: false, rows: free },
    }
}

fn day(t: &Texts, lanes: Vec<Lane>, free: Vec<Job>) -> AgendaDay<'_> {
    let mut rows: Vec<Job> = lanes.iter().flat_map(|lane| lane.jobs.clone()).chain(free).collect();
    rows.sort_by_key(|job| job.starts);
    AgendaDay {
        t,
        oob: false,
        date: TODAY,
        now: Some(NOW.time()),
        lanes,
        rows,
        empty: Empty {
            icon: "calendar",
            title: t.agenda_none(),
            text: t.agenda_none_text(),
            link: None,
            main: false,
        },
    }
}

fn job(number: u8, starts: Time, ends: Time, code: &str, place: &str, who: &str, state: JobState) -> Job {
    let id = AppointmentId::from_bytes(bytes(number));
    Job {
        id,
        href: appointment_url(id, TODAY),
        starts,
        ends,
        code: code.into(),
        subject: format!("2026-0{} {code}", 1100 + u16::from(number)),
        place: place.into(),
        who: who.into(),
        visit: number != 4,
        state,
    }
}

fn at(hour: i8, minute: i8) -> Time {
    time(hour, minute, 0, 0)
}

fn lanes() -> Vec<Lane> {
    let lane = |initials: &str, name: &str, note: &str, jobs| Lane {
        initials: initials.into(),
        name: name.into(),
        note: note.into(),
        jobs,
    };
    use JobState::{Agreed, Kept, Missed, Now};
    vec![
        lane(
            "LF",
            "Luca Ferrari",
            "4 lavori",
            vec![
                job(1, at(8, 15), at(9, 6), "LET", "Tigli 22", "Luca Ferrari", Kept),
                job(2, at(9, 15), at(10, 6), "D01", "Tigli 9", "Luca Ferrari", Kept),
                job(3, at(10, 15), at(11, 24), "V01", "via Secchia 40", "Luca Ferrari", Now),
                job(4, at(14, 0), at(15, 30), "E01", "via della Fornace 3", "Luca Ferrari", Agreed),
            ],
        ),
        lane(
            "DR",
            "Davide Rossi",
            "2 lavori",
            vec![
                job(5, at(8, 30), at(9, 45), "PM1", "via Panaro 18", "Davide Rossi", Missed),
                job(
                    6,
                    at(13, 30),
                    at(16, 30),
                    "PN1",
                    "via della Fornace 27, lotto 7, allaccio idrico",
                    "Davide Rossi",
                    Agreed,
                ),
            ],
        ),
        lane(
            "HI",
            "Hamza El Idrissi",
            "1 lavoro",
            vec![job(7, at(11, 15), at(12, 15), "A40", "via Gelso 16", "Hamza El Idrissi", Agreed)],
        ),
    ]
}

fn free() -> Vec<Job> {
    vec![
        job(8, at(9, 0), at(12, 0), "VOL", "via Albero 19", "", JobState::Agreed),
        job(9, at(14, 0), at(17, 0), "VOL", "via Panaro 60", "", JobState::Agreed),
    ]
}

fn appointment(t: &Texts, open: bool) -> AppointmentPage<'_> {
    let state = if open { JobState::Agreed } else { JobState::Kept };
    let job = job(8, at(9, 0), at(12, 0), "VOL", "via Albero 19, Fontebruna", "Luca Ferrari", state);
    let choice = |value: &str, label: &str| Choice { value: value.into(), label: label.into() };
    let to = Field::text("alle", t.agenda_to()).value("8:00").bad(t.agenda_end_before_start());
    AppointmentPage {
        t,
        frame: framed(t, job.subject.clone()),
        date: TODAY,
        job,
        case: Link::new("2026-01108", CaseShow::new(case(8)).url()),
        version: 3,
        open,
        errors: ErrorSummary::of([&to]),
        fields: vec![
            Field::new(FieldKind::Date, "giorno", t.agenda_when()).value(t.date(TODAY)).focus(),
            Field::text("dalle", t.agenda_from()).value("9:00"),
            to,
            Field::select(
                "tecnico",
                t.agenda_who(),
                vec![choice("", &t.agenda_nobody()), choice("1", "Luca Ferrari")],
            ),
        ],
        note: (!open).then(|| Note {
            kind: NoteKind::Info,
            lead: t.agenda_over(),
            text: t.agenda_over_text(),
            link: Some(Link::new(t.agenda_title(), Agenda::new().url())),
        }),
    }
}
