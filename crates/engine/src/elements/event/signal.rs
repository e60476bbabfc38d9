//! Signals: to every subscription of the instance, then to the outside.

use crate::agenda::Machine;
use crate::{Effect, Holder, Variables, Wake};

impl Machine<'_> {
    pub(crate) fn throw_signal(&mut self, name: &str) {
        self.deliver_signal(name, &Variables::new());
        self.effects.push(Effect::ThrowSignal { name: name.into(), variables: Variables::new() });
    }

    /// Everybody who waited when the signal came gets it, unless an earlier catcher took them away.
    pub(crate) fn deliver_signal(&mut self, name: &str, variables: &Variables) {
        let waiting: Vec<_> = self
            .state
            .subscriptions
            .iter()
            .filter(|s| s.wake == Wake::Signal(name.into()))
            .map(|s| (s.id, s.holder))
            .collect();
        for (id, holder) in waiting {
            if self.state.subscription(id).is_none() {
                continue;
            }
            if !variables.is_empty() {
                let scope = match holder {
                    Holder::Token(token) => self.scope_of(token),
                    Holder::Scope(scope) => scope,
                };
                self.set_all(scope, variables.clone());
            }
            self.fire(id);
        }
    }
}
