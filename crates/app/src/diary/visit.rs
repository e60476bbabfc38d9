//! Deadlines and visits that a process puts into the diary.

use domain::access::Role;
use jiff::civil::Time;
use kernel::{AppointmentId, Date, Instant, UserId, clock::rome};
use serde_json::json;
use store::{
    accounts::user,
    audit,
    cases::appointment::{self, Appointment},
};

use super::{appoint::least_loaded, invite::enqueue};
use crate::{
    Error,
    cases::record_fact,
    processes::{CallAnswer, Run},
};

/// The moment of a wall-clock time in Rome; of an hour that occurs twice the first, of one that does not exist the
/// one an hour later.
pub(super) fn at(day: Date, hour: i8, minute: i8) -> Result<Instant, Error> {
    let time = Time::new(hour, minute, 0, 0).map_err(|error| Error::Internal(error.to_string()))?;
    let zoned = day.to_datetime(time).to_zoned(rome()).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(zoned.timestamp().into())
}

pub(super) fn new_appointment(
    run: &Run<'_, '_>,
    visit: bool,
    starts_at: Instant,
    ends_at: Instant,
    to: Option<UserId>,
) -> Appointment {
    let id = run.ctx.id(AppointmentId::from_bytes);
    Appointment {
        id,
        case_id: run.case.id,
        visit,
        subject: format!("{} {}", run.case.number, run.pack.texts.or_key(kernel::Lang::It, "procedure")),
        place: run.case.point_label.clone(),
        starts_at,
        ends_at,
        assigned_to: to,
        uid: format!("{id}@{}", host(&run.app.settings.organizer)),
        sequence: 0,
        state: "agreed".to_owned(),
        asked_on: None,
        offered: None,
        moved_by: String::new(),
        crew: String::new(),
        arrived_at: None,
        missed_by: String::new(),
        notice: None,
        version: 1,
    }
}

fn host(address: &str) -> &str {
    address.rsplit('@').next().unwrap_or("localhost")
}

/// Puts the day the regulated clock ends into the diary of who works on the case; nothing where no clock runs.
pub(crate) fn put_deadline(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    crate::cases::clocks::refresh(run.tx, &run.pack, &mut run.case, run.ctx.now())?;
    let Some(due) = run.case.clock.as_ref().and_then(|clock| clock.due) else {
        return Ok(CallAnswer::Done(Vec::new()));
    };
    put_due(run, due)
}

/// Puts a day by which something must be done into the diary of who works on the case.
pub(crate) fn put_due(run: &mut Run<'_, '_>, due: Date) -> Result<CallAnswer, Error> {
    let deadline = new_appointment(run, false, at(due, 9, 0)?, at(due, 9, 30)?, run.case.assigned_to);
    store_new(run, &deadline)
}

/// Puts the case into the diary of an account with a role, on the next working day: of those there are, the one with the
/// fewest appointments that day. Without such an account nothing is put.
pub(crate) fn put_for_role(run: &mut Run<'_, '_>, role: Role) -> Result<(), Error> {
    let day = next_working_day(run.ctx.today().tomorrow().unwrap_or_else(|_| run.ctx.today()));
    let booked = appointment::between(run.tx, at(day, 0, 0)?, at(day, 23, 59)?)?;
    let load = |user: UserId| booked.iter().filter(|entry| entry.assigned_to == Some(user)).count();
    let known = user::with_role(run.tx, role)?;
    let Some(person) = known.iter().min_by_key(|user| (load(user.id), user.name.clone())) else {
        return Ok(());
    };
    let entry = new_appointment(run, false, at(day, 9, 0)?, at(day, 9, 30)?, Some(person.id));
    store_new(run, &entry).map(drop)
}

