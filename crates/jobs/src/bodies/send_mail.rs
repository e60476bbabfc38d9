//! Sends a stored mail, to each recipient on its own: what became of it is written down after each, so that a kill in
//! between never sends to those again who have it.

use app::Error;
use kernel::{DocumentId, Lang, MailId};
use mail::{Attachment, Invitation, MailError, Mailbox, Message, html};
use serde::{Deserialize, Serialize};
use store::{
    cases::document,
    outbox::mail::{self as outbox, Mail, Recipient},
    work::job::Claimed,
};

use super::payload;
use crate::{mailer::Mailer, outcome::Outcome, worker::Parts};

/// What the job carries.
#[derive(Serialize, Deserialize)]
pub(super) struct ToSend {
    /// The stored mail.
    pub mail: MailId,
    /// What its calendar part is made from; the mail keeps the text of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<Invitation>,
    /// The language it is written in, where whoever left it knew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
}

/// Mails about appointments come from the service mailbox, which takes the calendars' answers.
pub(super) const OF_THE_DIARY: [&str; 3] = ["invitation", "deadline", "reminder"];

/// Sends to those who have not got it. On the first try, which is also the one a person asked for, those who were
/// refused for good are tried too: their address may work again.
pub(super) async fn run(parts: &Parts, job: &Claimed) -> Outcome {
    let to_send: ToSend = match payload(job) {
        Ok(to_send) => to_send,
        Err(outcome) => return outcome,
    };
    let Some(mailer) = &parts.mailer else {
        return Outcome::fail("no mail server is set; set one and try again");
    };
    let stored = match load(parts, to_send.mail).await {
        Ok(Some(stored)) => stored,
        Ok(None) => return Outcome::fail("there is no such mail"),
        Err(error) => return error.into(),
    };
    let attachment = match attachment(parts, stored.document_id).await {
        Ok(attachment) => attachment,
        Err(outcome) => return outcome,
    };
    let (mut deferred, mut failed) = (Vec::new(), Vec::new());
    for recipient in &stored.recipients {
        let waits = match recipient.state.as_str() {
            "queued" | "deferred" => true,
            "failed" => job.attempt == 1,
            _ => false,
        };
        if !waits {
            if recipient.state == "failed" {
                failed.push(recipient.answer.clone());
            }
            continue;
        }
        let message = message(parts, &stored, recipient, &to_send, attachment.clone());
        match deliver(parts, mailer, &stored, recipient, &message).await {
            Ok(None) => {}
            Ok(Some(MailError::Temporary(answer))) => deferred.push(answer),
            Ok(Some(MailError::Permanent(answer))) => failed.push(answer),
            Err(error) => return error.into(),
        }
    }
    if !deferred.is_empty() {
        return Outcome::Retry(None, deferred.join("; "));
    }
    if failed.is_empty() { Outcome::Done } else { Outcome::Fail(failed.join("; ")) }
}

async fn load(parts: &Parts, id: MailId) -> Result<Option<Mail>, Error> {
    parts.app.db.read("mail-to-send", move |tx| Ok(outbox::by_id(tx, id)?)).await
}

async fn attachment(parts: &Parts, id: Option<DocumentId>) -> Result<Option<Attachment>, Outcome> {
    let Some(id) = id else { return Ok(None) };
    let read = parts.app.db.read("mail-attachment", move |tx| {
        Ok::<_, Error>((document::by_id(tx, id)?, document::content(tx, id)?))
    });
    match read.await? {
        (Some(paper), Some(bytes)) => {
            let ending = if paper.media_type == "application/pdf" { ".pdf" } else { "" };
            Ok(Some(Attachment {
                name: format!("{}{ending}", paper.title),
                media_type: paper.media_type,
                bytes,
            }))
        }
        (Some(_), None) => {
            Err(Outcome::Retry(Some(10), "the paper to be attached is not made yet".to_owned()))
        }
        (None, _) => Err(Outcome::fail("the paper to be attached does not exist")),
    }
}

fn message(
    parts: &Parts,
    stored: &Mail,
    to: &Recipient,
    to_send: &ToSend,
    attachment: Option<Attachment>,
) -> Message {
    let settings = &parts.app.settings;
    let diary = OF_THE_DIARY.contains(&stored.kind.as_str());
    let address = if diary { &settings.organizer } else { &settings.utility_email };
    Message {
        // The same on every try: a server that took a mail before the line broke shows it once.
        id: stored.id.to_string(),
        date: stored.created_at,
        from: Mailbox::new(&settings.utility, address),
        reply_to: None,
        to: vec![Mailbox::new(&to.name, &to.address)],
        subject: stored.subject.clone(),
        text: stored.text.clone(),
        html: Some(html(&stored.subject, &stored.text, to_send.lang)),
        calendar: to_send.invitation.clone(),
        attachments: attachment.into_iter().collect(),
    }
}

/// Delivers and writes down what became of it.
async fn deliver(
    parts: &Parts,
    mailer: &Mailer,
    stored: &Mail,
    to: &Recipient,
    message: &Message,
) -> Result<Option<MailError>, Error> {
    let result = mailer.deliver(message).await;
    let (state, answer) = match &result {
        Ok(words) => ("sent", words.clone()),
        Err(error @ MailError::Temporary(_)) => ("deferred", error.to_string()),
        Err(error @ MailError::Permanent(_)) => ("failed", error.to_string()),
    };
    let (id, address, at) = (stored.id, to.address.clone(), parts.app.clock.now());
    parts
        .app
        .db
        .write("mail-result", move |tx| {
            Ok::<_, Error>(outbox::set_result(tx, id, &address, state, &answer, at)?)
        })
        .await?;
    Ok(result.err())
}
