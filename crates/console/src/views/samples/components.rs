//! Every component in every state, on one sheet.

use askama::Template;
use jiff::civil::date;
use kernel::Money;
use texts::{Texts, TimeUnit};
use web::layout::{
    CaseClock, Choice, ClockDate, ClockEnd, ClockState, ClockStep, ClockView, Day, Empty, ErrorSummary,
    Event, Field, FieldKind, Frame, Link, Note, NoteKind, Risk, Step, StepState, Toast,
};

use super::home::held;
use super::{Sample, TODAY, frame};

/// Words of the sheet: data here, not texts of the product.
#[derive(Debug)]
struct Words {
    parent: &'static str,
    title: &'static str,
    lead: &'static str,
    due: &'static str,
    form: &'static str,
    steps: &'static str,
    notes: &'static str,
    controls: &'static str,
    timeline: &'static str,
    empty: &'static str,
    dialog: &'static str,
    primary: &'static str,
    secondary: &'static str,
    quiet: &'static str,
    risk: &'static str,
    disabled: &'static str,
    busy: &'static str,
}

const WORDS: Words = Words {
    parent: "Il mio ruolo",
    title: "Errori, stati vuoti, moduli",
    lead: "Foglio di riferimento: stessi modelli in ogni pagina della console",
    due: "termine mercoledì 18/03/2026",
    form: "Errori di un modulo",
    steps: "Passi",
    notes: "Avvisi",
    controls: "Controlli e attesa",
    timeline: "Cronologia",
    empty: "Vuoto: nessun risultato",
    dialog: "Apri la finestra",
    primary: "Principale",
    secondary: "Secondario",
    quiet: "Discreto",
    risk: "Cessa la fornitura",
    disabled: "Non disponibile",
    busy: "Invio…",
};

#[derive(Debug, Template)]
#[template(path = "samples/components.html")]
struct Sheet<'a> {
    t: &'a Texts,
    frame: Frame,
    words: Words,
    case_clock: CaseClock,
    faults: ErrorSummary,
    fields: Vec<Field>,
    steps: Vec<Step>,
    notes: Vec<Note>,
    risks: Vec<Risk>,
    days: Vec<Day>,
    empty: Empty,
}

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let mut found = Vec::new();
    for (name, view) in [
        ("components", held(ClockState::Soon, [4, 6, 11, 5], 20)),
        ("components-late", Some(ClockView::running(ClockState::Late, TimeUnit::MonSatDay, 12, 10))),
        ("components-today", Some(ClockView::running(ClockState::Today, TimeUnit::WorkingDay, 5, 5))),
        ("components-hold", held(ClockState::Hold, [6, 4, 0, 14], 20)),
        ("components-new", Some(ClockView::running(ClockState::InTime, TimeUnit::CalendarDay, 0, 90))),
    ] {
        if let Some(view) = view {
            found.push(Sample::page(name, &sheet(t, view, name == "components"))?);
        }
    }
    Ok(found)
}

fn sheet(t: &Texts, view: ClockView, full: bool) -> Sheet<'_> {
    let fields = fields();
    let mut frame = frame(t, WORDS.title.into(), None, Vec::new());
    frame.rail = true;
    frame.toast = Some(Toast {
        text: "3 richieste assegnate a Davide Orlandi".into(),
        icon: "ok",
        undo: Some("/richieste/azioni".into()),
    });
    Sheet {
        t,
        frame,
        words: WORDS,
        case_clock: clock(view, full),
        faults: if full { ErrorSummary::of(&fields) } else { ErrorSummary::default() },
        fields,
        steps: steps(),
        notes: notes(),
        risks: vec![
            Risk::InTime,
            Risk::Soon { left: 2, unit: TimeUnit::WorkingDay },
            Risk::Today,
            Risk::Late,
            Risk::Hold,
            Risk::Internal,
        ],
        days: days(),
        empty: Empty {
            icon: "filter",
            title: "Nessuna richiesta con questi 3 filtri".into(),
            text: "Senza il filtro Servizio: GPL ce ne sono 14.".into(),
            link: Some(Link::new("Togli il filtro GPL", "/richieste")),
            main: false,
        },
    }
}

