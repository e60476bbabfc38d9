//! A step of the wizard: shown, answered, shown again with what is wrong.

use std::collections::BTreeMap;

use app::{
    Error, FieldProblem,
    cases::{
        CaseView, Given, HandedIn, Task, answer, form_of, hand_in_document, next_task, show as show_case,
        show_task,
    },
    voltura::request_findings,
};
use axum::{
    http::HeaderValue,
    response::{Html, IntoResponse},
};
use kernel::CaseId;
use routes::{
    Route,
    console::{CaseCancel, CaseSuspend, VolturaDraft, VolturaPower, VolturaStep},
};
use web::{
    Answer, Failure, Form, PageCtx, Url,
    layout::{Area, ConflictField, ConflictPage, FieldKind, KeyHint, Link, Note, NoteKind, Step, StepState},
};

use super::{
    answers,
    fields::{Asking, left_over, raw},
    open::next_url,
    power, summary, tasks,
};
use crate::{
    case::about::changes,
    views::{
        about::ChangesTable,
        form::{FieldPart, Piece, ReadingPart, Widget, focus_first},
        wizard::{ERRORS, ErrorsPart, Question, WizardForm, WizardPage, WizardSteps},
        wording::sentence,
    },
};

/// Shows a step. A step not yet reached leads to where the draft stands; a request already made leads to its case.
pub(super) async fn show(cx: PageCtx, Url(at): Url<VolturaStep>) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, at.case).await?;
    if view.case.started_at.is_some() || view.case.ended() {
        return Ok(cx.go(&next_url(&view.case)));
    }
    if tasks::reached(&view).iter().all(|task| task.element != at.step) {
        return Ok(cx.go(&next_url(&view.case)));
    }
    cx.page(&page(&cx, &view, &at.step, None, &[]).await?)
}

/// Answers a step and goes on; the search button only searches.
pub(super) async fn submit(cx: PageCtx, Url(at): Url<VolturaStep>, mut form: Form) -> Answer {
    if form.has("cerca") {
        let view = show_case(&cx.app, &cx.ctx, at.case).await?;
        return cx.page(&page(&cx, &view, &at.step, Some(&form), &[]).await?);
    }
    let mut raw = raw(&form);
    hand_in(&cx, &at, &mut form, &mut raw).await?;
    let given = Given {
        element: at.step.clone(),
        raw: raw.clone(),
        version: form.parsed("version", "required")?,
        window: form.given("finestra").map(str::to_owned),
        ..Given::default()
    };
    match answer(&cx.app, &cx.ctx, at.case, given.clone()).await {
        Ok(answered) => Ok(cx.go(&next_url(&answered.case))),
        Err(Error::Invalid(problems)) => {
            // What can be read is kept, so that the form asks what follows from it. It is looked at again before
            // the request is made.
            answer(&cx.app, &cx.ctx, at.case, Given { draft: true, ..given }).await?;
            let view = show_case(&cx.app, &cx.ctx, at.case).await?;
            match earlier(&view, &problems) {
                Some(step) => cx.invalid(&page(&cx, &view, &step, None, &problems).await?),
                None => cx.invalid(&page(&cx, &view, &at.step, Some(&form), &problems).await?),
            }
        }
        Err(Error::Refused { code, args }) => {
            let view = show_case(&cx.app, &cx.ctx, at.case).await?;
            let mut page = page(&cx, &view, &at.step, Some(&form), &[]).await?;
            page.form.note = Some(refusal(&cx, sentence(cx.t, &code, &args)));
            cx.invalid(&page)
        }
        Err(Error::Conflict(fields)) => {
            let view = show_case(&cx.app, &cx.ctx, at.case).await?;
            conflict(&cx, &view, &VolturaStep::new(at.case, at.step.as_str()).url(), &fields, &form)
        }
        Err(error) => Err(error.into()),
    }
}

/// The earlier step whose answers no longer hold, when that is what is wrong.
fn earlier(view: &CaseView, problems: &[FieldProblem]) -> Option<String> {
    let (_, step) = problems.iter().flat_map(|problem| &problem.args).find(|(name, _)| name == "step")?;
    tasks::reached(view).iter().any(|task| task.element == *step).then(|| step.clone())
}

