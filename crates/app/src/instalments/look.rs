//! A plan as it stands today.

use calendar::Calendar;
use domain::instalments::{Instalment, PlanState, Told, WatchRules, Watched, pay_off, watch};
use kernel::{Date, Money};
use store::{
    Tx,
    registry::{
        bill,
        plan::{self, StoredInstalment, StoredPlan},
    },
};

use crate::{App, Ctx, Error};

/// A plan with its instalments and what was paid of it.
#[derive(Clone, Debug)]
pub struct Looked {
    /// The plan.
    pub plan: StoredPlan,
    /// Its instalments; number zero, where there is one, is what is paid at once.
    pub instalments: Vec<StoredInstalment>,
    /// What was paid of the debt: open when the plan was agreed, less open now.
    pub paid: Money,
    /// What of the debt is still open.
    pub open: Money,
    /// What the plan asks for today.
    pub watched: Watched,
}

/// Looks at a plan. An instalment is paid when its part of the debt is: interest that billing took by itself is not seen
/// here, and nobody loses a plan for it.
pub(crate) fn look_at(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, plan: &StoredPlan) -> Result<Looked, Error> {
    let instalments = plan::instalments(tx, plan.id)?;
    let (mut agreed, mut open) = (Money::ZERO, Money::ZERO);
    for (id, then) in plan::bills(tx, plan.id)? {
        agreed += then;
        open += bill::by_id(tx, id)?.map_or(Money::ZERO, |of| of.bill.open());
    }
    let paid = (agreed - open).max(Money::ZERO);
    let mut looked = Looked { plan: plan.clone(), instalments, paid, open, watched: over(ctx.today()) };
    looked.watched = looked.watch(ctx.today(), plan.told, &app.settings.instalments.watch);
    Ok(looked)
}

/// A plan of which nothing is left.
const fn over(today: Date) -> Watched {
    Watched { state: PlanState::Paid, next: None, paid: Money::ZERO, until: None, look_on: today }
}

impl Looked {
    /// What the plan asks for on a day, with what the customer was told.
    pub(crate) fn watch(&self, today: Date, told: Told, rules: &WatchRules) -> Watched {
        if self.open <= Money::ZERO {
            return over(today);
        }
        let without: Vec<Instalment> =
            self.all().map(|one| Instalment { interest: Money::ZERO, ..one }).collect();
        let mut watched = watch(&without, self.paid, told, today, rules, Calendar::national());
        // What was paid back is open again although all instalments seem paid: nothing is due before the last one.
        if watched.state == PlanState::Paid {
            watched.state = PlanState::Running;
            watched.look_on = today.tomorrow().unwrap_or(today);
        }
        // The instalment itself, with its interest.
        watched.next = watched.next.and_then(|next| self.all().find(|one| one.number == next.number));
        watched
    }

    /// The instalments as they were agreed.
    pub fn all(&self) -> impl Iterator<Item = Instalment> + '_ {
        self.instalments.iter().map(|one| one.instalment)
    }

    /// Whether an instalment is past its day.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        self.watched.next.is_some_and(|next| next.due_on < today)
    }

    /// What is to be paid of an instalment: its part of the debt that is not paid yet, and its interest.
    #[must_use]
    pub fn left_of(&self, number: u32) -> (Money, Money) {
        let mut paid = self.paid;
        let mut interest_paid = self.plan.interest_paid;
        for one in self.all() {
            let principal = (one.principal - paid).max(Money::ZERO);
            let interest = (one.interest - interest_paid).max(Money::ZERO);
            if one.number == number {
                // An instalment that billing booked as paid asks for no interest here.
                let interest = if principal == Money::ZERO { Money::ZERO } else { interest };
                return (principal.min(self.open), interest);
            }
            paid = (paid - one.principal).max(Money::ZERO);
            interest_paid = (interest_paid - one.interest).max(Money::ZERO);
        }
        (Money::ZERO, Money::ZERO)
    }

    /// What settles the whole plan on a day: interest that has not accrued yet is not asked for.
    #[must_use]
    pub fn pay_off(&self, on: Date) -> Money {
        let all: Vec<Instalment> = self.all().collect();
        let paid = self.paid + self.plan.interest_paid;
        pay_off(&all, paid, self.plan.interest, self.plan.from_on, on).max(self.open)
    }
}
