//! The typed content of a BPMN 2.0 file: what a process engine and its checks need, resolved by id only on demand.

mod activity;
mod data;
mod event;

pub use activity::{
    AdHoc, CallActivity, LoopKind, MultiBehavior, MultiInstance, Ordering, StandardLoop, SubProcess,
    SubProcessKind, Task, TaskKind,
};
pub use data::{Assignment, DataAssociation, DataItem, DataMapping, ItemDefinition};
pub use event::{Event, EventDefinition, EventKind, EventPosition, TimerKind};

/// An expression with its language as written in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expression {
    /// The text, trimmed.
    pub text: String,
    /// The `language` attribute, if any; otherwise the definitions' `expressionLanguage` holds.
    pub language: Option<String>,
}

/// One BPMN file.
#[derive(Clone, Debug, Default)]
pub struct Definitions {
    /// `id` of the definitions element.
    pub id: String,
    /// `name` of the definitions element.
    pub name: String,
    /// Target namespace of the file.
    pub target_namespace: String,
    /// Default expression language, a URI.
    pub expression_language: String,
    /// Processes in file order.
    pub processes: Vec<Process>,
    /// Collaborations in file order.
    pub collaborations: Vec<Collaboration>,
    /// Messages.
    pub messages: Vec<Named>,
    /// Signals.
    pub signals: Vec<Named>,
    /// Errors; `code` is `errorCode`.
    pub errors: Vec<Named>,
    /// Escalations; `code` is `escalationCode`.
    pub escalations: Vec<Named>,
    /// Item definitions.
    pub items: Vec<ItemDefinition>,
    /// Event definitions at the top of the file, for `eventDefinitionRef`.
    pub event_definitions: Vec<EventDefinition>,
    /// Global tasks, callable like processes.
    pub global_tasks: Vec<Task>,
    /// Operations of interfaces.
    pub operations: Vec<Operation>,
}

/// A message, signal, error or escalation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Element id.
    pub id: String,
    /// Name; empty when absent.
    pub name: String,
    /// Error or escalation code, if any.
    pub code: Option<String>,
    /// `itemRef` or `structureRef`.
    pub item: Option<String>,
    /// `sportello:correlationKey`, for messages.
    pub correlation_key: Option<String>,
}

/// An operation of an interface.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Operation {
    /// Element id.
    pub id: String,
    /// Name.
    pub name: String,
    /// `inMessageRef`.
    pub in_message: Option<String>,
    /// `outMessageRef`.
    pub out_message: Option<String>,
    /// `errorRef`s.
    pub errors: Vec<String>,
}

/// A process.
#[derive(Clone, Debug, Default)]
pub struct Process {
    /// Element id.
    pub id: String,
    /// Name.
    pub name: String,
    /// `isExecutable`; absent means false in the standard.
    pub executable: bool,
    /// Whether `isExecutable` is written in the file.
    pub executable_given: bool,
    /// Documentation texts joined by blank lines.
    pub documentation: String,
    /// Nodes, flows and data.
    pub body: Body,
    /// Lanes with the nodes in each, innermost last.
    pub lanes: Vec<Lane>,
    /// Line in the file, from 1.
    pub line: u32,
}

/// The content of a process or sub-process.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// Flow nodes in file order.
    pub nodes: Vec<Node>,
    /// Sequence flows in file order.
    pub flows: Vec<Flow>,
    /// Data objects, data stores and properties.
    pub data: Vec<DataItem>,
    /// Associations (compensation handlers hang on these).
    pub associations: Vec<Association>,
}

/// A lane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lane {
    /// Element id.
    pub id: String,
    /// Name: the role.
    pub name: String,
    /// `flowNodeRef`s.
    pub nodes: Vec<String>,
}

/// An association between two elements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Association {
    /// Element id.
    pub id: String,
    /// Source id.
    pub source: String,
    /// Target id.
    pub target: String,
}

/// A sequence flow.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    /// Element id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Source node id.
    pub source: String,
    /// Target node id.
    pub target: String,
    /// Condition, if any.
    pub condition: Option<Expression>,
    /// Line in the file, from 1.
    pub line: u32,
}

/// A flow node of any kind.
#[derive(Clone, Debug)]
pub struct Node {
    /// Element id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Documentation texts joined by blank lines.
    pub documentation: String,
    /// What it is.
    pub kind: NodeKind,
    /// `incoming` references in the order written.
    pub incoming: Vec<String>,
    /// `outgoing` references in the order written: the order in which conditions are looked at.
    pub outgoing: Vec<String>,
    /// The `default` flow.
    pub default: Option<String>,
    /// Line in the file, from 1.
    pub line: u32,
}

/// The kinds of flow node.
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// Any event.
    Event(Event),
    /// Any task.
    Task(Box<Task>),
    /// Embedded sub-process, event sub-process, transaction or ad-hoc sub-process.
    SubProcess(Box<SubProcess>),
    /// Call activity.
    Call(Box<CallActivity>),
    /// Any gateway.
    Gateway(Gateway),
}

/// A gateway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gateway {
    /// What it does.
    pub kind: GatewayKind,
    /// `gatewayDirection` as written.
    pub direction: Option<String>,
}

/// The kinds of gateway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GatewayKind {
    /// One flow.
    Exclusive,
    /// All flows.
    Parallel,
    /// Every flow whose condition holds.
    Inclusive,
    /// The first event decides.
    EventBased {
        /// Starts an instance.
        instantiate: bool,
        /// All events are needed (only when instantiating).
        parallel: bool,
    },
    /// Activation condition over arrived tokens.
    Complex {
        /// `activationCondition`.
        activation: Option<Expression>,
    },
}

/// A collaboration.
#[derive(Clone, Debug, Default)]
pub struct Collaboration {
    /// Element id.
    pub id: String,
    /// Pools.
    pub participants: Vec<Participant>,
    /// Message flows.
    pub message_flows: Vec<Association>,
}

/// A pool.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Participant {
    /// Element id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Process inside, if any.
    pub process: Option<String>,
}

impl Definitions {
    /// The process with this id.
    #[must_use]
    pub fn process(&self, id: &str) -> Option<&Process> {
        self.processes.iter().find(|p| p.id == id)
    }
}

impl Body {
    /// Every node of this body and of the bodies inside it, outermost first.
    #[must_use]
    pub fn all_nodes(&self) -> Vec<&Node> {
        let mut out = Vec::new();
        let mut open = vec![self];
        while let Some(body) = open.pop() {
            for node in &body.nodes {
                out.push(node);
                if let NodeKind::SubProcess(sub) = &node.kind {
                    open.push(&sub.body);
                }
            }
        }
        out
    }
}
