//! Scopes: when they are complete, how they are cancelled or interrupted.

use crate::agenda::{Machine, Op};
use crate::executable::Kind;
use crate::{At, Effect, Event, Holder, How, Id, ScopeKind, Status};

impl Machine<'_> {
    /// Looks whether a scope is complete. The agenda is empty.
    pub(crate) fn settle(&mut self, id: Id) {
        let Some(scope) = self.state.scope(id) else { return };
        let (kind, owner) = (scope.kind.clone(), scope.owner);
        let mut inside = self.state.tokens.iter().filter(|t| t.scope == id);
        match kind {
            ScopeKind::Body => {
                let first = inside.next().map(|t| t.element);
                let is_handler = |ix| self.exe.element(ix).kind == Kind::EventSubProcess;
                let normal =
                    first.is_some_and(|ix| !is_handler(ix)) || inside.any(|t| !is_handler(t.element));
                if !normal {
                    self.unsubscribe(Holder::Scope(id));
                }
                // A transaction being cancelled is empty too, but its owner waits for compensation.
                let whole =
                    |owner| owner == 0 || self.state.token(owner).is_some_and(|t| t.at == At::Inside(id));
                if first.is_none() && whole(owner) {
                    self.complete_body(id);
                }
            }
            ScopeKind::AdHoc(_) => self.settle_ad_hoc(id),
            ScopeKind::Compensation { .. } if inside.next().is_none() => self.compensate_next(id),
            _ => {}
        }
    }

    /// Takes a token away with everything it started.
    pub(crate) fn cancel_token(&mut self, id: Id) {
        let Some(token) = self.state.token(id) else { return };
        match token.at.clone() {
            At::Inside(scope) | At::Compensating(scope) => self.cancel_scope(scope),
            At::Task => self.effects.push(Effect::WithdrawTask { token: id }),
            At::Calling { .. } => self.effects.push(Effect::WithdrawCall { token: id }),
            At::Called => self.effects.push(Effect::CancelCalled { token: id }),
            _ => {}
        }
        self.settle_incidents(id);
        self.end(id, How::Cancelled);
    }

    /// Takes away all tokens of a scope, and what runs beside them for it.
    pub(crate) fn empty_scope(&mut self, id: Id) {
        self.agenda.retain(|op| !matches!(op, Op::Take { scope, .. } if *scope == id));
        let tokens: Vec<_> = self.state.tokens.iter().filter(|t| t.scope == id).map(|t| t.id).collect();
        for token in tokens {
            self.cancel_token(token);
        }
    }

    /// Empties and closes a scope.
    pub(crate) fn cancel_scope(&mut self, id: Id) {
        self.empty_scope(id);
        self.close(id);
    }

    /// Closes a scope that has no tokens.
    pub(crate) fn close(&mut self, id: Id) {
        if self.state.scope(id).is_some() {
            self.release(Holder::Scope(id));
            self.emit(Event::Closed(id));
        }
    }

    /// The whole instance ends; what is still there is withdrawn.
    pub(crate) fn finish(&mut self, status: Status) {
        let tokens: Vec<_> = self
            .state
            .tokens
            .iter()
            .filter(|t| self.state.scope(t.scope).is_some_and(|s| s.parent == 0))
            .map(|t| t.id)
            .collect();
        for token in tokens {
            self.cancel_token(token);
        }
        if let Some(root) = self.state.scopes.first().map(|s| s.id) {
            self.release(Holder::Scope(root));
        }
        self.agenda.clear();
        self.emit(Event::Ended(status.clone()));
        self.effects.push(Effect::Ended(status));
    }
}
