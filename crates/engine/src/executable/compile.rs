//! From definitions to [`Executable`]s.

use std::collections::BTreeMap;

use bpmn::model::{
    Body, DataMapping, Definitions, Event, EventPosition, GatewayKind, LoopKind, Node, NodeKind, Ordering,
    Process, SubProcess, SubProcessKind, TaskKind,
};

use super::triggers::Names;
use super::{AdHoc, CompileError, Content, Element, Executable, Flow, Formula, Kind, activities, reach};
use crate::{FlowIx, Ix};

impl Executable {
    /// Compiles a process, or a global task as a process of one task.
    ///
    /// # Errors
    /// [`CompileError`]: no such process, or references that lead nowhere.
    pub fn compile(defs: &Definitions, process: &str) -> Result<Self, CompileError> {
        let wrapped;
        let found = match defs.process(process) {
            Some(found) => found,
            None => {
                let task = defs
                    .global_tasks
                    .iter()
                    .find(|t| t.id == process)
                    .ok_or_else(|| CompileError::NoProcess(process.to_owned()))?;
                wrapped = around(task);
                &wrapped
            }
        };
        let mut compiler = Compiler::new(defs, found);
        compiler.collect(&found.body, 0);
        compiler.build(found)
    }

    /// Compiles every process that has content, and every global task.
    ///
    /// # Errors
    /// As [`Executable::compile`].
    pub fn compile_all(defs: &Definitions) -> Result<Vec<Self>, CompileError> {
        let processes = defs.processes.iter().filter(|p| !p.body.nodes.is_empty()).map(|p| p.id.as_str());
        processes
            .chain(defs.global_tasks.iter().map(|t| t.id.as_str()))
            .map(|id| Self::compile(defs, id))
            .collect()
    }
}

/// A process that holds just this task, under the task's id; the task inside gets a longer one.
fn around(task: &bpmn::model::Task) -> Process {
    let node = Node {
        id: format!("{}.task", task.id),
        name: task.name.clone(),
        documentation: String::new(),
        kind: NodeKind::Task(Box::new(task.clone())),
        incoming: Vec::new(),
        outgoing: Vec::new(),
        default: None,
        line: 0,
    };
    let body = Body { nodes: vec![node], ..Body::default() };
    Process { id: task.id.clone(), name: task.name.clone(), executable: true, body, ..Process::default() }
}

