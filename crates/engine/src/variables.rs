//! Variables: where they are found, where they are set, how data goes in and out of activities.

use feel::Value;

use crate::agenda::Machine;
use crate::executable::{Formula, Mapping};
use crate::{Event, Id, ScopeKind, State, Variables};

/// The variables seen from a scope: its own, then those around it.
pub(crate) struct View<'a> {
    pub state: &'a State,
    pub scope: Id,
    /// Names that win over all others.
    pub extra: &'a [(Box<str>, Value)],
}

impl feel::Scope for View<'_> {
    fn get(&self, name: &str) -> Option<Value> {
        if let Some((_, value)) = self.extra.iter().find(|(n, _)| **n == *name) {
            return Some(value.clone());
        }
        let mut at = self.scope;
        while let Some(scope) = self.state.scope(at) {
            if let Some((_, value)) = scope.variables.iter().find(|(n, _)| **n == *name) {
                return Some(value.clone());
            }
            if let ScopeKind::Repeat(counters) = scope.kind
                && let Some(count) = counter(counters, name)
            {
                return Some(Value::from(i64::from(count)));
            }
            at = scope.parent;
        }
        None
    }
}

/// Run-time attributes of loops (BPMN 2.0.2, tables 10.28 to 10.30), also under the names other engines give them.
fn counter(of: crate::Repeat, name: &str) -> Option<u32> {
    match name {
        "loopCounter" => Some(of.done),
        "numberOfInstances" | "nrOfInstances" => Some(of.total.unwrap_or(of.started)),
        "numberOfActiveInstances" | "nrOfActiveInstances" => Some(of.started.saturating_sub(of.done)),
        "numberOfCompletedInstances" | "nrOfCompletedInstances" => Some(of.done),
        "numberOfTerminatedInstances" | "nrOfTerminatedInstances" => Some(0),
        _ => None,
    }
}

impl Machine<'_> {
    /// The scope whose variables a token sees first.
    pub(crate) fn scope_of(&self, token: Id) -> Id {
        self.state.token(token).map_or(0, |t| if t.local == 0 { t.scope } else { t.local })
    }

    pub(crate) fn view(&self, scope: Id) -> View<'_> {
        View { state: &self.state, scope, extra: &[] }
    }

    /// Sets a variable where it lives, or in the process.
    pub(crate) fn set(&mut self, scope: Id, name: &str, value: Value) {
        let mut at = scope;
        while let Some(found) = self.state.scope(at) {
            let here = found.variables.iter().any(|(n, _)| **n == *name);
            let (snapshot, parent) = (found.kind == ScopeKind::Snapshot, found.parent);
            if here || (!snapshot && parent == 0) {
                self.emit(Event::Set { scope: at, name: name.into(), value: value.clone() });
                self.changed = true;
                if !snapshot {
                    return;
                }
            }
            at = parent;
        }
    }

    pub(crate) fn set_all(&mut self, scope: Id, variables: Variables) {
        for (name, value) in variables {
            self.set(scope, &name, value);
        }
    }

    /// What data associations give, as seen from a scope and from `extra`; absent sources are passed over.
    pub(crate) fn map(
        &self,
        mappings: &[Mapping],
        scope: Id,
        extra: &[(Box<str>, Value)],
    ) -> Result<Variables, String> {
        let view = View { state: &self.state, scope, extra };
        let mut out = Variables::new();
        for mapping in mappings {
            if &*mapping.target == "*" {
                out.extend(if extra.is_empty() { self.visible(scope) } else { extra.to_vec() });
                continue;
            }
            let value = match &mapping.formula {
                Some(formula) => Some(formula.value(&view, self.env)?),
                None => mapping.sources.iter().find_map(|name| feel::Scope::get(&view, name)),
            };
            if let Some(value) = value {
                out.push((mapping.target.clone(), value));
            }
        }
        Ok(out)
    }

    /// The arguments of an operation: the entries of the context its task writes down.
    pub(crate) fn arguments(&self, formula: Option<&Formula>, scope: Id) -> Result<Variables, String> {
        let Some(formula) = formula else { return Ok(Variables::new()) };
        let view = View { state: &self.state, scope, extra: &[] };
        match formula.value(&view, self.env)? {
            Value::Context(entries) => {
                Ok(entries.iter().map(|(name, value)| (name.into(), value.clone())).collect())
            }
            _ => Err(format!("the arguments `{}` are no context; write {{name: value}}", formula.text)),
        }
    }

    /// Every variable a token sees, the innermost of each name.
    pub(crate) fn snapshot(&self, token: Id) -> Variables {
        self.visible(self.scope_of(token))
    }

    fn visible(&self, scope: Id) -> Variables {
        let mut out = Variables::new();
        let mut at = scope;
        while let Some(scope) = self.state.scope(at) {
            for (name, value) in &scope.variables {
                if !out.iter().any(|(n, _)| n == name) {
                    out.push((name.clone(), value.clone()));
                }
            }
            at = scope.parent;
        }
        out
    }
}
