//! The page of a case: the reference, everything at once with long names, suspended, ended in time and late, a draft,
//! and the short questions as pages.

mod states;

use jiff::civil::{Date, DateTime, date};
use kernel::{DocumentId, FactId, Lang, Money, Sector, TaskId};
use routes::Route;
use routes::console::{
    AppointmentFile, AppointmentShow, Audit, CaseAppointment, CaseDiagram, CaseFollowUp, CaseResume,
    CaseShow, CommentNew, CustomerShow, CustomerTabQuery, DocumentFile, DocumentSend, FactCorrect, JobRetry,
    MailRetry, MailShow, TaskClaim, TaskComplete,
};
use texts::{Texts, TimeUnit};
use web::layout::{
    Area, CaseClock, Choice, ClockDate, ClockEnd, ClockState, ClockStep, ClockView, Empty, ErrorSummary,
    Field, FieldKind, KeyHint, Link, Note, NoteKind, Risk, Segment, SegmentKind,
};

use super::{Sample, TODAY, bytes, case, frame, party};
use crate::views::about::{CaseAbout, ChangeRow, ReadingsAbout};
use crate::views::case::{
    ActLink, AppointmentLine, AuditLine, AwaitedLine, CaseActs, CaseAudit, CaseClockView, CaseClocks,
    CaseComments, CaseDates, CaseDocuments, CaseMessages, CasePage, CaseProcess, CaseTask, CommentLine,
    DocumentLine, DocumentState, FactLine, IncidentLine, LinkedCase, MessageLine, OpenTask, StepLine,
    Stopped,
};
use crate::views::case_asks as asks;
use crate::views::form::{
    AskPage, FieldView, HistoryLine, Pick, Piece, ReadingRow, ReadingState, SectionView, faults_of,
};
use crate::views::wording::sentence;
use states::{draft, ended, everything, held};

fn say(t: &Texts, it: &str, en: &str) -> String {
    match t.lang() {
        Lang::It => it.to_owned(),
        Lang::En => en.to_owned(),
    }
}

const DAY: TimeUnit = TimeUnit::WorkingDay;

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let mut out = vec![
        Sample::page("case", &page(t))?,
        Sample::page("case-everything", &everything(t))?,
        Sample::page("case-held", &held(t))?,
        Sample::page("case-ended", &ended(t, true))?,
        Sample::page("case-late", &ended(t, false))?,
        Sample::page("case-draft", &draft(t))?,
        Sample::part(
            "case-clocks",
            &CaseClocks { t, oob: true, clocks: vec![running(t)], none: String::new() },
        )?,
        Sample::part("case-task", &task(t, true))?,
        Sample::part("case-messages", &messages(t))?,
        Sample::part("case-dates", &dates(t))?,
        Sample::part("case-documents", &documents(t))?,
        Sample::part("case-comments", &comments(t, Some(sentence(t, "required", &[]))))?,
        Sample::part("case-audit", &audit(t))?,
    ];
    let about = "PM1 2026-01187, Marchetti Elena";
    for link in [
        asks::suspend(t, case(1), about, Vec::new()),
        asks::reassign(t, case(1), about, people()),
        asks::cancel(t, case(1), about, ""),
        asks::document(t, case(1), about, kinds(t), true),
    ] {
        if let Some(ask) = link.ask {
            out.push(Sample::page(&format!("case-ask-{}", ask.id), &ask_page(t, ask, false))?);
        }
    }
    let ids = (case(1), FactId::from_bytes(bytes(9)));
    let label = say(t, "Sopralluogo", "Site survey");
    let mut correct = asks::correct(t, ids, about, (&label, "09/03/2026 11:40"), (kinds(t), String::new()));
    for (index, field) in correct.fields.iter_mut().enumerate() {
        field.field = field.field.clone().bad(sentence(
            t,
            if index == 0 { "date_in_future" } else { "reason_missing" },
            &[],
        ));
    }
    out.push(Sample::page("case-correct", &ask_page(t, correct, true))?);
    Ok(out)
}

