//! The zone of a time: none of this is a zone's rules, which `jiff` knows.

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::{DAY, SECOND, digits};

/// How a time is tied to the world.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// A fixed distance from UTC in seconds, east positive.
    Offset(i32),
    /// A zone of the IANA database, as `Europe/Rome`.
    Named(Arc<str>),
}

impl Zone {
    /// Reads `Z`, `+hh:mm`, `-hh:mm`, `+hh:mm:ss` or `@Area/City`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "Z" || text == "z" {
            return Some(Self::Offset(0));
        }
        if let Some(name) = text.strip_prefix('@') {
            if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                return None;
            }
            let zone = TimeZone::get(name).ok()?;
            // The database ignores case when it looks names up; FEEL does not.
            return (zone.iana_name() == Some(name)).then(|| Self::Named(name.into()));
        }
        let sign = if text.starts_with('-') { -1 } else { 1 };
        let (hours, rest) = digits(text.strip_prefix(['+', '-'])?, 2)?;
        let (minutes, rest) = digits(rest.strip_prefix(':')?, 2)?;
        let (seconds, rest) = match rest.strip_prefix(':') {
            Some(rest) => digits(rest, 2)?,
            None => (0, rest),
        };
        if !rest.is_empty() || hours > 18 || minutes > 59 || seconds > 59 {
            return None;
        }
        let total = i32::try_from(hours * 3600 + minutes * 60 + seconds).ok()?;
        (total <= 18 * 3600).then_some(Self::Offset(sign * total))
    }

    /// The distance from UTC, in seconds, at a local moment given in nanoseconds since 1970-01-01T00:00 local.
    #[must_use]
    pub fn offset_seconds(&self, local: i128) -> i32 {
        match self {
            Self::Offset(seconds) => *seconds,
            Self::Named(name) => named_offset(name, local).unwrap_or(0),
        }
    }
}

fn named_offset(name: &str, local: i128) -> Option<i32> {
    let zone = TimeZone::get(name).ok()?;
    let day = super::Date::from_epoch_day(i64::try_from(local.div_euclid(DAY)).ok()?)?;
    // Outside the years jiff covers the rules of the nearest covered year are as good as any.
    let year = i16::try_from(day.year().clamp(-9990, 9990)).ok()?;
    let day = jiff::civil::Date::new(year, day.month().cast_signed(), day.day().cast_signed()).ok()?;
    let seconds = i64::try_from(local.rem_euclid(DAY) / SECOND).ok()?;
    let time = day.at(0, 0, 0, 0).checked_add(jiff::SignedDuration::from_secs(seconds)).ok()?;
    Some(zone.to_ambiguous_timestamp(time).compatible().map(|at| zone.to_offset(at).seconds()).unwrap_or(0))
}

impl std::fmt::Display for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Offset(0) => f.write_str("Z"),
            Self::Offset(seconds) => {
                let (sign, total) = (if *seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
                write!(f, "{sign}{:02}:{:02}", total / 3600, total / 60 % 60)?;
                if total % 60 > 0 { write!(f, ":{:02}", total % 60) } else { Ok(()) }
            }
            Self::Named(name) => write!(f, "@{name}"),
        }
    }
}
