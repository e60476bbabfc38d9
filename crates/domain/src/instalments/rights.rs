//! When a plan is a right, and what it must be like then.

use kernel::{Date, Money, Sector};
use serde::{Deserialize, Serialize};

/// Why the utility must grant a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Water: a bill far above the mean of the twelve months before it (RQSII art. 42).
    WaterHighBill,
    /// Water: a debt with a notice of default (REMSI).
    WaterArrears,
    /// Water: a condominium with a notice of default that pays half at once (REMSI).
    WaterCondominium,
    /// Electricity and gas: a bill by actual use far above the estimated ones (TIV, TIVG).
    EnergyRecalculation,
    /// Electricity and gas: consumption rebuilt after a fault of the meter (TIV, TIVG).
    EnergyMeterFault,
    /// Electricity and gas: bills not issued at their rhythm (TIV, TIVG).
    EnergyMissedBills,
    /// Electricity and gas: the holder of a social bonus with a notice of default (TIV, TIVG).
    EnergyBonus,
}

impl Ground {
    /// The stable code, which is also the key of its sentence.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::WaterHighBill => "water_high_bill",
            Self::WaterArrears => "water_arrears",
            Self::WaterCondominium => "water_condominium",
            Self::EnergyRecalculation => "energy_recalculation",
            Self::EnergyMeterFault => "energy_meter_fault",
            Self::EnergyMissedBills => "energy_missed_bills",
            Self::EnergyBonus => "energy_bonus",
        }
    }
}

/// Thresholds and days. The figures of the default are those of public copies of the acts; those of energy, and whether
/// the percentages of water are still these, are to be checked against the act in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RightRules {
    /// Water: by how much percent a bill must be above the mean (RQSII art. 42: 80, formerly 100).
    pub water_over_percent: u32,
    /// Water: from how much percent above the mean the slips go out with the bill itself (150).
    pub water_slips_over_percent: u32,
    /// Water: calendar days after the due day of the bill until which a plan may be asked for (10).
    pub water_days_after_due: i64,
    /// Water: months a plan on a debt in arrears must last at least, if the customer wants it so (REMSI: 12).
    pub arrears_least_months: u32,
    /// Water: calendar days before the final date of the notice of default until which it may be asked for (REMSI: 5).
    pub arrears_days_before_final: i64,
    /// Water: the percentage a condominium pays at once (REMSI: 50).
    pub condominium_down_percent: u32,
    /// Water: months within which a condominium pays the rest (REMSI: 6).
    pub condominium_within_months: u32,
    /// Energy: by how much percent a bill by actual use must be above the estimated ones, households (150).
    pub energy_household_over_percent: u32,
    /// Energy: the same for others (250).
    pub energy_other_over_percent: u32,
}

impl Default for RightRules {
    fn default() -> Self {
        Self {
            water_over_percent: 80,
            water_slips_over_percent: 150,
            water_days_after_due: 10,
            arrears_least_months: 12,
            arrears_days_before_final: 5,
            condominium_down_percent: 50,
            condominium_within_months: 6,
            energy_household_over_percent: 150,
            energy_other_over_percent: 250,
        }
    }
}

/// What is odd about a bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Oddity {
    /// The utility stopped billing for a while.
    BillingStop,
    /// The utility had no readings.
    MissingReadings,
    /// The meter was at fault and consumption was rebuilt.
    MeterFault,
    /// Bills were not issued at their rhythm.
    MissedBills,
}

/// A bill a plan is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedBill {
    /// What it asks for.
    pub amount: Money,
    /// What is still to pay.
    pub open: Money,
    /// Its last day.
    pub due_on: Date,
    /// The mean of the bills of the twelve months before it; none: there were none.
    pub usual: Option<Money>,
    /// Whether it is by actual use after estimated ones.
    pub recalculates: bool,
    /// What is odd about it.
    pub oddity: Option<Oddity>,
}

/// What is asked, by whom.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// The service.
    pub sector: Sector,
    /// A household.
    pub household: bool,
    /// A condominium.
    pub condominium: bool,
    /// Whether the holder has a social bonus.
    pub bonus: bool,
    /// The day the request arrived.
    pub on: Date,
    /// The bills.
    pub bills: &'a [AskedBill],
    /// The final date of the notice of default; none: no notice was sent.
    pub final_date: Option<Date>,
}

/// A right to a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Right {
    /// Why.
    pub ground: Ground,
    /// The last day it may be asked for; none: the rules set none.
    pub until: Option<Date>,
    /// Whether it was asked for in time; afterwards the plan is the utility's choice.
    pub in_time: bool,
    /// Months the plan must last if the customer wants it so.
    pub least_months: Option<u32>,
    /// Months within which it must be paid.
    pub within_months: Option<u32>,
    /// What must be paid at once.
    pub down: Money,
    /// Whether no interest may be asked for: the utility's own delay made the bill large (RQSII art. 42).
    pub interest_free: bool,
    /// Whether the slips of the instalments had to come with the bill (RQSII art. 42).
    pub slips_with_bill: bool,
}

