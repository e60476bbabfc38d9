//! Positions in time by the unit of a standard, and what suspensions take out of a span.
//!
//! A position is a day number for units of days and months, and microseconds for exact durations; both follow
//! the same rules, so they share the code. Spans are `(start, end]`.

use calendar::{Calendar, DayUnit, date_of, day_number};
use jiff::ToSpan;
use kernel::{Date, Instant};

use crate::case::{Case, Suspension};
use crate::indemnity::Growth;
use crate::model::{Standard, Unit};

/// A day, for units of days, or a moment, for exact durations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// A local day in Rome.
    Day(Date),
    /// An exact moment.
    At(Instant),
}

impl Moment {
    /// The local day it lies on.
    #[must_use]
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::At(instant) => instant.date(),
        }
    }
}

impl std::fmt::Display for Moment {
    /// ISO: `2026-04-08`, or `2026-03-02T13:12:00+01:00` in the offset of Rome.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(date) => date.fmt(f),
            Self::At(instant) => instant.in_rome().strftime("%Y-%m-%dT%H:%M:%S%.f%:z").fmt(f),
        }
    }
}

/// An amount of time in the unit of a standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Whole days or months.
    Units(i64),
    /// Microseconds, for exact durations.
    Micros(i64),
}

impl Measure {
    /// The number as stored: units, or microseconds.
    #[must_use]
    pub const fn raw(self) -> i64 {
        match self {
            Self::Units(number) | Self::Micros(number) => number,
        }
    }

    /// The number in the unit: whole for days, with decimals for durations that are not whole.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "for showing; beyond 2^53 microseconds lie 285 years")]
    pub fn in_unit(self, unit: Unit) -> f64 {
        match self {
            Self::Units(number) => number as f64,
            Self::Micros(micros) => micros as f64 / unit.micros().unwrap_or(1_000_000) as f64,
        }
    }
}

/// A span taken out of a clock: joined suspensions that have an effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenOut {
    /// The position after which it takes out.
    pub from: Moment,
    /// The last position taken out, or none while it is open.
    pub to: Option<Moment>,
    /// How much of the unit it took out up to the moment of judgement.
    pub taken: Measure,
    /// Causes of the suspensions in it, each once, in alphabetical order.
    pub causes: Vec<String>,
}

/// A joined suspension in positions.
#[derive(Clone, Debug)]
pub(crate) struct Pause {
    pub from: i64,
    pub to: Option<i64>,
    pub causes: Vec<String>,
}

#[derive(Clone, Copy)]
enum Scale {
    Days(DayUnit),
    Months,
    Exact(i64),
}

/// The clock of one case.
pub(crate) struct Timeline<'a> {
    calendar: &'a Calendar,
    scale: Scale,
    limit: i64,
    /// Where counting starts, after the cut-off.
    pub start: i64,
    pub pauses: Vec<Pause>,
    /// Whether the cut-off moved the start.
    pub moved_by_cutoff: bool,
}

impl<'a> Timeline<'a> {
    /// The clock of a case, or none where the unit is not measured by one.
    pub fn new(standard: &Standard, case: &Case, calendar: &'a Calendar) -> Option<Self> {
        let by_days = standard.escalation.as_ref().is_some_and(|rule| matches!(rule.growth, Growth::PerDay));
        let scale = match (standard.unit.day_unit(), standard.unit.micros(), standard.unit) {
            (Some(days), _, _) => Scale::Days(days),
            (_, Some(micros), _) => Scale::Exact(micros),
            (_, _, Unit::Month) => Scale::Months,
            // Paid for each day of delay after a date: a term of no days.
            (_, _, Unit::None) if by_days => Scale::Days(DayUnit::CalendarDay),
            _ => return None,
        };
        let limit = standard.limit_for(case.customer.four_monthly_bills);
        let mut line = Self { calendar, scale, limit, start: 0, pauses: Vec::new(), moved_by_cutoff: false };
        line.start = line.position(case.started);
        if let (Scale::Days(unit), Some(cutoff)) = (scale, standard.late_request_cutoff)
            && case.started.in_rome().time() >= cutoff
        {
            line.start = calendar.add_numbers(unit, line.start, 1);
            line.moved_by_cutoff = true;
        }
        let stop = case.stopped.map(|stopped| line.position(stopped));
        line.pauses = line.joined(&case.suspended, stop);
        Some(line)
    }

