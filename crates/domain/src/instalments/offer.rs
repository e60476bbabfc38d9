//! What a plan is proposed with: the usual amount of the bills, their rhythm, how many instalments, when the first is
//! due, and what an account may grant by itself.

use calendar::{date_of, day_number};
use kernel::{Date, Money};
use serde::{Deserialize, Serialize};

use super::{Right, Split};

/// A bill of the past, for what was usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastBill {
    /// The day of issue.
    pub issued_on: Date,
    /// Its last day.
    pub due_on: Date,
    /// What it asked for.
    pub amount: Money,
}

fn months_from(day: Date, months: i64) -> Date {
    jiff::Span::new().try_months(months).ok().and_then(|span| day.checked_add(span).ok()).unwrap_or(day)
}

/// The bills issued in the twelve months before a day.
fn year_before(bills: &[PastBill], day: Date) -> Vec<&PastBill> {
    let from = months_from(day, -12);
    let counts =
        |bill: &&PastBill| bill.issued_on >= from && bill.issued_on < day && bill.amount > Money::ZERO;
    bills.iter().filter(counts).collect()
}

/// The mean of the bills of the twelve months before a day, rounded down; none: there were none. Fewer than a year of bills
/// are as good as there are.
#[must_use]
pub fn usual_before(bills: &[PastBill], day: Date) -> Option<Money> {
    let year = year_before(bills, day);
    let sum: Money = year.iter().map(|bill| bill.amount).sum();
    let count = i64::try_from(year.len()).ok().filter(|count| *count > 0)?;
    Some(Money::from_cents(sum.cents() / count))
}

/// Months from one bill to the next, by how many were issued in the last twelve months: one, two, three, four, six or
/// twelve. `otherwise` where there are fewer than two.
#[must_use]
pub fn months_between(bills: &[PastBill], today: Date, otherwise: u32) -> u32 {
    match year_before(bills, today).len() {
        0 | 1 => otherwise.max(1),
        2 => 6,
        3 => 4,
        4 | 5 => 3,
        6..=8 => 2,
        _ => 1,
    }
}

/// The next last day of the bills in their rhythm that is so many calendar days ahead, or more.
#[must_use]
pub fn next_due(last_due: Date, every_months: u32, today: Date, days_ahead: i64) -> Date {
    let least = date_of(day_number(today) + days_ahead.clamp(1, 10_000));
    let mut months = 0;
    let mut day = last_due;
    // A rhythm of a month reaches any day of the century after the last bill.
    while day < least && months < 1_200 {
        months += i64::from(every_months.max(1));
        day = months_from(last_due, months);
    }
    day.max(least)
}

/// How many instalments are proposed, and how many may be asked for at most: the months the right gives in the rhythm of
/// the bills, else what the utility usually grants. What a right gives is never cut, even in instalments every month.
#[must_use]
pub fn how_many(right: Option<&Right>, every_months: u32, usual: u32, most: u32) -> (u32, u32) {
    let every = every_months.max(1);
    let given = right.and_then(|right| right.least_months.or(right.within_months));
    // A plan of at least twelve months every five months has three instalments: the last one after twelve months.
    let proposed = given.map_or(usual, |months| months.div_ceil(every)).max(2);
    let within = right.and_then(|right| right.within_months);
    let proposed = within.map_or(proposed, |months| proposed.min((months / every).max(2)));
    (proposed, most.max(given.unwrap_or(0)).max(proposed))
}

/// The debt spread as the bills of the same months were a year ago; equal parts where there were none.
#[must_use]
pub fn proportions(bills: &[PastBill], today: Date, first_due: Date, count: u32, every_months: u32) -> Split {
    let year = year_before(bills, today);
    let month = |day: Date| i64::from(day.month()) - 1;
    let weight = |index: u32| {
        let due = month(months_from(first_due, i64::from(index) * i64::from(every_months)));
        // The months that this instalment stands for: those since the one before.
        let stands_for =
            |bill: &&&PastBill| (due - month(bill.due_on)).rem_euclid(12) < i64::from(every_months.max(1));
        let sum: Money = year.iter().filter(stands_for).map(|bill| bill.amount).sum();
        u64::try_from(sum.cents()).unwrap_or(0)
    };
    let weights: Vec<u64> = (0..count).map(weight).collect();
    // With nothing in one of them an instalment would ask for nothing.
    if weights.contains(&0) { Split::Equal } else { Split::Proportionate(weights) }
}

/// What an account may grant where no rule gives a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The largest debt.
    pub debt: Money,
    /// The most instalments.
    pub count: u32,
    /// The most months from today to the last instalment.
    pub months: u32,
    /// Whether interest may be waived.
    pub waive: bool,
}

/// What is asked for beyond a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The debt.
    pub debt: Money,
    /// How many instalments.
    pub count: u32,
    /// Today.
    pub on: Date,
    /// The last day of the last instalment.
    pub last_due: Date,
    /// Whether interest is waived.
    pub waived: bool,
}

impl Wanted {
    fn longer_than(&self, months: u32) -> bool {
        self.last_due > months_from(self.on, i64::from(months))
    }

    /// Whether somebody else must approve it: without a right when it goes beyond the limits, none where there are none;
    /// with a right when it lasts longer than the right asks for, or waives interest the right does not.
    #[must_use]
    pub fn needs_approval(&self, right: Option<&Right>, limits: Option<&Limits>, every_months: u32) -> bool {
        let Some(limits) = limits else { return false };
        match right {
            None => {
                self.debt > limits.debt
                    || self.count > limits.count
                    || self.longer_than(limits.months)
                    || (self.waived && !limits.waive)
            }
            Some(right) => {
                // Where the right says nothing of months, the account's own limit holds.
                let months = right.least_months.or(right.within_months).unwrap_or(limits.months);
                // The first instalment may be due as late as the next bill.
                self.longer_than(months.saturating_add(every_months))
                    || (self.waived && !right.interest_free && !limits.waive)
            }
        }
    }
}
