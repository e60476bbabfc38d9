//! Visits and deadlines in the diary.

use db::{DbError, Row, Tx, params, statements};
use kernel::{AppointmentId, CaseId, Instant, UserId};

statements! {
    const INSERT: Statement = "INSERT INTO appointment (id, case_id, kind, subject, place, starts_at, ends_at, assigned_to, uid, sequence, state, created_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 'agreed', $10, 1)";
    const CHANGE: Statement = "UPDATE appointment SET starts_at = $2, ends_at = $3, assigned_to = $4, place = $5, state = $6, sequence = sequence + 1,
        version = version + 1 WHERE id = $1 AND version = $7";
    const BY_ID: Statement = "SELECT * FROM appointment WHERE id = $1";
    const BY_UID: Statement = "SELECT * FROM appointment WHERE uid = $1";
    const OF_CASE: Statement = "SELECT * FROM appointment WHERE case_id = $1 ORDER BY starts_at, id";
    const BETWEEN: Statement = "SELECT * FROM appointment WHERE starts_at >= $1 AND starts_at < $2 AND state <> 'cancelled' ORDER BY starts_at, id LIMIT 500";
    const OF_USER: Statement = "SELECT * FROM appointment WHERE assigned_to = $1 AND starts_at >= $2 AND state <> 'cancelled' ORDER BY starts_at, id LIMIT 500";
}

/// An appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// Its id.
    pub id: AppointmentId,
    /// The case.
    pub case_id: CaseId,
    /// A visit to somebody, else a deadline in the diary.
    pub visit: bool,
    /// What it is about.
    pub subject: String,
    /// Where.
    pub place: String,
    /// From.
    pub starts_at: Instant,
    /// To.
    pub ends_at: Instant,
    /// Who goes.
    pub assigned_to: Option<UserId>,
    /// The iCalendar UID, stable for its whole life.
    pub uid: String,
    /// The iCalendar SEQUENCE: grows with every change.
    pub sequence: i64,
    /// `agreed`, `kept`, `missed` or `cancelled`.
    pub state: String,
    /// Grows with every change.
    pub version: i64,
}

fn of(row: &Row) -> Result<Appointment, DbError> {
    Ok(Appointment {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        visit: row.get::<String>("kind")? == "visit",
        subject: row.get("subject")?,
        place: row.get("place")?,
        starts_at: row.get("starts_at")?,
        ends_at: row.get("ends_at")?,
        assigned_to: row.get("assigned_to")?,
        uid: row.get("uid")?,
        sequence: row.get("sequence")?,
        state: row.get("state")?,
        version: row.get("version")?,
    })
}

/// Stores a new appointment.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, appointment: &Appointment, at: Instant) -> Result<(), DbError> {
    let a = appointment;
    let kind = if a.visit { "visit" } else { "deadline" };
    tx.execute(
        &INSERT,
        &params![a.id, a.case_id, kind, a.subject, a.place, a.starts_at, a.ends_at, a.assigned_to, a.uid, at],
    )
    .map(drop)
}

/// Stores changed time, person, place or state, if nobody changed it since; SEQUENCE and version then grow.
///
/// # Errors
/// [`DbError`] from the database. `Ok(false)`: somebody changed it.
pub fn update(tx: &mut Tx<'_>, appointment: &mut Appointment) -> Result<bool, DbError> {
    let a = &*appointment;
    let changed = tx.execute(
        &CHANGE,
        &params![a.id, a.starts_at, a.ends_at, a.assigned_to, a.place, a.state, a.version],
    )? == 1;
    if changed {
        appointment.version += 1;
        appointment.sequence += 1;
    }
    Ok(changed)
}

/// One appointment.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: AppointmentId) -> Result<Option<Appointment>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}

/// The appointment with an iCalendar UID.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_uid(tx: &mut Tx<'_>, uid: &str) -> Result<Option<Appointment>, DbError> {
    tx.row(&BY_UID, &params![uid])?.as_ref().map(of).transpose()
}

/// Appointments of a case, by time.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Appointment>, DbError> {
    tx.query(&OF_CASE, &params![case])?.iter().map(of).collect()
}

/// Appointments that begin in a span, by time; at most 500.
///
/// # Errors
/// [`DbError`] from the database.
pub fn between(tx: &mut Tx<'_>, from: Instant, to: Instant) -> Result<Vec<Appointment>, DbError> {
    tx.query(&BETWEEN, &params![from, to])?.iter().map(of).collect()
}

/// A person's appointments from a moment on, for the calendar feed; at most 500.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_user(tx: &mut Tx<'_>, user: UserId, from: Instant) -> Result<Vec<Appointment>, DbError> {
    tx.query(&OF_USER, &params![user, from])?.iter().map(of).collect()
}
