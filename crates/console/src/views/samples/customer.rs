//! The customer: every tab, full and empty; a company with a long name; the contact form with an error; the list.

mod records;

use jiff::civil::date;
use kernel::{Money, Sector, SupplyPointId};
use routes::Route;
use routes::console::{
    CaseNew, CaseShow, CaseStart, CustomerList, CustomerListQuery, CustomerPart, CustomerShow,
};
use texts::{Texts, TimeUnit};
use web::layout::{
    Area, ClockState, ClockView, Day, Empty, ErrorSummary, Event, Field, KeyHint, Link, Note, NoteKind, Risk,
    Tab,
};

use super::{Sample, TODAY, bill_id, bytes, case, frame, home::held, party};
use crate::views::customer::{
    BalanceView, BillRow, BillsTab, Body, CaseRow, CasesTab, ContactForm, ContactPage, ContractRow,
    ContractsTab, CustomerCases, CustomerHead, CustomerListPage, CustomerPage, CustomerRegistry, CustomerRow,
    CustomerSupplies, CustomerTimeline, May, MeterReadings, Overview, PaperRow, PapersTab, ReadingRow,
    ReadingsTab, Record, SuppliesTab, SupplyName, SupplyRow, TimelineChip, UsageBar, UsageChart, acts,
    tab_url, tabs,
};
use records::{bills, contract_rows, papers, readings};
pub(super) use records::{chart, reading_rows};

const COUNTS: [Option<u32>; 7] = [None, Some(4), Some(4), Some(31), Some(9), Some(22), None];

/// The id of a sample supply point.
pub(super) const fn point(number: u8) -> SupplyPointId {
    SupplyPointId::from_bytes(bytes(number))
}

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let contact_error = {
        let mut form = ContactForm::new(t, party(1), "call_in", "", "");
        form.subject = form.subject.bad(t.customer_contact_subject_missing());
        form.errors = ErrorSummary::of([&form.subject]);
        ContactPage {
            t,
            frame: keyed(t, t.customer_contact_title()),
            id: party(1),
            name: "Marchetti Elena".into(),
            form,
        }
    };
    Ok(vec![
        Sample::page("customer", &page(t, 0, Body::Overview(Box::new(overview(t)))))?,
        Sample::page("customer-new", &newcomer(t))?,
        Sample::page(
            "customer-supplies",
            &page(t, 1, Body::Supplies(SuppliesTab { t, rows: supply_rows(t, true), empty: none(t) })),
        )?,
        Sample::page(
            "customer-contracts",
            &page(t, 2, Body::Contracts(ContractsTab { t, rows: contract_rows(t), empty: none(t) })),
        )?,
        Sample::page("customer-bills", &page(t, 3, Body::Bills(bills(t))))?,
        Sample::page(
            "customer-cases",
            &page(
                t,
                4,
                Body::Cases(CasesTab {
                    t,
                    new: CaseNew::new().url(),
                    rows: case_rows(t, true),
                    empty: none(t),
                }),
            ),
        )?,
        Sample::page(
            "customer-papers",
            &page(t, 5, Body::Papers(PapersTab { t, rows: papers(t), empty: none(t) })),
        )?,
        Sample::page("customer-readings", &page(t, 6, Body::Readings(Box::new(readings(t)))))?,
        Sample::page("customer-contact", &contact_error)?,
        Sample::page("customers", &list(t, list_rows()))?,
        Sample::page("customers-empty", &list(t, Vec::new()))?,
        Sample::part("customer-head", &head(t))?,
        Sample::part("customer-timeline", &timeline(t, days(t)))?,
    ])
}

fn keyed(t: &Texts, title: String) -> web::layout::Frame {
    let keys = vec![
        KeyHint::new("1 … 0", t.customer_key_acts()),
        KeyHint::new(format!("{} 1 … 7", t.layout_key_shift()), t.customer_key_tabs()),
        KeyHint::new("C", t.customer_key_contact()),
        KeyHint::new("Esc", t.customer_key_back()),
    ];
    frame(t, title, Some(Area::Customers), keys)
}

