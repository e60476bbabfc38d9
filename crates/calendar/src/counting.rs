//! Counting days: how many of a unit lie in `(start, end]`, and which day is the n-th.
//!
//! Weekdays are counted by arithmetic and holidays by two binary searches in a sorted list made once, so the
//! cost does not grow with the length of the span.

use std::sync::LazyLock;

use jiff::{SignedDuration, civil::Date};

use crate::holidays::{Holiday, Layer, SHIPPED_NATIONAL, read_holidays};

/// A unit of days. In Italian acts: `giorni lavorativi`, `giorni feriali`, `giorni solari`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayUnit {
    /// Monday to Friday without holidays (`giorno lavorativo`).
    WorkingDay,
    /// Monday to Saturday without holidays (`giorno feriale`).
    MonSatDay,
    /// Every day (`giorno solare`).
    CalendarDay,
}

impl DayUnit {
    /// Counted weekdays in a week, before holidays.
    const fn per_week(self) -> i64 {
        match self {
            Self::WorkingDay => 5,
            Self::MonSatDay => 6,
            Self::CalendarDay => 7,
        }
    }
}

/// Days since 1970-01-01 of a civil date; negative before.
#[must_use]
pub fn day_number(date: Date) -> i64 {
    date.duration_since(EPOCH).as_hours().div_euclid(24)
}

/// The civil date of a day number; numbers outside the years -9999 to 9999 give the nearest bound.
#[must_use]
pub fn date_of(number: i64) -> Date {
    let bound = if number < 0 { Date::MIN } else { Date::MAX };
    let Some(hours) = number.checked_mul(24) else {
        return bound;
    };
    EPOCH.checked_add(SignedDuration::from_hours(hours)).unwrap_or(bound)
}

const EPOCH: Date = Date::constant(1970, 1, 1);

/// Weekday of a day number, Monday 0 to Sunday 6. 1970-01-01 was a Thursday.
const fn weekday(number: i64) -> i64 {
    (number + 3).rem_euclid(7)
}

/// The years whose holidays are held ready; other years are computed when asked for.
const FIRST_YEAR: i16 = 1900;
const LAST_YEAR: i16 = 2299;

/// Holidays of a place and the counting of days by them.
#[derive(Clone, Debug)]
pub struct Calendar {
    holidays: Vec<Holiday>,
    /// Day numbers of holidays on Monday to Friday, sorted, each once.
    mon_fri: Vec<i64>,
    /// Day numbers of holidays on Monday to Saturday, sorted, each once.
    mon_sat: Vec<i64>,
    first: i64,
    last: i64,
}

impl Calendar {
    /// A calendar with these holidays.
    #[must_use]
    pub fn new(holidays: Vec<Holiday>) -> Self {
        let mut calendar = Self {
            holidays,
            mon_fri: Vec::new(),
            mon_sat: Vec::new(),
            first: day_number(Date::constant(FIRST_YEAR, 1, 1)),
            last: day_number(Date::constant(LAST_YEAR, 12, 31)),
        };
        let days = calendar.days_of_years(FIRST_YEAR, LAST_YEAR);
        calendar.mon_fri = days.iter().copied().filter(|day| weekday(*day) < 5).collect();
        calendar.mon_sat = days.into_iter().filter(|day| weekday(*day) < 6).collect();
        calendar
    }

