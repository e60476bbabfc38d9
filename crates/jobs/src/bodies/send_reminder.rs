//! Reminds people by mail of their coming appointments, some days before and on the day itself. Calendars' own alarms
//! do not reach those who read them as a subscribed feed.

use app::Error;
use kernel::AppointmentId;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    accounts::user,
    cases::{appointment, case as cases},
    outbox::mail::{self as outbox, NewMail},
    work::job::{self, Claimed, NewJob},
};
use texts::Texts;

use super::{payload, send_invitation::span, send_mail::ToSend};
use crate::{
    outcome::{Outcome, of},
    worker::Parts,
};

#[derive(Serialize, Deserialize)]
struct Reminder {
    appointment: AppointmentId,
    /// The state of the appointment it speaks of.
    sequence: i64,
    days: i64,
}

/// Leaves a job for each appointment to be reminded of today. The key makes one reminder of each, however often this
/// looks; an appointment that was moved has a new one.
pub(crate) async fn look(parts: &Parts) -> Result<(), Error> {
    let ctx = parts.app.system("diary");
    for days in &parts.settings.reminder_days {
        let days = *days;
        let span = jiff::Span::new().try_days(days).map_err(|error| Error::Internal(error.to_string()))?;
        let day = ctx.today().checked_add(span).map_err(|error| Error::Internal(error.to_string()))?;
        let entries = app::diary::day(&parts.app, &ctx, day).await?;
        let ctx = ctx.clone();
        parts
            .app
            .db
            .write("reminders", move |tx| {
                for (entry, _) in &entries {
                    if entry.state != "agreed" || entry.assigned_to.is_none() || entry.starts_at <= ctx.now()
                    {
                        continue;
                    }
                    let reminder = Reminder { appointment: entry.id, sequence: entry.sequence, days };
                    let new = NewJob {
                        kind: "send_reminder",
                        key: Some(format!("reminder:{}:{}:{days}", entry.uid, entry.sequence)),
                        payload: json!(reminder),
                        run_at: ctx.now(),
                        case_id: Some(entry.case_id),
                    };
                    job::enqueue(tx, &ctx, &new)?;
                }
                Ok::<_, Error>(())
            })
            .await?;
    }
    Ok(())
}

/// Stores the mail and ends the job in one unit of work, unless the appointment was changed meanwhile.
pub(super) async fn run(parts: &Parts, claimed: &Claimed) -> Outcome {
    let reminder: Reminder = match payload(claimed) {
        Ok(reminder) => reminder,
        Err(outcome) => return outcome,
    };
    let (app, id, owner) = (parts.app.clone(), claimed.id, parts.settings.owner.clone());
    let stored = parts.app.db.write("store-reminder", move |tx| {
        let ctx = app.system("diary");
        if !job::done(tx, id, &owner, ctx.now())? {
            return Ok(());
        }
        let entry = appointment::by_id(tx, reminder.appointment)?
            .filter(|entry| entry.state == "agreed" && entry.sequence == reminder.sequence);
        let Some(entry) = entry else { return Ok(()) };
        let person = entry.assigned_to.map_or(Ok(None), |id| user::by_id(tx, id))?;
        let Some((person, address)) = person.and_then(|person| Some((person.clone(), person.email?))) else {
            return Ok(());
        };
        let number = match cases::for_action(tx, &ctx, entry.case_id, domain::access::Action::Read)? {
            store::Lookup::Found(case) => case.number.clone(),
            store::Lookup::Missing | store::Lookup::Denied(_) => String::new(),
        };
        let t = Texts::plain(person.lang);
        let when = span(t, entry.starts_at, entry.ends_at);
        let new = NewMail {
            case_id: Some(entry.case_id),
            party_id: None,
            kind: "reminder",
            subject: &t.mail_reminder_subject(reminder.days, &entry.subject, &when),
            text: &t.mail_reminder_text(&person.display_name, &number, &when, &entry.place),
            calendar: "",
            calendar_method: "",
            document_id: None,
            recipients: &[(address, person.display_name.clone())],
        };
        let mail = outbox::insert(tx, &ctx, &new)?;
        let new = NewJob {
            kind: "send_mail",
            key: Some(format!("mail:{mail}")),
            payload: json!(ToSend { mail, invitation: None, lang: Some(person.lang) }),
            run_at: ctx.now(),
            case_id: Some(entry.case_id),
        };
        Ok::<_, Error>(job::enqueue(tx, &ctx, &new)?)
    });
    let outcome = of(stored.await);
    parts.wake.now();
    outcome
}
