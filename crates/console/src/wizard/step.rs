//! A step of the wizard: shown, answered, shown again with what is wrong.

use app::{
    Error, FieldProblem,
    cases::{CaseView, Given, Task, answer, form_of, next_task, show as show_case},
    voltura::request_findings,
};
use kernel::CaseId;
use routes::{
    Route,
    console::{CaseCancel, CaseSuspend, VolturaDraft, VolturaPower, VolturaStep},
};
use web::{
    Answer, Failure, Form, PageCtx, Url,
    layout::{Area, KeyHint, Link, Note, NoteKind, Step, StepState},
};

use super::{
    answers,
    cases_named::case_named,
    conflict,
    fields::{Asking, edit, hand_in, left_over, part, raw},
    open::next_url,
    power, summary, tasks,
};
use crate::{
    case::about::changes,
    views::{
        about::ChangesTable,
        form::{Piece, ReadingPart, Widget, focus_first},
        wizard::{ERRORS, ErrorsPart, Question, Twin, WizardForm, WizardPage, WizardSteps},
        wording::{self, sentence},
    },
};

/// What was sent for a step and could not be taken, or is only shown again.
#[derive(Clone, Copy, Default)]
pub(super) struct Sent<'a> {
    /// What was typed; none when the step is only shown.
    pub typed: Option<&'a Form>,
    /// What is wrong with it.
    pub problems: &'a [FieldProblem],
    /// What the button of a list asked for.
    pub edited: Option<&'a edit::Edited>,
}

/// Shows a step. A step not yet reached leads to where the draft stands; a request already made leads to its case.
pub(super) async fn show(cx: PageCtx, Url(at): Url<VolturaStep>) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, at.case).await?;
    if view.case.started_at.is_some() || view.case.ended() {
        return Ok(cx.go(&next_url(&view.case)));
    }
    if tasks::reached(&view).iter().all(|task| task.element != at.step) {
        return Ok(cx.go(&next_url(&view.case)));
    }
    cx.page(&page(&cx, &view, &at.step, Sent::default()).await?)
}

