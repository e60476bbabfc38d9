//! Local rules of arrears and of plans of instalments. What the law or the utility changes by date has its first day.

use domain::{
    access::Role,
    debt::Weights,
    instalments::{Limits, RightRules, WatchRules},
};
use kernel::{Date, Money, Sector};

/// A value from a day on, until the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated<T> {
    /// Its first day.
    pub from: Date,
    /// The value.
    pub value: T,
}

impl<T> Dated<T> {
    /// The value in force on a day; none before the first one.
    #[must_use]
    pub fn in_force(all: &[Self], day: Date) -> Option<&T> {
        let begun = all.iter().filter(|dated| dated.from <= day);
        begun.max_by_key(|dated| dated.from).map(|dated| &dated.value)
    }
}

/// Local rules of arrears and reconnection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrearsSettings {
    /// What a reconnection costs, by service.
    pub fees: Vec<Dated<(Sector, Money)>>,
    /// What obstacles to a reconnection do where the utility set something else than the rules propose.
    pub checks: Weights,
    /// Kinds of use, in the billing system's words, that may not be cut: hospitals, schools, public use.
    pub protected_uses: Vec<String>,
    /// After how many months use may no longer be asked for (law 205/2017: 24).
    pub limitation_months: i64,
}

impl Default for ArrearsSettings {
    fn default() -> Self {
        let from = Date::constant(2026, 1, 1);
        let fee = |sector, cents| Dated { from, value: (sector, Money::from_cents(cents)) };
        Self {
            fees: vec![fee(Sector::Water, 3_500), fee(Sector::Gas, 4_000), fee(Sector::Electricity, 2_500)],
            checks: Weights::default(),
            protected_uses: vec!["Pubblico".to_owned(), "Ospedale".to_owned(), "Scuola".to_owned()],
            limitation_months: 24,
        }
    }
}

impl ArrearsSettings {
    /// What the reconnection of a supply costs on a day; nothing where no price is set.
    #[must_use]
    pub fn fee(&self, sector: Sector, day: Date) -> Money {
        let own: Vec<Dated<Money>> = self
            .fees
            .iter()
            .filter(|fee| fee.value.0 == sector)
            .map(|fee| Dated { from: fee.from, value: fee.value.1 })
            .collect();
        Dated::in_force(&own, day).copied().unwrap_or(Money::ZERO)
    }
}

/// Local rules of plans of instalments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalmentSettings {
    /// The interest a plan bears, in hundredths of a percent a year: at most the reference rate of the European Central
    /// Bank (RQSII art. 42).
    pub rates: Vec<Dated<u32>>,
    /// Days of the year the rate is for.
    pub year_days: u32,
    /// Thresholds and days of the rights to a plan.
    pub rights: Vec<Dated<RightRules>>,
    /// How many instalments are proposed where no rule says it.
    pub usual: u32,
    /// The most instalments where no rule says it.
    pub most: u32,
    /// The smallest instalment.
    pub smallest: Money,
    /// The smallest debt for which a plan is granted without a right.
    pub least_debt: Money,
    /// Calendar days from today to the first due day that is proposed, at least.
    pub first_due_days: i64,
    /// Working days in which what is paid at once is to be paid.
    pub down_days: i64,
    /// Months between bills of a supply that has had too few to tell.
    pub months_between_bills: u32,
    /// When the customer is reminded, and how long an instalment may be late.
    pub watch: WatchRules,
    /// What an account may grant by itself, by role; a role that is not named has no limits.
    pub limits: Vec<(Role, Limits)>,
    /// What obstacles to a plan do where the utility set something else than the rules propose.
    pub checks: Weights,
}

impl Default for InstalmentSettings {
    fn default() -> Self {
        let limits = |euro: i64, count, months| Limits {
            debt: Money::from_cents(euro * 100),
            count,
            months,
            waive: false,
        };
        Self {
            rates: vec![Dated { from: Date::constant(2025, 6, 11), value: 215 }],
            year_days: 365,
            rights: vec![Dated { from: Date::constant(2015, 1, 1), value: RightRules::default() }],
            usual: 4,
            most: 24,
            smallest: Money::from_cents(2_000),
            least_debt: Money::from_cents(5_000),
            first_due_days: 10,
            down_days: 5,
            months_between_bills: 2,
            watch: WatchRules::default(),
            limits: vec![
                (Role::Operator, limits(1_000, 6, 12)),
                (Role::CallCentre, limits(1_000, 6, 12)),
                (Role::BackOffice, limits(3_000, 12, 18)),
            ],
            checks: Weights::default(),
        }
    }
}

impl InstalmentSettings {
    /// The interest of a day; none before the first rate.
    #[must_use]
    pub fn rate(&self, day: Date) -> u32 {
        Dated::in_force(&self.rates, day).copied().unwrap_or(0)
    }

    /// The thresholds of a day.
    #[must_use]
    pub fn right_rules(&self, day: Date) -> RightRules {
        Dated::in_force(&self.rights, day).copied().unwrap_or_default()
    }

    /// What an account with these roles may grant: the widest of its roles; none: without limits, as the program itself.
    #[must_use]
    pub fn limits_of(&self, roles: &[Role]) -> Option<Limits> {
        let mut widest: Option<Limits> = None;
        for role in roles {
            let own = self.limits.iter().find(|(known, _)| known == role).map(|(_, limits)| *limits)?;
            widest = Some(widest.map_or(own, |w| Limits {
                debt: w.debt.max(own.debt),
                count: w.count.max(own.count),
                months: w.months.max(own.months),
                waive: w.waive || own.waive,
            }));
        }
        widest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_of_a_day_is_the_last_that_began() {
        let settings = ArrearsSettings {
            fees: vec![
                Dated { from: Date::constant(2026, 1, 1), value: (Sector::Water, Money::from_cents(3_500)) },
                Dated { from: Date::constant(2026, 7, 1), value: (Sector::Water, Money::from_cents(3_600)) },
                Dated { from: Date::constant(2026, 1, 1), value: (Sector::Gas, Money::from_cents(100)) },
            ],
            ..ArrearsSettings::default()
        };
        let fee = |month, day| settings.fee(Sector::Water, Date::constant(2026, month, day)).cents();
        assert_eq!((fee(6, 30), fee(7, 1)), (3_500, 3_600));
        assert_eq!(settings.fee(Sector::Water, Date::constant(2025, 12, 31)), Money::ZERO);
        assert_eq!(settings.fee(Sector::Lpg, Date::constant(2026, 7, 1)), Money::ZERO);
    }

    #[test]
    fn the_widest_role_counts_and_a_role_without_limits_has_none() {
        let settings = InstalmentSettings::default();
        let of = |roles: &[Role]| settings.limits_of(roles).map(|limits| limits.count);
        assert_eq!(of(&[Role::Operator]), Some(6));
        assert_eq!(of(&[Role::Operator, Role::BackOffice]), Some(12));
        assert_eq!(of(&[Role::Operator, Role::Supervisor]), None);
        assert_eq!(of(&[]), None, "the program itself");
    }
}