fn clock(view: ClockView, full: bool) -> CaseClock {
    let mark =
        |day, month, label: &str, at| ClockDate { date: date(2026, month, day), label: label.into(), at };
    let step =
        |day, month, cents| ClockStep { from: date(2026, month, day), amount: Money::from_cents(cents) };
    CaseClock {
        view,
        start: date(2026, 2, 10),
        today: TODAY,
        limit: Some(date(2026, 3, 18)),
        forecast: full.then(|| (date(2026, 3, 17), 25)),
        dates: if full {
            vec![
                mark(10, 2, "richiesta", 0),
                mark(16, 2, "integrazione chiesta", 4),
                mark(24, 2, "ricevuta", 10),
                mark(9, 3, "sopralluogo", 19),
            ]
        } else {
            vec![mark(10, 2, "richiesta", 0)]
        },
        steps: vec![step(19, 3, 3000), step(17, 4, 6000), step(18, 5, 9000)],
        ended: ClockEnd::No,
    }
}

fn fields() -> Vec<Field> {
    let choices = ["Locazione registrata", "Proprietà"]
        .map(|label| Choice { value: label.to_lowercase(), label: label.into() })
        .to_vec();
    vec![
        Field::code("cf", "Codice fiscale")
            .value("MRCLNE84L54F257T")
            .bad("L’ultimo carattere dovrebbe essere S"),
        Field::new(FieldKind::Email, "mail", "E-mail")
            .value("elena.marchetti@example.org")
            .good("Indirizzo raggiungibile"),
        Field::new(FieldKind::Date, "data", "Data della lettura")
            .value("20/02/2026")
            .bad("Dopo il 28/02/2026 e non oltre oggi"),
        Field::new(FieldKind::Digits, "lettura", "Lettura")
            .value("1.248")
            .unit("m³")
            .bad("Almeno 1.284. Cifre scambiate?"),
        Field::code("pod", "POD").value("IT999E48217365").warn("C’è già una pratica aperta su questo punto"),
        Field::text("nota", "Nota").optional().hint("La legge anche il tecnico"),
        Field::select("titolo", "Titolo sull’immobile", choices).value("proprietà"),
        Field::new(FieldKind::Lines, "motivo", "Motivo").value("Testo con <segni> & \"virgolette\""),
    ]
}

fn steps() -> Vec<Step> {
    let step = |label: &str, note: &str, code, state, href: Option<&str>| Step {
        label: label.into(),
        note: note.into(),
        code,
        state,
        href: href.map(Into::into),
    };
    vec![
        step("Fornitura", "IT999E00317482", true, StepState::Done, Some("/voltura")),
        step("Nuovo intestatario", "anagrafica trovata", false, StepState::Now, Some("/voltura")),
        step("Lettura", "manca la fascia F3", false, StepState::Missing, Some("/voltura")),
        step("Conferma", "4 documenti", false, StepState::ToCome, None),
    ]
}

fn notes() -> Vec<Note> {
    let note = |kind, lead: &str, text: &str, link| Note { kind, lead: lead.into(), text: text.into(), link };
    vec![
        note(NoteKind::Info, "Informazione.", "Il distributore risponde di solito entro 2 giorni.", None),
        note(NoteKind::Done, "Fatto.", "Voltura confermata, contratto C-310901.", None),
        note(
            NoteKind::Attention,
            "Attenzione.",
            "Davide Orlandi ha modificato questa pratica 2 minuti fa.",
            Some(Link::new("Vedi le differenze", "/richieste")),
        ),
        note(
            NoteKind::Error,
            "Errore.",
            "Il sistema di fatturazione non risponde: l’invio riparte da solo alle 10:30.",
            None,
        ),
    ]
}

fn days() -> Vec<Day> {
    let event = |icon, title: &str, d, h, m, text: &str, by: &str| Event {
        timed: true,
        icon,
        title: title.into(),
        at: date(2026, 3, d).at(h, m, 0, 0),
        link: (icon == "file").then(|| Link::new("Consenso del condominio (PDF)", "/richieste")),
        text: text.into(),
        by: by.into(),
    };
    vec![
        Day {
            date: TODAY,
            events: vec![event(
                "phone",
                "Chiamata in entrata",
                11,
                10,
                12,
                "Chiede quando arriva il preventivo. Risposto: entro il 18/03.",
                "S. Conti, call centre",
            )],
        },
        Day {
            date: date(2026, 3, 9),
            events: vec![
                event(
                    "wrench",
                    "Sopralluogo eseguito",
                    9,
                    11,
                    40,
                    "Nella fascia 9:00–12:00.",
                    "L. Ferrari, tecnico",
                ),
                event("file", "Documento ricevuto", 9, 10, 2, "riparte l’orologio di PM1.", ""),
            ],
        },
    ]
}
