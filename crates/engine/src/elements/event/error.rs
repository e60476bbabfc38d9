//! Errors: climb scope by scope; uncaught they end the instance.

use crate::agenda::Machine;
use crate::executable::Trigger;
use crate::{Id, Status};

impl Machine<'_> {
    pub(crate) fn throw_error(&mut self, token: Id, code: &str) {
        let fits = |trigger: &Trigger| match trigger {
            Trigger::Error(Some(caught)) if **caught == *code => Some(true),
            Trigger::Error(None) => Some(false),
            _ => None,
        };
        match self.find_catcher(token, &fits) {
            Some(catcher) => self.catch_by(catcher, true),
            None => self.finish(Status::Error(code.into())),
        }
    }
}
