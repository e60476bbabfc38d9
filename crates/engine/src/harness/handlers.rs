//! Handlers: what scripts and service tasks do in a run, instead of operations of the application.

use std::collections::BTreeMap;

use feel::Value;
use kernel::Instant;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use crate::runtime::{Host, Reply};
use crate::{Answer, Call, Event, Executable, How, Id, State, Variables};

/// One thing a handler does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
pub(super) enum Action {
    /// Appends a token to the log.
    Log {
        token: String,
        #[serde(default)]
        once: bool,
    },
    /// Sets a variable.
    Set { name: String, value: Json },
    /// Adds to a variable; an absent one counts as zero.
    Add { name: String, by: Json },
    /// Appends a token when a variable has this value.
    LogIf {
        name: String,
        equals: Json,
        token: String,
        #[serde(default)]
        once: bool,
    },
    /// Throws a BPMN error.
    Error { code: String },
    /// The activity is busy; the duration is the one field that holds an ISO 8601 duration or seconds.
    Work {
        #[serde(flatten)]
        fields: Map<String, Json>,
    },
}

/// An activity that is busy.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Busy {
    pub instance: u64,
    pub token: Id,
    pub due: Instant,
    rest: Vec<Action>,
}

/// Does the work of tasks and writes down what happens.
#[derive(Debug, Default)]
pub(super) struct Desk {
    pub handlers: BTreeMap<String, Vec<Action>>,
    pub log: Vec<String>,
    pub trace: Vec<Json>,
    pub busy: Vec<Busy>,
}

impl Desk {
    /// Handlers by text, whatever kind of task they are listed under.
    pub(super) fn new(handlers: Option<&Json>) -> Result<Self, String> {
        let mut out = Self::default();
        for (kind, by_text) in handlers.and_then(Json::as_object).into_iter().flatten() {
            let read: BTreeMap<String, Vec<Action>> =
                serde_json::from_value(by_text.clone()).map_err(|e| {
                    format!("the handlers of `{kind}` cannot be read ({e}); see the list of operations")
                })?;
            out.handlers.extend(read.into_iter().map(|(text, actions)| (text.trim().to_owned(), actions)));
        }
        Ok(out)
    }

    /// Goes on with a busy activity.
    pub(super) fn resume(&mut self, busy: &Busy, at: Instant, state: &State) -> Reply {
        self.act(at, busy.instance, busy.token, state, &busy.rest)
    }

    fn act(&mut self, at: Instant, instance: u64, token: Id, state: &State, actions: &[Action]) -> Reply {
        let mut set = Variables::new();
        for (ix, action) in actions.iter().enumerate() {
            match action {
                Action::Log { token, once } => self.write(token, *once),
                Action::Set { name, value } => put(&mut set, name, Value::from_json(value)),
                Action::Add { name, by } => {
                    let old = get(&set, state, token, name).and_then(|v| v.as_number()).unwrap_or_default();
                    match Value::from_json(by).as_number().and_then(|by| old.checked_add(by)) {
                        Some(sum) => put(&mut set, name, Value::Number(sum)),
                        None => {
                            let message = format!("the handler cannot add {by} to `{name}`; give a number");
                            return Reply::Fail(Answer::Incident { message: message.into() });
                        }
                    }
                }
                Action::LogIf { name, equals, token: text, once } => {
                    if get(&set, state, token, name) == Some(Value::from_json(equals)) {
                        self.write(text, *once);
                    }
                }
                Action::Error { code } => {
                    return Reply::Fail(Answer::Error { code: code.as_str().into() });
                }
                Action::Work { fields } => {
                    if let Some(due) = fields.values().find_map(|v| busy_until(at, v)).filter(|due| *due > at)
                    {
                        let rest = actions.iter().skip(ix + 1).cloned().collect();
                        self.busy.push(Busy { instance, token, due, rest });
                        return Reply::Defer(set);
                    }
                }
            }
        }
        Reply::Complete(set)
    }

    fn write(&mut self, token: &str, once: bool) {
        if !once || !self.log.iter().any(|l| l == token) {
            self.log.push(token.to_owned());
        }
    }
}

fn busy_until(at: Instant, value: &Json) -> Option<Instant> {
    match value {
        Json::String(text) => crate::timer::after(at, text),
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a test's seconds are far from the limits of 64 bits"
        )]
        Json::Number(seconds) => {
            seconds.as_f64().map(|s| Instant::from_micros(at.as_micros().saturating_add((s * 1e6) as i64)))
        }
        _ => None,
    }
}

fn put(set: &mut Variables, name: &str, value: Value) {
    match set.iter_mut().find(|(n, _)| **n == *name) {
        Some((_, old)) => *old = value,
        None => set.push((name.into(), value)),
    }
}

fn get(set: &Variables, state: &State, token: Id, name: &str) -> Option<Value> {
    set.iter().find(|(n, _)| **n == *name).map(|(_, v)| v.clone()).or_else(|| state.variable(token, name))
}

impl Host for Desk {
    fn call(&mut self, at: Instant, instance: u64, state: &State, call: &Call) -> Reply {
        match self.handlers.get(call.operation.trim()).cloned() {
            Some(actions) => self.act(at, instance, call.token, state, &actions),
            None => Reply::Complete(Variables::new()),
        }
    }

    fn happened(&mut self, at: Instant, instance: u64, exe: &Executable, events: &[Event]) {
        for event in events {
            let (element, what) = match event {
                Event::Entered { element, .. } => (*element, "start"),
                Event::Left { element, how: How::Completed, .. } => (*element, "end"),
                Event::Left { element, how: How::Cancelled, .. } => (*element, "cancel"),
                _ => continue,
            };
            self.trace.push(json!({"t": at.to_string(), "instance": instance.to_string(), "element": &*exe.element(element).id, "event": what}));
        }
    }
}
