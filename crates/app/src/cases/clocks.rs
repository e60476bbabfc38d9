//! The regulated clocks of a case, computed from its facts and suspensions, never typed in.

use domain::{
    cases::{Case, ClockState, ClockSummary, Fact, Suspension, effective},
    registry::SupplyPoint,
};
use kernel::{AppointmentId, Date, Instant, Lang, Sector};
use procedures::Pack;
use serde_json::{Map, Value as Json};
use standards::{Evaluation, Packs, Segment, Standard};
use store::{Tx, cases::fact, registry::supply_point};

use crate::Error;

/// The most days of a promise that are told one by one.
const MOST_DAYS: usize = 60;

/// The most days along the axis of a drawn clock.
const MOST_DAYS_DRAWN: usize = 1000;

/// One clock, evaluated.
#[derive(Clone, Debug)]
pub struct Clock {
    /// The standard in force when it started.
    pub standard: &'static Standard,
    /// What it says.
    pub evaluation: Evaluation,
    /// How it is drawn.
    pub segments: Vec<Segment>,
    /// The paragraph for people, Italian and English.
    pub why: standards::Why,
    /// What it is computed from.
    pub input: standards::Case,
    /// Whether its due day is the one the customer is promised.
    pub promise: bool,
    /// The visit it is about; none for a clock of the procedure.
    pub visit: Option<AppointmentId>,
}

impl Clock {
    /// A clock read now.
    pub(super) fn read(standard: &'static Standard, input: standards::Case, now: Instant) -> Self {
        let mut evaluation = standards::evaluate(standard, &input, now);
        // Of a shortest notice, more than the limit is in order.
        if let Some(respected) = evaluation.minimum_respected {
            evaluation.state = if respected { standards::State::Kept } else { standards::State::Missed };
        }
        let segments = standards::segments(standard, &input, now);
        let why = evaluation.why_both(standard, &input);
        Self { standard, evaluation, segments, why, input, promise: false, visit: None }
    }

    /// The short form lists keep.
    #[must_use]
    pub fn summary(&self) -> ClockSummary {
        let evaluation = &self.evaluation;
        ClockSummary {
            standard: self.standard.id.clone(),
            state: match evaluation.state {
                standards::State::Running => ClockState::Running,
                standards::State::Suspended => ClockState::Suspended,
                standards::State::Kept => ClockState::Kept,
                standards::State::Missed => ClockState::Missed,
            },
            due: evaluation.due.map(standards::Moment::date),
            elapsed: evaluation.elapsed.raw(),
            limit: evaluation.limit,
            unit: evaluation.unit.code().to_owned(),
            suspended: evaluation.taken_out.iter().map(|out| out.taken.raw()).sum(),
        }
    }

    /// The days from which once, twice and three times the amount is owed, with what is owed then; empty where nothing
    /// is owed in steps, or where the amount depends on what the case does not say.
    #[must_use]
    pub fn owed_steps(&self) -> Vec<(kernel::Date, kernel::Money)> {
        let (Some(rule), Some(escalation)) = (&self.standard.indemnity, &self.standard.escalation) else {
            return Vec::new();
        };
        let Ok(base) = rule.base(&self.input.customer) else { return Vec::new() };
        let mut owed: Vec<(kernel::Date, kernel::Money)> = Vec::new();
        for step in &self.evaluation.steps {
            let amount = escalation.amount(base, step.multiple, 1);
            let amount = rule.max.map_or(amount, |max| amount.min(max));
            // An amount that does not grow any more has no step of its own.
            if owed.last().is_none_or(|(_, before)| amount > *before) && amount > kernel::Money::ZERO {
                owed.push((step.from.date(), amount));
            }
        }
        owed
    }

    /// How many days this clock counts after one day up to another; none where it counts no days.
    #[must_use]
    pub fn days_between(&self, from: Date, to: Date) -> u32 {
        let Some(unit) = self.standard.unit.day_unit() else { return 0 };
        let calendar = calendar::Calendar::national();
        let days = std::iter::successors(Some(from), |day| Some(calendar.next(unit, *day)));
        let count = days.skip(1).take_while(|day| *day <= to).take(MOST_DAYS_DRAWN).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The standard's name.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::It => &self.standard.name_it,
            Lang::En => &self.standard.name_en,
        }
    }
}

/// What amounts depend on: the class of the customer, as the supply point of the case tells it today.
pub(crate) fn customer(tx: &mut Tx<'_>, case: &Case) -> Result<standards::Customer, Error> {
    let point = case.supply_point_id.map_or(Ok(None), |id| supply_point::by_id(tx, id))?;
    Ok(point.map(|point| customer_of(&point)).unwrap_or_default())
}

/// The class of the customer at a supply point: for electricity by voltage and use (TIQC, article 38), for gas by the
/// meter. What the registry does not know stays open.
pub(crate) fn customer_of(point: &SupplyPoint) -> standards::Customer {
    let technical = &point.technical;
    let household = technical.point_use.starts_with("household");
    let class = match technical.voltage_v {
        Some(volt) if volt > LOW_VOLTAGE => Some("medium_voltage"),
        _ if technical.point_use.is_empty() => None,
        _ if household => Some("low_voltage_household"),
        _ => Some("low_voltage_non_household"),
    };
    let gas = matches!(point.sector, Sector::Gas | Sector::Lpg) && !technical.meter_class.is_empty();
    standards::Customer {
        class: class.filter(|_| point.sector == Sector::Electricity).map(str::to_owned),
        meter_class: gas.then(|| technical.meter_class.clone()),
        ..standards::Customer::default()
    }
}

