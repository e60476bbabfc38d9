//! The life of an activity: its boundary opens, its work begins, its work ends, it goes out.

use crate::agenda::Machine;
use crate::executable::{Kind, Trigger};
use crate::{At, Event, Holder, How, Id, Record, Retry, ScopeKind, Variables};

impl Machine<'_> {
    /// A token enters an activity; inside a loop it is one round of it.
    pub(crate) fn enter_activity(&mut self, id: Id) {
        if self.is_round(id) {
            self.begin(id);
            return;
        }
        let Some(token) = self.state.token(id) else { return };
        let Some(activity) = self.exe.element(token.element).activity() else {
            return;
        };
        let retried = self.state.subscriptions.iter().any(|s| s.holder == Holder::Token(id));
        if !retried {
            for boundary in &activity.boundaries {
                if let Err(message) = self.subscribe(Holder::Token(id), *boundary) {
                    self.raise(id, Retry::Enter, &message);
                    return;
                }
            }
        }
        if std::mem::take(&mut self.changed) {
            self.look_at_conditions();
        }
        if self.state.token(id).is_none() {
            return;
        }
        if activity.repeat.is_some() {
            self.begin_repeat(id);
        } else {
            self.begin(id);
        }
    }

    /// Whether the token is one round or instance of a repeated activity.
    pub(crate) fn is_round(&self, id: Id) -> bool {
        let scope = self.state.token(id).and_then(|t| self.state.scope(t.scope));
        scope.is_some_and(|s| matches!(s.kind, ScopeKind::Repeat(_)))
    }

    /// The work of an activity begins.
    fn begin(&mut self, id: Id) {
        let Some(element) = self.state.token(id).map(|t| t.element) else {
            return;
        };
        match self.exe.element(element).kind {
            Kind::User => self.offer(id),
            Kind::Script | Kind::Service | Kind::Decision => self.call_operation(id),
            Kind::Send => self.send(id),
            Kind::Receive => self.receive(id),
            Kind::Call => self.call_process(id),
            Kind::SubProcess | Kind::Transaction | Kind::EventSubProcess => self.begin_body(id),
            _ => self.finish_activity(id, Vec::new()),
        }
    }

    /// A task got its results: they are set and mapped, then it is finished.
    pub(crate) fn complete_task(&mut self, id: Id, variables: Variables) {
        let Some(token) = self.state.token(id) else { return };
        let out = self.exe.element(token.element).out.as_slice();
        let scope = self.scope_of(id);
        match self.map(out, scope, &variables) {
            Ok(mapped) => {
                self.turn(id, At::Running);
                self.set_all(scope, variables);
                self.set_all(scope, mapped);
                self.finish_activity(id, Vec::new());
            }
            Err(message) => self.raise(id, Retry::Enter, &message),
        }
    }

    /// The work of an activity is done. `nested` is what completed inside and can be compensated.
    pub(crate) fn finish_activity(&mut self, id: Id, nested: Vec<Record>) {
        self.note_record(id, nested);
        self.finish_recorded(id);
    }

    /// Keeps what is needed to compensate the activity later.
    pub(crate) fn note_record(&mut self, id: Id, nested: Vec<Record>) {
        if let Some(record) = self.record_of(id, nested)
            && let Some(scope) = self.state.token(id).map(|t| t.scope)
        {
            self.emit(Event::Recorded { scope, record: Box::new(record) });
        }
    }

    /// The activity goes out, or counts as one round.
    pub(crate) fn finish_recorded(&mut self, id: Id) {
        if self.is_round(id) {
            self.finish_round(id);
        } else {
            self.leave(id);
        }
    }

    fn record_of(&self, id: Id, nested: Vec<Record>) -> Option<Record> {
        let token = self.state.token(id)?;
        let element = self.exe.element(token.element);
        let in_compensation =
            self.state.scope(token.scope).is_some_and(|s| matches!(s.kind, ScopeKind::Compensation { .. }));
        if in_compensation {
            return None;
        }
        let handled = element.activity().is_some_and(|a| a.compensation.is_some());
        let has_handler = || {
            element.content().is_some_and(|c| c.event_starts.iter().any(|s| self.catches_compensation(*s)))
        };
        if !handled && nested.is_empty() && !has_handler() {
            return None;
        }
        let variables = match token.at {
            At::Inside(body) => self.state.scope(body).map(|s| s.variables.clone()).unwrap_or_default(),
            _ => self.snapshot(id),
        };
        Some(Record { element: token.element, variables, nested })
    }

    /// Whether an event waits for compensation.
    pub(crate) fn catches_compensation(&self, element: crate::Ix) -> bool {
        self.exe.element(element).triggers.iter().any(|t| matches!(t, Trigger::Compensation { .. }))
    }

    /// Tokens at a join become one.
    pub(crate) fn merge(&mut self, tokens: &[Id], element: crate::Ix, scope: Id) -> Id {
        for token in tokens {
            self.end(*token, How::Merged);
        }
        self.spawn(element, scope, 0)
    }

    /// A token arrived at a join.
    pub(crate) fn arrive(&mut self, element: crate::Ix, scope: Id) {
        match self.exe.element(element).kind {
            Kind::Parallel => self.join_parallel(element, scope),
            Kind::Complex => self.join_complex(element, scope),
            Kind::Inclusive => {}
            _ => self.gather(element, scope),
        }
    }

    /// An activity with a start quantity begins when so many tokens are there.
    fn gather(&mut self, element: crate::Ix, scope: Id) {
        let needed = self.exe.element(element).activity().map_or(1, |a| a.start_quantity) as usize;
        let waiting: Vec<_> =
            self.waiting_at(element, scope).into_iter().map(|(id, _)| id).take(needed).collect();
        if waiting.len() == needed {
            let token = self.merge(&waiting, element, scope);
            self.agenda.push_front(crate::agenda::Op::Enter(token));
        }
    }

    /// Tokens that wait at a join, with the flow each came over, oldest first.
    pub(crate) fn waiting_at(&self, element: crate::Ix, scope: Id) -> Vec<(Id, crate::FlowIx)> {
        let here = self.state.tokens.iter().filter(|t| t.element == element && t.scope == scope);
        here.filter_map(|t| if let At::Joining(flow) = t.at { Some((t.id, flow)) } else { None }).collect()
    }
}
