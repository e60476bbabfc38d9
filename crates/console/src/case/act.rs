//! Suspend, resume, give away, call off: each a short question and one operation.

use app::{
    Error,
    cases::{self, CaseView, show as show_case},
};
use domain::{
    access::{Action, Resource},
    cases::SuspensionCause,
};
use kernel::{CaseId, UserId};
use routes::{
    Route,
    console::{CaseCancel, CaseReassign, CaseResume, CaseShow, CaseSuspend},
};
use web::{
    Answer, Failure, Form, PageCtx, Url,
    layout::{Area, Choice, FieldState, Link, Note, NoteKind},
};

use super::record;
use crate::views::{
    case::ActLink,
    case_asks::{self as asks, names},
    form::{Ask, AskPage, HistoryLine, SectionView, faults_of},
    wording::sentence,
};

/// What names a case in a question: procedure, number, customer.
pub(super) fn about(view: &CaseView) -> String {
    let case = &view.case;
    let name = view.party.as_ref().map_or_else(|| case.party_name.clone(), |party| party.names.display());
    let words = format!("{} {}", case.procedure, case.number);
    if name.is_empty() { words } else { format!("{words}, {name}") }
}

/// Who a case may be given to: the colleagues of one's office, all of them for whoever has none.
pub(crate) async fn people(cx: &PageCtx) -> Result<Vec<Choice>, Failure> {
    let mine = cx.ctx.office;
    let all = app::accounts::colleagues(&cx.app, &cx.ctx).await?;
    let near = |person: &app::accounts::Colleague| mine.is_none() || person.office == mine;
    let list = all.into_iter().filter(|person| person.active && near(person));
    Ok(list.map(|person| Choice { value: person.id.to_string(), label: person.name }).collect())
}

/// A question as a page, with what was typed and what is wrong with it.
pub(super) fn ask_page(
    cx: &PageCtx,
    view: &CaseView,
    mut ask: Ask,
    typed: Option<&Form>,
    error: Option<&Error>,
    history: Vec<HistoryLine>,
) -> Answer {
    let t = cx.t;
    for field in &mut ask.fields {
        if let Some(form) = typed.filter(|form| form.has(&field.field.name)) {
            form.all(&field.field.name).last().unwrap_or_default().clone_into(&mut field.field.value);
        }
    }
    let mut refused = None;
    match error {
        Some(Error::Invalid(problems)) => {
            for field in &mut ask.fields {
                if let Some(problem) = problems.iter().find(|problem| problem.field == field.field.name) {
                    field.field.state = FieldState::Bad(sentence(t, &problem.code, &problem.args));
                }
            }
        }
        Some(Error::Refused { code, args }) => refused = Some(sentence(t, code, args)),
        _ => {}
    }
    if let Some(text) = refused {
        ask.note = Some(Note { kind: NoteKind::Error, lead: t.wizard_refused(), text, link: None });
    }
    let section = SectionView { fields: ask.fields.clone(), ..SectionView::default() };
    let page = AskPage {
        t,
        frame: cx.frame(ask.title.clone(), Some(Area::Cases)),
        back: Link::new(&view.case.number, CaseShow::new(view.case.id).url()),
        errors: faults_of([&section]),
        ask,
        history,
        risk: None,
    };
    if error.is_some() { cx.invalid(&page) } else { cx.page(&page) }
}

/// Back to the case when it is done; the question again when a rule says no.
pub(super) fn answered(
    cx: &PageCtx,
    view: &CaseView,
    done: Result<(), Error>,
    link: ActLink,
    form: &Form,
) -> Answer {
    match done {
        Ok(()) => Ok(cx.go(&CaseShow::new(view.case.id).url())),
        Err(error @ (Error::Invalid(_) | Error::Refused { .. })) => match link.ask {
            Some(ask) => ask_page(cx, view, ask, Some(form), Some(&error), Vec::new()),
            None => Err(error.into()),
        },
        Err(error) => Err(error.into()),
    }
}

fn shown(cx: &PageCtx, view: &CaseView, link: ActLink) -> Answer {
    match link.ask {
        Some(ask) => ask_page(cx, view, ask, None, None, Vec::new()),
        None => Ok(cx.go(&CaseShow::new(view.case.id).url())),
    }
}

async fn view(cx: &PageCtx, case: CaseId) -> Result<CaseView, Failure> {
    Ok(show_case(&cx.app, &cx.ctx, case).await?)
}

/// Names the field a code speaks of, as our forms call it.
fn at_field(error: Error, field: &str) -> Error {
    match error {
        Error::Refused { code, .. } if code == "reason_missing" => Error::field(field, "reason_missing"),
        other => other,
    }
}

