//! Parallel joins: a token on every incoming flow, counted by flow.

use crate::agenda::Machine;
use crate::{Id, Ix};

impl Machine<'_> {
    pub(crate) fn join_parallel(&mut self, element: Ix, scope: Id) {
        let waiting = self.waiting_at(element, scope);
        let firsts: Option<Vec<_>> = self
            .exe
            .element(element)
            .incoming
            .iter()
            .map(|flow| waiting.iter().find(|(_, f)| f == flow).map(|(id, _)| *id))
            .collect();
        if let Some(tokens) = firsts {
            let token = self.merge(&tokens, element, scope);
            self.leave(token);
        }
    }
}
