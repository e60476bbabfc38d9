//! Answering the forms of a case: the open step, or an earlier one of a draft.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Resource},
    cases::Case,
};
use feel::Env;
use kernel::{CaseId, TaskId};
use procedures::{FieldKind, Form, Problem};
use serde_json::{Map, Value as Json, json};
use store::{
    Tx, audit,
    cases::{
        case as cases,
        task::{self, Task},
    },
};

use super::{offered, open::label};
use crate::{
    App, Conflict, Ctx, Error, FieldProblem,
    error::found,
    processes::{Run, open_task_at},
    write,
};

mod retrace;

/// Where a case keeps who answered last, and of a draft the window it was done in.
const WINDOW: &str = "draft_window";

/// What was given for a step.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The element of the process whose form was filled.
    pub element: String,
    /// What was posted: names as in the form, `readings.F1` and `address.street` for parts.
    pub raw: BTreeMap<String, Vec<String>>,
    /// Answers that are typed already (API); they win over `raw`.
    pub typed: Map<String, Json>,
    /// The version the form was filled on; none from callers that do not edit.
    pub version: Option<i64>,
    /// Whether any change since that version is a conflict, not only one of the same answers.
    pub exact: bool,
    /// The window it was filled in, where one keeps a draft again and again: what it kept before is its own.
    pub window: Option<String>,
    /// Only keep what is given, without going on.
    pub draft: bool,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The case as it is now.
    pub case: Case,
    /// What warns, or with `draft` what would not be taken.
    pub problems: Vec<FieldProblem>,
    /// Where the process waits now; empty when it waits for nobody.
    pub next: String,
}

/// Keeps the answers of a step and goes on to the next. An earlier step of a draft may be answered again: the
/// process is taken back there and follows the answers given, as far as they still hold. With the step that makes the
/// request, every earlier one is looked at again: what was kept as a draft, or was right weeks ago, is not taken on trust.
///
/// # Errors
/// [`Error::Invalid`] with each field that cannot be taken, of an earlier step with its element as the value `step`;
/// [`Error::Conflict`] when somebody changed the case
/// meanwhile; [`Error::Refused`] when the step is not open.
pub async fn answer(app: &App, ctx: &Ctx, id: CaseId, given: Given) -> Result<Answered, Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "answer-step", move |tx| answer_in(&app_, &ctx, tx, id, &given)).await
}

/// Completes an open task by its id (work list, API).
///
/// # Errors
/// As [`answer`].
pub async fn complete_task(app: &App, ctx: &Ctx, id: TaskId, given: Given) -> Result<Answered, Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "complete-task", move |tx| {
        let open = task::by_id(tx, id)?
            .filter(|task| task.state == "open")
            .ok_or_else(|| Error::refused("task_gone"))?;
        let given = Given { element: open.element.clone(), ..given.clone() };
        answer_in(&app_, &ctx, tx, open.case_id, &given)
    })
    .await
}

/// A task is done by who has its role, or by who hands out work.
fn of_role(ctx: &Ctx, open: &Task) -> Result<(), Error> {
    let Some(role) = domain::access::Role::from_code(&open.role) else { return Ok(()) };
    if ctx.roles.is_empty() || ctx.roles.contains(&role) || ctx.may(Resource::Case, Action::Assign) {
        return Ok(());
    }
    Err(Error::refused_with("task_of_role", &[("role", &open.role)]))
}

/// What a second person has to look at is not done by the one who did the first part.
fn other_hand(ctx: &Ctx, tx: &mut Tx<'_>, pack: &procedures::Pack, open: &Task) -> Result<(), Error> {
    let drawn = pack.executable.elements.iter().find(|drawn| *drawn.id == *open.element);
    let first = drawn.and_then(|drawn| drawn.activity.as_deref()?.not_by.as_deref());
    let (Some(first), Some(_)) = (first, ctx.user()) else { return Ok(()) };
    let tasks = task::of_case(tx, open.case_id)?;
    let done = tasks.iter().rfind(|task| task.element == first && task.state == "completed");
    if done.is_some_and(|task| task.ended_by == ctx.actor.name()) {
        return Err(Error::refused("task_of_second_person"));
    }
    Ok(())
}

/// The form of an element of a case's process.
#[must_use]
pub fn form_of<'p>(pack: &'p procedures::Pack, element: &str) -> Option<&'p Form> {
    let drawn = pack.executable.elements.iter().find(|drawn| *drawn.id == *element)?;
    pack.form(drawn.activity.as_deref()?.form.as_deref()?)
}

