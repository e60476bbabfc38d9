//! The clocks of visits. Every visit that was agreed with the customer brings its own, in every procedure: whether somebody
//! came within the band, how long the customer waited for a date, how long before he was told that nobody would come. They
//! are read from the visit alone: what holds the clocks of the case does not touch them.

use domain::cases::Case;
use kernel::{Date, Instant, Sector};
use standards::{Packs, Standard};
use store::cases::appointment::Appointment;

use super::clocks::Clock;

/// The facts that start the clocks of a visit: the band begins, a date was asked for, the utility said it would not come.
const WINDOW: &str = "window_start";
const ASKED: &str = "appointment_requested";
const NOTICE: &str = "cancellation_notified";

const HOUR: i64 = 3_600;

/// The standards in force for a service that a fact starts.
fn started_by(sector: Sector, fact: &str, on: Date) -> Vec<&'static Standard> {
    let packs = Packs::shipped();
    let mut ids: Vec<&str> = packs
        .standards()
        .filter(|standard| standard.sector.concerns(sector) && standard.clock_start.code == fact)
        .map(|standard| standard.id.as_str())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().filter_map(|id| packs.in_force(id, on)).collect()
}

/// The widest band that may be agreed for a service, in hours; none where no act sets one.
#[must_use]
pub fn widest_band(sector: Sector, on: Date) -> Option<i64> {
    let known = started_by(sector, WINDOW, on).into_iter();
    known
        .filter(|standard| standard.clock_stop.code == "operator_on_site")
        .map(|standard| standard.limit)
        .min()
}

/// The clocks of the visits of a case, in the order of the visits. A visit the program put into the diary without a word
/// of the customer has none.
#[must_use]
pub fn clocks(case: &Case, visits: &[Appointment], now: Instant) -> Vec<Clock> {
    let Some(sector) = case.sector else { return Vec::new() };
    let mut all = Vec::new();
    for visit in visits.iter().filter(|visit| visit.visit && visit.asked_on.is_some()) {
        let of_visit = punctuality(sector, visit, now)
            .into_iter()
            .chain(wait(sector, visit, now))
            .chain(notice(sector, visit, now));
        all.extend(of_visit.map(|clock| Clock { visit: Some(visit.id), ..clock }));
    }
    all
}

/// Whether somebody was there before the band ended. A band of a whole day, for works nobody must be at home for, is no
/// promise of an hour; that nobody was at home without anybody having come is known of no moment.
fn punctuality(sector: Sector, visit: &Appointment, now: Instant) -> Vec<Clock> {
    let mut clocks = Vec::new();
    if visit.state == "cancelled"
        || (visit.state != "agreed" && visit.arrived_at.is_none() && visit.missed_by != "utility")
    {
        return clocks;
    }
    if visit.state == "agreed" && visit.starts_at > now {
        return clocks;
    }
    for standard in started_by(sector, WINDOW, visit.starts_at.date()) {
        let limit = standard.limit * HOUR;
        let width = (visit.ends_at.as_micros() - visit.starts_at.as_micros()) / 1_000_000;
        if width > limit {
            continue;
        }
        // A band narrower than the widest allowed ends when it ends.
        let mut input = standards::Case::started(visit.ends_at.plus_seconds(-limit));
        input.stopped = visit.arrived_at.map(|at| at.max(input.started));
        clocks.push(Clock::read(standard, input, now));
    }
    clocks
}

/// How long after it was asked for the date is: the date offered, where the customer wanted a later one.
fn wait(sector: Sector, visit: &Appointment, now: Instant) -> Vec<Clock> {
    let Some(asked) = visit.asked_on.and_then(noon) else { return Vec::new() };
    let offered = visit.offered.map(|(from, _)| from);
    let customers_wish = visit.moved_by == "customer";
    let until = offered.filter(|from| customers_wish && *from < visit.starts_at).unwrap_or(visit.starts_at);
    let known = started_by(sector, ASKED, asked.date()).into_iter();
    known
        .map(|standard| {
            let mut input = standards::Case::started(asked);
            input.stopped = Some(until.max(asked));
            Clock::read(standard, input, now)
        })
        .collect()
}

/// How long before the band the customer was told that nobody would come.
fn notice(sector: Sector, visit: &Appointment, now: Instant) -> Vec<Clock> {
    let Some((told, band)) = visit.notice else { return Vec::new() };
    let known = started_by(sector, NOTICE, told.date()).into_iter();
    known
        .map(|standard| {
            let mut input = standards::Case::started(told);
            input.stopped = Some(band.max(told));
            Clock::read(standard, input, now)
        })
        .collect()
}

fn noon(day: Date) -> Option<Instant> {
    let zoned = day.at(12, 0, 0, 0).to_zoned(kernel::clock::rome()).ok()?;
    Some(zoned.timestamp().into())
}
