//! The role centre: a full morning, and a first day with nothing to do.

use jiff::civil::{Time, date, time};
use kernel::Sector;
use routes::Route;
use routes::console::{CaseList, CaseShow, ContractList, OpportunityList};
use texts::{Texts, TimeUnit};
use web::layout::{Area, ClockState, ClockView, Empty, KeyHint, Link, Risk, Segment, SegmentKind, day_month};

use super::{Sample, case, frame};
use crate::views::home::{
    Cue, CueGroup, CueTone, HomeAppointments, HomeCues, HomePage, HomeQueue, HomeWork, Slot, WorkRow, quick,
    who_field,
};

const DAY: TimeUnit = TimeUnit::WorkingDay;

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    Ok(vec![
        Sample::page("home", &page(t, true))?,
        Sample::page("home-empty", &page(t, false))?,
        Sample::part("home-cues", &cues(t, true))?,
        Sample::part("home-work", &work(t, rows(t)))?,
        Sample::part("home-queue", &queue(t))?,
        Sample::part("home-appointments", &appointments(t, slots(t)))?,
    ])
}

fn page(t: &Texts, busy: bool) -> HomePage<'_> {
    let keys = vec![
        KeyHint::new("J K", t.home_key_scroll()),
        KeyHint::new(t.layout_key_enter(), t.home_key_open()),
        KeyHint::new("N", t.home_key_new()),
        KeyHint::new("F9", t.home_key_call()),
    ];
    HomePage {
        t,
        frame: frame(t, t.home_title(), Some(Area::Home), keys),
        first_name: "Marta".into(),
        at_risk: if busy { 3 } else { 0 },
        accrued: u32::from(busy),
        cues: cues(t, busy),
        work: work(t, if busy { rows(t) } else { Vec::new() }),
        who: who_field(t),
        quick: quick(
            t,
            [
                ('1', "Lettura".to_owned(), "LET".to_owned(), true),
                ('3', "Voltura".to_owned(), "VOL".to_owned(), true),
                ('5', "Reclamo".to_owned(), "REC".to_owned(), true),
                ('6', "Preventivo".to_owned(), "PM1".to_owned(), false),
                ('7', "Rateizzazione".to_owned(), "RAT".to_owned(), true),
            ],
            true,
            true,
        ),
        queue: busy.then(|| queue(t)),
        appointments: appointments(t, if busy { slots(t) } else { Vec::new() }),
    }
}

fn cues(t: &Texts, busy: bool) -> HomeCues<'_> {
    let cue = |count: u64, label: String, why: String, tone, href: &str| Cue {
        count: if busy { count } else { 0 },
        label,
        why: if busy { why } else { t.home_why_none() },
        tone: if busy { tone } else { CueTone::Quiet },
        href: href.to_owned(),
    };
    let (cases, offers, contracts) =
        (CaseList::new().url(), OpportunityList::new().url(), ContractList::new().url());
    let quiet = CueTone::Quiet;
    let no_contract = |cue: Cue| {
        if busy { cue } else { Cue { why: t.home_why_no_contract(), ..cue } }
    };
    HomeCues {
        t,
        oob: false,
        groups: vec![
            CueGroup {
                label: t.home_cues_cases(),
                all: Link::new(t.home_all(), &cases),
                cues: vec![
                    cue(58, t.home_cue_started(), t.home_why_at_risk(3), CueTone::Late, &cases),
                    cue(20, t.home_cue_admissible(), t.home_why_to_start(), quiet, &cases),
                    cue(17, t.home_cue_from_contacts(), t.home_why_at_risk(2), CueTone::Soon, &cases),
                    cue(0, t.home_cue_internal(), t.home_why_none(), quiet, &cases),
                    cue(27, t.home_cue_fulfilled(), t.home_why_last_days(7), quiet, &cases),
                ],
            },
            CueGroup {
                label: t.home_cues_offers(),
                all: Link::new(t.home_all(), &offers),
                cues: vec![
                    cue(39, t.home_cue_entered(), t.home_why_to_send(), quiet, &offers),
                    cue(0, t.home_cue_sent(), t.home_why_none(), quiet, &offers),
                    cue(0, t.home_cue_held(), t.home_why_none(), quiet, &offers),
                ],
            },
            CueGroup {
                label: t.home_cues_contracts(),
                all: Link::new(t.home_all_contracts(), &contracts),
                cues: vec![
                    no_contract(cue(7412, t.home_cue_active(), t.home_why_today(12), quiet, &contracts)),
                    no_contract(cue(65, t.home_cue_suspended(), t.home_why_arrears(41), quiet, &contracts)),
                    no_contract(cue(7, t.home_cue_requested(), t.home_why_to_activate(), quiet, &contracts)),
                ],
            },
        ],
    }
}