/// Whether the answers of a draft are all that the form of an element asks for, and what the registry offers.
pub(super) fn holds(run: &mut Run<'_, '_>, element: &str) -> Result<bool, Error> {
    let Some(form) = form_of(&run.pack, element).cloned() else { return Ok(true) };
    let mut problems = retrace::against(run, &form)?;
    problems.extend(offered::check(run.tx, &run.case, Some(&form), &run.case.data)?);
    Ok(problems.iter().all(|problem| problem.warning))
}

/// The same inside a unit of work.
pub(crate) fn answer_in(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: CaseId,
    given: &Given,
) -> Result<Answered, Error> {
    ctx.require(Resource::Case, Action::Update)?;
    let mut case = found(cases::for_action(tx, ctx, id, Action::Update)?, "case")?.into_inner();
    let pack = app.procedures.version(tx, &case.procedure, case.bundle_version)?;
    let open = open_task_at(tx, &case, &given.element)?;
    if open.is_none() && case.started_at.is_some() {
        return Err(Error::refused("task_gone"));
    }
    if let Some(open) = &open {
        of_role(ctx, open)?;
        other_hand(ctx, tx, &pack, open)?;
    }
    let form = form_of(&pack, &given.element);
    let (mut answers, mut problems) = take_priced(ctx, tx, form, &case, given)?;
    refuse_conflict(&case, given, &answers)?;
    problems.extend(crate::voltura::check_answers(app, ctx, tx, &case, form, &mut answers)?);
    let asked = asked_by(tx, &case, form, &answers)?;
    problems.extend(offered::check(tx, &asked, form, &answers)?);
    let makes = case.started_at.is_none() && *pack.draft_until == *given.element;
    note_window(ctx, &mut case, given);
    if given.draft {
        merge(&mut case, form, &answers);
        label(tx, &mut case)?;
        if makes && case.procedure == "VOL" {
            crate::voltura::judge_draft(app, ctx, tx, &mut case)?;
        }
        if makes && crate::activation::activates(&pack) {
            crate::activation::judge_draft(&app.settings, ctx, tx, &mut case)?;
        }
        if !cases::update(tx, &mut case, ctx)? {
            return Err(Error::Repeat);
        }
        let next = case.step.clone();
        return Ok(Answered { case, problems, next });
    }
    if problems.iter().any(|problem| !problem.warning) {
        return Err(Error::Invalid(problems));
    }
    merge(&mut case, form, &answers);
    label(tx, &mut case)?;
    let subject = audit::Subject { kind: "case", id: case.id.bytes() };
    audit::append(tx, ctx, "answer_step", subject, &json!({ "step": given.element, "answers": answers }))?;
    let mut run = Run::on(app, ctx, tx, case)?;
    // A request that is recorded as refused need not hold: its answers are the reason.
    let refused = answers.get("refuse_request") == Some(&json!(true));
    match open {
        Some(_) if makes && !refused => retrace::to(&mut run, &given.element)?,
        Some(open) => {
            let variables = if makes { run.variables() } else { crate::processes::to_variables(&answers) };
            run.complete(&open, variables)?;
        }
        None => replay(&mut run, &given.element)?,
    }
    label(run.tx, &mut run.case)?;
    let case = run.finish()?;
    let next = case.step.clone();
    Ok(Answered { case, problems, next })
}

/// The case as the answers of this form make it: a form may ask for the customer and for what is theirs.
fn asked_by(
    tx: &mut Tx<'_>,
    case: &Case,
    form: Option<&Form>,
    answers: &Map<String, Json>,
) -> Result<Case, Error> {
    let mut asked = case.clone();
    merge(&mut asked, form, answers);
    label(tx, &mut asked)?;
    Ok(asked)
}

/// What was given, with the lines of a price list completed before anything is worked out from them; and what of it cannot
/// be taken.
fn take_priced(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    form: Option<&Form>,
    case: &Case,
    given: &Given,
) -> Result<(Map<String, Json>, Vec<FieldProblem>), Error> {
    let (mut answers, mut problems) = take(ctx, form, case, given);
    let mut priced = Vec::new();
    if let Some(form) = form {
        let lists = form.fields.iter().filter(|field| field.kind == FieldKind::PriceLines);
        let mut lines: Map<String, Json> =
            lists.filter_map(|field| Some((field.name.clone(), answers.get(&field.name)?.clone()))).collect();
        let typed = lines.clone();
        priced = crate::prices::complete(tx, case, form, &mut lines, ctx.today())?;
        if lines != typed {
            let mut given = given.clone();
            given.typed.extend(lines);
            (answers, problems) = take(ctx, Some(form), case, &given);
        }
    }
    // What is wrong with a line is told at the line; what the form says of a list that could not be completed is not.
    let told = |one: &Problem| priced.iter().any(|line| line.field.starts_with(&format!("{}.", one.field)));
    problems.retain(|one| !told(one));
    let problems = problems.into_iter().map(problem).chain(priced).collect();
    Ok((answers, problems))
}

