//! Intermediate catch events, and what fires them.

use crate::agenda::{Machine, Op};
use crate::executable::{Kind, reach::link_name};
use crate::{At, Holder, How, Id, Retry, Subscription, Wake};

impl Machine<'_> {
    pub(crate) fn enter_catch(&mut self, id: Id) {
        let Some(ix) = self.state.token(id).map(|t| t.element) else {
            return;
        };
        if link_name(self.exe.element(ix)).is_some() {
            self.leave(id);
            return;
        }
        match self.subscribe(Holder::Token(id), ix) {
            Ok(()) => self.turn(id, At::Waiting),
            Err(message) => self.raise(id, Retry::Enter, &message),
        }
    }

    /// A catching token, receive task or event gateway got what it waited for.
    pub(crate) fn fire_catch(&mut self, id: Id, subscription: &Subscription) {
        let Some(token) = self.state.token(id) else { return };
        let (at, scope) = (token.element, token.scope);
        if at != subscription.element {
            self.end(id, How::Completed);
            let chosen = self.spawn(subscription.element, scope, 0);
            self.pass(chosen);
        } else if matches!(subscription.wake, Wake::Timer { left: Some(2..), .. }) {
            // A repeating timer lets a token through at every firing.
            if let Ok(flows) = self.choose(id) {
                self.agenda.extend(flows.into_iter().map(|flow| Op::Take { flow, scope }));
            }
        } else {
            self.turn(id, At::Running);
            self.pass(id);
        }
    }

    fn pass(&mut self, id: Id) {
        let kind = self.state.token(id).map(|t| self.exe.element(t.element).kind);
        if kind == Some(Kind::Receive) {
            self.complete_task(id, Vec::new());
        } else {
            self.leave(id);
        }
    }
}
