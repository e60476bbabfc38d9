//! Which triggers stand where (10.5.2 to 10.5.5, tables 10.84 to 10.93).

use super::elements::{El, child, flag, is_event, is_sub_process, tag};
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    for event in model.events() {
        let allowed: &[&str] = match tag(event) {
            "intermediateCatchEvent" => &["message", "timer", "conditional", "link", "signal"],
            "intermediateThrowEvent" => &["message", "escalation", "compensate", "link", "signal"],
            "endEvent" => &["message", "error", "escalation", "cancel", "compensate", "signal", "terminate"],
            _ => continue,
        };
        let triggers = model.triggers(event);
        for trigger in triggers.iter().filter(|trigger| !allowed.contains(trigger)) {
            let message = format!("a {} has no {trigger} trigger", tag(event));
            found.add(event, "event.trigger", message, &format!("Use one of: {}", allowed.join(", ")));
        }
        if tag(event) == "intermediateCatchEvent" && triggers.is_empty() && !refers(event) {
            found.add(event, "event.none", "a catching event waits for nothing", "Say what it waits for");
        }
        if triggers.contains(&"cancel") && tag(event) == "endEvent" && !in_transaction(event) {
            let remedy = "Put it into a transaction, or use an error end event";
            found.add(event, "event.cancel", "a cancel end event stands outside a transaction", remedy);
        }
    }
    for event in model.events() {
        definitions(model, event, found);
    }
}

/// Whether the event refers to a definition, here or elsewhere.
pub(super) fn refers(event: El) -> bool {
    child(event, "eventDefinitionRef").is_some()
}

fn in_transaction(event: El) -> bool {
    event.ancestors().skip(1).find(|el| is_sub_process(*el)).is_some_and(|scope| tag(scope) == "transaction")
}

fn definitions<'a>(model: &Model<'a>, event: El<'a>, found: &mut Found) {
    let definitions = model.definitions(event);
    if flag(event, "parallelMultiple", false) && definitions.len() == 1 {
        let remedy = "Add the other triggers, or remove parallelMultiple";
        found.add(event, "event.parallel-multiple", "a parallel multiple event has a single trigger", remedy);
    }
    for definition in definitions {
        let executable = model.is_executable(event);
        let (missing, what) = match tag(definition) {
            "messageEventDefinition" => (definition.attribute("messageRef").is_none(), "message"),
            "signalEventDefinition" => (definition.attribute("signalRef").is_none(), "signal"),
            _ => continue,
        };
        // A vendor's extension may say it instead.
        let extended = child(event, "extensionElements").is_some() && tag(event) != "startEvent";
        if executable && missing && !extended {
            let message = format!("the {what} event does not say which {what}");
            found.add(event, "event.reference", message, &format!("Set {what}Ref"));
        }
    }
    codes(model, event, found);
    let activity = model.definitions(event).into_iter().find_map(|el| model.end(el, "activityRef"));
    if let Some(activity) = activity
        && is_event(event)
        && model.process(activity) != model.process(event)
    {
        found.add(
            event,
            "compensation.scope",
            "the activity to compensate is in another process",
            "Choose one of this process",
        );
    }
}

/// What an event throws in a process that runs has a code (table 10.88).
fn codes<'a>(model: &Model<'a>, event: El<'a>, found: &mut Found) {
    if !model.is_executable(event) || !matches!(tag(event), "endEvent" | "intermediateThrowEvent") {
        return;
    }
    for definition in model.definitions(event) {
        for (reference, code) in [("errorRef", "errorCode"), ("escalationRef", "escalationCode")] {
            let thrown = model.end(definition, reference);
            if thrown.is_some_and(|el| el.attribute(code).is_none_or(str::is_empty)) {
                let message = format!("what the event throws has no {code}");
                found.add(event, "event.code", message, &format!("Set {code}"));
            }
        }
    }
}
