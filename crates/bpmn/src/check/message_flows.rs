//! Message flows (9.3, 10.5): between pools, from what sends to what receives.

use super::elements::{El, id, is_activity, is_event, tag};
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    for flow in model.named("messageFlow") {
        let (source, target) = (model.end(flow, "sourceRef"), model.end(flow, "targetRef"));
        if let (Some(source), Some(target)) = (source, target) {
            between_pools(model, flow, source, target, found);
        }
        if let Some(source) = source.filter(|el| is_event(*el)) {
            let sends = matches!(tag(source), "intermediateThrowEvent" | "endEvent")
                && model.triggers(source).contains(&"message");
            if !sends {
                let remedy =
                    "Let it start at a throwing message event, a message end event, an activity or a pool";
                found.add(
                    flow,
                    "message-flow.source",
                    format!("the event `{}` sends no message", id(source)),
                    remedy,
                );
            }
        }
        if let Some(target) = target.filter(|el| is_event(*el)) {
            let receives = matches!(tag(target), "startEvent" | "intermediateCatchEvent" | "boundaryEvent")
                && model.triggers(target).contains(&"message");
            if !receives {
                let remedy = "Let it end at a catching message event, an activity or a pool";
                found.add(
                    flow,
                    "message-flow.target",
                    format!("the event `{}` receives no message", id(target)),
                    remedy,
                );
            }
        }
    }
}

fn between_pools<'a>(model: &Model<'a>, flow: El<'a>, source: El<'a>, target: El<'a>, found: &mut Found) {
    let pool = |el: El<'a>| -> Option<El<'a>> {
        if tag(el) == "participant" {
            return Some(el);
        }
        if !is_activity(el) && !is_event(el) {
            return None;
        }
        let process = model.process(el)?;
        let inside = |participant: &El<'a>| model.end(*participant, "processRef") == Some(process);
        Some(model.named("participant").find(inside).unwrap_or(process))
    };
    if let (Some(from), Some(to)) = (pool(source), pool(target))
        && from == to
    {
        let remedy = "Use a sequence flow inside a pool, or let the message go to another pool";
        found.add(flow, "message-flow.pool", "the message flow stays inside one pool", remedy);
    }
}