fn none(t: &Texts) -> Empty {
    Empty {
        icon: "drop",
        title: t.customer_supplies_none(),
        text: t.customer_supplies_none_text(),
        link: None,
        main: false,
    }
}

/// Whoever may do all there is.
const EVERYTHING: May = May { contracts: true, bills: true, till: true, begin: true, write: true };

fn page<'a>(t: &'a Texts, tab: usize, body: Body<'a>) -> CustomerPage<'a> {
    CustomerPage {
        t,
        frame: keyed(t, t.customer_page_title("Marchetti Elena", "48213")),
        id: party(1),
        head: head(t),
        on: Some(SupplyName { sector: Sector::Water, label: t.words_sector_water() }),
        acts: acts(
            t,
            party(1),
            Some(point(1)),
            [
                ('3', "Voltura".to_owned(), "VOL".to_owned()),
                ('5', "Reclamo".to_owned(), "REC".to_owned()),
                ('6', "Preventivo".to_owned(), "PM1".to_owned()),
                ('7', "Rateizza".to_owned(), "RAT".to_owned()),
                ('8', "Domiciliazione".to_owned(), "DOM".to_owned()),
                ('9', "Anagrafica".to_owned(), "ANA".to_owned()),
            ],
            &EVERYTHING,
        ),
        writes: true,
        kept: vec![("cliente".to_owned(), party(1).to_string())],
        tabs: tabs(
            t,
            party(1),
            Some(point(1)),
            crate::views::customer::TABS.get(tab).copied().unwrap_or_default(),
            COUNTS,
            &[],
        ),
        body,
        contact: ContactForm::new(t, party(1), "call_in", "", ""),
    }
}

/// A company without anything yet, with a name that is far too long.
fn newcomer(t: &Texts) -> CustomerPage<'_> {
    let name = "Consorzio Irriguo e di Miglioramento Fondiario delle Valli del Panaro e del Secchia, società cooperativa agricola a responsabilità limitata";
    let empty = Overview {
        t,
        note: None,
        registry: CustomerRegistry {
            t,
            oob: false,
            edit: None,
            party: party(1),
            residence: Vec::new(),
            company: true,
            mailing: Vec::new(),
            contacts: Vec::new(),
            delivery: String::new(),
            payment: String::new(),
            iban: String::new(),
        },
        supplies: CustomerSupplies { t, oob: false, rows: Vec::new(), ended: None, empty: none(t) },
        cases: CustomerCases {
            t,
            oob: false,
            new: CaseNew::new().url(),
            rows: Vec::new(),
            empty: Empty {
                icon: "inbox",
                title: t.customer_cases_none(),
                text: t.customer_cases_none_text(),
                link: Some(Link::new(t.customer_cases_start(), CaseNew::new().url())),
                main: false,
            },
        },
        timeline: timeline(t, Vec::new()),
    };
    let mut page = page(t, 0, Body::Overview(Box::new(empty)));
    page.on = None;
    page.head = CustomerHead {
        name: name.into(),
        number: "51007".into(),
        state: ("", t.customer_without_contract()),
        code: "03821470369".into(),
        copy: t.customer_copy_vat(),
        born: String::new(),
        verified: String::new(),
        balance: Some(BalanceView {
            open: Money::ZERO,
            what: String::new(),
            due: String::new(),
            late: false,
            till: true,
            href: tab_url(party(1), "bollette", None),
        }),
        ..head(t)
    };
    let none = [None, Some(0), Some(0), Some(0), Some(0), Some(0), None];
    page.tabs = tabs(t, party(1), None, "panoramica", none, &[]);
    page
}

