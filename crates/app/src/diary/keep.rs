//! Moving appointments and looking at a day.

use domain::access::{Action, Resource};
use kernel::{AppointmentId, Date, Instant, UserId, clock::rome};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{
    accounts::user,
    audit,
    cases::{
        appointment::{self, Appointment},
        case as cases,
    },
};

use super::invite::enqueue;
use crate::{App, Ctx, Error, error::found, read, write};

/// Where an appointment goes.
#[derive(Clone, Debug)]
pub struct MoveAppointment {
    /// Which.
    pub id: AppointmentId,
    /// From.
    pub starts_at: Instant,
    /// To.
    pub ends_at: Instant,
    /// Who goes.
    pub assigned_to: Option<UserId>,
    /// The version it was shown in; none: whatever it is now.
    pub version: Option<i64>,
}

/// Moves an appointment or gives it to somebody else: the one who goes is told of the change, the one who no longer
/// goes that it is off. A move that changes nothing tells nobody. Answers with the names of those who have no address and
/// must be told by a person.
///
/// # Errors
/// [`Error::Invalid`] when it ends before it begins; [`Error::Conflict`] when somebody changed it; [`Error::Refused`] with
/// `appointment_over` when it was kept, missed or called off.
pub async fn move_appointment(app: &App, ctx: &Ctx, change: MoveAppointment) -> Result<Vec<String>, Error> {
    if change.ends_at <= change.starts_at {
        return Err(Error::field("ends_at", "end_before_start"));
    }
    let ctx = ctx.clone();
    write(app, "move-appointment", move |tx| {
        ctx.require(Resource::Appointment, Action::Update)?;
        let before = appointment::by_id(tx, change.id)?.ok_or(Error::NotFound { kind: "appointment" })?;
        if change.version.is_some_and(|seen| seen != before.version) {
            return Err(Error::Conflict(Vec::new()));
        }
        if before.state != "agreed" {
            return Err(Error::refused("appointment_over"));
        }
        let case = found(cases::for_action(tx, &ctx, before.case_id, Action::Read)?, "case")?;
        let mut after = Appointment {
            starts_at: change.starts_at,
            ends_at: change.ends_at,
            assigned_to: change.assigned_to,
            ..before.clone()
        };
        let mut untold = Vec::new();
        if after == before {
            return Ok(untold);
        }
        if !appointment::update(tx, &mut after)? {
            return Err(Error::Repeat);
        }
        if let Some(former) = before.assigned_to.filter(|former| Some(*former) != after.assigned_to) {
            untold.extend(enqueue(tx, &ctx, &after, &case.number, former, "CANCEL")?);
        }
        if let Some(person) = after.assigned_to {
            untold.extend(enqueue(tx, &ctx, &after, &case.number, person, "REQUEST")?);
        }
        let subject = audit::Subject { kind: "case", id: case.id.bytes() };
        audit::append(
            tx,
            &ctx,
            "move_appointment",
            subject,
            &json!({ "appointment": after.id, "starts_at": after.starts_at }),
        )?;
        Ok(untold)
    })
    .await
}

/// Calls an appointment off; the one who would have gone is told. Answers with his name when he has no address and must
/// be told by a person.
///
/// # Errors
/// [`Error::Refused`] with `appointment_over` when it was kept, missed or called off before.
pub async fn cancel_appointment(app: &App, ctx: &Ctx, id: AppointmentId) -> Result<Option<String>, Error> {
    let ctx = ctx.clone();
    write(app, "cancel-appointment", move |tx| {
        ctx.require(Resource::Appointment, Action::Update)?;
        let mut entry = appointment::by_id(tx, id)?.ok_or(Error::NotFound { kind: "appointment" })?;
        if entry.state != "agreed" {
            return Err(Error::refused("appointment_over"));
        }
        let case = found(cases::for_action(tx, &ctx, entry.case_id, Action::Read)?, "case")?;
        "cancelled".clone_into(&mut entry.state);
        if !appointment::update(tx, &mut entry)? {
            return Err(Error::Repeat);
        }
        let untold = match entry.assigned_to {
            Some(person) => enqueue(tx, &ctx, &entry, &case.number, person, "CANCEL")?,
            None => None,
        };
        let subject = audit::Subject { kind: "case", id: case.id.bytes() };
        audit::append(tx, &ctx, "cancel_appointment", subject, &json!({ "appointment": id }))?;
        Ok(untold)
    })
    .await
}

/// Appointments of a day with who goes, by time.
///
/// # Errors
/// [`Error::Denied`] when appointments may not be seen.
pub async fn day(app: &App, ctx: &Ctx, date: Date) -> Result<Vec<(Appointment, Option<String>)>, Error> {
    ctx.require(Resource::Appointment, Action::Read)?;
    let start = |date: Date| -> Result<Instant, Error> {
        let zoned = date.to_zoned(rome()).map_err(|error| Error::Internal(error.to_string()))?;
        Ok(zoned.timestamp().into())
    };
    let (from, to) = (start(date)?, start(date.tomorrow().unwrap_or(date))?);
    read(app, "diary-day", move |tx| {
        let mut entries = Vec::new();
        for entry in appointment::between(tx, from, to)? {
            let person = entry.assigned_to.map_or(Ok(None), |id| user::by_id(tx, id))?;
            entries.push((entry, person.map(|person| person.display_name)));
        }
        Ok(entries)
    })
    .await
}

/// The secret of a person's calendar feed, derived from the account and the password in force: a change of password
/// makes the former address worthless.
#[must_use]
pub fn calendar_secret(account: &user::User) -> String {
    let mut hash = Sha256::new();
    hash.update(b"calendar-feed");
    hash.update(account.id.bytes());
    hash.update(account.password_hash.as_bytes());
    let digest = hash.finalize();
    let key: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{key}", account.id)
}

/// The account a calendar secret belongs to; none when the secret opens nothing.
///
/// # Errors
/// [`Error`] from the database.
pub async fn user_of_secret(app: &App, secret: &str) -> Result<Option<UserId>, Error> {
    let Some(id) = secret.get(..36).and_then(|id| id.parse::<UserId>().ok()) else { return Ok(None) };
    let account = read(app, "calendar-secret", move |tx| Ok(user::by_id(tx, id)?)).await?;
    Ok(account
        .filter(|account| account.active && calendar_secret(account) == secret)
        .map(|account| account.id))
}
