//! Event-based gateways (10.6.6).

use super::elements::{El, child, flag, id, tag};
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    for gateway in model.named("eventBasedGateway") {
        let flows = model.outgoing(gateway);
        if flows.len() < 2 {
            let remedy = "Give it at least two, each to an event or a receive task";
            found.add(
                gateway,
                "event-gateway.flows",
                "an event-based gateway needs several outgoing flows",
                remedy,
            );
        }
        for flow in flows {
            if child(*flow, "conditionExpression").is_some() {
                found.add(
                    *flow,
                    "event-gateway.condition",
                    "a flow from an event-based gateway has no condition",
                    "Remove it",
                );
            }
        }
        let targets: Vec<El> = flows.iter().filter_map(|flow| model.end(*flow, "targetRef")).collect();
        for target in &targets {
            after(model, *target, found);
        }
        let receives = targets.iter().any(|el| tag(*el) == "receiveTask");
        let messages =
            targets.iter().any(|el| tag(*el) != "receiveTask" && model.triggers(*el).contains(&"message"));
        if receives && messages {
            let remedy = "Use only message events, or only receive tasks";
            found.add(
                gateway,
                "event-gateway.mixed",
                "message events and receive tasks follow the same gateway",
                remedy,
            );
        }
        starting(model, gateway, found);
    }
}

/// A gateway that starts the process has no way in; only such a one waits for all events.
fn starting<'a>(model: &Model<'a>, gateway: El<'a>, found: &mut Found) {
    let instantiate = flag(gateway, "instantiate", false);
    if instantiate && !model.incoming(gateway).is_empty() {
        found.add(
            gateway,
            "event-gateway.incoming",
            "a gateway that starts the process has an incoming flow",
            "Remove the flow, or instantiate",
        );
    }
    if !instantiate && gateway.attribute("eventGatewayType") == Some("Parallel") {
        found.add(
            gateway,
            "event-gateway.parallel",
            "a parallel event-based gateway must start the process",
            "Set instantiate, or make it exclusive",
        );
    }
}

fn after<'a>(model: &Model<'a>, target: El<'a>, found: &mut Found) {
    const TRIGGERS: [&str; 4] = ["message", "signal", "timer", "conditional"];
    let triggers = model.triggers(target);
    let fits = match tag(target) {
        "receiveTask" => true,
        "intermediateCatchEvent" => triggers.iter().all(|trigger| TRIGGERS.contains(trigger)),
        _ => false,
    };
    if !fits {
        let remedy = "Use a receive task, or a catching message, signal, timer or conditional event";
        found.add(target, "event-gateway.target", "this may not follow an event-based gateway", remedy);
    }
    if model.incoming(target).len() > 1 {
        let remedy = "Let the other flows join after it";
        found.add(
            target,
            "event-gateway.shared",
            "another flow leads to a node that follows an event-based gateway",
            remedy,
        );
    }
    let hosts = |event: &El| event.attribute("attachedToRef") == Some(id(target));
    if tag(target) == "receiveTask" && model.named("boundaryEvent").any(|event| hosts(&event)) {
        let remedy = "Remove the boundary event, or use a catching message event";
        found.add(
            target,
            "event-gateway.boundary",
            "a receive task after an event-based gateway has a boundary event",
            remedy,
        );
    }
}
