//! Start events by where they stand (10.5.2).

use super::elements::{El, children, flag, id, is_event_sub_process, is_sub_process, tag};
use super::events::refers;
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    for event in model.named("startEvent") {
        let Some(scope) = model.scope(event) else { continue };
        let triggers = model.triggers(event);
        let allowed: &[&str] = if is_event_sub_process(scope) {
            &["message", "timer", "conditional", "signal", "escalation", "error", "compensate"]
        } else if is_sub_process(scope) {
            &[]
        } else {
            &["message", "timer", "conditional", "signal"]
        };
        for trigger in triggers.iter().filter(|trigger| !allowed.contains(trigger)) {
            let message = format!("a start event here has no {trigger} trigger");
            let remedy = if allowed.is_empty() {
                "A sub-process starts with a start event without a trigger; use an event sub-process"
                    .to_owned()
            } else {
                format!("Use one of: {}", allowed.join(", "))
            };
            found.add(event, "start.trigger", message, &remedy);
        }
        let waits = triggers.iter().any(|trigger| matches!(*trigger, "error" | "compensate"));
        if is_event_sub_process(scope) && waits && !flag(event, "isInterrupting", true) {
            let remedy = "Set isInterrupting to true";
            found.add(
                event,
                "start.interrupting",
                "an error or compensation start event always interrupts",
                remedy,
            );
        }
    }
    for scope in model.all.iter().filter(|el| is_event_sub_process(**el)) {
        event_sub_process(model, *scope, found);
    }
    for call in model.named("callActivity") {
        called(model, call, found);
    }
}

fn event_sub_process<'a>(model: &Model<'a>, scope: El<'a>, found: &mut Found) {
    let starts: Vec<El> = children(scope, "startEvent").collect();
    if starts.len() != 1 {
        let message = format!("the event sub-process has {} start events", starts.len());
        found.add(scope, "event-sub-process.start", message, "Give it exactly one");
    }
    for start in starts {
        if model.definitions(start).is_empty() && !refers(start) {
            found.add(
                start,
                "event-sub-process.trigger",
                "the start event of an event sub-process has no trigger",
                "Say what starts it",
            );
        }
    }
}

/// A process that is called starts at a start event without a trigger.
fn called<'a>(model: &Model<'a>, call: El<'a>, found: &mut Found) {
    let Some(process) = model.end(call, "calledElement").filter(|el| tag(*el) == "process") else {
        return;
    };
    let starts: Vec<El> = children(process, "startEvent").collect();
    if !starts.is_empty()
        && starts.iter().all(|start| !model.definitions(*start).is_empty() || refers(*start))
    {
        let message = format!("the called process `{}` has no start event without a trigger", id(process));
        found.add(call, "call.start", message, "Add one to the called process");
    }
}
