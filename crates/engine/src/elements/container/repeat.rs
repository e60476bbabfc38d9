//! Loops and multi-instance activities. Boundary events belong to the whole; each round has its own variables:
//! `loopCounter` (from 1), the item and the result.

use feel::Value;

use crate::agenda::{Machine, Op};
use crate::executable::{Behavior, Loop, Multi, Trigger};
use crate::{At, Event, Holder, How, Id, Repeat, Retry, Scope, ScopeKind, Variables, Wake};

/// Most instances of one activity.
const MOST_INSTANCES: u32 = 10_000;

impl Machine<'_> {
    pub(crate) fn begin_repeat(&mut self, token: Id) {
        let Some(element) = self.state.token(token).map(|t| t.element) else {
            return;
        };
        let total = match self.multi_of(element) {
            Some(multi) => match self.cardinality(multi, token) {
                Ok(total) => Some(total),
                Err(message) => return self.raise(token, Retry::Enter, &message),
            },
            None => None,
        };
        let kind = ScopeKind::Repeat(Repeat { total, ..Repeat::default() });
        let parent = self.scope_of(token);
        let scope = self.open(Scope {
            id: 0,
            parent,
            owner: token,
            element,
            kind,
            interrupted: false,
            variables: Variables::new(),
            records: Vec::new(),
        });
        self.turn(token, At::Inside(scope));
        self.prepare_output(element, parent);
        let parallel = self.multi_of(element).is_some_and(|m| !m.sequential);
        if parallel && total != Some(0) {
            for _ in 0..total.unwrap_or(0) {
                self.start_round(scope);
            }
        } else {
            self.next_round(scope);
        }
    }

    /// The next round of a loop or sequential activity, or the end.
    fn next_round(&mut self, scope: Id) {
        match self.goes_on(scope) {
            Ok(true) => self.start_round(scope),
            Ok(false) => self.end_repeat(scope),
            Err(message) => {
                if let Some(owner) = self.state.scope(scope).map(|s| s.owner) {
                    self.raise(owner, Retry::Repeat, &message);
                }
            }
        }
    }

    /// After an incident: look again whether another round follows.
    pub(crate) fn resume_repeat(&mut self, owner: Id) {
        let scope = self
            .state
            .scopes
            .iter()
            .find(|s| s.owner == owner && matches!(s.kind, ScopeKind::Repeat(_)))
            .map(|s| s.id);
        if let Some(scope) = scope {
            self.turn(owner, At::Inside(scope));
            self.next_round(scope);
        }
    }

    fn goes_on(&self, scope: Id) -> Result<bool, String> {
        let Some((found, counters)) = self.counters(scope) else {
            return Ok(false);
        };
        if let Some(total) = counters.total {
            return Ok(counters.started < total);
        }
        let Some(Loop::Standard { condition, test_before, maximum }) = self.repeat_of(found) else {
            return Ok(false);
        };
        if maximum.is_some_and(|most| counters.done >= most) {
            return Ok(false);
        }
        if counters.done == 0 && !test_before {
            return Ok(true);
        }
        match condition {
            Some(condition) => condition.holds(&self.view(scope), self.env),
            None => Ok(maximum.is_some()),
        }
    }

    fn start_round(&mut self, scope: Id) {
        let Some((element, mut counters)) = self.counters(scope) else {
            return;
        };
        let item = self.multi_of(element).and_then(|m| self.item(m, scope, counters.started));
        counters.started += 1;
        self.emit(Event::Counted { scope, repeat: counters });
        let mut variables: Variables = vec![("loopCounter".into(), Value::from(i64::from(counters.started)))];
        variables.extend(item);
        if let Some(result) = self.multi_of(element).and_then(|m| m.result.clone()) {
            variables.push((result, Value::Null));
        }
        let kind = ScopeKind::Local;
        let local = self.open(Scope {
            id: 0,
            parent: scope,
            owner: 0,
            element,
            kind,
            interrupted: false,
            variables,
            records: Vec::new(),
        });
        let token = self.spawn(element, scope, local);
        self.agenda.push_back(Op::Enter(token));
    }

    /// One round or instance is done.
    pub(crate) fn finish_round(&mut self, token: Id) {
        let Some((scope, local)) = self.state.token(token).map(|t| (t.scope, t.local)) else {
            return;
        };
        let Some((element, mut counters)) = self.counters(scope) else {
            return;
        };
        counters.done += 1;
        self.emit(Event::Counted { scope, repeat: counters });
        self.gather_result(element, scope, local);
        let complete = match self.multi_of(element).and_then(|m| m.completion.as_ref()) {
            Some(condition) => condition.holds(&self.view(local), self.env),
            None => Ok(false),
        };
        let stop = self.throw_behavior(element, scope, local, counters.done);
        self.end(token, How::Completed);
        if self.state.scope(scope).is_none() {
            return;
        }
        match complete {
            Err(message) => {
                if let Some(owner) = self.state.scope(scope).map(|s| s.owner) {
                    self.raise(owner, Retry::Repeat, &message);
                }
            }
            Ok(true) => self.end_repeat(scope),
            Ok(false) if stop => self.end_repeat(scope),
            Ok(false) if counters.done < counters.started => {}
            Ok(false) => self.next_round(scope),
        }
    }

    /// Cancels what still runs; the activity is done.
    fn end_repeat(&mut self, scope: Id) {
        self.empty_scope(scope);
        let Some(found) = self.state.scope(scope) else {
            return;
        };
        let (owner, records) = (found.owner, found.records.clone());
        self.close(scope);
        self.turn(owner, At::Running);
        if let Some(outer) = self.state.token(owner).map(|t| t.scope) {
            for record in records {
                self.emit(Event::Recorded { scope: outer, record: Box::new(record) });
            }
        }
        self.leave(owner);
    }

    fn counters(&self, scope: Id) -> Option<(crate::Ix, Repeat)> {
        let found = self.state.scope(scope)?;
        if let ScopeKind::Repeat(counters) = found.kind { Some((found.element, counters)) } else { None }
    }

    fn repeat_of(&self, element: crate::Ix) -> Option<&Loop> {
        self.exe.element(element).activity().and_then(|a| a.repeat.as_ref())
    }

    fn multi_of(&self, element: crate::Ix) -> Option<&Multi> {
        if let Some(Loop::Multi(multi)) = self.repeat_of(element) { Some(multi) } else { None }
    }

    fn cardinality(&self, multi: &Multi, token: Id) -> Result<u32, String> {
        let view = self.view(self.scope_of(token));
        let (value, what) = match (&multi.cardinality, &multi.input) {
            (Some(formula), _) => (formula.value(&view, self.env)?, formula.text.clone()),
            (None, Some(name)) => {
                let found = feel::Scope::get(&view, name).unwrap_or_default();
                let Some(list) = found.as_list() else {
                    return Err(format!("the collection `{name}` is a {}, not a list; set it before the activity starts", found.type_name()));
                };
                (Value::from(i64::try_from(list.len()).unwrap_or(i64::MAX)), name.clone())
            }
            (None, None) => return Err("the multi-instance activity says neither how often nor over what; give it a cardinality or a collection".to_owned()),
        };
        let number = value
            .as_number()
            .and_then(|n| n.to_string().parse::<u32>().ok())
            .filter(|n| *n <= MOST_INSTANCES);
        number.ok_or_else(|| format!("`{what}` gives {value}, expected a whole number from 0 to {MOST_INSTANCES} of instances; correct the variables and try again"))
    }

    fn item(&self, multi: &Multi, scope: Id, at: u32) -> Option<(Box<str>, Value)> {
        let name = multi.item.as_ref()?;
        let list = feel::Scope::get(&self.view(scope), multi.input.as_ref()?)?;
        Some((name.clone(), list.as_list().and_then(|l| l.get(at as usize)).cloned().unwrap_or_default()))
    }

    fn prepare_output(&mut self, element: crate::Ix, scope: Id) {
        if let Some(name) = self.multi_of(element).and_then(|m| m.output.clone()) {
            self.set(scope, &name, Value::List(Vec::new()));
        }
    }

    fn gather_result(&mut self, element: crate::Ix, scope: Id, local: Id) {
        let Some(multi) = self.multi_of(element) else {
            return;
        };
        let (Some(output), Some(result)) = (multi.output.clone(), multi.result.clone()) else {
            return;
        };
        let value = feel::Scope::get(&self.view(local), &result).unwrap_or_default();
        let mut list = feel::Scope::get(&self.view(scope), &output)
            .and_then(|v| v.as_list().map(<[Value]>::to_vec))
            .unwrap_or_default();
        list.push(value);
        self.set(scope, &output, Value::List(list));
    }

    /// Throws the events of the multi-instance `behavior`; whether the other instances are to be cancelled.
    fn throw_behavior(&mut self, element: crate::Ix, scope: Id, local: Id, done: u32) -> bool {
        let exe = self.exe;
        let Some(Loop::Multi(multi)) = exe.element(element).activity().and_then(|a| a.repeat.as_ref()) else {
            return false;
        };
        match &multi.behavior {
            Behavior::All => false,
            Behavior::Each(triggers) => self.notify(scope, triggers),
            Behavior::First(triggers) => done == 1 && self.notify(scope, triggers),
            Behavior::Complex(parts) => {
                let mut stop = false;
                for (condition, triggers) in parts {
                    let holds = condition
                        .as_ref()
                        .is_none_or(|c| c.holds(&self.view(local), self.env).unwrap_or(false));
                    if holds {
                        self.notify(scope, triggers);
                        stop = true;
                    }
                }
                stop
            }
        }
    }

    /// Events thrown by the activity about itself: its own boundary starts a path without cancelling it, for else
    /// `None` and `One` could never let the remaining instances run. Never asks to stop.
    fn notify(&mut self, scope: Id, triggers: &[Trigger]) -> bool {
        let owner = self.state.scope(scope).map_or(0, |s| s.owner);
        for trigger in triggers {
            match trigger {
                Trigger::Signal(name) => {
                    let own = |s: &&crate::Subscription| {
                        s.holder == Holder::Token(owner) && s.wake == Wake::Signal(name.clone())
                    };
                    let boundaries: Vec<_> =
                        self.state.subscriptions.iter().filter(own).map(|s| (s.id, s.element)).collect();
                    for (_, event) in &boundaries {
                        self.fire_boundary(owner, *event, false);
                    }
                    let others: Vec<_> = self
                        .state
                        .subscriptions
                        .iter()
                        .filter(|s| s.holder != Holder::Token(owner) && s.wake == Wake::Signal(name.clone()))
                        .map(|s| s.id)
                        .collect();
                    for id in others {
                        self.fire(id);
                    }
                    self.effects
                        .push(crate::Effect::ThrowSignal { name: name.clone(), variables: Variables::new() });
                }
                Trigger::Message(message) => {
                    // A key that cannot be computed leaves the message without one.
                    let _ = self.throw_message(owner, message, Variables::new());
                }
                Trigger::Escalation(code) => {
                    let code = code.as_deref().unwrap_or_default();
                    let fits = |t: &Trigger| {
                        if let Trigger::Escalation(c) = t {
                            c.as_deref().is_none_or(|c| c == code).then_some(c.is_some())
                        } else {
                            None
                        }
                    };
                    match self.find_catcher(owner, &fits) {
                        Some(super::super::catchers::Catcher::Boundary { host, event }) if host == owner => {
                            self.fire_boundary(host, event, false)
                        }
                        Some(other) => self.catch_by(other, false),
                        None => {}
                    }
                }
                Trigger::Error(code) => self.throw_error(owner, code.as_deref().unwrap_or_default()),
                _ => {}
            }
        }
        false
    }
}
