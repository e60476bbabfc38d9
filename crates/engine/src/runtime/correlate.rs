//! Messages and signals between instances. A message goes to one waiting subscription, else starts one process,
//! else it is dropped: nothing is kept for later subscriptions (time to live zero). It is matched when no instance
//! has an unanswered call, so a subscription opened by the same command is never too late.

use kernel::Instant;

use super::{Host, Parts, Runtime};
use crate::executable::Trigger;
use crate::{Command, Id, Ix, StartAt, Variables, Wake};

/// How a message finds its instance.
#[derive(Clone, Debug, PartialEq)]
pub enum Key {
    /// By name alone.
    Any,
    /// By the subscription's key, else the instance's business key.
    Text(String),
    /// By the values of process variables.
    Values(Variables),
}

impl Runtime {
    /// Sends a message, to one instance only if given. Whether somebody took it.
    pub fn message(
        &mut self,
        name: &str,
        key: &Key,
        variables: Variables,
        only: Option<u64>,
        at: Instant,
        host: &mut dyn Host,
    ) -> bool {
        let taken = self.correlate(name, key, variables, only, at, host);
        self.drive(at, host);
        taken
    }

    /// Sends a signal to all instances and processes.
    pub fn signal(&mut self, name: &str, variables: &Variables, at: Instant, host: &mut dyn Host) {
        self.broadcast(0, name, variables, at, host);
        self.drive(at, host);
    }

    pub(super) fn correlate(
        &mut self,
        name: &str,
        key: &Key,
        variables: Variables,
        only: Option<u64>,
        at: Instant,
        host: &mut dyn Host,
    ) -> bool {
        if let Some((instance, subscription)) = self.waiting_for(name, key, only) {
            return self.step(instance, Command::Message { subscription, variables }, at, host).is_ok();
        }
        if only.is_some() {
            return false;
        }
        let Some((program, element, part)) =
            self.started_by(|t| matches!(t, Start::Message(n) if *n == name)).into_iter().next()
        else {
            return false;
        };
        let business = if let Key::Text(text) = key { Some(text.clone()) } else { None };
        self.start_by(program, element, part, business, variables, at, host);
        true
    }

    /// The best match: a subscription with this key, then an instance with this business key, then one without any.
    fn waiting_for(&self, name: &str, key: &Key, only: Option<u64>) -> Option<(u64, Id)> {
        let mut best: Option<(u8, u64, Id)> = None;
        for (id, instance) in self.instances.iter().filter(|(id, _)| only.is_none_or(|o| o == **id)) {
            for subscription in &instance.state.subscriptions {
                let Wake::Message { name: wanted, key: own } = &subscription.wake else {
                    continue;
                };
                if (&**wanted != name && !wanted.is_empty()) || subscription.seen {
                    continue;
                }
                let rank = match (key, own) {
                    (Key::Text(text), Some(own)) if **own == **text => 0,
                    (_, Some(_)) => continue,
                    (Key::Any, None) => 2,
                    (Key::Text(text), None) if instance.business_key.as_ref() == Some(text) => 1,
                    (Key::Text(_), None) if instance.business_key.is_none() => 2,
                    (Key::Values(values), None)
                        if values.iter().all(|(n, v)| instance.state.variable(0, n).as_ref() == Some(v)) =>
                    {
                        1
                    }
                    _ => continue,
                };
                if best.is_none_or(|(old, ..)| rank < old) {
                    best = Some((rank, *id, subscription.id));
                }
            }
        }
        best.map(|(_, id, subscription)| (id, subscription))
    }

    pub(super) fn broadcast(
        &mut self,
        from: u64,
        name: &str,
        variables: &Variables,
        at: Instant,
        host: &mut dyn Host,
    ) {
        let wake = Wake::Signal(name.into());
        let waiting = self
            .instances
            .iter()
            .filter(|(id, i)| **id != from && i.state.subscriptions.iter().any(|s| s.wake == wake));
        let ids: Vec<_> = waiting.map(|(id, _)| *id).collect();
        for id in ids {
            self.try_step(id, Command::Signal { name: name.into(), variables: variables.clone() }, at, host);
        }
        for (program, element, part) in self.started_by(|t| matches!(t, Start::Signal(n) if *n == name)) {
            self.start_by(program, element, part, None, variables.clone(), at, host);
        }
    }

    /// Start events, instantiating receive tasks and events behind instantiating gateways with such a trigger.
    fn started_by(&self, fits: impl Fn(&Start<'_>) -> bool) -> Vec<(usize, Ix, usize)> {
        let mut out = Vec::new();
        for (program, exe) in self.programs.iter().enumerate().filter(|(ix, _)| !self.replaced(*ix)) {
            for ix in exe.triggered_starts() {
                let element = exe.element(*ix);
                let received =
                    element.activity().and_then(|a| a.message.as_ref()).map(|m| Start::Message(&m.name));
                let caught = element.triggers.iter().map(|t| match t {
                    Trigger::Message(m) => Start::Message(&m.name),
                    Trigger::Signal(name) => Start::Signal(name),
                    _ => Start::Other,
                });
                out.extend(
                    received
                        .into_iter()
                        .chain(caught)
                        .position(|s| fits(&s))
                        .map(|part| (program, *ix, part)),
                );
            }
        }
        out
    }

    /// A trigger of a start event came; a parallel multiple one starts when all have.
    #[expect(clippy::too_many_arguments, reason = "what came, where, with what, when")]
    pub(super) fn start_by(
        &mut self,
        program: usize,
        element: Ix,
        part: usize,
        key: Option<String>,
        variables: Variables,
        at: Instant,
        host: &mut dyn Host,
    ) {
        let Some(exe) = self.programs.get(program).cloned() else {
            return;
        };
        let found = exe.element(element);
        if found.parallel_multiple {
            let at_part = self.parts.iter().position(|p| p.program == program && p.element == element);
            let mut parts =
                at_part.map_or(Parts { program, element, seen: Vec::new() }, |ix| self.parts.remove(ix));
            if !parts.seen.contains(&part) {
                parts.seen.push(part);
            }
            if parts.seen.len() < found.triggers.len() {
                self.parts.push(parts);
                return;
            }
        }
        self.begin(program, None, key, StartAt::Element(element), variables, at, host);
    }
}

/// What starts a process.
enum Start<'a> {
    Message(&'a str),
    Signal(&'a str),
    Other,
}
