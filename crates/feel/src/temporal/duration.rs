//! The two lengths of time, which do not mix: days and time, years and months.

use super::{DAY, SECOND};
use crate::value::Value;

/// A length of time in nanoseconds, written in days, hours, minutes and seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DaysDuration(i128);

/// A length of time in months, written in years and months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthsDuration(i64);

impl DaysDuration {
    /// That many nanoseconds.
    #[must_use]
    pub const fn from_nanos(nanos: i128) -> Self {
        Self(nanos)
    }

    /// Length in nanoseconds.
    #[must_use]
    pub const fn nanos(self) -> i128 {
        self.0
    }

    /// Length in whole seconds, cut towards zero.
    #[must_use]
    pub fn seconds(self) -> i64 {
        i64::try_from(self.0 / SECOND).unwrap_or(if self.0 < 0 { i64::MIN } else { i64::MAX })
    }
}

impl MonthsDuration {
    /// That many months.
    #[must_use]
    pub const fn from_months(months: i64) -> Self {
        Self(months)
    }

    /// Length in months.
    #[must_use]
    pub const fn months(self) -> i64 {
        self.0
    }
}

/// Reads an ISO 8601 duration: only years and months, or only weeks, days, hours, minutes and seconds.
pub(crate) fn parse(text: &str) -> Option<Value> {
    let (negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let mut rest = rest.strip_prefix('P')?;
    let (mut months, mut nanos) = (None::<i64>, None::<i128>);
    let (mut in_time, mut last) = (false, 0);
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            if in_time || after.is_empty() {
                return None;
            }
            (in_time, rest) = (true, after);
            continue;
        }
        let width = rest.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
        let number = rest.get(..width)?;
        let unit = rest.get(width..)?.chars().next()?;
        rest = rest.get(width + 1..)?;
        let (order, size) = unit_of(unit, in_time)?;
        if order <= last {
            return None;
        }
        last = order;
        match size {
            Unit::Months(size) => {
                let amount: i64 = number.parse().ok()?;
                months = Some(months.unwrap_or(0).checked_add(amount.checked_mul(size)?)?);
            }
            Unit::Nanos(size) => {
                nanos = Some(nanos.unwrap_or(0).checked_add(amount_of(number, size, unit == 'S')?)?);
            }
        }
    }
    match (months, nanos) {
        (Some(months), None) => {
            Some(Value::MonthsDuration(MonthsDuration(if negative { -months } else { months })))
        }
        (None, Some(nanos)) => Some(Value::DaysDuration(DaysDuration(if negative { -nanos } else { nanos }))),
        _ => None,
    }
}

enum Unit {
    Months(i64),
    Nanos(i128),
}

const fn unit_of(unit: char, in_time: bool) -> Option<(u8, Unit)> {
    Some(match (in_time, unit) {
        (false, 'Y') => (1, Unit::Months(12)),
        (false, 'M') => (2, Unit::Months(1)),
        (false, 'W') => (3, Unit::Nanos(7 * DAY)),
        (false, 'D') => (4, Unit::Nanos(DAY)),
        (true, 'H') => (5, Unit::Nanos(3600 * SECOND)),
        (true, 'M') => (6, Unit::Nanos(60 * SECOND)),
        (true, 'S') => (7, Unit::Nanos(SECOND)),
        _ => return None,
    })
}

/// Only seconds have a fraction.
fn amount_of(number: &str, size: i128, fraction_allowed: bool) -> Option<i128> {
    let Some((whole, fraction)) = number.split_once('.') else {
        return number.parse::<i128>().ok()?.checked_mul(size);
    };
    if !fraction_allowed || number.len() < 2 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole: i128 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let nanos: i128 = format!("{:0<9}", fraction.get(..fraction.len().min(9))?).parse().ok()?;
    whole.checked_mul(size)?.checked_add(nanos)
}

impl std::fmt::Display for DaysDuration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 == 0 {
            return f.write_str("PT0S");
        }
        let total = self.0.unsigned_abs();
        let second = SECOND.unsigned_abs();
        let seconds = total / second;
        f.write_str(if self.0 < 0 { "-P" } else { "P" })?;
        if seconds / 86_400 > 0 {
            write!(f, "{}D", seconds / 86_400)?;
        }
        if total.is_multiple_of(DAY.unsigned_abs()) {
            return Ok(());
        }
        f.write_str("T")?;
        for (amount, unit) in [(seconds / 3600 % 24, 'H'), (seconds / 60 % 60, 'M')] {
            if amount > 0 {
                write!(f, "{amount}{unit}")?;
            }
        }
        let fraction = total % second;
        if fraction > 0 {
            write!(f, "{}.{}S", seconds % 60, format!("{fraction:09}").trim_end_matches('0'))
        } else if !seconds.is_multiple_of(60) {
            write!(f, "{}S", seconds % 60)
        } else {
            Ok(())
        }
    }
}

impl std::fmt::Display for MonthsDuration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let total = self.0.unsigned_abs();
        f.write_str(if self.0 < 0 { "-P" } else { "P" })?;
        if total == 0 {
            return f.write_str("0M");
        }
        if total >= 12 {
            write!(f, "{}Y", total / 12)?;
        }
        if !total.is_multiple_of(12) { write!(f, "{}M", total % 12) } else { Ok(()) }
    }
}
