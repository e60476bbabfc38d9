//! The case in its other states: everything at once, held, ended, a draft.

use super::*;

/// Every region filled, with long names.
pub(super) fn everything(t: &Texts) -> CasePage<'_> {
    let mut page = page(t);
    page.procedure = say(
        t,
        "Voltura su contratto esistente con aumento di potenza",
        "Change of holder on an existing contract with a power increase",
    );
    page.code = "VOL".into();
    page.party = Some(Link::new(
        "Consorzio Cooperativo Agroalimentare Interprovinciale della Bassa Pianura Società Agricola",
        CustomerShow::new(party(2)).url(),
    ));
    page.acts.take = Some(asks_url());
    let mut second = running(t);
    second.clock.steps.clear();
    second.clock.forecast = None;
    second.clock.view.state = ClockState::Today;
    second.clock.view.segments = vec![stretch(SegmentKind::Elapsed, 20)];
    second.clock.limit = Some(TODAY);
    second.standard = say(
        t,
        "Esecuzione della voltura con intervento al contatore",
        "Change of holder with work at the meter",
    );
    page.clocks.clocks = vec![second, running(t)];
    let mut tasks = task(t, true);
    if let Some(first) = tasks.tasks.first().cloned() {
        tasks.tasks.push(OpenTask {
            id: TaskId::from_bytes(bytes(4)),
            name: say(t, "intervento del tecnico", "work of the technician"),
            initials: String::new(),
            who: t.case_task_for_role(crate::views::wording::role(t, "technician"), "11/03"),
            claim: Some(TaskClaim::new(case(1), TaskId::from_bytes(bytes(4))).url()),
            action: None,
            errors: ErrorSummary::default(),
            why_not: sentence(t, "task_of_role", &[("role".into(), "technician".into())]),
            sections: Vec::new(),
            note: None,
            ..first
        });
    }
    page.task = tasks;
    page.messages = messages(t);
    page.documents.documents = vec![
        paper(31, say(t, "Contratto di fornitura", "Supply contract"), String::new(), DocumentState::Queued),
        paper(
            32,
            say(t, "Ricevuta", "Receipt"),
            String::new(),
            DocumentState::Failed {
                retry: Some(DocumentSend::new(case(1), DocumentId::from_bytes(bytes(32))).url()),
            },
        ),
        paper(
            33,
            say(
                t,
                "Dichiarazione sostitutiva sul titolo dell’immobile",
                "Self-declaration of title over the premises",
            ),
            say(t, "11/03, da firmare", "11 Mar, to sign"),
            ready(33),
        ),
    ];
    let appointment = kernel::AppointmentId::from_bytes(bytes(51));
    page.appointments = vec![AppointmentLine {
        subject: say(t, "Aumento di potenza al contatore", "Power increase at the meter"),
        when: say(t, "ven 13/03, 9:00–12:00", "Fri 13 Mar, 9:00–12:00"),
        detail: "via della Fornace 27, Luca Ferrari".into(),
        state: ("go", say(t, "concordato", "agreed")),
        href: AppointmentShow::new(appointment).url(),
        file: AppointmentFile::new(appointment).url(),
    }];
    page.about = CaseAbout {
        t,
        readings: Some(reading(t)),
        changes: vec![
            ChangeRow {
                label: say(t, "Cognome", "Surname"),
                old: Some("Marchetti Della Rovere Bentivoglio".into()),
                new: "Marchetti".into(),
            },
            ChangeRow {
                label: say(t, "E-mail", "E-mail"),
                old: None,
                new: "elena.marchetti@example.org".into(),
            },
        ],
        changed: false,
    };
    page.linked = vec![LinkedCase {
        href: CaseShow::new(case(2)).url(),
        code: "PM1".into(),
        number: "2026-PM1-000318".into(),
        how: say(t, "aperta da questa", "opened by this one"),
        state: ("go", t.case_state_started()),
    }];
    page
}

