//! Event-based gateways: hold the subscriptions of all events behind them; the first to come decides.

use crate::agenda::Machine;
use crate::executable::Kind;
use crate::{At, Holder, Id, Retry};

impl Machine<'_> {
    pub(crate) fn enter_event_gateway(&mut self, id: Id) {
        let Some(ix) = self.state.token(id).map(|t| t.element) else {
            return;
        };
        let holder = Holder::Token(id);
        for flow in &self.exe.element(ix).outgoing {
            let target = self.exe.flow(*flow).target;
            let opened = if self.exe.element(target).kind == Kind::Receive {
                self.receive_wake(target, holder).map(|wake| self.open_subscription(holder, target, wake))
            } else {
                self.subscribe(holder, target)
            };
            if let Err(message) = opened {
                self.unsubscribe(holder);
                self.raise(id, Retry::Enter, &message);
                return;
            }
        }
        self.turn(id, At::Waiting);
    }
}