fn work<'a>(t: &'a Texts, rows: Vec<WorkRow>) -> HomeWork<'a> {
    HomeWork {
        t,
        oob: false,
        total: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        list: CaseList::new().url(),
        may_take: true,
        rows,
        empty: Empty {
            icon: "ok",
            title: t.home_work_empty(),
            text: t.home_work_empty_text(),
            link: Some(Link::new(t.home_work_take(), CaseList::new().url())),
            main: false,
        },
    }
}

fn row(
    n: u8,
    risk: Risk,
    due: (&str, &str),
    clock: Option<ClockView>,
    (procedure, code, number): (&str, &str, &str),
    (customer, sector, supply): (&str, Sector, &str),
    (step, step_note): (&str, &str),
) -> WorkRow {
    WorkRow {
        risk,
        due: due.0.into(),
        due_note: due.1.into(),
        clock,
        href: CaseShow::new(case(n)).url(),
        why: format!("{}#p-orologio", CaseShow::new(case(n)).url()),
        procedure: procedure.into(),
        code: code.into(),
        number: number.into(),
        customer: customer.into(),
        sector: Some(sector),
        supply: supply.into(),
        supply_is_code: supply.starts_with("0999"),
        step: step.into(),
        step_note: step_note.into(),
    }
}

fn clock(state: ClockState, elapsed: u32, level: u32) -> Option<ClockView> {
    Some(ClockView::running(state, DAY, elapsed, level))
}

/// A clock that stood still: elapsed, suspended, elapsed again, remaining.
pub(super) fn held(state: ClockState, parts: [u32; 4], level: u32) -> Option<ClockView> {
    let kinds = [SegmentKind::Elapsed, SegmentKind::Suspended, SegmentKind::Elapsed, SegmentKind::Remaining];
    let segments = kinds
        .into_iter()
        .zip(parts)
        .filter(|(_, length)| *length > 0)
        .map(|(kind, length)| Segment { kind, length })
        .collect();
    Some(ClockView { state, unit: DAY, level, segments })
}

