//! A visit agreed with the customer: a day and a band, with what was asked for and what was offered.

use std::str::FromStr;

use domain::{access::Role, cases::SuspensionCause};
use kernel::{Date, Instant, UserId};
use serde_json::json;
use store::{
    accounts::user,
    audit,
    cases::{
        appointment::{self, Appointment},
        fact,
    },
};

use super::{
    invite::enqueue,
    visit::{at, new_appointment, store_new},
};
use crate::{
    Error,
    cases::{Interval, put_interval, record_fact, visits::widest_band},
    processes::{CallAnswer, Run},
};

/// The hours of a visit of a whole day.
const WHOLE_DAY: (i8, i8) = (8, 17);

/// From and to which hour somebody comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Band {
    /// Between two hours: the customer waits for somebody.
    Hours(i8, i8),
    /// Some time that day: nobody waits.
    Day,
}

impl FromStr for Band {
    type Err = ();

    /// `08-11`, or `day`.
    fn from_str(text: &str) -> Result<Self, ()> {
        if text == "day" {
            return Ok(Self::Day);
        }
        let (from, to) = text.split_once('-').ok_or(())?;
        let (from, to) = (from.parse::<i8>().map_err(drop)?, to.parse::<i8>().map_err(drop)?);
        if (0..24).contains(&from) && from < to && to <= 23 { Ok(Self::Hours(from, to)) } else { Err(()) }
    }
}

impl Band {
    const fn hours(self) -> (i8, i8) {
        match self {
            Self::Hours(from, to) => (from, to),
            Self::Day => WHOLE_DAY,
        }
    }

    fn on(self, day: Date) -> Result<(Instant, Instant), Error> {
        let (from, to) = self.hours();
        Ok((at(day, from, 0)?, at(day, to, 0)?))
    }
}

/// What the diagram tells.
struct Agreed {
    asked_on: Date,
    offered: (Instant, Instant),
    on: Date,
    band: Band,
    moved_by: String,
    role: Role,
    crew: String,
}

/// Puts the visit that was agreed into the diary: for who of the role has the fewest appointments that day, who is invited.
/// A visit of the case that is still to come is moved, not doubled. What the customer wanted later than it was offered is
/// taken out of the clocks of the case.
///
/// # Errors
/// [`Error::Refused`] with `argument_missing`, `argument_no_moment`, `band_unknown`, `role_unknown`, `band_too_wide`,
/// `date_past` or `date_not_worked`.
pub(super) fn appoint(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let agreed = agreed(run)?;
    refuse(run, &agreed)?;
    let (starts_at, ends_at) = agreed.band.on(agreed.on)?;
    let coming = appointment::of_case(run.tx, run.case.id)?;
    let coming = coming.into_iter().rfind(|entry| entry.visit && entry.state == "agreed");
    let kept =
        coming.as_ref().filter(|visit| visit.starts_at.date() == agreed.on).and_then(|v| v.assigned_to);
    let who = match kept {
        Some(who) => Some(who),
        None => least_loaded(run, agreed.role, agreed.on)?,
    };
    if who.is_none() {
        let message = "nobody could be invited: nobody of this role has an e-mail address".to_owned();
        return Ok(CallAnswer::Incident(message));
    }
    let before = coming.clone();
    let made = new_appointment(run, true, starts_at, ends_at, who);
    let visit = Appointment {
        starts_at,
        ends_at,
        assigned_to: who,
        asked_on: Some(agreed.asked_on),
        offered: Some(agreed.offered),
        moved_by: agreed.moved_by.clone(),
        crew: agreed.crew.clone(),
        ..coming.unwrap_or(made)
    };
    let visit = match before {
        Some(before) => change(run, &before, visit)?,
        None => {
            store_new(run, &visit)?;
            visit
        }
    };
    record(run, &agreed, &visit)?;
    take_out(run, &visit)?;
    Ok(CallAnswer::Done(Vec::new()))
}

fn agreed(run: &Run<'_, '_>) -> Result<Agreed, Error> {
    let day = |name: &str| -> Result<Date, Error> {
        let text = run.call.needed(name)?;
        text.parse().map_err(|_| Error::refused_with("argument_no_moment", &[("on", text)]))
    };
    let band = |name: &str| -> Result<Band, Error> {
        let text = run.call.needed(name)?;
        text.parse().map_err(|()| Error::refused_with("band_unknown", &[("band", text)]))
    };
    let role = run.call.text("role").unwrap_or("technician");
    Ok(Agreed {
        asked_on: day("asked_on")?,
        offered: band("offered_band")?.on(day("offered_on")?)?,
        on: day("on")?,
        band: band("band")?,
        moved_by: run.call.text("moved_by").filter(|who| *who != "nobody").unwrap_or_default().to_owned(),
        role: Role::from_code(role).ok_or_else(|| Error::refused_with("role_unknown", &[("role", role)]))?,
        crew: run.call.text("crew").unwrap_or_default().to_owned(),
    })
}

