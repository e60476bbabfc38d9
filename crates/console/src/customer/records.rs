//! The other tabs of a customer; readings and their chart serve the page of a supply too.

use std::collections::BTreeMap;

use app::registry::{CustomerView, PointView};
use domain::registry::{Bill, Meter, MeterKind, Reading, ReadingKind};
use kernel::{Date, Money, Sector, SupplyPointId};
use routes::{
    Route,
    console::{CaseShow, CaseStart, DocumentFile},
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
        BillRow, BillsTab, CasesTab, ContractRow, ContractsTab, MeterReadings, PaperRow, PapersTab,
        ReadingRow, ReadingsTab, Record, SuppliesTab, UsageBar, UsageChart, tab_url,
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
        "not_activated" => t.customer_end_not_activated(),
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
    let rows = all
        .iter()
        .map(|(sector, bill)| bill_row(cx, *sector, bill, view.planned.contains(&bill.id)))
        .collect();
    BillsTab {
        t,
        totals,
        rows,
        empty: none("receipt", t.customer_bills_none(), t.customer_bills_none_text()),
    }
}

fn bill_row(cx: &PageCtx, sector: Sector, bill: &Bill, planned: bool) -> BillRow {
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
        } else if planned {
            ("half", t.bills_state_planned())
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
pub(super) fn readings(
    cx: &PageCtx,
    view: &CustomerView,
    names: &Names,
    seen: Option<&PointView>,
) -> ReadingsTab<'static> {
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
    let meters: Vec<MeterReadings> = seen.map(|seen| of_meters(t, seen)).unwrap_or_default();
    let sector = seen.map(|seen| seen.point.sector);
    let give = names.acts().iter().find(|start| start.code == "LET");
    let give = give.filter(|start| sector.is_some_and(|sector| start.sectors.contains(&sector)));
    ReadingsTab {
        t,
        supplies: supplies.collect(),
        give: give.map(|start| CaseStart::new(start.code.clone()).url()),
        kept: [
            Some(("cliente", view.party.id.to_string())),
            point.map(|point| ("fornitura", point.to_string())),
        ]
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.to_owned(), value))
        .collect(),
        meters,
        empty: none("gauge", t.customer_readings_none(), t.customer_readings_none_text()),
    }
}

/// The devices of a point that have readings or are in place, each with its own.
fn of_meters(t: &Texts, seen: &PointView) -> Vec<MeterReadings> {
    let sector = seen.point.sector;
    let known =
        seen.meters.iter().filter(|(meter, readings)| meter.removed_on.is_none() || !readings.is_empty());
    let made = known.map(|(meter, readings)| MeterReadings {
        kind: match meter.kind {
            MeterKind::Meter => t.supply_meter(),
            MeterKind::Corrector => t.supply_corrector(),
        },
        meter: match meter.removed_on {
            None => t.customer_readings_meter(&meter.serial, t.date(meter.laid_on)),
            Some(end) => format!(
                "{}, {}",
                t.customer_readings_meter(&meter.serial, t.date(meter.laid_on)),
                t.customer_readings_removed(t.date(end))
            ),
        },
        chart: chart(t, sector, meter, readings),
        rows: reading_rows(t, sector, meter, readings),
    });
    made.collect()
}

/// How a reading was had.
pub(crate) fn reading_word(t: &Texts, code: &str) -> String {
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

/// The reading of the same register before another, and the consumption since: past zero where the dial went round; none
/// where it went back.
fn before<'r>(meter: &Meter, readings: &'r [Reading], at: usize) -> Option<(&'r Reading, i64)> {
    let reading = readings.get(at)?;
    let earlier = readings.iter().skip(at + 1).find(|one| one.register == reading.register)?;
    if reading.rolled_over {
        let register = meter.registers.iter().find(|one| one.code == reading.register)?;
        let range = 10_i64.checked_pow(u32::try_from(register.digits).ok()?)?;
        return Some((earlier, range - earlier.value + reading.value));
    }
    (reading.value >= earlier.value).then(|| (earlier, reading.value - earlier.value))
}

