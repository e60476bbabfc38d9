//! Calendar days of the proleptic Gregorian calendar.

use super::digits;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

/// The furthest year FEEL writes.
const YEAR_LIMIT: i64 = 999_999_999;

impl Date {
    /// A day; `None` when the calendar has no such day.
    #[must_use]
    pub const fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        if year < -YEAR_LIMIT || year > YEAR_LIMIT || month < 1 || month > 12 || day < 1 {
            return None;
        }
        let (year, month) = (year as i32, month as u8);
        if day > days_in_month(year, month) as i64 {
            return None;
        }
        Some(Self { year, month, day: day as u8 })
    }

    /// Year, negative before year 0.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// Month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Reads `YYYY-MM-DD`; more than four digits of year are allowed when the first is not zero.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let width = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(4..=9).contains(&width) || (width > 4 && rest.starts_with('0')) {
            return None;
        }
        let year: i64 = rest.get(..width)?.parse().ok()?;
        let (month, rest) = digits(rest.get(width..)?.strip_prefix('-')?, 2)?;
        let (day, rest) = digits(rest.strip_prefix('-')?, 2)?;
        if !rest.is_empty() {
            return None;
        }
        Self::new(if negative { -year } else { year }, month.into(), day.into())
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn epoch_day(self) -> i64 {
        let year = self.year as i64 - (self.month <= 2) as i64;
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = (self.month as i64 + 9) % 12;
        let of_year = (153 * month + 2) / 5 + self.day as i64 - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day that many days after 1970-01-01; `None` outside the years FEEL writes.
    #[must_use]
    pub const fn from_epoch_day(days: i64) -> Option<Self> {
        if days.unsigned_abs() > 400_000_000_000 {
            return None;
        }
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        Self::new(year_of_era + era * 400 + (month <= 2) as i64, month, day)
    }

    /// The same day of the month that many months on, or the month's last day when it is shorter.
    #[must_use]
    pub const fn plus_months(self, months: i64) -> Option<Self> {
        let Some(total) = (self.year as i64 * 12 + self.month as i64 - 1).checked_add(months) else {
            return None;
        };
        let (year, month) = (total.div_euclid(12), total.rem_euclid(12) + 1);
        if year < -YEAR_LIMIT || year > YEAR_LIMIT {
            return None;
        }
        let last = days_in_month(year as i32, month as u8);
        Self::new(year, month, if self.day > last { last } else { self.day } as i64)
    }

    /// Monday 1 to Sunday 7.
    #[must_use]
    pub const fn weekday(self) -> u8 {
        (self.epoch_day() + 3).rem_euclid(7) as u8 + 1
    }

    /// Day of the year, from 1.
    #[must_use]
    pub const fn day_of_year(self) -> u16 {
        let first = Self { year: self.year, month: 1, day: 1 };
        (self.epoch_day() - first.epoch_day()) as u16 + 1
    }

    /// Week of the year by ISO 8601: the week of the year's first Thursday is week 1.
    #[must_use]
    pub fn week_of_year(self) -> u8 {
        let thursday = self.epoch_day() - i64::from(self.weekday()) + 4;
        Self::from_epoch_day(thursday).map_or(1, |day| ((day.day_of_year() - 1) / 7 + 1) as u8)
    }
}

impl From<jiff::civil::Date> for Date {
    fn from(day: jiff::civil::Date) -> Self {
        Self { year: day.year().into(), month: day.month().unsigned_abs(), day: day.day().unsigned_abs() }
    }
}

impl TryFrom<Date> for jiff::civil::Date {
    type Error = jiff::Error;

    /// Fails outside the years -9999 to 9999.
    fn try_from(day: Date) -> Result<Self, jiff::Error> {
        let year = i16::try_from(day.year).unwrap_or(i16::MAX);
        Self::new(year, day.month.cast_signed(), day.day.cast_signed())
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.year < 0 {
            f.write_str("-")?;
        }
        write!(f, "{:04}-{:02}-{:02}", self.year.unsigned_abs(), self.month, self.day)
    }
}

const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
