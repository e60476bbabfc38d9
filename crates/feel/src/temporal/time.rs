//! Times of day.

use super::{DAY, SECOND, Zone, digits};

/// A time of day, with or without a zone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    nanos: u64,
    zone: Option<Zone>,
}

impl Time {
    /// A time of day; `None` when the clock has no such time.
    #[must_use]
    pub fn new(hour: u32, minute: u32, second: u32, nanosecond: u32, zone: Option<Zone>) -> Option<Self> {
        if hour > 23 || minute > 59 || second > 59 || nanosecond > 999_999_999 {
            return None;
        }
        let seconds = u64::from(hour * 3600 + minute * 60 + second);
        Some(Self { nanos: seconds * 1_000_000_000 + u64::from(nanosecond), zone })
    }

    /// The time that many nanoseconds after midnight, wrapped into one day.
    #[must_use]
    pub fn from_nanos(nanos: i128, zone: Option<Zone>) -> Self {
        Self { nanos: u64::try_from(nanos.rem_euclid(DAY)).unwrap_or(0), zone }
    }

    /// Reads `hh:mm:ss`, with a fraction of at most nine digits (more are cut) and a zone if there is one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('T').unwrap_or(text);
        let (hour, rest) = digits(text, 2)?;
        let (minute, rest) = digits(rest.strip_prefix(':')?, 2)?;
        let (second, mut rest) = digits(rest.strip_prefix(':')?, 2)?;
        let mut nanosecond = 0;
        if let Some(fraction) = rest.strip_prefix('.') {
            let width = fraction.bytes().take_while(u8::is_ascii_digit).count();
            let kept = fraction.get(..width.min(9))?;
            if kept.is_empty() {
                return None;
            }
            nanosecond = format!("{kept:0<9}").parse().ok()?;
            rest = fraction.get(width..)?;
        }
        let zone = if rest.is_empty() { None } else { Some(Zone::parse(rest)?) };
        Self::new(hour, minute, second, nanosecond, zone)
    }

    /// Hour, 0 to 23.
    #[must_use]
    pub const fn hour(&self) -> u32 {
        (self.nanos / 3_600_000_000_000) as u32
    }

    /// Minute, 0 to 59.
    #[must_use]
    pub const fn minute(&self) -> u32 {
        (self.nanos / 60_000_000_000 % 60) as u32
    }

    /// Second, 0 to 59.
    #[must_use]
    pub const fn second(&self) -> u32 {
        (self.nanos / 1_000_000_000 % 60) as u32
    }

    /// Nanoseconds since midnight.
    #[must_use]
    pub fn nanos(&self) -> i128 {
        self.nanos.into()
    }

    /// The zone, if there is one.
    #[must_use]
    pub const fn zone(&self) -> Option<&Zone> {
        self.zone.as_ref()
    }

    /// Nanoseconds since midnight UTC (may be negative or past a day); without a zone, since local midnight.
    #[must_use]
    pub fn utc_nanos(&self) -> i128 {
        let offset = self.zone.as_ref().map_or(0, |zone| zone.offset_seconds(self.nanos()));
        self.nanos() - i128::from(offset) * SECOND
    }
}

impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.hour(), self.minute(), self.second())?;
        let fraction = self.nanos % 1_000_000_000;
        if fraction > 0 {
            write!(f, ".{}", format!("{fraction:09}").trim_end_matches('0'))?;
        }
        self.zone.as_ref().map_or(Ok(()), |zone| zone.fmt(f))
    }
}
