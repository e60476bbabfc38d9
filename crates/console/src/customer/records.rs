//! The other tabs of a customer; readings and their chart serve the page of a supply too.

use app::registry::{CustomerView, PointView};
use domain::registry::{Bill, Reading, ReadingKind};
use kernel::{Money, Sector, SupplyPointId};
use routes::{
    Route,
    console::{CaseShow, DocumentFile},
};
use texts::{Texts, iban_masked};
use web::{
    PageCtx,
    layout::{Empty, Link, Tab},
};

use super::{
    overview::{delivery, new_case, no_supplies, payment, supply_rows},
    present::{case_row, contract_state, in_force, offer, supply_name},
};
use crate::{
    standing::{Names, reading_unit, service},
    views::customer::{
        BillRow, BillsTab, CasesTab, ContractRow, ContractsTab, PaperRow, PapersTab, ReadingRow, ReadingsTab,
        Record, SuppliesTab, UsageBar, UsageChart, tab_url,
    },
};

fn none(icon: &'static str, title: String, text: String) -> Empty {
    Empty { icon, title, text, link: None, main: false }
}

/// Supplies, ended ones too.
pub(super) fn supplies(
    cx: &PageCtx,
    view: &CustomerView,
    point: Option<SupplyPointId>,
) -> SuppliesTab<'static> {
    SuppliesTab { t: cx.t, rows: supply_rows(cx, view, point, true), empty: no_supplies(cx) }
}

/// Contracts.
pub(super) fn contracts(cx: &PageCtx, view: &CustomerView) -> ContractsTab<'static> {
    let t = cx.t;
    let rows = view.supplies.iter().map(|line| {
        let contract = &line.contract;
        ContractRow {
            number: contract.number.clone(),
            state: contract_state(cx, contract),
            offer: offer(t, &contract.offer),
            sector: line.point.sector,
            service: service(t, line.point.sector),
            point: line.point.id,
            code: line.point.code.clone(),
            period: match contract.ends_on {
                Some(end) => t.customer_period_to(t.date(contract.starts_on), t.date(end)),
                None => t.customer_period_from(t.date(contract.starts_on)),
            },
            end: end_reason(t, &contract.end_reason),
            payment: payment(t, contract.payment),
            payment_note: line.mandate.as_ref().map(|mandate| iban_masked(&mandate.iban)).unwrap_or_default(),
            delivery: delivery(t, contract.delivery),
            delivery_note: contract.delivery_email.clone(),
            deposit: (contract.deposit > Money::ZERO).then_some(contract.deposit),
            old: !in_force(line),
        }
    });
    ContractsTab {
        t,
        rows: rows.collect(),
        empty: none("contract", t.customer_contracts_none(), t.customer_contracts_none_text()),
    }
}

fn end_reason(t: &Texts, code: &str) -> String {
    match code {
        "voltura" | "transfer" => t.customer_end_transfer(),
        "termination" => t.customer_end_termination(),
        "switch" => t.customer_end_switch(),
        other => other.to_owned(),
    }
}

/// Bills and what is to pay of them.
pub(super) fn bills(cx: &PageCtx, view: &CustomerView) -> BillsTab<'static> {
    let (t, today) = (cx.t, cx.today());
    let mut all: Vec<(Sector, &Bill)> = view
        .supplies
        .iter()
        .flat_map(|line| line.bills.iter().map(|bill| (line.point.sector, bill)))
        .collect();
    all.sort_by_key(|(_, bill)| std::cmp::Reverse((bill.issued_on, bill.id)));
    let late = view.overdue > Money::ZERO;
    let first = |only_late: bool| {
        let open = all.iter().filter(|(_, bill)| bill.open() > Money::ZERO);
        open.filter(|(_, bill)| !only_late || bill.overdue(today)).map(|(_, bill)| bill.due_on).min()
    };
    let mut totals = vec![
        Record {
            label: t.customer_total_open(),
            value: t.money(view.open),
            note: first(false).map_or_else(
                || t.customer_nothing_to_pay(),
                |day| t.customer_first_due(t.date_near(day, today)),
            ),
            late: false,
        },
        Record {
            label: t.customer_total_overdue(),
            value: t.money(view.overdue),
            note: first(true).map_or_else(
                || t.customer_total_overdue_none(),
                |day| t.customer_total_overdue_since(t.date(day)),
            ),
            late,
        },
    ];
    if let Some((_, last)) = all.first() {
        totals.push(Record {
            label: t.customer_total_last(),
            value: t.money(last.amount),
            note: t.date(last.issued_on),
            late: false,
        });
    } else {
        totals.clear();
    }
    let rows = all.iter().map(|(sector, bill)| bill_row(cx, *sector, bill)).collect();
    BillsTab {
        t,
        totals,
        rows,
        empty: none("receipt", t.customer_bills_none(), t.customer_bills_none_text()),
    }
}

