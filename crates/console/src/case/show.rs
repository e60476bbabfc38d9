//! The page of a case, whole or one part of it.

use app::{
    FieldProblem,
    cases::{CaseView, StepPlace, Task, show as show_case},
};
use domain::{
    access::{Action, Resource},
    cases::{CaseState, Origin},
};
use kernel::TaskId;
use routes::{
    Route,
    console::{
        CaseDiagram, CasePart, CaseReassign, CaseResume, CaseShow, CustomerShow, DocumentNew, SupplyShow,
        TaskClaim, TaskComplete, VolturaStep,
    },
};
use texts::Texts;
use web::{
    Answer, Failure, Form, PageCtx, Url,
    layout::{Area, Empty, KeyHint, Link, Note, NoteKind},
};

use super::{
    about, act, billing, clock,
    diagram::markers,
    distributor, document, follow_up, log, record,
    records::{self, initials},
};
use crate::{
    views::{
        case::{CaseActs, CaseClocks, CasePage, CaseProcess, CaseTask, OpenTask, StepLine},
        case_asks as asks,
        form::{Piece, faults_of},
        wording::role,
    },
    wizard::fields::{Asking, edit::Edited, left_over},
};

/// What was tried on a task and could not be taken.
pub(super) struct Tried<'a> {
    /// The task.
    pub task: TaskId,
    /// What was typed.
    pub form: &'a Form,
    /// What is wrong with it.
    pub problems: &'a [FieldProblem],
    /// Why it was refused as a whole.
    pub refused: Option<String>,
    /// What the button of a list asked for.
    pub edited: Option<&'a Edited>,
}

/// The page.
pub(super) async fn show(cx: PageCtx, Url(CaseShow { case }): Url<CaseShow>) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    cx.page(&page(&cx, &view, None).await?)
}

/// One part of it: `orologio`, `compito`, `date`, `documenti`, `commenti`, `registro`, `messaggi`.
pub(super) async fn part(cx: PageCtx, Url(CasePart { case, part }): Url<CasePart>) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    match part.as_str() {
        "orologio" => cx.page(&clocks(&cx, &view)),
        "compito" => cx.page(&tasks(&cx, &view, None).await?),
        "date" => cx.page(&records::dates(&cx, &view)),
        "documenti" => cx.page(&records::documents(&cx, &view)),
        "commenti" => cx.page(&records::comments(&cx, &view)),
        "registro" => cx.page(&records::audit(&cx, &view)),
        "messaggi" => cx.page(&records::messages(&cx, &view)),
        _ => Err(app::Error::NotFound { kind: "page" }.into()),
    }
}