pub(super) fn store_new(run: &mut Run<'_, '_>, made: &Appointment) -> Result<CallAnswer, Error> {
    appointment::insert(run.tx, made, run.ctx.now())?;
    if let Some(person) = made.assigned_to {
        enqueue(run.tx, run.ctx, made, &run.case.number, person, "REQUEST")?;
    }
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    let details = json!({ "appointment": made.id, "starts_at": made.starts_at, "visit": made.visit });
    audit::append(run.tx, run.ctx, "put_appointment", subject, &details)?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// Hands the visit to a technician: the one with the fewest appointments on the first working day on which the new
/// contract is in force (or the day of the argument `on`) or that comes next, from nine to twelve.
pub(crate) fn put_visit(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let tomorrow = run.ctx.today().tomorrow().unwrap_or_else(|_| run.ctx.today());
    let answered = run.case.data.get("starts_on").and_then(|day| day.as_str());
    let wanted = run.call.text("on").or(answered).and_then(|day| day.parse::<Date>().ok());
    let day = next_working_day(wanted.map_or(tomorrow, |day| day.max(tomorrow)));
    let (starts_at, ends_at) = (at(day, 9, 0)?, at(day, 12, 0)?);
    let technician = least_loaded(run, Role::Technician, day)?;
    if technician.is_none() {
        return Ok(CallAnswer::Incident(
            "nobody could be invited: no technician has an e-mail address".to_owned(),
        ));
    }
    let visit = new_appointment(run, true, starts_at, ends_at, technician);
    store_new(run, &visit)
}

/// Closes the visit with what came of it: kept when the technician could work, missed when nobody let him in or when
/// nobody went. With the arguments `on` and `arrived` (a time of day), the moment somebody came is kept with it.
///
/// # Errors
/// [`Error::Refused`] with `arrived_unknown` when that is no time of day, `date_in_future` when it is still to come.
pub(crate) fn close_visit(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let outcome =
        run.case.data.get("visit_outcome").and_then(|word| word.as_str()).unwrap_or_default().to_owned();
    let agreed = appointment::of_case(run.tx, run.case.id)?
        .into_iter()
        .rfind(|entry| entry.visit && entry.state == "agreed");
    let Some(mut visit) = agreed else { return Ok(CallAnswer::Done(Vec::new())) };
    let (state, missed_by) = match outcome.as_str() {
        "customer_absent" => ("missed", "customer"),
        "not_come" => ("missed", "utility"),
        _ => ("kept", ""),
    };
    state.clone_into(&mut visit.state);
    missed_by.clone_into(&mut visit.missed_by);
    // Nobody came: a time that was typed all the same is no arrival.
    visit.arrived_at = if missed_by == "utility" { None } else { arrived(run)? };
    if !appointment::update(run.tx, &mut visit)? {
        return Err(Error::Repeat);
    }
    if let Some(came) = visit.arrived_at {
        let id = visit.id.to_string();
        record_fact(run, "window_start", visit.starts_at, &id)?;
        record_fact(run, "operator_on_site", came, &id)?;
    }
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    let details = json!({ "appointment": visit.id, "outcome": outcome, "arrived_at": visit.arrived_at });
    audit::append(run.tx, run.ctx, "close_visit", subject, &details)?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// Puts the distributor's visit into the diary, or moves the one that is there: nobody of ours goes, but whoever answers
/// the telephone must see when somebody comes.
pub(crate) fn put_distributor_visit(
    run: &mut Run<'_, '_>,
    starts_at: Instant,
    ends_at: Instant,
) -> Result<(), Error> {
    let agreed = appointment::of_case(run.tx, run.case.id)?
        .into_iter()
        .rfind(|entry| entry.visit && entry.state == "agreed");
    let Some(mut visit) = agreed else {
        let visit = new_appointment(run, true, starts_at, ends_at, None);
        return store_new(run, &visit).map(drop);
    };
    (visit.starts_at, visit.ends_at) = (starts_at, ends_at);
    if !appointment::update(run.tx, &mut visit)? {
        return Err(Error::Repeat);
    }
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    let details = json!({ "appointment": visit.id, "starts_at": starts_at });
    Ok(audit::append(run.tx, run.ctx, "move_appointment", subject, &details)?)
}

/// Closes the distributor's visit: kept when the work was done, else missed. No visit was told of: nothing.
pub(crate) fn close_distributor_visit(run: &mut Run<'_, '_>, done: bool) -> Result<(), Error> {
    let agreed = appointment::of_case(run.tx, run.case.id)?
        .into_iter()
        .rfind(|entry| entry.visit && entry.state == "agreed");
    let Some(mut visit) = agreed else { return Ok(()) };
    visit.state = if done { "kept" } else { "missed" }.to_owned();
    if appointment::update(run.tx, &mut visit)? { Ok(()) } else { Err(Error::Repeat) }
}

/// The moment somebody came, as the diagram tells it; none where it does not.
fn arrived(run: &Run<'_, '_>) -> Result<Option<Instant>, Error> {
    let (Some(on), Some(time)) = (run.call.text("on"), run.call.text("arrived")) else { return Ok(None) };
    let wrong = |code: &str| Error::refused_with(code, &[("arrived", time), ("on", on)]);
    let day = on.parse::<Date>().map_err(|_| wrong("argument_no_moment"))?;
    let (hour, minute) = time.split_once(':').ok_or_else(|| wrong("arrived_unknown"))?;
    let (hour, minute) =
        hour.parse().ok().zip(minute.parse().ok()).ok_or_else(|| wrong("arrived_unknown"))?;
    let came = at(day, hour, minute).map_err(|_| wrong("arrived_unknown"))?;
    if came > run.ctx.now() { Err(wrong("date_in_future")) } else { Ok(Some(came)) }
}

fn next_working_day(from: Date) -> Date {
    let national = calendar::Calendar::national();
    let unit = calendar::DayUnit::WorkingDay;
    if national.is_counted(unit, from) { from } else { national.next(unit, from) }
}

/// Calls off every appointment of a case that was called off.
pub(crate) fn cancel_all(run: &mut Run<'_, '_>) -> Result<(), Error> {
    call_off(run, |_| true)
}

/// Takes the deadlines of a case that was answered out of the diary; a visit has an outcome of its own.
pub(crate) fn drop_deadlines(run: &mut Run<'_, '_>) -> Result<(), Error> {
    call_off(run, |entry| !entry.visit)
}

fn call_off(run: &mut Run<'_, '_>, which: impl Fn(&Appointment) -> bool) -> Result<(), Error> {
    for mut entry in appointment::of_case(run.tx, run.case.id)? {
        if entry.state != "agreed" || !which(&entry) {
            continue;
        }
        "cancelled".clone_into(&mut entry.state);
        if !appointment::update(run.tx, &mut entry)? {
            return Err(Error::Repeat);
        }
        if let Some(person) = entry.assigned_to {
            enqueue(run.tx, run.ctx, &entry, &run.case.number, person, "CANCEL")?;
        }
    }
    Ok(())
}