fn bill_row(cx: &PageCtx, sector: Sector, bill: &Bill) -> BillRow {
    let t = cx.t;
    let open = bill.open();
    BillRow {
        id: bill.id,
        number: bill.number.clone(),
        sector,
        service: service(t, sector),
        kind: match bill.kind.as_str() {
            "closing" | "final" => t.customer_bill_closing(),
            "credit" | "credit_note" => t.customer_bill_credit_note(),
            "" | "ordinary" | "periodic" | "bill" => t.customer_bill_ordinary(),
            "adjustment" => t.customer_bill_adjustment(),
            other => other.to_owned(),
        },
        period: match (bill.period_from, bill.period_to) {
            (Some(from), Some(to)) => t.customer_period_to(t.date(from), t.date(to)),
            _ => String::new(),
        },
        consumption: bill
            .consumption
            .map(|used| t.quantity(used, bill_unit(sector, &bill.unit)))
            .unwrap_or_default(),
        issued: t.date(bill.issued_on),
        due: t.date(bill.due_on),
        amount: bill.amount,
        state: if open < Money::ZERO {
            ("", t.customer_bill_credit())
        } else if open == Money::ZERO {
            ("on", t.customer_bill_paid())
        } else if bill.held {
            ("half", t.bills_state_held())
        } else if bill.overdue(cx.today()) {
            ("bad", t.customer_bill_overdue())
        } else {
            ("half", t.customer_bill_open())
        },
        rest: if open > Money::ZERO && open < bill.amount {
            t.customer_bill_rest(t.money(open))
        } else {
            String::new()
        },
    }
}

/// The unit of a bill as it is written: exports spell units their own way.
fn bill_unit(sector: Sector, unit: &str) -> &str {
    match unit.to_lowercase().as_str() {
        "" => reading_unit(sector),
        "kwh" => "kWh",
        "smc" | "sm3" => "Smc",
        "mc" | "m3" => "m³",
        "gb" => "GB",
        _ => unit,
    }
}

/// Cases, open ones first.
pub(super) fn cases(cx: &PageCtx, view: &CustomerView, names: &Names) -> CasesTab<'static> {
    let t = cx.t;
    let mut all: Vec<_> = view.cases.iter().collect();
    all.sort_by_key(|case| case.ended());
    CasesTab {
        t,
        new: new_case(view),
        rows: all.into_iter().map(|case| case_row(cx, names, case)).collect(),
        empty: none("inbox", t.customer_cases_none(), t.customer_cases_none_text()),
    }
}

/// Papers.
pub(super) fn papers(cx: &PageCtx, view: &CustomerView) -> PapersTab<'static> {
    let t = cx.t;
    let number = |id| view.cases.iter().find(|case| case.id == id).map(|case| case.number.clone());
    let rows = view.documents.iter().map(|paper| {
        let ready = paper.state == "ready";
        PaperRow {
            title: paper.title.clone(),
            href: paper.case_id.filter(|_| ready).map(|case| {
                if paper.media_type == "application/pdf" {
                    DocumentFile::pdf(case, paper.id).url()
                } else {
                    DocumentFile::new(case, paper.id.to_string()).url()
                }
            }),
            outgoing: paper.outgoing,
            case: paper.case_id.map(|case| {
                Link::new(number(case).unwrap_or_else(|| "–".to_owned()), CaseShow::new(case).url())
            }),
            at: t.moment_near(paper.produced_at.unwrap_or(paper.created_at), cx.today()),
            by: paper.created_by.clone(),
            state: match paper.state.as_str() {
                "ready" => ("on", t.customer_paper_ready()),
                "failed" => ("bad", t.customer_paper_failed()),
                _ => ("half", t.customer_paper_queued()),
            },
            size: if ready { t.quantity((paper.size + 1023) / 1024, "kB") } else { String::new() },
        }
    });
    PapersTab {
        t,
        rows: rows.collect(),
        empty: none("file", t.customer_papers_none(), t.customer_papers_none_text()),
    }
}

