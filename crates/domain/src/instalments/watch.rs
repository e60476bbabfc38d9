//! What a running plan asks for today.

use calendar::{Calendar, DayUnit, date_of, day_number};
use kernel::{Date, Money};
use serde::{Deserialize, Serialize};

use super::{Instalment, Interest};

/// When the customer is reminded, and how long an instalment may be late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchRules {
    /// Calendar days before its last day that an instalment is reminded of; zero: never.
    pub reminder_days: i64,
    /// Working days an instalment may still be paid in, from its last day and from the notice that it is late.
    pub grace_days: i64,
}

impl Default for WatchRules {
    fn default() -> Self {
        Self { reminder_days: 7, grace_days: 10 }
    }
}

/// What the customer was told already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The last instalment the customer was reminded of; zero: none.
    pub reminded: u32,
    /// The last instalment whose delay the customer was told of, and the day; none: of no delay.
    pub warned: Option<(u32, Date)>,
}

/// What is to be done about a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    /// Nothing but to wait.
    Running,
    /// The next instalment is due soon: the customer is to be reminded.
    Reminder,
    /// An instalment is late: the customer is to be told, once.
    Late,
    /// It was not paid in time after that: the plan ends and the debt is open again.
    Missed,
    /// Everything is paid.
    Paid,
}

impl PlanState {
    /// The word the process decides by.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Reminder => "reminder",
            Self::Late => "late",
            Self::Missed => "missed",
            Self::Paid => "paid",
        }
    }
}

/// A plan as it is today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watched {
    /// What is to be done.
    pub state: PlanState,
    /// The first instalment that is not paid in full; none: all are.
    pub next: Option<Instalment>,
    /// What is paid of it already.
    pub paid: Money,
    /// The last day it may still be paid without the plan ending, as far as it is known.
    pub until: Option<Date>,
    /// The day to look again, always after today; today for a plan that is over.
    pub look_on: Date,
}

/// Looks at a plan. Payments pay the instalment that is due first, whatever slip they came by: nobody loses a plan
/// because of the wrong slip.
#[must_use]
pub fn watch(
    instalments: &[Instalment],
    paid: Money,
    told: Told,
    today: Date,
    rules: &WatchRules,
    days: &Calendar,
) -> Watched {
    let mut left = paid;
    let mut unpaid = instalments.iter().skip_while(|instalment| {
        let covered = left >= instalment.amount();
        if covered {
            left -= instalment.amount();
        }
        covered
    });
    let Some(next) = unpaid.next().copied() else {
        return Watched {
            state: PlanState::Paid,
            next: None,
            paid: Money::ZERO,
            until: None,
            look_on: today,
        };
    };
    let grace = |from: Date| days.add(DayUnit::WorkingDay, from, rules.grace_days);
    let warned = told.warned.filter(|(of, _)| *of == next.number).map(|(_, on)| on);
    let until = warned.map(|on| grace(on).max(grace(next.due_on)));
    let (state, look_on) = if today > next.due_on {
        match until {
            None => (PlanState::Late, day_number(today) + 1),
            Some(until) if today > until => (PlanState::Missed, day_number(today)),
            Some(until) => (PlanState::Running, day_number(until) + 1),
        }
    } else {
        let reminder = day_number(next.due_on) - rules.reminder_days;
        let to_remind = rules.reminder_days > 0 && told.reminded < next.number;
        if to_remind && day_number(today) >= reminder {
            (PlanState::Reminder, day_number(today) + 1)
        } else if to_remind {
            (PlanState::Running, reminder)
        } else {
            (PlanState::Running, day_number(next.due_on) + 1)
        }
    };
    Watched { state, next: Some(next), paid: left, until, look_on: date_of(look_on) }
}

/// What settles the whole plan on a day: what is due by then, the rest of the debt, and the interest it has borne since
/// the last instalment before that day. Interest that has not accrued yet is not asked for.
#[must_use]
pub fn pay_off(instalments: &[Instalment], paid: Money, interest: Interest, from: Date, on: Date) -> Money {
    let due: Money =
        instalments.iter().filter(|instalment| instalment.due_on <= on).map(Instalment::amount).sum();
    let rest = || instalments.iter().filter(|instalment| instalment.due_on > on);
    let debt: Money = rest().map(|instalment| instalment.principal).sum();
    let most: Money = rest().map(|instalment| instalment.interest).sum();
    let last = instalments.iter().map(|instalment| instalment.due_on).filter(|due_on| *due_on <= on).max();
    let days = day_number(on) - day_number(last.unwrap_or(from));
    let borne = interest.of(debt, days).min(most);
    (due + debt + borne - paid).max(Money::ZERO)
}
