//! Papers that come from outside: handed in by the customer, or brought as proof; and those that could not be produced,
//! tried again.

use domain::{
    access::Action,
    cases::{Case, Fact},
};
use kernel::{CaseId, DocumentId, FactId};
use serde_json::{Map, json};
use sha2::{Digest, Sha256};
use store::{
    Tx, audit,
    cases::{document as documents, fact},
    work::job,
};

use super::act::{load, subject};
use crate::{
    App, Ctx, Error,
    processes::{Sender, message_in},
    write,
};

/// The most bytes of one paper handed in: 15 MiB.
const MOST_BYTES: usize = 15 * 1024 * 1024;

/// A paper handed in by the customer.
#[derive(Clone, Debug)]
pub struct HandedIn {
    /// What it is: a word of the pack, or `other`.
    pub kind: String,
    /// The file's name.
    pub title: String,
    /// Media type, as recognised from the content.
    pub media_type: String,
    /// The bytes.
    pub content: Vec<u8>,
    /// Whether it is what the process waits for: then it goes on.
    pub answers_request: bool,
}

/// Stores a paper the customer handed in, with the fact that it came; if the process waits for it, the clock goes on.
///
/// # Errors
/// [`Error::Invalid`] when it is empty, too large, or not a PDF, JPEG or PNG.
pub async fn hand_in_document(
    app: &App,
    ctx: &Ctx,
    id: CaseId,
    paper: HandedIn,
) -> Result<DocumentId, Error> {
    check_content(&paper.content)?;
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "hand-in-document", move |tx| {
        let case = load(tx, &ctx, id, Action::Update)?.into_inner();
        let tell = |tx: &mut Tx<'_>, document: DocumentId| {
            let mut told = Map::new();
            told.insert("document".to_owned(), json!(document));
            // What every procedure may wait for, else what this one says that a person may bring with a paper.
            let pack = app_.procedures.version(tx, &case.procedure, case.bundle_version)?;
            let own = pack.messages.iter().filter(|message| {
                message.from.iter().any(|from| from == Sender::Operator.code())
                    && message.variables.iter().any(|name| name == "document")
            });
            let names = std::iter::once("customer_documents").chain(own.map(|message| message.name.as_str()));
            for name in names {
                if message_in(&app_, &ctx, tx, name, &case.number, &told)? {
                    break;
                }
            }
            Ok::<_, Error>(())
        };
        // Sent again because the first answer was lost: the paper is there, and is not kept twice.
        let hash: [u8; 32] = Sha256::digest(&paper.content).into();
        if let Some(document) = documents::handed_in_before(tx, id, &paper.kind, &paper.title, hash)? {
            if paper.answers_request {
                tell(tx, document)?;
            }
            return Ok(document);
        }
        let document = keep(tx, &ctx, &case, &paper)?;
        let received = Fact {
            id: ctx.id(FactId::from_bytes),
            case_id: id,
            kind: "documents_received".to_owned(),
            at: ctx.now(),
            recorded_at: ctx.now(),
            recorded_by: ctx.actor.clone(),
            document_id: Some(document),
            note: paper.title.clone(),
            corrects: None,
            corrected: false,
        };
        fact::insert(tx, &received)?;
        if paper.answers_request {
            tell(tx, document)?;
        }
        Ok(document)
    })
    .await
}

/// The media type of what may be kept.
///
/// # Errors
/// [`Error::Invalid`] of the field `file` when it is empty, too large, or not a PDF, JPEG or PNG.
pub(super) fn check_content(content: &[u8]) -> Result<&'static str, Error> {
    if content.is_empty() {
        return Err(Error::field("file", "required"));
    }
    if content.len() > MOST_BYTES {
        return Err(Error::field("file", "file_too_large"));
    }
    media_type(content).ok_or_else(|| Error::field("file", "file_kind"))
}

/// Keeps a paper that came from outside among those of a case.
pub(super) fn keep(tx: &mut Tx<'_>, ctx: &Ctx, case: &Case, paper: &HandedIn) -> Result<DocumentId, Error> {
    let hash: [u8; 32] = Sha256::digest(&paper.content).into();
    let new = documents::NewDocument {
        case_id: Some(case.id),
        party_id: case.party_id,
        kind: &paper.kind,
        title: &paper.title,
        outgoing: false,
        media_type: check_content(&paper.content)?,
        lang: ctx.lang,
        template: "",
        data: &json!({}),
    };
    let document = documents::insert(tx, ctx, &new)?;
    documents::store_content(tx, ctx, document, &paper.content, hash)?;
    let details = json!({ "document": document, "kind": paper.kind, "title": paper.title });
    audit::append(tx, ctx, "hand_in_document", subject(case.id), &details)?;
    Ok(document)
}

/// The media type of content that may be handed in, by its first bytes; none for anything else.
fn media_type(content: &[u8]) -> Option<&'static str> {
    match content {
        [b'%', b'P', b'D', b'F', ..] => Some("application/pdf"),
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        _ => None,
    }
}

/// Tries again to produce a paper that failed.
///
/// # Errors
/// [`Error::NotFound`] when it does not belong to the case.
pub async fn retry_document(app: &App, ctx: &Ctx, id: CaseId, document: DocumentId) -> Result<(), Error> {
    let ctx = ctx.clone();
    write(app, "retry-document", move |tx| {
        load(tx, &ctx, id, Action::Update)?;
        let paper = documents::by_id(tx, document)?.filter(|paper| paper.case_id == Some(id));
        paper.ok_or(Error::NotFound { kind: "document" })?;
        let new = job::NewJob {
            kind: "produce_document",
            key: None,
            payload: json!({ "document": document }),
            run_at: ctx.now(),
            case_id: Some(id),
        };
        Ok(job::enqueue(tx, &ctx, &new)?)
    })
    .await
}
