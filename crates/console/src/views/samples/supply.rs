//! A supply point: with everything, and one that nobody has.

use jiff::civil::date;
use kernel::Sector;
use routes::Route;
use routes::console::{CaseNew, CaseShow, CustomerList};
use texts::Texts;
use web::layout::{Area, Empty, KeyHint, Link, Note, NoteKind, Risk};

use super::{Sample, case, customer, frame, party};
use crate::views::customer::CaseRow;
use crate::views::supply::{HolderRow, MeterView, SupplyPage};

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let full = page(t);
    let bare = SupplyPage {
        state: ("", t.supply_state_inactive()),
        note: Some(Note {
            kind: NoteKind::Info,
            lead: t.supply_free(),
            text: t.supply_free_text(),
            link: None,
        }),
        technical: vec![(t.supply_use(), String::new())],
        technical_since: String::new(),
        former: Vec::new(),
        meters: Vec::new(),
        holders: Vec::new(),
        chart: None,
        cases: Vec::new(),
        ..page(t)
    };
    Ok(vec![Sample::page("supply", &full)?, Sample::page("supply-bare", &bare)?])
}

fn page(t: &Texts) -> SupplyPage<'_> {
    let meter = |serial: &str, old| MeterView {
        kind: t.supply_meter(),
        serial: serial.into(),
        period: t.customer_period_from(t.date(date(2019, 10, 1))),
        detail: format!("{}, {}", t.supply_registers(1), t.supply_digits(6)),
        old,
        readings: if old { Vec::new() } else { customer::reading_rows(t) },
    };
    let holder = |name: &str, contract: &str, old| HolderRow {
        party: Some(party(1)),
        name: name.into(),
        contract: contract.into(),
        offer: "Fissa Impresa 24".into(),
        period: if old {
            t.customer_period_to(t.date(date(2008, 1, 7)), t.date(date(2019, 9, 30)))
        } else {
            t.customer_period_from(t.date(date(2019, 10, 1)))
        },
        state: if old { ("", t.customer_contract_ended()) } else { ("on", t.customer_contract_active()) },
        old,
    };
    SupplyPage {
        t,
        frame: frame(
            t,
            t.supply_title(t.words_sector_gas(), "09990012044177"),
            Some(Area::Customers),
            vec![KeyHint::new("0", t.supply_new()), KeyHint::new("J K", t.queue_key_scroll())],
        ),
        parent: Link::new(t.customer_list(), CustomerList::new().url()),
        sector: Sector::Gas,
        service: t.words_sector_gas(),
        code: "09990012044177".into(),
        address: "via Gelso 4, Fontebruna".into(),
        state: ("on", t.supply_state_active()),
        new: CaseNew::new().url(),
        note: None,
        technical: vec![
            (t.supply_use(), "C1, riscaldamento".into()),
            (t.supply_class(), "G16".into()),
            (t.supply_category(), "C1".into()),
            (t.supply_withdrawal(), "2".into()),
            (t.supply_distributor(), "Fontebruna Reti".into()),
        ],
        technical_since: t.supply_since(t.date(date(2019, 10, 1))),
        former: vec![("2008–2019".into(), "G4, C3".into())],
        meters: vec![meter("G16-7718830", false), meter("G4-1102938", true)],
        holders: vec![holder("Marchetti Elena", "C-204511", false), holder("Gozzi Luisa", "C-088123", true)],
        may_see_holders: true,
        chart: Some(customer::chart(t)),
        cases: vec![CaseRow {
            href: CaseShow::new(case(1)).url(),
            why: CaseShow::new(case(1)).url(),
            procedure: "Voltura".into(),
            code: "VOL".into(),
            number: "2026-01187".into(),
            service: String::new(),
            step: String::new(),
            who: "Marchetti Elena".into(),
            clock: None,
            clock_note: String::new(),
            due: String::new(),
            risk: Some(Risk::InTime),
            state: ("go", t.customer_case_started()),
            opened: t.date(date(2026, 3, 2)),
        }],
        no_cases: Empty {
            icon: "inbox",
            title: t.supply_cases_none(),
            text: t.supply_cases_none_text(),
            link: None,
            main: false,
        },
    }
}
