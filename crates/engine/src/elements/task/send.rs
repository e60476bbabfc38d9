//! Send tasks: call their operation if they name one, else throw their message.

use crate::agenda::Machine;
use crate::{At, Id, Retry};

impl Machine<'_> {
    pub(crate) fn send(&mut self, token: Id) {
        let Some(ix) = self.state.token(token).map(|t| t.element) else {
            return;
        };
        let Some(activity) = self.exe.element(ix).activity() else {
            return;
        };
        if !activity.operation.is_empty()
            && !activity.operation.starts_with("##")
            && activity.message.is_none()
        {
            self.call_operation(token);
        } else if activity.message.is_some() {
            self.turn(token, At::Throwing);
        } else {
            self.finish_activity(token, Vec::new());
        }
    }

    /// The message of a send task goes out and the task is done.
    pub(crate) fn send_now(&mut self, token: Id) {
        let Some(ix) = self.state.token(token).map(|t| t.element) else {
            return;
        };
        let Some(activity) = self.exe.element(ix).activity() else {
            return;
        };
        let Some(message) = &activity.message else { return };
        match self
            .map(&self.exe.element(ix).into, self.scope_of(token), &[])
            .and_then(|variables| self.throw_message(token, message, variables))
        {
            Ok(()) => {
                self.turn(token, At::Running);
                self.finish_activity(token, Vec::new());
            }
            Err(error) => self.raise(token, Retry::Enter, &error),
        }
    }
}