#[rustfmt::skip] // a table reads by its rows
fn rows(t: &Texts) -> Vec<WorkRow> {
    use Sector::{Gas, Water};
    let day = |d: i8| day_month(t, date(2026, 3, d));
    let name = |d: i8| t.weekday(date(2026, 3, d));
    let late = ClockView::running(ClockState::Late, TimeUnit::MonSatDay, 3, 2);
    let soon = |left| Risk::Soon { left, unit: DAY };
    let today = t.components_day_today().to_lowercase();
    let (d10, d11, d12, d13, d18, d24, d30) = (day(10), day(11), day(12), day(13), day(18), day(24), day(30));
    vec![
        row(1, Risk::Late, (&d10, "da 1 g"), Some(late), ("Riattivazione dopo morosità", "R01", "2026-01204"), ("Ferraguti Nadia", Water, "PA 0038110, via Po 6"), ("Registrare l’esecuzione", "indennizzo 30,00 € maturato")),
        row(2, Risk::Today, (&d11, &today), clock(ClockState::Today, 5, 5), ("Voltura immediata", "VOL", "2026-01221"), ("Bar Centrale di Lodi R.", Water, "PA 0041977, p.zza Roma 2"), ("Registrare la lettura", "arrivata ieri per e-mail")),
        row(3, Risk::Today, (&d11, &today), clock(ClockState::Today, 7, 7), ("Disattivazione fornitura", "D01", "2026-01169"), ("Zini Corrado", Water, "PA 0029034, via Albero 19"), ("Assegnare il tecnico", "2 posti liberi dopo le 14")),
        row(4, soon(1), (&d12, &name(12)), clock(ClockState::Soon, 9, 10), ("Verifica misuratore", "V01", "2026-01098"), ("Condominio Le Querce", Water, "PA 0017455, via Secchia 40"), ("Inviare l’esito al cliente", "verbale caricato dal tecnico")),
        row(5, soon(2), (&d13, &name(13)), clock(ClockState::Soon, 8, 10), ("Attivazione per subentro", "A01", "2026-01230"), ("Benatti Chiara", Gas, "09990012030418"), ("Fissare l’appuntamento", "fascia proposta 9:00–12:00")),
        row(6, soon(5), (&d18, &name(18)), held(ClockState::Soon, [4, 6, 11, 5], 20), ("Preventivo modifica impianto", "PM1", "2026-01187"), ("Marchetti Elena", Water, "PA 0048217, via dei Tigli 14"), ("Redigere il preventivo", "sopralluogo fatto il 09/03")),
        row(7, Risk::InTime, (&d24, &t.span(9, DAY)), clock(ClockState::InTime, 21, 30), ("Reclamo scritto", "REC", "2026-00931"), ("Marchetti Elena", Water, "PA 0048217, via dei Tigli 14"), ("Scrivere la risposta", "dati di misura ricevuti")),
        row(8, Risk::InTime, (&d30, &t.span(13, DAY)), clock(ClockState::InTime, 47, 60), ("Rettifica di fatturazione", "RIC", "2026-00388"), ("Forno Pioppa S.n.c.", Water, "PA 0035512, via Pioppa 9"), ("Ricalcolare e ristampare", "lettura rettificata il 06/03")),
        row(9, Risk::Hold, ("", "attesa cliente"), held(ClockState::Hold, [6, 4, 0, 14], 20), ("Preventivo nuovo impianto", "PN1", "2026-01140"), ("Immobiliare Aurora S.r.l.", Water, "via della Fornace, lotto 7"), ("Ricevere la planimetria", "sollecito previsto il 12/03")),
        row(10, Risk::Internal, (&day(16), &name(16)), None, ("Richiesta di rateizzazione", "RAT", "2026-01242"), ("Gozzi Luisa", Gas, "09990012018863"), ("Proporre il piano", "412,60 € in 6 rate")),
        row(11, Risk::Internal, (&d18, &name(18)), None, ("Variazione mortis causa", "ANA", "2026-01233"), ("Eredi Malagoli Vittorio", Water, "PA 0009312, via Panaro 3"), ("Leggere 2 documenti", "autocertificazione degli eredi")),
    ]
}

fn queue(t: &Texts) -> HomeQueue<'_> {
    HomeQueue { t, oob: false, waiting: 4, next: Some("A047".into()), minutes: 11, standard: Some(20) }
}

fn appointments<'a>(t: &'a Texts, slots: Vec<Slot>) -> HomeAppointments<'a> {
    HomeAppointments {
        t,
        oob: false,
        slots,
        empty: Empty {
            icon: "calendar",
            title: t.home_appointments_none(),
            text: t.home_appointments_none_text(),
            link: None,
            main: false,
        },
    }
}

fn slots(t: &Texts) -> Vec<Slot> {
    let slot = |at: Time, what: &str, note: String, detail: &str, done| Slot {
        at,
        what: what.into(),
        number: String::new(),
        note,
        detail: detail.into(),
        done,
        href: None,
    };
    vec![
        slot(time(9, 15, 0, 0), "Studio Benatti, richiamata", t.home_appointment_done(), "", true),
        slot(
            time(10, 30, 0, 0),
            "Verifica misuratore",
            t.home_appointment_in(6),
            "via Secchia 40, L. Ferrari, 9:00–12:00",
            false,
        ),
        slot(
            time(11, 15, 0, 0),
            "Gozzi Luisa allo sportello",
            "RAT".into(),
            "piano di rientro, porta la carta d’identità",
            false,
        ),
        slot(
            time(14, 0, 0, 0),
            "Sopralluogo nuovo impianto",
            "PN1".into(),
            "via della Fornace 27, D. Rossi, 14:00–17:00",
            false,
        ),
        slot(time(16, 0, 0, 0), "Chiusura cassa 3", "INC".into(), "", false),
    ]
}
