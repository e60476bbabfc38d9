//! Proving a pack before it is published: what it names exists, every path ends, nothing is read before it is set,
//! every clock stops.

mod answers;
mod argument_tasks;
mod arguments;
mod expressions;
mod messages;
mod names;
mod paths;
mod texts;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::{Defect, Pack};

/// An operation a diagram may name.
#[derive(Clone, Debug)]
pub struct OperationSpec {
    /// Its name.
    pub name: String,
    /// Answers that must be there.
    pub reads: Vec<String>,
    /// Answers it sets.
    pub writes: Vec<String>,
    /// Business errors it may answer with.
    pub errors: Vec<String>,
    /// What a diagram may tell it in `sportello:arguments`.
    pub arguments: Vec<ArgumentSpec>,
    /// Facts it records by itself whenever it is done; what the argument `fact` names comes on top.
    pub records: Vec<String>,
}

/// One argument of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArgumentSpec {
    /// Its name.
    pub name: String,
    /// What its value names.
    pub kind: ArgumentKind,
    /// Whether the operation cannot do without it.
    pub required: bool,
}

/// What the value of an argument names, so that a wrong name is found before the pack is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgumentKind {
    /// A value of any sort.
    Any,
    /// A fact that starts or stops clocks.
    Fact,
    /// A paper of the pack, by its kind.
    Paper,
    /// A letter by mail: the texts `mail-<name>-subject` and `mail-<name>` of the pack.
    MailText,
    /// A procedure's code.
    Procedure,
    /// A user task of the procedure's own process, with a form: the other kinds that speak of a task mean this one.
    Task,
    /// A field of the form of the task.
    TaskField,
    /// Fields of the form of the task that somebody outside may be asked.
    TaskFields,
    /// Answers to the form of the task, by field.
    TaskAnswers,
    /// Answers of any form of the pack, by name.
    Answers,
}

/// What packs may name.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// Operations.
    pub operations: Vec<OperationSpec>,
    /// Roles.
    pub roles: Vec<String>,
    /// Ids of regulated standards.
    pub standards: Vec<String>,
    /// Facts that start and stop clocks.
    pub facts: Vec<String>,
}

/// Everything that keeps a pack from being published.
#[must_use]
pub fn prove(pack: &Pack, catalogue: &Catalogue) -> Vec<Defect> {
    let mut defects: Vec<Defect> = bpmn::check::check(&pack.bpmn)
        .into_iter()
        .map(|defect| Defect::new("process.bpmn", defect.element_id, defect.message, defect.remedy))
        .collect();
    names::diagram(pack, catalogue, &mut defects);
    names::manifest(pack, catalogue, &mut defects);
    messages::check(pack, catalogue, &mut defects);
    names::promises(pack, &mut defects);
    names::forms(pack, &mut defects);
    texts::check(pack, &mut defects);
    for executable in pack.executables.values() {
        paths::check(executable, &mut defects);
    }
    paths::ends(pack, &mut defects);
    answers::check(pack, catalogue, &mut defects);
    answers::stops(pack, catalogue, &mut defects);
    arguments::check(pack, catalogue, &mut defects);
    expressions::check(pack, catalogue, &mut defects);
    // A diagram that is wrong already cannot be played.
    if defects.is_empty() {
        defects.extend(crate::rehearse(pack).1);
    }
    defects
}

/// Procedures that are started by the same digit: each with the defect it has beside the one before it.
#[must_use]
pub fn same_digits<'p>(packs: impl IntoIterator<Item = &'p Pack>) -> Vec<(String, Defect)> {
    let mut taken: BTreeMap<char, &str> = BTreeMap::new();
    let mut defects = Vec::new();
    for pack in packs {
        let Some(digit) = pack.digit else { continue };
        match taken.get(&digit) {
            Some(other) if *other != pack.code => {
                let message = format!("the digit {digit} starts {other} already");
                let defect = Defect::new(
                    "procedure.toml",
                    "digit",
                    message,
                    "give one of them another digit, or none",
                );
                defects.push((pack.code.clone(), defect));
            }
            _ => {
                taken.insert(digit, &pack.code);
            }
        }
    }
    defects
}

fn drawn(place: &str, message: String, remedy: &str) -> Defect {
    Defect::new("process.bpmn", place, message, remedy)
}
