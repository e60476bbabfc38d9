//! The records of the customer: bills, papers, readings, contracts.

use super::*;

pub(super) fn contract_rows(t: &Texts) -> Vec<ContractRow> {
    let row = |number: &str, offer: &str, sector, service: String, code: &str, from, old| ContractRow {
        number: number.into(),
        state: if old { ("", t.customer_contract_ended()) } else { ("on", t.customer_contract_active()) },
        offer: offer.into(),
        sector,
        service,
        point: point(1),
        code: code.into(),
        period: t.customer_period_from(t.date(from)),
        end: if old { t.customer_end_transfer() } else { String::new() },
        payment: t.customer_pay_sdd(),
        payment_note: "IT95 **** 1737".into(),
        delivery: t.customer_delivery_email(),
        delivery_note: "elena.marchetti@example.org".into(),
        deposit: (!old).then(|| Money::from_cents(4650)),
        old,
    };
    vec![
        row(
            "C-118204",
            "Domestico residente",
            Sector::Water,
            t.words_sector_water(),
            "PA 0048217",
            date(2011, 5, 2),
            false,
        ),
        row(
            "C-204511",
            "Fissa Impresa 24",
            Sector::Gas,
            t.words_sector_gas(),
            "09990012044177",
            date(2019, 10, 1),
            false,
        ),
        row(
            "C-088123",
            "Tutela gas",
            Sector::Gas,
            t.words_sector_gas(),
            "09990012011208",
            date(2008, 1, 7),
            true,
        ),
    ]
}

pub(super) fn bills(t: &Texts) -> BillsTab<'_> {
    let row = |number: &str,
               sector,
               service: String,
               used: String,
               issued,
               due,
               cents,
               state: (&'static str, String),
               rest: String| BillRow {
        id: bill_id(1),
        number: number.into(),
        sector,
        service,
        kind: t.customer_bill_ordinary(),
        period: t.customer_period_to("01/11/2025", "31/12/2025"),
        consumption: used,
        issued: t.date(issued),
        due: t.date(due),
        amount: Money::from_cents(cents),
        state,
        rest,
    };
    let paid = || ("on", t.customer_bill_paid());
    BillsTab {
        t,
        totals: vec![
            Record {
                label: t.customer_total_open(),
                value: t.money(Money::from_cents(6420)),
                note: t.customer_first_due(t.date_near(date(2026, 3, 20), TODAY)),
                late: false,
            },
            Record {
                label: t.customer_total_overdue(),
                value: t.money(Money::from_cents(1200)),
                note: t.customer_total_overdue_since(t.date(date(2026, 2, 20))),
                late: true,
            },
            Record {
                label: t.customer_total_last(),
                value: t.money(Money::from_cents(5220)),
                note: t.date(date(2026, 3, 2)),
                late: false,
            },
        ],
        rows: vec![
            row(
                "2026/A/009120",
                Sector::Water,
                t.words_sector_water(),
                t.quantity(31, "m³"),
                date(2026, 3, 2),
                date(2026, 3, 20),
                5220,
                ("half", t.customer_bill_open()),
                String::new(),
            ),
            row(
                "2026/A/004017",
                Sector::Water,
                t.words_sector_water(),
                t.quantity(28, "m³"),
                date(2026, 1, 30),
                date(2026, 2, 20),
                4820,
                ("bad", t.customer_bill_overdue()),
                t.customer_bill_rest(t.money(Money::from_cents(1200))),
            ),
            row(
                "2026/G/004417",
                Sector::Gas,
                t.words_sector_gas(),
                t.quantity(214, "Smc"),
                date(2026, 2, 2),
                date(2026, 2, 27),
                5840,
                paid(),
                String::new(),
            ),
            row(
                "2025/E/118230",
                Sector::Electricity,
                t.words_sector_electricity(),
                t.quantity(402, "kWh"),
                date(2025, 12, 10),
                date(2026, 1, 5),
                11216,
                paid(),
                String::new(),
            ),
        ],
        empty: none(t),
    }
}

