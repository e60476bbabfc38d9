//! What a pack names exists: forms, operations, errors, roles, elements, standards, facts, templates, sections.

use std::collections::{BTreeMap, BTreeSet};

use engine::executable::{Element, Kind, Trigger};
use kernel::Sector;

use super::{Catalogue, OperationSpec, drawn};
use crate::{Defect, FieldKind, Pack};

/// Reasons for which a clock stands still.
const CAUSES: [&str; 5] = ["customer", "third_party", "permits", "force_majeure", "date"];

/// Forms, operations, roles and errors that the diagram names.
pub(super) fn diagram(pack: &Pack, catalogue: &Catalogue, defects: &mut Vec<Defect>) {
    for executable in pack.executables.values() {
        for element in &executable.elements {
            let Some(activity) = element.activity() else { continue };
            let id = &*element.id;
            match element.kind {
                Kind::User => {
                    user_task(pack, catalogue, element, defects);
                    other_hand(element, &executable.elements, defects);
                }
                Kind::Service | Kind::Script | Kind::Send if !activity.operation.is_empty() => {
                    let known =
                        catalogue.operations.iter().find(|operation| *operation.name == *activity.operation);
                    let Some(operation) = known else {
                        let message = format!("there is no operation `{}`", activity.operation);
                        defects.push(drawn(id, message, "name an operation of the program"));
                        continue;
                    };
                    let caught: Vec<Option<&str>> = activity
                        .boundaries
                        .iter()
                        .flat_map(|boundary| &executable.element(*boundary).triggers)
                        .filter_map(|trigger| {
                            if let Trigger::Error(code) = trigger { Some(code.as_deref()) } else { None }
                        })
                        .collect();
                    errors(id, operation, &caught, defects);
                }
                _ => {}
            }
        }
    }
}

fn user_task(pack: &Pack, catalogue: &Catalogue, element: &Element, defects: &mut Vec<Defect>) {
    let Some(activity) = element.activity() else { return };
    if let Some(form) = activity.form.as_deref().filter(|form| !pack.forms.contains_key(*form)) {
        let message = format!("there is no form `{form}`");
        defects.push(drawn(&element.id, message, "add forms/<id>.toml or correct the name"));
    }
    if let Some(role) =
        activity.role.as_deref().filter(|role| !catalogue.roles.iter().any(|known| known == role))
    {
        defects.push(drawn(
            &element.id,
            format!("nobody has the role `{role}`"),
            "name a role of the program",
        ));
    }
}

/// A task that another person has to do names the task whose doer is kept away.
fn other_hand(element: &Element, all: &[Element], defects: &mut Vec<Defect>) {
    let Some(first) = element.activity().and_then(|activity| activity.not_by.as_deref()) else { return };
    let known = all.iter().any(|other| *other.id == *first && matches!(other.kind, Kind::User));
    if !known || *element.id == *first {
        let message = format!("there is no other user task `{first}`");
        defects.push(drawn(
            &element.id,
            message,
            "name in `notBy` the user task whose doer may not do this one",
        ));
    }
}

/// Caught errors are those the operation answers with.
fn errors(id: &str, operation: &OperationSpec, caught: &[Option<&str>], defects: &mut Vec<Defect>) {
    for code in caught.iter().flatten().filter(|code| !operation.errors.iter().any(|known| known == *code)) {
        let message = format!("{} never answers with the error `{code}`", operation.name);
        defects.push(drawn(id, message, "correct the error code or take the boundary event away"));
    }
}

/// Of the clocks of a service at most one gives the day the customer is promised.
pub(super) fn promises(pack: &Pack, defects: &mut Vec<Defect>) {
    for sector in Sector::ALL {
        let count = pack.clocks_for(sector).into_iter().filter(|clock| clock.promise).count();
        if count > 1 {
            let message = format!("{count} clocks promise a day for `{}`", sector.code());
            let remedy = "leave `promise = true` on the one whose day the customer is told";
            defects.push(Defect::new("procedure.toml", "clock", message, remedy));
        }
    }
}