/// Readings of the supply in view.
pub(super) fn readings(cx: &PageCtx, view: &CustomerView, seen: Option<&PointView>) -> ReadingsTab<'static> {
    let t = cx.t;
    let point = seen.map(|seen| seen.point.id);
    let supplies =
        view.supplies.iter().filter(|line| in_force(line) || point == Some(line.point.id)).map(|line| Tab {
            label: supply_name(t, view, line.point.id)
                .map_or_else(|| line.point.code.clone(), |name| name.label),
            href: tab_url(view.party.id, "letture", Some(line.point.id)),
            count: None,
            current: point == Some(line.point.id),
        });
    let in_place = seen.and_then(|seen| Some((seen, seen.meters.first()?)));
    let (meter, chart, rows) = match in_place {
        Some((seen, (meter, readings))) => (
            t.customer_readings_meter(&meter.serial, t.date(meter.laid_on)),
            chart(t, seen.point.sector, readings),
            reading_rows(t, seen.point.sector, readings),
        ),
        None => (String::new(), None, Vec::new()),
    };
    ReadingsTab {
        t,
        supplies: supplies.collect(),
        meter,
        chart,
        rows,
        empty: none("gauge", t.customer_readings_none(), t.customer_readings_none_text()),
    }
}

/// How a reading was had.
pub(super) fn reading_word(t: &Texts, code: &str) -> String {
    match ReadingKind::from_code(code) {
        Some(ReadingKind::Actual) => t.customer_reading_actual(),
        Some(ReadingKind::SelfRead) => t.customer_reading_self(),
        Some(ReadingKind::Estimated) => t.customer_reading_estimated(),
        Some(ReadingKind::Opening) => t.customer_reading_opening(),
        Some(ReadingKind::Closing) => t.customer_reading_closing(),
        Some(ReadingKind::Agreed) => t.customer_reading_agreed(),
        None => code.to_owned(),
    }
}

/// The reading of the same register before another, and the consumption since; none where the dial went back.
fn before(readings: &[Reading], at: usize) -> Option<(&Reading, i64)> {
    let reading = readings.get(at)?;
    let earlier = readings.iter().skip(at + 1).find(|one| one.register == reading.register)?;
    (reading.value >= earlier.value).then(|| (earlier, reading.value - earlier.value))
}

/// Readings, newest first, with the consumption since the one before.
pub(crate) fn reading_rows(t: &Texts, sector: Sector, readings: &[Reading]) -> Vec<ReadingRow> {
    let unit = reading_unit(sector);
    let several =
        readings.iter().any(|one| readings.first().is_some_and(|first| first.register != one.register));
    let rows = readings.iter().enumerate().map(|(index, reading)| {
        let since = before(readings, index);
        ReadingRow {
            read_on: t.date(reading.read_on),
            register: if several { reading.register.clone() } else { String::new() },
            value: t.quantity(reading.value, unit),
            kind: reading_word(t, reading.kind.code()),
            estimated: reading.kind == ReadingKind::Estimated,
            usage: since.map(|(_, used)| t.quantity(used, unit)).unwrap_or_default(),
            usage_note: since
                .map(|(earlier, used)| {
                    let days = i64::from((reading.read_on - earlier.read_on).get_days()).max(1);
                    t.customer_usage_days(days, t.quantity_decimal(used * 10 / days, 1, unit))
                })
                .unwrap_or_default(),
        }
    });
    rows.collect()
}

/// The most bars that stay readable.
const BARS: usize = 12;

/// Consumption between readings of the first register; none with fewer than two periods.
pub(crate) fn chart(t: &Texts, sector: Sector, readings: &[Reading]) -> Option<UsageChart> {
    let unit = reading_unit(sector);
    let register = &readings.first()?.register;
    let of_register: Vec<Reading> =
        readings.iter().filter(|one| one.register == *register).cloned().collect();
    let mut bars: Vec<UsageBar> = of_register
        .iter()
        .enumerate()
        .filter_map(|(index, reading)| {
            let (earlier, used) = before(&of_register, index)?;
            let month: String = t.month(reading.read_on.month()).chars().take(3).collect();
            Some(UsageBar {
                label: format!("{month} {:02}", reading.read_on.year().rem_euclid(100)),
                value: used,
                words: t.customer_usage_bar(t.quantity(used, unit), t.date(reading.read_on)),
                estimated: [reading, earlier].iter().any(|one| one.kind == ReadingKind::Estimated),
            })
        })
        .take(BARS)
        .collect();
    bars.reverse();
    let most = bars.iter().map(|bar| bar.value).max()?;
    (bars.len() > 1).then(|| UsageChart {
        title: t.customer_usage_title(unit),
        top: t.quantity(most, unit),
        bars,
    })
}
