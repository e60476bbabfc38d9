//! Activities: loops, data mapping, operations.

use std::sync::Arc;

use bpmn::model::{
    DataAssociation, DataMapping, Expression, LoopKind, MultiBehavior, MultiInstance, Task, TaskKind,
};

use super::triggers::Names;
use super::{Activity, Behavior, Executable, Formula, Kind, Loop, Mapping, Multi};

pub(super) fn kind_of(task: &Task) -> Kind {
    match task.kind {
        TaskKind::None | TaskKind::Manual => Kind::Pass,
        TaskKind::User => Kind::User,
        TaskKind::Script => Kind::Script,
        TaskKind::Service => Kind::Service,
        TaskKind::BusinessRule => Kind::Decision,
        TaskKind::Send => Kind::Send,
        TaskKind::Receive { .. } => Kind::Receive,
    }
}

pub(super) fn task(task: &Task, names: &Names<'_>, exe: &Executable) -> Activity {
    let by_reference = || {
        let found = names.defs.operations.iter().find(|o| Some(&o.id) == task.operation_ref.as_ref())?;
        Some(found.name.clone())
    };
    let operation = task
        .operation
        .clone()
        .or_else(|| task.script.clone())
        .or_else(|| task.implementation.clone())
        .or_else(by_reference);
    let has_message = task.message.is_some() || task.operation_ref.is_some();
    let mut out = Activity {
        operation: Arc::from(operation.unwrap_or_default()),
        arguments: task.arguments.as_deref().map(Formula::new),
        form: task.form.as_deref().map(Into::into),
        role: task.role.as_deref().map(Into::into),
        not_by: task.not_by.as_deref().map(Into::into),
        message: (has_message || matches!(task.kind, TaskKind::Receive { .. })).then(|| {
            names.message(
                task.message.as_deref(),
                task.operation_ref.as_deref(),
                task.correlation_key.as_deref(),
            )
        }),
        ..base(task.repeat.as_ref(), &task.mapping, names, exe)
    };
    quantities(&mut out, task.start_quantity, task.completion_quantity, task.for_compensation);
    out
}

pub(super) fn quantities(out: &mut Activity, start: i64, completion: i64, for_compensation: bool) {
    out.start_quantity = u32::try_from(start).unwrap_or(1).max(1);
    out.completion_quantity = u32::try_from(completion).unwrap_or(1).max(1);
    out.for_compensation = for_compensation;
}

pub(super) fn base(
    repeat: Option<&LoopKind>,
    mapping: &DataMapping,
    names: &Names<'_>,
    exe: &Executable,
) -> Activity {
    // A loop's collection may be an input or output of the activity itself; what counts is the data behind it.
    let behind = |id: &str| {
        let source = mapping.into.iter().find(|a| a.target == id).and_then(|a| a.sources.first());
        let target = mapping.out.iter().find(|a| a.sources.iter().any(|s| s == id)).map(|a| &a.target);
        source.or(target).map_or(id, String::as_str).to_owned()
    };
    let name = |id: &str| -> Box<str> {
        let id = behind(id);
        exe.data.get(id.as_str()).map_or(id.as_str(), |n| &**n).into()
    };
    Activity {
        repeat: repeat.map(|r| looping(r, names, &name)),
        start_quantity: 1,
        completion_quantity: 1,
        ..Activity::default()
    }
}

/// What goes in and what comes out; inputs and outputs go by their own names.
pub(super) fn mappings(mapping: Option<&DataMapping>, exe: &Executable) -> (Vec<Mapping>, Vec<Mapping>) {
    let Some(mapping) = mapping else { return (Vec::new(), Vec::new()) };
    let local = |id: &str| {
        let found = mapping.inputs.iter().chain(&mapping.outputs).find(|i| i.id == id);
        found.map(|i| i.name.as_str())
    };
    let name =
        |id: &str| -> Box<str> { local(id).or_else(|| exe.data.get(id).map(|n| &**n)).unwrap_or(id).into() };
    let all = |of: &[DataAssociation]| of.iter().flat_map(|a| associations(a, &name)).collect();
    (all(&mapping.into), all(&mapping.out))
}

fn associations(from: &DataAssociation, name: &dyn Fn(&str) -> Box<str>) -> Vec<Mapping> {
    if from.assignments.is_empty() {
        let formula = from.transformation.as_ref().map(text);
        let sources = from.sources.iter().flat_map(|s| [name(s), s.as_str().into()]).collect();
        return vec![Mapping { formula, sources, target: name(&from.target) }];
    }
    let one = |a: &bpmn::model::Assignment| Mapping {
        formula: Some(text(&a.from)),
        sources: Vec::new(),
        target: name(target(&a.to.text)),
    };
    from.assignments.iter().map(one).collect()
}

/// The target of an assignment may be written as an expression that only names something.
fn target(text: &str) -> &str {
    text.trim_start_matches("${").trim_start_matches("#{").trim_end_matches('}').trim()
}

fn text(expression: &Expression) -> Formula {
    Formula::new(&expression.text)
}

fn looping(kind: &LoopKind, names: &Names<'_>, name: &dyn Fn(&str) -> Box<str>) -> Loop {
    match kind {
        LoopKind::Standard(one) => Loop::Standard {
            condition: one.condition.as_ref().map(text),
            test_before: one.test_before,
            maximum: one.maximum.map(|m| u32::try_from(m).unwrap_or(0)),
        },
        LoopKind::Multi(multi) => Loop::Multi(Box::new(Multi {
            sequential: multi.sequential,
            cardinality: multi.cardinality.as_ref().map(text),
            input: multi.input.as_deref().map(name),
            item: multi.input_item.as_deref().map(Into::into),
            output: multi.output.as_deref().map(name),
            result: multi.output_item.as_deref().map(Into::into),
            completion: multi.completion.as_ref().map(text),
            behavior: behavior(multi, names),
        })),
    }
}

fn behavior(multi: &MultiInstance, names: &Names<'_>) -> Behavior {
    match &multi.behavior {
        MultiBehavior::All => Behavior::All,
        MultiBehavior::None(id) => Behavior::Each(names.shared(id.as_deref())),
        MultiBehavior::One(id) => Behavior::First(names.shared(id.as_deref())),
        MultiBehavior::Complex(parts) => Behavior::Complex(
            parts.iter().map(|(c, events)| (c.as_ref().map(text), names.triggers(events))).collect(),
        ),
    }
}
