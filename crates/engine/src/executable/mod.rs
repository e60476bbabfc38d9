//! A process compiled for running: elements and flows as small integers, references resolved, expressions parsed,
//! reachability for inclusive joins computed. Built once for each version of a process, shared by its instances.

mod activities;
mod compile;
mod formula;
pub(crate) mod reach;
mod triggers;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use formula::Formula;

use crate::{FlowIx, Ix};

/// Why a process could not be compiled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompileError {
    /// No process or global task with this id.
    #[error("there is no process `{0}` in this file; check the id")]
    NoProcess(String),
    /// A start or completion quantity below one (BPMN 2.0.2, table 10.3).
    #[error(
        "{element}: the start and completion quantities must be 1 or more; correct them or leave them out"
    )]
    Quantity {
        /// The activity.
        element: String,
    },
    /// A negative most number of rounds (BPMN 2.0.2, table 10.28).
    #[error("{element}: loopMaximum must be 0 or more; correct it or leave it out")]
    Maximum {
        /// The activity.
        element: String,
    },
    /// A reference names nothing.
    #[error("{element}: {what} `{name}` does not exist in this process; draw it or correct the reference")]
    Dangling {
        /// The referring element.
        element: String,
        /// What is referred to.
        what: &'static str,
        /// The name that leads nowhere.
        name: String,
    },
}

/// A compiled process.
#[derive(Debug)]
pub struct Executable {
    /// Process id.
    pub id: Box<str>,
    /// Process name.
    pub name: Box<str>,
    /// Elements; the first is the process itself.
    pub elements: Vec<Element>,
    /// Sequence flows.
    pub flows: Vec<Flow>,
    /// Names of variables by id of data object, reference or property.
    pub(crate) data: BTreeMap<Box<str>, Box<str>>,
    nowhere: Element,
    no_flow: Flow,
}

/// A sequence flow.
#[derive(Debug, Default)]
pub struct Flow {
    /// Its id.
    pub id: Box<str>,
    /// Source element.
    pub source: Ix,
    /// Target element.
    pub target: Ix,
    /// Condition.
    pub condition: Option<Formula>,
}

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    /// Its id.
    pub id: Box<str>,
    /// Its name.
    pub name: Box<str>,
    /// What it is.
    pub kind: Kind,
    /// The container around it.
    pub container: Ix,
    /// Flows in.
    pub incoming: Vec<FlowIx>,
    /// Flows out, in the order in which conditions are looked at.
    pub outgoing: Vec<FlowIx>,
    /// Default flow.
    pub default: Option<FlowIx>,
    /// What it catches or throws.
    pub triggers: Vec<Trigger>,
    /// Data in.
    pub into: Vec<Mapping>,
    /// Data out.
    pub out: Vec<Mapping>,
    /// All triggers are needed.
    pub parallel_multiple: bool,
    /// Ends its host or scope.
    pub interrupting: bool,
    /// Activities only.
    pub activity: Option<Box<Activity>>,
    /// Containers only.
    pub content: Option<Box<Content>>,
    /// Inclusive and complex joins: for each incoming flow, the elements from which it can be reached.
    pub(crate) reach: Vec<reach::Set>,
}

/// What concerns activities only.
#[derive(Debug, Default)]
pub struct Activity {
    /// Boundary events.
    pub boundaries: Vec<Ix>,
    /// The handler of its compensation boundary event.
    pub compensation: Option<Ix>,
    /// It is such a handler itself.
    pub for_compensation: bool,
    /// How it repeats.
    pub repeat: Option<Loop>,
    /// Tokens needed.
    pub start_quantity: u32,
    /// Tokens sent out.
    pub completion_quantity: u32,
    /// Operation to call.
    pub operation: Arc<str>,
    /// Its arguments: an expression whose value is a context.
    pub arguments: Option<Formula>,
    /// Process called.
    pub called: Box<str>,
    /// Form of a user task.
    pub form: Option<Box<str>>,
    /// Role of a user task, from the task or its lane.
    pub role: Option<Box<str>>,
    /// The user task whose doer may not do this one.
    pub not_by: Option<Box<str>>,
    /// Message sent or received.
    pub message: Option<Message>,
}

/// What concerns containers only.
#[derive(Debug, Default)]
pub struct Content {
    /// Elements inside, not deeper.
    pub children: Vec<Ix>,
    /// Start events without trigger; without any start event, what has no incoming flow.
    pub starts: Vec<Ix>,
    /// Start events with trigger (of a process), instantiating receive tasks and gateways' events.
    pub triggered: Vec<Ix>,
    /// Start events of event sub-processes.
    pub event_starts: Vec<Ix>,
    /// Names of variables that live here.
    pub variables: Vec<Box<str>>,
    /// Order and end of an ad-hoc sub-process.
    pub ad_hoc: Option<AdHoc>,
}

/// Order and end of an ad-hoc sub-process.
#[derive(Debug, Default)]
pub struct AdHoc {
    /// One at a time.
    pub sequential: bool,
    /// Ends when this holds.
    pub completion: Option<Formula>,
    /// Then cancels what still runs.
    pub cancel_remaining: bool,
}

