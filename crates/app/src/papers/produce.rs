//! Asking for papers, and taking in what the job made of them.

use domain::{access::Action, registry::ContactKind};
use kernel::{CaseId, ContractId, DocumentId, Lang, PartyId};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use store::{
    Tx,
    cases::{case as cases, document as documents},
    outbox::mail,
    registry::{contract, party},
    work::job,
};

use super::paper_data;
use crate::{
    App, Ctx, Error,
    error::found,
    processes::{CallAnswer, Run},
    read, write,
};

/// A paper the job is to make.
#[derive(Clone, Debug)]
pub struct ProducedDocument {
    /// Which.
    pub id: DocumentId,
    /// The template's path inside the pack.
    pub template: String,
    /// The template's text, from the bundle the case runs on, with the other letters it may use.
    pub files: procedures::Files,
    /// The procedure.
    pub procedure: String,
    /// Its language.
    pub lang: Lang,
    /// What it is filled with.
    pub data: Json,
    /// When it was asked for: the date inside the file.
    pub at: kernel::Instant,
}

/// Where the templates of papers outside procedures are.
const HOUSE: &str = "papers";

/// Asks for the papers of these kinds, for the customer's language. Answers which the pack has.
pub(crate) fn request_paper(run: &mut Run<'_, '_>, kinds: &[&str]) -> Result<Vec<DocumentId>, Error> {
    let (lang, party) = (language(run)?, run.case.party_id);
    request_paper_for(run, kinds, lang, party)
}

/// Asks for papers in a language, for whom they concern.
fn request_paper_for(
    run: &mut Run<'_, '_>,
    kinds: &[&str],
    lang: Lang,
    party_id: Option<PartyId>,
) -> Result<Vec<DocumentId>, Error> {
    let data = paper_data(run, lang)?;
    let papers: Vec<procedures::Paper> =
        run.pack.papers.iter().filter(|paper| kinds.contains(&paper.kind.as_str())).cloned().collect();
    let mut asked = Vec::new();
    for paper in papers {
        let title = run.pack.texts.or_key(lang, &format!("paper-{}", paper.kind));
        let new = NewPaper {
            case_id: Some(run.case.id),
            party_id,
            kind: &paper.kind,
            title: &title,
            template: &paper.template,
            lang,
            data: &data,
        };
        asked.push(queue(run.tx, run.ctx, &new)?);
    }
    Ok(asked)
}

/// A paper to be made.
pub(crate) struct NewPaper<'a> {
    /// The case it belongs to; none for papers of the house itself, whose templates are in `papers/`.
    pub case_id: Option<CaseId>,
    /// Whom it concerns.
    pub party_id: Option<PartyId>,
    /// Its kind.
    pub kind: &'a str,
    /// Its title for people.
    pub title: &'a str,
    /// Its template, inside the pack or inside `papers/`.
    pub template: &'a str,
    /// Its language.
    pub lang: Lang,
    /// What it is filled with.
    pub data: &'a Json,
}

/// Stores a paper to be made, and the job that makes it.
pub(crate) fn queue(tx: &mut Tx<'_>, ctx: &Ctx, paper: &NewPaper<'_>) -> Result<DocumentId, Error> {
    let new = documents::NewDocument {
        case_id: paper.case_id,
        party_id: paper.party_id,
        kind: paper.kind,
        title: paper.title,
        outgoing: true,
        media_type: "application/pdf",
        lang: paper.lang,
        template: paper.template,
        data: paper.data,
    };
    let id = documents::insert(tx, ctx, &new)?;
    let new = job::NewJob {
        kind: "produce_document",
        key: Some(format!("document:{id}")),
        payload: json!({ "document": id }),
        run_at: ctx.now(),
        case_id: paper.case_id,
    };
    job::enqueue(tx, ctx, &new)?;
    Ok(id)
}

/// The language of papers: the one chosen in the request, else the customer's.
pub(crate) fn language(run: &mut Run<'_, '_>) -> Result<Lang, Error> {
    let chosen = run.case.data.get("lang").and_then(|lang| Lang::from_code(lang.as_str()?));
    if let Some(lang) = chosen {
        return Ok(lang);
    }
    let asking = run.case.party_id.map_or(Ok(None), |id| party::by_id(run.tx, id))?;
    Ok(asking.map_or(Lang::It, |party| party.lang))
}

/// The papers that close a change of holder: the notice to the outgoing holder, in the language of that holder.
pub(super) fn closing(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let old = run.case.data.get("contract").and_then(|id| id.as_str()?.parse::<ContractId>().ok());
    let old = old.map_or(Ok(None), |id| contract::by_id(run.tx, id))?;
    let holder = old.map_or(Ok(None), |old| party::by_id(run.tx, old.party_id))?;
    let lang = holder.as_ref().map_or(Lang::It, |holder| holder.lang);
    let to = holder.map(|holder| holder.id);
    for paper in request_paper_for(run, &["closing"], lang, to)? {
        super::mail::deliver(run, lang, ("closing", paper), to)?;
    }
    Ok(CallAnswer::Done(Vec::new()))
}

