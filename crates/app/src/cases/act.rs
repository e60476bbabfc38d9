//! What people do to a case beside its forms: suspend, resume, give away, call off, comment, hand in a paper, take the
//! next one.

use domain::{
    access::{Action, Resource},
    cases::{Case, Fact, Suspension, SuspensionCause},
};
use kernel::{CaseId, DocumentId, FactId, UserId};
use serde_json::{Map, json};
use sha2::{Digest, Sha256};
use store::{
    Authorised, Tx,
    accounts::user,
    audit,
    cases::{
        case as cases, comment as comments, document as documents, fact,
        list::{Filter, Order, page},
        task,
    },
    work::job,
};

use crate::{
    App, Ctx, Error,
    error::found,
    processes::{Run, message_in},
    write,
};

pub(super) const fn subject(id: CaseId) -> audit::Subject {
    audit::Subject { kind: "case", id: id.bytes() }
}

/// A case that is to be changed, and the version it was seen in; none: whatever it is now.
#[derive(Clone, Copy, Debug)]
pub struct OnCase {
    /// The case.
    pub id: CaseId,
    /// The version it was seen in.
    pub version: Option<i64>,
}

impl From<CaseId> for OnCase {
    fn from(id: CaseId) -> Self {
        Self { id, version: None }
    }
}

/// Loads a case for an act, if it is still as it was seen.
pub(super) fn load(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    on: impl Into<OnCase>,
    action: Action,
) -> Result<Authorised<Case>, Error> {
    let on = on.into();
    let case = found(cases::for_action(tx, ctx, on.id, action)?, "case")?;
    if on.version.is_some_and(|seen| seen != case.version) {
        return Err(Error::Conflict(Vec::new()));
    }
    Ok(case)
}

/// A paper that proves something about a case is a paper of that case.
pub(super) fn require_evidence(
    tx: &mut Tx<'_>,
    case: CaseId,
    document: Option<DocumentId>,
) -> Result<(), Error> {
    let Some(id) = document else { return Ok(()) };
    match documents::by_id(tx, id)? {
        Some(paper) if paper.case_id == Some(case) => Ok(()),
        _ => Err(Error::field("document", "document_of_other_case")),
    }
}

/// The clock stands still for a cause, with a remark and the paper that proves it.
///
/// # Errors
/// [`Error::Refused`] with the codes of [`domain::cases::CaseRefusal`]; [`Error::Invalid`] when the paper is not one of
/// this case; [`Error::Conflict`] when somebody changed the case since it was seen.
pub async fn suspend(
    app: &App,
    ctx: &Ctx,
    on: impl Into<OnCase>,
    cause: SuspensionCause,
    note: String,
    document_id: Option<DocumentId>,
) -> Result<(), Error> {
    let (app_, ctx, on) = (app.clone(), ctx.clone(), on.into());
    write(app, "suspend-case", move |tx| {
        let mut case = load(tx, &ctx, on, Action::Update)?.into_inner();
        let id = case.id;
        require_evidence(tx, id, document_id)?;
        case.suspend(cause)?;
        let begun = Suspension {
            cause,
            from: ctx.now(),
            to: None,
            document_id,
            note: note.clone(),
            element: String::new(),
        };
        fact::suspend(tx, &ctx, id, &begun)?;
        audit::append(
            tx,
            &ctx,
            "suspend_case",
            subject(id),
            &json!({ "cause": cause.code(), "note": note }),
        )?;
        Run::on(&app_, &ctx, tx, case)?.finish().map(drop)
    })
    .await
}

/// The clock goes on.
///
/// # Errors
/// [`Error::Refused`] with the codes of [`domain::cases::CaseRefusal`], or `waiting_for_customer` while the process
/// itself waits for somebody; [`Error::Invalid`] when the paper is not one of this case; [`Error::Conflict`] when
/// somebody changed the case since it was seen.
pub async fn resume(
    app: &App,
    ctx: &Ctx,
    on: impl Into<OnCase>,
    document: Option<DocumentId>,
) -> Result<(), Error> {
    let (app_, ctx, on) = (app.clone(), ctx.clone(), on.into());
    write(app, "resume-case", move |tx| {
        let mut case = load(tx, &ctx, on, Action::Update)?.into_inner();
        let id = case.id;
        require_evidence(tx, id, document)?;
        let open = fact::suspensions(tx, id)?.into_iter().find(|suspension| suspension.to.is_none());
        if open.is_some_and(|open| !open.element.is_empty()) {
            return Err(Error::refused("waiting_for_customer"));
        }
        case.resume()?;
        fact::resume(tx, id, ctx.now(), document)?;
        audit::append(tx, &ctx, "resume_case", subject(id), &json!({}))?;
        Run::on(&app_, &ctx, tx, case)?.finish().map(drop)
    })
    .await
}

/// Gives a case and its open tasks to somebody, or to nobody, saying why.
///
/// # Errors
/// [`Error::NotFound`] when there is no such account; one may always take a case that nobody has. [`Error::Conflict`]
/// when somebody changed the case since it was seen.
pub async fn assign(
    app: &App,
    ctx: &Ctx,
    on: impl Into<OnCase>,
    to: Option<UserId>,
    reason: String,
) -> Result<(), Error> {
    let (ctx, on) = (ctx.clone(), on.into());
    write(app, "assign-case", move |tx| {
        let mut case = load(tx, &ctx, on, Action::Read)?.into_inner();
        let id = case.id;
        let oneself = to.is_some() && to == ctx.user();
        if oneself && case.assigned_to == to {
            // Taken before: the same wish a second time changes nothing.
            ctx.require(Resource::Case, Action::Update)?;
            return Ok(());
        }
        // What nobody has may be taken by whoever works on cases; to give something away is more.
        let takes = oneself && case.assigned_to.is_none();
        ctx.require(Resource::Case, if takes { Action::Update } else { Action::Assign })?;
        let name = match to {
            Some(user) => user::by_id(tx, user)?.ok_or(Error::NotFound { kind: "user" })?.display_name,
            None => String::new(),
        };
        case.assigned_to = to;
        task::assign_case(tx, id, to)?;
        audit::append(tx, &ctx, "assign_case", subject(id), &json!({ "to": name, "reason": reason }))?;
        if cases::update(tx, &mut case, &ctx)? { Ok(()) } else { Err(Error::Repeat) }
    })
    .await
}

