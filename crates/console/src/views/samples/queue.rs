//! The queue: a full list with a selection, and a filter that leaves nothing.

use jiff::civil::date;
use routes::console::{CaseList, CaseListFile, CaseListQuery};
use routes::{Query, Route};
use texts::{Texts, TimeUnit};
use web::layout::{
    Area, Chip, Choice, ClockState, ClockView, Empty, Field, FieldKind, KeyHint, Link, Risk, Tab, day_month,
};

use super::home::held;
use super::{Sample, case, frame};
use crate::views::{
    queue::{Assignee, More, QueueActs, QueuePage, QueueRow, QueueRows, all_acts, columns},
    queue_columns::QueueColumn,
};

const DAY: TimeUnit = TimeUnit::WorkingDay;

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let empty = page(t, Vec::new(), 0);
    Ok(vec![
        Sample::page("queue", &page(t, rows(t), 16))?,
        Sample::page("queue-empty", &empty)?,
        Sample::part("queue-rows", &part(t, rows(t), 16))?,
        Sample::part("queue-acts", &acts(t))?,
    ])
}

fn query() -> CaseListQuery {
    CaseListQuery {
        view: Some("in-scadenza-acqua".into()),
        sector: Some("water".into()),
        risk: Some("late,today,soon,hold".into()),
        state: Some("started,admissible".into()),
        ..CaseListQuery::default()
    }
}

fn page<'a>(t: &'a Texts, rows: Vec<QueueRow>, total: u32) -> QueuePage<'a> {
    let keys = vec![
        KeyHint::new("J K", t.queue_key_scroll()),
        KeyHint::new("X", t.queue_key_select()),
        KeyHint::new(format!("{} X", t.layout_key_shift()), t.queue_key_until()),
        KeyHint::new("F", t.queue_key_filter()),
        KeyHint::new("A", t.queue_key_assign()),
    ];
    let here = CaseList::new().with(&query());
    let mut frame = frame(t, t.queue_title(), Some(Area::Cases), keys);
    frame.status = String::new();
    frame.here = here;
    let pairs: Vec<String> = query().pairs().iter().map(|(name, value)| format!("{name}={value}")).collect();
    QueuePage {
        t,
        frame,
        order: String::new(),
        export: CaseListFile::new().with(&query()),
        views: views(t),
        view: query().view,
        chips: chips(t),
        cleared: CaseList::new().with(&CaseListQuery { view: query().view, ..CaseListQuery::default() }),
        update_view: query().view,
        may_take: true,
        may_import: true,
        remove_view: query().view,
        filters_now: pairs.join("&"),
        fields: fields(t),
        view_name: Field::text("nome", t.queue_view_name()),
        columns: None,
        choosable: QueueColumn::ALL.into_iter().map(|column| (column, column.label(t), true)).collect(),
        rows: part(t, rows, total),
        acts: acts(t),
    }
}

fn part<'a>(t: &'a Texts, rows: Vec<QueueRow>, total: u32) -> QueueRows<'a> {
    let next = CaseListQuery { after: Some("s15".into()), ..query() };
    QueueRows {
        t,
        oob: false,
        view: "In scadenza, acqua".into(),
        columns: columns(t, &query()),
        shown: QueueColumn::shown(&query()),
        rows,
        from: 1,
        total,
        more: Some(More::of(&next)),
        empty: Empty {
            icon: "filter",
            title: t.queue_empty_filters(3),
            text: t.queue_empty_without(t.queue_by_sector(), t.words_sector_lpg(), 14),
            link: Some(Link::new(t.queue_empty_drop(t.words_sector_lpg()), CaseList::new().url())),
            main: false,
        },
    }
}

fn acts(t: &Texts) -> QueueActs<'_> {
    QueueActs { t, oob: false, acts: all_acts(t), asks: Vec::new() }
}

fn views(t: &Texts) -> Vec<Tab> {
    let view = |label: String, code: &str, count| Tab {
        label,
        href: CaseList::new().with(&CaseListQuery { view: Some(code.into()), ..CaseListQuery::default() }),
        count: Some(count),
        current: code == "in-scadenza-acqua",
    };
    vec![
        view(t.queue_view_mine(), "mie", 11),
        view(t.queue_view_free(), "libere", 14),
        view("In scadenza, acqua".into(), "in-scadenza-acqua", 16),
        view(t.queue_view_held(), "sospese", 12),
        view(t.queue_view_complaints(), "reclami", 8),
        view(t.queue_view_portal(), "portale", 17),
        view(t.queue_view_all(), "tutte", 95),
    ]
}

fn chips(t: &Texts) -> Vec<Chip> {
    let chip = |field: String, value: String, without: CaseListQuery| Chip {
        field,
        value,
        without: CaseList::new().with(&without),
    };
    vec![
        chip(t.queue_by_sector(), t.words_sector_water(), CaseListQuery { sector: None, ..query() }),
        chip(t.queue_by_risk(), "entro 7 gg lav. o sospesa".into(), CaseListQuery { risk: None, ..query() }),
        chip(t.queue_by_state(), "avviata, ammissibile".into(), CaseListQuery { state: None, ..query() }),
    ]
}

fn fields(t: &Texts) -> Vec<Field> {
    let choice = |value: &str, label: String| Choice { value: value.into(), label };
    let any = || choice("", t.queue_any());
    vec![
        Field::select(
            "settore",
            t.queue_by_sector(),
            vec![any(), choice("water", t.words_sector_water()), choice("gas", t.words_sector_gas())],
        )
        .value("water")
        .focus(),
        Field::select("rischio", t.queue_by_risk(), vec![any(), choice("late", t.components_risk_late())]),
        Field::text("procedura", t.queue_by_procedure()),
        Field::text("assegnata", t.queue_by_assignee()),
        Field::new(FieldKind::Date, "dal", t.queue_by_from()),
        Field::new(FieldKind::Date, "al", t.queue_by_to()),
    ]
}

