//! The sections shared by all packs: indemnities, escalations, facts, causes, sources.

use std::sync::Arc;

use kernel::Money;
use toml::Value;

use super::raw::{RawEscalation, RawIndemnity};
use super::{Defect, Notes};
use crate::case::CauseOfMiss;
use crate::indemnity::{Amounts, Escalation, Growth, IndemnityRule, LateBill, MeterBand, meter_class_tenths};
use crate::model::{Cause, Fact, Source};
use crate::packs::Packs;

/// Reads one top-level key of a file.
pub(super) fn read_section(packs: &mut Packs, notes: &mut Notes<'_>, key: &str, value: Value) {
    match key {
        "counting" => packs.counting = notes.shape(key, value),
        "billing_frequency" => {
            for (name, entry) in notes.entries(key, "", value) {
                packs.billing_frequency.extend(notes.shape::<crate::model::BillingFrequency>(&name, entry));
            }
        }
        "fact" => {
            for (name, entry) in notes.entries(key, "code", value) {
                let Some(fact) = notes.shape::<Fact>(&name, entry) else { continue };
                if packs.facts.insert(name.clone(), Arc::new(fact)).is_some() {
                    notes.add(&name, "this fact stands twice");
                }
            }
        }
        "source" => {
            for (name, entry) in notes.entries(key, "label", value) {
                let Some(source) = notes.shape::<Source>(&name, entry) else { continue };
                if packs.sources.insert(name.clone(), source).is_some() {
                    notes.add(&name, "this source stands twice");
                }
            }
        }
        "cause" => {
            for (name, entry) in notes.entries(key, "code", value) {
                let Some(cause) = notes.shape::<Cause>(&name, entry) else { continue };
                if CauseOfMiss::from_code(&cause.code).is_none() {
                    notes.add(&name, "unknown cause: expected force_majeure, customer_or_third_party or operator");
                }
                packs.causes.push(cause);
            }
        }
        "indemnity" => {
            for (name, entry) in notes.named(key, value) {
                let Some(raw) = notes.shape::<RawIndemnity>(&name, entry) else { continue };
                let Some(rule) = indemnity(notes, &name, raw) else { continue };
                if packs.indemnities.insert(name.clone(), Arc::new(rule)).is_some() {
                    notes.add(&name, "this indemnity stands in two files");
                }
            }
        }
        "escalation" => {
            for (name, entry) in notes.named(key, value) {
                let Some(raw) = notes.shape::<RawEscalation>(&name, entry) else { continue };
                let Some(rule) = escalation(notes, &name, raw) else { continue };
                if packs.escalations.insert(name.clone(), Arc::new(rule)).is_some() {
                    notes.add(&name, "this escalation stands in two files");
                }
            }
        }
        other => notes.add(
            other,
            "unknown section: expected pack, standard, indemnity, escalation, cause, fact, source, counting or billing_frequency",
        ),
    }
}

/// Labels of sources used by indemnities and escalations must exist. Standards are checked with the rest of them.
pub(super) fn check_sources(packs: &Packs, files: &[(&str, &str)], defects: &mut Vec<Defect>) {
    let unknown =
        |labels: &[String]| labels.iter().find(|label| !packs.sources.contains_key(*label)).cloned();
    let mut found: Vec<(String, String)> = Vec::new();
    found.extend(
        packs.indemnities.values().filter_map(|rule| Some((rule.code.clone(), unknown(&rule.sources)?))),
    );
    found.extend(
        packs.escalations.values().filter_map(|rule| Some((rule.code.clone(), unknown(&rule.sources)?))),
    );
    found
        .extend(packs.causes.iter().filter_map(|cause| Some((cause.code.clone(), unknown(&cause.sources)?))));
    found.sort();
    for (record, label) in found {
        let quoted = format!("\"{label}\"");
        let file = files.iter().find(|(_, text)| text.contains(&quoted)).map_or("", |(file, _)| *file);
        defects.push(Defect { file: file.to_owned(), record, reason: format!("unknown source «{label}»") });
    }
}

/// An amount that must not be negative.
fn amount(notes: &mut Notes<'_>, record: &str, cents: i64) -> Money {
    if cents < 0 {
        notes.add(record, format!("a negative amount: {cents} cents"));
    }
    Money::from_cents(cents)
}