/// The question why the clock is to stand still.
pub(super) async fn ask_suspend(cx: PageCtx, Url(CaseSuspend { case }): Url<CaseSuspend>) -> Answer {
    cx.ctx.require(Resource::Case, Action::Update)?;
    let view = view(&cx, case).await?;
    shown(&cx, &view, asks::suspend(cx.t, case, &about(&view), record::papers(&cx, &view)))
}

/// Lets the clock stand still. A draft has no clock: it is left for later as it is.
pub(super) async fn suspend(cx: PageCtx, Url(CaseSuspend { case }): Url<CaseSuspend>, form: Form) -> Answer {
    cx.ctx.require(Resource::Case, Action::Update)?;
    let view = view(&cx, case).await?;
    if view.case.started_at.is_none() && !form.has(names::CAUSE) {
        return Ok(cx.done(&routes::console::CaseList::new().url(), cx.t.wizard_kept()));
    }
    let note = form.text(names::SUSPEND_NOTE).to_owned();
    let evidence = form.parsed(names::SUSPEND_PAPER, "choice_unknown");
    let done = match (SuspensionCause::from_code(form.text(names::CAUSE)), evidence) {
        (Some(cause), Ok(paper)) => cases::suspend(&cx.app, &cx.ctx, case, cause, note, paper).await,
        (None, _) => Err(Error::field(names::CAUSE, "choice_unknown")),
        (_, Err(error)) => Err(error),
    };
    answered(&cx, &view, done, asks::suspend(cx.t, case, &about(&view), record::papers(&cx, &view)), &form)
}

/// Lets the clock go on.
pub(super) async fn resume(cx: PageCtx, Url(CaseResume { case }): Url<CaseResume>) -> Answer {
    cases::resume(&cx.app, &cx.ctx, case, None).await?;
    Ok(cx.go(&CaseShow::new(case).url()))
}

/// The question to whom the case is given.
pub(super) async fn ask_reassign(cx: PageCtx, Url(CaseReassign { case }): Url<CaseReassign>) -> Answer {
    cx.ctx.require(Resource::Case, Action::Assign)?;
    let view = view(&cx, case).await?;
    let people = people(&cx).await?;
    shown(&cx, &view, asks::reassign(cx.t, case, &about(&view), people))
}

/// Gives the case away; without a name, to the person who asks.
pub(super) async fn reassign(
    cx: PageCtx,
    Url(CaseReassign { case }): Url<CaseReassign>,
    form: Form,
) -> Answer {
    let view = view(&cx, case).await?;
    let to: Result<Option<UserId>, Error> = form.parsed(names::TO, "choice_unknown");
    let done = match to {
        Ok(to) => {
            let reason = form.text(names::REASSIGN_REASON).to_owned();
            cases::assign(&cx.app, &cx.ctx, case, to.or_else(|| cx.ctx.user()), reason).await
        }
        Err(error) => Err(error),
    };
    let people = people(&cx).await?;
    answered(&cx, &view, done, asks::reassign(cx.t, case, &about(&view), people), &form)
}

/// What a draft that is called off leaves behind: the registry entry it made, when nothing else needs it.
pub(super) async fn left_behind(cx: &PageCtx, view: &CaseView) -> Result<String, Failure> {
    if view.case.started_at.is_some() || view.case.ended() {
        return Ok(String::new());
    }
    let entry = app::voltura::entry_of_draft(&cx.app, &cx.ctx, view.case.id).await?;
    Ok(entry
        .map_or_else(String::new, |party| cx.t.case_ask_cancel_party(party.names.display(), &party.number)))
}

/// The question who asked to call the case off and why.
pub(super) async fn ask_cancel(cx: PageCtx, Url(CaseCancel { case }): Url<CaseCancel>) -> Answer {
    cx.ctx.require(Resource::Case, Action::Cancel)?;
    let view = view(&cx, case).await?;
    let stays = left_behind(&cx, &view).await?;
    shown(&cx, &view, asks::cancel(cx.t, case, &about(&view), &stays))
}

/// Calls the case off.
pub(super) async fn cancel(cx: PageCtx, Url(CaseCancel { case }): Url<CaseCancel>, form: Form) -> Answer {
    let view = view(&cx, case).await?;
    let stays = left_behind(&cx, &view).await?;
    let done = cases::cancel(&cx.app, &cx.ctx, case, form.text(names::CANCEL_REASON).to_owned()).await;
    let done = done.map_err(|error| at_field(error, names::CANCEL_REASON));
    if done.is_ok() && !stays.is_empty() {
        return Ok(cx.done(&CaseShow::new(case).url(), stays));
    }
    answered(&cx, &view, done, asks::cancel(cx.t, case, &about(&view), &stays), &form)
}
