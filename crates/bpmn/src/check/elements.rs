//! The elements of a file by id, and how they hang together.

use std::collections::HashMap;

use roxmltree::{Document, Node, NodeId};

/// An element of the file.
pub(super) type El<'a> = Node<'a, 'a>;

const BPMN: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

pub(super) fn is_bpmn(el: El) -> bool {
    el.is_element() && el.tag_name().namespace() == Some(BPMN)
}

/// The element's name without its prefix.
pub(super) fn tag<'a>(el: El<'a>) -> &'a str {
    el.tag_name().name()
}

pub(super) fn id<'a>(el: El<'a>) -> &'a str {
    el.attribute("id").unwrap_or_default()
}

/// How people find the element: by its id, else by kind and line.
pub(super) fn label(el: El) -> String {
    match el.attribute("id") {
        Some(id) if !id.is_empty() => id.to_owned(),
        _ => format!("{} in line {}", tag(el), el.document().text_pos_at(el.range().start).row),
    }
}

pub(super) fn children<'a>(el: El<'a>, name: &'static str) -> impl Iterator<Item = El<'a>> {
    el.children().filter(move |child| is_bpmn(*child) && tag(*child) == name)
}

pub(super) fn child<'a>(el: El<'a>, name: &'static str) -> Option<El<'a>> {
    children(el, name).next()
}

/// The text of the element, trimmed.
pub(super) fn text(el: El) -> String {
    el.descendants()
        .filter(|node| node.is_text())
        .filter_map(|node| node.text())
        .collect::<String>()
        .trim()
        .to_owned()
}

pub(super) fn flag(el: El, name: &str, default: bool) -> bool {
    el.attribute(name).map_or(default, |value| matches!(value.trim(), "true" | "1"))
}

/// Whether `xsi:type` is the given BPMN type.
pub(super) fn has_type(el: El, wanted: &str) -> bool {
    el.attribute((XSI, "type")).is_some_and(|found| found.rsplit(':').next() == Some(wanted))
}

pub(super) fn is_event(el: El) -> bool {
    is_bpmn(el)
        && matches!(
            tag(el),
            "startEvent" | "endEvent" | "intermediateCatchEvent" | "intermediateThrowEvent" | "boundaryEvent"
        )
}

pub(super) fn is_catch(el: El) -> bool {
    matches!(tag(el), "startEvent" | "intermediateCatchEvent" | "boundaryEvent")
}

pub(super) fn is_task(el: El) -> bool {
    is_bpmn(el)
        && matches!(
            tag(el),
            "task"
                | "userTask"
                | "manualTask"
                | "scriptTask"
                | "serviceTask"
                | "businessRuleTask"
                | "sendTask"
                | "receiveTask"
        )
}

pub(super) fn is_sub_process(el: El) -> bool {
    is_bpmn(el) && matches!(tag(el), "subProcess" | "adHocSubProcess" | "transaction")
}

pub(super) fn is_event_sub_process(el: El) -> bool {
    is_sub_process(el) && flag(el, "triggeredByEvent", false)
}

pub(super) fn is_activity(el: El) -> bool {
    is_task(el) || is_sub_process(el) || (is_bpmn(el) && tag(el) == "callActivity")
}

pub(super) fn is_gateway(el: El) -> bool {
    is_bpmn(el)
        && matches!(
            tag(el),
            "exclusiveGateway"
                | "parallelGateway"
                | "inclusiveGateway"
                | "complexGateway"
                | "eventBasedGateway"
        )
}

pub(super) fn is_choreography_activity(el: El) -> bool {
    is_bpmn(el) && matches!(tag(el), "choreographyTask" | "subChoreography" | "callChoreography")
}

pub(super) fn is_flow_node(el: El) -> bool {
    is_event(el) || is_activity(el) || is_gateway(el) || is_choreography_activity(el)
}

/// Where a reference leads.
pub(super) enum Target<'a> {
    Element(El<'a>),
    /// To another file, or to something that is not named in files, as `##WebService`.
    Elsewhere,
    Nothing,
}

/// The elements of one file.
pub(super) struct Model<'a> {
    pub root: El<'a>,
    /// Every BPMN element outside extensions, in file order.
    pub all: Vec<El<'a>>,
    pub by_id: HashMap<&'a str, El<'a>>,
    incoming: HashMap<NodeId, Vec<El<'a>>>,
    outgoing: HashMap<NodeId, Vec<El<'a>>>,
}

