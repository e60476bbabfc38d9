//! Messages thrown.

use crate::agenda::Machine;
use crate::executable::Message;
use crate::{Effect, Holder, Id, Variables};

impl Machine<'_> {
    pub(crate) fn throw_message(
        &mut self,
        token: Id,
        message: &Message,
        variables: Variables,
    ) -> Result<(), String> {
        let key = self.key(message, Holder::Token(token))?;
        let element = self.state.token(token).map_or(0, |t| t.element);
        self.effects.push(Effect::ThrowMessage { element, name: message.name.clone(), key, variables });
        Ok(())
    }
}