pub(super) fn papers(t: &Texts) -> Vec<PaperRow> {
    let row =
        |title: &str, outgoing, at: String, by: &str, state: (&'static str, String), ready: bool| PaperRow {
            title: title.into(),
            href: ready.then(|| routes::console::DocumentFile::new(case(1), "x.pdf").url()),
            outgoing,
            case: Some(Link::new("2026-01187", CaseShow::new(case(1)).url())),
            at,
            by: by.into(),
            state,
            size: if ready { "84 kB".into() } else { String::new() },
        };
    vec![
        row(
            "Ricevuta della richiesta",
            true,
            t.date(TODAY),
            "Marta Bellini",
            ("half", t.customer_paper_queued()),
            false,
        ),
        row(
            "Consenso del condominio",
            false,
            t.date(date(2026, 2, 24)),
            "Davide Orlandi",
            ("on", t.customer_paper_ready()),
            true,
        ),
        row(
            "Richiesta di documenti",
            true,
            t.date(date(2026, 2, 16)),
            "Marta Bellini",
            ("bad", t.customer_paper_failed()),
            false,
        ),
    ]
}

/// Consumption of a gas supply over a year, the third reading estimated.
pub(in crate::views::samples) fn chart(t: &Texts) -> UsageChart {
    let bars = [("apr", 188), ("giu", 62), ("ago", 41), ("ott", 57), ("dic", 214), ("feb", 391)];
    UsageChart {
        title: t.customer_usage_title("Smc"),
        bars: bars
            .into_iter()
            .map(|(label, value)| UsageBar {
                label: label.into(),
                value,
                words: t.customer_usage_bar(t.quantity(value, "Smc"), label),
                estimated: label == "ago",
            })
            .collect(),
        top: t.quantity(391, "Smc"),
    }
}

/// Readings of that supply.
pub(in crate::views::samples) fn reading_rows(t: &Texts) -> Vec<ReadingRow> {
    let row = |on, value, kind: String, estimated, used: i64, days: i64| ReadingRow {
        read_on: t.date(on),
        register: String::new(),
        value: t.quantity(value, "Smc"),
        kind,
        estimated,
        usage: if used > 0 { t.quantity(used, "Smc") } else { String::new() },
        usage_note: if days > 0 { t.customer_usage_days(days, "6,6 Smc") } else { String::new() },
    };
    vec![
        row(date(2026, 2, 28), 5021, t.customer_reading_self(), false, 391, 59),
        row(date(2025, 12, 31), 4630, t.customer_reading_actual(), false, 214, 61),
        row(date(2025, 8, 31), 4359, t.customer_reading_estimated(), true, 41, 62),
        row(date(2025, 6, 30), 4318, t.customer_reading_actual(), false, 0, 0),
    ]
}

pub(super) fn readings(t: &Texts) -> ReadingsTab<'_> {
    let supply = |label: String, number: u8, current| Tab {
        label,
        href: tab_url(party(1), "letture", Some(point(number))),
        count: None,
        current,
    };
    ReadingsTab {
        t,
        supplies: vec![
            supply(t.words_sector_water(), 1, false),
            supply(t.words_sector_gas(), 2, true),
            supply(t.words_sector_electricity(), 3, false),
        ],
        give: Some(CaseStart::new("LET").url()),
        kept: vec![("cliente".into(), party(1).to_string()), ("fornitura".into(), point(2).to_string())],
        meters: vec![
            MeterReadings {
                kind: t.supply_meter(),
                meter: t.customer_readings_meter("G16-7718830", t.date(date(2019, 10, 1))),
                chart: Some(chart(t)),
                rows: reading_rows(t),
            },
            MeterReadings {
                kind: t.supply_corrector(),
                meter: t.customer_readings_meter("C7-0042917", t.date(date(2019, 10, 1))),
                chart: None,
                rows: Vec::new(),
            },
        ],
        empty: none(t),
    }
}
