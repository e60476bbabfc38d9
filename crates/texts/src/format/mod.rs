//! Numbers, money, dates, times and codes as people read them. What differs between languages is in [`it`] and [`en`];
//! here are the functions of [`Texts`] that templates call, and reading a typed date.

pub mod codes;
pub mod en;
pub mod it;
pub mod typed;

use jiff::civil::{Date, Time};
use kernel::{Instant, Lang, Money};

use crate::{Count, Texts};

pub use codes::{iban_grouped, iban_masked, phone};
pub use typed::{NotADate, read_date};

/// What a span of time is counted in; the codes are those of the service standards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// Monday to Friday without holidays.
    WorkingDay,
    /// Monday to Saturday without holidays.
    MonSatDay,
    /// Every day.
    CalendarDay,
    /// Sixty minutes.
    Hour,
    /// Sixty seconds.
    Minute,
    /// A second.
    Second,
}

impl TimeUnit {
    /// Every unit.
    pub const ALL: [Self; 6] =
        [Self::WorkingDay, Self::MonSatDay, Self::CalendarDay, Self::Hour, Self::Minute, Self::Second];

    /// The code a standard's record carries: `working_day`, `mon_sat_day`, `calendar_day`, `hour`, `minute`, `second`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::WorkingDay => "working_day",
            Self::MonSatDay => "mon_sat_day",
            Self::CalendarDay => "calendar_day",
            Self::Hour => "hour",
            Self::Minute => "minute",
            Self::Second => "second",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.code() == code)
    }
}

/// A date, time, moment or amount, by value or by any reference (templates pass references).
pub trait Value<T> {
    /// The value.
    fn value(&self) -> T;
}

impl<T, V: Value<T> + ?Sized> Value<T> for &V {
    fn value(&self) -> T {
        (**self).value()
    }
}

macro_rules! values {
    ($($kind:ty),+) => {$(
        impl Value<$kind> for $kind {
            fn value(&self) -> $kind {
                *self
            }
        }
    )+};
}

values!(Date, Time, Instant, Money);

/// A no-break space: between a figure and what belongs to it.
pub(crate) const NBSP: char = '\u{a0}';

/// The mark between units and tenths.
pub(crate) const fn decimal_mark(lang: Lang) -> char {
    match lang {
        Lang::It => it::DECIMAL_MARK,
        Lang::En => en::DECIMAL_MARK,
    }
}

/// Digits in groups of three.
pub(crate) fn grouped(value: u64, lang: Lang) -> String {
    kernel::money::group(
        value,
        match lang {
            Lang::It => it::GROUP_MARK,
            Lang::En => en::GROUP_MARK,
        },
    )
}

/// Each function takes its value by value or by reference, because templates pass references.
impl Texts {
    /// A whole number: `12.840`, `12,840`.
    #[must_use]
    pub fn number(&self, value: impl Count) -> String {
        let value = value.count();
        let sign = if value < 0 { "-" } else { "" };
        format!("{sign}{}", grouped(value.unsigned_abs(), self.lang()))
    }

    /// A number given in its smallest part with `decimals` digits after the mark: `decimal(45, 1)` is `4,5`.
    #[must_use]
    pub fn decimal(&self, value: impl Count, decimals: impl Count) -> String {
        let (value, decimals) = (value.count(), u32::try_from(decimals.count()).unwrap_or(0).min(18));
        if decimals == 0 {
            return self.number(value);
        }
        let unit = 10_u64.pow(decimals);
        let (whole, part) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
        let sign = if value < 0 { "-" } else { "" };
        let width = usize::try_from(decimals).unwrap_or(0);
        format!("{sign}{}{}{part:0width$}", grouped(whole, self.lang()), decimal_mark(self.lang()))
    }

    /// An amount: `1.284,50 €`, `€1,284.50`.
    #[must_use]
    pub fn money(&self, amount: impl Value<Money>) -> String {
        // A true minus sign is as wide as a plus and is read as one; a hyphen is not.
        amount.value().show(self.lang()).replace('-', "−")
    }

    /// A whole quantity and its unit: `1.284 m³`.
    #[must_use]
    pub fn quantity(&self, value: impl Count, unit: impl std::fmt::Display) -> String {
        format!("{}{NBSP}{unit}", self.number(value))
    }

    /// A quantity with decimals and its unit: `quantity_decimal(45, 1, "kW")` is `4,5 kW`; zeros after the mark are dropped.
    #[must_use]
    pub fn quantity_decimal(
        &self,
        value: impl Count,
        decimals: impl Count,
        unit: impl std::fmt::Display,
    ) -> String {
        let text = self.decimal(value, decimals);
        let mark = decimal_mark(self.lang());
        let short =
            if text.contains(mark) { text.trim_end_matches('0').trim_end_matches(mark) } else { &text };
        format!("{short}{NBSP}{unit}")
    }

