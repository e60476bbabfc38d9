//! The loop of a step: run until nothing can move.
//!
//! Order: operations of the agenda first; then scopes that may be complete; then joins that wait for others; then
//! throws, once no call of this transaction is unanswered. A throw is carried out before its token goes on.

use std::collections::VecDeque;

use crate::executable::{Executable, Kind};
use crate::{
    At, Command, Effect, Env, Event, FlowIx, Holder, How, Id, Ix, Outcome, Rejection, Retry, Scope,
    ScopeKind, State, Status,
};

/// Operations in one step after which a process counts as running in circles.
const MOST_OPERATIONS: u32 = 50_000;

/// One thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    /// A token goes along a flow.
    Take { flow: FlowIx, scope: Id },
    /// A token enters its element.
    Enter(Id),
}

/// A step under way.
pub(crate) struct Machine<'a> {
    pub exe: &'a Executable,
    pub env: &'a Env,
    pub state: State,
    pub events: Vec<Event>,
    pub effects: Vec<Effect>,
    pub agenda: VecDeque<Op>,
    dirty: Vec<Id>,
    /// Variables changed since conditions were last looked at.
    pub changed: bool,
    operations: u32,
}

/// Carries out one command: from wait state to wait state.
///
/// # Errors
/// A [`Rejection`] when the command does not fit the state. The state given is gone then: who needs it asks
/// [`crate::check`] first, or gives a clone.
pub fn step(exe: &Executable, state: State, command: Command, env: &Env) -> Result<Outcome, Rejection> {
    crate::check(exe, &state, &command)?;
    let mut machine = Machine {
        exe,
        env,
        state,
        events: Vec::with_capacity(8),
        effects: Vec::new(),
        agenda: VecDeque::new(),
        dirty: Vec::new(),
        changed: false,
        operations: 0,
    };
    machine.execute(command);
    machine.run();
    Ok(Outcome { state: machine.state, events: machine.events, effects: machine.effects })
}

impl Machine<'_> {
    fn run(&mut self) {
        while self.state.status == Status::Active {
            if self.changed {
                self.changed = false;
                self.look_at_conditions();
                continue;
            }
            if let Some(op) = self.agenda.pop_front() {
                self.operations += 1;
                match op {
                    Op::Take { flow, scope } => self.take(flow, scope),
                    Op::Enter(token) => self.enter(token),
                }
            } else if let Some(scope) = self.dirty.pop() {
                self.settle(scope);
            } else if !self.fire_waiting_joins() && !self.throw_next() {
                break;
            }
        }
    }

    /// Records an event and applies it.
    pub(crate) fn emit(&mut self, event: Event) {
        self.state.apply(&event);
        self.events.push(event);
    }

    /// Puts a token at an element.
    pub(crate) fn spawn(&mut self, element: Ix, scope: Id, local: Id) -> Id {
        let token = self.state.next;
        self.emit(Event::Entered { token, element, scope, local });
        token
    }

    /// Opens a scope.
    pub(crate) fn open(&mut self, scope: Scope) -> Id {
        let id = self.state.next;
        self.emit(Event::Opened(Box::new(Scope { id, ..scope })));
        id
    }

    /// The scope may be complete: look when nothing else moves.
    pub(crate) fn touch(&mut self, scope: Id) {
        if self.dirty.last() != Some(&scope) {
            self.dirty.push(scope);
        }
    }

    fn take(&mut self, flow: FlowIx, scope: Id) {
        if self.state.scope(scope).is_none() {
            return;
        }
        let target = self.exe.flow(flow).target;
        if self.exe.element(target).joins() {
            let token = self.state.next;
            self.emit(Event::Arrived { token, element: target, scope, flow });
            self.arrive(target, scope);
        } else {
            let token = self.spawn(target, scope, 0);
            self.enter(token);
        }
    }

    fn enter(&mut self, id: Id) {
        let Some(token) = self.state.token(id) else { return };
        let element = token.element;
        if self.operations > MOST_OPERATIONS {
            self.raise(id, Retry::Enter, "the process runs in circles without ever waiting; correct the diagram or the data and try again");
            return;
        }
        match self.exe.element(element).kind {
            Kind::Catch => self.enter_catch(id),
            Kind::Throw | Kind::End => self.enter_throw(id),
            Kind::EventBased => self.enter_event_gateway(id),
            kind if kind.is_activity() => self.enter_activity(id),
            _ => self.leave(id),
        }
    }

    /// The token goes out over the flows that its element chooses.
    pub(crate) fn leave(&mut self, id: Id) {
        let Some(token) = self.state.token(id) else { return };
        let (ix, scope) = (token.element, token.scope);
        let compensating =
            self.state.scope(scope).is_some_and(|s| matches!(s.kind, ScopeKind::Compensation { .. }));
        if let Some(flow) = self.only_flow(ix).filter(|_| !compensating) {
            self.end(id, How::Completed);
            self.agenda.push_back(Op::Take { flow, scope });
            return;
        }
        let flows = if compensating { Ok(Vec::new()) } else { self.choose(id) };
        match flows {
            Err(message) => {
                self.unsubscribe(Holder::Token(id));
                self.raise(id, Retry::Leave, &message);
            }
            Ok(flows) => {
                self.end(id, How::Completed);
                let times = self.exe.element(ix).activity().map_or(1, |a| a.completion_quantity);
                for _ in 0..times {
                    self.agenda.extend(flows.iter().map(|flow| Op::Take { flow: *flow, scope }));
                }
            }
        }
    }

    /// The one way out of most elements, where there is nothing to choose.
    fn only_flow(&self, ix: Ix) -> Option<FlowIx> {
        let element = self.exe.element(ix);
        let [flow] = element.outgoing.as_slice() else { return None };
        let once = element.activity().is_none_or(|a| a.completion_quantity == 1);
        (once && self.exe.flow(*flow).condition.is_none()).then_some(*flow)
    }

    /// The token is gone, with what it held.
    pub(crate) fn end(&mut self, id: Id, how: How) {
        let Some(token) = self.state.token(id) else { return };
        let (element, scope) = (token.element, token.scope);
        self.release(Holder::Token(id));
        self.emit(Event::Left { token: id, element, how });
        self.touch(scope);
    }

    /// The token becomes something else at its element.
    pub(crate) fn turn(&mut self, token: Id, at: At) {
        self.emit(Event::Turned { token, at });
    }
}
