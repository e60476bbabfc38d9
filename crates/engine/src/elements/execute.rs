//! What each command starts. The command was found to fit.

use crate::agenda::Machine;
use crate::{Answer, At, Command, Holder, Id, Retry, Status, Variables, Wake};

impl Machine<'_> {
    pub(crate) fn execute(&mut self, command: Command) {
        match command {
            Command::Start { at, variables, called } => self.start(at, variables, called),
            Command::CompleteTask { token, variables } | Command::CompleteCall { token, variables } => {
                self.complete_task(token, variables)
            }
            Command::FailCall { token, answer: Answer::Error { code } }
            | Command::FailCalled { token, code } => self.throw_error(token, &code),
            Command::FailCall { token, answer: Answer::Incident { message } } => {
                self.raise(token, Retry::Enter, &message)
            }
            Command::DeferCall { token } => self.turn(token, At::Calling { deferred: true }),
            Command::FireTimer { subscription } => self.fire(subscription),
            Command::Message { subscription, variables } | Command::Wake { subscription, variables } => {
                self.deliver(subscription, variables)
            }
            Command::Signal { name, variables } => self.deliver_signal(&name, &variables),
            Command::Trigger { token, variables } => self.trigger(token, variables),
            Command::SetVariables { token, variables } => {
                let root = self.state.scopes.first().map_or(0, |s| s.id);
                let scope = if token == 0 { root } else { self.scope_of(token) };
                self.set_all(scope, variables);
            }
            Command::RetryIncident { incident } => self.retry(incident),
            Command::CompleteCalled { token, variables } => self.complete_called(token, variables),
            Command::EscalateCalled { token, code } => {
                self.throw_escalation(token, &code);
            }
            Command::Continue { token } => {
                self.turn(token, At::Running);
                self.leave(token);
            }
            Command::Cancel => self.finish(Status::Cancelled),
        }
    }

    /// Content goes where the catching scope sees it, then the subscription fires. A catcher with data associations
    /// takes only what these name; a single value fits whatever single name it asks for, since sender and receiver
    /// name their sides of one message differently.
    fn deliver(&mut self, subscription: Id, variables: Variables) {
        let Some(found) = self.state.subscription(subscription) else { return };
        let scope = match found.holder {
            Holder::Token(token) => self.scope_of(token),
            Holder::Scope(scope) => scope,
        };
        let element = found.element;
        self.take_content(element, scope, variables);
        self.fire(subscription);
    }

    /// Sets what a message brought, as the catching element's data associations say.
    pub(crate) fn take_content(&mut self, element: crate::Ix, scope: Id, variables: Variables) {
        let out = &self.exe.element(element).out;
        match (out.as_slice(), variables.as_slice()) {
            ([], _) => self.set_all(scope, variables),
            ([one], [(_, value)]) if one.formula.is_none() => self.set(scope, &one.target, value.clone()),
            _ => {
                let mapped = self.map(out, scope, &variables).unwrap_or_default();
                self.set_all(scope, mapped);
            }
        }
    }

    fn trigger(&mut self, token: Id, variables: Variables) {
        let at = self.state.token(token).map(|t| t.at.clone());
        match at {
            Some(At::Waiting) => {
                let first =
                    self.state.subscriptions.iter().find(|s| s.holder == Holder::Token(token)).cloned();
                self.set_all(self.scope_of(token), variables);
                match first {
                    Some(subscription) if matches!(subscription.wake, Wake::Timer { .. }) => {
                        self.fire(subscription.id)
                    }
                    Some(subscription) => self.fire_catch(token, &subscription),
                    None => self.complete_task(token, Variables::new()),
                }
            }
            Some(At::Called) => self.complete_called(token, variables),
            Some(At::Incident) => {
                self.settle_incidents(token);
                self.set_all(self.scope_of(token), variables);
                self.turn(token, At::Running);
                self.leave(token);
            }
            _ => self.complete_task(token, variables),
        }
    }
}
