//! Intermediate throw events and end events. What they throw waits until nothing else moves, then it is carried out
//! before the token goes on.

use crate::agenda::Machine;
use crate::executable::{Kind, Trigger};
use crate::{At, Id, Retry};

impl Machine<'_> {
    pub(crate) fn enter_throw(&mut self, id: Id) {
        let Some(ix) = self.state.token(id).map(|t| t.element) else {
            return;
        };
        let element = self.exe.element(ix);
        match element.triggers.first() {
            None => self.leave(id),
            Some(Trigger::Link(_)) => self.follow_link(id),
            Some(_) => self.turn(id, At::Throwing),
        }
    }

    /// Carries out the oldest throw, unless calls of this transaction are unanswered. Whether there was one.
    pub(crate) fn throw_next(&mut self) -> bool {
        let Some(id) = self.state.tokens.iter().find(|t| t.at == At::Throwing).map(|t| t.id) else {
            return false;
        };
        if self.state.tokens.iter().any(|t| t.at == At::Calling { deferred: false }) {
            return false;
        }
        let ix = self.state.token(id).map_or(0, |t| t.element);
        if self.exe.element(ix).kind == Kind::Send {
            self.send_now(id);
        } else {
            self.throw_all(id, ix);
        }
        true
    }

    /// Signals, messages and escalations first: what ends scopes or waits comes last.
    fn throw_all(&mut self, id: Id, ix: crate::Ix) {
        let triggers = &self.exe.element(ix).triggers;
        let last = |t: &&Trigger| {
            matches!(
                t,
                Trigger::Error(_) | Trigger::Terminate | Trigger::Cancel | Trigger::Compensation { .. }
            )
        };
        for trigger in triggers.iter().filter(|t| !last(t)).chain(triggers.iter().filter(last)) {
            self.throw_one(id, trigger);
            if !self.is_throwing(id) {
                return;
            }
        }
        self.turn(id, At::Running);
        self.leave(id);
    }

    fn is_throwing(&self, id: Id) -> bool {
        self.state.token(id).is_some_and(|t| t.at == At::Throwing)
    }

    fn throw_one(&mut self, id: Id, trigger: &Trigger) {
        match trigger {
            Trigger::Signal(name) => self.throw_signal(name),
            Trigger::Message(message) => {
                let ix = self.state.token(id).map_or(0, |t| t.element);
                let content = self.map(&self.exe.element(ix).into, self.scope_of(id), &[]);
                if let Err(error) = content.and_then(|content| self.throw_message(id, message, content)) {
                    self.raise(id, Retry::Enter, &error);
                }
            }
            Trigger::Escalation(code) => {
                self.throw_escalation(id, code.as_deref().unwrap_or_default());
            }
            Trigger::Error(code) => self.throw_error(id, code.as_deref().unwrap_or_default()),
            Trigger::Compensation { activity, wait } => self.throw_compensation(id, *activity, *wait),
            Trigger::Terminate => self.terminate(id),
            Trigger::Cancel => self.cancel_transaction(id),
            Trigger::Link(_) | Trigger::Timer(_) | Trigger::Condition(_) => {}
        }
    }
}
