//! Transactions: a cancel end event interrupts the rest, compensates what completed, then leaves by the cancel
//! boundary. Errors leave without compensation.

use crate::agenda::Machine;
use crate::executable::{Kind, Trigger};
use crate::{At, Event, Holder, Id};

impl Machine<'_> {
    pub(crate) fn cancel_transaction(&mut self, token: Id) {
        let Some((owner, body)) = self.transaction_of(token) else {
            return;
        };
        self.unsubscribe(Holder::Scope(body));
        self.empty_scope(body);
        let records = self.state.scope(body).map(|s| s.records.clone()).unwrap_or_default();
        self.emit(Event::Records { scope: body, records: Vec::new() });
        self.run_compensation(owner, body, records, true);
    }

    fn transaction_of(&self, token: Id) -> Option<(Id, Id)> {
        let mut scope = self.state.scope(self.state.token(token)?.scope)?;
        while self.exe.element(scope.element).kind != Kind::Transaction
            || self.state.token(scope.owner).is_none_or(|t| t.at != At::Inside(scope.id))
        {
            scope = self.state.scope(self.state.token(scope.owner)?.scope)?;
        }
        Some((scope.owner, scope.id))
    }

    /// The handlers have run: the transaction, with all its instances, is left by its cancel boundary.
    pub(crate) fn leave_cancelled(&mut self, owner: Id) {
        let body = self.state.scopes.iter().find(|s| s.owner == owner).map(|s| s.id);
        if let Some(body) = body {
            self.close(body);
        }
        let fits = |t: &Trigger| matches!(t, Trigger::Cancel).then_some(true);
        match self.find_catcher(owner, &fits) {
            Some(catcher) => self.catch_by(catcher, true),
            None => self.cancel_token(owner),
        }
    }
}
