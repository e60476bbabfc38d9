//! Receive tasks: wait for a message.

use crate::agenda::Machine;
use crate::{At, Holder, Id, Retry, Wake};

impl Machine<'_> {
    pub(crate) fn receive(&mut self, token: Id) {
        let Some(element) = self.state.token(token).map(|t| t.element) else {
            return;
        };
        match self.receive_wake(element, Holder::Token(token)) {
            Ok(wake) => {
                self.turn(token, At::Waiting);
                self.open_subscription(Holder::Token(token), element, wake);
            }
            Err(message) => self.raise(token, Retry::Enter, &message),
        }
    }

    /// What wakes a receive task: its message; without one, any message of an empty name.
    pub(crate) fn receive_wake(&self, element: crate::Ix, holder: Holder) -> Result<Wake, String> {
        let message = self.exe.element(element).activity().and_then(|a| a.message.as_ref());
        let Some(message) = message else {
            return Ok(Wake::Message { name: "".into(), key: None });
        };
        Ok(Wake::Message { name: message.name.clone(), key: self.key(message, holder)? })
    }
}
