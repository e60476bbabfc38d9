//! Inclusive joins: fire when no other token of the scope can still reach an empty incoming flow, unless it can also
//! reach a filled one (BPMN 2.0.2, table 13.3).

use crate::agenda::Machine;
use crate::executable::Kind;
use crate::{At, FlowIx, Id, Ix};

impl Machine<'_> {
    /// Fires one waiting inclusive join or resets one complex gateway. Whether there was one.
    pub(crate) fn fire_waiting_joins(&mut self) -> bool {
        let mut seen: Vec<(Ix, Id)> = Vec::new();
        for token in &self.state.tokens {
            let at = (token.element, token.scope);
            if matches!(token.at, At::Joining(_))
                && self.exe.element(token.element).kind == Kind::Inclusive
                && !seen.contains(&at)
            {
                seen.push(at);
            }
        }
        for (element, scope) in seen {
            let waiting = self.waiting_at(element, scope);
            let filled: Vec<_> = waiting.iter().map(|(_, flow)| *flow).collect();
            if !self.more_may_come(element, scope, &filled) {
                let incoming = &self.exe.element(element).incoming;
                let tokens: Vec<_> = incoming
                    .iter()
                    .filter_map(|flow| waiting.iter().find(|(_, f)| f == flow).map(|(id, _)| *id))
                    .collect();
                let token = self.merge(&tokens, element, scope);
                self.leave(token);
                return true;
            }
        }
        self.reset_complex()
    }

    /// Whether a token elsewhere in the scope can still fill an empty flow of the join.
    pub(crate) fn more_may_come(&self, join: Ix, scope: Id, filled: &[FlowIx]) -> bool {
        let element = self.exe.element(join);
        let (full, empty): (Vec<_>, Vec<_>) =
            element.incoming.iter().zip(&element.reach).partition(|(flow, _)| filled.contains(flow));
        self.state.tokens.iter().filter(|t| t.scope == scope && t.element != join).any(|t| {
            empty.iter().any(|(_, reach)| reach.contains(t.element))
                && !full.iter().any(|(_, reach)| reach.contains(t.element))
        })
    }
}
