//! Links: a throw goes on at the catch of the same name and container.

use crate::agenda::{Machine, Op};
use crate::executable::{Kind, reach::link_name};
use crate::{How, Id, Retry};

impl Machine<'_> {
    pub(crate) fn follow_link(&mut self, token: Id) {
        let Some((ix, scope)) = self.state.token(token).map(|t| (t.element, t.scope)) else {
            return;
        };
        let element = self.exe.element(ix);
        let siblings =
            self.exe.element(element.container).content().map_or(&[][..], |c| c.children.as_slice());
        let fits = |at: &crate::Ix| {
            let other = self.exe.element(*at);
            other.kind == Kind::Catch && link_name(other) == link_name(element)
        };
        match siblings.iter().copied().find(fits) {
            Some(target) => {
                self.end(token, How::Completed);
                let next = self.spawn(target, scope, 0);
                self.agenda.push_back(Op::Enter(next));
            }
            None => self.raise(
                token,
                Retry::Enter,
                &format!(
                    "the link `{}` leads nowhere; draw a catching link event of the same name",
                    element.id
                ),
            ),
        }
    }
}
