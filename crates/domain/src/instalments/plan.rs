//! A debt spread over instalments.

use calendar::{Calendar, DayUnit};
use kernel::{Date, Money};
use serde::{Deserialize, Serialize};

/// How a debt is spread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Split {
    /// Every instalment asks for the same amount, interest included; the last one is lower by the cents left over.
    Equal,
    /// The debt is spread in these proportions, one for each instalment: what the bills of the same months used to be.
    /// Interest comes on top.
    Proportionate(Vec<u64>),
}

/// Simple interest, counted by days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interest {
    /// Hundredths of one percent a year: 215 is 2.15 %. Zero: none. Water: at most the reference rate of the European
    /// Central Bank, and none where the utility's own delay made the bill large (RQSII art. 42).
    pub rate: u32,
    /// Days of the year the rate is for.
    pub year_days: u32,
}

/// Days beyond every calendar: more than these are never counted, so that nothing overflows.
const LONGEST: i64 = 10_000_000;

impl Interest {
    /// No interest.
    pub const NONE: Self = Self { rate: 0, year_days: 365 };

    /// What an amount bears in some days, to the nearest cent, halves up; nothing for no days or no debt.
    #[must_use]
    pub fn of(self, amount: Money, days: i64) -> Money {
        let parts = 10_000 * i128::from(self.year_days.max(1));
        let whole =
            i128::from(amount.cents().max(0)) * i128::from(self.rate) * i128::from(days.clamp(0, LONGEST));
        Money::from_cents(i64::try_from((whole + parts / 2) / parts).unwrap_or(i64::MAX))
    }
}

/// What a plan may be like, on the day it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conditions {
    /// The fewest instalments.
    pub least: u32,
    /// The most instalments.
    pub most: u32,
    /// The smallest amount of an instalment, but for the cents by which the last one is lower.
    pub smallest: Money,
    /// What the debt bears while it is being paid.
    pub interest: Interest,
    /// Whether a due day on which nobody works moves to the next working day.
    pub on_working_days: bool,
}

/// The plan that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// What is owed.
    pub debt: Money,
    /// The part paid at once: it is no instalment and bears no interest.
    pub down: Money,
    /// The day from which interest runs.
    pub from: Date,
    /// The last day of the first instalment.
    pub first_due: Date,
    /// How many instalments.
    pub count: u32,
    /// Months from one instalment to the next: the rhythm of the bills, unless something else is agreed.
    pub every_months: u32,
    /// How the debt is spread.
    pub split: Split,
}

/// One instalment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    /// Its number, from one.
    pub number: u32,
    /// Its last day.
    pub due_on: Date,
    /// The part of the debt.
    pub principal: Money,
    /// The interest since the instalment before.
    pub interest: Money,
}

impl Instalment {
    /// What is to be paid.
    #[must_use]
    pub fn amount(&self) -> Money {
        self.principal + self.interest
    }
}

/// A plan that may be agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What is paid at once.
    pub down: Money,
    /// The instalments, first due first.
    pub instalments: Vec<Instalment>,
}

impl Plan {
    /// All interest.
    #[must_use]
    pub fn interest(&self) -> Money {
        self.instalments.iter().map(|instalment| instalment.interest).sum()
    }

    /// Everything that is to be paid, what is paid at once included.
    #[must_use]
    pub fn total(&self) -> Money {
        self.down + self.instalments.iter().map(Instalment::amount).sum::<Money>()
    }
}

/// Why no plan can be made of what is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanProblem {
    /// Nothing is owed.
    NothingOwed,
    /// The part paid at once is below zero, or is the whole debt.
    DownPayment,
    /// Fewer instalments than the fewest.
    TooFew {
        /// The fewest.
        least: u32,
    },
    /// More instalments than the most.
    TooMany {
        /// The most.
        most: u32,
    },
    /// The first instalment is due before the plan begins.
    FirstDueTooEarly,
    /// The first instalment is due so late that the interest until then is more than an instalment.
    FirstDueTooLate,
    /// The days would lie beyond every calendar, or in no rhythm.
    Rhythm,
    /// There is not one proportion for each instalment, or all are zero.
    Proportions,
    /// An instalment would be too small.
    TooSmall {
        /// The smallest.
        smallest: Money,
    },
}