fn indemnity(notes: &mut Notes<'_>, name: &str, raw: RawIndemnity) -> Option<IndemnityRule> {
    let amounts = match (raw.base_cents, raw.by_meter_class, raw.by_customer) {
        (Some(base), None, None) => Amounts::Fixed(amount(notes, name, base)),
        (None, Some(bands), None) => {
            let mut read = Vec::with_capacity(bands.len());
            for band in bands {
                let from = meter_class_tenths(&band.from);
                let to = band.to.as_deref().map(meter_class_tenths);
                let (Some(from), None | Some(Some(_))) = (from, to) else {
                    notes.add(name, "a meter class that cannot be read: expected for example G6 or G1.6");
                    return None;
                };
                read.push(MeterBand { from, to: to.flatten(), base: amount(notes, name, band.base_cents) });
            }
            Amounts::ByMeterClass(read)
        }
        (None, None, Some(classes)) => Amounts::ByCustomer(
            classes
                .into_iter()
                .map(|class| (class.customer, amount(notes, name, class.base_cents)))
                .collect(),
        ),
        _ => {
            notes.add(name, "give exactly one of `base_cents`, `by_meter_class`, `by_customer`");
            return None;
        }
    };
    Some(IndemnityRule {
        code: name.to_owned(),
        amounts,
        max: raw.max_cents.map(|cents| amount(notes, name, cents)),
        payee: raw.payee,
        max_per_calendar_year: raw.max_per_calendar_year_same_standard,
        credit_deadline_days: raw.credit_deadline_days,
        credit_deadline_months: raw.credit_deadline_months,
        credit_deadline_months_four_monthly: raw.credit_deadline_months_four_monthly,
        credit_on: raw.credit_on,
        suspended_while_in_arrears: raw.suspended_while_in_arrears,
        reason_text_required: raw.reason_text_required,
        confidence: raw.confidence,
        sources: raw.sources,
        note: raw.note,
    })
}

fn escalation(notes: &mut Notes<'_>, name: &str, raw: RawEscalation) -> Option<Escalation> {
    let growth = match raw.growth.as_str() {
        "steps" => {
            let steps: Vec<(i64, i64)> =
                raw.steps.iter().flatten().map(|step| (step.over, step.factor)).collect();
            let growing = steps.is_sorted_by(|a, b| a.0 < b.0);
            if steps.is_empty() || !growing || steps.iter().any(|(over, factor)| *over < 1 || *factor < 0) {
                notes.add(
                    name,
                    "steps must name growing multiples from 1 on, with factors that are not negative",
                );
                return None;
            }
            Growth::Steps(steps)
        }
        "per_day" => Growth::PerDay,
        "late_bill" => Growth::LateBill(ladder(notes, name, &raw)?),
        other => {
            notes.add(name, format!("unknown growth «{other}»: expected steps, late_bill or per_day"));
            return None;
        }
    };
    Some(Escalation {
        code: name.to_owned(),
        description_it: raw.description_it,
        description_en: raw.description_en,
        growth,
        confidence: raw.confidence,
        sources: raw.sources,
    })
}

/// The ladder of late bills, all of whose days and amounts are needed.
fn ladder(notes: &mut Notes<'_>, name: &str, raw: &RawEscalation) -> Option<LateBill> {
    let needed = (
        raw.first_days.zip(raw.first_cents),
        raw.further_days.zip(raw.further_cents),
        raw.further_until_day,
        raw.middle_until_day.zip(raw.middle_cents),
        raw.last_cents,
    );
    let (Some(first), Some(further), Some(further_until_day), Some(middle), Some(last)) = needed else {
        notes.add(name, "a late-bill ladder needs all its days and amounts");
        return None;
    };
    if further.0 < 1 {
        notes.add(name, "`further_days` must be at least 1");
        return None;
    }
    Some(LateBill {
        first_days: first.0,
        first: amount(notes, name, first.1),
        further_days: further.0,
        further: amount(notes, name, further.1),
        further_until_day,
        middle_until_day: middle.0,
        middle: amount(notes, name, middle.1),
        last: amount(notes, name, last),
    })
}
