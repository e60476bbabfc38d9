//! How much a miss owes: base amounts by class, and how they grow with delay.

use jiff::{ToSpan, civil::Date};
use kernel::Money;
use serde::Deserialize;

use crate::case::Customer;
use crate::model::Confidence;

/// A fact of the customer without which an amount cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingFact {
    /// The class of the gas meter is absent or in no band.
    MeterClass,
    /// The class of the electricity customer is absent or not listed.
    CustomerClass,
}

impl MissingFact {
    /// The field of the case, as the JSON of a batch names it.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::MeterClass => "customer.meter_class",
            Self::CustomerClass => "customer.class",
        }
    }
}

/// To whom the money goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Payee {
    /// The customer.
    #[default]
    Customer,
    /// The supplier who asked the distributor.
    Supplier,
}

/// Gas meter classes from one to another, in tenths (`G1.6` is 16, `G40` 400), and their amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeterBand {
    /// The smallest class.
    pub from: u32,
    /// The largest class, or none for the last band.
    pub to: Option<u32>,
    /// The base amount.
    pub base: Money,
}

/// Reads a meter class, `G1.6`, `g4` or `G2,5`, in tenths.
#[must_use]
pub fn meter_class_tenths(text: &str) -> Option<u32> {
    let number = text.trim().strip_prefix(['G', 'g'])?.trim();
    let (whole, tenth) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    let digits =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u32>().ok())?;
    let tenth = if tenth.len() == 1 {
        digits(tenth)?
    } else {
        return None;
    };
    digits(whole)?.checked_mul(10)?.checked_add(tenth)
}

/// The base amounts of an indemnity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amounts {
    /// The same for all.
    Fixed(Money),
    /// By the class of the gas meter.
    ByMeterClass(Vec<MeterBand>),
    /// By the class of the customer.
    ByCustomer(Vec<(String, Money)>),
}

/// An automatic indemnity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndemnityRule {
    /// Its name in packs.
    pub code: String,
    /// The base amounts.
    pub amounts: Amounts,
    /// The most one case owes.
    pub max: Option<Money>,
    /// To whom it goes.
    pub payee: Payee,
    /// Indemnities owed in a calendar year for the same standard; zero is no cap.
    pub max_per_calendar_year: u32,
    /// Calendar days from the birth of the obligation within which it must be credited.
    pub credit_deadline_days: Option<u16>,
    /// Months within which it must be credited.
    pub credit_deadline_months: Option<u16>,
    /// The same where bills are four-monthly.
    pub credit_deadline_months_four_monthly: Option<u16>,
    /// How it is credited, for readers of the pack.
    pub credit_on: Option<String>,
    /// Whether it waits while the customer is in arrears; so unless a pack says otherwise.
    pub suspended_while_in_arrears: bool,
    /// Whether the bill must carry the reason.
    pub reason_text_required: bool,
    /// How sure the figures are.
    pub confidence: Confidence,
    /// Labels of sources.
    pub sources: Vec<String>,
    /// What a reader of the pack should know.
    pub note: Option<String>,
}

impl IndemnityRule {
    /// The base amount for a customer.
    ///
    /// # Errors
    /// [`MissingFact`] when the amount depends on something the case does not say.
    pub fn base(&self, customer: &Customer) -> Result<Money, MissingFact> {
        match &self.amounts {
            Amounts::Fixed(base) => Ok(*base),
            Amounts::ByMeterClass(bands) => customer
                .meter_class
                .as_deref()
                .and_then(meter_class_tenths)
                .and_then(|class| bands.iter().find(|b| b.from <= class && b.to.is_none_or(|to| class <= to)))
                .map(|band| band.base)
                .ok_or(MissingFact::MeterClass),
            Amounts::ByCustomer(classes) => customer
                .class
                .as_deref()
                .and_then(|class| classes.iter().find(|(name, _)| name == class))
                .map(|(_, base)| *base)
                .ok_or(MissingFact::CustomerClass),
        }
    }

    /// The last day for crediting it, counted from the day the obligation was born; none where no term is set.
    #[must_use]
    pub fn credit_deadline(&self, born: Date, four_monthly_bills: bool) -> Option<Date> {
        let months = match self.credit_deadline_months_four_monthly {
            Some(months) if four_monthly_bills => Some(months),
            _ => self.credit_deadline_months,
        };
        let by_days =
            self.credit_deadline_days.and_then(|days| born.checked_add(i64::from(days).days()).ok());
        let by_months = months.and_then(|months| born.checked_add(i64::from(months).months()).ok());
        match (by_days, by_months) {
            (Some(days), Some(months)) => Some(days.min(months)),
            (days, months) => days.or(months),
        }
    }
}

/// How an amount grows with delay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Growth {
    /// The base amount times a factor, by how many times the limit is passed: pairs of (over, factor), growing.
    Steps(Vec<(i64, i64)>),
    /// The ladder of late bills (TIF), by calendar days of delay.
    LateBill(LateBill),
    /// The base amount for each day of delay.
    PerDay,
}

