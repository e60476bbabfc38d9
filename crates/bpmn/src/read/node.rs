//! Flow nodes and the bodies that hold them.

use roxmltree::Node as Xml;

use super::{
    ReadError, activity, association, attr, data, documentation, elements, error, event, expression, flag,
    line, local, opt, texts,
};
use crate::model::{Body, EventDefinition, Flow, Gateway, GatewayKind, Node, NodeKind};

/// The content of a process or sub-process.
pub(super) fn body(xml: Xml<'_, '_>, shared: &[EventDefinition], depth: usize) -> Result<Body, ReadError> {
    if depth > super::MAX_DEPTH {
        return Err(error(
            xml,
            &format!(
                "sub-processes are nested deeper than {}; move the inner ones into processes of their own and call them",
                super::MAX_DEPTH
            ),
        ));
    }
    let mut out = Body::default();
    for child in elements(xml) {
        match child.tag_name().name() {
            "sequenceFlow" => out.flows.push(Flow {
                id: attr(child, "id"),
                name: attr(child, "name"),
                source: local(attr(child, "sourceRef")),
                target: local(attr(child, "targetRef")),
                condition: expression(child, "conditionExpression"),
                line: line(child),
            }),
            "association" => out.associations.push(association(child)),
            "dataObject" | "dataObjectReference" | "dataStoreReference" | "property" => {
                out.data.push(data::item(child))
            }
            _ => {
                if let Some(kind) = kind(child, shared, depth)? {
                    out.nodes.push(node(child, kind));
                }
            }
        }
    }
    Ok(out)
}

fn node(xml: Xml<'_, '_>, kind: NodeKind) -> Node {
    Node {
        id: attr(xml, "id"),
        name: attr(xml, "name"),
        documentation: documentation(xml),
        kind,
        incoming: texts(xml, "incoming"),
        outgoing: texts(xml, "outgoing"),
        default: opt(xml, "default").map(local),
        line: line(xml),
    }
}

fn kind(xml: Xml<'_, '_>, shared: &[EventDefinition], depth: usize) -> Result<Option<NodeKind>, ReadError> {
    let gateway = |kind| Some(NodeKind::Gateway(Gateway { kind, direction: opt(xml, "gatewayDirection") }));
    let name = xml.tag_name().name();
    Ok(match name {
        "startEvent" | "endEvent" | "intermediateCatchEvent" | "intermediateThrowEvent" | "boundaryEvent" => {
            Some(NodeKind::Event(event::event(xml, name, shared)))
        }
        "exclusiveGateway" => gateway(GatewayKind::Exclusive),
        "parallelGateway" => gateway(GatewayKind::Parallel),
        "inclusiveGateway" => gateway(GatewayKind::Inclusive),
        "eventBasedGateway" => gateway(GatewayKind::EventBased {
            instantiate: flag(xml, "instantiate", false),
            parallel: attr(xml, "eventGatewayType") == "Parallel",
        }),
        "complexGateway" => {
            gateway(GatewayKind::Complex { activation: expression(xml, "activationCondition") })
        }
        "subProcess" | "transaction" | "adHocSubProcess" => {
            Some(NodeKind::SubProcess(Box::new(activity::sub_process(xml, name, shared, depth)?)))
        }
        "callActivity" => Some(NodeKind::Call(Box::new(activity::call(xml)))),
        _ if name == "task" || (name.ends_with("Task") && !name.starts_with("choreography")) => {
            Some(NodeKind::Task(Box::new(activity::task(xml, name))))
        }
        _ => None,
    })
}