/// A band is no wider than the act allows, and the day is one on which people work.
fn refuse(run: &Run<'_, '_>, agreed: &Agreed) -> Result<(), Error> {
    let shown = agreed.on.to_string();
    if agreed.on < run.ctx.today() {
        return Err(Error::refused_with("date_past", &[("on", &shown)]));
    }
    let worked = calendar::Calendar::national().is_counted(calendar::DayUnit::MonSatDay, agreed.on);
    if !worked {
        return Err(Error::refused_with("date_not_worked", &[("on", &shown)]));
    }
    let widest = run.case.sector.and_then(|sector| widest_band(sector, agreed.on));
    if let (Band::Hours(from, to), Some(widest)) = (agreed.band, widest)
        && i64::from(to - from) > widest
    {
        return Err(Error::refused_with("band_too_wide", &[("hours", &widest.to_string())]));
    }
    Ok(())
}

/// Who of a role has the fewest appointments on a day; none where nobody of it can be told.
pub(super) fn least_loaded(run: &mut Run<'_, '_>, role: Role, day: Date) -> Result<Option<UserId>, Error> {
    let people = user::with_role(run.tx, role)?;
    let booked = appointment::between(run.tx, at(day, 0, 0)?, at(day, 23, 59)?)?;
    let load = |user: UserId| booked.iter().filter(|entry| entry.assigned_to == Some(user)).count();
    // Somebody must be told of a visit: without a person who has an address, somebody has to look.
    Ok(people
        .iter()
        .filter(|user| user.email.as_deref().is_some_and(|address| !address.trim().is_empty()))
        .min_by_key(|user| (load(user.id), user.name.clone()))
        .map(|user| user.id))
}

/// Moves the visit that is still to come; who goes and who no longer goes is told.
fn change(run: &mut Run<'_, '_>, before: &Appointment, mut visit: Appointment) -> Result<Appointment, Error> {
    let moved = (visit.starts_at, visit.ends_at) != (before.starts_at, before.ends_at);
    if moved && visit.moved_by == "utility" {
        visit.notice = Some((run.ctx.now(), before.starts_at));
    }
    if visit == *before {
        return Ok(visit);
    }
    if !appointment::update(run.tx, &mut visit)? {
        return Err(Error::Repeat);
    }
    if let Some(former) = before.assigned_to.filter(|former| Some(*former) != visit.assigned_to) {
        enqueue(run.tx, run.ctx, &visit, &run.case.number, former, "CANCEL")?;
    }
    if let Some(person) = visit.assigned_to {
        enqueue(run.tx, run.ctx, &visit, &run.case.number, person, "REQUEST")?;
    }
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    let details = json!({ "appointment": visit.id, "starts_at": visit.starts_at, "by": visit.moved_by });
    audit::append(run.tx, run.ctx, "move_appointment", subject, &details)?;
    Ok(visit)
}

/// The facts of the visit, each once as long as it says the same; their note is the visit.
fn record(run: &mut Run<'_, '_>, agreed: &Agreed, visit: &Appointment) -> Result<(), Error> {
    let id = visit.id.to_string();
    let known = fact::of_case(run.tx, run.case.id)?;
    let moments = [
        ("appointment_requested", at(agreed.asked_on, 12, 0)?.min(run.ctx.now())),
        ("appointment_date", visit.starts_at),
    ];
    for (kind, at) in moments {
        let of_visit = known.iter().rfind(|fact| fact.kind == kind && fact.note == id && !fact.corrected);
        if of_visit.is_some_and(|fact| fact.at.date() == at.date()) {
            continue;
        }
        if let Some(former) = of_visit {
            fact::mark_corrected(run.tx, run.case.id, former.id)?;
        }
        record_fact(run, kind, at, &id)?;
    }
    Ok(())
}

/// The days from the date offered to a later one the customer wanted are the customer's.
pub(super) fn take_out(run: &mut Run<'_, '_>, visit: &Appointment) -> Result<(), Error> {
    let name = format!("appointment:{}", visit.id);
    let Some((offered, _)) = visit.offered else { return Ok(()) };
    let wanted_later = visit.moved_by == "customer" && visit.starts_at.date() > offered.date();
    let element = format!("{}{name}", domain::cases::Suspension::BY_DATES);
    let known = fact::suspensions(run.tx, run.case.id)?.iter().any(|known| known.element == element);
    if !wanted_later && !known {
        return Ok(());
    }
    let told = Interval {
        name,
        cause: Some(SuspensionCause::Customer),
        from: Some(offered),
        to: Some(if wanted_later { visit.starts_at } else { offered }),
        ..Interval::default()
    };
    put_interval(run, &told)
}

#[cfg(test)]
mod tests {
    use super::Band;

    #[test]
    fn a_band_is_two_hours_or_the_whole_day() {
        assert_eq!("08-11".parse(), Ok(Band::Hours(8, 11)));
        assert_eq!("day".parse(), Ok(Band::Day));
        for wrong in ["", "11-08", "08:00-11:00", "8", "22-25", "mattina"] {
            assert!(wrong.parse::<Band>().is_err(), "{wrong}");
        }
    }
}