    /// A percentage given in tenths: `983` is `98,3%`.
    #[must_use]
    pub fn percent(&self, tenths: impl Count) -> String {
        format!("{}%", self.decimal(tenths, 1))
    }

    /// A date in figures: `11/03/2026`, `11 Mar 2026`.
    #[must_use]
    pub fn date(&self, date: impl Value<Date>) -> String {
        match self.lang() {
            Lang::It => it::date(date.value()),
            Lang::En => en::date(date.value()),
        }
    }

    /// A date close to today: `ieri`, `oggi`, `domani`, `mer 11/03`; with the year when it is another one.
    #[must_use]
    pub fn date_near(&self, date: impl Value<Date>, today: impl Value<Date>) -> String {
        let (date, today) = (date.value(), today.value());
        let days = (date - today).get_days();
        match self.lang() {
            Lang::It => it::date_near(date, days, date.year() == today.year()),
            Lang::En => en::date_near(date, days, date.year() == today.year()),
        }
    }

    /// A date in words: `venerdì 20 marzo`, with the year only when it is not this one.
    #[must_use]
    pub fn date_long(&self, date: impl Value<Date>, today: impl Value<Date>) -> String {
        let (date, today) = (date.value(), today.value());
        match self.lang() {
            Lang::It => it::date_long(date, date.year() == today.year()),
            Lang::En => en::date_long(date, date.year() == today.year()),
        }
    }

    /// A date in words with its year, for papers: `20 marzo 2026`, `20 March 2026`.
    #[must_use]
    pub fn date_paper(&self, date: impl Value<Date>) -> String {
        let date = date.value();
        format!("{} {} {}", date.day(), self.month(date.month()), date.year())
    }

    /// The name of a month, 1 to 12; empty for any other number.
    #[must_use]
    pub fn month(&self, month: impl Count) -> String {
        let index = usize::try_from(month.count().saturating_sub(1)).unwrap_or(usize::MAX);
        let names = match self.lang() {
            Lang::It => &it::MONTHS,
            Lang::En => &en::MONTHS,
        };
        names.get(index).copied().unwrap_or_default().to_owned()
    }

    /// The name of a day of the week: `venerdì`, `Friday`.
    #[must_use]
    pub fn weekday(&self, date: impl Value<Date>) -> String {
        let day = date.value().weekday();
        match self.lang() {
            Lang::It => it::weekday(day),
            Lang::En => en::weekday(day),
        }
        .to_owned()
    }

    /// A time of day: `9:15`.
    #[must_use]
    pub fn time(&self, time: impl Value<Time>) -> String {
        let time = time.value();
        format!("{}:{:02}", time.hour(), time.minute())
    }

    /// A moment in Rome, date and time: `11/03/2026 9:15`.
    #[must_use]
    pub fn moment(&self, at: impl Value<Instant>) -> String {
        let local = at.value().in_rome();
        format!("{} {}", self.date(local.date()), self.time(local.time()))
    }

    /// A moment in Rome close to today: `oggi 9:15`, `mer 11/03 9:15`.
    #[must_use]
    pub fn moment_near(&self, at: impl Value<Instant>, today: impl Value<Date>) -> String {
        let local = at.value().in_rome();
        format!("{} {}", self.date_near(local.date(), today), self.time(local.time()))
    }

    /// A band of time in figures: `9:00–12:00`.
    #[must_use]
    pub fn band(&self, from: impl Value<Time>, to: impl Value<Time>) -> String {
        format!("{}–{}", self.time(from), self.time(to))
    }

    /// A band of time in words: `dalle 9 alle 12`, `from 9:00 to 12:00`.
    #[must_use]
    pub fn band_long(&self, from: impl Value<Time>, to: impl Value<Time>) -> String {
        match self.lang() {
            Lang::It => it::band(from.value(), to.value()),
            Lang::En => format!("from {} to {}", self.time(from), self.time(to)),
        }
    }

    /// A span, short: `5 gg lav.`, `1 g lav.`, `2 gg feriali`, `45 gg solari`, `4 h`.
    #[must_use]
    pub fn span(&self, count: impl Count, unit: TimeUnit) -> String {
        let count = count.count();
        let word = match self.lang() {
            Lang::It => it::unit_short(unit, count == 1),
            Lang::En => en::unit_short(unit, count == 1),
        };
        self.quantity(count, word)
    }

    /// A span in full words: `5 giorni lavorativi`, `5 working days`.
    #[must_use]
    pub fn span_long(&self, count: impl Count, unit: TimeUnit) -> String {
        let count = count.count();
        let word = match self.lang() {
            Lang::It => it::unit_long(unit, count == 1),
            Lang::En => en::unit_long(unit, count == 1),
        };
        self.quantity(count, word)
    }
}

#[cfg(test)]
mod tests;
