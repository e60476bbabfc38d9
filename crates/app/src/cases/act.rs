//! What people do to a case beside its forms: suspend, resume, give away, call off, comment, put a fact right,
//! hand in a paper, take the next one.

use domain::{
    access::{Action, Resource},
    cases::{Case, Fact, Suspension, SuspensionCause},
};
use engine::Command;
use kernel::{CaseId, DocumentId, FactId, Instant, UserId};
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

const fn subject(id: CaseId) -> audit::Subject {
    audit::Subject { kind: "case", id: id.bytes() }
}

fn load(tx: &mut Tx<'_>, ctx: &Ctx, id: CaseId, action: Action) -> Result<Authorised<Case>, Error> {
    found(cases::for_action(tx, ctx, id, action)?, "case")
}

/// The clock stands still for a cause, with a remark and the paper that proves it.
///
/// # Errors
/// [`Error::Refused`] with the codes of [`domain::cases::CaseRefusal`].
pub async fn suspend(
    app: &App,
    ctx: &Ctx,
    id: CaseId,
    cause: SuspensionCause,
    note: String,
    document_id: Option<DocumentId>,
) -> Result<(), Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "suspend-case", move |tx| {
        let mut case = load(tx, &ctx, id, Action::Update)?.into_inner();
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
/// itself waits for somebody.
pub async fn resume(app: &App, ctx: &Ctx, id: CaseId, document: Option<DocumentId>) -> Result<(), Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "resume-case", move |tx| {
        let mut case = load(tx, &ctx, id, Action::Update)?.into_inner();
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
/// [`Error::NotFound`] when there is no such account; one may always take a case that nobody has.
pub async fn assign(
    app: &App,
    ctx: &Ctx,
    id: CaseId,
    to: Option<UserId>,
    reason: String,
) -> Result<(), Error> {
    let ctx = ctx.clone();
    write(app, "assign-case", move |tx| {
        let mut case = load(tx, &ctx, id, Action::Read)?.into_inner();
        let takes = case.assigned_to.is_none() && to.is_some() && to == ctx.user();
        if !takes {
            ctx.require(Resource::Case, Action::Assign)?;
        }
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
/// [`Error::Refused`] with `reason_missing`, `case_ended`, or `contract_made` once the new contract exists.
pub async fn cancel(app: &App, ctx: &Ctx, id: CaseId, reason: String) -> Result<(), Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "cancel-case", move |tx| {
        let mut case = load(tx, &ctx, id, Action::Cancel)?.into_inner();
        if case.data.contains_key("new_contract") {
            return Err(Error::refused("contract_made"));
        }
        let now = ctx.now();
        case.cancel(&reason, now)?;
        let mut run = Run::on(&app_, &ctx, tx, case)?;
        let running: Vec<_> = run.working.iter().map(|working| working.instance.id).collect();
        for instance in running {
            run.push(instance, Command::Cancel);
        }
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

/// Puts a recorded fact right: the former one stays visible, the clocks are computed again.
///
/// # Errors
/// [`Error::Invalid`] without a reason or with a moment in the future; [`Error::Refused`] with `fact_gone` when it
/// was put right already.
pub async fn correct_fact(
    app: &App,
    ctx: &Ctx,
    id: CaseId,
    fact_id: FactId,
    at: Instant,
    reason: String,
) -> Result<(), Error> {
    if reason.trim().is_empty() {
        return Err(Error::field("reason", "required"));
    }
    if at > ctx.now() {
        return Err(Error::field("at", "date_in_future"));
    }
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "correct-fact", move |tx| {
        let case = load(tx, &ctx, id, Action::Correct)?.into_inner();
        let old = fact::of_case(tx, id)?.into_iter().find(|fact| fact.id == fact_id);
        let old = old.ok_or(Error::NotFound { kind: "fact" })?;
        if !fact::mark_corrected(tx, id, fact_id)? {
            return Err(Error::refused("fact_gone"));
        }
        let new = Fact {
            id: ctx.id(FactId::from_bytes),
            at,
            recorded_at: ctx.now(),
            recorded_by: ctx.actor.clone(),
            note: reason.trim().to_owned(),
            corrects: Some(fact_id),
            corrected: false,
            ..old.clone()
        };
        fact::insert(tx, &new)?;
        let details = json!({ "kind": old.kind, "from": old.at, "to": at, "reason": reason });
        audit::append(tx, &ctx, "correct_fact", subject(id), &details)?;
        Run::on(&app_, &ctx, tx, case)?.finish().map(drop)
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

/// Stores a paper the customer handed in; if the process waits for it, the clock goes on.
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
        if paper.answers_request {
            let mut told = Map::new();
            told.insert("document".to_owned(), json!(document));
            message_in(&app_, &ctx, tx, "customer_documents", &case.number, &told)?;
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
