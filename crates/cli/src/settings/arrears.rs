//! Rules of arrears and of instalments from the settings file. What changes by date, or is a table, is a list of texts with
//! spaces between their values, so that a variable can hold it too: `2026-01-01 water 3500`.

use app::{ArrearsSettings, Dated, InstalmentSettings};
use domain::{
    access::Role,
    debt::Weight,
    instalments::{Limits, RightRules},
};
use kernel::{Date, Money, Sector};
use serde::Deserialize;

use crate::failure::Failure;

/// Arrears and reconnection.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Arrears {
    fees: Option<Vec<String>>,
    checks: Option<Vec<String>>,
    protected_uses: Option<Vec<String>>,
    limitation_months: Option<i64>,
}

/// Plans of instalments.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Instalments {
    rates: Option<Vec<String>>,
    rights: Option<Vec<String>>,
    limits: Option<Vec<String>>,
    checks: Option<Vec<String>>,
    usual: Option<u32>,
    most: Option<u32>,
    smallest_cents: Option<i64>,
    least_debt_cents: Option<i64>,
    first_due_days: Option<i64>,
    down_days: Option<i64>,
    months_between_bills: Option<u32>,
    reminder_days: Option<i64>,
    grace_days: Option<i64>,
}

/// The values of a text, each read; what cannot be read is named with what was expected.
fn parts<const N: usize>(setting: &str, text: &str, expected: &str) -> Result<[String; N], Failure> {
    let values: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    values.try_into().map_err(|_| wrong(setting, text, expected))
}

fn wrong(setting: &str, text: &str, expected: &str) -> Failure {
    Failure::new(format!("{setting}: {text:?} is not {expected}"))
}

impl Arrears {
    /// Lays what is given over what holds without it.
    pub fn lay(self, into: &mut ArrearsSettings) -> Result<(), Failure> {
        if let Some(fees) = self.fees {
            into.fees = fees.iter().map(|text| fee(text)).collect::<Result<_, _>>()?;
        }
        if let Some(checks) = self.checks {
            into.checks.0.extend(weights("arrears.checks", &checks)?);
        }
        if let Some(uses) = self.protected_uses {
            into.protected_uses = uses;
        }
        into.limitation_months = self.limitation_months.unwrap_or(into.limitation_months);
        Ok(())
    }
}

fn fee(text: &str) -> Result<Dated<(Sector, Money)>, Failure> {
    let (name, expected) = ("arrears.fees", "a day, a service and cents, as in 2026-01-01 water 3500");
    let [day, sector, cents] = parts(name, text, expected)?;
    let read = day.parse::<Date>().ok().zip(Sector::from_code(&sector)).zip(cents.parse::<i64>().ok());
    let ((from, sector), cents) = read.ok_or_else(|| wrong(name, text, expected))?;
    Ok(Dated { from, value: (sector, Money::from_cents(cents)) })
}

fn weights(name: &str, checks: &[String]) -> Result<Vec<(String, Weight)>, Failure> {
    let expected = "an obstacle and block, warn or off, as in point_not_suspended warn";
    let one = |text: &String| {
        let [code, weight] = parts(name, text, expected)?;
        let weight = Weight::from_code(&weight).ok_or_else(|| wrong(name, text, expected))?;
        Ok((code, weight))
    };
    checks.iter().map(one).collect()
}