/// The ladder of late bills: a first amount, a further amount for each group of days begun, then two fixed ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LateBill {
    /// Days of delay covered by the first amount.
    pub first_days: i64,
    /// The first amount.
    pub first: Money,
    /// Length of each further group of days.
    pub further_days: i64,
    /// Added for each further group begun.
    pub further: Money,
    /// The last day of delay of the growing part.
    pub further_until_day: i64,
    /// The last day of delay of the middle amount.
    pub middle_until_day: i64,
    /// The middle amount.
    pub middle: Money,
    /// The amount after that.
    pub last: Money,
}

impl LateBill {
    /// The amount for so many days of delay; nothing for none.
    #[must_use]
    pub fn amount(&self, days_late: i64) -> Money {
        if days_late <= 0 {
            Money::ZERO
        } else if days_late <= self.first_days {
            self.first
        } else if days_late <= self.further_until_day {
            let beyond = days_late - self.first_days;
            let groups =
                beyond.div_euclid(self.further_days) + i64::from(beyond.rem_euclid(self.further_days) > 0);
            Money::from_cents(self.first.cents() + groups * self.further.cents())
        } else if days_late <= self.middle_until_day {
            self.middle
        } else {
            self.last
        }
    }
}

/// A way of growing, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escalation {
    /// Its name in packs.
    pub code: String,
    /// In Italian, to follow "the indemnity is owed".
    pub description_it: String,
    /// In English.
    pub description_en: String,
    /// The rule.
    pub growth: Growth,
    /// How sure that is.
    pub confidence: Confidence,
    /// Labels of sources.
    pub sources: Vec<String>,
}

impl Escalation {
    /// Whether the amount is owed once, however long the delay.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        matches!(&self.growth, Growth::Steps(steps) if steps.len() == 1)
    }

    /// The amount owed when the limit is passed `multiple` times, `days_late` days beyond it.
    #[must_use]
    pub fn amount(&self, base: Money, multiple: i64, days_late: i64) -> Money {
        match &self.growth {
            Growth::Steps(steps) => {
                let factor =
                    steps.iter().rev().find(|(over, _)| *over <= multiple).map_or(0, |(_, factor)| *factor);
                Money::from_cents(base.cents().saturating_mul(factor))
            }
            Growth::LateBill(ladder) => ladder.amount(days_late),
            Growth::PerDay => Money::from_cents(base.cents().saturating_mul(days_late.max(0))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_bill_climbs_the_ladder_of_the_act() {
        let escalation = crate::Packs::shipped().escalation("tif_steps").unwrap();
        for (days, cents) in [
            (0, 0),
            (1, 600),
            (10, 600),
            (11, 800),
            (15, 800),
            (16, 1000),
            (20, 1000),
            (21, 1200),
            (40, 1800),
            (41, 2000),
            (45, 2000),
            (46, 4000),
            (90, 4000),
            (91, 6000),
            (400, 6000),
        ] {
            assert_eq!(escalation.amount(Money::from_cents(600), 1, days).cents(), cents, "{days} days late");
        }
    }

    #[test]
    fn meter_classes_are_read_in_tenths() {
        for (text, tenths) in [("G1.6", 16), ("G2,5", 25), ("g4", 40), (" G40 ", 400), ("G1000", 10_000)] {
            assert_eq!(meter_class_tenths(text), Some(tenths), "{text}");
        }
        for text in ["", "6", "G", "G4.25", "Gx", "G-4", "G4.", "G99999999999"] {
            assert_eq!(meter_class_tenths(text), None, "{text}");
        }
    }

    #[test]
    fn the_gas_amount_follows_the_meter_class() {
        let rule = crate::Packs::shipped().indemnity("gas_class").unwrap();
        let of = |class: &str| {
            rule.base(&Customer { meter_class: Some(class.into()), ..Customer::default() }).map(Money::cents)
        };
        for (class, cents) in [
            ("G1.6", 3500),
            ("G4", 3500),
            ("G6", 3500),
            ("G10", 7000),
            ("G25", 7000),
            ("G40", 14000),
            ("G1000", 14000),
        ] {
            assert_eq!(of(class), Ok(cents), "{class}");
        }
        assert_eq!(of("G8"), Err(MissingFact::MeterClass));
        assert_eq!(rule.base(&Customer::default()), Err(MissingFact::MeterClass));
    }

    #[test]
    fn an_indemnity_is_credited_within_its_term() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let packs = crate::Packs::shipped();
        let water = packs.indemnity("water_30").unwrap();
        assert_eq!(water.credit_deadline(day("2026-01-01"), false), Some(day("2026-06-30")));
        let sales = packs.indemnity("sales_25").unwrap();
        assert_eq!(sales.credit_deadline(day("2026-08-31"), false), Some(day("2027-02-28")));
        assert_eq!(sales.credit_deadline(day("2026-08-31"), true), Some(day("2027-04-30")));
        assert_eq!(packs.indemnity("gas_class").unwrap().credit_deadline(day("2026-01-01"), false), None);
    }
}
