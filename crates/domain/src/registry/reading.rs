//! Readings and whether a value can be right.

use kernel::{Date, MeterId, ReadingId};
use serde::{Deserialize, Serialize};

use super::words;

words! {
    /// How a value came to be.
    ReadingKind {
        /// Read by the company or by remote reading.
        Actual = "actual",
        /// Told by the customer.
        SelfRead = "self",
        /// Estimated.
        Estimated = "estimated",
        /// At the start of a contract.
        Opening = "opening",
        /// At the end of a contract.
        Closing = "closing",
        /// Agreed between the outgoing and the incoming holder.
        Agreed = "agreed",
    }
}

/// One value read on one register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Its id.
    pub id: ReadingId,
    /// The meter.
    pub meter_id: MeterId,
    /// The register's code.
    pub register: String,
    /// The day it was read.
    pub read_on: Date,
    /// The whole number on the dial.
    pub value: i64,
    /// How it came to be.
    pub kind: ReadingKind,
    /// Whether the dial passed zero since the reading before.
    pub rolled_over: bool,
}

/// What is wrong, or worth a second look, with a value to be recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum ReadingFinding {
    /// Not after the last one: refused.
    DateNotAfterLast {
        /// The day of the last reading.
        last_on: Date,
    },
    /// In the future: refused.
    DateInFuture {
        /// Today.
        today: Date,
    },
    /// More digits than the dial has: refused.
    TooManyDigits {
        /// Digits of the dial.
        digits: i64,
    },
    /// Negative: refused.
    Negative,
    /// Below the last value and too far for a roll-over: refused unless the last value is put right.
    BelowLast {
        /// The last value.
        last: i64,
        /// The day it was read.
        last_on: Date,
    },
    /// Below the last value, and a roll-over explains it: accepted when confirmed.
    RollOver {
        /// The last value.
        last: i64,
        /// The quantity counted, passing zero.
        consumption: i64,
    },
    /// Far above what history lets expect: accepted when confirmed.
    AboveExpected {
        /// The quantity since the last reading.
        consumption: i64,
        /// The least expected.
        low: i64,
        /// The most expected.
        high: i64,
    },
}

impl ReadingFinding {
    /// Whether the value cannot be taken at all.
    #[must_use]
    pub const fn refuses(&self) -> bool {
        !matches!(self, Self::RollOver { .. } | Self::AboveExpected { .. })
    }

    /// Whether the value could stand on the dial that day, if the value before it were wrong: who sees the dial may
    /// insist on it.
    #[must_use]
    pub const fn possible(&self) -> bool {
        matches!(self, Self::RollOver { .. } | Self::AboveExpected { .. } | Self::BelowLast { .. })
    }

    /// Its code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::DateNotAfterLast { .. } => "reading_not_after_last",
            Self::DateInFuture { .. } => "date_in_future",
            Self::TooManyDigits { .. } => "reading_digits",
            Self::Negative => "reading_negative",
            Self::BelowLast { .. } => "reading_below_last",
            Self::RollOver { .. } => "reading_roll_over",
            Self::AboveExpected { .. } => "reading_above_expected",
        }
    }
}

/// A value compared with history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingCheck {
    /// The quantity since the last reading, if there is one and the value can be right.
    pub consumption: Option<i64>,
    /// The least and the most that history lets expect.
    pub expected: Option<(i64, i64)>,
    /// What was found.
    pub findings: Vec<ReadingFinding>,
    /// Whether the dial passed zero.
    pub rolled_over: bool,
}

/// A dial passes zero only when the quantity then counted stays below this share of its whole range.
const ROLL_OVER_SHARE: i64 = 10;
/// Values above this multiple of the expected quantity want a second look.
const HIGH_FACTOR: i64 = 2;

/// The fewest days between the first and the last known value that tell of a usual quantity.
const FEWEST_DAYS: i64 = 30;

/// Compares a value with the register's history (`history` sorted by day, oldest first).
///
/// The expected range is the mean daily quantity of the known history times the days since the last reading,
/// from half to one and a half; none when the known history is shorter than a month.
#[must_use]
pub fn check_reading(
    value: i64,
    read_on: Date,
    today: Date,
    digits: i64,
    history: &[(Date, i64)],
) -> ReadingCheck {
    let mut findings = Vec::new();
    let range = 10_i64.saturating_pow(u32::try_from(digits.clamp(1, 18)).unwrap_or(18));
    if read_on > today {
        findings.push(ReadingFinding::DateInFuture { today });
    }
    if value < 0 {
        findings.push(ReadingFinding::Negative);
    } else if value >= range {
        findings.push(ReadingFinding::TooManyDigits { digits });
    }
    let Some((last_on, last)) = history.last().copied() else {
        return ReadingCheck { consumption: None, expected: None, findings, rolled_over: false };
    };
    if read_on <= last_on {
        findings.push(ReadingFinding::DateNotAfterLast { last_on });
    }
    let mut rolled_over = false;
    let mut consumption = value - last;
    if value >= 0 && value < last {
        let passing = range - last + value;
        if passing <= range / ROLL_OVER_SHARE {
            rolled_over = true;
            consumption = passing;
            findings.push(ReadingFinding::RollOver { last, consumption });
        } else {
            findings.push(ReadingFinding::BelowLast { last, last_on });
        }
    }
    let expected = expected_range(read_on, history, range);
    if let Some((low, high)) = expected
        && consumption > high.saturating_mul(HIGH_FACTOR)
        && !findings.iter().any(ReadingFinding::refuses)
    {
        findings.push(ReadingFinding::AboveExpected { consumption, low, high });
    }
    let taken = !findings.iter().any(ReadingFinding::refuses);
    ReadingCheck {
        consumption: taken.then_some(consumption),
        expected,
        findings,
        rolled_over: rolled_over && taken,
    }
}

