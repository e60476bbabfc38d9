//! The only place that changes a state. An event of a released format is never given another meaning here: a new
//! meaning is a new event.

use crate::{At, Event, FORMAT, Gate, Holder, Id, ScopeKind, State, Status, Token, Wake};

impl State {
    /// Changes the state by one event. Events that name something absent change nothing.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Started { called } => {
                self.format = FORMAT;
                self.status = Status::Active;
                self.called = *called;
            }
            Event::Ended(status) => self.finish(status.clone()),
            Event::Entered { token, element, scope, local } => {
                self.add(Token {
                    id: *token,
                    element: *element,
                    scope: *scope,
                    local: *local,
                    at: At::Running,
                });
            }
            Event::Arrived { token, element, scope, flow } => {
                self.add(Token {
                    id: *token,
                    element: *element,
                    scope: *scope,
                    local: 0,
                    at: At::Joining(*flow),
                });
            }
            Event::Turned { token, at } => {
                if let Some(found) = self.token_mut(*token) {
                    found.at = at.clone();
                }
            }
            Event::Left { token, .. } => self.drop_token(*token),
            Event::Opened(scope) => {
                self.reserve(scope.id);
                self.scopes.push((**scope).clone());
            }
            Event::Closed(scope) => {
                self.scopes.retain(|s| s.id != *scope);
                self.subscriptions.retain(|s| s.holder != Holder::Scope(*scope));
                self.gates.retain(|g| g.scope != *scope);
            }
            Event::Subscribed(_) | Event::Unsubscribed(_) | Event::Raised(_) | Event::Resolved(_) => {
                self.apply_to_lists(event)
            }
            Event::Gated(gate) => self.gate(gate),
            Event::Reset { scope, element } => {
                self.gates.retain(|g| g.scope != *scope || g.element != *element)
            }
            Event::Rearmed { .. } | Event::Looked { .. } | Event::Seen(_) | Event::Awaited(_) => {
                self.apply_to_subscription(event)
            }
            _ => self.apply_to_scope(event),
        }
    }

    fn apply_to_lists(&mut self, event: &Event) {
        match event {
            Event::Subscribed(subscription) => {
                self.reserve(subscription.id);
                self.subscriptions.push((**subscription).clone());
            }
            Event::Unsubscribed(id) => self.subscriptions.retain(|s| s.id != *id),
            Event::Raised(incident) => {
                self.reserve(incident.id);
                self.incidents.push((**incident).clone());
            }
            Event::Resolved(id) => self.incidents.retain(|i| i.id != *id),
            _ => {}
        }
    }

    fn apply_to_scope(&mut self, event: &Event) {
        let id = match event {
            Event::Interrupted(id) | Event::AdHocStarted(id) => *id,
            Event::Set { scope, .. }
            | Event::Counted { scope, .. }
            | Event::Recorded { scope, .. }
            | Event::Records { scope, .. } => *scope,
            _ => return,
        };
        let Ok(at) = self.scopes.binary_search_by_key(&id, |s| s.id) else {
            return;
        };
        let Some(scope) = self.scopes.get_mut(at) else {
            return;
        };
        match event {
            Event::Interrupted(_) => scope.interrupted = true,
            Event::AdHocStarted(_) => {
                if let ScopeKind::AdHoc(started) = &mut scope.kind {
                    *started += 1;
                }
            }
            Event::Set { name, value, .. } => match scope.variables.iter_mut().find(|(n, _)| n == name) {
                Some((_, old)) => *old = value.clone(),
                None => scope.variables.push((name.clone(), value.clone())),
            },
            Event::Counted { repeat, .. } => scope.kind = ScopeKind::Repeat(*repeat),
            Event::Recorded { record, .. } => scope.records.push((**record).clone()),
            Event::Records { records, .. } => scope.records.clone_from(records),
            _ => {}
        }
    }

    fn apply_to_subscription(&mut self, event: &Event) {
        let (Event::Rearmed { subscription: id, .. }
        | Event::Looked { subscription: id, .. }
        | Event::Seen(id)
        | Event::Awaited(id)) = event
        else {
            return;
        };
        let Some(found) = self.subscriptions.iter_mut().find(|s| s.id == *id) else {
            return;
        };
        match event {
            Event::Rearmed { due, left, .. } => found.wake = Wake::Timer { due: *due, left: *left },
            Event::Looked { value, .. } => found.wake = Wake::Condition(*value),
            _ => found.seen = matches!(event, Event::Seen(_)),
        }
    }

    fn reserve(&mut self, id: Id) {
        self.next = self.next.max(id.saturating_add(1));
    }

    fn add(&mut self, token: Token) {
        self.reserve(token.id);
        self.tokens.push(token);
    }

    fn token_mut(&mut self, id: Id) -> Option<&mut Token> {
        self.tokens.binary_search_by_key(&id, |t| t.id).ok().and_then(|at| self.tokens.get_mut(at))
    }

    fn drop_token(&mut self, id: Id) {
        let Ok(at) = self.tokens.binary_search_by_key(&id, |t| t.id) else {
            return;
        };
        let local = self.tokens.remove(at).local;
        if local != 0 {
            self.scopes.retain(|s| s.id != local);
        }
        self.subscriptions.retain(|s| s.holder != Holder::Token(id));
        self.incidents.retain(|i| i.token != id);
    }

    fn gate(&mut self, gate: &Gate) {
        match self.gates.iter_mut().find(|g| g.scope == gate.scope && g.element == gate.element) {
            Some(old) => old.seen.clone_from(&gate.seen),
            None => self.gates.push(gate.clone()),
        }
    }

    /// The variables of the process stay readable after the end; everything else goes.
    fn finish(&mut self, status: Status) {
        self.status = status;
        self.tokens.clear();
        self.subscriptions.clear();
        self.incidents.clear();
        self.gates.clear();
        self.scopes.truncate(1);
        for scope in &mut self.scopes {
            scope.records.clear();
        }
    }
}