/// The whole page; with what was tried on a task, its form shows that again.
pub(super) async fn page<'a>(
    cx: &'a PageCtx,
    view: &CaseView,
    tried: Option<Tried<'_>>,
) -> Result<CasePage<'a>, Failure> {
    let (t, case) = (cx.t, &view.case);
    let mut frame = cx.frame(t.case_title(&case.procedure, &case.number), Some(Area::Cases));
    frame.rail = true;
    let (acts, task) = (acts(cx, view).await?, tasks(cx, view, tried).await?);
    let (documents, comments) = (records::documents(cx, view), records::comments(cx, view));
    // Only keys that a control of this page answers.
    let keys = [
        (
            task.tasks.iter().any(|task| task.action.is_some()),
            KeyHint::new(format!("{} {}", t.layout_key_ctrl(), t.layout_key_enter()), t.case_key_complete()),
        ),
        (acts.suspend.is_some(), KeyHint::new("S", t.case_key_suspend())),
        (acts.resume.is_some(), KeyHint::new("S", t.case_key_resume())),
        (acts.reassign.is_some(), KeyHint::new("R", t.case_key_reassign())),
        (comments.action.is_some(), KeyHint::new("M", t.case_key_comment())),
        (documents.add.is_some(), KeyHint::new("D", t.case_key_document())),
    ];
    frame.keys = keys.into_iter().filter_map(|(acts, key)| acts.then_some(key)).collect();
    let urgent = app::cases::clocks::most_urgent(&view.clocks)
        .filter(|line| !case.ended() && !line.evaluation.stopped);
    let mut facts = vec![t.case_version(case.bundle_version), origin(t, case.origin)];
    facts.extend(view.assignee.clone());
    let word = state(t, case.state);
    Ok(CasePage {
        t,
        frame,
        id: case.id,
        number: case.number.clone(),
        procedure: view.pack.texts.or_key(t.lang(), "procedure"),
        code: case.procedure.clone(),
        risk: urgent.map(|line| clock::risk(line, cx.today())),
        state: (urgent.is_none() || case.started_at.is_none()).then_some(word),
        party: view
            .party
            .as_ref()
            .map(|party| Link::new(party.names.display(), CustomerShow::new(party.id).url())),
        sector: case.sector,
        supply: view.point.as_ref().map(|point| {
            Link::new(format!("{}, {}", point.code, point.address.line()), SupplyShow::new(point.id).url())
        }),
        facts,
        note: note(cx, view),
        acts,
        clocks: clocks(cx, view),
        process: process(cx, view).await?,
        about: about::about(cx, view).await?,
        task,
        messages: records::messages(cx, view),
        dates: records::dates(cx, view),
        documents,
        appointments: records::appointments(cx, view),
        linked: records::linked(t, view),
        comments,
        audit: records::audit(cx, view),
    })
}

fn origin(t: &Texts, origin: Origin) -> String {
    match origin {
        Origin::Counter => t.case_from_counter(),
        Origin::Contact => t.case_from_contact(),
        Origin::Internal => t.case_from_internal(),
        Origin::Portal => t.case_from_portal(),
        Origin::CallCentre => t.case_from_call_centre(),
        Origin::SalesNetwork => t.case_from_sales_network(),
        Origin::Letter => t.case_from_letter(),
        Origin::Email => t.case_from_email(),
        Origin::Pec => t.case_from_pec(),
        Origin::Distributor => t.case_from_distributor(),
        Origin::Billing => t.case_from_billing(),
    }
}

/// Class and word of a state.
pub(crate) fn state(t: &Texts, state: CaseState) -> (&'static str, String) {
    match state {
        CaseState::Draft => ("half", t.case_state_draft()),
        CaseState::Started => ("go", t.case_state_started()),
        CaseState::Admissible => ("go", t.case_state_admissible()),
        CaseState::Inadmissible => ("bad", t.case_state_inadmissible()),
        CaseState::Fulfilled => ("on", t.case_state_fulfilled()),
        CaseState::Cancelled => ("", t.case_state_cancelled()),
    }
}

fn note(cx: &PageCtx, view: &CaseView) -> Option<Note> {
    let (t, case) = (cx.t, &view.case);
    let plain = |kind, lead: String, text: String, link| Some(Note { kind, lead, text, link });
    if case.started_at.is_none() && !case.ended() {
        let lead = t.wizard_saved(&case.number, t.moment_near(case.changed_at, cx.today()));
        let link = (!case.step.is_empty())
            .then(|| Link::new(t.case_go_on(), VolturaStep::new(case.id, case.step.as_str()).url()));
        return plain(NoteKind::Info, lead, String::new(), link);
    }
    match case.state {
        CaseState::Inadmissible => {
            let why = log::reason_words(t, view, &case.outcome);
            return plain(NoteKind::Error, t.case_state_inadmissible(), why, None);
        }
        CaseState::Cancelled => {
            return plain(NoteKind::Attention, t.case_state_cancelled(), case.outcome.clone(), None);
        }
        _ => {}
    }
    let held = view.suspensions.iter().find(|held| held.to.is_none())?;
    let mut text = log::cause(t, held.cause.code());
    if !held.note.is_empty() {
        text = format!("{text}. {}", held.note);
    }
    let evidence = held.document_id.and_then(|id| {
        let paper = view.documents.iter().find(|paper| paper.id == id)?;
        let href = routes::console::DocumentFile::pdf(case.id, id).url();
        Some(Link::new(records::title(view, t.lang(), paper), href))
    });
    plain(NoteKind::Info, t.case_who_suspended(t.date(held.from.date())), text, evidence)
}

