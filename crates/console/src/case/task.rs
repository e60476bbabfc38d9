//! The open task of a case: taken, saved, completed.

use app::{
    Error,
    cases::{Given, answer, assign, complete_task, show as show_case},
};
use routes::{
    Route,
    console::{CaseShow, TaskClaim, TaskComplete},
};
use web::{Answer, Form, PageCtx, Url};

use super::show::{self, Tried};
use crate::{
    views::wording::sentence,
    wizard::{conflict, fields::raw},
};

/// Completes a task with its answers, or keeps them for later when asked to save.
pub(super) async fn complete(
    cx: PageCtx,
    Url(TaskComplete { case, task }): Url<TaskComplete>,
    form: Form,
) -> Answer {
    let mut given = Given {
        raw: raw(&form),
        version: form.parsed("version", "required")?,
        draft: form.text("parte") == "bozza",
        ..Given::default()
    };
    conflict::choose(&cx, case, &form, &mut given).await?;
    let back = CaseShow::new(case).url();
    let (problems, refused) = match complete_task(&cx.app, &cx.ctx, task, given.clone()).await {
        Ok(_) => return Ok(cx.go(&back)),
        Err(Error::Invalid(problems)) => (problems, None),
        Err(Error::Refused { code, args }) => (Vec::new(), Some(sentence(cx.t, &code, &args))),
        Err(Error::Conflict(fields)) => {
            let view = show_case(&cx.app, &cx.ctx, case).await?;
            return conflict::page(&cx, &view, &TaskComplete::new(case, task).url(), &fields, &form).await;
        }
        Err(error) => return Err(error.into()),
    };
    let mut view = show_case(&cx.app, &cx.ctx, case).await?;
    if let Some(open) = view.tasks.iter().find(|open| open.id == task && open.state == "open") {
        // What can be read is kept, so that the form asks what follows from it.
        let kept = Given { element: open.element.clone(), version: None, draft: true, ..given };
        if refused.is_none() && answer(&cx.app, &cx.ctx, case, kept).await.is_ok() {
            view = show_case(&cx.app, &cx.ctx, case).await?;
        }
    }
    let tried = Tried { task, form: &form, problems: &problems, refused };
    cx.invalid(&show::page(&cx, &view, Some(tried)).await?)
}

/// Takes the case with its open tasks.
pub(super) async fn claim(cx: PageCtx, Url(TaskClaim { case, .. }): Url<TaskClaim>) -> Answer {
    assign(&cx.app, &cx.ctx, case, cx.ctx.user(), String::new()).await?;
    Ok(cx.go(&CaseShow::new(case).url()))
}
