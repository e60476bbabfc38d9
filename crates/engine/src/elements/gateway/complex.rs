//! Complex gateways: start when the activation condition over the arrived tokens holds, take in the rest, and are
//! reset when no more can come (BPMN 2.0.2, table 13.5).

use feel::Value;

use crate::agenda::{Machine, Op};
use crate::executable::Trigger;
use crate::{Event, FlowIx, Gate, How, Id, Ix, Retry};

impl Machine<'_> {
    pub(crate) fn join_complex(&mut self, element: Ix, scope: Id) {
        let waiting = self.waiting_at(element, scope);
        let open = self.state.gates.iter().find(|g| g.element == element && g.scope == scope).cloned();
        if let Some(mut gate) = open {
            for (token, flow) in waiting {
                if !gate.seen.contains(&flow) {
                    gate.seen.push(flow);
                    self.end(token, How::Merged);
                }
            }
            self.emit(Event::Gated(gate));
            return;
        }
        match self.activates(element, scope, &waiting) {
            Ok(false) => {}
            Ok(true) => self.activate_complex(element, scope, &waiting),
            Err(message) => {
                if let Some((token, _)) = waiting.last() {
                    self.raise(*token, Retry::Leave, &message);
                }
            }
        }
    }

    fn activates(&self, element: Ix, scope: Id, waiting: &[(Id, FlowIx)]) -> Result<bool, String> {
        let found = self.exe.element(element);
        let Some(Trigger::Condition(condition)) = found.triggers.first() else {
            let filled = |flow: &FlowIx| waiting.iter().any(|(_, f)| f == flow);
            return Ok(found.incoming.iter().all(filled));
        };
        let count = |n: usize| Value::from(i64::try_from(n).unwrap_or(i64::MAX));
        let mut extra = vec![("activationCount".into(), count(waiting.len()))];
        for flow in &found.incoming {
            extra.push((
                self.exe.flow(*flow).id.clone(),
                count(waiting.iter().filter(|(_, f)| f == flow).count()),
            ));
        }
        condition.holds(&crate::variables::View { state: &self.state, scope, extra: &extra }, self.env)
    }

    fn activate_complex(&mut self, element: Ix, scope: Id, waiting: &[(Id, FlowIx)]) {
        let mut seen: Vec<FlowIx> = Vec::new();
        let mut tokens = Vec::new();
        for (token, flow) in waiting {
            if !seen.contains(flow) {
                seen.push(*flow);
                tokens.push(*token);
            }
        }
        let token = self.merge(&tokens, element, scope);
        self.emit(Event::Gated(Gate { scope, element, seen }));
        self.leave(token);
    }

    /// Resets one started gateway that nothing can reach any more. Flows that ask for the second phase are taken.
    pub(crate) fn reset_complex(&mut self) -> bool {
        let ready = self
            .state
            .gates
            .iter()
            .find(|g| !self.more_may_come(g.element, g.scope, &g.seen))
            .map(|g| (g.scope, g.element));
        let Some((scope, ix)) = ready else { return false };
        self.emit(Event::Reset { scope, element: ix });
        let extra = [("waitingForStart".into(), Value::Bool(false))];
        let view = crate::variables::View { state: &self.state, scope, extra: &extra };
        let asks = |f: &&FlowIx| {
            let condition =
                self.exe.flow(**f).condition.as_ref().filter(|c| c.text.contains("waitingForStart"));
            condition.is_some_and(|c| c.holds(&view, self.env).unwrap_or(false))
        };
        let flows: Vec<_> = self.exe.element(ix).outgoing.iter().filter(asks).copied().collect();
        self.agenda.extend(flows.into_iter().map(|flow| Op::Take { flow, scope }));
        self.touch(scope);
        true
    }
}