/// Asks the customer for what is missing: by mail, else by certified mail; without an address a comment says what has to
/// be asked for by telephone or by post. The clock stands still from here.
pub(super) fn ask_customer(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let lang = language(run)?;
    let codes = awaited(run);
    let asking = run.case.party_id.map_or(Ok(None), |id| party::by_id(run.tx, id))?;
    let name = asking.as_ref().map(|party| party.names.display()).unwrap_or_default();
    let contacts =
        asking.as_ref().map_or_else(|| Ok(Vec::new()), |party| party::contacts(run.tx, party.id))?;
    let of = |kind: ContactKind| contacts.iter().find(|contact| contact.kind == kind);
    match of(ContactKind::Email).or_else(|| of(ContactKind::Pec)) {
        Some(to) => {
            let text = what_is_missing(run, lang, &codes, &name);
            write_missing(run, lang, &text, (to.value.clone(), name))?;
        }
        None => {
            let text = what_is_missing(run, Lang::It, &codes, &name);
            super::mail::say(run, "comment-to-ask", &text)?;
        }
    }
    let now = run.ctx.now();
    crate::cases::record_fact(run, "integration_asked", now, &codes.join(", "))?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// The codes of what the request waits for.
fn awaited(run: &Run<'_, '_>) -> Vec<String> {
    let findings = run.case.data.get("findings").and_then(Json::as_array);
    findings
        .into_iter()
        .flatten()
        .filter(|finding| finding.get("waits") == Some(&json!(true)))
        .filter_map(|finding| Some(finding.get("code")?.as_str()?.to_owned()))
        .collect()
}

/// The letter that asks for it.
fn what_is_missing(run: &Run<'_, '_>, lang: Lang, codes: &[String], name: &str) -> String {
    let days = run.app.settings.customer_days.to_string();
    let args = [("number", run.case.number.as_str()), ("days", days.as_str()), ("name", name)];
    let mut text = run.pack.texts.get(lang, "mail-missing", &args).unwrap_or_default();
    for code in codes {
        text.push_str("\n- ");
        text.push_str(&run.pack.texts.or_key(lang, &format!("mail-missing-{}", code.replace('_', "-"))));
    }
    text
}

fn write_missing(run: &mut Run<'_, '_>, lang: Lang, text: &str, to: (String, String)) -> Result<(), Error> {
    let args = [("number", run.case.number.as_str())];
    let subject =
        run.pack.texts.get(lang, "mail-missing-subject", &args).unwrap_or_else(|| run.case.number.clone());
    let new = mail::NewMail {
        case_id: Some(run.case.id),
        party_id: run.case.party_id,
        kind: "missing_documents",
        subject: &subject,
        text,
        calendar: "",
        calendar_method: "",
        document_id: None,
        recipients: &[to],
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

/// What a paper would show now, for its preview: the same values as the paper itself, nothing is stored.
///
/// # Errors
/// [`Error::NotFound`] when the procedure has no such paper.
pub async fn preview_data(app: &App, ctx: &Ctx, case: CaseId, kind: &str) -> Result<ProducedDocument, Error> {
    let (app_, ctx, kind) = (app.clone(), ctx.clone(), kind.to_owned());
    read(app, "preview-paper", move |tx| {
        let case = found(cases::for_action(tx, &ctx, case, Action::Read)?, "case")?.into_inner();
        let mut run = Run::on(&app_, &ctx, tx, case)?;
        let lang = language(&mut run)?;
        let paper = run.pack.papers.iter().find(|paper| paper.kind == kind).cloned();
        let paper = paper.ok_or(Error::NotFound { kind: "document" })?;
        Ok(ProducedDocument {
            id: DocumentId::from_bytes([0; 16]),
            template: paper.template,
            files: run.pack.files.clone(),
            procedure: run.case.procedure.clone(),
            lang,
            data: paper_data(&mut run, lang)?,
            at: ctx.now(),
        })
    })
    .await
}

/// What the job needs to make a paper; none when it is ready already.
///
/// # Errors
/// [`Error::NotFound`] when there is no such paper.
pub async fn document_to_produce(app: &App, id: DocumentId) -> Result<Option<ProducedDocument>, Error> {
    let (app_, ctx) = (app.clone(), app.system("papers"));
    read(app, "document-to-produce", move |tx| {
        let paper = documents::by_id(tx, id)?.ok_or(Error::NotFound { kind: "document" })?;
        if paper.state == "ready" {
            return Ok(None);
        }
        // A paper of the house itself has its template in the program; one of a case in the bundle it runs on.
        let (files, procedure) = match paper.case_id {
            Some(case) => {
                let case = found(cases::for_action(tx, &ctx, case, Action::Read)?, "case")?;
                let pack = app_.procedures.version(tx, &case.procedure, case.bundle_version)?;
                (pack.files.clone(), case.procedure.clone())
            }
            None => (procedures::Files::new(), HOUSE.to_owned()),
        };
        Ok(Some(ProducedDocument {
            id,
            template: paper.template,
            files,
            procedure,
            lang: paper.lang,
            data: documents::data(tx, id)?.unwrap_or(Json::Null),
            at: paper.created_at,
        }))
    })
    .await
}

/// Stores what the job made. A second time changes nothing.
///
/// # Errors
/// [`Error`] from the database.
pub async fn store_produced(app: &App, id: DocumentId, content: Vec<u8>) -> Result<(), Error> {
    let ctx = app.system("papers");
    let hash: [u8; 32] = Sha256::digest(&content).into();
    write(app, "store-document", move |tx| Ok(documents::store_content(tx, &ctx, id, &content, hash)?)).await
}

/// Marks a paper that cannot be made, with the reason people see.
///
/// # Errors
/// [`Error`] from the database.
pub async fn mark_failed(app: &App, id: DocumentId, reason: String) -> Result<(), Error> {
    write(app, "document-failed", move |tx| Ok(documents::mark_failed(tx, id, &reason)?)).await
}
