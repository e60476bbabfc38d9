//! The checks of one record, and the record as it comes out of them.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Time;
use kernel::Date;

use super::Notes;
use super::raw::RawStandard;
use crate::indemnity::{Escalation, Growth, IndemnityRule};
use crate::model::{Fact, Kind, RegulatedSector, Standard, Unit};
use crate::packs::Packs;

/// Builds a record, or notes all that is wrong with it.
pub(super) fn build(
    packs: &Packs,
    notes: &mut Notes<'_>,
    record: &str,
    (sector, regulation): (RegulatedSector, Option<(String, Option<String>)>),
    raw: RawStandard,
) -> Option<Standard> {
    let before = notes.defects.len();
    if raw.id.trim().is_empty() {
        notes.add(record, "the id is empty");
    }
    if regulation.is_none() {
        notes.add(record, "no regulation: name the act in `[pack]` or in the record");
    }
    let unit = unit(notes, record, &raw);
    let clock_start = fact(packs, notes, record, &raw.clock_start);
    let clock_stop = fact(packs, notes, record, &raw.clock_stop);
    let (indemnity, escalation) = money(packs, notes, record, &raw, unit);
    let percentage = percentage(notes, record, raw.percentage);
    let cutoff = cutoff(notes, record, raw.late_request_cutoff.as_deref(), unit);
    let (valid_from, valid_to) = dates(notes, record, &raw);
    for label in raw.sources.iter().filter(|label| !packs.sources.contains_key(*label)) {
        notes.add(record, format!("unknown source «{label}»"));
    }
    if notes.defects.len() > before {
        return None;
    }
    let cap_of_rule = indemnity.as_ref().map_or(0, |rule| rule.max_per_calendar_year);
    let (regulation, regulation_it) = regulation?;
    Some(Standard {
        id: raw.id,
        sector,
        regulation,
        regulation_it,
        article: raw.article,
        name_it: raw.name_it,
        name_en: raw.name_en,
        kind: raw.kind,
        sense: raw.sense,
        limit: raw.limit_value,
        limit_four_monthly: raw.limit_value_four_monthly,
        unit: unit?,
        percentage,
        clock_start: clock_start?,
        clock_stop: clock_stop?,
        indemnity,
        escalation,
        late_request_cutoff: cutoff,
        max_per_calendar_year: raw.max_per_calendar_year.unwrap_or(cap_of_rule),
        macro_indicator: raw.macro_indicator,
        procedure_codes: raw.procedure_codes,
        valid_from,
        valid_to,
        confidence: raw.confidence,
        sources: raw.sources,
        note: raw.note,
    })
}

/// What a miss owes and how it grows.
fn money(
    packs: &Packs,
    notes: &mut Notes<'_>,
    record: &str,
    raw: &RawStandard,
    unit: Option<Unit>,
) -> (Option<Arc<IndemnityRule>>, Option<Arc<Escalation>>) {
    let indemnity_code = raw.indemnity_override.as_ref().or(raw.indemnity.as_ref());
    // The usual indemnity is looked up too, so that an override does not hide a wrong name.
    named(&packs.indemnities, notes, record, "indemnity", raw.indemnity.as_ref());
    let indemnity = named(&packs.indemnities, notes, record, "indemnity", indemnity_code);
    let escalation = named(&packs.escalations, notes, record, "escalation", raw.escalation.as_ref());
    if indemnity_code.is_some() != raw.escalation.is_some() {
        notes.add(record, "an indemnity needs an escalation, and an escalation an indemnity");
    }
    if matches!(raw.kind, Kind::Specific | Kind::IndemnityOnly) && indemnity_code.is_none() {
        notes.add(record, "a miss of this kind owes an indemnity, and none is named");
    }
    let by_days = escalation.as_ref().is_some_and(|rule| !matches!(rule.growth, Growth::Steps(_)));
    if by_days && !matches!(unit, Some(Unit::CalendarDay | Unit::None)) {
        notes.add(record, "an amount that grows by days needs the unit calendar_day");
    }
    (indemnity, escalation)
}

/// The first and the last day in force.
fn dates(notes: &mut Notes<'_>, record: &str, raw: &RawStandard) -> (Option<Date>, Option<Date>) {
    let valid_from = date(notes, record, "valid_from", raw.valid_from.as_deref());
    let valid_to = date(notes, record, "valid_to", raw.valid_to.as_deref());
    if matches!((valid_from, valid_to), (Some(from), Some(to)) if to < from) {
        notes.add(record, "`valid_to` lies before `valid_from`");
    }
    (valid_from, valid_to)
}

/// The unit, with a limit that makes sense in it.
fn unit(notes: &mut Notes<'_>, record: &str, raw: &RawStandard) -> Option<Unit> {
    let expected = || Unit::ALL.map(Unit::code).join(", ");
    let Some(code) = raw.unit.as_deref() else {
        notes.add(record, format!("the unit is missing: expected one of {}", expected()));
        return None;
    };
    let Some(unit) = Unit::from_code(code) else {
        notes.add(record, format!("unknown unit «{code}»: expected one of {}", expected()));
        return None;
    };
    // A hundred thousand units are far beyond any term and keep all sums of days and microseconds in range.
    for limit in [Some(raw.limit_value), raw.limit_value_four_monthly].into_iter().flatten() {
        let least = i64::from(unit.is_clocked());
        if limit < least || limit > 100_000 {
            notes.add(record, format!("a limit of {limit}: expected {least} to 100000"));
        }
    }
    Some(unit)
}

fn fact(packs: &Packs, notes: &mut Notes<'_>, record: &str, code: &str) -> Option<Arc<Fact>> {
    let found = packs.facts.get(code).cloned();
    if found.is_none() {
        notes.add(record, format!("unknown fact «{code}»: add it to facts.toml or correct the name"));
    }
    found
}

fn named<T>(
    known: &HashMap<String, Arc<T>>,
    notes: &mut Notes<'_>,
    record: &str,
    what: &str,
    code: Option<&String>,
) -> Option<Arc<T>> {
    let code = code?;
    let found = known.get(code).cloned();
    let reason = format!("unknown {what} «{code}»: add it to indemnities.toml or correct the name");
    let told = notes.defects.last().is_some_and(|last| last.record == record && last.reason == reason);
    if found.is_none() && !told {
        notes.add(record, reason);
    }
    found
}

fn percentage(notes: &mut Notes<'_>, record: &str, value: Option<i64>) -> Option<u8> {
    let value = value?;
    let share = u8::try_from(value).ok().filter(|share| (1..=100).contains(share));
    if share.is_none() {
        notes.add(record, format!("a percentage of {value}: expected 1 to 100"));
    }
    share
}

fn cutoff(notes: &mut Notes<'_>, record: &str, text: Option<&str>, unit: Option<Unit>) -> Option<Time> {
    let text = text?;
    let time = text.parse::<Time>().ok();
    if time.is_none() {
        notes.add(record, format!("a cut-off of «{text}»: expected a time of day, for example 18:00"));
    }
    if unit.is_some_and(|unit| unit.day_unit().is_none()) {
        notes.add(record, "a cut-off needs a unit of days");
    }
    time
}

fn date(notes: &mut Notes<'_>, record: &str, key: &str, text: Option<&str>) -> Option<Date> {
    let text = text?;
    let date = text.parse::<Date>().ok();
    if date.is_none() {
        notes.add(record, format!("`{key}` is «{text}»: expected a date, for example 2024-01-31"));
    }
    date
}
