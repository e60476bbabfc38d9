//! Tasks, sub-processes, call activities and how they repeat.

use super::{Body, DataMapping, EventDefinition, Expression};

/// A task of any kind, also a global one.
#[derive(Clone, Debug, Default)]
pub struct Task {
    /// Element id (again, for global tasks).
    pub id: String,
    /// Name (again, for global tasks).
    pub name: String,
    /// What it does.
    pub kind: TaskKind,
    /// How it repeats.
    pub repeat: Option<LoopKind>,
    /// Data in and out.
    pub mapping: DataMapping,
    /// Runs only to compensate.
    pub for_compensation: bool,
    /// Tokens needed to start; text that is no number is kept as 1 and reported by the checks.
    pub start_quantity: i64,
    /// Tokens sent out on completion.
    pub completion_quantity: i64,
    /// Script text, trimmed; script tasks only.
    pub script: Option<String>,
    /// `implementation` attribute.
    pub implementation: Option<String>,
    /// `operationRef`.
    pub operation_ref: Option<String>,
    /// `messageRef` of send and receive tasks.
    pub message: Option<String>,
    /// `sportello:operation`.
    pub operation: Option<String>,
    /// `sportello:arguments`: an expression whose value is a context, the arguments of the operation.
    pub arguments: Option<String>,
    /// `sportello:form`.
    pub form: Option<String>,
    /// `sportello:role`.
    pub role: Option<String>,
    /// `sportello:notBy`: the id of a user task whose doer may not do this one.
    pub not_by: Option<String>,
    /// `sportello:correlationKey`.
    pub correlation_key: Option<String>,
}

/// The kinds of task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TaskKind {
    /// Plain task: passes at once.
    #[default]
    None,
    /// Done by a person with the application.
    User,
    /// Done by a person without the application: passes at once.
    Manual,
    /// Runs a script.
    Script,
    /// Calls an operation.
    Service,
    /// Evaluates a decision.
    BusinessRule,
    /// Sends a message.
    Send,
    /// Waits for a message.
    Receive {
        /// Starts an instance.
        instantiate: bool,
    },
}

/// A call activity.
#[derive(Clone, Debug, Default)]
pub struct CallActivity {
    /// `calledElement`, without namespace prefix.
    pub called: String,
    /// How it repeats.
    pub repeat: Option<LoopKind>,
    /// Data in and out.
    pub mapping: DataMapping,
    /// Runs only to compensate.
    pub for_compensation: bool,
    /// Tokens needed to start.
    pub start_quantity: i64,
    /// Tokens sent out on completion.
    pub completion_quantity: i64,
}

/// A sub-process of any kind.
#[derive(Clone, Debug, Default)]
pub struct SubProcess {
    /// What it is.
    pub kind: SubProcessKind,
    /// How it repeats.
    pub repeat: Option<LoopKind>,
    /// Data in and out.
    pub mapping: DataMapping,
    /// Runs only to compensate.
    pub for_compensation: bool,
    /// Tokens needed to start.
    pub start_quantity: i64,
    /// Tokens sent out on completion.
    pub completion_quantity: i64,
    /// Content.
    pub body: Body,
}

/// The kinds of sub-process.
#[derive(Clone, Debug, Default)]
pub enum SubProcessKind {
    /// Embedded.
    #[default]
    Embedded,
    /// `triggeredByEvent`.
    Event,
    /// Transaction.
    Transaction,
    /// Ad-hoc.
    AdHoc(AdHoc),
}

/// Attributes of an ad-hoc sub-process.
#[derive(Clone, Debug, Default)]
pub struct AdHoc {
    /// `ordering`.
    pub ordering: Ordering,
    /// `completionCondition`.
    pub completion: Option<Expression>,
    /// `cancelRemainingInstances`, true when absent.
    pub cancel_remaining: bool,
}

/// Order of an ad-hoc sub-process' activities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ordering {
    /// Together.
    #[default]
    Parallel,
    /// One at a time.
    Sequential,
}

/// How an activity repeats.
#[derive(Clone, Debug)]
pub enum LoopKind {
    /// Standard loop.
    Standard(StandardLoop),
    /// Multi-instance.
    Multi(Box<MultiInstance>),
}

/// `standardLoopCharacteristics`.
#[derive(Clone, Debug, Default)]
pub struct StandardLoop {
    /// Continue while this holds.
    pub condition: Option<Expression>,
    /// Look before the first round.
    pub test_before: bool,
    /// `loopMaximum`.
    pub maximum: Option<i64>,
}

/// `multiInstanceLoopCharacteristics`.
#[derive(Clone, Debug, Default)]
pub struct MultiInstance {
    /// One after the other.
    pub sequential: bool,
    /// `loopCardinality`.
    pub cardinality: Option<Expression>,
    /// `loopDataInputRef`: the collection.
    pub input: Option<String>,
    /// `loopDataOutputRef`: where results are gathered.
    pub output: Option<String>,
    /// Name of `inputDataItem`.
    pub input_item: Option<String>,
    /// Name of `outputDataItem`.
    pub output_item: Option<String>,
    /// `completionCondition`.
    pub completion: Option<Expression>,
    /// `behavior` and the events it throws.
    pub behavior: MultiBehavior,
}

/// Which event a multi-instance activity throws when an instance completes.
#[derive(Clone, Debug, Default)]
pub enum MultiBehavior {
    /// No event.
    #[default]
    All,
    /// The event with this id at every completion.
    None(Option<String>),
    /// The event with this id at the first completion.
    One(Option<String>),
    /// At every completion the events whose condition holds.
    Complex(Vec<(Option<Expression>, Vec<EventDefinition>)>),
}