fn ask_page(t: &Texts, ask: crate::views::form::Ask, wrong: bool) -> AskPage<'_> {
    let section = SectionView { fields: ask.fields.clone(), ..SectionView::default() };
    AskPage {
        t,
        frame: frame(t, ask.title.clone(), Some(Area::Cases), Vec::new()),
        back: Link::new("2026-01187", CaseShow::new(case(1)).url()),
        errors: faults_of([&section]),
        ask,
        history: if wrong {
            vec![HistoryLine {
                at: "09/03 11:52".into(),
                who: "L. Ferrari".into(),
                text: say(
                    t,
                    "09/03/2026 11:40, dal verbale di sopralluogo",
                    "09 Mar 2026 11:40, from the survey report",
                ),
            }]
        } else {
            Vec::new()
        },
        risk: None,
    }
}

fn people() -> Vec<Choice> {
    ["Marta Bellini", "Luca Ferrari", "Davide Orlandi"]
        .into_iter()
        .enumerate()
        .map(|(index, name)| Choice { value: index.to_string(), label: name.into() })
        .collect()
}

fn kinds(t: &Texts) -> Vec<Choice> {
    [("title_proof", say(t, "Titolo sull’immobile", "Proof of title")), ("other", say(t, "Altro", "Other"))]
        .into_iter()
        .map(|(value, label)| Choice { value: value.into(), label })
        .collect()
}

fn acts(t: &Texts) -> CaseActs {
    let about = "PM1 2026-01187, Marchetti Elena";
    let plain = |label: String, icon, href: String| ActLink { label, icon, href, ask: None };
    CaseActs {
        suspend: Some(asks::suspend(t, case(1), about, Vec::new())),
        resume: None,
        reassign: Some(asks::reassign(t, case(1), about, people())),
        take: None,
        more: vec![
            plain(t.case_appointment(), "calendar", CaseAppointment::new(case(1)).url()),
            plain(t.case_follow_up(), "flow", CaseFollowUp::new(case(1)).url()),
            asks::cancel(t, case(1), about, ""),
        ],
    }
}

fn page(t: &Texts) -> CasePage<'_> {
    let keys = vec![
        KeyHint::new(format!("Ctrl {}", t.layout_key_enter()), t.case_key_complete()),
        KeyHint::new("S", t.case_key_suspend()),
        KeyHint::new("R", t.case_key_reassign()),
        KeyHint::new("M", t.case_key_comment()),
        KeyHint::new("D", t.case_key_document()),
    ];
    let procedure = say(t, "Preventivo modifica impianto", "Quote to modify the plant");
    let mut frame = frame(t, t.case_title("PM1", "2026-01187"), Some(Area::Cases), keys);
    frame.rail = true;
    CasePage {
        t,
        frame,
        id: case(1),
        number: "2026-01187".into(),
        procedure,
        code: "PM1".into(),
        risk: Some(Risk::Soon { left: 5, unit: DAY }),
        state: None,
        party: Some(Link::new("Marchetti Elena", CustomerShow::new(party(1)).url())),
        sector: Some(Sector::Water),
        supply: Some(Link::new(
            "PA 0048217, via dei Tigli 14",
            CustomerShow::new(party(1)).with(&CustomerTabQuery::default()),
        )),
        facts: vec![t.case_version(7), t.case_from_counter()],
        note: None,
        acts: acts(t),
        clocks: CaseClocks { t, oob: false, clocks: vec![running(t)], none: String::new() },
        process: process(t),
        about: CaseAbout { t, readings: None, changes: Vec::new(), changed: false },
        task: task(t, false),
        messages: CaseMessages {
            t,
            oob: false,
            incidents: Vec::new(),
            billing: Vec::new(),
            distributor: Vec::new(),
            mails: Vec::new(),
        },
        dates: dates(t),
        documents: documents(t),
        appointments: Vec::new(),
        linked: Vec::new(),
        comments: comments(t, None),
        audit: audit(t),
    }
}

fn stretch(kind: SegmentKind, length: u32) -> Segment {
    Segment { kind, length }
}

fn view(state: ClockState, segments: Vec<Segment>) -> ClockView {
    ClockView { state, unit: DAY, level: 20, segments }
}