/// Takes the open case with most at stake that nobody has, for the account that asks.
///
/// # Errors
/// [`Error::Refused`] with `nothing_to_take` when there is none.
pub async fn take_next(app: &App, ctx: &Ctx) -> Result<CaseId, Error> {
    let me = ctx.user().ok_or(Error::NotSignedIn)?;
    let ctx_ = ctx.clone();
    let next = write(app, "take-next", move |tx| {
        ctx_.require(Resource::Case, Action::Update)?;
        let filter = Filter { open: Some(true), unassigned: true, ..Filter::default() };
        let first = page(tx, &ctx_, &filter, Order::Risk, None, 1)?.cases.into_iter().next();
        let Some(mut case) = first else { return Err(Error::refused("nothing_to_take")) };
        case.assigned_to = Some(me);
        task::assign_case(tx, case.id, Some(me))?;
        audit::append(tx, &ctx_, "take_next", subject(case.id), &json!({ "reason": "most_at_stake" }))?;
        if cases::update(tx, &mut case, &ctx_)? { Ok(case.id) } else { Err(Error::Repeat) }
    });
    next.await
}

/// Calls a case off, with who asked and why. Its process ends, its clock and tasks with it; nothing is deleted.
///
/// # Errors
/// [`Error::Refused`] with `reason_missing`, `case_ended`, or `contract_made` once the new contract exists;
/// [`Error::Conflict`] when somebody changed the case since it was seen.
pub async fn cancel(app: &App, ctx: &Ctx, on: impl Into<OnCase>, reason: String) -> Result<(), Error> {
    let (app_, ctx, on) = (app.clone(), ctx.clone(), on.into());
    write(app, "cancel-case", move |tx| {
        let mut case = load(tx, &ctx, on, Action::Cancel)?.into_inner();
        let id = case.id;
        if case.data.contains_key("new_contract") {
            return Err(Error::refused("contract_made"));
        }
        let now = ctx.now();
        case.cancel(&reason, now)?;
        let mut run = Run::on(&app_, &ctx, tx, case)?;
        run.cancel_all();
        run.settle()?;
        for open in task::of_case(run.tx, id)?.iter().filter(|task| task.state == "open") {
            task::end(run.tx, &ctx, open.instance_id, open.token, false)?;
        }
        crate::diary::cancel_all(&mut run)?;
        audit::append(run.tx, &ctx, "cancel_case", subject(id), &json!({ "reason": reason }))?;
        run.finish().map(drop)
    })
    .await
}

/// Writes a comment.
///
/// # Errors
/// [`Error::Invalid`] when it is empty or longer than 4,000 characters.
pub async fn comment(app: &App, ctx: &Ctx, id: CaseId, body: String) -> Result<(), Error> {
    let text = body.trim().to_owned();
    if text.is_empty() {
        return Err(Error::field("body", "required"));
    }
    if text.chars().count() > 4000 {
        return Err(Error::field("body", "too_long"));
    }
    let ctx = ctx.clone();
    write(app, "comment-case", move |tx| {
        load(tx, &ctx, id, Action::Update)?;
        comments::insert(tx, &ctx, id, &text)?;
        audit::append(tx, &ctx, "comment", subject(id), &json!({}))?;
        Ok(())
    })
    .await
}

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
    if paper.content.is_empty() {
        return Err(Error::field("file", "required"));
    }
    if paper.content.len() > MOST_BYTES {
        return Err(Error::field("file", "file_too_large"));
    }
    let media_type = media_type(&paper.content).ok_or_else(|| Error::field("file", "file_kind"))?;
    let hash: [u8; 32] = Sha256::digest(&paper.content).into();
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "hand-in-document", move |tx| {
        let case = load(tx, &ctx, id, Action::Update)?.into_inner();
        let tell = |tx: &mut Tx<'_>, document: DocumentId| {
            let mut told = Map::new();
            told.insert("document".to_owned(), json!(document));
            message_in(&app_, &ctx, tx, "customer_documents", &case.number, &told).map(drop)
        };
        // Sent again because the first answer was lost: the paper is there, and is not kept twice.
        if let Some(document) = documents::handed_in_before(tx, id, &paper.kind, &paper.title, hash)? {
            if paper.answers_request {
                tell(tx, document)?;
            }
            return Ok(document);
        }
        let new = documents::NewDocument {
            case_id: Some(id),
            party_id: case.party_id,
            kind: &paper.kind,
            title: &paper.title,
            outgoing: false,
            media_type,
            lang: ctx.lang,
            template: "",
            data: &json!({}),
        };
        let document = documents::insert(tx, &ctx, &new)?;
        documents::store_content(tx, &ctx, document, &paper.content, hash)?;
        let details = json!({ "document": document, "kind": paper.kind, "title": paper.title });
        audit::append(tx, &ctx, "hand_in_document", subject(id), &details)?;
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
