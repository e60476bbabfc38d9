//! Judging one case by one record: due day, elapsed, state, steps, indemnity.

use calendar::Calendar;
use kernel::{Instant, Money};

use crate::case::{Case, CauseOfMiss};
use crate::clock::{Measure, Moment, TakenOut, Timeline};
use crate::indemnity::MissingFact;
use crate::model::{Kind, Sense, Standard, Unit};

/// Where a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Counting, within the limit.
    Running,
    /// Within the limit, while a suspension is open.
    Suspended,
    /// Stopped within the limit.
    Kept,
    /// Beyond the limit, stopped or not.
    Missed,
}

/// The first moment at which another multiple of the amount is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// How many times the limit is passed: 1, 2 or 3.
    pub multiple: i64,
    /// The first day beyond, or the exact moment for durations.
    pub from: Moment,
}

/// Where an indemnity stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndemnityStatus {
    /// Nothing was missed, or a miss owes nothing.
    None,
    /// Missed and not stopped: the amount may still grow.
    Accruing,
    /// Missed, and not owed: the cause is not the operator's, or the yearly cap is reached.
    NotDue,
    /// Owed, and waiting until the customer has paid what is overdue.
    SuspendedArrears,
    /// Owed.
    Due,
}

/// What a miss owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indemnity {
    /// How many times the limit is passed, 0 to 3, also where nothing is owed.
    pub multiple: i64,
    /// The amount; zero where nothing is owed.
    pub amount: Money,
    /// Where it stands.
    pub status: IndemnityStatus,
    /// What the case does not say and the amount depends on; the amount is then zero and must not be used.
    pub missing: Option<MissingFact>,
}

/// A case judged by a record at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// Where counting starts, after the cut-off.
    pub start: Moment,
    /// Whether the cut-off moved the start.
    pub moved_by_cutoff: bool,
    /// The moment of judgement: the stop, or now.
    pub until: Moment,
    /// Whether the clock is stopped.
    pub stopped: bool,
    /// When the limit is reached; none while an open suspension keeps it unknown, and where there is no clock.
    pub due: Option<Moment>,
    /// What has elapsed until the moment of judgement, suspensions taken out.
    pub elapsed: Measure,
    /// The limit for this customer, in `unit`.
    pub limit: i64,
    /// The limit in the measure of `elapsed`.
    pub limit_measure: Measure,
    /// What the limit is counted in.
    pub unit: Unit,
    /// Where the clock stands.
    pub state: State,
    /// The first moments beyond one, two and three times the limit, those that can be known.
    pub steps: Vec<Step>,
    /// What is owed.
    pub indemnity: Indemnity,
    /// What was taken out, in order of time.
    pub taken_out: Vec<TakenOut>,
    /// Whether a suspension covers the moment of judgement, one with an end to come included.
    pub paused: bool,
    /// For minimum terms of stopped cases: whether at least the limit had passed. None for all other cases.
    pub minimum_respected: Option<bool>,
}

impl Evaluation {
    /// What is left of the limit; negative beyond it.
    #[must_use]
    pub const fn remaining(&self) -> Measure {
        match (self.limit_measure, self.elapsed) {
            (Measure::Micros(limit), elapsed) => Measure::Micros(limit - elapsed.raw()),
            (Measure::Units(limit), elapsed) => Measure::Units(limit - elapsed.raw()),
        }
    }

    /// The share of the limit used, in percent, rounded down; above 100 beyond it.
    #[must_use]
    pub fn share_used(&self) -> i64 {
        let limit = self.limit_measure.raw();
        if limit == 0 {
            return if self.elapsed.raw() > 0 { 100 } else { 0 };
        }
        i64::try_from(i128::from(self.elapsed.raw()) * 100 / i128::from(limit)).unwrap_or(i64::MAX)
    }
}

/// Judges a case by a record, with the national calendar.
#[must_use]
pub fn evaluate(standard: &Standard, case: &Case, now: Instant) -> Evaluation {
    evaluate_with(Calendar::national(), standard, case, now)
}

/// [`evaluate`] with another calendar, for operators that count with a local layer.
#[must_use]
pub fn evaluate_with(calendar: &Calendar, standard: &Standard, case: &Case, now: Instant) -> Evaluation {
    match Timeline::new(standard, case, calendar) {
        Some(line) => by_clock(&line, standard, case, now),
        None => without_clock(standard, case, now),
    }
}

