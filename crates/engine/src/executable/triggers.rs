//! Event definitions with their references resolved.

use std::collections::BTreeMap;

use bpmn::model::{Definitions, EventDefinition, EventKind, Named};

use super::{Formula, Message, Trigger};
use crate::Ix;
use crate::timer::Timer;

/// What is needed to resolve references.
pub(super) struct Names<'a> {
    pub defs: &'a Definitions,
    pub elements: &'a BTreeMap<&'a str, Ix>,
}

impl Names<'_> {
    pub(super) fn triggers(&self, definitions: &[EventDefinition]) -> Vec<Trigger> {
        definitions.iter().map(|d| self.trigger(&d.kind)).collect()
    }

    /// The triggers of the root event definition with this id.
    pub(super) fn shared(&self, id: Option<&str>) -> Vec<Trigger> {
        self.defs
            .event_definitions
            .iter()
            .filter(|d| Some(d.id.as_str()) == id)
            .map(|d| self.trigger(&d.kind))
            .collect()
    }

    fn trigger(&self, kind: &EventKind) -> Trigger {
        match kind {
            EventKind::Terminate => Trigger::Terminate,
            EventKind::Cancel => Trigger::Cancel,
            EventKind::Message { message, operation, correlation_key } => Trigger::Message(self.message(
                message.as_deref(),
                operation.as_deref(),
                correlation_key.as_deref(),
            )),
            EventKind::Timer(kind) => Trigger::Timer(Timer::new(kind.as_ref())),
            EventKind::Signal(of) => Trigger::Signal(name_of(&self.defs.signals, of.as_deref())),
            EventKind::Error(of) => Trigger::Error(of.as_deref().map(|id| code_of(&self.defs.errors, id))),
            EventKind::Escalation(of) => {
                Trigger::Escalation(of.as_deref().map(|id| code_of(&self.defs.escalations, id)))
            }
            EventKind::Conditional(condition) => {
                Trigger::Condition(Formula::new(condition.as_ref().map_or("", |c| &c.text)))
            }
            EventKind::Compensation { activity, wait } => Trigger::Compensation {
                activity: activity.as_deref().and_then(|id| self.elements.get(id).copied()),
                wait: *wait,
            },
            EventKind::Link { name, .. } => Trigger::Link(name.as_str().into()),
        }
    }

    pub(super) fn message(
        &self,
        message: Option<&str>,
        operation: Option<&str>,
        key: Option<&str>,
    ) -> Message {
        let by_operation = || {
            let found = self.defs.operations.iter().find(|o| Some(o.id.as_str()) == operation)?;
            found.in_message.as_deref()
        };
        let id = message.or_else(by_operation);
        let named = self.defs.messages.iter().find(|m| Some(m.id.as_str()) == id);
        let key = key.or_else(|| named.and_then(|m| m.correlation_key.as_deref()));
        Message { name: name_of(&self.defs.messages, id), key: key.map(Formula::new) }
    }
}

fn name_of(all: &[Named], id: Option<&str>) -> Box<str> {
    let found = all.iter().find(|n| Some(n.id.as_str()) == id);
    found
        .map(|n| if n.name.is_empty() { n.id.as_str() } else { n.name.as_str() })
        .or(id)
        .unwrap_or_default()
        .into()
}

/// The code; an error or escalation without code is told from others by its name or id.
fn code_of(all: &[Named], id: &str) -> Box<str> {
    let found = all.iter().find(|n| n.id == id);
    let named = |n: &Named| {
        if n.name.is_empty() { n.id.clone() } else { n.name.clone() }
    };
    found.map_or_else(|| id.to_owned(), |n| n.code.clone().unwrap_or_else(|| named(n))).into()
}