fn days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

fn expected_range(read_on: Date, history: &[(Date, i64)], range: i64) -> Option<(i64, i64)> {
    let (first_on, _) = history.first().copied()?;
    let (last_on, _) = history.last().copied()?;
    let known_days = days(first_on, last_on);
    if known_days < FEWEST_DAYS {
        return None;
    }
    let total: i64 = history
        .iter()
        .zip(history.iter().skip(1))
        .map(|((_, a), (_, b))| if b >= a { b - a } else { range - a + b })
        .sum();
    let wanted = total.saturating_mul(days(last_on, read_on).max(0)) / known_days;
    // A few units of slack, so that a nearly still meter does not warn at every drop.
    Some((wanted / 2, (wanted + wanted / 2).max(wanted + 5)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const HISTORY: [(Date, i64); 3] =
        [(date(2025, 1, 1), 1000), (date(2025, 7, 1), 1181), (date(2026, 1, 1), 1365)];

    #[test]
    fn a_value_in_line_with_history_is_taken() {
        let check = check_reading(1395, date(2026, 1, 31), date(2026, 2, 1), 5, &HISTORY);
        assert_eq!((check.consumption, check.findings.len()), (Some(30), 0));
        assert_eq!(check.expected, Some((15, 45)));
    }

    #[test]
    fn two_values_a_month_apart_tell_what_to_expect_and_one_tells_nothing() {
        let two = [(date(2026, 8, 3), 14_790), (date(2026, 10, 3), 14_875)];
        let check = check_reading(14_950, date(2026, 11, 27), date(2026, 11, 27), 6, &two);
        assert_eq!(check.expected, Some((38, 114)));
        let near = [(date(2026, 9, 20), 14_860), (date(2026, 10, 3), 14_875)];
        let check = check_reading(14_950, date(2026, 11, 27), date(2026, 11, 27), 6, &near);
        assert_eq!(check.expected, None);
        let check = check_reading(14_950, date(2026, 11, 27), date(2026, 11, 27), 6, &two[1..]);
        assert_eq!((check.consumption, check.expected), (Some(75), None));
    }

    #[test]
    fn a_value_below_the_last_is_refused_unless_the_dial_passed_zero() {
        let check = check_reading(1300, date(2026, 1, 31), date(2026, 2, 1), 5, &HISTORY);
        assert_eq!(check.findings, [ReadingFinding::BelowLast { last: 1365, last_on: date(2026, 1, 1) }]);
        let near_the_end = [(date(2026, 1, 1), 99_980)];
        let check = check_reading(15, date(2026, 1, 31), date(2026, 2, 1), 5, &near_the_end);
        assert_eq!((check.rolled_over, check.consumption), (true, Some(35)));
    }

    #[test]
    fn dates_in_the_future_or_not_after_the_last_are_refused() {
        let check = check_reading(1400, date(2026, 3, 1), date(2026, 2, 1), 5, &HISTORY);
        assert!(check.findings.contains(&ReadingFinding::DateInFuture { today: date(2026, 2, 1) }));
        let check = check_reading(1400, date(2026, 1, 1), date(2026, 2, 1), 5, &HISTORY);
        assert!(check.findings.contains(&ReadingFinding::DateNotAfterLast { last_on: date(2026, 1, 1) }));
    }

    #[test]
    fn a_value_with_more_digits_than_the_dial_is_refused() {
        let check = check_reading(100_000, date(2026, 1, 31), date(2026, 2, 1), 5, &HISTORY);
        assert!(check.findings.contains(&ReadingFinding::TooManyDigits { digits: 5 }));
    }

    #[test]
    fn a_value_far_above_history_asks_for_a_second_look() {
        let check = check_reading(1600, date(2026, 1, 31), date(2026, 2, 1), 5, &HISTORY);
        assert!(matches!(
            check.findings.as_slice(),
            [ReadingFinding::AboveExpected { consumption: 235, .. }]
        ));
        assert!(!check.findings.iter().any(ReadingFinding::refuses));
    }
}
