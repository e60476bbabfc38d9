//! The content of processes and sub-processes: how it starts and what follows its end.

use crate::agenda::{Machine, Op};
use crate::executable::{Executable, Kind, Trigger};
use crate::{At, Event, Holder, Id, Ix, Retry, Scope, ScopeKind, StartAt, Status, Variables};

impl Machine<'_> {
    pub(crate) fn start(&mut self, at: StartAt, variables: Variables, called: bool) {
        self.emit(Event::Started { called });
        let (variables, content) = match at {
            StartAt::Element(ix) if !self.exe.element(ix).out.is_empty() => {
                (Variables::new(), Some((ix, variables)))
            }
            _ => (variables, None),
        };
        let root = self.open(Scope {
            id: 0,
            parent: 0,
            owner: 0,
            element: 0,
            kind: ScopeKind::Body,
            interrupted: false,
            variables,
            records: Vec::new(),
        });
        if let Some((ix, content)) = content {
            self.take_content(ix, root, content);
        }
        if let Err(message) = self.open_handlers(root, 0) {
            let token = self.spawn(0, root, 0);
            self.raise(token, Retry::Leave, &message);
        }
        let starts = match at {
            StartAt::Element(ix) => vec![ix],
            StartAt::Default => default_starts(self.exe),
        };
        if !self.state.scope(root).is_none_or(|s| s.interrupted) {
            for ix in starts {
                self.start_at(ix, root, at != StartAt::Default);
            }
        }
        self.touch(root);
    }

    /// An element whose trigger came is passed; any other is entered.
    fn start_at(&mut self, ix: Ix, scope: Id, came: bool) {
        let token = self.spawn(ix, scope, 0);
        match self.exe.element(ix).kind {
            Kind::Receive if came => self.complete_task(token, Variables::new()),
            Kind::Catch if came => self.leave(token),
            _ => self.agenda.push_back(Op::Enter(token)),
        }
    }

    pub(crate) fn begin_body(&mut self, owner: Id) {
        let Some(ix) = self.state.token(owner).map(|t| t.element) else {
            return;
        };
        let element = self.exe.element(ix);
        let Some(content) = element.content() else { return };
        let parent = self.scope_of(owner);
        let mut variables: Variables =
            content.variables.iter().map(|name| (name.clone(), feel::Value::Null)).collect();
        match self.map(&element.into, parent, &[]) {
            Ok(inputs) => variables.extend(inputs),
            Err(message) => return self.raise(owner, Retry::Enter, &message),
        }
        let kind = if content.ad_hoc.is_some() { ScopeKind::AdHoc(0) } else { ScopeKind::Body };
        let scope = self.open(Scope {
            id: 0,
            parent,
            owner,
            element: ix,
            kind,
            interrupted: false,
            variables,
            records: Vec::new(),
        });
        self.turn(owner, At::Inside(scope));
        if let Err(message) = self.open_handlers(scope, ix) {
            self.close(scope);
            return self.raise(owner, Retry::Enter, &message);
        }
        if self.state.scope(scope).is_none_or(|s| s.interrupted) {
            return;
        }
        if content.ad_hoc.is_some() {
            self.start_ad_hoc(scope);
        } else {
            for start in &content.starts {
                let token = self.spawn(*start, scope, 0);
                self.agenda.push_back(Op::Enter(token));
            }
        }
        self.touch(scope);
    }

    /// Subscriptions of event sub-processes open with the scope; a condition that holds already fires at once.
    fn open_handlers(&mut self, scope: Id, ix: Ix) -> Result<(), String> {
        let starts = self.exe.element(ix).content().map_or(&[][..], |c| c.event_starts.as_slice());
        for start in starts {
            self.subscribe(Holder::Scope(scope), *start)?;
        }
        if starts
            .iter()
            .any(|s| self.exe.element(*s).triggers.iter().any(|t| matches!(t, Trigger::Condition(_))))
        {
            self.changed = false;
            self.look_at_conditions();
        }
        Ok(())
    }

    /// Nothing is left in a process or sub-process.
    pub(crate) fn complete_body(&mut self, id: Id) {
        let Some(scope) = self.state.scope(id) else { return };
        let (owner, nested) = (scope.owner, scope.records.clone());
        if owner == 0 {
            self.finish(Status::Completed);
            return;
        }
        let out = self.exe.element(scope.element).out.as_slice();
        let results = self.map(out, id, &[]).unwrap_or_default();
        let outer = self.scope_of(owner);
        self.set_all(outer, results);
        // The record of the activity needs the variables of its body, so the scope closes after it is made.
        let rest: Vec<_> = self.state.tokens.iter().filter(|t| t.scope == id).map(|t| t.id).collect();
        for token in rest {
            self.cancel_token(token);
        }
        self.unsubscribe(Holder::Scope(id));
        self.finish_body_owner(owner, id, nested);
    }

    fn finish_body_owner(&mut self, owner: Id, body: Id, nested: Vec<crate::Record>) {
        if self.exe.element(self.state.token(owner).map_or(0, |t| t.element)).kind == Kind::EventSubProcess {
            self.close(body);
            self.turn(owner, At::Running);
            self.leave(owner);
        } else {
            self.finish_activity_of(owner, body, nested);
        }
    }

    fn finish_activity_of(&mut self, owner: Id, body: Id, nested: Vec<crate::Record>) {
        self.note_record(owner, nested);
        self.close(body);
        self.turn(owner, At::Running);
        self.finish_recorded(owner);
    }
}

fn default_starts(exe: &Executable) -> Vec<Ix> {
    let Some(content) = exe.element(0).content() else {
        return Vec::new();
    };
    let is_start = |ix: &&Ix| exe.element(**ix).kind == Kind::Start;
    match content.starts.iter().find(is_start) {
        Some(first) => vec![*first],
        None if content.starts.is_empty() => content.triggered.first().copied().into_iter().collect(),
        None => content.starts.clone(),
    }
}
