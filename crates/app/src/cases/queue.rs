//! What the queue needs beside its rows: how many each view holds, acts on several cases at once, saved views.

use domain::{
    access::{Action, Resource, may},
    cases::SuspensionCause,
};
use kernel::{CaseId, SavedViewId, UserId};
use serde_json::json;
use store::{
    accounts::user,
    audit,
    cases::{
        case as cases,
        list::{self as lists, Filter},
        saved_view,
    },
};

pub use store::cases::saved_view::SavedView;

use super::{assign, comment, suspend};
use crate::{App, Ctx, Error, error::found, read, write};

/// Whether this account may open cases at all.
#[must_use]
pub fn may_open(ctx: &Ctx) -> bool {
    ctx.may(Resource::Case, Action::Create)
}

/// How many cases each of these filters shows, each counted up to `most`: beyond that the count would cost too much.
///
/// # Errors
/// [`Error::Denied`] when cases may not be seen.
pub async fn view_counts(app: &App, ctx: &Ctx, filters: Vec<Filter>, most: i64) -> Result<Vec<i64>, Error> {
    ctx.require(Resource::Case, Action::Read)?;
    let ctx = ctx.clone();
    read(app, "view-counts", move |tx| {
        let mut counts = Vec::with_capacity(filters.len());
        for filter in &filters {
            counts.push(lists::count(tx, &ctx, filter, most)?);
        }
        Ok(counts)
    })
    .await
}

/// What is to be done to each of several cases.
#[derive(Clone, Debug)]
pub enum EachAct {
    /// Given to an account, with the reason.
    Assign(UserId, String),
    /// The clock stands still.
    Suspend(SuspensionCause, String),
    /// A comment is written.
    Comment(String),
}

/// What came of an act on one of several cases.
#[derive(Debug)]
pub struct EachDone {
    /// The case.
    pub id: CaseId,
    /// Its number; empty when it does not exist for this person.
    pub number: String,
    /// The rule that stopped it.
    pub outcome: Result<(), Error>,
}

/// Does the same to several cases, each in its own transaction: what a rule stops is told, the others go on.
///
/// # Errors
/// Failures of a machine; refusals are in the answer.
pub async fn for_each(app: &App, ctx: &Ctx, ids: Vec<CaseId>, act: &EachAct) -> Result<Vec<EachDone>, Error> {
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        let (number, outcome) = match one(app, ctx, id, act).await {
            (number, Err(error)) if is_failure(&error) => {
                let _ = number;
                return Err(error);
            }
            done => done,
        };
        all.push(EachDone { id, number, outcome });
    }
    Ok(all)
}

const fn is_failure(error: &Error) -> bool {
    !matches!(
        error,
        Error::Refused { .. }
            | Error::Invalid(_)
            | Error::Denied(_)
            | Error::NotFound { .. }
            | Error::Conflict(_)
    )
}

async fn one(app: &App, ctx: &Ctx, id: CaseId, act: &EachAct) -> (String, Result<(), Error>) {
    let ctx_ = ctx.clone();
    let known = read(app, "case-of-many", move |tx| {
        let case = found(cases::for_action(tx, &ctx_, id, Action::Read)?, "case")?.into_inner();
        Ok((case.number.clone(), case.ended()))
    });
    let (number, ended) = match known.await {
        Ok(known) => known,
        Err(error) => return (String::new(), Err(error)),
    };
    if ended && !matches!(act, EachAct::Comment(_)) {
        return (number, Err(Error::refused("case_ended")));
    }
    let outcome = match act {
        EachAct::Assign(to, reason) => match able(app, *to).await {
            Ok(()) => assign(app, ctx, id, Some(*to), reason.clone()).await,
            Err(error) => Err(error),
        },
        EachAct::Suspend(cause, note) => suspend(app, ctx, id, *cause, note.clone(), None).await,
        EachAct::Comment(text) => comment(app, ctx, id, text.clone()).await,
    };
    (number, outcome)
}

/// Refuses an account that could not work on the case.
async fn able(app: &App, to: UserId) -> Result<(), Error> {
    let known = read(app, "assignee", move |tx| {
        let account = user::by_id(tx, to)?.filter(|account| account.active);
        Ok(account.is_some() && may(&user::roles(tx, to)?, Resource::Case, Action::Update))
    });
    if known.await? { Ok(()) } else { Err(Error::refused("assignee_cannot")) }
}

/// The most views one person keeps.
const MOST_VIEWS: usize = 30;

/// The saved views this account sees: its own, and those shared in its office.
///
/// # Errors
/// [`Error::Denied`] when cases may not be seen.
pub async fn saved_views(app: &App, ctx: &Ctx) -> Result<Vec<SavedView>, Error> {
    ctx.require(Resource::Case, Action::Read)?;
    let Some(me) = ctx.user() else { return Ok(Vec::new()) };
    let office = ctx.office;
    read(app, "saved-views", move |tx| Ok(saved_view::seen_by(tx, me, office)?)).await
}

/// Keeps the filters of the queue under a name; `shared` shows them to the colleagues of the office too.
///
/// # Errors
/// [`Error::Invalid`] without a name, with one longer than 40 characters or used already; [`Error::Refused`] with
/// `too_many_views`.
pub async fn save_view(
    app: &App,
    ctx: &Ctx,
    name: &str,
    query: String,
    shared: bool,
) -> Result<SavedViewId, Error> {
    ctx.require(Resource::Case, Action::Read)?;
    let me = ctx.user().ok_or(Error::NotSignedIn)?;
    let name = name.trim().to_owned();
    if name.is_empty() {
        return Err(Error::field("name", "required"));
    }
    if name.chars().count() > 40 {
        return Err(Error::field("name", "too_long"));
    }
    let ctx = ctx.clone();
    write(app, "save-view", move |tx| {
        let known = saved_view::seen_by(tx, me, None)?;
        if known.iter().any(|view| view.name.to_lowercase() == name.to_lowercase()) {
            return Err(Error::field("name", "name_taken"));
        }
        if known.len() >= MOST_VIEWS {
            return Err(Error::refused("too_many_views"));
        }
        let view = SavedView {
            id: ctx.id(SavedViewId::from_bytes),
            user_id: me,
            office_id: ctx.office.filter(|_| shared),
            name: name.clone(),
            query: query.clone(),
        };
        saved_view::insert(tx, &view, ctx.now())?;
        let subject = audit::Subject { kind: "user", id: me.bytes() };
        audit::append(tx, &ctx, "save_view", subject, &json!({ "name": view.name, "shared": shared }))?;
        Ok(view.id)
    })
    .await
}

/// Gives one's own view other filters, or with none removes it.
///
/// # Errors
/// [`Error::NotFound`] when it is not one's own.
pub async fn change_view(app: &App, ctx: &Ctx, id: SavedViewId, query: Option<String>) -> Result<(), Error> {
    let me = ctx.user().ok_or(Error::NotSignedIn)?;
    write(app, "change-view", move |tx| {
        let changed = match &query {
            Some(query) => saved_view::update(tx, id, me, query)?,
            None => saved_view::delete(tx, id, me)?,
        };
        if changed { Ok(()) } else { Err(Error::NotFound { kind: "view" }) }
    })
    .await
}