impl Instalments {
    /// Lays what is given over what holds without it.
    pub fn lay(self, into: &mut InstalmentSettings) -> Result<(), Failure> {
        if let Some(rates) = self.rates {
            into.rates = rates.iter().map(|text| rate(text)).collect::<Result<_, _>>()?;
        }
        if let Some(rights) = self.rights {
            into.rights = right_rules(&rights)?;
        }
        if let Some(limits) = self.limits {
            into.limits = limits.iter().map(|text| limit(text)).collect::<Result<_, _>>()?;
        }
        if let Some(checks) = self.checks {
            into.checks.0.extend(weights("instalments.checks", &checks)?);
        }
        into.usual = self.usual.unwrap_or(into.usual);
        into.most = self.most.unwrap_or(into.most);
        into.smallest = self.smallest_cents.map_or(into.smallest, Money::from_cents);
        into.least_debt = self.least_debt_cents.map_or(into.least_debt, Money::from_cents);
        into.first_due_days = self.first_due_days.unwrap_or(into.first_due_days);
        into.down_days = self.down_days.unwrap_or(into.down_days);
        into.months_between_bills = self.months_between_bills.unwrap_or(into.months_between_bills);
        into.watch.reminder_days = self.reminder_days.unwrap_or(into.watch.reminder_days);
        into.watch.grace_days = self.grace_days.unwrap_or(into.watch.grace_days);
        Ok(())
    }
}

fn rate(text: &str) -> Result<Dated<u32>, Failure> {
    let (name, expected) = ("instalments.rates", "a day and hundredths of a percent, as in 2025-06-11 215");
    let [day, rate] = parts(name, text, expected)?;
    let read = day.parse::<Date>().ok().zip(rate.parse::<u32>().ok());
    let (from, value) = read.ok_or_else(|| wrong(name, text, expected))?;
    Ok(Dated { from, value })
}

/// The thresholds by day: each line changes one figure from its day on.
fn right_rules(lines: &[String]) -> Result<Vec<Dated<RightRules>>, Failure> {
    let (name, expected) =
        ("instalments.rights", "a day, a threshold and its figure, as in 2023-01-01 water_over_percent 80");
    let mut read = Vec::new();
    for text in lines {
        let [day, field, figure] = parts(name, text, expected)?;
        let both = day.parse::<Date>().ok().zip(figure.parse::<i64>().ok());
        let (from, figure) = both.ok_or_else(|| wrong(name, text, expected))?;
        read.push((from, field, figure, text));
    }
    read.sort_by_key(|(from, ..)| *from);
    let first = Dated { from: Date::constant(2015, 1, 1), value: RightRules::default() };
    let mut all = vec![first];
    for (from, field, figure, text) in read {
        let before = all.last().map(|dated| dated.value).unwrap_or_default();
        let mut fields = serde_json::to_value(before)
            .map_err(|error| Failure::while_doing("instalments.rights", error))?;
        let known = fields.get_mut(&field).ok_or_else(|| wrong(name, text, expected))?;
        *known = serde_json::json!(figure);
        let value = serde_json::from_value(fields).map_err(|_| wrong(name, text, expected))?;
        all.push(Dated { from, value });
    }
    // Of two lines of one day both count: the second has the first in it.
    all.reverse();
    all.dedup_by_key(|dated| dated.from);
    all.reverse();
    Ok(all)
}

fn limit(text: &str) -> Result<(Role, Limits), Failure> {
    let (name, expected) = (
        "instalments.limits",
        "a role, cents, instalments, months and waive or ask, as in operator 100000 6 12 ask",
    );
    let [role, debt, count, months, waive] = parts(name, text, expected)?;
    let read = Role::from_code(&role)
        .zip(debt.parse::<i64>().ok())
        .zip(count.parse::<u32>().ok().zip(months.parse::<u32>().ok()))
        .filter(|_| matches!(waive.as_str(), "waive" | "ask"));
    let ((role, debt), (count, months)) = read.ok_or_else(|| wrong(name, text, expected))?;
    Ok((role, Limits { debt: Money::from_cents(debt), count, months, waive: waive == "waive" }))
}