/// Readings, newest first, with the consumption since the one before.
pub(crate) fn reading_rows(
    t: &Texts,
    sector: Sector,
    meter: &Meter,
    readings: &[Reading],
) -> Vec<ReadingRow> {
    let unit = reading_unit(sector);
    let several =
        readings.iter().any(|one| readings.first().is_some_and(|first| first.register != one.register));
    let rows = readings.iter().enumerate().map(|(index, reading)| {
        let since = before(meter, readings, index);
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

/// Consumption between readings over all registers of a device: the bands of a meter count together. None with fewer than
/// two periods.
pub(crate) fn chart(t: &Texts, sector: Sector, meter: &Meter, readings: &[Reading]) -> Option<UsageChart> {
    let unit = reading_unit(sector);
    // By day: what all registers read that day used, and whether some of it was estimated.
    let mut days: BTreeMap<Date, (i64, bool)> = BTreeMap::new();
    for (index, reading) in readings.iter().enumerate() {
        let Some((earlier, used)) = before(meter, readings, index) else { continue };
        let day = days.entry(reading.read_on).or_default();
        day.0 += used;
        day.1 |= [reading, earlier].iter().any(|one| one.kind == ReadingKind::Estimated);
    }
    let mut bars: Vec<UsageBar> = days
        .into_iter()
        .rev()
        .take(BARS)
        .map(|(day, (used, estimated))| {
            let month: String = t.month(day.month()).chars().take(3).collect();
            UsageBar {
                label: format!("{month} {:02}", day.year().rem_euclid(100)),
                value: used,
                words: t.customer_usage_bar(t.quantity(used, unit), t.date(day)),
                estimated,
            }
        })
        .collect();
    bars.reverse();
    let most = bars.iter().map(|bar| bar.value).max()?;
    (bars.len() > 1).then(|| UsageChart {
        title: t.customer_usage_title(unit),
        top: t.quantity(most, unit),
        bars,
    })
}

#[cfg(test)]
mod tests {
    use kernel::{Lang, MeterId, ReadingId, SupplyPointId};

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap_or_default()
    }

    fn meter(digits: i64) -> Meter {
        Meter {
            id: MeterId::from_bytes([1; 16]),
            serial: "E1".to_owned(),
            supply_point_id: SupplyPointId::from_bytes([2; 16]),
            kind: MeterKind::Meter,
            constant_millionths: 1_000_000,
            laid_on: day("2018-05-02"),
            removed_on: None,
            registers: ["F1", "F2"]
                .map(|code| domain::registry::Register { code: code.to_owned(), digits })
                .to_vec(),
        }
    }

    fn reading(register: &str, on: &str, value: i64, rolled_over: bool) -> Reading {
        Reading {
            id: ReadingId::from_bytes([3; 16]),
            meter_id: MeterId::from_bytes([1; 16]),
            register: register.to_owned(),
            read_on: day(on),
            value,
            kind: ReadingKind::Actual,
            rolled_over,
        }
    }

    #[test]
    fn the_bands_of_a_meter_count_together_and_a_dial_that_went_round_counts_past_zero() {
        let t = Texts::of(Lang::It);
        let readings = [
            reading("F1", "2026-03-01", 130, false),
            reading("F2", "2026-03-01", 5, true),
            reading("F1", "2026-02-01", 110, false),
            reading("F2", "2026-02-01", 990, false),
            reading("F1", "2026-01-01", 100, false),
            reading("F2", "2026-01-01", 980, false),
        ];
        let drawn = chart(t, Sector::Electricity, &meter(3), &readings);
        let bars: Vec<i64> =
            drawn.map(|chart| chart.bars.iter().map(|bar| bar.value).collect()).unwrap_or_default();
        assert_eq!(bars, [20, 35]);
        let rows = reading_rows(t, Sector::Electricity, &meter(3), &readings);
        let used: Vec<&str> = rows.iter().map(|row| row.usage.as_str()).collect();
        assert_eq!(used.get(1).copied(), Some(t.quantity(15, "kWh").as_str()));
        assert!(chart(t, Sector::Electricity, &meter(3), &readings[2..]).is_none(), "one period is no chart");
    }
}
