//! Escalations: climb like errors; a non-interrupting catcher lets the thrower go on, an uncaught one is harmless.

use crate::agenda::Machine;
use crate::executable::Trigger;
use crate::{At, Effect, Id};

impl Machine<'_> {
    /// Whether somebody in this instance caught it.
    pub(crate) fn throw_escalation(&mut self, token: Id, code: &str) -> bool {
        let fits = |trigger: &Trigger| match trigger {
            Trigger::Escalation(Some(caught)) if **caught == *code => Some(true),
            Trigger::Escalation(None) => Some(false),
            _ => None,
        };
        let found = self.find_catcher(token, &fits);
        if let Some(catcher) = found {
            self.catch_by(catcher, false);
        } else if self.state.called && matches!(self.state.token(token).map(|t| &t.at), Some(At::Throwing)) {
            self.turn(token, At::Escalating);
            self.effects.push(Effect::Escalate { token, code: code.into() });
        }
        found.is_some()
    }
}
