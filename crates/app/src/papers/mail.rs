//! Papers a diagram asks for by their kind, and letters by mail.

use kernel::{DocumentId, Lang};
use serde_json::json;
use store::{outbox::mail, registry::party, work::job};

use super::produce::{language, request_paper};
use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// Makes the paper of the pack that the argument `kind` names; with `send`, it goes to the customer by mail as soon as
/// it is made.
pub(super) fn make(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let kind = run.call.needed("kind")?.to_owned();
    let send = run.call.holds("send");
    let made = request_paper(run, &[&kind])?;
    let Some(paper) = made.first().copied() else {
        return Err(Error::refused_with("paper_missing", &[("kind", &kind)]));
    };
    if send {
        let lang = language(run)?;
        let title = run.pack.texts.or_key(lang, &format!("paper-{}", kind.replace('_', "-")));
        write_to_customer(run, lang, &kind, &title, Some(paper))?;
    }
    Ok(CallAnswer::Done(Vec::new()))
}

/// Sends the letter of the pack that the argument `text` names.
pub(super) fn send(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let text = run.call.needed("text")?.to_owned();
    let lang = language(run)?;
    write_to_customer(run, lang, &text, "", None)?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// Leaves a mail to the customer's address with the texts `mail-<kind>-subject` and `mail-<kind>`; without them it says
/// what is attached.
fn write_to_customer(
    run: &mut Run<'_, '_>,
    lang: Lang,
    kind: &str,
    title: &str,
    document_id: Option<DocumentId>,
) -> Result<(), Error> {
    let missing = || Error::refused("customer_email_missing");
    let asking = run.case.party_id.map_or(Ok(None), |id| party::by_id(run.tx, id))?.ok_or_else(missing)?;
    let contacts = party::contacts(run.tx, asking.id)?;
    let address = contacts
        .iter()
        .find(|contact| contact.kind == domain::registry::ContactKind::Email)
        .ok_or_else(missing)?;
    let name = asking.names.display();
    let args = [("number", run.case.number.as_str()), ("name", name.as_str()), ("title", title)];
    let key = format!("mail-{}", kind.replace('_', "-"));
    let otherwise = || format!("{title} – {}", run.case.number);
    let subject = run.pack.texts.get(lang, &format!("{key}-subject"), &args).unwrap_or_else(otherwise);
    let text = run.pack.texts.get(lang, &key, &args).unwrap_or_else(otherwise);
    let new = mail::NewMail {
        case_id: Some(run.case.id),
        party_id: Some(asking.id),
        kind,
        subject: &subject,
        text: &text,
        calendar: "",
        calendar_method: "",
        document_id,
        recipients: &[(address.value.clone(), name.clone())],
    };
    let id = mail::insert(run.tx, run.ctx, &new)?;
    let new = job::NewJob {
        kind: "send_mail",
        key: Some(format!("mail:{id}")),
        payload: json!({ "mail": id }),
        run_at: run.ctx.now(),
        case_id: Some(run.case.id),
    };
    Ok(job::enqueue(run.tx, run.ctx, &new)?)
}
