//! Terminate end events: end their own scope, without compensation.

use crate::agenda::Machine;
use crate::{Id, ScopeKind, Status};

impl Machine<'_> {
    pub(crate) fn terminate(&mut self, token: Id) {
        let Some(scope) = self.state.token(token).and_then(|t| self.state.scope(t.scope)) else {
            return;
        };
        let (id, owner) = (scope.id, scope.owner);
        if owner == 0 {
            self.finish(Status::Terminated);
            return;
        }
        self.empty_scope(id);
        if matches!(self.state.scope(id).map(|s| &s.kind), Some(ScopeKind::AdHoc(_) | ScopeKind::Body)) {
            self.complete_body(id);
        }
    }
}
