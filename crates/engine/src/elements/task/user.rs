//! User tasks: offered to people, completed by command.

use crate::agenda::Machine;
use crate::{At, Effect, Id};

impl Machine<'_> {
    pub(crate) fn offer(&mut self, token: Id) {
        let Some(element) = self.state.token(token).map(|t| t.element) else {
            return;
        };
        self.turn(token, At::Task);
        self.effects.push(Effect::OfferTask { token, element });
    }
}
