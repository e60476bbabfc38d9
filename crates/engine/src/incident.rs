//! Failures that wait for a person.

use crate::agenda::{Machine, Op};
use crate::{At, Effect, Event, Id, Incident, Retry};

impl Machine<'_> {
    /// The token is stuck.
    pub(crate) fn raise(&mut self, token: Id, retry: Retry, message: &str) {
        let id = self.state.next;
        self.turn(token, At::Incident);
        self.emit(Event::Raised(Box::new(Incident { id, token, retry, message: message.into() })));
        self.effects.push(Effect::RaiseIncident { incident: id, token, message: message.into() });
    }

    /// Tries again.
    pub(crate) fn retry(&mut self, id: Id) {
        let Some(found) = self.state.incidents.iter().find(|i| i.id == id) else {
            return;
        };
        let (token, retry) = (found.token, found.retry);
        self.emit(Event::Resolved(id));
        self.effects.push(Effect::ResolveIncident { incident: id });
        self.turn(token, At::Running);
        match retry {
            Retry::Enter => self.agenda.push_back(Op::Enter(token)),
            Retry::Leave => self.leave(token),
            Retry::Repeat => self.resume_repeat(token),
        }
    }

    /// The incidents of a token that goes away are settled.
    pub(crate) fn settle_incidents(&mut self, token: Id) {
        let gone: Vec<_> = self.state.incidents.iter().filter(|i| i.token == token).map(|i| i.id).collect();
        self.effects.extend(gone.into_iter().map(|incident| Effect::ResolveIncident { incident }));
    }
}