fn running(t: &Texts) -> CaseClockView {
    let mark = |date: Date, it: &str, en: &str, at| ClockDate { date, label: say(t, it, en), at };
    let step = |from: Date, euros: i64| ClockStep { from, amount: Money::from_cents(euros * 100) };
    CaseClockView {
        clock: CaseClock {
            view: view(
                ClockState::Soon,
                vec![
                    stretch(SegmentKind::Elapsed, 4),
                    stretch(SegmentKind::Suspended, 6),
                    stretch(SegmentKind::Elapsed, 11),
                    stretch(SegmentKind::Remaining, 5),
                ],
            ),
            start: date(2026, 2, 10),
            today: TODAY,
            limit: Some(date(2026, 3, 18)),
            forecast: Some((date(2026, 3, 17), 25)),
            dates: vec![
                mark(date(2026, 2, 10), "richiesta", "request", 0),
                mark(date(2026, 2, 16), "integrazione chiesta", "papers asked for", 4),
                mark(date(2026, 2, 24), "ricevuta", "received", 10),
                mark(date(2026, 3, 9), "sopralluogo", "site survey", 19),
            ],
            steps: vec![
                step(date(2026, 3, 19), 30),
                step(date(2026, 4, 17), 60),
                step(date(2026, 5, 18), 90),
            ],
            ended: ClockEnd::No,
        },
        standard: say(t, "Preventivo con sopralluogo", "Quote with site survey"),
        stopped: None,
        closed: None,
        why: say(
            t,
            "Preventivo con sopralluogo (W-S02): articolo 17, RQSII, testo in vigore dal 01/07/2016. Il conto parte da martedì 10/02/2026.",
            "Quote with site survey (W-S02): article 17, RQSII, text in force from 1 Jul 2016. The clock starts on Tuesday 10 Feb 2026.",
        ),
    }
}

fn process(t: &Texts) -> CaseProcess {
    let now = say(t, "Redigi il preventivo", "Draw up the quote");
    let line = |text: String| StepLine { text, now: false };
    CaseProcess {
        diagram: CaseDiagram::new(case(1)).url(),
        names: "{}".into(),
        markers: r#"{"done":["inizio","ammetti","completa","integra","attesa","sopralluogo","f1","f2","f3","f4","f5","f6","f7"],"now":["redigi"]}"#.into(),
        steps: vec![
            line(t.case_step_done_on(say(t, "Richiesta", "Request"), t.date(date(2026, 2, 10)))),
            line(t.case_step_done(say(t, "Verifica ammissibilità", "Admissibility"))),
            line(t.case_step_done_on(say(t, "Sopralluogo", "Site survey"), t.date(date(2026, 3, 9)))),
            StepLine { text: t.case_step_now(&now), now: true },
            line(say(t, "Invia al cliente", "Send to the customer")),
        ],
        now,
    }
}

fn task(t: &Texts, wrong: bool) -> CaseTask<'_> {
    let mut amount =
        Field::new(FieldKind::Decimal, "amount", say(t, "Importo del preventivo", "Amount of the quote"))
            .value("407,55")
            .unit("€");
    let mut sent = Field::new(FieldKind::Date, "fact_on", say(t, "Preventivo inviato il", "Quote sent on"))
        .value("11/03/2026");
    if wrong {
        amount = amount.bad(sentence(t, "number", &[]));
        sent = sent.bad(sentence(t, "date_in_future", &[]));
    }
    let yes = Pick {
        value: "yes".into(),
        label: say(t, "Sì, si può fare", "Yes, it can be done"),
        note: vec![Piece::plain(say(
            t,
            "Servono lavori sull’allaccio",
            "Works on the connection are needed",
        ))],
        ..Pick::default()
    };
    let no = Pick {
        value: "no".into(),
        label: say(t, "No", "No"),
        note: vec![Piece::plain(say(
            t,
            "La pratica si chiude come non ammissibile",
            "The case closes as inadmissible",
        ))],
        ..Pick::default()
    };
    let sections =
        vec![SectionView {
            fields: vec![
                FieldView::choice(
                    12,
                    Field::text("feasible", say(t, "Fattibilità", "Feasibility")).value("yes"),
                    vec![yes, no],
                ),
                FieldView::line(4, amount),
                FieldView::line(4, sent),
                FieldView::line(
                    12,
                    Field::new(FieldKind::Lines, "works_note", say(t, "Lavori", "Works"))
                        .optional()
                        .hint(say(t, "La legge anche il tecnico", "The technician reads it too")),
                ),
            ],
            ..SectionView::default()
        }];
    let version = 12;
    let errors = if wrong { faults_of(&sections) } else { ErrorSummary::default() };
    let note = wrong.then(|| Note {
        kind: NoteKind::Error,
        lead: t.wizard_refused(),
        text: sentence(t, "task_of_role", &[("role".into(), "back_office".into())]),
        link: None,
    });
    CaseTask {
        t,
        oob: false,
        tasks: vec![OpenTask {
            id: TaskId::from_bytes(bytes(3)),
            window: case(9).to_string(),
            name: say(t, "redigere il preventivo", "draw up the quote"),
            initials: "MB".into(),
            who: t.case_task_since("Marta Bellini", "09/03"),
            claim: None,
            action: Some(TaskComplete::new(case(1), TaskId::from_bytes(bytes(3))).url()),
            version,
            meta: Vec::new(),
            why: Vec::new(),
            note,
            errors,
            sections,
            submit: say(t, "Completa e invia", "Complete and send"),
            file: false,
            why_not: String::new(),
        }],
        empty: nothing(t),
    }
}

