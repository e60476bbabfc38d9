//! Event sub-processes: an interrupting one takes its scope over, another runs beside it.

use crate::agenda::{Machine, Op};
use crate::{At, Event, Holder, Id, Ix, Scope, ScopeKind, Variables};

impl Machine<'_> {
    pub(crate) fn fire_event_sub_process(&mut self, scope: Id, start: Ix) {
        self.start_handler(scope, start, self.exe.element(start).interrupting);
    }

    /// Starts an event sub-process of a scope.
    pub(crate) fn start_handler(&mut self, scope: Id, start: Ix, interrupting: bool) {
        if self.state.scope(scope).is_none_or(|s| s.interrupted) {
            return;
        }
        let handler = self.exe.element(start).container;
        if interrupting {
            self.emit(Event::Interrupted(scope));
            self.unsubscribe(Holder::Scope(scope));
            self.empty_scope(scope);
        }
        let owner = self.spawn(handler, scope, 0);
        let content = self.exe.element(handler).content();
        let variables: Variables = content
            .map_or(&[][..], |c| c.variables.as_slice())
            .iter()
            .map(|n| (n.clone(), feel::Value::Null))
            .collect();
        let kind = ScopeKind::Body;
        let body = self.open(Scope {
            id: 0,
            parent: scope,
            owner,
            element: handler,
            kind,
            interrupted: false,
            variables,
            records: Vec::new(),
        });
        self.turn(owner, At::Inside(body));
        let token = self.spawn(start, body, 0);
        self.agenda.push_back(Op::Enter(token));
    }
}
