//! Visits and deadlines in the diary.

use db::{DbError, Row, Tx, params, statements};
use kernel::{AppointmentId, CaseId, Date, Instant, UserId};

statements! {
    const INSERT: Statement = "INSERT INTO appointment (id, case_id, kind, subject, place, starts_at, ends_at, assigned_to, uid, sequence, state, created_at, version,
        asked_on, offered_from, offered_to, moved_by, crew)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 'agreed', $10, 1, $11, $12, $13, $14, $15)";
    const CHANGE: Statement = "UPDATE appointment SET starts_at = $2, ends_at = $3, assigned_to = $4, place = $5, state = $6, sequence = sequence + 1,
        version = version + 1, asked_on = $8, offered_from = $9, offered_to = $10, moved_by = $11, crew = $12, arrived_at = $13, missed_by = $14,
        notice_at = $15, notice_for = $16 WHERE id = $1 AND version = $7";
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
    /// The day the customer asked for it; none for a visit nobody agreed with the customer.
    pub asked_on: Option<Date>,
    /// What was offered first: from, to.
    pub offered: Option<(Instant, Instant)>,
    /// Who wanted another time than the one offered: `customer`, `utility`; empty for nobody.
    pub moved_by: String,
    /// Who goes along.
    pub crew: String,
    /// When somebody came.
    pub arrived_at: Option<Instant>,
    /// Through whom it was missed: `customer`, `utility`; empty when it was not.
    pub missed_by: String,
    /// When the utility said that it would not come at the moment agreed until then, and that moment.
    pub notice: Option<(Instant, Instant)>,
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
        asked_on: row.get("asked_on")?,
        offered: both(row.get("offered_from")?, row.get("offered_to")?),
        moved_by: row.get("moved_by")?,
        crew: row.get("crew")?,
        arrived_at: row.get("arrived_at")?,
        missed_by: row.get("missed_by")?,
        notice: both(row.get("notice_at")?, row.get("notice_for")?),
        version: row.get("version")?,
    })
}

fn both(one: Option<Instant>, other: Option<Instant>) -> Option<(Instant, Instant)> {
    one.zip(other)
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
        &params![
            a.id,
            a.case_id,
            kind,
            a.subject,
            a.place,
            a.starts_at,
            a.ends_at,
            a.assigned_to,
            a.uid,
            at,
            a.asked_on,
            a.offered.map(|(from, _)| from),
            a.offered.map(|(_, to)| to),
            a.moved_by,
            a.crew
        ],
    )
    .map(drop)
}

/// Stores changed time, person, place, state or outcome, if nobody changed it since; SEQUENCE and version then grow.
///
/// # Errors
/// [`DbError`] from the database. `Ok(false)`: somebody changed it.
pub fn update(tx: &mut Tx<'_>, appointment: &mut Appointment) -> Result<bool, DbError> {
    let a = &*appointment;
    let changed = tx.execute(
        &CHANGE,
        &params![
            a.id,
            a.starts_at,
            a.ends_at,
            a.assigned_to,
            a.place,
            a.state,
            a.version,
            a.asked_on,
            a.offered.map(|(from, _)| from),
            a.offered.map(|(_, to)| to),
            a.moved_by,
            a.crew,
            a.arrived_at,
            a.missed_by,
            a.notice.map(|(at, _)| at),
            a.notice.map(|(_, of)| of)
        ],
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
