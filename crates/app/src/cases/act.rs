//! What people do to a case beside its forms: suspend, resume, give away, call off, comment, take the next one.

use domain::{
    access::{Action, Resource},
    cases::{Case, CaseState, Suspension, SuspensionCause},
};
use kernel::{CaseId, DocumentId, UserId};
use serde_json::json;
use store::{
    Authorised, Tx,
    accounts::user,
    audit,
    cases::{
        case as cases, comment as comments, document as documents, fact,
        list::{Filter, Order, page},
        task,
    },
};

use super::related::{Answer, tell_waiting};
use crate::{App, Ctx, Error, error::found, processes::Run, write};

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
pub(crate) fn require_evidence(
    tx: &mut Tx<'_>,
    case: CaseId,
    document: Option<DocumentId>,
) -> Result<(), Error> {
    let Some(id) = document else { return Ok(()) };
    match documents::in_case(tx, id, case)? {
        Some(_) => Ok(()),
        None => Err(Error::field("document", "document_of_other_case")),
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
            stops: Vec::new(),
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
        let mut open = fact::suspensions(tx, id)?;
        open.retain(|suspension| suspension.to.is_none());
        if !open.is_empty() && open.iter().all(|open| !open.element.is_empty()) {
            return Err(Error::refused("waiting_for_customer"));
        }
        case.resume()?;
        fact::resume(tx, id, Some(""), ctx.now(), document)?;
        // What else is awaited goes on being awaited.
        case.suspended = open.iter().find(|open| !open.element.is_empty()).map(|open| open.cause);
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

/// Hands out to the account that asks the request with most at stake among those that nobody has and whose open task its
/// roles may do: breached first, then by the earliest term; suspended ones and those without a clock last. Why it was
/// this one is written in its audit trail.
///
/// # Errors
/// [`Error::Refused`] with `nothing_to_take` when there is none.
pub async fn take_next(app: &App, ctx: &Ctx) -> Result<CaseId, Error> {
    let me = ctx.user().ok_or(Error::NotSignedIn)?;
    let ctx_ = ctx.clone();
    let next = write(app, "take-next", move |tx| {
        ctx_.require(Resource::Case, Action::Update)?;
        let filter = Filter {
            open: Some(true),
            // A draft is still with who began it.
            states: vec![CaseState::Started, CaseState::Admissible],
            unassigned: true,
            doable_by: ctx_.roles.clone(),
            ..Filter::default()
        };
        let first = page(tx, &ctx_, &filter, Order::Risk, None, 1)?.cases.into_iter().next();
        let Some(mut case) = first else { return Err(Error::refused("nothing_to_take")) };
        let clock = case.clock.as_ref();
        let details = json!({
            "reason": "most_at_stake",
            "due": clock.and_then(|clock| clock.due),
            "standard": clock.map(|clock| clock.standard.clone()),
        });
        case.assigned_to = Some(me);
        task::assign_case(tx, case.id, Some(me))?;
        audit::append(tx, &ctx_, "take_next", subject(case.id), &details)?;
        if cases::update(tx, &mut case, &ctx_)? { Ok(case.id) } else { Err(Error::Repeat) }
    });
    next.await
}

/// Calls a case off, with who asked and why. Its process ends, its clock and tasks with it; nothing is deleted.
///
/// # Errors
/// [`Error::Refused`] with `reason_missing`, `case_ended`, `contract_made` once the new contract is in force, or
/// `supply_activated` once the distributor has switched the supply on;
/// [`Error::Conflict`] when somebody changed the case since it was seen.
pub async fn cancel(app: &App, ctx: &Ctx, on: impl Into<OnCase>, reason: String) -> Result<(), Error> {
    let (app_, ctx, on) = (app.clone(), ctx.clone(), on.into());
    write(app, "cancel-case", move |tx| {
        let mut case = load(tx, &ctx, on, Action::Cancel)?.into_inner();
        let id = case.id;
        crate::activation::may_withdraw(tx, &case)?;
        let now = ctx.now();
        case.cancel(&reason, now)?;
        let mut run = Run::on(&app_, &ctx, tx, case)?;
        run.cancel_all();
        run.settle()?;
        for open in task::of_case(run.tx, id)?.iter().filter(|task| task.state == "open") {
            task::end(run.tx, &ctx, open.instance_id, open.token, false)?;
        }
        crate::diary::cancel_all(&mut run)?;
        crate::activation::withdraw(&mut run)?;
        tell_waiting(&mut run, Answer::Ended)?;
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