/// Answers a step and goes on; the search button only searches, the buttons of a list only change it.
pub(super) async fn submit(cx: PageCtx, Url(at): Url<VolturaStep>, form: Form) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, at.case).await?;
    let (mut form, edited) = edit::rows(form);
    let edited = edited.as_ref();
    if form.has("cerca") {
        return cx.page(&page(&cx, &view, &at.step, Sent { typed: Some(&form), ..Sent::default() }).await?);
    }
    if let Some(party) = form.given("usa") {
        return take_entry(&cx, &at, party.to_owned(), form.parsed("version", "required")?).await;
    }
    let mut raw = raw(&form);
    if tasks::reached(&view).iter().any(|task| task.element == at.step) {
        hand_in(&cx, &view, &at.step, &mut form, &mut raw).await?;
    }
    let mut given = Given {
        element: at.step.clone(),
        raw,
        version: form.parsed("version", "required")?,
        window: form.given("finestra").map(str::to_owned),
        draft: edited.is_some(),
        ..Given::default()
    };
    // A choice between two values may be of one that was never typed here: then the form is shown as it is stored.
    let chosen = conflict::choose(&cx, at.case, &form, &mut given).await?;
    let typed = (!chosen).then_some(&form);
    match answer(&cx.app, &cx.ctx, at.case, given.clone()).await {
        Ok(kept) if edited.is_some() => {
            let view = show_case(&cx.app, &cx.ctx, at.case).await?;
            // Gaps are not yet faults while somebody types.
            let problems: Vec<_> =
                kept.problems.into_iter().filter(|problem| problem.code != "required").collect();
            let sent = Sent { typed: Some(&form), problems: &problems, edited };
            cx.page(&page(&cx, &view, &at.step, sent).await?)
        }
        Ok(answered) => Ok(cx.go(&next_url(&answered.case))),
        Err(Error::Invalid(problems)) => {
            // What can be read is kept, so that the form asks what follows from it. It is looked at again before
            // the request is made.
            answer(&cx.app, &cx.ctx, at.case, Given { draft: true, ..given }).await?;
            let view = show_case(&cx.app, &cx.ctx, at.case).await?;
            let sent = Sent { problems: &problems, ..Sent::default() };
            match earlier(&view, &problems) {
                Some(step) => cx.invalid(&page(&cx, &view, &step, sent).await?),
                None => cx.invalid(&page(&cx, &view, &at.step, Sent { typed, ..sent }).await?),
            }
        }
        Err(Error::Refused { code, args }) => {
            let view = show_case(&cx.app, &cx.ctx, at.case).await?;
            let sent = Sent { typed: Some(&form), ..Sent::default() };
            let mut page = page(&cx, &view, &at.step, sent).await?;
            page.form.note = Some(refusal(&cx, sentence(cx.t, &code, &args)));
            cx.invalid(&page)
        }
        Err(Error::Conflict(fields)) => {
            let view = show_case(&cx.app, &cx.ctx, at.case).await?;
            let back = VolturaStep::new(at.case, at.step.as_str()).url();
            conflict::page(&cx, &view, &back, &fields, &form).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes an entry of the registry instead of making another: the step that asks who it is is answered with it.
async fn take_entry(cx: &PageCtx, at: &VolturaStep, party: String, version: Option<i64>) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, at.case).await?;
    let asks = |task: &&&Task| {
        let form = form_of(&view.pack, &task.element);
        form.is_some_and(|form| form.fields.iter().any(|field| field.name == "creation"))
    };
    let run = tasks::reached(&view);
    let who = run.iter().find(asks).ok_or(Error::NotFound { kind: "task" })?.element.clone();
    let raw = [("creation".to_owned(), vec!["existing".to_owned()]), ("party".to_owned(), vec![party])];
    let given = Given { element: who.clone(), raw: raw.into(), version, ..Given::default() };
    match answer(&cx.app, &cx.ctx, at.case, given).await {
        Ok(answered) => Ok(cx.go(&next_url(&answered.case))),
        Err(Error::Invalid(problems)) => {
            let sent = Sent { problems: &problems, ..Sent::default() };
            cx.invalid(&page(cx, &view, &who, sent).await?)
        }
        Err(error) => Err(error.into()),
    }
}

/// Entries of the registry that the problems name.
fn twins(cx: &PageCtx, problems: &[FieldProblem]) -> Vec<Twin> {
    let t = cx.t;
    let named =
        problems.iter().filter(|problem| matches!(&*problem.code, "party_exists" | "namesake_exists"));
    let twins = named.filter_map(|problem| {
        let arg = |name: &str| {
            problem.args.iter().find(|(arg, _)| arg == name).map_or("", |(_, value)| value.as_str())
        };
        let party = Some(arg("party")).filter(|id| !id.is_empty())?.to_owned();
        let lead = format!("{}, {}.", arg("name"), t.wizard_customer(arg("number")));
        let text = if problem.code == "party_exists" { t.wizard_twin_code() } else { t.wizard_twin_name() };
        let note = Note { kind: NoteKind::Attention, lead, text, link: None };
        Some(Twin { note, party, button: t.wizard_twin_use() })
    });
    twins.collect()
}

/// The earlier step whose answers no longer hold, when that is what is wrong.
fn earlier(view: &CaseView, problems: &[FieldProblem]) -> Option<String> {
    let (_, step) = problems.iter().flat_map(|problem| &problem.args).find(|(name, _)| name == "step")?;
    tasks::reached(view).iter().any(|task| task.element == *step).then(|| step.clone())
}

fn refusal(cx: &PageCtx, text: String) -> Note {
    Note { kind: NoteKind::Error, lead: cx.t.wizard_refused(), text, link: None }
}

