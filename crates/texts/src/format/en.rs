//! How English writes dates, times and units (British order, 24-hour clock).

use jiff::civil::{Date, Weekday};

use super::TimeUnit;

/// Between thousands.
pub const GROUP_MARK: char = ',';
/// Between units and tenths.
pub const DECIMAL_MARK: char = '.';
/// The months, from January.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day of the week.
#[must_use]
pub const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn month(day: Date) -> &'static str {
    MONTHS.get(usize::from(day.month().unsigned_abs()).saturating_sub(1)).copied().unwrap_or_default()
}

fn month_short(day: Date) -> &'static str {
    month(day).get(..3).unwrap_or_default()
}

/// `11 Mar 2026`.
#[must_use]
pub fn date(date: Date) -> String {
    format!("{} {} {}", date.day(), month_short(date), date.year())
}

/// `today`, `Wed 11 Mar`, or with the year.
#[must_use]
pub fn date_near(day: Date, days_from_today: i32, same_year: bool) -> String {
    match days_from_today {
        -1 => "yesterday".to_owned(),
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        _ if same_year => {
            let name = weekday(day.weekday()).get(..3).unwrap_or_default();
            format!("{name} {} {}", day.day(), month_short(day))
        }
        _ => date(day),
    }
}

/// `Friday 20 March`, or with the year.
#[must_use]
pub fn date_long(day: Date, same_year: bool) -> String {
    let words = format!("{} {} {}", weekday(day.weekday()), day.day(), month(day));
    if same_year { words } else { format!("{words} {}", day.year()) }
}

/// The short word of a unit.
#[must_use]
pub const fn unit_short(unit: TimeUnit, one: bool) -> &'static str {
    match unit {
        TimeUnit::Hour => "h",
        TimeUnit::Minute => "min",
        TimeUnit::Second => "s",
        TimeUnit::WorkingDay | TimeUnit::MonSatDay | TimeUnit::CalendarDay => unit_long(unit, one),
    }
}

/// The full word of a unit.
#[must_use]
pub const fn unit_long(unit: TimeUnit, one: bool) -> &'static str {
    match (unit, one) {
        (TimeUnit::WorkingDay, true) => "working day",
        (TimeUnit::WorkingDay, false) => "working days",
        (TimeUnit::MonSatDay, true) => "Monday-to-Saturday day",
        (TimeUnit::MonSatDay, false) => "Monday-to-Saturday days",
        (TimeUnit::CalendarDay, true) => "calendar day",
        (TimeUnit::CalendarDay, false) => "calendar days",
        (TimeUnit::Hour, true) => "hour",
        (TimeUnit::Hour, false) => "hours",
        (TimeUnit::Minute, true) => "minute",
        (TimeUnit::Minute, false) => "minutes",
        (TimeUnit::Second, true) => "second",
        (TimeUnit::Second, false) => "seconds",
    }
}
