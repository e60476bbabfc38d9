//! Going once more over the steps of a draft when its request is made.

use feel::Env;
use procedures::Form;
use serde_json::{Map, Value as Json};
use store::{cases::task, registry::contract};

use super::{form_of, problem};
use crate::{Error, FieldProblem, processes::Run};

/// Takes a draft back to its beginning and forward again to the step that makes the request, and past it. Every form on
/// the way is checked as if it were sent now.
///
/// # Errors
/// [`Error::Invalid`] with what the first form has against it that no longer holds, each with the value `step`.
pub(super) fn to(run: &mut Run<'_, '_>, element: &str) -> Result<(), Error> {
    run.restart()?;
    run.settle()?;
    let mut seen: Vec<String> = Vec::new();
    loop {
        let open = task::of_case(run.tx, run.case.id)?.into_iter().find(|task| task.state == "open");
        let open =
            open.filter(|open| !seen.contains(&open.element)).ok_or_else(|| Error::refused("step_gone"))?;
        let last = open.element == element;
        if !last {
            let form = form_of(&run.pack, &open.element).cloned();
            let problems = form.map_or_else(|| Ok(Vec::new()), |form| against(run, &form))?;
            if !problems.is_empty() {
                return Err(Error::Invalid(at(problems, &open.element)));
            }
        }
        seen.push(open.element.clone());
        let variables = run.variables();
        let gone_on = run.complete(&open, variables);
        match gone_on {
            Err(Error::Invalid(problems)) if !last => {
                return Err(Error::Invalid(at(problems, &open.element)));
            }
            Err(error) => return Err(error),
            Ok(()) if last => return Ok(()),
            Ok(()) => {}
        }
    }
}

/// What stands against the answers of a form now.
pub(super) fn against(run: &mut Run<'_, '_>, form: &Form) -> Result<Vec<FieldProblem>, Error> {
    let env = Env { now: run.ctx.now() };
    let mut problems: Vec<FieldProblem> =
        form.check(&run.case.data, run.ctx.today(), &env).into_iter().map(problem).collect();
    let mut answers: Map<String, Json> = run
        .case
        .data
        .iter()
        .filter(|(name, _)| form.fields.iter().any(|field| field.name == **name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    problems.extend(crate::voltura::check_answers(
        run.app,
        run.ctx,
        run.tx,
        &run.case,
        Some(form),
        &mut answers,
    )?);
    problems.retain(|problem| !problem.warning);
    // What followed from an answer then must follow from it now: the contract of a point is still the same.
    let then = run.case.data.get("contract").cloned();
    if problems.is_empty()
        && then.is_some()
        && answers.get("contract").is_some_and(|now| then.as_ref() != Some(now))
    {
        let former = then.and_then(|id| id.as_str()?.parse().ok());
        let former = former.map_or(Ok(None), |id| contract::by_id(run.tx, id))?;
        let mut problem = FieldProblem::new("supply_point", "contract_changed");
        problem.args.push(("number".to_owned(), former.map(|former| former.number).unwrap_or_default()));
        problems.push(problem);
    }
    Ok(problems)
}

fn at(problems: Vec<FieldProblem>, element: &str) -> Vec<FieldProblem> {
    problems
        .into_iter()
        .map(|mut problem| {
            if !problem.args.iter().any(|(name, _)| name == "step") {
                problem.args.push(("step".to_owned(), element.to_owned()));
            }
            problem
        })
        .collect()
}