impl Right {
    fn new(ground: Ground, until: Option<Date>, asked: &Asked<'_>) -> Self {
        Self {
            ground,
            until,
            in_time: until.is_none_or(|until| asked.on <= until),
            least_months: None,
            within_months: None,
            down: Money::ZERO,
            interest_free: false,
            slips_with_bill: false,
        }
    }
}

/// Every right the rules give on what is asked, asked for in time or not; none: the plan is the utility's choice.
#[must_use]
pub fn rights(asked: &Asked<'_>, rules: &RightRules) -> Vec<Right> {
    let open = asked.bills.iter().any(|bill| bill.open > Money::ZERO);
    match asked.sector {
        _ if !open => Vec::new(),
        Sector::Water => water(asked, rules),
        Sector::Electricity | Sector::Gas => energy(asked, rules),
        // Bulk gas and telephone are outside these acts.
        Sector::Lpg | Sector::Telecom => Vec::new(),
    }
}

/// The right that is worth most to the customer: asked for in time, free of interest, with the least paid at once, the
/// longest.
#[must_use]
pub fn best(rights: &[Right]) -> Option<&Right> {
    let worth = |right: &Right| {
        (
            right.interest_free,
            std::cmp::Reverse(right.down),
            right.within_months.is_none(),
            right.least_months,
        )
    };
    rights.iter().filter(|right| right.in_time).max_by_key(|right| worth(right))
}

/// Whether an amount is more than so many percent above the usual one. Without a usual amount nothing is above it.
fn is_above(amount: Money, usual: Option<Money>, percent: u32) -> bool {
    usual.filter(|usual| *usual > Money::ZERO).is_some_and(|usual| {
        i128::from(amount.cents()) * 100 > i128::from(usual.cents()) * (100 + i128::from(percent))
    })
}

fn days_later(day: Date, days: i64) -> Date {
    calendar::date_of(calendar::day_number(day) + days)
}

fn water(asked: &Asked<'_>, rules: &RightRules) -> Vec<Right> {
    let mut found = Vec::new();
    let open = asked.bills.iter().filter(|bill| bill.open > Money::ZERO);
    for bill in open.filter(|bill| is_above(bill.amount, bill.usual, rules.water_over_percent)) {
        let until = days_later(bill.due_on, rules.water_days_after_due);
        let mut right = Right::new(Ground::WaterHighBill, Some(until), asked);
        right.interest_free = matches!(bill.oddity, Some(Oddity::BillingStop | Oddity::MissingReadings));
        right.slips_with_bill = is_above(bill.amount, bill.usual, rules.water_slips_over_percent);
        found.push(right);
    }
    let Some(final_date) = asked.final_date else { return found };
    if asked.condominium {
        let mut right = Right::new(Ground::WaterCondominium, Some(final_date), asked);
        right.down = share(debt(asked), rules.condominium_down_percent);
        right.within_months = Some(rules.condominium_within_months);
        found.push(right);
    } else {
        let until = days_later(final_date, -rules.arrears_days_before_final);
        let mut right = Right::new(Ground::WaterArrears, Some(until), asked);
        right.least_months = Some(rules.arrears_least_months);
        found.push(right);
    }
    found
}

/// What is still to pay on all bills.
fn debt(asked: &Asked<'_>) -> Money {
    asked.bills.iter().map(|bill| bill.open).sum()
}

/// A percentage of an amount, up to the next cent: a half that must be paid is never a cent short.
fn share(amount: Money, percent: u32) -> Money {
    let cents = (i128::from(amount.cents()) * i128::from(percent) + 99).div_euclid(100);
    Money::from_cents(i64::try_from(cents).unwrap_or(i64::MAX))
}

fn energy(asked: &Asked<'_>, rules: &RightRules) -> Vec<Right> {
    let percent =
        if asked.household { rules.energy_household_over_percent } else { rules.energy_other_over_percent };
    let mut grounds = Vec::new();
    for bill in asked.bills.iter().filter(|bill| bill.open > Money::ZERO) {
        if bill.recalculates && is_above(bill.amount, bill.usual, percent) {
            grounds.push(Ground::EnergyRecalculation);
        }
        match bill.oddity {
            Some(Oddity::MeterFault) => grounds.push(Ground::EnergyMeterFault),
            Some(Oddity::MissedBills | Oddity::BillingStop) => grounds.push(Ground::EnergyMissedBills),
            Some(Oddity::MissingReadings) | None => {}
        }
    }
    if asked.bonus && asked.final_date.is_some() {
        grounds.push(Ground::EnergyBonus);
    }
    let mut seen = Vec::new();
    grounds.retain(|ground| {
        let new = !seen.contains(ground);
        seen.push(*ground);
        new
    });
    grounds.into_iter().map(|ground| Right::new(ground, None, asked)).collect()
}
