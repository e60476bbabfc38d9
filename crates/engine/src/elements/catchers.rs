//! Who catches an error or escalation: scope by scope outward, the event sub-process inside before the boundary
//! outside, a match of the code before a catch-all of the same level.

use crate::agenda::Machine;
use crate::executable::{Kind, Trigger};
use crate::{Id, Ix, ScopeKind};

/// Who catches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Catcher {
    /// A boundary event of this host.
    Boundary { host: Id, event: Ix },
    /// The start event of an event sub-process in this scope.
    Handler { scope: Id, start: Ix },
}

impl Machine<'_> {
    /// The nearest catcher, looking outward from a token. `fits` gives for a trigger whether it catches, and whether
    /// it names the code.
    pub(crate) fn find_catcher(&self, from: Id, fits: &dyn Fn(&Trigger) -> Option<bool>) -> Option<Catcher> {
        let mut at = from;
        while let Some(token) = self.state.token(at) {
            let scope = self.state.scope(token.scope)?;
            let element = self.exe.element(token.element);
            if !matches!(scope.kind, ScopeKind::Repeat(_)) {
                let boundaries = element.activity().map_or(&[][..], |a| a.boundaries.as_slice());
                if let Some(event) = self.best(boundaries, fits) {
                    return Some(Catcher::Boundary { host: at, event });
                }
                let handles = element.kind == Kind::EventSubProcess || scope.interrupted;
                let content = self
                    .exe
                    .element(scope.element)
                    .content()
                    .filter(|_| scope.kind == ScopeKind::Body && !handles);
                if let Some(start) = content.and_then(|c| self.best(&c.event_starts, fits)) {
                    return Some(Catcher::Handler { scope: scope.id, start });
                }
            }
            at = scope.owner;
        }
        None
    }

    fn best(&self, events: &[Ix], fits: &dyn Fn(&Trigger) -> Option<bool>) -> Option<Ix> {
        let fit = |ix: &Ix| self.exe.element(*ix).triggers.iter().filter_map(fits).max();
        let exact = events.iter().copied().find(|ix| fit(ix) == Some(true));
        exact.or_else(|| events.iter().copied().find(|ix| fit(ix).is_some()))
    }

    /// Starts what the catcher leads to; whether that interrupts.
    pub(crate) fn catch_by(&mut self, catcher: Catcher, always_interrupts: bool) {
        match catcher {
            Catcher::Boundary { host, event } => {
                let interrupting = always_interrupts || self.exe.element(event).interrupting;
                self.fire_boundary(host, event, interrupting);
            }
            Catcher::Handler { scope, start } => {
                self.start_handler(scope, start, always_interrupts || self.exe.element(start).interrupting)
            }
        }
    }
}