async fn acts(cx: &PageCtx, view: &CaseView) -> Result<CaseActs, Failure> {
    let (t, case) = (cx.t, &view.case);
    let may = |action| cx.ctx.may(Resource::Case, action);
    let mut acts = CaseActs::default();
    // What follows from a request may follow once it has ended, too.
    acts.more.extend(follow_up::question(cx, view).await?);
    if case.ended() {
        return Ok(acts);
    }
    let about = act::about(view);
    if may(Action::Update) && case.started_at.is_some() {
        let by_process = view.suspensions.iter().any(|held| held.to.is_none() && !held.element.is_empty());
        match case.suspended {
            None => acts.suspend = Some(asks::suspend(t, case.id, &about, record::papers(cx, view))),
            Some(_) if !by_process => acts.resume = Some(CaseResume::new(case.id).url()),
            Some(_) => {}
        }
    }
    if may(Action::Assign) {
        acts.reassign = Some(asks::reassign(t, case.id, &about, act::people(cx).await?));
    } else if case.assigned_to.is_none() {
        acts.take = Some(CaseReassign::new(case.id).url());
    }
    if may(Action::Cancel) {
        let stays = act::left_behind(cx, view).await?;
        acts.more.push(asks::cancel(t, case.id, &about, &stays));
    }
    Ok(acts)
}

fn clocks<'a>(cx: &'a PageCtx, view: &CaseView) -> CaseClocks<'a> {
    let t = cx.t;
    CaseClocks {
        t,
        oob: false,
        clocks: view.clocks.iter().map(|line| clock::drawn(cx, view, line)).collect(),
        none: if view.case.started_at.is_none() { t.case_clock_draft() } else { t.case_clock_none() },
    }
}

async fn process(cx: &PageCtx, view: &CaseView) -> Result<CaseProcess, Failure> {
    let t = cx.t;
    let (_, marks) = app::cases::diagram(&cx.app, &cx.ctx, view.case.id).await?;
    let ended = |element: &str| {
        view.tasks.iter().rev().find(|task| task.element == element).and_then(|task| task.ended_at)
    };
    let steps = view
        .steps
        .iter()
        .map(|step| StepLine {
            text: match (step.place, ended(&step.element)) {
                (StepPlace::Done, Some(at)) => t.case_step_done_on(&step.name, t.date(at.date())),
                (StepPlace::Done, None) => t.case_step_done(&step.name),
                (StepPlace::Now, _) => t.case_step_now(&step.name),
                (StepPlace::Ahead, _) => step.name.clone(),
            },
            now: step.place == StepPlace::Now,
        })
        .collect();
    let now = view.steps.iter().find(|step| step.place == StepPlace::Now);
    Ok(CaseProcess {
        diagram: CaseDiagram::new(view.case.id).url(),
        markers: markers(&marks).to_string(),
        names: serde_json::json!(view.pack.diagram_names(t.lang())).to_string(),
        now: now.map(|step| step.name.clone()).unwrap_or_default(),
        steps,
    })
}

async fn tasks<'a>(
    cx: &'a PageCtx,
    view: &CaseView,
    tried: Option<Tried<'_>>,
) -> Result<CaseTask<'a>, Failure> {
    let t = cx.t;
    let mut open = Vec::new();
    for task in view.tasks.iter().filter(|task| task.state == "open") {
        let tried = tried.as_ref().filter(|tried| tried.task == task.id);
        open.push(open_task(cx, view, task, tried).await?);
    }
    let empty = nothing_to_do(cx, view);
    Ok(CaseTask { t, oob: false, tasks: open, empty })
}

/// The name of a recorded fact.
pub(super) fn fact_name(cx: &PageCtx, view: &CaseView, kind: &str) -> String {
    log::fact(cx.t, view, kind)
}

