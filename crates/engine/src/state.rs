//! The state of one instance, small enough to be written after every step.

use kernel::Instant;
use serde::{Deserialize, Serialize};

use crate::{FlowIx, Id, Ix};

/// Format of the stored state. A change of the types in this file raises it and adds a lift to [`Lift`].
pub const FORMAT: u16 = 1;

/// Named values of one scope, in the order they were first set.
pub type Variables = Vec<(Box<str>, feel::Value)>;

/// One instance of a process.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// [`FORMAT`] at the time of writing.
    #[serde(rename = "f")]
    pub format: u16,
    /// How far the instance is.
    #[serde(rename = "s")]
    pub status: Status,
    /// The next free [`Id`].
    #[serde(rename = "n")]
    pub next: Id,
    /// Started by a call activity: uncaught escalations go to the caller.
    #[serde(rename = "c", default, skip_serializing_if = "std::ops::Not::not")]
    pub called: bool,
    /// Tokens, by rising id.
    #[serde(rename = "t", default, skip_serializing_if = "Vec::is_empty")]
    pub tokens: Vec<Token>,
    /// Open scopes, by rising id.
    #[serde(rename = "o", default, skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<Scope>,
    /// Open subscriptions, by rising id.
    #[serde(rename = "w", default, skip_serializing_if = "Vec::is_empty")]
    pub subscriptions: Vec<Subscription>,
    /// Open incidents, by rising id.
    #[serde(rename = "i", default, skip_serializing_if = "Vec::is_empty")]
    pub incidents: Vec<Incident>,
    /// Complex gateways between their two phases.
    #[serde(rename = "g", default, skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<Gate>,
}

/// How far an instance is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// Not started.
    New,
    /// Running or waiting; look at the incidents to see whether it is stuck.
    Active,
    /// Came to its end.
    Completed,
    /// Ended by an error that nobody caught.
    Error(Box<str>),
    /// Ended by a terminate end event of the process.
    Terminated,
    /// Cancelled from outside.
    Cancelled,
}

/// A token: the presence of the process at an element.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Token {
    /// Its number.
    #[serde(rename = "i")]
    pub id: Id,
    /// Where it is.
    #[serde(rename = "e")]
    pub element: Ix,
    /// The scope it runs in.
    #[serde(rename = "s")]
    pub scope: Id,
    /// A scope with variables of its own (an iteration), or 0.
    #[serde(rename = "l", default, skip_serializing_if = "is_zero")]
    pub local: Id,
    /// What it does there.
    #[serde(rename = "a")]
    pub at: At,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
const fn is_zero(id: &Id) -> bool {
    *id == 0
}

/// What a token does at its element. [`crate::State::apply`] is the only place that changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum At {
    /// On its way within a step; never stored.
    Running,
    /// Arrived at a join over this flow.
    Joining(FlowIx),
    /// An offered user task.
    Task,
    /// A called operation; `deferred` when its answer comes in a later transaction.
    Calling {
        /// The answer comes later.
        deferred: bool,
    },
    /// Waiting for a subscription it holds.
    Waiting,
    /// Inside the scope it opened.
    Inside(Id),
    /// A called process runs.
    Called,
    /// About to throw.
    Throwing,
    /// Thrown to the caller, waiting for [`crate::Command::Continue`].
    Escalating,
    /// Compensation handlers run.
    Compensating(Id),
    /// Stuck.
    Incident,
}

/// An open scope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scope {
    /// Its number.
    #[serde(rename = "i")]
    pub id: Id,
    /// The scope around it, or 0.
    #[serde(rename = "p")]
    pub parent: Id,
    /// The token that opened it, or 0.
    #[serde(rename = "o")]
    pub owner: Id,
    /// The container or activity it belongs to.
    #[serde(rename = "e")]
    pub element: Ix,
    /// What it is for.
    #[serde(rename = "k")]
    pub kind: ScopeKind,
    /// An interrupting event sub-process has taken over.
    #[serde(rename = "x", default, skip_serializing_if = "std::ops::Not::not")]
    pub interrupted: bool,
    /// Its variables.
    #[serde(rename = "v", default, skip_serializing_if = "Vec::is_empty")]
    pub variables: Variables,
    /// What completed in it and can be compensated, oldest first.
    #[serde(rename = "r", default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<Record>,
}

/// What a scope is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScopeKind {
    /// The content of a process or sub-process.
    Body,
    /// The content of an ad-hoc sub-process; how many of its activities were started.
    AdHoc(u32),
    /// The rounds of a loop or the instances of a multi-instance activity.
    Repeat(Repeat),
    /// Variables of one round or instance.
    Local,
    /// Runs compensation handlers; its records are those still to be compensated.
    Compensation {
        /// The token goes on by the cancel boundary afterwards.
        cancel: bool,
    },
    /// Variables as they were when an activity completed; what is set goes outward too.
    Snapshot,
}

/// Counters of a repeated activity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeat {
    /// Instances asked for; none for a standard loop.
    pub total: Option<u32>,
    /// Instances started.
    pub started: u32,
    /// Instances completed.
    pub done: u32,
}

/// A completed activity that can be compensated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The activity.
    #[serde(rename = "e")]
    pub element: Ix,
    /// Variables at its completion.
    #[serde(rename = "v", default, skip_serializing_if = "Vec::is_empty")]
    pub variables: Variables,
    /// What completed inside it, oldest first.
    #[serde(rename = "n", default, skip_serializing_if = "Vec::is_empty")]
    pub nested: Vec<Self>,
}