/// Up to this voltage, in volt, a supply is one of low voltage (CEI 0-21).
const LOW_VOLTAGE: i64 = 1000;

/// Evaluates every clock of a procedure that runs with the answers of a case. Empty before the request was made.
#[must_use]
pub fn evaluate(
    pack: &Pack,
    case: &Case,
    facts: &[Fact],
    suspensions: &[Suspension],
    customer: &standards::Customer,
    now: Instant,
) -> Vec<Clock> {
    let Some(sector) = case.sector else { return Vec::new() };
    // Nothing goes on counting once a case has ended, whatever was left unrecorded.
    let now = case.closed_at.map_or(now, |closed| closed.min(now));
    let mut clocks = Vec::new();
    for rule in pack.clocks_with(sector, &case.data, &feel::Env { now }) {
        let Some(id) = rule.standard.get(&sector) else { continue };
        let Some(start) = effective(facts, &rule.start) else { continue };
        let Some(standard) = Packs::shipped().in_force(id, start.at.date()) else { continue };
        let mut input = standards::Case::started(start.at);
        input.customer = customer.clone();
        input.stopped = effective(facts, &rule.stop).map(|fact| fact.at);
        input.suspended = suspensions
            .iter()
            .filter(|suspension| suspension.holds(&rule.stop))
            .map(|suspension| standards::Suspension {
                from: suspension.from,
                to: suspension.to,
                cause: Some(suspension.cause.code().to_owned()),
            })
            .collect();
        clocks.push(Clock { promise: rule.promise, ..Clock::read(standard, input, now) });
    }
    clocks
}

/// A clock as it would run if the request were made now.
#[derive(Clone, Debug)]
pub struct Promise {
    /// The standard in force today.
    pub standard: &'static Standard,
    /// The days it counts, the limit's last; empty for terms that are not counted in days.
    pub days: Vec<Date>,
    /// The day the limit falls on.
    pub due: Option<Date>,
    /// What a miss is worth, as far as it does not depend on the customer.
    pub indemnity: Option<kernel::Money>,
    /// The paragraph for people, Italian and English.
    pub why: standards::Why,
}

/// The clocks of a procedure as they would run for a service if the request were made now with these answers, the
/// shortest first.
#[must_use]
pub fn promised(pack: &Pack, sector: Sector, answers: &Map<String, Json>, now: Instant) -> Vec<Promise> {
    let mut promises: Vec<Promise> = pack
        .clocks_with(sector, answers, &feel::Env { now })
        .into_iter()
        .filter_map(|rule| Packs::shipped().in_force(rule.standard.get(&sector)?, now.date()))
        .filter(|standard| standard.unit.is_clocked())
        .map(|standard| promise(standard, now))
        .collect();
    promises.sort_by_key(|promise| (promise.due, promise.standard.id.clone()));
    promises
}

fn promise(standard: &'static Standard, now: Instant) -> Promise {
    let input = standards::Case::started(now);
    let evaluation = standards::evaluate(standard, &input, now);
    let due = evaluation.due.map(standards::Moment::date);
    let calendar = calendar::Calendar::national();
    let mut days = Vec::new();
    if let (Some(unit), Some(due)) = (standard.unit.day_unit(), due) {
        let mut day = evaluation.start.date();
        while day < due && days.len() < MOST_DAYS {
            day = calendar.next(unit, day);
            days.push(day);
        }
    }
    let indemnity = standard.indemnity.as_ref().and_then(|rule| rule.base(&input.customer).ok());
    Promise { days, due, indemnity, why: evaluation.why_both(standard, &input), standard }
}

/// The most urgent clock of the procedure: missed first, then by due day, suspended after, kept last. Those of visits stand
/// beside: each has its own moment.
#[must_use]
pub fn most_urgent(clocks: &[Clock]) -> Option<&Clock> {
    clocks.iter().filter(|clock| clock.visit.is_none()).min_by_key(|clock| {
        let rank = match clock.evaluation.state {
            standards::State::Missed if !clock.evaluation.stopped => 0,
            standards::State::Running => 1,
            standards::State::Suspended => 2,
            standards::State::Missed | standards::State::Kept => 3,
        };
        (rank, clock.evaluation.due.map(standards::Moment::date))
    })
}

/// Evaluates the clocks of a case from what is stored and writes the most urgent one into it.
pub(crate) fn refresh(tx: &mut Tx<'_>, pack: &Pack, case: &mut Case, now: Instant) -> Result<(), Error> {
    if case.started_at.is_none() {
        case.clock = None;
        return Ok(());
    }
    let facts = fact::of_case(tx, case.id)?;
    let suspensions = fact::suspensions(tx, case.id)?;
    let customer = customer(tx, case)?;
    let clocks = evaluate(pack, case, &facts, &suspensions, &customer, now);
    case.clock = most_urgent(&clocks).map(Clock::summary);
    Ok(())
}
