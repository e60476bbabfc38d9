//! Every operation a diagram may name. Each area lists its own; here the lists are put together, searched, and
//! described for the proof of packs.

use procedures::{ArgumentKind, ArgumentSpec, Catalogue, OperationSpec};

use super::{CallAnswer, Run};
use crate::Error;

/// A list of words.
pub(crate) type Words = &'static [&'static str];

/// An operation a diagram may name.
pub(crate) struct Operation {
    /// Its name: the area and the verb.
    pub name: &'static str,
    /// Answers that must be there.
    pub reads: Words,
    /// Answers it sets.
    pub writes: Words,
    /// Business errors it may answer with.
    pub errors: Words,
    /// What a diagram may tell it; in [`Run::call`] when it runs.
    pub arguments: &'static [Argument],
    /// Does it. A refusal takes back everything it wrote.
    pub run: fn(&mut Run<'_, '_>) -> Result<CallAnswer, Error>,
}

/// One argument of an operation.
pub(crate) struct Argument {
    /// Its name.
    pub name: &'static str,
    /// What its value names.
    pub kind: ArgumentKind,
    /// Whether the operation cannot do without it.
    pub required: bool,
}

impl Argument {
    /// An argument the operation cannot do without.
    pub const fn needed(name: &'static str, kind: ArgumentKind) -> Self {
        Self { name, kind, required: true }
    }

    /// An argument that may be left out.
    pub const fn free(name: &'static str, kind: ArgumentKind) -> Self {
        Self { name, kind, required: false }
    }
}

/// The lists of all areas.
const AREAS: &[&[Operation]] = &[
    crate::activation::OPERATIONS,
    crate::billing::OPERATIONS,
    crate::bills::OPERATIONS,
    crate::cases::OPERATIONS,
    crate::charges::OPERATIONS,
    crate::debt::OPERATIONS,
    crate::diary::OPERATIONS,
    crate::distributor::OPERATIONS,
    crate::instalments::OPERATIONS,
    crate::links::OPERATIONS,
    crate::papers::OPERATIONS,
    crate::registry::OPERATIONS,
    crate::voltura::OPERATIONS,
];

/// Facts that operations record by themselves, whatever they are told.
const RECORDS: &[(&str, Words)] = &[
    ("case.record", &["request_received"]),
    ("case.refuse", &["answer_sent"]),
    ("voltura.start", &["request_received"]),
    ("voltura.confirm", &["answer_sent"]),
    ("voltura.duplicate_contract", &["new_contract_effective", "voltura_effective"]),
];

fn all() -> impl Iterator<Item = &'static Operation> {
    AREAS.iter().copied().flatten()
}

/// The operation of this name.
pub(crate) fn find(name: &str) -> Option<&'static Operation> {
    all().find(|operation| operation.name == name)
}

/// What packs may name, for their proof.
#[must_use]
pub fn catalogue() -> Catalogue {
    Catalogue {
        operations: all().map(spec).collect(),
        roles: domain::access::Role::ALL.iter().map(|role| role.code().to_owned()).collect(),
        standards: standards::Packs::shipped().standards().map(|standard| standard.id.clone()).collect(),
        facts: standards::Packs::shipped()
            .standards()
            .flat_map(|standard| [standard.clock_start.code.clone(), standard.clock_stop.code.clone()])
            .collect(),
    }
}

fn spec(operation: &Operation) -> OperationSpec {
    let words = |list: Words| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let argument = |argument: &Argument| ArgumentSpec {
        name: argument.name.to_owned(),
        kind: argument.kind,
        required: argument.required,
    };
    OperationSpec {
        name: operation.name.to_owned(),
        reads: words(operation.reads),
        writes: words(operation.writes),
        errors: words(operation.errors),
        arguments: operation.arguments.iter().map(argument).collect(),
        records: RECORDS
            .iter()
            .filter(|(name, _)| *name == operation.name)
            .flat_map(|(_, facts)| words(facts))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_recorded_by_operations_that_exist() {
        for (name, facts) in RECORDS {
            assert!(find(name).is_some() && !facts.is_empty(), "{name}");
        }
    }

    #[test]
    fn no_two_operations_have_one_name() {
        let mut names: Vec<&str> = all().map(|operation| operation.name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