fn head(t: &Texts) -> CustomerHead<'_> {
    CustomerHead {
        t,
        oob: false,
        number: "48213".into(),
        name: "Marchetti Elena".into(),
        state: ("on", t.customer_active_since("2011")),
        code: "MRCLNE84L54F257S".into(),
        copy: t.customer_copy_tax_code(),
        born: t.customer_born_f("Modena", t.date(date(1984, 7, 14))),
        verified: t.customer_verified(t.date(date(2026, 2, 10))),
        balance: Some(BalanceView {
            open: Money::from_cents(6420),
            what: t.customer_bills_open(2),
            due: t.customer_first_due(t.date_near(date(2026, 3, 20), TODAY)),
            late: false,
            till: true,
            href: tab_url(party(1), "bollette", None),
        }),
    }
}

fn overview(t: &Texts) -> Overview<'_> {
    Overview {
        t,
        note: Some(Note {
            kind: NoteKind::Attention,
            lead: t.customer_note(),
            text: "Preferisce essere richiamata dopo le 17. Delega a Marchetti Sergio (padre) fino al 31/12/2026.".into(),
            link: None,
        }),
        registry: CustomerRegistry {
            t,
            oob: false,
            edit: Some(CaseStart::new("VAR").url()),
            party: party(1),
            residence: vec!["via dei Tigli 14".into(), "41099 Fontebruna (MO)".into()],
            company: false,
            mailing: Vec::new(),
            contacts: vec![
                (t.customer_mobile(), "333 555 0142".into(), "tel:3335550142".into()),
                (t.customer_phone(), "059 555 0187".into(), "tel:0595550187".into()),
                (t.customer_email(), "elena.marchetti@example.org".into(), "mailto:elena.marchetti@example.org".into()),
            ],
            delivery: t.customer_delivery_email(),
            payment: t.customer_pay_on(t.customer_pay_sdd(), "gas, energia elettrica"),
            iban: "IT95 **** 1737".into(),
        },
        supplies: CustomerSupplies {
            t,
            oob: false,
            rows: supply_rows(t, false),
            ended: Some((1, tab_url(party(1), "forniture", None))),
            empty: none(t),
        },
        cases: CustomerCases { t, oob: false, new: CaseNew::new().url(), rows: case_rows(t, false), empty: none(t) },
        timeline: timeline(t, days(t)),
    }
}

fn supply_rows(t: &Texts, all: bool) -> Vec<SupplyRow> {
    let row = |number: u8,
               sector,
               name: String,
               place: &str,
               code: &str,
               serial: &str,
               offer: &str,
               contract: &str| SupplyRow {
        sector,
        name,
        point: point(number),
        place: place.into(),
        code: code.into(),
        serial: serial.into(),
        offer: offer.into(),
        contract: contract.into(),
        state: ("on", t.customer_contract_active()),
        reading: String::new(),
        read_on: String::new(),
        balance: Some(Money::ZERO),
        balance_note: String::new(),
        old: false,
        current: false,
        choose: tab_url(party(1), "panoramica", Some(point(number))),
    };
    let water = SupplyRow {
        reading: t.quantity(1284, "m³"),
        read_on: t.date(date(2026, 1, 12)),
        balance: Some(Money::from_cents(6420)),
        balance_note: t.customer_due_from("20/03"),
        current: true,
        ..row(
            1,
            Sector::Water,
            t.words_sector_water(),
            "via dei Tigli 14",
            "PA 0048217",
            "AQ19-204417",
            "Domestico residente",
            "C-118204",
        )
    };
    let gas = SupplyRow {
        reading: t.quantity(5021, "Smc"),
        read_on: t.date(date(2026, 2, 28)),
        ..row(
            2,
            Sector::Gas,
            t.words_sector_gas(),
            "via Gelso 4, laboratorio",
            "09990012044177",
            "G16-7718830",
            "Fissa Impresa 24",
            "C-204511",
        )
    };
    let power = SupplyRow {
        reading: t.quantity(12440, "kWh"),
        read_on: t.date(date(2026, 3, 1)),
        ..row(
            3,
            Sector::Electricity,
            t.words_sector_electricity(),
            "via dei Tigli 14, 3 kW",
            "IT999E48217365",
            "E2-00931174",
            "Luce Casa bioraria",
            "C-204512",
        )
    };
    let mut rows = vec![water, gas, power];
    if all {
        rows.push(SupplyRow {
            state: ("", t.customer_contract_ended()),
            old: true,
            balance: None,
            ..row(
                4,
                Sector::Gas,
                t.words_sector_gas(),
                "via Mazzini 3",
                "09990012011208",
                "",
                "Tutela gas",
                "C-088123",
            )
        });
    }
    rows
}

