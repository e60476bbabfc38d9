//! Call activities: the called process is an instance of its own; data goes in and out by mapping only.

use crate::agenda::Machine;
use crate::{At, Effect, Id, Retry, Variables};

impl Machine<'_> {
    pub(crate) fn call_process(&mut self, token: Id) {
        let Some(ix) = self.state.token(token).map(|t| t.element) else {
            return;
        };
        let Some(activity) = self.exe.element(ix).activity() else {
            return;
        };
        match self.map(&self.exe.element(ix).into, self.scope_of(token), &[]) {
            Ok(variables) => {
                self.turn(token, At::Called);
                self.effects.push(Effect::StartCalled { token, process: activity.called.clone(), variables });
            }
            Err(message) => self.raise(token, Retry::Enter, &message),
        }
    }

    /// The called process completed: what is mapped comes back.
    pub(crate) fn complete_called(&mut self, token: Id, results: Variables) {
        let Some(ix) = self.state.token(token).map(|t| t.element) else {
            return;
        };
        let scope = self.scope_of(token);
        match self.map(&self.exe.element(ix).out, scope, &results) {
            Ok(mapped) => {
                self.turn(token, At::Running);
                self.set_all(scope, mapped);
                self.finish_activity(token, Vec::new());
            }
            Err(message) => self.raise(token, Retry::Enter, &message),
        }
    }
}