fn row(
    n: u8,
    (risk, clock): (Risk, Option<ClockView>),
    (due, due_note): (&str, &str),
    (code, procedure, number): (&str, &str, &str),
    (customer, step, assignee): (&str, &str, &str),
) -> QueueRow {
    QueueRow {
        id: case(n),
        risk,
        clock,
        due: due.into(),
        due_note: due_note.into(),
        code: code.into(),
        procedure: procedure.into(),
        number: number.into(),
        customer: customer.into(),
        service: "Acqua".into(),
        point: String::new(),
        step: step.into(),
        state: ("go", "avviata".into()),
        opened: "10/03/2026".into(),
        origin: "sportello".into(),
        assignee: assignee
            .split_once(' ')
            .map(|(initials, name)| Assignee { initials: initials.into(), name: name.into() }),
        selected: assignee.is_empty(),
        cursor: n == 6,
    }
}

#[rustfmt::skip] // a table reads by its rows
fn rows(t: &Texts) -> Vec<QueueRow> {
    let due = |d: i8| day_month(t, date(2026, 3, d));
    let near = |d: i8| t.weekday(date(2026, 3, d)).chars().take(3).collect::<String>();
    let run = |state, elapsed, level| Some(ClockView::running(state, DAY, elapsed, level));
    let soon = |left, clock| (Risk::Soon { left, unit: DAY }, clock);
    let today = t.components_day_today().to_lowercase();
    let late = Some(ClockView::running(ClockState::Late, TimeUnit::MonSatDay, 3, 2));
    let (mb, dor, gr) = ("MB M. Bellini", "DO D. Orlandi", "GR G. Righi");
    vec![
        row(1, (Risk::Late, late), (&due(10), "da 1 g"), ("R01", "Riattivazione dopo morosità", "2026-01204"), ("Ferraguti Nadia", "Registrare l’esecuzione", mb)),
        row(2, (Risk::Today, run(ClockState::Today, 5, 5)), (&due(11), &today), ("VOL", "Voltura immediata", "2026-01221"), ("Bar Centrale di Lodi R.", "Registrare la lettura", mb)),
        row(3, (Risk::Today, run(ClockState::Today, 7, 7)), (&due(11), &today), ("D01", "Disattivazione fornitura", "2026-01169"), ("Zini Corrado", "Assegnare il tecnico", "")),
        row(4, (Risk::Today, run(ClockState::Today, 10, 10)), (&due(11), &today), ("V02", "Verifica pressione", "2026-01071"), ("Hotel La Fonte S.r.l.", "Inviare l’esito", dor)),
        row(5, soon(1, run(ClockState::Soon, 9, 10)), (&due(12), &near(12)), ("V01", "Verifica misuratore", "2026-01098"), ("Condominio Le Querce", "Inviare l’esito", mb)),
        row(6, soon(1, run(ClockState::Soon, 4, 5)), (&due(12), &near(12)), ("VOL", "Voltura immediata", "2026-01227"), ("Guidetti Franco", "Verificare la lettura", "")),
        row(7, soon(2, run(ClockState::Soon, 3, 5)), (&due(13), &near(13)), ("A01", "Attivazione per subentro", "2026-01230"), ("Sighinolfi Anna", "Fissare l’appuntamento", mb)),
        row(8, soon(2, run(ClockState::Soon, 28, 30)), (&due(13), &near(13)), ("REC", "Reclamo scritto", "2026-00714"), ("Palazzi Ornella", "Scrivere la risposta", dor)),
        row(9, soon(3, held(ClockState::Soon, [9, 3, 8, 3], 20)), (&due(16), &near(16)), ("PN1", "Preventivo nuovo impianto", "2026-01022"), ("Edil Pioppa S.r.l.", "Redigere il preventivo", gr)),
        row(10, soon(4, run(ClockState::Soon, 6, 10)), (&due(17), &near(17)), ("E01", "Esecuzione lavori semplici", "2026-01115"), ("Costa Emanuela", "Confermare la squadra", gr)),
        row(11, soon(5, held(ClockState::Soon, [4, 6, 11, 5], 20)), (&due(18), &near(18)), ("PM1", "Preventivo modifica impianto", "2026-01187"), ("Marchetti Elena", "Redigere il preventivo", mb)),
        row(12, (Risk::InTime, run(ClockState::InTime, 4, 10)), (&due(19), &near(19)), ("V01", "Verifica misuratore", "2026-01212"), ("Panificio Sala S.n.c.", "Fissare l’appuntamento", "")),
        row(13, (Risk::InTime, run(ClockState::InTime, 3, 10)), (&due(20), &near(20)), ("M01", "Messa a disposizione dati", "2026-01236"), ("Studio Tecnico Neri", "Raccogliere i dati", "LF L. Ferrari")),
        row(14, (Risk::Hold, held(ClockState::Hold, [6, 4, 0, 14], 20)), ("", "attesa cliente"), ("PN1", "Preventivo nuovo impianto", "2026-01140"), ("Immobiliare Aurora S.r.l.", "Ricevere la planimetria", mb)),
        row(15, (Risk::Hold, held(ClockState::Hold, [8, 7, 0, 22], 30)), ("", "attesa Comune"), ("E01", "Esecuzione lavori complessi", "2026-00980"), ("Cantina San Rocco", "Permesso di scavo", gr)),
    ]
}