/// Why there is no task, and what to press: a case that waits for the customer goes on with the customer's papers.
fn nothing_to_do(cx: &PageCtx, view: &CaseView) -> Empty {
    let t = cx.t;
    let say = |icon, title, text| Empty { icon, title, text, link: None, main: false };
    if view.case.ended() {
        return say("ok", t.case_task_ended(), t.case_task_ended_text());
    }
    if !document::awaited(view) {
        return say("clock", t.case_task_empty(), t.case_task_empty_text());
    }
    let may = cx.ctx.may(Resource::Case, Action::Update);
    let href = DocumentNew::new(view.case.id).url();
    Empty {
        link: may.then(|| Link::new(t.case_task_answer(), href)),
        main: true,
        ..say("clock", t.case_task_awaits(), t.case_task_awaits_text())
    }
}

/// An open task as its page shows it.
///
/// # Errors
/// From the operations that read what its form shows.
pub(super) async fn open_task(
    cx: &PageCtx,
    view: &CaseView,
    task: &Task,
    tried: Option<&Tried<'_>>,
) -> Result<OpenTask, Failure> {
    let (t, case) = (cx.t, &view.case);
    let since = web::layout::day_month(t, task.created_at.date());
    let has_role = task.role.is_empty()
        || cx.ctx.roles.is_empty()
        || cx.ctx.roles.iter().any(|role| role.code() == task.role);
    let theirs = has_role || cx.ctx.may(Resource::Case, Action::Assign);
    // Whoever has the case waits for the other role too: the name would say that it is theirs to do.
    let holder = view.assignee.clone().filter(|_| has_role && task.assigned_to.is_some());
    let problems = tried.map_or(&[][..], |tried| tried.problems);
    let asking = Asking {
        cx,
        view,
        element: &task.element,
        typed: tried.map(|tried| tried.form),
        problems,
        // The form is checked and its sums are reckoned while somebody types; what was typed is kept.
        draft: TaskComplete::new(case.id, task.id).url(),
        edited: tried.and_then(|tried| tried.edited),
    };
    let asked = asking.draw_form().await?;
    let refused = tried
        .and_then(|tried| tried.refused.clone())
        .or_else(|| left_over(t, view, &asked.sections, problems).into_iter().next());
    Ok(OpenTask {
        name: view.pack.element_name(&task.element, t.lang()).to_lowercase(),
        initials: holder.as_deref().map(initials).unwrap_or_default(),
        who: match &holder {
            Some(name) => t.case_task_since(name, &since),
            None if !has_role => t.case_task_awaits_role(role(t, &task.role), &since),
            None => t.case_task_for_role(role(t, &task.role), &since),
        },
        claim: task.assigned_to.is_none().then(|| TaskClaim::new(case.id, task.id).url()).filter(|_| theirs),
        action: theirs.then(|| TaskComplete::new(case.id, task.id).url()),
        id: task.id,
        window: tried
            .and_then(|tried| tried.form.given("finestra"))
            .map_or_else(|| cx.ctx.id(TaskId::from_bytes).to_string(), str::to_owned),
        version: case.version,
        meta: if asked.hint.is_empty() { Vec::new() } else { vec![Piece::plain(asked.hint)] },
        why: [billing::reasons(cx, view, &task.element), distributor::reasons(cx, view, &task.element)]
            .concat(),
        note: refused.map(|text| Note { kind: NoteKind::Error, lead: t.wizard_refused(), text, link: None }),
        // Gaps and faults are summed up once the answers were sent.
        errors: if problems.is_empty() || tried.is_some_and(|tried| tried.edited.is_some()) {
            web::layout::ErrorSummary::default()
        } else {
            faults_of(&asked.sections)
        },
        sections: asked.sections,
        submit: t.case_complete(),
        file: asked.file,
        why_not: crate::views::wording::sentence(
            t,
            "task_of_role",
            &[("role".to_owned(), task.role.clone())],
        ),
    })
}
