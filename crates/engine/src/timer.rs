//! Timers: ISO 8601 moments, durations and repetitions, on the calendar of Rome where a day is not 24 hours.

use bpmn::model::TimerKind;
use jiff::{Span, Timestamp, civil::DateTime};
use kernel::Instant;

use crate::Env;
use crate::executable::Formula;

/// A timer definition.
#[derive(Debug)]
pub struct Timer {
    kind: TimerForm,
    text: Formula,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TimerForm {
    Date,
    Duration,
    Cycle,
}

/// When a timer fires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The first moment.
    pub due: Instant,
    /// Firings, the first included; none for no limit.
    pub count: Option<u32>,
}

impl Timer {
    /// From a definition; an absent one fails when it is reached.
    #[must_use]
    pub fn new(kind: Option<&TimerKind>) -> Self {
        let (kind, text) = match kind {
            Some(TimerKind::Date(e)) => (TimerForm::Date, e.text.as_str()),
            Some(TimerKind::Duration(e)) => (TimerForm::Duration, e.text.as_str()),
            Some(TimerKind::Cycle(e)) => (TimerForm::Cycle, e.text.as_str()),
            None => (TimerForm::Date, ""),
        };
        Self { kind, text: Formula::new(text) }
    }

    /// Whether it says nothing: a drawing without a deadline yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.text.is_empty()
    }

    /// Whether it repeats.
    #[must_use]
    pub fn repeats(&self) -> bool {
        self.kind == TimerForm::Cycle
    }

    /// When it fires, counted from now. The text is a literal, or an expression that gives one.
    ///
    /// # Errors
    /// A sentence for an incident.
    pub fn schedule(&self, scope: &dyn feel::Scope, env: &Env) -> Result<Schedule, String> {
        if let Some(found) = self.literal(&self.text.text, env.now) {
            return Ok(found);
        }
        let value = self.text.value(scope, env)?;
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        self.literal(&text, env.now).ok_or_else(|| {
            format!(
                "the timer text `{}` is no ISO 8601 {}; write for example {}",
                self.text.text,
                self.word().0,
                self.word().1
            )
        })
    }

    fn word(&self) -> (&'static str, &'static str) {
        match self.kind {
            TimerForm::Date => ("date and time", "2030-01-31T09:00:00Z"),
            TimerForm::Duration => ("duration", "PT72H"),
            TimerForm::Cycle => ("repetition", "R3/PT24H"),
        }
    }

    fn literal(&self, text: &str, now: Instant) -> Option<Schedule> {
        match self.kind {
            TimerForm::Date => moment(text).map(|due| Schedule { due, count: Some(1) }),
            TimerForm::Duration => after(now, text).map(|due| Schedule { due, count: Some(1) }),
            TimerForm::Cycle => {
                let cycle = Cycle::parse(text)?;
                let due = match cycle.start {
                    Some(start) => moment(start)?,
                    None => after(now, cycle.interval)?,
                };
                Some(Schedule { due, count: cycle.count })
            }
        }
    }

    /// The moment after `due` of a repeating timer.
    ///
    /// # Errors
    /// As [`Timer::schedule`].
    pub fn next(&self, due: Instant, scope: &dyn feel::Scope, env: &Env) -> Result<Instant, String> {
        let value;
        let text = if Cycle::parse(&self.text.text).is_some() {
            &*self.text.text
        } else {
            value = self.text.value(scope, env)?;
            value.as_str().unwrap_or_default()
        };
        Cycle::parse(text)
            .and_then(|c| after(due, c.interval))
            .ok_or_else(|| format!("the timer text `{}` does not repeat", self.text.text))
    }
}

struct Cycle<'a> {
    count: Option<u32>,
    start: Option<&'a str>,
    interval: &'a str,
}

impl<'a> Cycle<'a> {
    /// `Rn/duration`, `R/duration`, `Rn/start/duration` or `Rn/duration/end` (the end is not looked at).
    fn parse(text: &'a str) -> Option<Self> {
        let mut parts = text.trim().split('/');
        let count = parts.next()?.strip_prefix('R')?;
        let count = if count.is_empty() { None } else { Some(count.parse().ok()?) };
        let first = parts.next()?;
        if first.starts_with('P') {
            return Some(Self { count, start: None, interval: first });
        }
        Some(Self { count, start: Some(first), interval: parts.next()? })
    }
}

/// A moment; without offset it is a wall clock in Rome.
fn moment(text: &str) -> Option<Instant> {
    let text = text.trim();
    if let Ok(found) = text.parse::<Timestamp>() {
        return Some(found.into());
    }
    let civil: DateTime = text.parse().ok()?;
    civil.to_zoned(kernel::clock::rome()).ok().map(|z| z.timestamp().into())
}

/// A moment plus an ISO 8601 duration; days, months and years follow the calendar of Rome.
#[must_use]
pub fn after(from: Instant, text: &str) -> Option<Instant> {
    let text = text.trim();
    if !text.starts_with('P') {
        return None;
    }
    let span: Span = text.parse().ok()?;
    from.in_rome().checked_add(span).ok().map(|z| z.timestamp().into())
}
