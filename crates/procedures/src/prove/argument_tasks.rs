//! What a diagram tells an operation about one of its own tasks: the task is there, and so are the fields of its form.

use engine::executable::Kind;

use super::{ArgumentKind, OperationSpec};
use crate::{Field, FieldKind, Form, Pack};

/// A defect and its remedy.
type Wrong = (String, &'static str);

/// What is wrong with the arguments that speak of a task. What answers decide is looked at when the process is there.
pub(super) fn wrong(pack: &Pack, operation: &OperationSpec, entries: &[(String, feel::Value)]) -> Vec<Wrong> {
    let told = |kind: ArgumentKind| {
        let named = operation.arguments.iter().filter(move |argument| argument.kind == kind);
        named.filter_map(|argument| {
            let (_, value) = entries.iter().find(|(name, _)| *name == argument.name)?;
            Some((argument.name.as_str(), value))
        })
    };
    let mut found = Vec::new();
    for (argument, value) in told(ArgumentKind::Answers) {
        for name in names(argument, value, &mut found) {
            if pack.field(&name).is_none() {
                found.push((
                    format!("`{argument}` names `{name}`, which no form asks"),
                    "name an answer of a form",
                ));
            }
        }
    }
    let Some(feel::Value::String(task)) = told(ArgumentKind::Task).next().map(|(_, value)| value) else {
        return found;
    };
    let Some(form) = form_of(pack, task) else {
        let message = format!("the process has no user task `{task}` with a form");
        found.push((message, "name a user task of this process"));
        return found;
    };
    for (argument, value) in told(ArgumentKind::TaskField) {
        if let feel::Value::String(name) = value {
            field(form, argument, name, &mut found);
        }
    }
    for (argument, value) in told(ArgumentKind::TaskFields) {
        for name in names(argument, value, &mut found) {
            let Some(known) = field(form, argument, &name, &mut found) else { continue };
            if !known.kind.is_plain() || known.compute.is_some() {
                let message =
                    format!("`{argument}` names `{name}`, which cannot be asked of somebody outside");
                found.push((message, "ask for text, a choice, a day, a number or an amount"));
            }
        }
    }
    for (argument, value) in told(ArgumentKind::TaskAnswers) {
        answers(form, argument, value, &mut found);
    }
    found
}

/// The form of a user task of the procedure's own process.
fn form_of<'p>(pack: &'p Pack, task: &str) -> Option<&'p Form> {
    let drawn = pack.executable.elements.iter().find(|element| *element.id == *task)?;
    let activity = drawn.activity().filter(|_| drawn.kind == Kind::User)?;
    pack.form(activity.form.as_deref()?)
}

/// The names in a list; what is no list of names is a defect, what has no value yet is none.
fn names(argument: &str, value: &feel::Value, found: &mut Vec<Wrong>) -> Vec<String> {
    let mut list = Vec::new();
    let told = match value.to_json() {
        serde_json::Value::Null => return list,
        serde_json::Value::Array(told) => told,
        other => vec![other],
    };
    let lists = matches!(value, feel::Value::List(_));
    for name in told {
        match name {
            serde_json::Value::String(name) if lists => list.push(name),
            serde_json::Value::Null => {}
            _ => {
                found.push((format!("the argument `{argument}` is no list of names"), "write [\"name\", …]"));
                return Vec::new();
            }
        }
    }
    list
}

fn field<'f>(form: &'f Form, argument: &str, name: &str, found: &mut Vec<Wrong>) -> Option<&'f Field> {
    let known = form.fields.iter().find(|field| field.name == name);
    if known.is_none() {
        let message = format!("`{argument}` names `{name}`, which the form `{}` has not", form.id);
        found.push((message, "name a field of the form of the task"));
    }
    known
}

fn answers(form: &Form, argument: &str, value: &feel::Value, found: &mut Vec<Wrong>) {
    let told = match value.to_json() {
        serde_json::Value::Null => return,
        serde_json::Value::Object(told) => told,
        _ => {
            found.push((format!("the argument `{argument}` is no context"), "write {name: value, …}"));
            return;
        }
    };
    for (name, value) in told {
        let Some(known) = field(form, argument, &name, found) else { continue };
        let Some(code) = value.as_str().filter(|_| known.kind == FieldKind::Choice) else { continue };
        if !known.choices.iter().any(|choice| choice.value == code) {
            let message = format!("`{argument}` sets `{name}` to `{code}`, which is none of its choices");
            found.push((message, "set one of the choices of the field"));
        }
    }
}