impl<'a> Model<'a> {
    pub fn new(document: &'a Document<'a>) -> Self {
        let root = document.root_element();
        let mut all = Vec::new();
        let mut open = vec![root];
        while let Some(el) = open.pop() {
            if !is_bpmn(el) || tag(el) == "extensionElements" {
                continue;
            }
            all.push(el);
            let mut children: Vec<El> = el.children().filter(Node::is_element).collect();
            children.reverse();
            open.extend(children);
        }
        let mut model =
            Self { root, all, by_id: HashMap::new(), incoming: HashMap::new(), outgoing: HashMap::new() };
        for el in &model.all {
            if let Some(id) = el.attribute("id") {
                model.by_id.entry(id).or_insert(*el);
            }
        }
        let flows: Vec<El> = model.named("sequenceFlow").collect();
        for flow in flows {
            if let Some(source) = model.end(flow, "sourceRef") {
                model.outgoing.entry(source.id()).or_default().push(flow);
            }
            if let Some(target) = model.end(flow, "targetRef") {
                model.incoming.entry(target.id()).or_default().push(flow);
            }
        }
        model
    }

    pub fn named(&self, name: &'static str) -> impl Iterator<Item = El<'a>> {
        self.all.iter().copied().filter(move |el| tag(*el) == name)
    }

    pub fn events(&self) -> impl Iterator<Item = El<'a>> {
        self.all.iter().copied().filter(|el| is_event(*el))
    }

    pub fn activities(&self) -> impl Iterator<Item = El<'a>> {
        self.all.iter().copied().filter(|el| is_activity(*el))
    }

    pub fn flow_nodes(&self) -> impl Iterator<Item = El<'a>> {
        self.all.iter().copied().filter(|el| is_flow_node(*el))
    }

    /// Follows a reference written in `from`.
    pub fn follow(&self, from: El<'a>, reference: &str) -> Target<'a> {
        let reference = reference.trim();
        if reference.starts_with('#') || reference.starts_with('{') || reference.contains(['$', '/']) {
            return Target::Elsewhere;
        }
        if let Some(el) = self.by_id.get(reference) {
            return Target::Element(*el);
        }
        let Some((prefix, local)) = reference.split_once(':') else {
            return Target::Nothing;
        };
        let own = self.root.attribute("targetNamespace");
        let namespace = from.lookup_namespace_uri(Some(prefix));
        match self.by_id.get(local) {
            Some(el) if namespace.is_none() || namespace == own => Target::Element(*el),
            _ if namespace.is_some() && namespace != own => Target::Elsewhere,
            _ => Target::Nothing,
        }
    }

    /// The element an attribute refers to, in this file.
    pub fn end(&self, from: El<'a>, attribute: &str) -> Option<El<'a>> {
        match self.follow(from, from.attribute(attribute)?) {
            Target::Element(el) => Some(el),
            _ => None,
        }
    }

    /// The elements that child elements of this name refer to, in this file.
    pub fn referred(&self, from: El<'a>, name: &'static str) -> Vec<El<'a>> {
        let follow = |el: El<'a>| match self.follow(el, &text(el)) {
            Target::Element(el) => Some(el),
            _ => None,
        };
        children(from, name).filter_map(follow).collect()
    }

    pub fn incoming(&self, el: El) -> &[El<'a>] {
        self.incoming.get(&el.id()).map_or(&[], Vec::as_slice)
    }

    pub fn outgoing(&self, el: El) -> &[El<'a>] {
        self.outgoing.get(&el.id()).map_or(&[], Vec::as_slice)
    }

    /// The event definitions of an event, its own and those it refers to.
    pub fn definitions(&self, event: El<'a>) -> Vec<El<'a>> {
        let own =
            event.children().filter(|child| is_bpmn(*child) && tag(*child).ends_with("EventDefinition"));
        own.chain(self.referred(event, "eventDefinitionRef")).collect()
    }

    /// The kinds of an event's definitions, as `message`.
    pub fn triggers(&self, event: El<'a>) -> Vec<&'a str> {
        self.definitions(event).into_iter().filter_map(|el| tag(el).strip_suffix("EventDefinition")).collect()
    }

    /// The innermost process or sub-process around an element.
    pub fn scope(&self, el: El<'a>) -> Option<El<'a>> {
        el.ancestors()
            .skip(1)
            .find(|around| is_bpmn(*around) && (tag(*around) == "process" || is_sub_process(*around)))
    }

    pub fn process(&self, el: El<'a>) -> Option<El<'a>> {
        el.ancestors().find(|around| is_bpmn(*around) && tag(*around) == "process")
    }

    /// Whether the element belongs to a process meant to be run.
    pub fn is_executable(&self, el: El<'a>) -> bool {
        self.process(el).is_some_and(|process| flag(process, "isExecutable", false))
    }
}