fn take(ctx: &Ctx, form: Option<&Form>, case: &Case, given: &Given) -> (Map<String, Json>, Vec<Problem>) {
    let env = Env { now: ctx.now() };
    let Some(form) = form else { return (Map::new(), Vec::new()) };
    // What was posted is read, but for answers that are typed already: they stand beside it.
    if !given.raw.is_empty() || given.typed.is_empty() {
        return form.take_beside(&given.raw, &given.typed, &case.data, (ctx.today(), &env));
    }
    let mut all = case.data.clone();
    let asked =
        |name: &String| form.fields.iter().any(|field| field.name == *name && field.compute.is_none());
    let mut known: Map<String, Json> = given
        .typed
        .iter()
        .filter(|(name, _)| asked(name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    all.extend(known.clone());
    known.extend(form.computed(&all, &env));
    all.extend(known.clone());
    let problems = form.check(&all, ctx.today(), &env);
    (known, problems)
}

fn problem(problem: Problem) -> FieldProblem {
    FieldProblem { field: problem.field, code: problem.code, args: problem.args, warning: problem.warning }
}

/// Somebody else changed an answer of this form since it was shown: both values are shown, nothing is overwritten.
fn refuse_conflict(case: &Case, given: &Given, answers: &Map<String, Json>) -> Result<(), Error> {
    let Some(version) = given.version.filter(|version| *version != case.version) else { return Ok(()) };
    let own = window_of(case)
        .is_some_and(|(window, since)| given.window.as_deref() == Some(window) && since <= version);
    if own {
        return Ok(());
    }
    let fields: Vec<Conflict> = answers
        .iter()
        .filter(|(name, value)| case.data.get(*name).is_some_and(|stored| stored != *value))
        .map(|(name, value)| Conflict {
            field: name.clone(),
            mine: value.clone(),
            theirs: case.data.get(name).cloned().unwrap_or_default(),
        })
        .collect();
    if fields.is_empty() && !given.exact { Ok(()) } else { Err(Error::Conflict(fields)) }
}

/// The window that kept the draft last, and the version from which on nobody else changed it.
fn window_of(case: &Case) -> Option<(&str, i64)> {
    let kept = case.data.get(WINDOW)?;
    Some((kept.get("window")?.as_str()?, kept.get("since")?.as_i64()?))
}

/// Who answered a step of the case last, also where it was only kept.
#[must_use]
pub fn last_answered_by(case: &Case) -> Option<kernel::Actor> {
    serde_json::from_value(case.data.get(WINDOW)?.get("by")?.clone()).ok()
}

fn note_window(ctx: &Ctx, case: &mut Case, given: &Given) {
    let kept = match &given.window {
        None => json!({ "by": ctx.actor }),
        Some(window) => {
            let since = match window_of(case) {
                Some((kept, since)) if kept == window => since,
                _ => given.version.unwrap_or(case.version),
            };
            json!({ "window": window, "since": since, "by": ctx.actor })
        }
    };
    case.data.insert(WINDOW.to_owned(), kept);
}

/// Puts the answers into the case; what the form no longer shows is dropped.
fn merge(case: &mut Case, form: Option<&Form>, answers: &Map<String, Json>) {
    if let Some(form) = form {
        for field in form.fields.iter().filter(|field| field.kind != FieldKind::Attachment) {
            if !answers.contains_key(&field.name) {
                case.data.remove(&field.name);
            }
        }
    }
    for (name, value) in answers {
        if value.is_null() {
            case.data.remove(name);
        } else {
            case.data.insert(name.clone(), value.clone());
        }
    }
}

/// Takes the process of a draft back to its beginning and forward again over the answers given: to the step just
/// answered and past it, until an answer is missing or no longer holds.
fn replay(run: &mut Run<'_, '_>, answered: &str) -> Result<(), Error> {
    run.restart()?;
    run.settle()?;
    let env = Env { now: run.ctx.now() };
    let mut seen: Vec<String> = Vec::new();
    loop {
        let open = task::of_case(run.tx, run.case.id)?.into_iter().find(|task| task.state == "open");
        let Some(open) = open.filter(|open| !seen.contains(&open.element)) else { return Ok(()) };
        let form = form_of(&run.pack, &open.element).cloned();
        let last = *run.pack.draft_until == *open.element;
        let holds = form.is_none_or(|form| {
            form.fields.iter().any(|field| run.case.data.contains_key(&field.name))
                && form.check(&run.case.data, run.ctx.today(), &env).iter().all(|problem| problem.warning)
        });
        if last || (!holds && open.element != answered) {
            return Ok(());
        }
        seen.push(open.element.clone());
        let variables = run.variables();
        run.complete(&open, variables)?;
    }
}
