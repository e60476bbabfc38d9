//! Time in Rome: the zone as calendars need it, and what happens when the clocks change.

use jiff::{civil::DateTime, tz::AmbiguousOffset};
use kernel::{Instant, clock::rome};

use super::line::Lines;

/// The zone of every local time we write.
pub(crate) const ZONE: &str = "Europe/Rome";

/// A time on the wall clock in Rome, found on the time line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalTime {
    /// The one moment it means.
    Once(Instant),
    /// In the night the clocks go back it comes twice: ask which, and store the moment.
    Twice {
        /// The one in summer time.
        first: Instant,
        /// The one in standard time, an hour later.
        second: Instant,
    },
}

/// A time that no clock in Rome shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{local} does not exist in Italy: that night the clocks go forward from 02:00 to 03:00; choose a time before 02:00 or from 03:00"
)]
pub struct NoSuchTime {
    /// The time that was asked for.
    pub local: DateTime,
}

/// The moment a wall clock in Rome shows this time.
///
/// # Errors
/// [`NoSuchTime`] in the hour skipped when summer time begins.
pub fn local_time(local: DateTime) -> Result<LocalTime, NoSuchTime> {
    let ambiguous = rome().to_ambiguous_timestamp(local);
    let missing = NoSuchTime { local };
    match ambiguous.offset() {
        AmbiguousOffset::Gap { .. } => Err(missing),
        AmbiguousOffset::Unambiguous { .. } => {
            Ok(LocalTime::Once(ambiguous.unambiguous().map_err(|_| missing)?.into()))
        }
        AmbiguousOffset::Fold { .. } => Ok(LocalTime::Twice {
            first: ambiguous.earlier().map_err(|_| missing)?.into(),
            second: ambiguous.later().map_err(|_| missing)?.into(),
        }),
    }
}

/// Whether a wall clock in Rome shows the time of this moment twice.
fn comes_twice(at: Instant) -> bool {
    rome().to_ambiguous_timestamp(at.in_rome().datetime()).is_ambiguous()
}

/// A moment in UTC: `20261125T083000Z`.
pub(crate) fn utc(at: Instant) -> String {
    at.timestamp().to_zoned(jiff::tz::TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Start and end, as local times in Rome. A time that comes twice cannot be told apart in local form (RFC 5545, 3.3.5 takes the
/// first): then both are written in UTC.
pub(crate) fn span(lines: &mut Lines, start: Instant, end: Instant) {
    let as_utc = comes_twice(start) || comes_twice(end);
    for (name, at) in [("DTSTART", start), ("DTEND", end)] {
        if as_utc {
            lines.raw(&format!("{name}:{}", utc(at)));
        } else {
            lines.raw(&format!("{name};TZID={ZONE}:{}", at.in_rome().strftime("%Y%m%dT%H%M%S")));
        }
    }
}

/// The rules of the zone: directive 2000/84/EC and, for Italy, in force since the autumn of 1996.
pub(crate) fn describe(lines: &mut Lines) {
    for line in [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Rome",
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:19960331T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    ] {
        lines.raw(line);
    }
}

/// The IANA name of a zone as Outlook calls it (Unicode CLDR, windowsZones); an IANA name is given back as it is.
pub(crate) fn iana(name: &str) -> &str {
    let name = name.trim();
    match name {
        "W. Europe Standard Time" => "Europe/Berlin",
        "Romance Standard Time" => "Europe/Paris",
        "Central Europe Standard Time" => "Europe/Budapest",
        "Central European Standard Time" => "Europe/Warsaw",
        "GMT Standard Time" => "Europe/London",
        "Greenwich Standard Time" => "Atlantic/Reykjavik",
        "GTB Standard Time" => "Europe/Bucharest",
        "E. Europe Standard Time" => "Europe/Chisinau",
        "FLE Standard Time" => "Europe/Kyiv",
        "Turkey Standard Time" => "Europe/Istanbul",
        "Russian Standard Time" => "Europe/Moscow",
        "Morocco Standard Time" => "Africa/Casablanca",
        "Eastern Standard Time" => "America/New_York",
        "Central Standard Time" => "America/Chicago",
        "Pacific Standard Time" => "America/Los_Angeles",
        "UTC" | "Coordinated Universal Time" | "GMT" => "UTC",
        // The names shown to people, of which every one for our offset lists its cities.
        other if other.contains("Rome") && other.starts_with('(') => ZONE,
        other => other,
    }
}
