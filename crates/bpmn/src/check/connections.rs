//! Sequence flows and the nodes they connect (7.6.1, 10.2, 10.5).

use std::collections::HashSet;

use super::elements::{
    El, Target, children, flag, id, is_activity, is_choreography_activity, is_event_sub_process,
    is_flow_node, is_sub_process, tag, text,
};
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    for flow in model.named("sequenceFlow") {
        crossing(model, flow, found);
    }
    listed(model, found);
    for node in model.flow_nodes() {
        ends(model, node, found);
    }
    let scopes = model.all.iter().filter(|el| tag(**el) == "process" || is_sub_process(**el));
    for scope in scopes {
        complete(model, *scope, found);
    }
}

/// A sequence flow stays inside its process or sub-process.
fn crossing<'a>(model: &Model<'a>, flow: El<'a>, found: &mut Found) {
    let (Some(source), Some(target)) = (model.end(flow, "sourceRef"), model.end(flow, "targetRef")) else {
        return;
    };
    if !is_flow_node(source) || !is_flow_node(target) {
        return;
    }
    let inside = model.scope(source);
    if inside != model.scope(target) {
        let remedy = "Connect nodes of the same process or sub-process; between pools use a message flow";
        found.add(
            flow,
            "flow.crossing",
            "the sequence flow crosses the border of a process or sub-process",
            remedy,
        );
    }
}

/// Where a file lists the flows of its nodes, the lists agree with the flows.
fn listed(model: &Model, found: &mut Found) {
    let lists = model
        .flow_nodes()
        .any(|node| children(node, "incoming").chain(children(node, "outgoing")).next().is_some());
    if !lists {
        return;
    }
    for node in model.flow_nodes() {
        for (name, flows) in [("incoming", model.incoming(node)), ("outgoing", model.outgoing(node))] {
            let names: Vec<El> = children(node, name).collect();
            let targets = names.iter().filter_map(|el| match model.follow(*el, &text(*el)) {
                Target::Element(el) => Some(el),
                _ => None,
            });
            let targets: HashSet<&str> = targets.map(id).collect();
            for flow in flows.iter().filter(|flow| !targets.contains(id(**flow))) {
                let message = format!("the flow `{}` is not among the {name} flows of the node", id(*flow));
                found.add(
                    node,
                    "flow.unlisted",
                    message,
                    "Add it to the node, or connect the flow elsewhere",
                );
            }
            for extra in targets.iter().filter(|extra| !flows.iter().any(|flow| id(*flow) == **extra)) {
                let is_flow = model.by_id.get(*extra).is_some_and(|el| tag(*el) == "sequenceFlow");
                if is_flow {
                    let message =
                        format!("the flow `{extra}` is {name} by the node's list, but leads elsewhere");
                    found.add(
                        node,
                        "flow.unlisted",
                        message,
                        "Remove it from the node, or connect the flow to it",
                    );
                }
            }
        }
    }
}

/// What may have no incoming or no outgoing flow.
fn ends<'a>(model: &Model<'a>, node: El<'a>, found: &mut Found) {
    let (incoming, outgoing) = (!model.incoming(node).is_empty(), !model.outgoing(node).is_empty());
    match tag(node) {
        "startEvent" if incoming => {
            found.add(
                node,
                "start.incoming",
                "a flow leads into the start event",
                "Let the flow end elsewhere",
            );
        }
        "endEvent" if outgoing => {
            found.add(
                node,
                "end.outgoing",
                "a flow leads out of the end event",
                "Use an intermediate event instead",
            );
        }
        "boundaryEvent" if incoming => {
            found.add(
                node,
                "boundary.incoming",
                "a flow leads into the boundary event",
                "Let the flow end elsewhere",
            );
        }
        _ => {}
    }
    if is_event_sub_process(node) && (incoming || outgoing) {
        let remedy = "Remove the flow; its start event starts it";
        found.add(
            node,
            "event-sub-process.flow",
            "an event sub-process has no sequence flow in or out",
            remedy,
        );
    }
    if flag(node, "isForCompensation", false) && is_activity(node) && (incoming || outgoing) {
        let remedy = "Remove the flow, and join the activity to the boundary event with an association";
        found.add(
            node,
            "compensation.flow",
            "an activity for compensation has no sequence flow in or out",
            remedy,
        );
    }
}

/// With a start event every other node needs a way in; with an end event every other node needs a way out.
fn complete<'a>(model: &Model<'a>, scope: El<'a>, found: &mut Found) {
    if tag(scope) == "adHocSubProcess" {
        return;
    }
    let nodes: Vec<El> = scope.children().filter(|child| is_flow_node(*child)).collect();
    let starts = nodes.iter().any(|node| tag(*node) == "startEvent");
    let finishes = nodes.iter().any(|node| tag(*node) == "endEvent");
    // A receiving task or an event gateway may start the process in place of a start event.
    let instantiated = nodes.iter().any(|node| flag(*node, "instantiate", false));
    if starts != finishes && !instantiated && model.is_executable(scope) {
        let (has, lacks) = if starts { ("a start", "end") } else { ("an end", "start") };
        let message = format!("there is {has} event but no {lacks} event");
        found.add(scope, "scope.events", message, &format!("Add the {lacks} event, or use neither"));
    }
    for node in nodes {
        if is_event_sub_process(node)
            || is_choreography_activity(node)
            || (is_activity(node) && flag(node, "isForCompensation", false))
        {
            continue;
        }
        let triggers = model.triggers(node);
        let link = triggers.contains(&"link");
        let instantiates = flag(node, "instantiate", false);
        let enters = matches!(tag(node), "startEvent" | "boundaryEvent")
            || (link && tag(node) == "intermediateCatchEvent");
        if !enters && !instantiates && model.incoming(node).is_empty() && (starts || needs_way_in(node)) {
            let remedy = "Draw a sequence flow to it, or remove it";
            found.add(node, "flow.no-incoming", "no sequence flow leads to this node", remedy);
        }
        let leaves = tag(node) == "endEvent"
            || (link && tag(node) == "intermediateThrowEvent")
            || (tag(node) == "boundaryEvent" && triggers.contains(&"compensate"));
        if !leaves && model.outgoing(node).is_empty() && (finishes || needs_way_out(node)) {
            let remedy = "Draw a sequence flow from it, or remove it";
            found.add(node, "flow.no-outgoing", "no sequence flow leads on from this node", remedy);
        }
    }
}

/// An end event is reached by a flow also where there is no start event.
fn needs_way_in(node: El) -> bool {
    tag(node) == "endEvent"
}

fn needs_way_out(node: El) -> bool {
    matches!(tag(node), "startEvent" | "boundaryEvent")
}