fn case_rows(t: &Texts, all: bool) -> Vec<CaseRow> {
    const DAY: TimeUnit = TimeUnit::WorkingDay;
    let row = |number: u8, procedure: &str, code: &str, id: &str, step: &str, who: &str| CaseRow {
        href: CaseShow::new(case(number)).url(),
        why: format!("{}#p-orologio", CaseShow::new(case(number)).url()),
        procedure: procedure.into(),
        code: code.into(),
        number: id.into(),
        service: "acqua".into(),
        step: step.into(),
        who: who.into(),
        clock: None,
        clock_note: t.customer_clock_none(),
        due: String::new(),
        risk: Some(Risk::Internal),
        state: ("go", t.customer_case_started()),
        opened: t.date(date(2026, 2, 10)),
    };
    let mut rows = vec![
        CaseRow {
            clock: held(ClockState::Soon, [4, 6, 11, 5], 20),
            clock_note: t.customer_clock_of(15, t.span(20, DAY)),
            due: format!(
                "{}, {}",
                t.customer_clock_due("mercoledì 18/03"),
                t.customer_clock_held("6 giorni")
            ),
            risk: Some(Risk::Soon { left: 5, unit: DAY }),
            ..row(
                1,
                "Preventivo modifica impianto",
                "PM1",
                "2026-01187",
                "Redigere il preventivo",
                "Marta Bellini",
            )
        },
        CaseRow {
            clock: Some(ClockView::running(ClockState::InTime, DAY, 21, 30)),
            clock_note: t.customer_clock_of(21, t.span(30, DAY)),
            due: t.customer_clock_due("martedì 24/03"),
            risk: Some(Risk::InTime),
            ..row(2, "Reclamo scritto", "REC", "2026-00931", "Scrivere la risposta", "Davide Orlandi")
        },
        row(
            3,
            "Domiciliazione bancaria",
            "DOM",
            "2026-01190",
            "Attendere l’esito banca",
            "evasione automatica",
        ),
    ];
    if all {
        rows.push(CaseRow {
            risk: None,
            clock_note: String::new(),
            state: ("on", t.customer_case_fulfilled()),
            opened: t.date(date(2025, 11, 3)),
            ..row(4, "Voltura", "VOL", "2025-09120", "", "Marta Bellini")
        });
    }
    rows
}

fn timeline(t: &Texts, days: Vec<Day>) -> CustomerTimeline<'_> {
    let chip = |label: String, on| TimelineChip {
        label,
        href: tab_url(party(1), "panoramica", None),
        part: CustomerPart::new(party(1), "cronologia").url(),
        on,
    };
    CustomerTimeline {
        t,
        oob: false,
        party: party(1),
        writes: true,
        today: TODAY,
        chips: vec![
            chip(t.customer_timeline_all(), true),
            chip(t.customer_timeline_contacts(), false),
            chip(t.customer_timeline_cases(), false),
            chip(t.customer_timeline_papers(), false),
            chip(t.customer_timeline_payments(), false),
        ],
        days,
        more: Some((CustomerShow::new(party(1)).url(), CustomerShow::new(party(1)).url())),
        empty: Empty {
            icon: "history",
            title: t.customer_timeline_none(),
            text: t.customer_timeline_none_text(),
            link: None,
            main: false,
        },
    }
}