/// What procedure.toml names: roles, elements, causes, standards, facts, templates.
pub(super) fn manifest(pack: &Pack, catalogue: &Catalogue, defects: &mut Vec<Defect>) {
    let mut wrong = |place: String, message: String, remedy: &str| {
        defects.push(Defect::new("procedure.toml", place, message, remedy));
    };
    let elements: BTreeMap<&str, Kind> = pack
        .executables
        .values()
        .flat_map(|executable| executable.elements.iter().map(|element| (&*element.id, element.kind)))
        .collect();
    for role in pack.roles.iter().filter(|role| !catalogue.roles.contains(role)) {
        wrong("roles".to_owned(), format!("nobody has the role `{role}`"), "name a role of the program");
    }
    for clock in &pack.clocks {
        for id in clock.standard.values().filter(|id| !catalogue.standards.contains(id)) {
            wrong(
                "clock".to_owned(),
                format!("there is no standard `{id}`"),
                "name a standard of standards/",
            );
        }
        for fact in [&clock.start, &clock.stop].into_iter().filter(|fact| !catalogue.facts.contains(fact)) {
            let message = format!("no standard knows the fact `{fact}`");
            wrong("clock".to_owned(), message, "name a fact of standards/facts.toml");
        }
    }
    for wait in &pack.waits {
        if !elements.contains_key(wait.element.as_str()) {
            let message = format!("the diagram has no element `{}`", wait.element);
            wrong("wait".to_owned(), message, "name an element of the diagram");
        }
        if !CAUSES.contains(&wait.cause.as_str()) {
            let message = format!("no clock stands still for `{}`", wait.cause);
            wrong(
                format!("wait {}", wait.element),
                message,
                "write customer, third_party, permits, force_majeure or date",
            );
        }
    }
    for paper in pack.papers.iter().filter(|paper| !pack.files.contains_key(&paper.template)) {
        let message = format!("there is no template `{}`", paper.template);
        wrong(format!("paper {}", paper.kind), message, "add it to letters/");
    }
    let asked = |name: &&String| pack.field(name).is_none();
    let told = pack.steps.iter().flat_map(|step| step.shows.iter().map(move |name| ("step", &step.id, name)));
    let summed =
        pack.summary.iter().flat_map(|line| line.fields.iter().map(move |name| ("summary", &line.id, name)));
    for (key, id, name) in told.chain(summed).filter(|(_, _, name)| asked(name)) {
        wrong(format!("{key} {id}"), format!("no form asks for `{name}`"), "name a field of the forms");
    }
    let steps = pack.steps.iter().flat_map(|step| &step.tasks).map(|task| ("step", task));
    let draft = Some(("draft_until", &pack.draft_until)).filter(|(_, task)| !task.is_empty());
    for (key, task) in steps.chain(draft) {
        let message = match elements.get(task.as_str()) {
            Some(Kind::User) => continue,
            Some(_) => format!("`{task}` is no user task"),
            None => format!("the diagram has no element `{task}`"),
        };
        wrong(key.to_owned(), message, "name a user task of the diagram");
    }
}

/// Sections that fields stand in, fields named twice, one name for two types.
pub(super) fn forms(pack: &Pack, defects: &mut Vec<Defect>) {
    let mut kinds: BTreeMap<&str, (FieldKind, &str)> = BTreeMap::new();
    for form in pack.forms.values() {
        let file = format!("forms/{}.toml", form.id);
        let mut here = BTreeSet::new();
        for field in &form.fields {
            let mut wrong = |message: String, remedy: &str| {
                defects.push(Defect::new(&file, &field.name, message, remedy))
            };
            if !here.insert(&field.name) {
                wrong("the form asks for it twice".to_owned(), "take one of the two away");
            }
            if !form.sections.iter().any(|section| section.id == field.section) {
                let message = format!("the form has no section `{}`", field.section);
                wrong(message, "add the section or correct the name");
            }
            if field.kind == FieldKind::Choice && field.choices.is_empty() {
                wrong("a choice without answers to choose".to_owned(), "list them in choices");
            }
            if (field.kind == FieldKind::Group) == field.fields.is_empty() {
                wrong(
                    "a group has fields of its own, and nothing else has".to_owned(),
                    "write [[field.field]] tables below a field of kind `group`",
                );
            }
            if field.fields.iter().any(|inner| matches!(inner.kind, FieldKind::Group | FieldKind::Attachment))
            {
                wrong("a group cannot hold groups or files".to_owned(), "ask for it beside the group");
            }
            if field.times.least > field.times.most {
                wrong("the fewest rows are more than the most".to_owned(), "correct least or most");
            }
            if field.compute.is_some() && (field.required || field.default.is_some()) {
                wrong(
                    "what is worked out can neither be asked nor proposed".to_owned(),
                    "take required and default away, or compute",
                );
            }
            let (kind, other) = *kinds.entry(&field.name).or_insert((field.kind, &form.id));
            if kind != field.kind {
                let message = format!("it is another type of answer than in the form `{other}`");
                wrong(message, "give both the same type, or one of them another name");
            }
        }
    }
}
