//! Writes the mail of an appointment that was made, changed or called off: the text in the person's language, the
//! calendar part for Outlook and the others. The mail is stored, so that the case shows it, and sent by a job of its own.

use app::{Error, diary::InvitationData};
use kernel::{Lang, clock::rome};
use mail::{Alarm, Invitation, Mailbox, Method};
use serde_json::json;
use store::{
    Tx,
    accounts::user,
    outbox::mail::{self as outbox, NewMail},
    work::job::{self, Claimed, NewJob},
};
use texts::Texts;

use super::{payload, send_mail::ToSend};
use crate::{
    outcome::{Outcome, of},
    worker::Parts,
};

/// How long before the start calendars remind of an accepted appointment, in minutes.
const ALARM: u32 = 60;

/// The mail is stored and the job ended in one unit of work: a second run finds the job ended and stores nothing.
pub(super) async fn run(parts: &Parts, claimed: &Claimed) -> Outcome {
    let data: InvitationData = match payload(claimed) {
        Ok(data) => data,
        Err(outcome) => return outcome,
    };
    let method = match data.method.as_str() {
        "REQUEST" => Method::Request,
        "CANCEL" => Method::Cancel,
        other => {
            return Outcome::Fail(format!("{other:?} is no method of an invitation; REQUEST and CANCEL are"));
        }
    };
    let (app, id, owner) = (parts.app.clone(), claimed.id, parts.settings.owner.clone());
    let stored = parts.app.db.write("store-invitation", move |tx| {
        let ctx = app.system("diary");
        if !job::done(tx, id, &owner, ctx.now())? {
            return Ok(());
        }
        let lang = language(tx, &data.attendee.1)?;
        let invitation = invitation(&app, &data, method, lang);
        let (subject, text) = words(&data, method, lang);
        let calendar = invitation.to_ics(ctx.now());
        let new = NewMail {
            case_id: Some(data.case_id),
            party_id: None,
            kind: if data.visit { "invitation" } else { "deadline" },
            subject: &subject,
            text: &text,
            calendar: &calendar,
            calendar_method: method.code(),
            document_id: None,
            recipients: &[(data.attendee.1.clone(), data.attendee.0.clone())],
        };
        let mail = outbox::insert(tx, &ctx, &new)?;
        let to_send = ToSend { mail, invitation: Some(invitation), lang: Some(lang) };
        let new = NewJob {
            kind: "send_mail",
            key: Some(format!("mail:{mail}")),
            payload: json!(to_send),
            run_at: ctx.now(),
            case_id: Some(data.case_id),
        };
        Ok::<_, Error>(job::enqueue(tx, &ctx, &new)?)
    });
    let outcome = of(stored.await);
    parts.wake.now();
    outcome
}

/// The language of the account with an address; Italian for anybody else.
pub(super) fn language(tx: &mut Tx<'_>, address: &str) -> Result<Lang, Error> {
    let users = user::list(tx)?;
    let person = users
        .iter()
        .find(|user| user.email.as_deref().is_some_and(|email| email.eq_ignore_ascii_case(address)));
    Ok(person.map_or(Lang::It, |person| person.lang))
}

fn invitation(app: &app::App, data: &InvitationData, method: Method, lang: Lang) -> Invitation {
    let t = Texts::plain(lang);
    Invitation {
        uid: data.uid.clone(),
        sequence: u32::try_from(data.sequence).unwrap_or(0),
        method,
        start: data.starts_at,
        end: data.ends_at,
        summary: data.subject.clone(),
        location: data.place.clone(),
        description: data.case_number.clone(),
        organizer: Mailbox::new(&app.settings.utility, &app.settings.organizer),
        attendees: vec![Mailbox::new(&data.attendee.0, &data.attendee.1)],
        alarm: (method == Method::Request)
            .then(|| Alarm { minutes_before: ALARM, description: t.mail_alarm() }),
        private: false,
    }
}

/// Subject and text.
fn words(data: &InvitationData, method: Method, lang: Lang) -> (String, String) {
    let t = Texts::plain(lang);
    let when = span(t, data.starts_at, data.ends_at);
    let (name, number, place) = (&data.attendee.0, &data.case_number, &data.place);
    match method {
        Method::Cancel => (
            t.mail_invitation_cancelled_subject(&data.subject, &when),
            t.mail_invitation_cancelled_text(name, number, &when, place),
        ),
        Method::Request if data.sequence > 0 => (
            t.mail_invitation_changed_subject(&data.subject, &when),
            t.mail_invitation_changed_text(name, number, &when, place),
        ),
        Method::Request => (
            t.mail_invitation_subject(&data.subject, &when),
            t.mail_invitation_text(name, number, &when, place),
        ),
    }
}

/// Day and time of day in Rome, as the language writes them.
pub(super) fn span(t: &Texts, from: kernel::Instant, to: kernel::Instant) -> String {
    let (from, to) = (from.timestamp().to_zoned(rome()), to.timestamp().to_zoned(rome()));
    format!("{}, {}", t.date(from.date()), t.band(from.time(), to.time()))
}
