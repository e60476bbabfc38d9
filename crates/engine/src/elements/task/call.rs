//! Script, service and business rule tasks: the application does the work and answers.

use crate::agenda::Machine;
use crate::executable::Kind;
use crate::{At, Call, CallKind, Effect, Id, Retry};

impl Machine<'_> {
    pub(crate) fn call_operation(&mut self, token: Id) {
        let Some(ix) = self.state.token(token).map(|t| t.element) else {
            return;
        };
        let element = self.exe.element(ix);
        let Some(activity) = element.activity() else {
            return;
        };
        let kind = match element.kind {
            Kind::Script => CallKind::Script,
            Kind::Decision => CallKind::Decision,
            Kind::Send => CallKind::Send,
            _ => CallKind::Service,
        };
        let scope = self.scope_of(token);
        let told = self
            .map(&self.exe.element(ix).into, scope, &[])
            .and_then(|inputs| Ok((inputs, self.arguments(activity.arguments.as_ref(), scope)?)));
        match told {
            Ok((inputs, arguments)) => {
                self.turn(token, At::Calling { deferred: false });
                self.effects.push(Effect::Call(Box::new(Call {
                    token,
                    element: ix,
                    kind,
                    operation: activity.operation.clone(),
                    inputs,
                    arguments,
                })));
            }
            Err(message) => self.raise(token, Retry::Enter, &message),
        }
    }
}
