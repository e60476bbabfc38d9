//! What a diagram tells an operation: only arguments it has, all it needs, and names that exist.

use engine::executable::{Element, Kind};
use kernel::{Instant, Lang};

use super::{ArgumentKind, ArgumentSpec, Catalogue, OperationSpec, argument_tasks, drawn};
use crate::{Defect, Pack};

pub(super) fn check(pack: &Pack, catalogue: &Catalogue, defects: &mut Vec<Defect>) {
    for element in pack.executables.values().flat_map(|executable| &executable.elements) {
        let calls = matches!(element.kind, Kind::Service | Kind::Script | Kind::Send | Kind::Decision);
        let Some(activity) = element.activity().filter(|_| calls) else { continue };
        let known = catalogue.operations.iter().find(|operation| *operation.name == *activity.operation);
        if let Some(operation) = known {
            of_call(pack, catalogue, element, operation, defects);
        }
    }
}

/// The entries as they are with no answer known: what is written as a constant has its value, the rest has none.
fn entries(text: &str) -> Result<Vec<(String, feel::Value)>, (String, String)> {
    let parsed = feel::parse(text).map_err(|error| (error.message, error.remedy))?;
    let env = feel::Env::at(Instant::from_micros(0));
    match parsed.eval(&feel::Empty, &env) {
        Ok(feel::Value::Context(entries)) => {
            Ok(entries.iter().map(|(name, value)| (name.to_owned(), value.clone())).collect())
        }
        _ => Err(("they are no context".to_owned(), "write {name: value, …}".to_owned())),
    }
}

/// The entries written as constants; none where the arguments cannot be read.
pub(super) fn constants(text: &str) -> Vec<(String, feel::Value)> {
    entries(text).unwrap_or_default()
}

fn of_call(
    pack: &Pack,
    catalogue: &Catalogue,
    element: &Element,
    operation: &OperationSpec,
    defects: &mut Vec<Defect>,
) {
    let written = element.activity().and_then(|activity| activity.arguments.as_ref());
    let entries = match written.map_or(Ok(Vec::new()), |formula| entries(&formula.text)) {
        Ok(entries) => entries,
        Err((message, remedy)) => {
            defects.push(drawn(&element.id, format!("its arguments cannot be read: {message}"), &remedy));
            return;
        }
    };
    for needed in operation.arguments.iter().filter(|argument| argument.required) {
        if !entries.iter().any(|(name, _)| *name == needed.name) {
            let message = format!("{} needs the argument `{}`", operation.name, needed.name);
            defects.push(drawn(&element.id, message, "write it in sportello:arguments"));
        }
    }
    for (name, value) in &entries {
        let Some(argument) = operation.arguments.iter().find(|argument| argument.name == *name) else {
            let message = format!("{} has no argument `{name}`", operation.name);
            defects.push(drawn(&element.id, message, "take it away or correct the name"));
            continue;
        };
        if let Some((message, remedy)) = wrong(pack, catalogue, argument, value) {
            defects.push(drawn(&element.id, message, remedy));
        }
    }
    let found = argument_tasks::wrong(pack, operation, &entries);
    defects.extend(found.into_iter().map(|(message, remedy)| drawn(&element.id, message, remedy)));
}

/// What is wrong with a constant value; a value that answers decide is looked at when the process is there.
fn wrong(
    pack: &Pack,
    catalogue: &Catalogue,
    argument: &ArgumentSpec,
    value: &feel::Value,
) -> Option<(String, &'static str)> {
    let named = match (argument.kind, value) {
        (
            ArgumentKind::Any | ArgumentKind::TaskFields | ArgumentKind::TaskAnswers | ArgumentKind::Answers,
            _,
        )
        | (_, feel::Value::Null) => return None,
        (_, feel::Value::String(named)) => &**named,
        _ => return Some((format!("the argument `{}` is no text", argument.name), "write a name in quotes")),
    };
    match argument.kind {
        ArgumentKind::Fact if !catalogue.facts.iter().any(|fact| fact == named) => {
            Some((format!("no standard knows the fact `{named}`"), "name a fact of standards/facts.toml"))
        }
        ArgumentKind::Paper if !pack.papers.iter().any(|paper| paper.kind == named) => Some((
            format!("the pack has no paper `{named}`"),
            "add the paper to procedure.toml or correct the name",
        )),
        ArgumentKind::MailText => {
            let key = format!("mail-{}", named.replace('_', "-"));
            let there = |text: &str| Lang::ALL.iter().all(|lang| pack.texts.has(*lang, text));
            let complete = there(&key) && there(&format!("{key}-subject"));
            (!complete).then(|| (format!("the texts `{key}` and `{key}-subject` are missing"), "write them"))
        }
        ArgumentKind::Procedure if named.len() != 3 => {
            Some((format!("`{named}` is no code of a procedure"), "write three capital letters or digits"))
        }
        _ => None,
    }
}
