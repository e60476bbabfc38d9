//! Runs what follows from a step until every instance waits.

use kernel::Instant;

use super::{Host, Reply, Runtime, Work};
use crate::{Answer, Command, Env, Rejection, Status};

impl Runtime {
    pub(super) fn step(
        &mut self,
        id: u64,
        command: Command,
        at: Instant,
        host: &mut dyn Host,
    ) -> Result<(), Rejection> {
        let Some(instance) = self.instances.get_mut(&id) else {
            return Err(Rejection::NotStarted);
        };
        let Some(exe) = self.programs.get(instance.program).cloned() else {
            return Err(Rejection::ForeignState);
        };
        crate::check(&exe, &instance.state, &command)?;
        let state = std::mem::take(&mut instance.state);
        let outcome = crate::step(&exe, state, command, &Env { now: at })?;
        instance.state = outcome.state;
        host.happened(at, id, &exe, &outcome.events);
        self.queue(id, outcome.effects);
        Ok(())
    }

    /// Answers to calls come first; messages and signals when no instance has an unanswered call.
    pub(super) fn drive(&mut self, at: Instant, host: &mut dyn Host) {
        while let Some(work) = self.now.pop_front().or_else(|| self.later.pop_front()) {
            match work {
                Work::Call(id, call) => {
                    let Some(instance) = self.instances.get(&id) else {
                        continue;
                    };
                    if crate::lifecycle::Place::of_token(&instance.state, call.token)
                        != Some(crate::lifecycle::Place::Call)
                    {
                        continue;
                    }
                    let token = call.token;
                    let command = match host.call(at, id, &instance.state, &call) {
                        Reply::Complete(variables) => Command::CompleteCall { token, variables },
                        Reply::Fail(answer) => Command::FailCall { token, answer },
                        Reply::Defer(variables) => {
                            if !variables.is_empty() {
                                self.now
                                    .push_front(Work::Step(id, Command::SetVariables { token, variables }));
                            }
                            Command::DeferCall { token }
                        }
                    };
                    self.try_step(id, command, at, host);
                }
                Work::Step(id, command) => self.try_step(id, command, at, host),
                Work::StartCalled { caller, token, process, variables } => {
                    self.start_called((caller, token), &process, variables, at, host)
                }
                Work::Ended(id) => self.tell_caller(id, at, host),
                Work::Message { name, key, variables } => {
                    self.correlate(&name, &key, variables, None, at, host);
                }
                Work::Signal { from, name, variables } => self.broadcast(from, &name, &variables, at, host),
                Work::Escalate { child, token, code } => self.escalate(child, token, code, at, host),
            }
        }
    }

    /// A command that no longer fits is dropped: what it answered was cancelled meanwhile.
    pub(super) fn try_step(&mut self, id: u64, command: Command, at: Instant, host: &mut dyn Host) {
        let _ = self.step(id, command, at, host);
    }

    fn start_called(
        &mut self,
        parent: (u64, u32),
        process: &str,
        variables: crate::Variables,
        at: Instant,
        host: &mut dyn Host,
    ) {
        match self.latest(process) {
            Some(program) => {
                let key = self.instances.get(&parent.0).and_then(|i| i.business_key.clone());
                self.begin(program, Some(parent), key, crate::StartAt::Default, variables, at, host);
            }
            None => {
                let message =
                    format!("the called process `{process}` is not deployed; deploy it and try again");
                let answer = Answer::Incident { message: message.into() };
                self.try_step(parent.0, Command::FailCall { token: parent.1, answer }, at, host);
            }
        }
    }

    fn tell_caller(&mut self, id: u64, at: Instant, host: &mut dyn Host) {
        let Some(child) = self.instances.get(&id) else {
            return;
        };
        let Some((caller, token)) = child.parent else {
            return;
        };
        let command = match &child.state.status {
            Status::Error(code) => Command::FailCalled { token, code: code.clone() },
            Status::Cancelled => return,
            _ => Command::CompleteCalled { token, variables: child.state.variables().to_vec() },
        };
        self.try_step(caller, command, at, host);
    }

    fn escalate(&mut self, child: u64, token: u32, code: Box<str>, at: Instant, host: &mut dyn Host) {
        let parent = self.instances.get(&child).and_then(|i| i.parent);
        if let Some((caller, at_token)) = parent {
            self.try_step(caller, Command::EscalateCalled { token: at_token, code }, at, host);
        }
        self.now.push_back(Work::Step(child, Command::Continue { token }));
    }
}