    /// The national calendar shipped with the program (`standards/calendar/italy.toml`): the one by which
    /// regulated clocks are judged.
    #[must_use]
    pub fn national() -> &'static Self {
        static NATIONAL: LazyLock<Calendar> =
            LazyLock::new(|| Calendar::new(read_holidays(SHIPPED_NATIONAL).unwrap_or_default()));
        &NATIONAL
    }

    /// This calendar with the holidays of a place added.
    #[must_use]
    pub fn with_layer(&self, layer: &Layer) -> Self {
        Self::new(self.holidays.iter().chain(&layer.holidays).cloned().collect())
    }

    /// How many counted days lie in `(start, end]`: the first day is out, the last one in. Zero when `end` does
    /// not lie after `start`.
    #[must_use]
    pub fn count(&self, unit: DayUnit, start: Date, end: Date) -> i64 {
        self.count_numbers(unit, day_number(start), day_number(end))
    }

    /// [`Calendar::count`] on day numbers.
    #[must_use]
    pub fn count_numbers(&self, unit: DayUnit, start: i64, end: i64) -> i64 {
        if end <= start {
            return 0;
        }
        match unit {
            DayUnit::CalendarDay => end - start,
            DayUnit::WorkingDay | DayUnit::MonSatDay => {
                weekdays_until(unit, end) - weekdays_until(unit, start) - self.holidays_in(unit, start, end)
            }
        }
    }

    /// The n-th counted day after `start`; `start` itself for zero or less. Beyond year 9999, the last date there is.
    #[must_use]
    pub fn add(&self, unit: DayUnit, start: Date, n: i64) -> Date {
        date_of(self.add_numbers(unit, day_number(start), n))
    }

    /// [`Calendar::add`] on day numbers.
    #[must_use]
    pub fn add_numbers(&self, unit: DayUnit, start: i64, n: i64) -> i64 {
        // Far beyond every date there is, so that the arithmetic below cannot overflow.
        let n = n.clamp(0, 10_000_000);
        if unit == DayUnit::CalendarDay {
            return start + n;
        }
        // Going on by what is missing lands on a weekday of the unit each time, and stops only when the last
        // stretch held no holiday: the day found is a counted one.
        let mut day = start;
        let mut missing = n;
        while missing > 0 {
            let next = skip_weekdays(unit, day, missing);
            missing = self.holidays_in(unit, day, next);
            day = next;
        }
        day
    }

    /// The first counted day after `day`.
    #[must_use]
    pub fn next(&self, unit: DayUnit, day: Date) -> Date {
        self.add(unit, day, 1)
    }

    /// Whether the unit counts this day.
    #[must_use]
    pub fn is_counted(&self, unit: DayUnit, day: Date) -> bool {
        let number = day_number(day);
        self.count_numbers(unit, number - 1, number) == 1
    }

    /// The holidays that take a day of this unit out of `(start, end]`, in order of date; none for calendar days.
    #[must_use]
    pub fn holidays_between(&self, unit: DayUnit, start: Date, end: Date) -> Vec<(Date, &Holiday)> {
        if unit == DayUnit::CalendarDay || end <= start {
            return Vec::new();
        }
        let mut found: Vec<(Date, &Holiday)> = (start.year()..=end.year())
            .flat_map(|year| {
                self.holidays.iter().filter_map(move |holiday| Some((holiday.in_year(year)?, holiday)))
            })
            .filter(|(day, _)| *day > start && *day <= end && weekday(day_number(*day)) < unit.per_week())
            .collect();
        found.sort_by_key(|(day, _)| *day);
        found.dedup_by_key(|(day, _)| *day);
        found
    }

    /// The name of the holiday on this day, or none.
    #[must_use]
    pub fn holiday(&self, day: Date) -> Option<&Holiday> {
        self.holidays.iter().find(|holiday| holiday.in_year(day.year()) == Some(day))
    }

    /// Holidays on weekdays of the unit in `(start, end]`.
    fn holidays_in(&self, unit: DayUnit, start: i64, end: i64) -> i64 {
        let list = if unit == DayUnit::WorkingDay { &self.mon_fri } else { &self.mon_sat };
        let count = if start + 1 >= self.first && end <= self.last {
            list.partition_point(|day| *day <= end) - list.partition_point(|day| *day <= start)
        } else {
            self.days_of_years(date_of(start).year(), date_of(end).year())
                .iter()
                .filter(|day| **day > start && **day <= end && weekday(**day) < unit.per_week())
                .count()
        };
        i64::try_from(count).unwrap_or(i64::MAX)
    }

    /// Day numbers of all holidays of these years, sorted, each once.
    fn days_of_years(&self, from: i16, to: i16) -> Vec<i64> {
        let mut days: Vec<i64> = (from..=to)
            .flat_map(|year| self.holidays.iter().filter_map(move |holiday| holiday.in_year(year)))
            .map(day_number)
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// Weekdays of the unit from a fixed Monday long ago up to and including `day`.
const fn weekdays_until(unit: DayUnit, day: i64) -> i64 {
    let since_monday = day + 3;
    let (weeks, rest) = (since_monday.div_euclid(7), since_monday.rem_euclid(7) + 1);
    let per_week = unit.per_week();
    weeks * per_week + if rest < per_week { rest } else { per_week }
}

/// The n-th weekday of the unit after `day`, holidays not looked at; n is at least 1.
const fn skip_weekdays(unit: DayUnit, day: i64, n: i64) -> i64 {
    let per_week = unit.per_week();
    let target = weekdays_until(unit, day) + n;
    let (weeks, rest) = ((target - 1).div_euclid(per_week), (target - 1).rem_euclid(per_week));
    weeks * 7 + rest - 3
}

#[cfg(test)]
mod tests;
