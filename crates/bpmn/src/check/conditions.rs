//! Conditions and default flows (8.3.13, 10.5).

use super::elements::{child, id, is_activity, is_event, tag};
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    for flow in model.named("sequenceFlow").filter(|flow| child(*flow, "conditionExpression").is_some()) {
        let Some(source) = model.end(flow, "sourceRef") else {
            continue;
        };
        if is_event(source) || tag(source) == "eventBasedGateway" {
            let remedy = "Remove the condition, or put an exclusive gateway before the flow";
            found.add(
                flow,
                "condition.source",
                format!("a flow from a {} has no condition", tag(source)),
                remedy,
            );
        }
        if is_activity(source) && model.outgoing(source).len() < 2 {
            let remedy = "Add another outgoing flow, or remove the condition";
            found.add(
                flow,
                "condition.alone",
                "the only flow that leaves an activity has a condition",
                remedy,
            );
        }
    }
    defaults(model, found);
}

/// A default flow leaves its node, and has no condition of its own.
fn defaults(model: &Model, found: &mut Found) {
    for node in model.flow_nodes() {
        let Some(default) = node.attribute("default") else {
            continue;
        };
        if model.end(node, "default").is_some_and(|flow| tag(flow) == "sequenceFlow")
            && !model
                .outgoing(node)
                .iter()
                .any(|flow| id(*flow) == default.rsplit(':').next().unwrap_or(default))
        {
            let message = format!("the default flow `{default}` does not leave this node");
            found.add(node, "default.elsewhere", message, "Choose one of the node's own outgoing flows");
        }
        let conditional =
            model.end(node, "default").is_some_and(|flow| child(flow, "conditionExpression").is_some());
        if conditional {
            let message = format!("the default flow `{default}` has a condition");
            found.add(node, "default.condition", message, "Remove the condition from the default flow");
        }
    }
}
