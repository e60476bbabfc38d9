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

use super::{appoint::take_out, invite::enqueue};
use crate::{App, Ctx, Error, error::found, processes::Run, read, write};

/// Who wants an appointment moved or called off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MovedBy {
    /// The customer: what is later for that is the customer's time.
    Customer,
    /// The utility: it owes a notice.
    #[default]
    Utility,
}

impl MovedBy {
    /// The word it is kept under.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Utility => "utility",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Customer, Self::Utility].into_iter().find(|by| by.code() == code)
    }
}

/// Whose wish a change is, and why.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Who wants it.
    pub by: MovedBy,
    /// Why; may be empty.
    pub reason: String,
}

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
    /// Whose wish it is.
    pub wish: Wish,
}

/// Moves an appointment or gives it to somebody else: the one who goes is told of the change, the one who no longer
/// goes that it is off. A move that changes nothing tells nobody. Of a visit that was agreed with the customer, the days by
/// which the customer wants it later are taken out of the clocks of the case, the notice the utility gives is kept, and the
/// customer is told by mail. Answers with the names of those who have no address and must be told by a person.
///
/// # Errors
/// [`Error::Invalid`] when it ends before it begins; [`Error::Conflict`] when somebody changed it; [`Error::Refused`] with
/// `appointment_over` when it was kept, missed or called off.
pub async fn move_appointment(app: &App, ctx: &Ctx, change: MoveAppointment) -> Result<Vec<String>, Error> {
    if change.ends_at <= change.starts_at {
        return Err(Error::field("ends_at", "end_before_start"));
    }
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "move-appointment", move |tx| {
        ctx.require(Resource::Appointment, Action::Update)?;
        let before = appointment::by_id(tx, change.id)?.ok_or(Error::NotFound { kind: "appointment" })?;
        if change.version.is_some_and(|seen| seen != before.version) {
            return Err(Error::Conflict(Vec::new()));
        }
        if before.state != "agreed" {
            return Err(Error::refused("appointment_over"));
        }
        let case = found(cases::for_action(tx, &ctx, before.case_id, Action::Read)?, "case")?.into_inner();
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
        let agreed = before.visit && before.asked_on.is_some() && !case.ended();
        let moved = agreed && (after.starts_at, after.ends_at) != (before.starts_at, before.ends_at);
        if moved {
            wished(&mut after, &before, change.wish.by, ctx.now());
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
        let details = json!({
            "appointment": after.id, "starts_at": after.starts_at, "by": change.wish.by.code(),
            "reason": change.wish.reason.trim(),
        });
        audit::append(tx, &ctx, "move_appointment", subject, &details)?;
        if moved {
            let mut run = Run::on(&app_, &ctx, tx, case)?;
            // What we move ourselves takes nothing out, and leaves what was taken out.
            if change.wish.by == MovedBy::Customer {
                take_out(&mut run, &after)?;
            }
            crate::papers::tell_visit(&mut run)?;
            run.finish()?;
        }
        Ok(untold)
    })
    .await
}

/// Keeps with a visit whose wish its move is. Where the customer wanted it later before, that stays so; else what is moved
/// from is what was offered.
fn wished(after: &mut Appointment, before: &Appointment, by: MovedBy, now: Instant) {
    match by {
        MovedBy::Customer if before.moved_by != by.code() => {
            after.offered = Some((before.starts_at, before.ends_at));
            by.code().clone_into(&mut after.moved_by);
        }
        MovedBy::Customer => {}
        MovedBy::Utility => {
            after.notice = Some((now, before.starts_at));
            if before.moved_by.is_empty() {
                by.code().clone_into(&mut after.moved_by);
            }
        }
    }
}

/// Calls an appointment off; the one who would have gone is told. Answers with his name when he has no address and must
/// be told by a person.
///
/// # Errors
/// [`Error::Refused`] with `appointment_over` when it was kept, missed or called off before.
pub async fn cancel_appointment(
    app: &App,
    ctx: &Ctx,
    id: AppointmentId,
    wish: Wish,
) -> Result<Option<String>, Error> {
    let ctx = ctx.clone();
    write(app, "cancel-appointment", move |tx| {
        ctx.require(Resource::Appointment, Action::Update)?;
        let mut entry = appointment::by_id(tx, id)?.ok_or(Error::NotFound { kind: "appointment" })?;
        if entry.state != "agreed" {
            return Err(Error::refused("appointment_over"));
        }
        let case = found(cases::for_action(tx, &ctx, entry.case_id, Action::Read)?, "case")?;
        "cancelled".clone_into(&mut entry.state);
        if entry.visit && entry.asked_on.is_some() && wish.by == MovedBy::Utility {
            entry.notice = Some((ctx.now(), entry.starts_at));
        }
        if !appointment::update(tx, &mut entry)? {
            return Err(Error::Repeat);
        }
        let untold = match entry.assigned_to {
            Some(person) => enqueue(tx, &ctx, &entry, &case.number, person, "CANCEL")?,
            None => None,
        };
        let subject = audit::Subject { kind: "case", id: case.id.bytes() };
        let details = json!({ "appointment": id, "by": wish.by.code(), "reason": wish.reason.trim() });
        audit::append(tx, &ctx, "cancel_appointment", subject, &details)?;
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
