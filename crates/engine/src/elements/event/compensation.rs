//! Compensation: only completed activities, once each, in reverse order of completion, with the variables as they
//! were then; the thrower waits for the handlers unless told otherwise.

use crate::agenda::{Machine, Op};
use crate::executable::Kind;
use crate::{At, Event, How, Id, Ix, Record, Scope, ScopeKind, Variables};

impl Machine<'_> {
    pub(crate) fn throw_compensation(&mut self, token: Id, activity: Option<Ix>, wait: bool) {
        let Some(scope) = self.compensated_scope(token, activity) else {
            return;
        };
        let all = self.state.scope(scope).map(|s| s.records.clone()).unwrap_or_default();
        let (taken, left): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|r| activity.is_none_or(|a| a == r.element));
        if taken.is_empty() {
            return;
        }
        self.emit(Event::Records { scope, records: left });
        if !wait {
            let flows = self.choose(token).unwrap_or_default();
            self.agenda.extend(
                flows
                    .into_iter()
                    .map(|flow| Op::Take { flow, scope: self.state.token(token).map_or(0, |t| t.scope) }),
            );
        }
        self.run_compensation(token, scope, taken, false);
    }

    /// The scope whose completed activities a throw compensates: its own, or the one around its event sub-process.
    /// An activity named by the throw is looked for further out too.
    fn compensated_scope(&self, token: Id, activity: Option<Ix>) -> Option<Id> {
        let mut scope = self.state.scope(self.state.token(token)?.scope)?;
        if self.exe.element(scope.element).kind == Kind::EventSubProcess {
            scope = self.state.scope(scope.parent)?;
        }
        if let Some(activity) = activity {
            while !scope.records.iter().any(|r| r.element == activity) {
                scope = self.state.scope(scope.parent)?;
            }
        }
        Some(scope.id)
    }

    /// Opens a scope whose records are compensated one after the other.
    pub(crate) fn run_compensation(&mut self, owner: Id, parent: Id, records: Vec<Record>, cancel: bool) {
        let element = self.state.token(owner).map_or(0, |t| t.element);
        let kind = ScopeKind::Compensation { cancel };
        let scope = self.open(Scope {
            id: 0,
            parent,
            owner,
            element,
            kind,
            interrupted: false,
            variables: Variables::new(),
            records,
        });
        self.turn(owner, At::Compensating(scope));
        self.touch(scope);
    }

    /// No handler runs: the next one, or the end.
    pub(crate) fn compensate_next(&mut self, id: Id) {
        let Some(scope) = self.state.scope(id) else { return };
        let mut records = scope.records.clone();
        match records.pop() {
            Some(record) => {
                self.emit(Event::Records { scope: id, records });
                self.compensate(id, record);
                self.touch(id);
            }
            None => self.end_compensation(id),
        }
    }

    fn compensate(&mut self, scope: Id, record: Record) {
        let element = self.exe.element(record.element);
        if let Some(handler) = element.activity().and_then(|a| a.compensation) {
            let kind = ScopeKind::Snapshot;
            let local = self.open(Scope {
                id: 0,
                parent: scope,
                owner: 0,
                element: record.element,
                kind,
                interrupted: false,
                variables: record.variables,
                records: Vec::new(),
            });
            let token = self.spawn(handler, scope, local);
            self.agenda.push_back(Op::Enter(token));
            return;
        }
        let starts = element.content().map_or(&[][..], |c| c.event_starts.as_slice());
        let handler = starts.iter().copied().find(|s| self.catches_compensation(*s));
        let owner = self.spawn(record.element, scope, 0);
        let kind =
            if handler.is_some() { ScopeKind::Body } else { ScopeKind::Compensation { cancel: false } };
        let body = self.open(Scope {
            id: 0,
            parent: scope,
            owner,
            element: record.element,
            kind,
            interrupted: false,
            variables: record.variables,
            records: record.nested,
        });
        match handler {
            Some(start) => {
                self.turn(owner, At::Inside(body));
                self.start_handler(body, start, false);
            }
            None => {
                self.turn(owner, At::Compensating(body));
                self.touch(body);
            }
        }
    }

    fn end_compensation(&mut self, id: Id) {
        let Some(scope) = self.state.scope(id) else { return };
        let (owner, cancel) = (scope.owner, scope.kind == ScopeKind::Compensation { cancel: true });
        self.close(id);
        if cancel {
            self.leave_cancelled(owner);
            return;
        }
        let waits = self.state.token(owner).is_some_and(|t| self.waits_for_handlers(t.element));
        self.turn(owner, At::Running);
        if waits {
            self.leave(owner);
        } else {
            self.end(owner, How::Completed);
        }
    }

    fn waits_for_handlers(&self, element: Ix) -> bool {
        use crate::executable::Trigger;
        !self
            .exe
            .element(element)
            .triggers
            .iter()
            .any(|t| matches!(t, Trigger::Compensation { wait: false, .. }))
    }
}