fn nothing(t: &Texts) -> Empty {
    Empty {
        icon: "clock",
        title: t.case_task_empty(),
        text: t.case_task_empty_text(),
        link: None,
        main: false,
    }
}

fn dates(t: &Texts) -> CaseDates<'_> {
    let line = |it: &str, en: &str, at: &str, corrected: bool| FactLine {
        label: say(t, it, en),
        at: at.into(),
        by: t.case_date_by("Bellini Marta", "10/02 9:42"),
        paper: (!corrected).then(|| Link::new(say(t, "Richiesta firmata", "Signed request"), "#docs")),
        correct: Some(FactCorrect::new(case(1), FactId::from_bytes(bytes(9))).url()),
        corrected,
    };
    CaseDates {
        t,
        oob: false,
        dates: vec![
            line("Richiesta ricevuta", "Request received", "10/02/2026 9:42", false),
            line("Integrazione chiesta", "Papers asked for", "16/02/2026 12:05", false),
            line("Integrazione ricevuta", "Papers received", "24/02/2026 16:22", false),
            line("Appuntamento concordato", "Appointment agreed", "02/03/2026 10:15", false),
            line("Sopralluogo", "Site survey", "09/03/2026 11:40", true),
        ],
        awaited: vec![AwaitedLine {
            label: say(t, "Preventivo inviato", "Quote sent"),
            until: Some(date(2026, 3, 18)),
        }],
        add: None,
    }
}

fn paper(n: u8, title: String, meta: String, state: DocumentState) -> DocumentLine {
    DocumentLine {
        id: DocumentId::from_bytes(bytes(n)),
        title,
        meta,
        contract: state == DocumentState::ToProduce,
        state,
    }
}

fn ready(n: u8) -> DocumentState {
    DocumentState::Ready {
        href: DocumentFile::pdf(case(1), DocumentId::from_bytes(bytes(n))).url(),
        shown: true,
    }
}

fn documents(t: &Texts) -> CaseDocuments<'_> {
    CaseDocuments {
        t,
        oob: false,
        case: case(1),
        previews: Vec::new(),
        documents: vec![
            paper(
                21,
                say(t, "Verbale di sopralluogo", "Survey report"),
                say(t, "09/03, 4 foto", "9 Mar, 4 photos"),
                ready(21),
            ),
            paper(
                22,
                say(t, "Consenso del condominio", "Consent of the condominium"),
                say(t, "24/02", "24 Feb"),
                ready(22),
            ),
            paper(
                23,
                say(t, "Richiesta firmata", "Signed request"),
                say(t, "10/02, firmato", "10 Feb, signed"),
                ready(23),
            ),
            paper(24, say(t, "Preventivo", "Quote"), String::new(), DocumentState::ToProduce),
        ],
        add: Some(asks::document(t, case(1), "PM1 2026-01187, Marchetti Elena", kinds(t), false)),
    }
}

const fn at(month: i8, day: i8, hour: i8, minute: i8) -> DateTime {
    date(2026, month, day).at(hour, minute, 0, 0)
}

