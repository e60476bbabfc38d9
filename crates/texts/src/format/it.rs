//! How Italian writes dates, times and units.

use jiff::civil::{Date, Time, Weekday};

use super::{NBSP, TimeUnit};

/// Between thousands.
pub const GROUP_MARK: char = '.';
/// Between units and tenths.
pub const DECIMAL_MARK: char = ',';
/// The months, from January.
pub const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// A day of the week.
#[must_use]
pub const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "lunedì",
        Weekday::Tuesday => "martedì",
        Weekday::Wednesday => "mercoledì",
        Weekday::Thursday => "giovedì",
        Weekday::Friday => "venerdì",
        Weekday::Saturday => "sabato",
        Weekday::Sunday => "domenica",
    }
}

const fn weekday_short(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "lun",
        Weekday::Tuesday => "mar",
        Weekday::Wednesday => "mer",
        Weekday::Thursday => "gio",
        Weekday::Friday => "ven",
        Weekday::Saturday => "sab",
        Weekday::Sunday => "dom",
    }
}

/// `11/03/2026`.
#[must_use]
pub fn date(date: Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// `oggi`, `mer 11/03`, or with the year.
#[must_use]
pub fn date_near(day: Date, days_from_today: i32, same_year: bool) -> String {
    match days_from_today {
        -1 => "ieri".to_owned(),
        0 => "oggi".to_owned(),
        1 => "domani".to_owned(),
        _ if same_year => format!("{} {:02}/{:02}", weekday_short(day.weekday()), day.day(), day.month()),
        _ => date(day),
    }
}

/// `venerdì 20 marzo`, or with the year.
#[must_use]
pub fn date_long(day: Date, same_year: bool) -> String {
    let month =
        MONTHS.get(usize::from(day.month().unsigned_abs()).saturating_sub(1)).copied().unwrap_or_default();
    let words = format!("{} {} {month}", weekday(day.weekday()), day.day());
    if same_year { words } else { format!("{words} {}", day.year()) }
}

/// `dalle 9 alle 12`, `dalle 13:30 alle 15`; minutes only when there are any.
#[must_use]
pub fn band(from: Time, to: Time) -> String {
    format!("{} {}", at(from, "dalle", "dall’"), at(to, "alle", "all’"))
}

/// An hour with its article: one o'clock is singular and elided (`dall’1`).
fn at(time: Time, article: &str, elided: &str) -> String {
    let minutes = if time.minute() == 0 { String::new() } else { format!(":{:02}", time.minute()) };
    let space = if time.hour() == 1 { String::new() } else { NBSP.to_string() };
    let article = if time.hour() == 1 { elided } else { article };
    format!("{article}{space}{}{minutes}", time.hour())
}

/// The short word of a unit.
#[must_use]
pub const fn unit_short(unit: TimeUnit, one: bool) -> &'static str {
    match (unit, one) {
        (TimeUnit::WorkingDay, true) => "g lav.",
        (TimeUnit::WorkingDay, false) => "gg lav.",
        (TimeUnit::MonSatDay, true) => "g feriale",
        (TimeUnit::MonSatDay, false) => "gg feriali",
        (TimeUnit::CalendarDay, true) => "g solare",
        (TimeUnit::CalendarDay, false) => "gg solari",
        (TimeUnit::Hour, _) => "h",
        (TimeUnit::Minute, _) => "min",
        (TimeUnit::Second, _) => "s",
    }
}

/// The full word of a unit.
#[must_use]
pub const fn unit_long(unit: TimeUnit, one: bool) -> &'static str {
    match (unit, one) {
        (TimeUnit::WorkingDay, true) => "giorno lavorativo",
        (TimeUnit::WorkingDay, false) => "giorni lavorativi",
        (TimeUnit::MonSatDay, true) => "giorno feriale",
        (TimeUnit::MonSatDay, false) => "giorni feriali",
        (TimeUnit::CalendarDay, true) => "giorno solare",
        (TimeUnit::CalendarDay, false) => "giorni solari",
        (TimeUnit::Hour, true) => "ora",
        (TimeUnit::Hour, false) => "ore",
        (TimeUnit::Minute, true) => "minuto",
        (TimeUnit::Minute, false) => "minuti",
        (TimeUnit::Second, true) => "secondo",
        (TimeUnit::Second, false) => "secondi",
    }
}
