//! Papers a diagram asks for by their kind, and letters by mail.

use domain::registry::ContactKind;
use kernel::{DocumentId, Lang, PartyId};
use serde_json::{Value as Json, json};
use store::{cases::comment, outbox::mail, registry::party, work::job};

use super::produce::{language, request_paper};
use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// Makes the paper of the pack that the argument `kind` names. With `send`, it goes to the customer by mail as soon as it
/// is made, and without an address that is refused. With `by`, it goes the way asked for (`email`, `pec`, or `post`), and by
/// post where there is no such address: a comment says so, because somebody must do it; with `none` it stays with the
/// case. Answers how it really goes.
pub(super) fn make(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let kind = run.call.needed("kind")?.to_owned();
    let (send, by) = (run.call.holds("send"), run.call.text("by").map(str::to_owned));
    let made = request_paper(run, &[&kind])?;
    let Some(paper) = made.first().copied() else {
        return Err(Error::refused_with("paper_missing", &[("kind", &kind)]));
    };
    let sent_by = match by {
        None if !send => "none",
        None => {
            let lang = language(run)?;
            let title = title_of(run, lang, &kind);
            let to = address_of(run, ContactKind::Email)?.ok_or_else(no_address)?;
            write_to_customer(run, lang, (&kind, &title, &[]), &to, Some(paper))?;
            "email"
        }
        Some(by) => send_paper(run, &kind, paper, &by)?,
    };
    Ok(CallAnswer::Done(vec![("sent_by", json!(sent_by))]))
}

/// Makes a paper of the pack and sends it the way asked for, as [`make`] does; none where the pack has no such paper.
pub(crate) fn make_and_send(
    run: &mut Run<'_, '_>,
    kind: &str,
    by: &str,
) -> Result<Option<DocumentId>, Error> {
    let Some(paper) = request_paper(run, &[kind])?.into_iter().next() else { return Ok(None) };
    send_paper(run, kind, paper, by)?;
    Ok(Some(paper))
}

fn title_of(run: &Run<'_, '_>, lang: Lang, kind: &str) -> String {
    run.pack.texts.or_key(lang, &format!("paper-{}", kind.replace('_', "-")))
}

/// Sends a paper the way asked for, as [`make`] does with `by`; answers how it really goes.
pub(crate) fn send_paper(
    run: &mut Run<'_, '_>,
    kind: &str,
    paper: DocumentId,
    by: &str,
) -> Result<&'static str, Error> {
    let lang = language(run)?;
    let title = title_of(run, lang, kind);
    let (word, contact) = match by {
        "none" => return Ok("none"),
        "post" => return by_post(run, &title),
        "pec" => ("pec", ContactKind::Pec),
        _ => ("email", ContactKind::Email),
    };
    match address_of(run, contact)? {
        Some(to) => {
            write_to_customer(run, lang, (kind, &title, &[]), &to, Some(paper))?;
            Ok(word)
        }
        None => by_post(run, &title),
    }
}

/// Sends the letter of the pack that the argument `text` names. With `optional`, nobody to write to is no obstacle: a
/// comment says that nothing was sent. The entries of `values` fill the text beside the number of the case and the name.
pub(super) fn send(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let text = run.call.needed("text")?.to_owned();
    let optional = run.call.holds("optional");
    let (lang, told) = (language(run)?, values(run));
    match address_of(run, ContactKind::Email)? {
        Some(to) => write_to_customer(run, lang, (&text, "", &told), &to, None)?,
        None if optional => {
            let subject = format!("mail-{}-subject", text.replace('_', "-"));
            let args = [("number", run.case.number.as_str())];
            let subject = run.pack.texts.get(lang, &subject, &args).unwrap_or(text);
            say(run, "comment-not-sent", &subject)?;
        }
        None => return Err(no_address()),
    }
    Ok(CallAnswer::Done(Vec::new()))
}

/// The entries of the argument `values` in words: a day as people write it, nothing as nothing.
fn values(run: &Run<'_, '_>) -> Vec<(String, String)> {
    let told = run.call.arguments.get("values").and_then(Json::as_object);
    let in_words = |value: &Json| match value {
        Json::Null => String::new(),
        Json::String(text) => super::answers::day(text),
        other => other.to_string(),
    };
    told.into_iter().flatten().map(|(name, value)| (name.clone(), in_words(value))).collect()
}

