//! References lead to an element of the kind they are meant for.

use super::elements::{
    El, Target, is_activity, is_bpmn, is_catch, is_event, is_flow_node, is_task, tag, text,
};
use super::{Found, Model};

/// A reference: the elements it is written in (empty: any), the attribute or child element, and what it may
/// lead to in words and by test.
struct Reference {
    within: &'static [&'static str],
    name: &'static str,
    to: &'static str,
    fits: fn(El) -> bool,
}

const fn to(
    within: &'static [&'static str],
    name: &'static str,
    to: &'static str,
    fits: fn(El) -> bool,
) -> Reference {
    Reference { within, name, to, fits }
}

static ATTRIBUTES: &[Reference] = &[
    to(&["sequenceFlow"], "sourceRef", "an event, activity or gateway", is_flow_node),
    to(&["sequenceFlow"], "targetRef", "an event, activity or gateway", is_flow_node),
    to(&["messageFlow"], "sourceRef", "a pool, activity or event", talks),
    to(&["messageFlow"], "targetRef", "a pool, activity or event", talks),
    to(&["boundaryEvent"], "attachedToRef", "an activity", is_activity),
    to(&["participant"], "processRef", "a process", |el| tag(el) == "process"),
    to(&[], "messageRef", "a message", |el| tag(el) == "message"),
    to(&[], "signalRef", "a signal", |el| tag(el) == "signal"),
    to(&[], "errorRef", "an error", |el| tag(el) == "error"),
    to(&[], "escalationRef", "an escalation", |el| tag(el) == "escalation"),
    to(&[], "operationRef", "an operation", |el| tag(el) == "operation"),
    to(&[], "itemSubjectRef", "an item definition", |el| tag(el) == "itemDefinition"),
    to(&["message"], "itemRef", "an item definition", |el| tag(el) == "itemDefinition"),
    to(&["error", "escalation", "signal"], "structureRef", "an item definition", |el| {
        tag(el) == "itemDefinition"
    }),
    to(&[], "dataObjectRef", "a data object", |el| tag(el) == "dataObject"),
    to(&[], "dataStoreRef", "a data store", |el| tag(el) == "dataStore"),
    to(&["callActivity"], "calledElement", "a process or global task", is_callable),
    to(&["compensateEventDefinition"], "activityRef", "an activity", is_activity),
    to(&[], "default", "a sequence flow", |el| tag(el) == "sequenceFlow"),
    to(&["multiInstanceLoopCharacteristics"], "oneBehaviorEventRef", "an event definition", is_definition),
    to(&["multiInstanceLoopCharacteristics"], "noneBehaviorEventRef", "an event definition", is_definition),
    to(&["association"], "sourceRef", "an element", |_| true),
    to(&["association"], "targetRef", "an element", |_| true),
    to(&["ioBinding"], "inputDataRef", "a data input", is_input),
    to(&["ioBinding"], "outputDataRef", "a data output", is_output),
    to(&["group"], "categoryValueRef", "a category value", |el| tag(el) == "categoryValue"),
    to(&["conversationLink"], "sourceRef", "a pool, activity, event or conversation", talks),
    to(&["conversationLink"], "targetRef", "a pool, activity, event or conversation", talks),
    to(&["resourceParameterBinding"], "parameterRef", "a resource parameter", |el| {
        tag(el) == "resourceParameter"
    }),
    to(&["correlationPropertyRetrievalExpression"], "messageRef", "a message", |el| tag(el) == "message"),
    to(&["process"], "definitionalCollaborationRef", "a collaboration", |el| {
        matches!(tag(el), "collaboration" | "choreography" | "globalConversation")
    }),
    to(&[], "calledCollaborationRef", "a collaboration", |el| {
        matches!(tag(el), "collaboration" | "globalConversation")
    }),
];

