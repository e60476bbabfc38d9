//! Ad-hoc sub-processes: activities without incoming flow run together or one at a time, until the completion
//! condition holds or, without one, until all have run.

use crate::agenda::{Machine, Op};
use crate::executable::AdHoc;
use crate::{Event, Id, Ix, Retry, ScopeKind};

impl<'a> Machine<'a> {
    pub(crate) fn start_ad_hoc(&mut self, scope: Id) {
        let Some((ad_hoc, starts)) = self.ad_hoc_of(scope) else {
            return;
        };
        let many = if ad_hoc.sequential { 1 } else { starts.len() };
        for start in starts.iter().take(many) {
            self.start_ad_hoc_activity(scope, *start);
        }
    }

    fn start_ad_hoc_activity(&mut self, scope: Id, start: Ix) {
        self.emit(Event::AdHocStarted(scope));
        let token = self.spawn(start, scope, 0);
        self.agenda.push_back(Op::Enter(token));
    }

    pub(crate) fn settle_ad_hoc(&mut self, scope: Id) {
        let Some((ad_hoc, starts)) = self.ad_hoc_of(scope) else {
            return;
        };
        let running = self.state.tokens.iter().any(|t| t.scope == scope);
        let done = match &ad_hoc.completion {
            Some(condition) => condition.holds(&self.view(scope), self.env),
            None => Ok(false),
        };
        match done {
            Ok(true) if ad_hoc.cancel_remaining || !running => self.complete_ad_hoc(scope),
            Ok(_) if running => {}
            Ok(done) => {
                let started = self
                    .state
                    .scope(scope)
                    .map_or(0, |s| if let ScopeKind::AdHoc(n) = s.kind { n } else { 0 });
                match starts.get(started as usize) {
                    Some(next) => self.start_ad_hoc_activity(scope, *next),
                    None if done || ad_hoc.completion.is_none() => self.complete_ad_hoc(scope),
                    None => {}
                }
            }
            Err(message) => {
                if let Some(owner) = self.state.scope(scope).map(|s| s.owner) {
                    self.cancel_scope(scope);
                    self.raise(owner, Retry::Enter, &message);
                }
            }
        }
    }

    fn complete_ad_hoc(&mut self, scope: Id) {
        self.empty_scope(scope);
        self.complete_body(scope);
    }

    fn ad_hoc_of(&self, scope: Id) -> Option<(&'a AdHoc, &'a [Ix])> {
        let content = self.exe.element(self.state.scope(scope)?.element).content()?;
        Some((content.ad_hoc.as_ref()?, content.starts.as_slice()))
    }
}
