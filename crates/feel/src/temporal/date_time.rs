//! A day and a time of day.

use super::{DAY, Date, SECOND, Time, Zone};

/// A day and a time of day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateTime {
    /// The day.
    pub date: Date,
    /// The time, with or without a zone.
    pub time: Time,
}

impl DateTime {
    /// Reads `<date>T<time>`, or a date alone as its midnight. `24:00:00` is the next midnight.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Some((date, time)) = text.split_once('T') else {
            return Some(Self::midnight(Date::parse(text)?));
        };
        let date = Date::parse(date)?;
        if let Some(zone) = time.strip_prefix("24:00:00") {
            let zone = if zone.is_empty() { None } else { Some(Zone::parse(zone)?) };
            let next = Date::from_epoch_day(date.epoch_day() + 1)?;
            return Some(Self { date: next, time: Time::from_nanos(0, zone) });
        }
        Some(Self { date, time: Time::parse(time)? })
    }

    /// The start of a day, without a zone.
    #[must_use]
    pub fn midnight(date: Date) -> Self {
        Self { date, time: Time::from_nanos(0, None) }
    }

    /// A moment as the clocks of Rome show it.
    #[must_use]
    pub fn in_rome(at: kernel::Instant) -> Self {
        let local = at.in_rome();
        let offset = i128::from(local.offset().seconds()) * SECOND;
        let nanos = i128::from(at.as_micros()) * 1000 + offset;
        let zone = Some(Zone::Named("Europe/Rome".into()));
        Self { date: local.date().into(), time: Time::from_nanos(nanos, zone) }
    }

    /// The moment, when there is a zone and the moment lies within what an instant can hold.
    #[must_use]
    pub fn instant(&self) -> Option<kernel::Instant> {
        self.time.zone()?;
        let micros = i64::try_from(self.utc_nanos().div_euclid(1000)).ok()?;
        Some(kernel::Instant::from_micros(micros))
    }

    /// Nanoseconds since 1970-01-01T00:00 on the local clock.
    #[must_use]
    pub fn local_nanos(&self) -> i128 {
        i128::from(self.date.epoch_day()) * DAY + self.time.nanos()
    }

    /// Nanoseconds since 1970-01-01T00:00Z; without a zone the local clock is taken.
    #[must_use]
    pub fn utc_nanos(&self) -> i128 {
        let local = self.local_nanos();
        let offset = self.time.zone().map_or(0, |zone| zone.offset_seconds(local));
        local - i128::from(offset) * SECOND
    }

    /// The local clock that many nanoseconds on, in the same zone.
    #[must_use]
    pub fn plus_nanos(&self, nanos: i128) -> Option<Self> {
        let local = self.local_nanos().checked_add(nanos)?;
        let date = Date::from_epoch_day(i64::try_from(local.div_euclid(DAY)).ok()?)?;
        Some(Self { date, time: Time::from_nanos(local, self.time.zone().cloned()) })
    }

    /// The same day of the month and time of day that many months on.
    #[must_use]
    pub fn plus_months(&self, months: i64) -> Option<Self> {
        Some(Self { date: self.date.plus_months(months)?, time: self.time.clone() })
    }
}

impl std::fmt::Display for DateTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}T{}", self.date, self.time)
    }
}