    /// Suspensions in positions, cut to what lies between start and stop, joined where they overlap or touch.
    fn joined(&self, suspended: &[Suspension], stop: Option<i64>) -> Vec<Pause> {
        let mut pauses: Vec<Pause> = suspended
            .iter()
            .filter_map(|suspension| {
                let from = self.position(suspension.from).max(self.start);
                let to = suspension.to.map(|to| self.position(to));
                let to = match (to, stop) {
                    (Some(to), Some(stop)) => Some(to.min(stop)),
                    (to, stop) => to.or(stop),
                };
                let causes = suspension.cause.iter().cloned().collect();
                to.is_none_or(|to| to > from).then_some(Pause { from, to, causes })
            })
            .collect();
        pauses.sort_by_key(|pause| pause.from);
        let mut joined: Vec<Pause> = Vec::with_capacity(pauses.len());
        for pause in pauses {
            match joined.last_mut() {
                Some(last) if last.to.is_none_or(|to| pause.from <= to) => {
                    last.to = match (last.to, pause.to) {
                        (Some(a), Some(b)) => Some(a.max(b)),
                        _ => None,
                    };
                    last.causes.extend(pause.causes);
                }
                _ => joined.push(pause),
            }
        }
        for pause in &mut joined {
            pause.causes.sort_unstable();
            pause.causes.dedup();
        }
        joined
    }

    pub const fn is_exact(&self) -> bool {
        matches!(self.scale, Scale::Exact(_))
    }

    /// Where a moment lies.
    pub fn position(&self, at: Instant) -> i64 {
        if self.is_exact() { at.as_micros() } else { day_number(at.date()) }
    }

    /// What a position is called.
    pub fn moment(&self, position: i64) -> Moment {
        if self.is_exact() {
            Moment::At(Instant::from_micros(position))
        } else {
            Moment::Day(date_of(position))
        }
    }

    /// The amount between two positions, suspensions not looked at. Months are measured in calendar days.
    pub fn between(&self, from: i64, to: i64) -> i64 {
        match self.scale {
            Scale::Days(unit) => self.calendar.count_numbers(unit, from, to),
            Scale::Months | Scale::Exact(_) => (to - from).max(0),
        }
    }

    fn advance(&self, from: i64, amount: i64) -> i64 {
        match self.scale {
            Scale::Days(unit) => self.calendar.add_numbers(unit, from, amount),
            Scale::Months | Scale::Exact(_) => from.saturating_add(amount),
        }
    }

    /// So many units from the start, as an amount of [`Timeline::between`].
    fn amount_of(&self, units: i64) -> i64 {
        match self.scale {
            Scale::Days(_) => units,
            Scale::Exact(micros) => units.saturating_mul(micros),
            Scale::Months => {
                let start = date_of(self.start);
                let months = units.clamp(0, 100_000).months();
                start.checked_add(months).map_or(i64::MAX / 2, |day| day_number(day) - self.start)
            }
        }
    }

    /// The limit times a multiple.
    pub fn threshold(&self, multiple: i64) -> i64 {
        self.amount_of(self.limit.saturating_mul(multiple))
    }

    /// What was taken out of a pause up to `end`.
    pub fn taken(&self, pause: &Pause, end: i64) -> i64 {
        self.between(pause.from, pause.to.map_or(end, |to| to.min(end)))
    }

    /// The amount elapsed in `(start, end]`, suspensions taken out.
    pub fn elapsed(&self, end: i64) -> i64 {
        let taken: i64 = self.pauses.iter().map(|pause| self.taken(pause, end)).sum();
        self.between(self.start, end) - taken
    }

    /// The position at which an amount is reached; none when an open suspension keeps it unknown.
    pub fn reach(&self, amount: i64) -> Option<i64> {
        let (mut at, mut left) = (self.start, amount);
        for pause in &self.pauses {
            let available = self.between(at, pause.from);
            if left <= available {
                break;
            }
            left -= available;
            at = pause.to?;
        }
        Some(self.advance(at, left))
    }

    /// The first position beyond a multiple of the limit: the day after it is full, or the exact moment it is.
    pub fn beyond(&self, multiple: i64) -> Option<i64> {
        self.reach(self.threshold(multiple).saturating_add(i64::from(!self.is_exact())))
    }

    /// An amount for showing. Months are rounded up to whole ones: elapsed is within the limit exactly while
    /// the day lies within the term.
    pub fn measure(&self, amount: i64) -> Measure {
        match self.scale {
            Scale::Days(_) => Measure::Units(amount),
            Scale::Exact(_) => Measure::Micros(amount),
            Scale::Months => {
                // No month is longer than 31 days, so this never starts beyond the answer.
                let mut months = (amount / 31 - 1).max(0);
                while months < 100_000 && self.amount_of(months) < amount {
                    months += 1;
                }
                Measure::Units(months)
            }
        }
    }

    /// The limit for showing.
    pub const fn limit(&self) -> Measure {
        match self.scale {
            Scale::Exact(micros) => Measure::Micros(self.limit.saturating_mul(micros)),
            Scale::Days(_) | Scale::Months => Measure::Units(self.limit),
        }
    }

    /// The amount of a span that need not begin at the start, for showing: months in calendar days.
    pub const fn measure_span(&self, amount: i64) -> Measure {
        match self.scale {
            Scale::Exact(_) => Measure::Micros(amount),
            Scale::Days(_) | Scale::Months => Measure::Units(amount),
        }
    }
}
