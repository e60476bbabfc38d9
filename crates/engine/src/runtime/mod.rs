//! Several instances in memory: called processes, messages, signals and timers between them. Pure: the [`Host`]
//! does the work of tasks and is told what happened. The application keeps instances in its store instead and
//! follows the same order: answers to calls first, then messages and signals.

mod correlate;
mod drive;
mod start;
mod stored;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use kernel::Instant;
use serde::{Deserialize, Serialize};

use crate::{Answer, Call, Command, Effect, Event, Executable, Id, Ix, Rejection, State, Variables};

pub use correlate::Key;

/// Does the work of tasks.
pub trait Host {
    /// Carries out an operation.
    fn call(&mut self, at: Instant, instance: u64, state: &State, call: &Call) -> Reply;
    /// Is told what happened.
    fn happened(&mut self, at: Instant, instance: u64, exe: &Executable, events: &[Event]);
}

/// The answer to a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// Done, with results.
    Complete(Variables),
    /// Failed.
    Fail(Answer),
    /// Goes on; these variables are set at once. [`Runtime::execute`] gets the answer later.
    Defer(Variables),
}

/// An instance and where it belongs.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Instance {
    /// Its process' position among the deployed ones.
    pub program: usize,
    /// The calling instance and token.
    pub parent: Option<(u64, Id)>,
    /// Business key.
    pub business_key: Option<String>,
    /// State.
    pub state: State,
}

/// A timer start event.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct StartTimer {
    program: usize,
    element: Ix,
    due: i64,
    left: Option<u32>,
}

/// Triggers of a parallel multiple start event that have come.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Parts {
    program: usize,
    element: Ix,
    seen: Vec<usize>,
}

/// What is to be done between instances.
#[derive(Debug)]
enum Work {
    Call(u64, Box<Call>),
    Step(u64, Command),
    StartCalled { caller: u64, token: Id, process: Box<str>, variables: Variables },
    Ended(u64),
    Message { name: Box<str>, key: Key, variables: Variables },
    Signal { from: u64, name: Box<str>, variables: Variables },
    Escalate { child: u64, token: Id, code: Box<str> },
}

/// Several instances in memory.
#[derive(Debug, Default)]
pub struct Runtime {
    programs: Vec<Arc<Executable>>,
    /// Instances by number, from 1.
    instances: BTreeMap<u64, Instance>,
    next: u64,
    start_timers: Vec<StartTimer>,
    parts: Vec<Parts>,
    now: VecDeque<Work>,
    later: VecDeque<Work>,
}

impl Runtime {
    /// Adds processes; a process of the same id replaces the earlier one for starts and calls. Timer start events
    /// are armed from `at`.
    ///
    /// # Errors
    /// Timer start events whose text is no timer.
    pub fn deploy(&mut self, executables: Vec<Executable>, at: Instant) -> Result<(), String> {
        for exe in executables {
            self.programs.push(Arc::new(exe));
            self.arm_starts(self.programs.len() - 1, at)?;
        }
        Ok(())
    }

    /// Adds processes without arming anything, in the order of their first deployment: what [`Runtime::restore`] needs.
    pub fn load(&mut self, executables: Vec<Executable>) {
        self.programs.extend(executables.into_iter().map(Arc::new));
    }

    /// The deployed process of an instance.
    #[must_use]
    pub fn executable(&self, instance: u64) -> Option<&Arc<Executable>> {
        self.instances.get(&instance).and_then(|i| self.programs.get(i.program))
    }

    /// Instances by number.
    #[must_use]
    pub const fn instances(&self) -> &BTreeMap<u64, Instance> {
        &self.instances
    }

    /// Sends a command to an instance and runs everything that follows.
    ///
    /// # Errors
    /// The instance's [`Rejection`]; an unknown instance has not started.
    pub fn execute(
        &mut self,
        instance: u64,
        command: Command,
        at: Instant,
        host: &mut dyn Host,
    ) -> Result<(), Rejection> {
        self.step(instance, command, at, host)?;
        self.drive(at, host);
        Ok(())
    }

    fn queue(&mut self, instance: u64, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Call(call) => self.now.push_back(Work::Call(instance, call)),
                Effect::StartCalled { token, process, variables } => {
                    self.now.push_back(Work::StartCalled { caller: instance, token, process, variables });
                }
                Effect::CancelCalled { token } => {
                    let child = self
                        .instances
                        .iter()
                        .find(|(_, i)| i.parent == Some((instance, token)) && !i.state.ended());
                    if let Some((child, _)) = child {
                        self.now.push_back(Work::Step(*child, Command::Cancel));
                    }
                }
                Effect::Ended(_) => self.now.push_back(Work::Ended(instance)),
                Effect::ThrowMessage { name, key, variables, .. } => {
                    let key = key.map_or(Key::Any, |k| Key::Text(k.into()));
                    self.later.push_back(Work::Message { name, key, variables });
                }
                Effect::ThrowSignal { name, variables } => {
                    self.later.push_back(Work::Signal { from: instance, name, variables })
                }
                Effect::Escalate { token, code } => {
                    self.later.push_back(Work::Escalate { child: instance, token, code })
                }
                _ => {}
            }
        }
    }
}