/// Files sent with a form become papers of the case; their answer is which.
async fn hand_in(
    cx: &PageCtx,
    at: &VolturaStep,
    form: &mut Form,
    raw: &mut BTreeMap<String, Vec<String>>,
) -> Result<(), Failure> {
    let view = show_case(&cx.app, &cx.ctx, at.case).await?;
    let Some(task) = tasks::reached(&view).into_iter().find(|task| task.element == at.step) else {
        return Ok(());
    };
    let asked = show_task(&cx.app, &cx.ctx, task.id).await?;
    for field in asked.fields.iter().filter(|field| field.kind == "attachment") {
        raw.remove(&field.name);
        let Some(file) = form.take_file(&field.name).filter(|file| !file.bytes.is_empty()) else { continue };
        let paper = HandedIn {
            kind: field.name.clone(),
            title: file.name,
            media_type: file.kind,
            content: file.bytes,
            answers_request: false,
        };
        let document = hand_in_document(&cx.app, &cx.ctx, at.case, paper).await?;
        raw.insert(field.name.clone(), vec![document.to_string()]);
    }
    Ok(())
}

fn refusal(cx: &PageCtx, text: String) -> Note {
    Note { kind: NoteKind::Error, lead: cx.t.wizard_refused(), text, link: None }
}

/// The page that asks which value of each field stays.
pub(crate) fn conflict(
    cx: &PageCtx,
    view: &CaseView,
    back: &str,
    fields: &[app::Conflict],
    form: &Form,
) -> Answer {
    let t = cx.t;
    let say = |name: &str| view.pack.texts.or_key(t.lang(), &format!("field-{}", name.replace('_', "-")));
    let differs = |name: &str| fields.iter().any(|field| field.field == name);
    let last = view.audit.first();
    let page = ConflictPage {
        t,
        frame: cx.frame(t.errors_conflict_title(), Some(Area::Cases)),
        what: format!("{} {}", view.case.procedure, view.case.number),
        who: last.map(|entry| entry.actor.clone()).unwrap_or_default(),
        when: t.moment_near(view.case.changed_at, cx.today()),
        action: back.to_owned(),
        version: view.case.version,
        fields: fields
            .iter()
            .map(|field| ConflictField {
                name: field.field.clone(),
                label: say(&field.field),
                yours: field.mine.clone(),
                theirs: field.theirs.clone(),
            })
            .collect(),
        kept: form.fields().iter().filter(|(name, _)| name != "version" && !differs(name)).cloned().collect(),
        back: Link::new(t.words_cancel(), back),
    };
    cx.conflict(&page)
}

/// What htmx is answered while a draft is filled in: a register with its check, a field with its message, or the whole
/// form when the answer may change what it asks. The summary goes along, but for a register, which is a row of a table.
pub(super) async fn part(
    cx: &PageCtx,
    view: &CaseView,
    element: &str,
    (form, changed): (&Form, &str),
    problems: &[FieldProblem],
) -> Answer {
    let mut page = page(cx, view, element, Some(form), problems).await?;
    if !form.has("errori") {
        page.form.errors = web::layout::ErrorSummary::default();
    }
    let page = page;
    let fields = || page.form.sections.iter().flat_map(|section| &section.fields);
    if form.text("parte") == "lettura" {
        let row = fields().find_map(|field| match &field.widget {
            Widget::Readings(readings) => readings.rows.iter().find(|row| row.name == changed),
            _ => None,
        });
        let row = row.ok_or(Error::NotFound { kind: "page" })?.clone();
        let part = VolturaDraft::new(view.case.id).url();
        return cx.page(&ReadingPart { t: cx.t, row, part });
    }
    let alone = fields().find(|field| field.field.name == changed).filter(|field| {
        matches!(field.widget, Widget::Line) && !matches!(field.field.kind, FieldKind::Select(_))
    });
    let first = match alone {
        Some(field) => askama::Template::render(&FieldPart { t: cx.t, f: field.clone() }),
        None => askama::Template::render(&page.form),
    };
    let mut text = first.map_err(Failure::from)?;
    let whole = alone.is_none();
    if !whole && form.has("errori") {
        let errors = ErrorsPart { t: cx.t, id: ERRORS, errors: page.form.errors.clone() };
        text.push_str(&askama::Template::render(&errors).map_err(Failure::from)?);
    }
    if let Some(mut popup) = page.popup {
        popup.oob = true;
        text.push_str(&askama::Template::render(&popup).map_err(Failure::from)?);
    }
    let mut summary = page.summary;
    summary.oob = true;
    text.push_str(&askama::Template::render(&summary).map_err(Failure::from)?);
    let mut response = Html(text).into_response();
    if whole {
        let headers = response.headers_mut();
        headers.insert("hx-retarget", HeaderValue::from_static("#p-modulo"));
        headers.insert("hx-reswap", HeaderValue::from_static("outerHTML"));
    }
    Ok(response)
}