static CHILDREN: &[Reference] = &[
    to(&[], "incoming", "a sequence flow", |el| tag(el) == "sequenceFlow"),
    to(&[], "outgoing", "a sequence flow", |el| tag(el) == "sequenceFlow"),
    to(&[], "flowNodeRef", "an event, activity or gateway", is_flow_node),
    to(&[], "eventDefinitionRef", "an event definition at the top of the file", is_definition),
    to(&[], "dataInputRefs", "a data input", is_input),
    to(&[], "optionalInputRefs", "a data input", is_input),
    to(&[], "whileExecutingInputRefs", "a data input", is_input),
    to(&[], "outputSetRefs", "an output set", |el| tag(el) == "outputSet"),
    to(&[], "dataOutputRefs", "a data output", is_output),
    to(&[], "optionalOutputRefs", "a data output", is_output),
    to(&[], "whileExecutingOutputRefs", "a data output", is_output),
    to(&[], "inputSetRefs", "an input set", |el| tag(el) == "inputSet"),
    to(&[], "correlationPropertyRef", "a correlation property", |el| tag(el) == "correlationProperty"),
    to(&[], "correlationKeyRef", "a correlation key", |el| tag(el) == "correlationKey"),
    to(&[], "operationRef", "an operation", |el| tag(el) == "operation"),
    to(&["operation"], "inMessageRef", "a message", |el| tag(el) == "message"),
    to(&["operation"], "outMessageRef", "a message", |el| tag(el) == "message"),
    to(&["operation"], "errorRef", "an error", |el| tag(el) == "error"),
    to(&[], "supportedInterfaceRef", "an interface", |el| tag(el) == "interface"),
    to(&["linkEventDefinition"], "source", "a link event definition", |el| tag(el) == "linkEventDefinition"),
    to(&["linkEventDefinition"], "target", "a link event definition", |el| tag(el) == "linkEventDefinition"),
    to(&["dataInputAssociation", "dataOutputAssociation"], "sourceRef", "data", is_data),
    to(&["dataInputAssociation", "dataOutputAssociation"], "targetRef", "data", is_data),
    to(&[], "loopDataInputRef", "data", is_data),
    to(&[], "loopDataOutputRef", "data", is_data),
    to(&[], "resourceRef", "a resource", |el| tag(el) == "resource"),
    to(&[], "participantRef", "a pool", |el| {
        matches!(tag(el), "participant" | "partnerRole" | "partnerEntity")
    }),
    to(&["participant"], "interfaceRef", "an interface", |el| tag(el) == "interface"),
    to(&["participantAssociation"], "innerParticipantRef", "a pool", |el| tag(el) == "participant"),
    to(&["participantAssociation"], "outerParticipantRef", "a pool", |el| tag(el) == "participant"),
    to(&[], "messageFlowRef", "a message flow", |el| tag(el) == "messageFlow"),
];

fn talks(el: El) -> bool {
    is_activity(el)
        || is_event(el)
        || matches!(tag(el), "participant" | "conversation" | "subConversation" | "callConversation")
}

fn is_definition(el: El) -> bool {
    tag(el).ends_with("EventDefinition")
}

fn is_callable(el: El) -> bool {
    tag(el) == "process" || (tag(el).starts_with("global") && tag(el).ends_with("Task"))
}

fn is_input(el: El) -> bool {
    matches!(tag(el), "dataInput" | "inputDataItem")
}

fn is_output(el: El) -> bool {
    matches!(tag(el), "dataOutput" | "outputDataItem")
}

fn is_data(el: El) -> bool {
    is_input(el)
        || is_output(el)
        || matches!(
            tag(el),
            "dataObject" | "dataObjectReference" | "dataStore" | "dataStoreReference" | "property"
        )
}

pub(super) fn check(model: &Model, found: &mut Found) {
    for el in &model.all {
        let inside =
            |reference: &&Reference| reference.within.is_empty() || reference.within.contains(&tag(*el));
        for reference in ATTRIBUTES.iter().filter(inside) {
            if let Some(value) = el.attribute(reference.name) {
                follow(model, *el, *el, reference, value, found);
            }
        }
        let Some(around) = el.parent().filter(|parent| is_bpmn(*parent)) else {
            continue;
        };
        let inside =
            |r: &&Reference| r.name == tag(*el) && (r.within.is_empty() || r.within.contains(&tag(around)));
        for reference in CHILDREN.iter().filter(inside) {
            follow(model, *el, around, reference, &text(*el), found);
        }
    }
    for event in model.events() {
        top_definitions(model, event, found);
    }
    for flow in model.named("messageFlow").chain(model.named("sequenceFlow")) {
        for end in ["sourceRef", "targetRef"] {
            if flow.attribute(end).is_none_or(str::is_empty) {
                found.add(
                    flow,
                    "reference.missing",
                    format!("the flow has no {end}"),
                    "Connect both ends of it",
                );
            }
        }
    }
}

fn follow<'a>(
    model: &Model<'a>,
    from: El<'a>,
    at: El<'a>,
    reference: &Reference,
    value: &str,
    found: &mut Found,
) {
    let (name, wanted) = (reference.name, reference.to);
    // A process of another deployment may be called; who calls nothing at all is another matter.
    match model.follow(from, value) {
        Target::Elsewhere => {}
        Target::Nothing if name == "calledElement" || value.trim().is_empty() => {}
        Target::Nothing => {
            let message = format!("{name} leads to `{}`, which is not in the file", value.trim());
            found.add(at, "reference.missing", message, &format!("Let it lead to {wanted}, or remove it"));
        }
        Target::Element(target) if (reference.fits)(target) => {}
        Target::Element(target) => {
            let message = format!("{name} leads to the {} `{}`", tag(target), value.trim());
            found.add(at, "reference.kind", message, &format!("Let it lead to {wanted}"));
        }
    }
}

/// An event definition is shared only when it stands at the top of the file (10.5.1).
fn top_definitions<'a>(model: &Model<'a>, event: El<'a>, found: &mut Found) {
    for definition in model.referred(event, "eventDefinitionRef") {
        let own = definition
            .parent()
            .is_some_and(|parent| is_event(parent) && (is_catch(parent) || !is_task(parent)));
        if own {
            let message = format!(
                "the event uses the definition `{}` of another event",
                super::elements::id(definition)
            );
            found.add(
                event,
                "event.shared-definition",
                message,
                "Move the definition to the top of the file",
            );
        }
    }
}
