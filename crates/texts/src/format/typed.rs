//! Reading a date as people type it, the same at the counter and in the portal.

use jiff::ToSpan;
use jiff::civil::Date;

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADate {
    /// Nothing was written.
    Empty,
    /// Not day, month and year.
    Shape,
    /// The year has neither two nor four digits.
    Year,
    /// The calendar has no such day, for example 30 February.
    NoSuchDay,
}

/// Reads `11/03/2026`, `11/3/26`, `11.3.2026`, `11-3-2026`, `2026-03-11`, `11032026`, `11/3` (this year), and the words
/// `oggi`, `ieri`, `domani`, `today`, `yesterday`, `tomorrow`.
///
/// A year of two digits is the one nearest to today that is not more than twenty years ahead.
///
/// # Errors
/// [`NotADate`] says what is wrong.
pub fn read_date(text: &str, today: Date) -> Result<Date, NotADate> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "" => return Err(NotADate::Empty),
        "oggi" | "today" => return Ok(today),
        "ieri" | "yesterday" => return Ok(today.saturating_sub(1.day())),
        "domani" | "tomorrow" => return Ok(today.saturating_add(1.day())),
        _ => {}
    }
    if let Some(date) = run_together(&text) {
        return date;
    }
    let parts: Vec<&str> = text.split(['/', '.', '-', ' ']).collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => made(year, month, day),
        [day, month, year] => match year.len() {
            4 => made(year, month, day),
            2 => made(&long_year(year, today)?.to_string(), month, day),
            _ => Err(NotADate::Year),
        },
        [day, month] => made(&today.year().to_string(), month, day),
        _ => Err(NotADate::Shape),
    }
}

/// Eight digits without separators: day, month, year.
fn run_together(text: &str) -> Option<Result<Date, NotADate>> {
    if text.len() != 8 || !text.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    Some(made(text.get(4..8)?, text.get(2..4)?, text.get(0..2)?))
}

fn long_year(short: &str, today: Date) -> Result<i16, NotADate> {
    let short: i16 = short.parse().map_err(|_| NotADate::Shape)?;
    let year = today.year() - today.year() % 100 + short;
    Ok(if year > today.year() + 20 { year - 100 } else { year })
}

fn made(year: &str, month: &str, day: &str) -> Result<Date, NotADate> {
    if [month, day].iter().any(|part| part.is_empty() || part.len() > 2) {
        return Err(NotADate::Shape);
    }
    let year: i16 = year.parse().map_err(|_| NotADate::Shape)?;
    let month: i8 = month.parse().map_err(|_| NotADate::Shape)?;
    let day: i8 = day.parse().map_err(|_| NotADate::Shape)?;
    Date::new(year, month, day).map_err(|_| NotADate::NoSuchDay)
}