fn comments(t: &Texts, fault: Option<String>) -> CaseComments<'_> {
    let line = |initials: &str, who: &str, at, it: &str, en: &str| CommentLine {
        initials: initials.into(),
        who: who.into(),
        at,
        text: say(t, it, en),
    };
    CaseComments {
        t,
        oob: false,
        comments: vec![
            line(
                "LF",
                "Luca Ferrari",
                at(3, 9, 11, 52),
                "Il contatore va spostato di 3 metri: 3,5 m di scavo in giardino.",
                "The meter moves by 3 metres: 3.5 m of digging in the garden.",
            ),
            line(
                "MB",
                "Marta Bellini",
                at(3, 10, 9, 4),
                "Chiesto a Luca se serve la saracinesca: sì.",
                "Asked Luca whether the gate valve is needed: yes.",
            ),
        ],
        action: Some(CommentNew::new(case(1)).url()),
        typed: String::new(),
        fault,
    }
}

fn audit(t: &Texts) -> CaseAudit<'_> {
    let line = |at, who: &str, it: &str, en: &str| AuditLine { at, who: who.into(), what: say(t, it, en) };
    let system = say(t, "Sistema", "System");
    CaseAudit {
        t,
        oob: false,
        total: 14,
        entries: vec![
            line(
                at(3, 10, 9, 3),
                "M. Bellini",
                "ha preso in carico il passo Redigi il preventivo",
                "took charge of the step Draw up the quote",
            ),
            line(at(3, 9, 11, 52), "L. Ferrari", "ha completato Sopralluogo", "completed Site survey"),
            line(
                at(2, 24, 16, 22),
                &system,
                "ha riavviato l’orologio: documento ricevuto",
                "started the clock again: paper received",
            ),
            line(
                at(2, 16, 12, 5),
                "M. Bellini",
                "ha sospeso l’orologio: attesa cliente",
                "suspended the clock: waiting for the customer",
            ),
        ],
        all: Some(Audit::new().url()),
    }
}

fn messages(t: &Texts) -> CaseMessages<'_> {
    let job = kernel::JobId::from_bytes(bytes(41));
    let mail = kernel::MailId::from_bytes(bytes(42));
    let line = |title: String, detail: &str, at: &str, state, word: String| MessageLine {
        title,
        detail: detail.into(),
        at: at.into(),
        state,
        word,
        href: None,
        retry: None,
    };
    CaseMessages {
        t,
        oob: false,
        incidents: vec![IncidentLine {
            text: say(
                t,
                "L’invio alla fatturazione non riesce da 6 tentativi: il file non si può scrivere nella cartella di scambio.",
                "Sending to billing has failed 6 times: the file cannot be written to the exchange folder.",
            ),
            since: say(t, "da oggi 9:12", "since today 9:12"),
            retry: Some(JobRetry::new(job).url()),
        }],
        billing: vec![
            line(
                say(t, "Cessazione del contratto C-187730", "End of contract C-187730"),
                &say(t, "messaggio 4417, applicato", "message 4417, applied"),
                "11/03 10:31",
                "on",
                say(t, "applicato", "applied"),
            ),
            line(
                say(t, "Nuovo contratto C-310901", "New contract C-310901"),
                &say(t, "messaggio 4418, respinto: IBAN non valido", "message 4418, rejected: invalid IBAN"),
                "11/03 10:31",
                "bad",
                say(t, "respinto", "rejected"),
            ),
        ],
        distributor: vec![
            line(
                t.exchange_message_kind("A01", t.exchange_flow_request()),
                "2026-A01-000123",
                "11/03 10:31",
                "on",
                t.exchange_request_answered(),
            ),
            line(
                t.exchange_message_kind("A01", t.exchange_flow_admissibility()),
                "2026-A01-000123",
                "11/03 11:02",
                "half",
                t.exchange_answer_waits(),
            ),
        ],
        mails: vec![
            MessageLine {
                href: Some(MailShow::new(mail).url()),
                ..line(
                    say(t, "Ricevuta della richiesta", "Receipt of the request"),
                    "irene.montanari.di.san.giovanni.in.persiceto@posta-elettronica.example.org",
                    "11/03 10:30",
                    "on",
                    say(t, "consegnata", "delivered"),
                )
            },
            MessageLine {
                href: Some(MailShow::new(mail).url()),
                retry: Some(MailRetry::new(mail).url()),
                ..line(
                    say(t, "Invito al sopralluogo", "Invitation to the survey"),
                    "aldo.casarini@example.org",
                    "11/03 10:30",
                    "bad",
                    say(t, "rifiutata", "refused"),
                )
            },
        ],
    }
}

fn asks_url() -> String {
    routes::console::CaseReassign::new(case(1)).url()
}
