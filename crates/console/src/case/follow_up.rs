//! A case that follows from this one, opened by hand.

use app::{
    cases::{CaseView, open_follow_up, show as show_case},
    processes::list_procedures,
};
use domain::access::{Action, Resource};
use routes::{
    Route,
    console::{CaseFollowUp, CaseShow},
};
use web::{Answer, Failure, Form, PageCtx, Url, layout::Choice};

use super::act::{about, answered, ask_page};
use crate::{
    new_request::starts_by_act,
    views::{
        case::ActLink,
        case_asks::{self as asks, names},
    },
    wizard::open::{next_url, usual_origin},
};

/// The question which procedure is to follow; none when this account may open none.
///
/// # Errors
/// From the operation that lists the procedures.
pub(super) async fn question(cx: &PageCtx, view: &CaseView) -> Result<Option<ActLink>, Failure> {
    let may = cx.ctx.may(Resource::Case, Action::Create) && cx.ctx.may(Resource::Case, Action::Update);
    if !may || view.case.started_at.is_none() {
        return Ok(None);
    }
    let origin = usual_origin(cx);
    let fits = |line: &app::processes::ProcedureLine| {
        line.allowed
            && !starts_by_act(&line.code)
            && view.case.sector.is_none_or(|sector| line.sectors.contains(&sector))
            && (line.origins.is_empty() || line.origins.iter().any(|code| code == origin.code()))
    };
    let lines = list_procedures(&cx.app, &cx.ctx).await?;
    let choices: Vec<Choice> = lines
        .into_iter()
        .filter(fits)
        .map(|line| Choice { label: format!("{} {}", line.code, line.name), value: line.code })
        .collect();
    Ok((!choices.is_empty()).then(|| asks::follow_up(cx.t, view.case.id, &about(view), choices)))
}

/// Asks which procedure is to follow.
pub(super) async fn ask(cx: PageCtx, Url(CaseFollowUp { case }): Url<CaseFollowUp>) -> Answer {
    cx.ctx.require(Resource::Case, Action::Create)?;
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    match question(&cx, &view).await?.and_then(|link| link.ask) {
        Some(ask) => ask_page(&cx, &view, ask, None, None, Vec::new()),
        None => Ok(cx.go(&CaseShow::new(case).url())),
    }
}

/// Opens it and goes to its first step.
pub(super) async fn open(cx: PageCtx, Url(CaseFollowUp { case }): Url<CaseFollowUp>, form: Form) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    let procedure = form.text(names::PROCEDURE);
    let error = match open_follow_up(&cx.app, &cx.ctx, case, procedure, usual_origin(&cx)).await {
        Ok(opened) => return Ok(cx.go(&next_url(&opened))),
        Err(error) => error,
    };
    match question(&cx, &view).await? {
        Some(link) => answered(&cx, &view, Err(error), link, &form),
        None => Err(error.into()),
    }
}
