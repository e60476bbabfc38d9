//! Time is given, not taken: whoever needs "now" receives a [`Clock`].

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::{AmbiguousOffset, TimeZone},
};

/// A moment, stored as microseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

/// Offsets beyond this many microseconds are outside what [`jiff::Timestamp`] can show.
const MICROS_LIMIT: i64 = 250_000_000_000_000_000;

impl Instant {
    /// From microseconds since the epoch; values beyond year 9800 or before -5900 are clamped.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        if micros > MICROS_LIMIT {
            Self(MICROS_LIMIT)
        } else if micros < -MICROS_LIMIT {
            Self(-MICROS_LIMIT)
        } else {
            Self(micros)
        }
    }

    /// Microseconds since the epoch.
    #[must_use]
    pub const fn as_micros(self) -> i64 {
        self.0
    }

    /// The same moment as a [`jiff::Timestamp`].
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The moment as seen on a wall clock in Rome, whatever the machine's own zone.
    #[must_use]
    pub fn in_rome(self) -> jiff::Zoned {
        self.timestamp().to_zoned(rome())
    }

    /// The calendar day in Rome.
    #[must_use]
    pub fn date(self) -> Date {
        self.in_rome().date()
    }

    /// This moment plus whole seconds.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_micros(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// Seconds from `earlier` to this moment, rounded towards zero; negative when this one is earlier.
    #[must_use]
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0) / 1_000_000
    }
}

impl From<Timestamp> for Instant {
    fn from(value: Timestamp) -> Self {
        Self::from_micros(value.as_microsecond())
    }
}

impl std::fmt::Display for Instant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.timestamp().fmt(f)
    }
}

impl std::str::FromStr for Instant {
    type Err = jiff::Error;

    /// Reads RFC 3339, for example `2026-03-20T09:00:00+01:00`.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        s.parse::<Timestamp>().map(Self::from)
    }
}

impl serde::Serialize for Instant {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Instant {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The time zone of every local day: Europe/Rome, from the bundled table, never the machine's.
#[must_use]
pub fn rome() -> TimeZone {
    TimeZone::get("Europe/Rome").unwrap_or(TimeZone::UTC)
}

/// The moment of a wall-clock time in Rome. Of an hour that occurs twice, when the clocks go back, the first; none for one
/// that does not exist, when they go forward.
#[must_use]
pub fn rome_moment(day: Date, time: Time) -> Option<Instant> {
    let seen = rome().to_ambiguous_timestamp(day.to_datetime(time));
    match seen.offset() {
        AmbiguousOffset::Gap { .. } => None,
        _ => seen.compatible().ok().map(Instant::from),
    }
}

/// Gives the present moment.
pub trait Clock: Send + Sync + std::fmt::Debug {
    /// The present moment.
    fn now(&self) -> Instant;

    /// Today's date in Rome.
    fn today(&self) -> Date {
        self.now().date()
    }
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    fn now(&self) -> Instant {
        Timestamp::now().into()
    }
}

/// A clock that stands still until it is told otherwise, for tests, demos and rehearsals.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock standing at `at`.
    #[must_use]
    pub const fn at(at: Instant) -> Self {
        Self(AtomicI64::new(at.as_micros()))
    }

    /// Puts the clock at another moment.
    pub fn set(&self, at: Instant) {
        self.0.store(at.as_micros(), Ordering::SeqCst);
    }

    /// Moves the clock forward by whole seconds.
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds.saturating_mul(1_000_000), Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        Instant::from_micros(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn an_hour_the_clocks_leave_out_is_no_moment_and_of_one_that_comes_twice_the_first_counts() {
        let moment = |day, hour, minute| rome_moment(day, time(hour, minute, 0, 0));
        let is = |text: &str| Some(text.parse::<Instant>().unwrap());
        let (spring, autumn) = (date(2026, 3, 29), date(2026, 10, 25));
        assert_eq!(moment(spring, 1, 59), is("2026-03-29T01:59:00+01:00"));
        assert_eq!(moment(spring, 2, 0), None);
        assert_eq!(moment(spring, 2, 59), None);
        assert_eq!(moment(spring, 3, 0), is("2026-03-29T03:00:00+02:00"));
        assert_eq!(moment(autumn, 2, 30), is("2026-10-25T02:30:00+02:00"));
        assert_eq!(moment(autumn, 3, 0), is("2026-10-25T03:00:00+01:00"));
    }
}