impl PlanProblem {
    /// The stable code, which is also the key of its sentence.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NothingOwed => "plan_nothing_owed",
            Self::DownPayment => "plan_down_payment",
            Self::TooFew { .. } => "plan_too_few",
            Self::TooMany { .. } => "plan_too_many",
            Self::FirstDueTooEarly => "plan_first_due_early",
            Self::FirstDueTooLate => "plan_first_due_late",
            Self::Rhythm => "plan_rhythm",
            Self::Proportions => "plan_proportions",
            Self::TooSmall { .. } => "plan_too_small",
        }
    }
}

/// Works the plan out. The parts of the debt add up to the debt to the cent.
///
/// # Errors
/// Everything that is wrong with what is asked; what can only be seen once the plan is worked out is told when nothing
/// else is wrong.
pub fn plan(terms: &Terms, conditions: &Conditions, days: &Calendar) -> Result<Plan, Vec<PlanProblem>> {
    let problems = asked_wrongly(terms, conditions);
    if !problems.is_empty() {
        return Err(problems);
    }
    let due = due_days(terms, conditions, days).ok_or_else(|| vec![PlanProblem::Rhythm])?;
    let left = terms.debt - terms.down;
    let interest = conditions.interest;
    let parts = match &terms.split {
        Split::Equal => equal(left, terms.from, &due, interest)?,
        Split::Proportionate(weights) => {
            proportionate(left, weights).ok_or_else(|| vec![PlanProblem::Proportions])?
        }
    };
    let instalments = with_interest(left, terms.from, &due, &parts, interest);
    let regular = match terms.split {
        // The last one is lower by the cents left over.
        Split::Equal => instalments.first().map(Instalment::amount),
        Split::Proportionate(_) => instalments.iter().map(Instalment::amount).min(),
    };
    let some = instalments.iter().all(|instalment| instalment.amount() > Money::ZERO);
    if !some || regular.is_none_or(|amount| amount < conditions.smallest) {
        return Err(vec![PlanProblem::TooSmall { smallest: conditions.smallest }]);
    }
    Ok(Plan { down: terms.down, instalments })
}

/// What is wrong before anything is worked out.
fn asked_wrongly(terms: &Terms, conditions: &Conditions) -> Vec<PlanProblem> {
    let mut problems = Vec::new();
    if terms.debt <= Money::ZERO {
        problems.push(PlanProblem::NothingOwed);
    } else if terms.down < Money::ZERO || terms.down >= terms.debt {
        problems.push(PlanProblem::DownPayment);
    }
    if terms.count < conditions.least.max(1) {
        problems.push(PlanProblem::TooFew { least: conditions.least.max(1) });
    } else if terms.count > conditions.most {
        problems.push(PlanProblem::TooMany { most: conditions.most });
    }
    if terms.first_due < terms.from {
        problems.push(PlanProblem::FirstDueTooEarly);
    }
    if terms.every_months == 0 {
        problems.push(PlanProblem::Rhythm);
    }
    if let Split::Proportionate(weights) = &terms.split
        && (u32::try_from(weights.len()) != Ok(terms.count) || weights.iter().all(|weight| *weight == 0))
    {
        problems.push(PlanProblem::Proportions);
    }
    problems
}

/// The last day of each instalment, counted from the first so that the 31st comes back after a short month. `None`:
/// beyond every calendar.
fn due_days(terms: &Terms, conditions: &Conditions, days: &Calendar) -> Option<Vec<Date>> {
    (0..terms.count)
        .map(|index| {
            let months = i64::from(index) * i64::from(terms.every_months);
            let day = terms.first_due.checked_add(jiff::Span::new().try_months(months).ok()?).ok()?;
            let moves = conditions.on_working_days && !days.is_counted(DayUnit::WorkingDay, day);
            Some(if moves { days.next(DayUnit::WorkingDay, day) } else { day })
        })
        .collect()
}