fn by_clock(line: &Timeline<'_>, standard: &Standard, case: &Case, now: Instant) -> Evaluation {
    let end = line.position(case.stopped.unwrap_or(now));
    let elapsed = line.elapsed(end);
    let threshold = line.threshold(1);
    let missed = elapsed > threshold;
    let multiples = standard.multiples();
    let multiple =
        multiples.iter().copied().rfind(|multiple| elapsed > line.threshold(*multiple)).unwrap_or(0);
    let step =
        |multiple: &i64| Some(Step { multiple: *multiple, from: line.moment(line.beyond(*multiple)?) });
    let open = |suspension: &crate::Suspension| suspension.to.is_none() && suspension.from <= now;
    let covers =
        |suspension: &crate::Suspension| suspension.from <= now && suspension.to.is_none_or(|to| to > now);
    let state = match (case.stopped, missed) {
        (_, true) => State::Missed,
        (Some(_), false) => State::Kept,
        (None, false) if case.suspended.iter().any(open) => State::Suspended,
        (None, false) => State::Running,
    };
    let taken_out = line.pauses.iter().filter(|pause| pause.from < end).map(|pause| TakenOut {
        from: line.moment(pause.from),
        to: pause.to.map(|to| line.moment(to)),
        taken: line.measure_span(line.taken(pause, end)),
        causes: pause.causes.clone(),
    });
    let minimum = standard.sense == Sense::AtLeast && case.stopped.is_some();
    Evaluation {
        start: line.moment(line.start),
        moved_by_cutoff: line.moved_by_cutoff,
        until: line.moment(end),
        stopped: case.stopped.is_some(),
        due: line.reach(threshold).map(|position| line.moment(position)),
        elapsed: line.measure(elapsed),
        limit: standard.limit_for(case.customer.four_monthly_bills),
        limit_measure: line.limit(),
        unit: standard.unit,
        state,
        steps: multiples.iter().filter_map(step).collect(),
        indemnity: indemnity(standard, case, multiple, elapsed - threshold),
        taken_out: taken_out.collect(),
        paused: case.stopped.is_none() && case.suspended.iter().any(covers),
        minimum_respected: minimum.then_some(elapsed >= threshold),
    }
}

/// What no clock measures: an event that owes an amount by having happened, or a number in a year or period.
fn without_clock(standard: &Standard, case: &Case, now: Instant) -> Evaluation {
    let happened = standard.kind == Kind::IndemnityOnly && case.stopped.is_some();
    let limit = standard.limit_for(case.customer.four_monthly_bills);
    Evaluation {
        start: Moment::Day(case.started.date()),
        moved_by_cutoff: false,
        until: Moment::Day(case.stopped.unwrap_or(now).date()),
        stopped: case.stopped.is_some(),
        due: None,
        elapsed: Measure::Units(0),
        limit,
        limit_measure: Measure::Units(limit),
        unit: standard.unit,
        state: match (happened, case.stopped) {
            (true, _) => State::Missed,
            (false, Some(_)) => State::Kept,
            (false, None) => State::Running,
        },
        steps: Vec::new(),
        indemnity: indemnity(standard, case, i64::from(happened), 0),
        taken_out: Vec::new(),
        paused: false,
        minimum_respected: None,
    }
}

fn indemnity(standard: &Standard, case: &Case, multiple: i64, days_late: i64) -> Indemnity {
    let nothing = |status| Indemnity { multiple, amount: Money::ZERO, status, missing: None };
    let (Some(rule), Some(escalation)) = (&standard.indemnity, &standard.escalation) else {
        return nothing(IndemnityStatus::None);
    };
    if multiple == 0 {
        return nothing(IndemnityStatus::None);
    }
    let cap = standard.max_per_calendar_year;
    let not_the_operators =
        matches!(case.cause_of_miss, Some(CauseOfMiss::ForceMajeure | CauseOfMiss::CustomerOrThirdParty));
    let status = if case.stopped.is_none() {
        IndemnityStatus::Accruing
    } else if not_the_operators || (cap > 0 && case.already_compensated_this_year >= cap) {
        return nothing(IndemnityStatus::NotDue);
    } else if case.in_arrears && rule.suspended_while_in_arrears {
        IndemnityStatus::SuspendedArrears
    } else {
        IndemnityStatus::Due
    };
    match rule.base(&case.customer) {
        Ok(base) => {
            let amount = escalation.amount(base, multiple, days_late);
            let amount = rule.max.map_or(amount, |max| amount.min(max));
            Indemnity { multiple, amount, status, missing: None }
        }
        Err(missing) => Indemnity { missing: Some(missing), ..nothing(status) },
    }
}
