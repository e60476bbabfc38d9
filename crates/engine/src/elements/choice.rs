//! Which flows a token takes out of its element.

use feel::Value;

use crate::agenda::Machine;
use crate::executable::{Element, Formula, Kind};
use crate::{FlowIx, Id};

impl Machine<'_> {
    /// The flows out of the token's element, or why none could be taken.
    pub(crate) fn choose(&self, id: Id) -> Result<Vec<FlowIx>, String> {
        let Some(token) = self.state.token(id) else {
            return Ok(Vec::new());
        };
        let element = self.exe.element(token.element);
        let scope = self.scope_of(id);
        match element.kind {
            Kind::Parallel | Kind::EventBased => Ok(element.outgoing.clone()),
            Kind::Exclusive => self.first_open(element, scope),
            Kind::Complex => self.all_open(element, scope, &[("waitingForStart".into(), Value::Bool(true))]),
            _ => self.all_open(element, scope, &[]),
        }
    }

    fn holds(&self, condition: &Formula, scope: Id, extra: &[(Box<str>, Value)]) -> Result<bool, String> {
        condition.holds(&crate::variables::View { state: &self.state, scope, extra }, self.env)
    }

    /// Exclusive: the first whose condition holds; a flow without condition is always open.
    fn first_open(&self, element: &Element, scope: Id) -> Result<Vec<FlowIx>, String> {
        for flow in element.outgoing.iter().filter(|f| Some(**f) != element.default) {
            let open = match &self.exe.flow(*flow).condition {
                Some(condition) => self.holds(condition, scope, &[])?,
                None => true,
            };
            if open {
                return Ok(vec![*flow]);
            }
        }
        fall_back(element)
    }

    /// Inclusive, complex, activities and events: flows without condition always, others when theirs holds, the
    /// default when no condition held.
    pub(crate) fn all_open(
        &self,
        element: &Element,
        scope: Id,
        extra: &[(Box<str>, Value)],
    ) -> Result<Vec<FlowIx>, String> {
        let mut out = Vec::with_capacity(element.outgoing.len());
        let mut conditional = false;
        for flow in element.outgoing.iter().filter(|f| Some(**f) != element.default) {
            match &self.exe.flow(*flow).condition {
                None => out.push(*flow),
                Some(condition) if self.holds(condition, scope, extra)? => {
                    conditional = true;
                    out.push(*flow);
                }
                Some(_) => {}
            }
        }
        if let Some(default) = element.default.filter(|_| !conditional) {
            out.push(default);
        }
        if out.is_empty() { fall_back(element) } else { Ok(out) }
    }
}

fn fall_back(element: &Element) -> Result<Vec<FlowIx>, String> {
    match element.default {
        Some(default) => Ok(vec![default]),
        None if element.outgoing.is_empty() => Ok(Vec::new()),
        None => Err(format!(
            "no way out of `{}`: no condition holds and there is no default flow; correct the variables and try again, or give the diagram a default flow",
            element.id
        )),
    }
}
