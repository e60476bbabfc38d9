//! Days, times and lengths of time as FEEL knows them: years from -999 999 999 to 999 999 999, which is more
//! than `jiff` covers, so the calendar arithmetic is here and `jiff` is asked only about time zones.

mod date;
mod date_time;
mod duration;
mod time;
mod zone;

pub use date::Date;
pub use date_time::DateTime;
pub use duration::{DaysDuration, MonthsDuration};
pub use time::Time;
pub use zone::Zone;

use crate::value::Value;

/// Nanoseconds in a second.
pub(crate) const SECOND: i128 = 1_000_000_000;
/// Nanoseconds in a day.
pub(crate) const DAY: i128 = 86_400 * SECOND;

/// Reads whichever of the temporal forms the text has, as `@"…"` does.
pub(crate) fn parse_any(text: &str) -> Option<Value> {
    if text.starts_with('P') || text.starts_with("-P") {
        return duration::parse(text);
    }
    if text.contains('T') && !text.starts_with('T') && DateTime::parse(text).is_some() {
        return DateTime::parse(text).map(Value::DateTime);
    }
    Date::parse(text).map(Value::Date).or_else(|| Time::parse(text).map(Value::Time))
}

pub(crate) use duration::parse as parse_duration;

/// Reads exactly `count` digits from the front.
pub(crate) fn digits(text: &str, count: usize) -> Option<(u32, &str)> {
    let head = text.get(..count)?;
    if !head.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some((head.parse().ok()?, text.get(count..)?))
}
