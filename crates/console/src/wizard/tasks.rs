//! Which tasks of a draft were reached, in order, and what their answers are called in an address and on a button.

use app::cases::{CaseView, Task, form_of, is_offered};

/// The tasks of the present run of a draft, one for each element, in the order they were reached. A draft that was
/// taken back starts a run of its own: what was reached only before is not among them.
pub(super) fn reached(view: &CaseView) -> Vec<&Task> {
    let mut tasks: Vec<&Task> = view.tasks.iter().collect();
    tasks.sort_by_key(|task| (task.created_at, task.id));
    let first = tasks.first().map(|task| task.element.clone()).unwrap_or_default();
    let begin = tasks.iter().rposition(|task| task.element == first).unwrap_or(0);
    let mut run: Vec<&Task> = Vec::new();
    for task in tasks.into_iter().skip(begin) {
        run.retain(|known| known.element != task.element);
        run.push(task);
    }
    run
}

/// The element before this one in the run.
pub(super) fn before<'a>(run: &[&'a Task], element: &str) -> Option<&'a Task> {
    let place = run.iter().position(|task| task.element == element)?;
    run.get(place.checked_sub(1)?).copied()
}

/// The place of the wizard's step an element belongs to, from 0, and how many steps there are.
pub(super) fn place(view: &CaseView, element: &str) -> (usize, usize) {
    let steps = &view.pack.steps;
    let place = steps.iter().position(|step| step.tasks.iter().any(|task| task == element));
    (place.unwrap_or(0), steps.len().max(1))
}

/// The name of a step of the wizard: `step-<id>`, or `step-<id>-rest` where the supply is not offered all it asks.
pub(super) fn step_name(view: &CaseView, place: usize, lang: kernel::Lang) -> String {
    view.pack.steps.get(place).map_or_else(String::new, |step| {
        let key = format!("step-{}", step.id.replace('_', "-"));
        let rest = is_part(view, &step.tasks).then(|| view.pack.texts.get(lang, &format!("{key}-rest"), &[]));
        rest.flatten().unwrap_or_else(|| view.pack.texts.or_key(lang, &key))
    })
}

/// Whether the supply is not offered all that the forms of these tasks ask.
pub(super) fn is_part(view: &CaseView, tasks: &[String]) -> bool {
    let forms = tasks.iter().filter_map(|task| form_of(&view.pack, task));
    forms.flat_map(|form| &form.fields).any(|field| !is_offered(&view.case, &field.name))
}
