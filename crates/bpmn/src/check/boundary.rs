//! Boundary events (10.5.4, table 10.92).

use super::elements::{El, flag, is_activity, tag};
use super::events::refers;
use super::{Found, Model};

const INTERRUPTING: [&str; 8] =
    ["message", "timer", "error", "escalation", "cancel", "compensate", "conditional", "signal"];
const NON_INTERRUPTING: [&str; 5] = ["message", "timer", "escalation", "conditional", "signal"];

pub(super) fn check(model: &Model, found: &mut Found) {
    for event in model.named("boundaryEvent") {
        let triggers = model.triggers(event);
        let interrupting = flag(event, "cancelActivity", true);
        let allowed: &[&str] = if interrupting { &INTERRUPTING } else { &NON_INTERRUPTING };
        if triggers.is_empty() && !refers(event) {
            found.add(
                event,
                "boundary.none",
                "the boundary event waits for nothing",
                "Say what it waits for",
            );
        }
        for trigger in triggers.iter().filter(|trigger| !allowed.contains(trigger)) {
            let which = if interrupting { "an interrupting" } else { "a non-interrupting" };
            let message = format!("{which} boundary event has no {trigger} trigger");
            found.add(event, "boundary.trigger", message, &format!("Use one of: {}", allowed.join(", ")));
        }
        host(model, event, &triggers, found);
    }
}

fn host<'a>(model: &Model<'a>, event: El<'a>, triggers: &[&str], found: &mut Found) {
    if event.attribute("attachedToRef").is_none() {
        found.add(
            event,
            "boundary.host",
            "the boundary event is attached to nothing",
            "Attach it to an activity",
        );
    }
    if let Some(host) = model.end(event, "attachedToRef") {
        if model.scope(host) != model.scope(event) {
            let remedy = "Put both into the same process or sub-process";
            found.add(event, "boundary.host", "the boundary event is not where its activity is", remedy);
        }
        if triggers.contains(&"cancel") && tag(host) != "transaction" {
            let remedy = "Attach it to a transaction, or use an error event";
            found.add(
                event,
                "boundary.cancel",
                "a cancel event is attached to something other than a transaction",
                remedy,
            );
        }
    }
    if triggers.contains(&"compensate") {
        compensation(model, event, found);
    }
}

/// A compensation event has one handler, joined by an association, and no sequence flow.
fn compensation<'a>(model: &Model<'a>, event: El<'a>, found: &mut Found) {
    if model.is_executable(event) {
        let joins = |association: &El<'a>| {
            let ends = [model.end(*association, "sourceRef"), model.end(*association, "targetRef")];
            ends.contains(&Some(event))
                && ends
                    .into_iter()
                    .flatten()
                    .any(|el| is_activity(el) && flag(el, "isForCompensation", false))
        };
        if model.named("association").filter(joins).count() != 1 {
            let remedy = "Draw one association to an activity that is for compensation";
            found.add(
                event,
                "boundary.handler",
                "the compensation boundary event has not exactly one handler",
                remedy,
            );
        }
    }
    if !model.outgoing(event).is_empty() {
        let remedy = "Remove the flow, and draw an association to the activity for compensation";
        found.add(
            event,
            "boundary.compensation",
            "a sequence flow leaves a compensation boundary event",
            remedy,
        );
    }
}