/// The kinds of element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The process.
    #[default]
    Process,
    /// Start event.
    Start,
    /// End event.
    End,
    /// Intermediate catch event.
    Catch,
    /// Intermediate throw event.
    Throw,
    /// Boundary event of this host.
    Boundary(Ix),
    /// Plain or manual task.
    Pass,
    /// User task.
    User,
    /// Script task.
    Script,
    /// Service task.
    Service,
    /// Business rule task.
    Decision,
    /// Send task.
    Send,
    /// Receive task.
    Receive,
    /// Call activity.
    Call,
    /// Embedded or ad-hoc sub-process.
    SubProcess,
    /// Transaction.
    Transaction,
    /// Event sub-process.
    EventSubProcess,
    /// Exclusive gateway.
    Exclusive,
    /// Parallel gateway.
    Parallel,
    /// Inclusive gateway.
    Inclusive,
    /// Event-based gateway.
    EventBased,
    /// Complex gateway.
    Complex,
}

/// What an event catches or throws.
#[derive(Debug)]
pub enum Trigger {
    /// Message.
    Message(Message),
    /// Signal.
    Signal(Box<str>),
    /// Timer.
    Timer(crate::timer::Timer),
    /// Condition.
    Condition(Formula),
    /// Error; none catches all.
    Error(Option<Box<str>>),
    /// Escalation; none catches all.
    Escalation(Option<Box<str>>),
    /// Compensation.
    Compensation {
        /// Of this activity, else of the whole scope.
        activity: Option<Ix>,
        /// The thrower waits for the handlers.
        wait: bool,
    },
    /// Link.
    Link(Box<str>),
    /// Terminate.
    Terminate,
    /// Cancel.
    Cancel,
}

/// A message to send or wait for.
#[derive(Clone, Debug)]
pub struct Message {
    /// Name.
    pub name: Box<str>,
    /// Its key.
    pub key: Option<Formula>,
}

/// How an activity repeats.
#[derive(Debug)]
pub enum Loop {
    /// While the condition holds.
    Standard {
        /// Continue while this holds.
        condition: Option<Formula>,
        /// Look before the first round.
        test_before: bool,
        /// Most rounds.
        maximum: Option<u32>,
    },
    /// A number of instances.
    Multi(Box<Multi>),
}

/// A multi-instance activity.
#[derive(Debug, Default)]
pub struct Multi {
    /// One after the other.
    pub sequential: bool,
    /// How many.
    pub cardinality: Option<Formula>,
    /// Variable with the collection.
    pub input: Option<Box<str>>,
    /// Variable of each instance with its item.
    pub item: Option<Box<str>>,
    /// Variable that gathers results.
    pub output: Option<Box<str>>,
    /// Variable of each instance with its result.
    pub result: Option<Box<str>>,
    /// Ends the activity when it holds after an instance.
    pub completion: Option<Formula>,
    /// What is thrown when an instance completes.
    pub behavior: Behavior,
}

/// What a multi-instance activity throws when an instance completes.
#[derive(Debug, Default)]
pub enum Behavior {
    /// Nothing.
    #[default]
    All,
    /// At every completion.
    Each(Vec<Trigger>),
    /// At the first completion.
    First(Vec<Trigger>),
    /// Where the condition holds; then the other instances are cancelled.
    Complex(Vec<(Option<Formula>, Vec<Trigger>)>),
}

/// One data association.
#[derive(Debug)]
pub struct Mapping {
    /// Value: a formula, else the variable `source`.
    pub formula: Option<Formula>,
    /// Names under which the source may be found, best first.
    pub sources: Vec<Box<str>>,
    /// The variable set.
    pub target: Box<str>,
}

impl Executable {
    /// The element at this position.
    #[must_use]
    pub fn element(&self, ix: Ix) -> &Element {
        usize::try_from(ix).ok().and_then(|at| self.elements.get(at)).unwrap_or(&self.nowhere)
    }

    /// The flow at this position.
    #[must_use]
    pub fn flow(&self, ix: FlowIx) -> &Flow {
        usize::try_from(ix).ok().and_then(|at| self.flows.get(at)).unwrap_or(&self.no_flow)
    }

    /// The position of the element with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Ix> {
        self.elements.iter().position(|e| &*e.id == id).and_then(|at| Ix::try_from(at).ok())
    }

    /// The elements that start an instance when their trigger comes.
    #[must_use]
    pub fn triggered_starts(&self) -> &[Ix] {
        self.element(0).content.as_ref().map_or(&[], |c| c.triggered.as_slice())
    }
}

impl Kind {
    /// Whether boundary events, loops and data mapping may belong to it.
    #[must_use]
    pub const fn is_activity(self) -> bool {
        matches!(
            self,
            Self::Pass
                | Self::User
                | Self::Script
                | Self::Service
                | Self::Decision
                | Self::Send
                | Self::Receive
                | Self::Call
                | Self::SubProcess
                | Self::Transaction
                | Self::EventSubProcess
        )
    }
}

impl Element {
    /// Its activity part.
    #[must_use]
    pub fn activity(&self) -> Option<&Activity> {
        self.activity.as_deref()
    }

    /// Its content.
    #[must_use]
    pub fn content(&self) -> Option<&Content> {
        self.content.as_deref()
    }

    /// Tokens wait for each other here.
    #[must_use]
    pub fn joins(&self) -> bool {
        match self.kind {
            Kind::Parallel | Kind::Inclusive | Kind::Complex => self.incoming.len() > 1,
            _ => self.activity().is_some_and(|a| a.start_quantity > 1),
        }
    }
}
