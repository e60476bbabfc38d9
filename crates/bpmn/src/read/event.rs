//! Events and event definitions.

use roxmltree::Node as Xml;

use super::{attr, child_text, data, elements, expression, extension, flag, local, opt, texts};
use crate::model::{Event, EventDefinition, EventKind, EventPosition, TimerKind};

/// An event with its definitions, those by reference included.
pub(super) fn event(xml: Xml<'_, '_>, name: &str, shared: &[EventDefinition]) -> Event {
    let position = match name {
        "startEvent" if flag(xml, "isInterrupting", true) => EventPosition::Start,
        "startEvent" => EventPosition::StartNonInterrupting,
        "intermediateCatchEvent" => EventPosition::Catch,
        "intermediateThrowEvent" => EventPosition::Throw,
        "boundaryEvent" => EventPosition::Boundary {
            host: local(attr(xml, "attachedToRef")),
            interrupting: flag(xml, "cancelActivity", true),
        },
        _ => EventPosition::End,
    };
    let mut definitions: Vec<_> = elements(xml).filter_map(definition).collect();
    let mut dangling = Vec::new();
    for wanted in texts(xml, "eventDefinitionRef") {
        match shared.iter().find(|d| d.id == wanted) {
            Some(found) => definitions.push(found.clone()),
            None => dangling.push(wanted),
        }
    }
    Event {
        position,
        definitions,
        dangling,
        parallel_multiple: flag(xml, "parallelMultiple", false),
        mapping: data::mapping(xml),
    }
}

/// The event definition that this element is, if it is one.
pub(super) fn definition(xml: Xml<'_, '_>) -> Option<EventDefinition> {
    let kind = match xml.tag_name().name() {
        "terminateEventDefinition" => EventKind::Terminate,
        "cancelEventDefinition" => EventKind::Cancel,
        "messageEventDefinition" => EventKind::Message {
            message: opt(xml, "messageRef").map(local),
            operation: child_text(xml, "operationRef").map(local),
            correlation_key: extension(xml, "correlationKey"),
        },
        "timerEventDefinition" => EventKind::Timer(timer(xml)),
        "signalEventDefinition" => EventKind::Signal(opt(xml, "signalRef").map(local)),
        "errorEventDefinition" => EventKind::Error(opt(xml, "errorRef").map(local)),
        "escalationEventDefinition" => EventKind::Escalation(opt(xml, "escalationRef").map(local)),
        "conditionalEventDefinition" => EventKind::Conditional(expression(xml, "condition")),
        "compensateEventDefinition" => EventKind::Compensation {
            activity: opt(xml, "activityRef").map(local),
            wait: flag(xml, "waitForCompletion", true),
        },
        "linkEventDefinition" => EventKind::Link {
            name: attr(xml, "name"),
            target: child_text(xml, "target").map(local),
            sources: texts(xml, "source"),
        },
        _ => return None,
    };
    Some(EventDefinition { id: attr(xml, "id"), kind })
}

fn timer(xml: Xml<'_, '_>) -> Option<TimerKind> {
    expression(xml, "timeDate")
        .map(TimerKind::Date)
        .or_else(|| expression(xml, "timeDuration").map(TimerKind::Duration))
        .or_else(|| expression(xml, "timeCycle").map(TimerKind::Cycle))
}