/// The settings in force as `check` prints them.
pub fn shown(arrears: &ArrearsSettings, plans: &InstalmentSettings) -> Vec<(&'static str, String)> {
    let weights = |all: &domain::debt::Weights| {
        let line = |(code, weight): (&String, &Weight)| format!("{code} {weight:?}").to_lowercase();
        all.0.iter().map(line).collect::<Vec<_>>().join(", ")
    };
    let fees =
        arrears.fees.iter().map(|fee| format!("{} {} {}", fee.from, fee.value.0.code(), fee.value.1.cents()));
    let limits = plans.limits.iter().map(|(role, l)| {
        let waive = if l.waive { "waive" } else { "ask" };
        format!("{} {} {} {} {waive}", role.code(), l.debt.cents(), l.count, l.months)
    });
    let rates = plans.rates.iter().map(|rate| format!("{} {}", rate.from, rate.value));
    let rights = plans.rights.iter().map(|rules| {
        let r = rules.value;
        format!("{} water {} % {} days", rules.from, r.water_over_percent, r.water_days_after_due)
    });
    let joined = |lines: Vec<String>| lines.join(", ");
    vec![
        ("arrears.fees", joined(fees.collect())),
        ("arrears.checks", weights(&arrears.checks)),
        ("arrears.protected_uses", arrears.protected_uses.join(", ")),
        ("arrears.limitation_months", arrears.limitation_months.to_string()),
        ("instalments.rates", joined(rates.collect())),
        ("instalments.rights", joined(rights.collect())),
        ("instalments.limits", joined(limits.collect())),
        ("instalments.checks", weights(&plans.checks)),
        ("instalments.usual", plans.usual.to_string()),
        ("instalments.most", plans.most.to_string()),
        ("instalments.smallest_cents", plans.smallest.cents().to_string()),
        ("instalments.least_debt_cents", plans.least_debt.cents().to_string()),
        ("instalments.first_due_days", plans.first_due_days.to_string()),
        ("instalments.down_days", plans.down_days.to_string()),
        ("instalments.months_between_bills", plans.months_between_bills.to_string()),
        ("instalments.reminder_days", plans.watch.reminder_days.to_string()),
        ("instalments.grace_days", plans.watch.grace_days.to_string()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn tables_are_read_from_texts_and_a_wrong_one_says_what_is_expected() {
        let file = Instalments {
            rates: Some(vec!["2025-06-11 215".to_owned(), "2026-06-10 200".to_owned()]),
            rights: Some(vec![
                "2026-07-01 water_over_percent 90".to_owned(),
                "2023-01-01 water_over_percent 80".to_owned(),
                "2023-01-01 water_days_after_due 12".to_owned(),
            ]),
            limits: Some(vec!["operator 50000 4 6 waive".to_owned()]),
            checks: Some(vec!["debt_small off".to_owned()]),
            usual: Some(3),
            ..Instalments::default()
        };
        let mut settings = InstalmentSettings::default();
        assert!(file.lay(&mut settings).is_ok());
        assert_eq!((settings.rate(day("2026-06-09")), settings.rate(day("2026-06-10"))), (215, 200));
        let rules = settings.right_rules(day("2026-06-30"));
        assert_eq!((rules.water_over_percent, rules.water_days_after_due), (80, 12));
        let rules = settings.right_rules(day("2026-07-01"));
        assert_eq!((rules.water_over_percent, rules.water_days_after_due), (90, 12));
        assert_eq!(settings.limits_of(&[Role::Operator]).map(|l| (l.count, l.waive)), Some((4, true)));
        assert_eq!(settings.checks.0.get("debt_small"), Some(&Weight::Off));
        assert_eq!((settings.usual, settings.most), (3, 24));

        let mut arrears = ArrearsSettings::default();
        let fees = |text: &str| Arrears { fees: Some(vec![text.to_owned()]), ..Arrears::default() };
        assert!(fees("2026-01-01 water 4000").lay(&mut arrears).is_ok());
        assert_eq!(arrears.fee(Sector::Water, day("2026-03-11")).cents(), 4_000);
        for wrong in ["water 4000", "2026-01-01 wine 4000", "ieri water 4000", "2026-01-01 water quaranta"] {
            let told = fees(wrong).lay(&mut arrears).map_err(|error| error.to_string());
            assert!(told.is_err_and(|told| told.contains("2026-01-01 water 3500")), "{wrong}");
        }
        let unknown = vec!["2026-01-01 wine_percent 80".to_owned()];
        assert!(right_rules(&unknown).is_err());
    }
}