struct Compiler<'a> {
    defs: &'a Definitions,
    nodes: Vec<(&'a Node, Ix)>,
    flows: Vec<&'a bpmn::model::Flow>,
    ids: BTreeMap<&'a str, Ix>,
    bodies: Vec<(Ix, &'a Body)>,
    exe: Executable,
}

impl<'a> Compiler<'a> {
    fn new(defs: &'a Definitions, process: &'a Process) -> Self {
        let exe = Executable {
            id: process.id.as_str().into(),
            name: process.name.as_str().into(),
            elements: Vec::new(),
            flows: Vec::new(),
            data: BTreeMap::new(),
            nowhere: Element::default(),
            no_flow: Flow::default(),
        };
        Self { defs, nodes: Vec::new(), flows: Vec::new(), ids: BTreeMap::new(), bodies: Vec::new(), exe }
    }

    /// Numbers every element; the order is that of the file, outer bodies first.
    fn collect(&mut self, body: &'a Body, container: Ix) {
        self.bodies.push((container, body));
        self.flows.extend(&body.flows);
        for item in &body.data {
            self.exe.data.insert(item.id.as_str().into(), item.name.as_str().into());
        }
        for item in body.data.iter().filter(|i| i.refers_to.is_some()) {
            let name = item.refers_to.as_deref().and_then(|of| self.exe.data.get(of)).cloned();
            if let Some(name) = name {
                self.exe.data.insert(item.id.as_str().into(), name);
            }
        }
        for node in &body.nodes {
            self.nodes.push((node, container));
            let ix = Ix::try_from(self.nodes.len()).unwrap_or(Ix::MAX);
            self.ids.insert(&node.id, ix);
            if let NodeKind::SubProcess(sub) = &node.kind {
                self.collect(&sub.body, ix);
            }
        }
    }

    fn build(mut self, process: &Process) -> Result<Executable, CompileError> {
        self.build_flows()?;
        let mut root = Element { id: self.exe.id.clone(), name: self.exe.name.clone(), ..Element::default() };
        root.content = Some(Box::default());
        self.exe.elements.push(root);
        for at in 0..self.nodes.len() {
            if let Some((node, container)) = self.nodes.get(at).copied() {
                let element = self.element(node, container)?;
                self.exe.elements.push(element);
            }
        }
        self.attach_boundaries();
        for (container, body) in std::mem::take(&mut self.bodies) {
            self.fill(container, body);
        }
        self.roles(process);
        for (at, sets) in reach::compute(&self.exe) {
            if let Some(element) = self.exe.elements.get_mut(at) {
                element.reach = sets;
            }
        }
        Ok(self.exe)
    }

    fn build_flows(&mut self) -> Result<(), CompileError> {
        for flow in &self.flows {
            let end = |id: &String, what| {
                let dangling = || CompileError::Dangling { element: flow.id.clone(), what, name: id.clone() };
                self.ids.get(id.as_str()).copied().ok_or_else(dangling)
            };
            let built = Flow {
                id: flow.id.as_str().into(),
                source: end(&flow.source, "source")?,
                target: end(&flow.target, "target")?,
                condition: flow
                    .condition
                    .as_ref()
                    .filter(|c| !c.text.is_empty())
                    .map(|c| Formula::new(&c.text)),
            };
            self.exe.flows.push(built);
        }
        Ok(())
    }

    fn element(&self, node: &Node, container: Ix) -> Result<Element, CompileError> {
        let mut out = Element {
            id: node.id.as_str().into(),
            name: node.name.as_str().into(),
            container,
            interrupting: true,
            ..Element::default()
        };
        self.connect(node, &mut out);
        if quantities(node).is_some_and(|(start, completion)| start < 1 || completion < 1) {
            return Err(CompileError::Quantity { element: node.id.clone() });
        }
        if negative_maximum(node) {
            return Err(CompileError::Maximum { element: node.id.clone() });
        }
        (out.into, out.out) = activities::mappings(mapping_of(node), &self.exe);
        let names = Names { defs: self.defs, elements: &self.ids };
        match &node.kind {
            NodeKind::Event(event) => self.event(node, event, &mut out)?,
            NodeKind::Task(task) => {
                out.kind = activities::kind_of(task);
                out.activity = Some(Box::new(activities::task(task, &names, &self.exe)));
            }
            NodeKind::Call(call) => {
                out.kind = Kind::Call;
                let mut activity = activities::base(call.repeat.as_ref(), &call.mapping, &names, &self.exe);
                activities::quantities(
                    &mut activity,
                    call.start_quantity,
                    call.completion_quantity,
                    call.for_compensation,
                );
                activity.called = call.called.as_str().into();
                out.activity = Some(Box::new(activity));
            }
            NodeKind::SubProcess(sub) => self.sub_process(sub, &names, &mut out),
            NodeKind::Gateway(gateway) => {
                out.kind = match &gateway.kind {
                    GatewayKind::Exclusive => Kind::Exclusive,
                    GatewayKind::Parallel => Kind::Parallel,
                    GatewayKind::Inclusive => Kind::Inclusive,
                    GatewayKind::EventBased { .. } => Kind::EventBased,
                    GatewayKind::Complex { activation } => {
                        out.triggers.extend(
                            activation.as_ref().map(|a| super::Trigger::Condition(Formula::new(&a.text))),
                        );
                        Kind::Complex
                    }
                };
            }
        }
        Ok(out)
    }

    /// Outgoing flows in the order of the node's own list, then those it does not list.
    fn connect(&self, node: &Node, out: &mut Element) {
        let here = self.ids.get(node.id.as_str()).copied().unwrap_or(0);
        let at = |ix: usize| FlowIx::try_from(ix).unwrap_or(FlowIx::MAX);
        let mut leaving: Vec<_> =
            self.exe.flows.iter().enumerate().filter(|(_, f)| f.source == here).collect();
        leaving.sort_by_key(|(_, f)| node.outgoing.iter().position(|o| **o == *f.id).unwrap_or(usize::MAX));
        out.default =
            leaving.iter().find(|(_, f)| node.default.as_deref() == Some(&f.id)).map(|(ix, _)| at(*ix));
        out.outgoing = leaving.into_iter().map(|(ix, _)| at(ix)).collect();
        out.incoming = self
            .exe
            .flows
            .iter()
            .enumerate()
            .filter(|(_, f)| f.target == here)
            .map(|(ix, _)| at(ix))
            .collect();
    }

    fn event(&self, node: &Node, event: &Event, out: &mut Element) -> Result<(), CompileError> {
        let names = Names { defs: self.defs, elements: &self.ids };
        out.triggers = names.triggers(&event.definitions);
        out.parallel_multiple = event.parallel_multiple && event.definitions.len() > 1;
        out.kind = match &event.position {
            EventPosition::Start => Kind::Start,
            EventPosition::StartNonInterrupting => {
                out.interrupting = false;
                Kind::Start
            }
            EventPosition::Catch => Kind::Catch,
            EventPosition::Throw | EventPosition::Implicit => Kind::Throw,
            EventPosition::End => Kind::End,
            EventPosition::Boundary { host, interrupting } => {
                out.interrupting = *interrupting;
                let missing = || CompileError::Dangling {
                    element: node.id.clone(),
                    what: "the activity",
                    name: host.clone(),
                };
                Kind::Boundary(self.ids.get(host.as_str()).copied().ok_or_else(missing)?)
            }
        };
        Ok(())
    }

    fn sub_process(&self, sub: &SubProcess, names: &Names<'_>, out: &mut Element) {
        out.kind = match sub.kind {
            SubProcessKind::Event => Kind::EventSubProcess,
            SubProcessKind::Transaction => Kind::Transaction,
            SubProcessKind::Embedded | SubProcessKind::AdHoc(_) => Kind::SubProcess,
        };
        let mut activity = activities::base(sub.repeat.as_ref(), &sub.mapping, names, &self.exe);
        activities::quantities(
            &mut activity,
            sub.start_quantity,
            sub.completion_quantity,
            sub.for_compensation,
        );
        out.activity = Some(Box::new(activity));
        let mut content = Content::default();
        if let SubProcessKind::AdHoc(ad_hoc) = &sub.kind {
            content.ad_hoc = Some(AdHoc {
                sequential: ad_hoc.ordering == Ordering::Sequential,
                completion: ad_hoc.completion.as_ref().map(|c| Formula::new(&c.text)),
                cancel_remaining: ad_hoc.cancel_remaining,
            });
        }
        out.content = Some(Box::new(content));
    }

    fn attach_boundaries(&mut self) {
        let hosts: Vec<_> = self
            .exe
            .elements
            .iter()
            .zip(0..)
            .filter_map(|(e, ix)| if let Kind::Boundary(host) = e.kind { Some((host, ix)) } else { None })
            .collect();
        for (host, ix) in hosts {
            let compensates = self
                .exe
                .element(ix)
                .triggers
                .iter()
                .any(|t| matches!(t, super::Trigger::Compensation { .. }));
            let id = self.exe.element(ix).id.clone();
            let linked = self
                .bodies
                .iter()
                .flat_map(|(_, b)| &b.associations)
                .find(|a| *a.source == *id)
                .and_then(|a| self.ids.get(a.target.as_str()).copied());
            let activity = self.exe.elements.get_mut(host as usize).and_then(|e| e.activity.as_mut());
            if let Some(activity) = activity {
                if compensates {
                    activity.compensation = linked;
                } else {
                    activity.boundaries.push(ix);
                }
            }
        }
    }

    /// What starts in a container, and what lives in it.
    fn fill(&mut self, container: Ix, body: &Body) {
        let mut content =
            self.exe.elements.get_mut(container as usize).and_then(|e| e.content.take()).unwrap_or_default();
        content.variables =
            body.data.iter().filter(|d| d.refers_to.is_none()).map(|d| d.name.as_str().into()).collect();
        content.children = self.ids_of(body);
        let mut implicit = Vec::new();
        for (node, ix) in body.nodes.iter().zip(content.children.iter().copied()) {
            let element = self.exe.element(ix);
            match element.kind {
                Kind::Start
                    if element.triggers.is_empty()
                        || (container != 0 && self.exe.element(container).kind != Kind::EventSubProcess) =>
                {
                    content.starts.push(ix)
                }
                Kind::Start => content.triggered.push(ix),
                Kind::EventSubProcess => {
                    let starts = self
                        .exe
                        .elements
                        .iter()
                        .zip(0..)
                        .filter(|(e, _)| e.container == ix && e.kind == Kind::Start);
                    content.event_starts.extend(starts.map(|(_, at)| at));
                }
                Kind::EventBased if is_instantiating(node) => {
                    content.triggered.extend(element.outgoing.iter().map(|f| self.exe.flow(*f).target));
                }
                Kind::Receive if is_instantiating(node) => content.triggered.push(ix),
                Kind::Boundary(_) | Kind::Catch
                    if reach::link_name(element).is_some() || element.kind != Kind::Catch => {}
                _ if element.incoming.is_empty()
                    && !element.activity().is_some_and(|a| a.for_compensation) =>
                {
                    implicit.push(ix)
                }
                _ => {}
            }
        }
        if content.starts.is_empty() && content.triggered.is_empty() {
            content.starts = implicit;
        }
        if let Some(element) = self.exe.elements.get_mut(container as usize) {
            element.content = Some(content);
        }
    }

    fn ids_of(&self, body: &Body) -> Vec<Ix> {
        body.nodes.iter().filter_map(|n| self.ids.get(n.id.as_str()).copied()).collect()
    }

    /// The role of a user task without one is the name of its innermost lane.
    fn roles(&mut self, process: &Process) {
        for lane in &process.lanes {
            for node in &lane.nodes {
                let Some(ix) = self.ids.get(node.as_str()) else {
                    continue;
                };
                let Some(activity) =
                    self.exe.elements.get_mut(*ix as usize).and_then(|e| e.activity.as_mut())
                else {
                    continue;
                };
                if activity.role.is_none() && !lane.name.is_empty() {
                    activity.role = Some(lane.name.as_str().into());
                }
            }
        }
    }
}

fn quantities(node: &Node) -> Option<(i64, i64)> {
    match &node.kind {
        NodeKind::Task(t) => Some((t.start_quantity, t.completion_quantity)),
        NodeKind::Call(c) => Some((c.start_quantity, c.completion_quantity)),
        NodeKind::SubProcess(s) => Some((s.start_quantity, s.completion_quantity)),
        NodeKind::Event(_) | NodeKind::Gateway(_) => None,
    }
}

fn negative_maximum(node: &Node) -> bool {
    let repeat = match &node.kind {
        NodeKind::Task(t) => t.repeat.as_ref(),
        NodeKind::Call(c) => c.repeat.as_ref(),
        NodeKind::SubProcess(s) => s.repeat.as_ref(),
        NodeKind::Event(_) | NodeKind::Gateway(_) => None,
    };
    matches!(repeat, Some(LoopKind::Standard(one)) if one.maximum.is_some_and(|m| m < 0))
}

fn mapping_of(node: &Node) -> Option<&DataMapping> {
    match &node.kind {
        NodeKind::Event(e) => Some(&e.mapping),
        NodeKind::Task(t) => Some(&t.mapping),
        NodeKind::Call(c) => Some(&c.mapping),
        NodeKind::SubProcess(s) => Some(&s.mapping),
        NodeKind::Gateway(_) => None,
    }
}

fn is_instantiating(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Gateway(g) => matches!(g.kind, GatewayKind::EventBased { instantiate: true, .. }),
        NodeKind::Task(t) => matches!(t.kind, TaskKind::Receive { instantiate: true }),
        _ => false,
    }
}