/// Tells the customer of the visit as it was agreed now, with the letter `visit` of the pack; a pack without it tells nobody,
/// and of a customer without an address a comment says so.
pub(crate) fn tell_visit(run: &mut Run<'_, '_>) -> Result<(), Error> {
    let lang = language(run)?;
    if !run.pack.texts.has(lang, "mail-visit") {
        return Ok(());
    }
    match address_of(run, ContactKind::Email)? {
        Some(to) => write_to_customer(run, lang, ("visit", "", &[]), &to, None),
        None => {
            let args = [("number", run.case.number.as_str())];
            let subject = run.pack.texts.get(lang, "mail-visit-subject", &args);
            say(run, "comment-not-sent", &subject.unwrap_or_else(|| "visit".to_owned()))
        }
    }
}

fn no_address() -> Error {
    Error::refused("customer_email_missing")
}

/// Sends a paper to whom it concerns: by mail, else by certified mail, else by post, which a comment asks for.
pub(crate) fn deliver(
    run: &mut Run<'_, '_>,
    lang: Lang,
    (kind, document): (&str, DocumentId),
    to: Option<PartyId>,
) -> Result<(), Error> {
    let title = run.pack.texts.or_key(lang, &format!("paper-{}", kind.replace('_', "-")));
    for contact in [ContactKind::Email, ContactKind::Pec] {
        if let Some(to) = to.map_or(Ok(None), |party| contact_of(run, party, contact))? {
            return write_to_customer(run, lang, (kind, &title, &[]), &to, Some(document));
        }
    }
    by_post(run, &title).map(drop)
}

/// The paper goes by post: somebody must put it into an envelope, and the case says so.
fn by_post(run: &mut Run<'_, '_>, title: &str) -> Result<&'static str, Error> {
    say(run, "comment-to-post", title)?;
    Ok("post")
}

/// Writes a comment in the words of the pack, for our own people; a pack without them only names what it is about.
pub(super) fn say(run: &mut Run<'_, '_>, key: &str, title: &str) -> Result<(), Error> {
    let words = run.pack.texts.get(Lang::It, key, &[("title", title)]);
    let words = words.unwrap_or_else(|| title.to_owned());
    comment::insert(run.tx, run.ctx, run.case.id, &words).map(drop)?;
    Ok(())
}

/// Whom to write to, and where.
struct Addressee {
    party: PartyId,
    name: String,
    address: String,
}

/// Who asks, with the newest address of a kind; none where there is nobody or no such address.
fn address_of(run: &mut Run<'_, '_>, kind: ContactKind) -> Result<Option<Addressee>, Error> {
    run.case.party_id.map_or(Ok(None), |party| contact_of(run, party, kind))
}

/// Somebody of the registry with the newest address of a kind; none without such an address.
fn contact_of(run: &mut Run<'_, '_>, party: PartyId, kind: ContactKind) -> Result<Option<Addressee>, Error> {
    let Some(asking) = party::by_id(run.tx, party)? else { return Ok(None) };
    let contacts = party::contacts(run.tx, asking.id)?;
    let newest =
        contacts.into_iter().filter(|contact| contact.kind == kind).max_by_key(|contact| contact.valid_from);
    Ok(newest.map(|contact| Addressee {
        party: asking.id,
        name: asking.names.display(),
        address: contact.value,
    }))
}

/// Leaves a mail to the customer's address with the texts `mail-<kind>-subject` and `mail-<kind>`; without them it says
/// what is attached.
fn write_to_customer(
    run: &mut Run<'_, '_>,
    lang: Lang,
    (kind, title, values): (&str, &str, &[(String, String)]),
    to: &Addressee,
    document_id: Option<DocumentId>,
) -> Result<(), Error> {
    let (day, band) = super::works::agreed(run, lang)?;
    let link = crate::links::address_of_case(run)?.unwrap_or_default();
    let mut args = vec![
        ("number", run.case.number.as_str()),
        ("name", to.name.as_str()),
        ("title", title),
        ("appointment_day", day.as_str()),
        ("appointment_band", band.as_str()),
        ("link", link.as_str()),
    ];
    args.extend(values.iter().map(|(name, word)| (name.as_str(), word.as_str())));
    let key = format!("mail-{}", kind.replace('_', "-"));
    let otherwise = || format!("{title} – {}", run.case.number);
    let subject = run.pack.texts.get(lang, &format!("{key}-subject"), &args).unwrap_or_else(otherwise);
    let text = run.pack.texts.get(lang, &key, &args).unwrap_or_else(otherwise);
    let new = mail::NewMail {
        case_id: Some(run.case.id),
        party_id: Some(to.party),
        kind,
        subject: &subject,
        text: &text,
        calendar: "",
        calendar_method: "",
        document_id,
        recipients: &[(to.address.clone(), to.name.clone())],
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
