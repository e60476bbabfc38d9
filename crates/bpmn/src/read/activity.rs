//! Tasks, sub-processes, call activities and their loops.

use roxmltree::Node as Xml;

use super::{
    ReadError, attr, child, child_text, data, elements, event, expression, extension, flag, is, local, node,
    opt,
};
use crate::model::{
    AdHoc, CallActivity, EventDefinition, LoopKind, MultiBehavior, MultiInstance, Ordering, StandardLoop,
    SubProcess, SubProcessKind, Task, TaskKind,
};

pub(super) fn task(xml: Xml<'_, '_>, name: &str) -> Task {
    let kind = match name {
        "userTask" | "globalUserTask" => TaskKind::User,
        "manualTask" | "globalManualTask" => TaskKind::Manual,
        "scriptTask" | "globalScriptTask" => TaskKind::Script,
        "serviceTask" => TaskKind::Service,
        "businessRuleTask" | "globalBusinessRuleTask" => TaskKind::BusinessRule,
        "sendTask" => TaskKind::Send,
        "receiveTask" => TaskKind::Receive { instantiate: flag(xml, "instantiate", false) },
        _ => TaskKind::None,
    };
    Task {
        id: attr(xml, "id"),
        name: attr(xml, "name"),
        kind,
        repeat: repeat(xml),
        mapping: data::mapping(xml),
        for_compensation: flag(xml, "isForCompensation", false),
        start_quantity: quantity(xml, "startQuantity"),
        completion_quantity: quantity(xml, "completionQuantity"),
        script: child_text(xml, "script"),
        implementation: opt(xml, "implementation"),
        operation_ref: opt(xml, "operationRef").map(local),
        message: opt(xml, "messageRef").map(local),
        operation: extension(xml, "operation"),
        arguments: extension(xml, "arguments"),
        form: extension(xml, "form"),
        role: extension(xml, "role"),
        not_by: extension(xml, "notBy"),
        correlation_key: extension(xml, "correlationKey"),
    }
}

pub(super) fn call(xml: Xml<'_, '_>) -> CallActivity {
    CallActivity {
        called: local(attr(xml, "calledElement")),
        repeat: repeat(xml),
        mapping: data::call_mapping(xml),
        for_compensation: flag(xml, "isForCompensation", false),
        start_quantity: quantity(xml, "startQuantity"),
        completion_quantity: quantity(xml, "completionQuantity"),
    }
}

pub(super) fn sub_process(
    xml: Xml<'_, '_>,
    name: &str,
    shared: &[EventDefinition],
    depth: usize,
) -> Result<SubProcess, ReadError> {
    let kind = match name {
        "transaction" => SubProcessKind::Transaction,
        "adHocSubProcess" => SubProcessKind::AdHoc(AdHoc {
            ordering: if attr(xml, "ordering") == "Sequential" {
                Ordering::Sequential
            } else {
                Ordering::Parallel
            },
            completion: expression(xml, "completionCondition"),
            cancel_remaining: flag(xml, "cancelRemainingInstances", true),
        }),
        _ if flag(xml, "triggeredByEvent", false) => SubProcessKind::Event,
        _ => SubProcessKind::Embedded,
    };
    Ok(SubProcess {
        kind,
        repeat: repeat(xml),
        mapping: data::mapping(xml),
        for_compensation: flag(xml, "isForCompensation", false),
        start_quantity: quantity(xml, "startQuantity"),
        completion_quantity: quantity(xml, "completionQuantity"),
        body: node::body(xml, shared, depth + 1)?,
    })
}

fn quantity(xml: Xml<'_, '_>, name: &str) -> i64 {
    opt(xml, name).and_then(|v| v.parse().ok()).unwrap_or(1)
}

fn repeat(xml: Xml<'_, '_>) -> Option<LoopKind> {
    if let Some(one) = child(xml, "standardLoopCharacteristics") {
        return Some(LoopKind::Standard(StandardLoop {
            condition: expression(one, "loopCondition"),
            test_before: flag(one, "testBefore", false),
            maximum: opt(one, "loopMaximum").and_then(|v| v.parse().ok()),
        }));
    }
    let multi = child(xml, "multiInstanceLoopCharacteristics")?;
    Some(LoopKind::Multi(Box::new(MultiInstance {
        sequential: flag(multi, "isSequential", false),
        cardinality: expression(multi, "loopCardinality"),
        input: child_text(multi, "loopDataInputRef")
            .map(local)
            .or_else(|| foreign(multi, "collection").map(|c| bare(&c))),
        output: child_text(multi, "loopDataOutputRef").map(local),
        input_item: child(multi, "inputDataItem")
            .map(|i| data::item(i).name)
            .or_else(|| foreign(multi, "elementVariable")),
        output_item: child(multi, "outputDataItem").map(|i| data::item(i).name),
        completion: expression(multi, "completionCondition"),
        behavior: behavior(multi),
    })))
}

/// An attribute of another vendor's namespace: editors for other engines write collections this way.
fn foreign(xml: Xml<'_, '_>, name: &str) -> Option<String> {
    let found = xml.attributes().find(|a| a.name() == name && a.namespace().is_some());
    found.map(|a| a.value().trim().to_owned()).filter(|v| !v.is_empty())
}

/// The name inside `${…}` or `#{…}`.
fn bare(text: &str) -> String {
    text.trim_start_matches("${").trim_start_matches("#{").trim_end_matches('}').trim().to_owned()
}

fn behavior(multi: Xml<'_, '_>) -> MultiBehavior {
    match multi.attribute("behavior") {
        Some("None") => MultiBehavior::None(opt(multi, "noneBehaviorEventRef").map(local)),
        Some("One") => MultiBehavior::One(opt(multi, "oneBehaviorEventRef").map(local)),
        Some("Complex") => MultiBehavior::Complex(
            elements(multi)
                .filter(|c| is(*c, "complexBehaviorDefinition"))
                .map(|c| {
                    let thrown =
                        child(c, "event").map(|e| elements(e).filter_map(event::definition).collect());
                    (expression(c, "condition"), thrown.unwrap_or_default())
                })
                .collect(),
        ),
        _ => MultiBehavior::All,
    }
}