async fn page<'a>(
    cx: &'a PageCtx,
    view: &CaseView,
    element: &str,
    typed: Option<&Form>,
    problems: &[FieldProblem],
) -> Result<WizardPage<'a>, Failure> {
    let (t, lang, id) = (cx.t, cx.t.lang(), view.case.id);
    let heading = view.pack.texts.or_key(lang, "procedure");
    let mut frame = cx.frame(heading.clone(), Some(Area::Cases));
    frame.rail = true;
    frame.keys = vec![
        KeyHint::new("Ctrl ↑ ↓", t.wizard_key_step()),
        KeyHint::new(format!("Ctrl {}", t.layout_key_enter()), t.wizard_key_next()),
        KeyHint::new("Ctrl S", t.wizard_key_save()),
        KeyHint::new("F4", t.wizard_key_card()),
    ];
    let run = tasks::reached(view);
    let form = form(cx, view, &run, element, (typed, problems)).await?;
    Ok(WizardPage {
        t,
        frame,
        saved: t.wizard_saved(&view.case.number, t.moment_near(view.case.changed_at, cx.today())),
        suspend: CaseSuspend::new(id).url(),
        cancel: Link::new(t.wizard_cancel(heading.to_lowercase()), CaseCancel::new(id).url()),
        heading,
        steps: steps(cx, view, &run, element),
        form,
        summary: summary::of(cx, view, &run).await?,
        popup: power::popup(cx, view, element).await?,
    })
}

fn steps<'a>(cx: &'a PageCtx, view: &CaseView, run: &[&Task], element: &str) -> WizardSteps<'a> {
    let (t, lang) = (cx.t, cx.t.lang());
    let (now, _) = tasks::place(view, element);
    let open = run.last().map_or(0, |task| tasks::place(view, &task.element).0);
    let steps = (0..view.pack.steps.len())
        .map(|place| {
            let first = run.iter().find(|task| tasks::place(view, &task.element).0 == place);
            let (note, code) = answers::note(cx, view, place);
            Step {
                label: tasks::step_name(view, place, lang),
                note,
                code,
                state: match () {
                    () if place == now => StepState::Now,
                    () if place < open => StepState::Done,
                    () => StepState::ToCome,
                },
                href: first.map(|task| step_url(view.case.id, task)),
            }
        })
        .collect();
    WizardSteps { t, oob: false, steps }
}

pub(super) fn step_url(case: CaseId, task: &Task) -> String {
    VolturaStep::new(case, task.element.as_str()).url()
}

/// What stands in the way of the request, or is worth knowing before it is signed, each with the step that mends it.
async fn findings(cx: &PageCtx, view: &CaseView, run: &[&Task]) -> Result<Vec<Note>, Failure> {
    let t = cx.t;
    let mut notes = Vec::new();
    for finding in request_findings(&cx.app, &cx.ctx, view.case.id).await? {
        let asks = |task: &&&Task| {
            let form = form_of(&view.pack, &task.element);
            form.is_some_and(|form| form.fields.iter().any(|field| field.name == finding.field()))
        };
        let task = run.iter().find(asks);
        notes.push(Note {
            kind: if finding.blocks { NoteKind::Error } else { NoteKind::Attention },
            lead: if finding.blocks { t.wizard_blocks() } else { t.wizard_warns() },
            text: sentence(t, &finding.code, &finding.args),
            link: task.map(|task| Link::new(t.wizard_mend(), step_url(view.case.id, task))),
        });
    }
    // What blocks comes first.
    notes.sort_by_key(|note| note.kind != NoteKind::Error);
    Ok(notes)
}