/// Who closes a subscription by ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Holder {
    /// A catching token, or the host of a boundary event.
    #[serde(rename = "t")]
    Token(Id),
    /// The scope of an event sub-process.
    #[serde(rename = "s")]
    Scope(Id),
}

/// Something an instance waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    /// Its number.
    #[serde(rename = "i")]
    pub id: Id,
    /// Who holds it.
    #[serde(rename = "h")]
    pub holder: Holder,
    /// The catching element: event, receive task, boundary event, start event of an event sub-process.
    #[serde(rename = "e")]
    pub element: Ix,
    /// What wakes it.
    #[serde(rename = "w")]
    pub wake: Wake,
    /// Came already; the others of a parallel multiple event are awaited.
    #[serde(rename = "x", default, skip_serializing_if = "std::ops::Not::not")]
    pub seen: bool,
}

/// What wakes a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wake {
    /// A moment.
    #[serde(rename = "t")]
    Timer {
        /// Microseconds since 1970 UTC.
        due: i64,
        /// Firings left, this one included; none for no limit.
        left: Option<u32>,
    },
    /// A message.
    #[serde(rename = "m")]
    Message {
        /// Name.
        name: Box<str>,
        /// The key it must carry.
        key: Option<Box<str>>,
    },
    /// A signal.
    #[serde(rename = "s")]
    Signal(Box<str>),
    /// A condition; what it gave when last looked at.
    #[serde(rename = "c")]
    Condition(bool),
}

impl Wake {
    /// The due moment of a timer.
    #[must_use]
    pub const fn due(&self) -> Option<Instant> {
        if let Self::Timer { due, .. } = self { Some(Instant::from_micros(*due)) } else { None }
    }
}

/// A failure that a person must look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// Its number.
    #[serde(rename = "i")]
    pub id: Id,
    /// The stuck token.
    #[serde(rename = "t")]
    pub token: Id,
    /// What a retry does.
    #[serde(rename = "r")]
    pub retry: Retry,
    /// What is wrong and what to do.
    #[serde(rename = "m")]
    pub message: Box<str>,
}

/// What a retry of an incident does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Retry {
    /// Enter the element again.
    Enter,
    /// Choose the way out again.
    Leave,
    /// Look again whether a loop or multi-instance activity goes on.
    Repeat,
}

/// A complex gateway that has started and waits to be reset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    /// The scope.
    pub scope: Id,
    /// The gateway.
    pub element: Ix,
    /// Flows over which tokens came.
    pub seen: Vec<FlowIx>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            format: FORMAT,
            status: Status::New,
            next: 1,
            called: false,
            tokens: Vec::new(),
            scopes: Vec::new(),
            subscriptions: Vec::new(),
            incidents: Vec::new(),
            gates: Vec::new(),
        }
    }
}

impl State {
    /// The token with this number.
    #[must_use]
    pub fn token(&self, id: Id) -> Option<&Token> {
        self.tokens.binary_search_by_key(&id, |t| t.id).ok().and_then(|at| self.tokens.get(at))
    }

    /// The scope with this number.
    #[must_use]
    pub fn scope(&self, id: Id) -> Option<&Scope> {
        self.scopes.binary_search_by_key(&id, |s| s.id).ok().and_then(|at| self.scopes.get(at))
    }

    /// The subscription with this number.
    #[must_use]
    pub fn subscription(&self, id: Id) -> Option<&Subscription> {
        self.subscriptions.iter().find(|s| s.id == id)
    }

    /// The variables of the process itself.
    #[must_use]
    pub fn variables(&self) -> &[(Box<str>, feel::Value)] {
        self.scopes.first().map_or(&[], |s| s.variables.as_slice())
    }

    /// A variable as a token sees it; token 0 is the process.
    #[must_use]
    pub fn variable(&self, token: Id, name: &str) -> Option<feel::Value> {
        let root = self.scopes.first().map_or(0, |s| s.id);
        let scope = self.token(token).map_or(root, |t| if t.local == 0 { t.scope } else { t.local });
        feel::Scope::get(&crate::variables::View { state: self, scope, extra: &[] }, name)
    }

    /// Whether the instance has ended.
    #[must_use]
    pub fn ended(&self) -> bool {
        !matches!(self.status, Status::New | Status::Active)
    }
}

/// Lifts stored states of earlier formats, one function a format, applied in order.
pub struct Lift;

impl Lift {
    /// Reads a stored state of any format up to [`FORMAT`].
    ///
    /// # Errors
    /// Text that is no state, or one written by a later version of the program.
    pub fn read(json: &str) -> Result<State, String> {
        let mut value: serde_json::Value = serde_json::from_str(json)
            .map_err(|e| format!("the stored state is not readable ({e}); restore it from a backup"))?;
        let format = value.get("f").and_then(serde_json::Value::as_u64).unwrap_or(0);
        if format > u64::from(FORMAT) {
            return Err(format!(
                "the stored state has format {format}, this program knows up to {FORMAT}; start the newer program"
            ));
        }
        for lift in LIFTS.iter().skip(usize::try_from(format).unwrap_or(usize::MAX).saturating_sub(1)) {
            value = lift(value);
        }
        serde_json::from_value(value)
            .map_err(|e| format!("the stored state does not fit its format ({e}); restore it from a backup"))
    }
}

/// `LIFTS[n]` turns format `n + 1` into `n + 2`.
const LIFTS: [fn(serde_json::Value) -> serde_json::Value; FORMAT as usize - 1] = [];
