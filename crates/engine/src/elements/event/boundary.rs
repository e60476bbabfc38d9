//! Boundary events: a path beside the activity or instead of it.

use crate::agenda::{Machine, Op};
use crate::{Id, Ix};

impl Machine<'_> {
    pub(crate) fn fire_boundary(&mut self, host: Id, event: Ix, interrupting: bool) {
        let Some(scope) = self.state.token(host).map(|t| t.scope) else {
            return;
        };
        // The new token comes first, so that its scope is never empty in between.
        let token = self.spawn(event, scope, 0);
        if interrupting {
            self.cancel_token(host);
        }
        self.agenda.push_back(Op::Enter(token));
    }
}
