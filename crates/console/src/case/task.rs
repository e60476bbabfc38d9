//! The open task of a case: taken, filled in, saved, completed.

use app::{
    Error,
    cases::{CaseView, Given, Task, answer, assign, complete_task, show as show_case, show_form},
};
use axum::http::HeaderMap;
use kernel::{CaseId, TaskId};
use routes::{
    Route,
    console::{CaseShow, TaskClaim, TaskComplete},
};
use web::{Answer, Failure, Form, PageCtx, Url};

use super::show::{self, Tried};
use crate::{
    views::{case::TaskForm, wizard::ErrorsPart, wording::sentence},
    wizard::{
        conflict,
        fields::{edit, hand_in, part, raw},
    },
};

/// The word of the button that keeps the answers for later.
const KEEP: &str = "bozza";

fn open_task(view: &CaseView, task: TaskId) -> Option<&Task> {
    view.tasks.iter().find(|open| open.id == task && open.state == "open")
}

/// Completes a task with its answers, or keeps them for later when asked to save. The buttons of a list only change it,
/// the search button only searches; while the form is filled in, the part of it that changed comes back.
pub(super) async fn complete(
    cx: PageCtx,
    Url(TaskComplete { case, task }): Url<TaskComplete>,
    headers: HeaderMap,
    form: Form,
) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    let open = open_task(&view, task).cloned().ok_or_else(|| Error::refused("task_gone"));
    let (mut form, edited) = edit::rows(form);
    let mut answers = raw(&form);
    if let Ok(open) = &open {
        hand_in(&cx, &view, &open.element, &mut form, &mut answers).await?;
    }
    let filled_in = cx.htmx || edited.is_some() || form.has("cerca");
    let mut given = Given {
        raw: answers,
        version: form.parsed("version", "required")?,
        window: form.given("finestra").map(str::to_owned),
        draft: filled_in || form.text("parte") == KEEP,
        ..Given::default()
    };
    conflict::choose(&cx, case, &form, &mut given).await?;
    if filled_in {
        let filling =
            Filling { task: open?, form: &form, edited: edited.as_ref(), changed: part::changed(&headers) };
        return filling.answer(&cx, case, given).await;
    }
    let (problems, refused) = match complete_task(&cx.app, &cx.ctx, task, given.clone()).await {
        Ok(_) => return Ok(cx.go(&CaseShow::new(case).url())),
        Err(Error::Invalid(problems)) => (problems, None),
        Err(Error::Refused { code, args }) => (Vec::new(), Some(sentence(cx.t, &code, &args))),
        Err(Error::Conflict(fields)) => {
            let view = show_case(&cx.app, &cx.ctx, case).await?;
            let back = TaskComplete::new(case, task).url();
            return conflict::page(&cx, &view, &back, &fields, &form).await;
        }
        Err(error) => return Err(error.into()),
    };
    let mut view = show_case(&cx.app, &cx.ctx, case).await?;
    if let Some(open) = open_task(&view, task) {
        // What can be read is kept, so that the form asks what follows from it.
        let kept = Given { element: open.element.clone(), version: None, draft: true, ..given };
        if refused.is_none() && answer(&cx.app, &cx.ctx, case, kept).await.is_ok() {
            view = show_case(&cx.app, &cx.ctx, case).await?;
        }
    }
    let tried = Tried { task, form: &form, problems: &problems, refused, edited: None };
    cx.invalid(&show::page(&cx, &view, Some(tried)).await?)
}

/// A task that is being filled in.
struct Filling<'a> {
    task: Task,
    form: &'a Form,
    edited: Option<&'a edit::Edited>,
    changed: String,
}

impl Filling<'_> {
    /// Keeps what can be read and shows what changed: for htmx a part of the form, else the page.
    async fn answer(self, cx: &PageCtx, case: CaseId, given: Given) -> Answer {
        let before = self.asked(cx, case).await?;
        let kept = match complete_task(&cx.app, &cx.ctx, self.task.id, given).await {
            Ok(kept) => kept,
            Err(Error::Conflict(fields)) => {
                let view = show_case(&cx.app, &cx.ctx, case).await?;
                let back = TaskComplete::new(case, self.task.id).url();
                return conflict::in_place(cx, &view, &back, &fields, self.form).await;
            }
            Err(error) => return Err(error.into()),
        };
        let asks_else = before != self.asked(cx, case).await?;
        let view = show_case(&cx.app, &cx.ctx, case).await?;
        // Gaps are not yet faults while somebody types; once the task was sent, they are until they are filled.
        let sent = self.form.has("errori");
        let problems: Vec<_> =
            kept.problems.into_iter().filter(|problem| sent || problem.code != "required").collect();
        let tried = Tried {
            task: self.task.id,
            form: self.form,
            problems: &problems,
            refused: None,
            edited: self.edited,
        };
        if !cx.htmx {
            return cx.page(&show::page(cx, &view, Some(tried)).await?);
        }
        let mut task = show::open_task(cx, &view, &self.task, Some(&tried)).await?;
        if !sent {
            task.errors = web::layout::ErrorSummary::default();
            task.note = None;
        }
        let part = match part::of(&task.sections, &self.changed, self.edited) {
            _ if asks_else => part::Part::Whole,
            part => part,
        };
        let (id, errors_id, errors) = (task.form_id(), task.errors_id(), task.errors.clone());
        let sections = task.sections.clone();
        let action = TaskComplete::new(case, self.task.id).url();
        let whole = || askama::Template::render(&TaskForm { t: cx.t, task, action });
        let is_whole = matches!(part, part::Part::Whole);
        let (mut text, place) = part.draw(cx.t, &sections, &format!("#{id}"), whole)?;
        if sent && !is_whole {
            let errors = ErrorsPart { t: cx.t, id: &errors_id, errors };
            text.push_str(&askama::Template::render(&errors).map_err(Failure::from)?);
        }
        Ok(part::placed(text, place))
    }

    /// The names of what the form asks.
    async fn asked(&self, cx: &PageCtx, case: CaseId) -> Result<Vec<String>, Error> {
        let fields = show_form(&cx.app, &cx.ctx, case, &self.task.element).await?;
        Ok(fields.into_iter().map(|field| field.name).collect())
    }
}

/// Takes the case with its open tasks.
pub(super) async fn claim(cx: PageCtx, Url(TaskClaim { case, .. }): Url<TaskClaim>) -> Answer {
    assign(&cx.app, &cx.ctx, case, cx.ctx.user(), String::new()).await?;
    Ok(cx.go(&CaseShow::new(case).url()))
}