/// Days from one moment of the plan to the next.
fn between(from: Date, to: Date) -> i64 {
    calendar::day_number(to) - calendar::day_number(from)
}

/// The part of the debt in each instalment, so that all instalments ask for the same: the smallest such amount with
/// which the last instalment asks for no more than the others.
fn equal(debt: Money, from: Date, due: &[Date], interest: Interest) -> Result<Vec<Money>, Vec<PlanProblem>> {
    let paid_off = |amount: i64| {
        let mut left = debt;
        let mut before = from;
        let mut parts = Vec::new();
        for (index, day) in due.iter().enumerate() {
            let borne = interest.of(left, between(before, *day));
            let last = index + 1 == due.len();
            let part = if last { left } else { Money::from_cents(amount) - borne };
            if last && part + borne > Money::from_cents(amount) {
                return None;
            }
            left -= part;
            before = *day;
            parts.push(part);
        }
        Some(parts)
    };
    // The whole debt with all its interest pays off in any case.
    let span = due.last().map_or(0, |last| between(from, *last));
    let mut high =
        (debt + interest.of(debt, span)).cents().saturating_add(i64::try_from(due.len()).unwrap_or(0));
    let mut low = 0;
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if paid_off(middle).is_some() { high = middle } else { low = middle }
    }
    let parts = paid_off(high).unwrap_or_default();
    if parts.iter().any(|part| *part < Money::ZERO) {
        // The debt would grow: what was borne until the first day is more than what is paid then. Only an instalment
        // below zero by the cents of the last one is too small instead.
        let shrinking =
            parts.split_last().is_some_and(|(_, others)| others.iter().all(|part| *part >= Money::ZERO));
        return Err(vec![if shrinking {
            PlanProblem::TooSmall { smallest: Money::from_cents(1) }
        } else {
            PlanProblem::FirstDueTooLate
        }]);
    }
    Ok(parts)
}

/// The debt in these proportions, to the cent: each part is rounded down, and the cents left go to the parts that lost
/// most by it, earlier ones first. `None`: all proportions are zero.
fn proportionate(debt: Money, weights: &[u64]) -> Option<Vec<Money>> {
    let cents = i128::from(debt.cents());
    let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if sum == 0 {
        return None;
    }
    // Cents have 63 bits and a proportion 64: the product fits.
    let exact: Vec<i128> = weights.iter().map(|weight| cents * i128::from(*weight)).collect();
    let mut parts: Vec<i128> = exact.iter().map(|product| product / sum).collect();
    let mut order: Vec<(usize, i128)> = exact.iter().map(|product| product % sum).enumerate().collect();
    order.sort_by(|(a_index, a), (b_index, b)| b.cmp(a).then(a_index.cmp(b_index)));
    let missing = usize::try_from(cents - parts.iter().sum::<i128>()).unwrap_or(0);
    for (index, _) in order.into_iter().take(missing) {
        if let Some(part) = parts.get_mut(index) {
            *part += 1;
        }
    }
    parts.into_iter().map(|part| i64::try_from(part).ok().map(Money::from_cents)).collect()
}

/// The instalments, each with the interest that the debt left before it bore since the one before.
fn with_interest(
    debt: Money,
    from: Date,
    due: &[Date],
    parts: &[Money],
    interest: Interest,
) -> Vec<Instalment> {
    let mut left = debt;
    let mut before = from;
    let mut instalments = Vec::new();
    for (number, (due_on, principal)) in (1..).zip(due.iter().zip(parts)) {
        let borne = interest.of(left, between(before, *due_on));
        instalments.push(Instalment { number, due_on: *due_on, principal: *principal, interest: borne });
        left -= *principal;
        before = *due_on;
    }
    instalments
}