/// A reading that is held: a band far above what was expected.
fn reading(t: &Texts) -> ReadingsAbout {
    let row = |register: &str, last, value, used, high: bool| ReadingRow {
        name: String::new(),
        register: register.into(),
        about: "E200317755".into(),
        last: Some(last),
        value: t.number(value),
        consumption: Some(used),
        expected: Some((120, 360)),
        state: if high { ReadingState::High } else { ReadingState::Good },
        fault: String::new(),
        focus: false,
    };
    ReadingsAbout {
        when: t.case_reading_when(t.date(date(2026, 3, 10)), t.customer_reading_self()),
        note: Some(Note {
            kind: NoteKind::Attention,
            lead: t.case_reading_held(),
            text: say(t, "Il valore è molto sopra quello atteso", "The value is far above the one expected"),
            link: None,
        }),
        rows: vec![row("F1", 8412_i64, 9800_i64, 1388_i64, true), row("F2", 6207, 6400, 193, false)],
        photo: Some(Link::new(t.case_reading_photo(), CaseShow::new(case(1)).url())),
        history: Some(Link::new(t.case_reading_history(), CustomerShow::new(party(1)).url())),
    }
}

pub(super) fn held(t: &Texts) -> CasePage<'_> {
    let mut page = page(t);
    page.risk = Some(Risk::Hold);
    page.acts.suspend = None;
    page.acts.resume = Some(CaseResume::new(case(1)).url());
    page.note = Some(Note {
        kind: NoteKind::Info,
        lead: t.case_who_suspended(t.date(date(2026, 2, 16))),
        text: t.case_cause_customer(),
        link: None,
    });
    let mut clock = running(t);
    clock.clock.view = view(
        ClockState::Hold,
        vec![
            stretch(SegmentKind::Elapsed, 4),
            stretch(SegmentKind::Suspended, 17),
            stretch(SegmentKind::Remaining, 16),
        ],
    );
    clock.clock.limit = None;
    clock.clock.forecast = None;
    clock.clock.steps.clear();
    clock.clock.dates.truncate(2);
    page.clocks.clocks = vec![clock];
    page.task = CaseTask { t, oob: false, tasks: Vec::new(), empty: nothing(t) };
    page
}

pub(super) fn ended(t: &Texts, kept: bool) -> CasePage<'_> {
    let mut page = page(t);
    page.risk = None;
    page.state =
        Some(if kept { ("on", t.case_state_fulfilled()) } else { ("bad", t.case_state_inadmissible()) });
    page.acts = CaseActs {
        more: vec![ActLink {
            label: t.case_follow_up(),
            icon: "flow",
            href: CaseFollowUp::new(case(1)).url(),
            ask: None,
        }],
        ..CaseActs::default()
    };
    page.note = (!kept).then(|| Note {
        kind: NoteKind::Error,
        lead: t.case_state_inadmissible(),
        text: sentence(t, "customer_silent", &[]),
        link: None,
    });
    let mut clock = running(t);
    clock.clock.forecast = None;
    let (state, segments) = if kept {
        (ClockState::InTime, vec![stretch(SegmentKind::Elapsed, 12), stretch(SegmentKind::Remaining, 8)])
    } else {
        (ClockState::Late, vec![stretch(SegmentKind::Elapsed, 20), stretch(SegmentKind::Exceeded, 3)])
    };
    clock.clock.view = view(state, segments);
    clock.stopped = Some(Stopped { on: date(2026, 3, 2), kept });
    page.clocks.clocks = vec![clock];
    page.process.now = String::new();
    page.process.markers = r#"{"done":[],"now":[]}"#.into();
    page.task = CaseTask {
        t,
        oob: false,
        tasks: Vec::new(),
        empty: Empty {
            icon: "ok",
            title: t.case_task_ended(),
            text: t.case_task_ended_text(),
            link: None,
            main: false,
        },
    };
    page.comments.action = None;
    page.comments.comments.clear();
    page.dates.awaited.clear();
    page.documents.add = None;
    page.documents.documents.clear();
    page
}

pub(super) fn draft(t: &Texts) -> CasePage<'_> {
    let mut page = page(t);
    page.risk = None;
    page.state = Some(("half", t.case_state_draft()));
    page.party = None;
    page.supply = None;
    page.clocks.clocks.clear();
    page.clocks.none = t.case_clock_draft();
    page.acts.suspend = None;
    page.acts.more = vec![asks::cancel(t, case(1), "VOL 2026-01246", "")];
    page.note = Some(Note {
        kind: NoteKind::Info,
        lead: t.wizard_saved("2026-01246", say(t, "alle 10:22", "at 10:22")),
        text: String::new(),
        link: Some(Link::new(
            say(t, "Riprendi la compilazione", "Go on filling it in"),
            routes::console::VolturaStep::new(case(1), "intestatario").url(),
        )),
    });
    page.dates.dates.clear();
    page
}