/// What htmx is answered while a draft is filled in: a register with its check, a field with its message, a list, or the
/// whole form when the answer changed what it asks. The summary goes along, but for a register, which is a row of a table.
pub(super) async fn part(
    cx: &PageCtx,
    view: &CaseView,
    element: &str,
    (sent, changed, asks_else): (Sent<'_>, &str, bool),
) -> Answer {
    let (t, faults) = (cx.t, sent.typed.is_some_and(|form| form.has("errori")));
    let mut page = page(cx, view, element, sent).await?;
    if !faults {
        page.form.errors = web::layout::ErrorSummary::default();
    }
    let page = page;
    if sent.typed.is_some_and(|form| form.text("parte") == "lettura") {
        let fields = page.form.sections.iter().flat_map(|section| &section.fields);
        let mut row = fields.filter_map(|field| match &field.widget {
            Widget::Readings(readings) => readings.rows.iter().find(|row| row.name == changed),
            _ => None,
        });
        let row = row.next().ok_or(Error::NotFound { kind: "page" })?.clone();
        let part = VolturaDraft::new(view.case.id).url();
        return cx.page(&ReadingPart { t, row, part });
    }
    let part = match part::of(&page.form.sections, changed, sent.edited) {
        // An entry that may be the same person is offered at the head of the form.
        _ if asks_else || !page.form.twins.is_empty() => part::Part::Whole,
        part => part,
    };
    let whole = || askama::Template::render(&page.form);
    let (mut text, place) = part.draw(t, &page.form.sections, "#p-modulo", whole)?;
    if !matches!(part, part::Part::Whole) && faults {
        let errors = ErrorsPart { t, id: ERRORS, errors: page.form.errors.clone() };
        text.push_str(&askama::Template::render(&errors).map_err(Failure::from)?);
    }
    if let Some(mut popup) = page.popup {
        popup.oob = true;
        text.push_str(&askama::Template::render(&popup).map_err(Failure::from)?);
    }
    let mut summary = page.summary;
    summary.oob = true;
    text.push_str(&askama::Template::render(&summary).map_err(Failure::from)?);
    Ok(part::placed(text, place))
}

async fn page<'a>(
    cx: &'a PageCtx,
    view: &CaseView,
    element: &str,
    sent: Sent<'_>,
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
    let form = form(cx, view, &run, element, sent).await?;
    Ok(WizardPage {
        t,
        frame,
        saved: t.wizard_saved(&view.case.number, t.moment_near(view.case.changed_at, cx.today())),
        suspend: CaseSuspend::new(id).url(),
        cancel: Link::new(t.wizard_cancel(heading.to_lowercase()), CaseCancel::new(id).url()),
        heading,
        steps: steps(cx, view, &run, element),
        form,
        summary: summary::of(cx, view, &run, element).await?,
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
        // The case that stands in the way is where to go on; what only has to be known cannot be mended.
        let link = match case_named(cx, &finding.code, &finding.args).await? {
            Some(case) => Some(case),
            None => task
                .filter(|_| finding.blocks || finding.waits)
                .map(|task| Link::new(t.wizard_mend(), step_url(view.case.id, task))),
        };
        notes.push(Note {
            kind: if finding.blocks { NoteKind::Error } else { NoteKind::Attention },
            lead: if finding.blocks { t.wizard_blocks() } else { t.wizard_warns() },
            text: format!(
                "{}.",
                wording::finding(t, view, &finding.code, &finding.args).trim_end_matches('.')
            ),
            link,
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
    Sent { typed, problems, edited }: Sent<'_>,
) -> Result<WizardForm<'a>, Failure> {
    let (t, id) = (cx.t, view.case.id);
    let asking = Asking { cx, view, element, typed, problems, draft: VolturaDraft::new(id).url(), edited };
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
    let left = left_over(t, view, &asked.sections, problems);
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
        twins: twins(cx, problems),
        errors: web::layout::ErrorSummary::default(),
        sections: asked.sections,
        answers: if last { answers::answers(cx, view, run).await? } else { Vec::new() },
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