/// The words of the button that goes on: they name the task that comes next, or its step when that is another one.
fn next_words(cx: &PageCtx, view: &CaseView, element: &str, ahead: Option<&str>) -> String {
    let (t, lang) = (cx.t, cx.t.lang());
    if view.pack.draft_until == element {
        return t.wizard_confirm();
    }
    let (place, _) = tasks::place(view, element);
    let name = match ahead {
        Some(next) if tasks::place(view, next).0 == place => view.pack.element_name(next, lang),
        Some(next) => tasks::step_name(view, tasks::place(view, next).0, lang),
        None => tasks::step_name(view, place + 1, lang),
    };
    if name.is_empty() { t.words_next() } else { t.wizard_next(name.to_lowercase()) }
}

async fn form<'a>(
    cx: &'a PageCtx,
    view: &CaseView,
    run: &[&Task],
    element: &str,
    (typed, problems): (Option<&Form>, &[FieldProblem]),
) -> Result<WizardForm<'a>, Failure> {
    let (t, id) = (cx.t, view.case.id);
    let asking = Asking { cx, view, element, typed, problems, draft: VolturaDraft::new(id).url() };
    if run.iter().all(|task| task.element != element) {
        return Err(Error::NotFound { kind: "task" }.into());
    }
    let mut asked = asking.draw_form().await?;
    let (place, of) = tasks::place(view, element);
    let last = view.pack.draft_until == element;
    let arrived = typed.is_none() && problems.is_empty();
    // Where there was nothing before the last step, there is nothing to read back either.
    let reads_back = last && run.len() > 1;
    if arrived && !reads_back {
        focus_first(&mut asked.sections);
    }
    let ahead = next_task(&view.pack, element, &view.case.data, cx.now);
    let question = view
        .case
        .data
        .get("power_increase")
        .and_then(serde_json::Value::as_bool)
        .filter(|_| element == power::WHETHER);
    let changes = changes(t, view);
    let left = left_over(t, &asked.sections, problems);
    let drawn = WizardForm {
        t,
        oob: false,
        action: VolturaStep::new(id, element).url(),
        draft: VolturaDraft::new(id).url(),
        version: view.case.version,
        window: typed
            .and_then(|form| form.given("finestra"))
            .map_or_else(|| cx.ctx.id(kernel::TaskId::from_bytes).to_string(), str::to_owned),
        element: element.to_owned(),
        title: asked.title,
        meta: if asked.hint.is_empty() { Vec::new() } else { vec![Piece::plain(asked.hint)] },
        note: left.into_iter().next().map(|text| refusal(cx, text)),
        errors: web::layout::ErrorSummary::default(),
        sections: asked.sections,
        answers: if last { answers::answers(cx, view, run) } else { Vec::new() },
        changes: (last && !changes.is_empty()).then_some(ChangesTable { t, changes }),
        findings: if last { findings(cx, view, run).await? } else { Vec::new() },
        question: question.filter(|wanted| *wanted).map(|_| Question {
            label: t.wizard_question_label(),
            value: summary::power(cx, view).unwrap_or_else(|| t.wizard_question_open()),
            button: t.wizard_question_button(),
            href: VolturaPower::new(id).url(),
        }),
        place: (place + 1, of),
        back: tasks::before(run, element).map(|task| step_url(id, task)),
        next: next_words(cx, view, element, ahead.as_deref()),
        opens: ahead.filter(|next| question == Some(true) && next == power::HOW_MUCH).map(|_| power::DIALOG),
        heading: arrived && reads_back,
        file: asked.file,
    };
    Ok(if problems.is_empty() { drawn } else { drawn.with_faults() })
}
