//! What an invitation says, handed to the job that writes and sends it.

use kernel::{Instant, UserId};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    Tx,
    accounts::user,
    audit,
    cases::{
        appointment::{self, Appointment},
        case as cases,
    },
    work::job,
};

use crate::{App, Ctx, Error, read};

/// One iCalendar message to be written: `REQUEST` for a new or changed appointment, `CANCEL` for one called off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationData {
    /// The method.
    pub method: String,
    /// Stable for the life of the appointment.
    pub uid: String,
    /// Grows with every change.
    pub sequence: i64,
    /// From.
    pub starts_at: Instant,
    /// To.
    pub ends_at: Instant,
    /// What it is about: the case's number and procedure, no personal data beyond the place.
    pub subject: String,
    /// Where.
    pub place: String,
    /// The case's number.
    pub case_number: String,
    /// Who is invited: name and address.
    pub attendee: (String, String),
    /// The case, for the mail's record.
    pub case_id: kernel::CaseId,
    /// Whether somebody goes there; else it is a deadline in the diary of who works on the case.
    #[serde(default = "visit")]
    pub visit: bool,
}

/// What invitations were about before they said so.
const fn visit() -> bool {
    true
}

/// Leaves a job that sends an invitation to a person. Somebody without an address is told by nobody: that is written
/// down with the case, and the name is given back for whoever can tell him.
pub(crate) fn enqueue(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    appointment: &Appointment,
    number: &str,
    to: UserId,
    method: &str,
) -> Result<Option<String>, Error> {
    let Some(person) = user::by_id(tx, to)? else { return Ok(None) };
    let Some(address) = person.email.filter(|address| !address.trim().is_empty()) else {
        let subject = audit::Subject { kind: "case", id: appointment.case_id.bytes() };
        let details = json!({ "appointment": appointment.id, "name": person.display_name });
        audit::append(tx, ctx, "appointment_untold", subject, &details)?;
        return Ok(Some(person.display_name));
    };
    let data = InvitationData {
        method: method.to_owned(),
        uid: appointment.uid.clone(),
        sequence: appointment.sequence,
        starts_at: appointment.starts_at,
        ends_at: appointment.ends_at,
        subject: appointment.subject.clone(),
        place: appointment.place.clone(),
        case_number: number.to_owned(),
        attendee: (person.display_name, address.clone()),
        case_id: appointment.case_id,
        visit: appointment.visit,
    };
    // The key makes one message of each change for each person, however often the unit is repeated.
    let key = format!("invite:{}:{}:{method}:{address}", appointment.uid, appointment.sequence);
    let new = job::NewJob {
        kind: "send_invitation",
        key: Some(key),
        payload: json!(data),
        run_at: ctx.now(),
        case_id: Some(appointment.case_id),
    };
    job::enqueue(tx, ctx, &new)?;
    Ok(None)
}

/// A person's coming appointments with their cases' numbers, for the calendar feed: from seven days ago on.
///
/// # Errors
/// [`Error`] from the database.
pub async fn feed_of(app: &App, user: UserId) -> Result<Vec<(Appointment, String)>, Error> {
    let (from, ctx) = (app.clock.now().plus_seconds(-7 * 86_400), app.system("calendar-feed"));
    read(app, "calendar-feed", move |tx| {
        let mut entries = Vec::new();
        for entry in appointment::of_user(tx, user, from)? {
            let number = match cases::for_action(tx, &ctx, entry.case_id, domain::access::Action::Read)? {
                store::Lookup::Found(case) => case.number.clone(),
                store::Lookup::Missing | store::Lookup::Denied(_) => String::new(),
            };
            entries.push((entry, number));
        }
        Ok(entries)
    })
    .await
}