fn days(t: &Texts) -> Vec<Day> {
    let event = |icon, title: String, at, text: &str, by: &str| Event {
        timed: true,
        icon,
        title,
        at,
        link: None,
        text: text.into(),
        by: by.into(),
    };
    let one = |date, event| Day { date, events: vec![event] };
    let (d9, d28, d27, d24) = (date(2026, 3, 9), date(2026, 2, 28), date(2026, 2, 27), date(2026, 2, 24));
    let mut paper =
        event("file", t.customer_event_paper(), d24.at(16, 22, 0, 0), "riparte l’orologio di PM1.", "");
    paper.link = Some(Link::new("Consenso del condominio (PDF)", CaseShow::new(case(1)).url()));
    vec![
        one(
            TODAY,
            event(
                "phone",
                t.customer_contact_call_in(),
                TODAY.at(10, 12, 0, 0),
                "Chiede quando arriva il preventivo. Risposto: entro il 18/03.",
                "S. Conti, call centre",
            ),
        ),
        one(
            d9,
            event(
                "wrench",
                "Sopralluogo eseguito".into(),
                d9.at(11, 40, 0, 0),
                "Nella fascia 9:00–12:00. Verbale e 4 foto.",
                "L. Ferrari, tecnico",
            ),
        ),
        one(
            d28,
            event(
                "gauge",
                t.customer_event_reading("gas", t.quantity(5021, "Smc")),
                d28.at(18, 3, 0, 0),
                "Dal portale, controllo superato, evasa in automatico.",
                "",
            ),
        ),
        one(
            d27,
            event(
                "euro",
                t.customer_event_payment(t.money(Money::from_cents(5840))),
                d27.at(6, 10, 0, 0),
                "Addebito SEPA, bolletta gas 2026/G/004417.",
                "",
            ),
        ),
        one(d24, paper),
    ]
}

fn list_rows() -> Vec<CustomerRow> {
    let row =
        |number: u8, name: &str, company, id: &str, code: &str, address: &str, since: &str| CustomerRow {
            id: party(number),
            name: name.into(),
            company,
            number: id.into(),
            code: code.into(),
            address: address.into(),
            since: since.into(),
            contract: String::new(),
        };
    vec![
        row(1, "Marchetti Elena", false, "48213", "MRCLNE84L54F257S", "via dei Tigli 14, Fontebruna", "2011"),
        row(2, "Marchetti Sergio", false, "21906", "MRCSRG58A11F257X", "via Po 31, Fontebruna", "1998"),
        row(
            3,
            "Marchetti & Figli S.n.c. di Marchetti Aldo e Bruno, lavorazioni meccaniche di precisione",
            true,
            "30044",
            "02145870364",
            "",
            "2004",
        ),
        row(4, "El Idrissi Hamza", false, "51220", "", "via Secchia 40, Fontebruna", "2026"),
    ]
}

fn list(t: &Texts, rows: Vec<CustomerRow>) -> CustomerListPage<'_> {
    let empty = rows.is_empty();
    let text = if empty { "xyz" } else { "marchetti" };
    let mut frame = keyed(t, t.customer_list());
    frame.keys = vec![KeyHint::new("J K", t.queue_key_scroll())];
    CustomerListPage {
        t,
        frame,
        only: None,
        field: Field::text("q", t.customer_list_search()).value(text).icon("search").large().focus(),
        rows,
        more: Some(
            CustomerList::new()
                .with(&CustomerListQuery { after: Some("m".into()), ..CustomerListQuery::default() }),
        ),
        empty: Empty {
            icon: "search",
            title: t.customer_list_none(text),
            text: t.customer_list_none_text(),
            link: Some(Link::new(t.customer_list_all(), CustomerList::new().url())),
            main: false,
        },
    }
}
