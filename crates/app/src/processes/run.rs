//! One command from outside, carried to the next wait states of every process of the case.

use std::{collections::VecDeque, sync::Arc};

use domain::cases::{Case, Suspension, SuspensionCause};
use engine::{At, Command, Env, Executable, StartAt, State, Status, step};
use kernel::InstanceId;
use procedures::Pack;
use serde_json::{Map, Value as Json};
use store::{
    Tx,
    cases::{case as cases, fact, process, task},
};

use super::call::Called;
use crate::{App, Ctx, Error};

/// The most commands one transaction may carry out: a process that loops without waiting is stopped here.
const MOST_COMMANDS: usize = 10_000;

/// An instance while it is worked on.
pub(crate) struct Working {
    pub instance: process::Instance,
    pub executable: Arc<Executable>,
    pub state: State,
    events: Vec<engine::Event>,
    command: String,
}

/// One command on one case.
pub(crate) struct Run<'r, 't> {
    pub app: &'r App,
    pub ctx: &'r Ctx,
    pub tx: &'r mut Tx<'t>,
    pub case: Case,
    pub pack: Arc<Pack>,
    pub working: Vec<Working>,
    /// What the operation that runs was called with.
    pub call: Called,
    pub(super) queue: VecDeque<(InstanceId, Command)>,
}

impl<'r, 't> Run<'r, 't> {
    /// Prepares to work on a case.
    pub fn on(app: &'r App, ctx: &'r Ctx, tx: &'r mut Tx<'t>, case: Case) -> Result<Self, Error> {
        let pack = app.procedures.version(tx, &case.procedure, case.bundle_version)?;
        let mut run = Self {
            app,
            ctx,
            tx,
            case,
            pack,
            working: Vec::new(),
            call: Called::default(),
            queue: VecDeque::new(),
        };
        for instance in process::of_case(run.tx, run.case.id)? {
            if matches!(instance.state.as_str(), "active" | "failed") {
                run.load(instance)?;
            }
        }
        Ok(run)
    }

    fn load(&mut self, instance: process::Instance) -> Result<(), Error> {
        let executable = self.executable(&instance.process)?;
        let state: State = serde_json::from_slice(&instance.data)
            .map_err(|error| Error::Internal(format!("state of process {}: {error}", instance.id)))?;
        self.working.push(Working {
            instance,
            executable,
            state,
            events: Vec::new(),
            command: String::new(),
        });
        Ok(())
    }

    fn executable(&self, process: &str) -> Result<Arc<Executable>, Error> {
        self.pack.executables.get(process).cloned().ok_or_else(|| {
            Error::Internal(format!("procedure {} has no process {process}", self.case.procedure))
        })
    }

    fn env(&self) -> Env {
        Env { now: self.ctx.now() }
    }

    /// Starts the procedure's own process, or a called one.
    pub fn start(
        &mut self,
        process: Option<&str>,
        variables: engine::Variables,
        parent: Option<(InstanceId, i64)>,
    ) -> Result<(), Error> {
        self.start_at(process, variables, parent, StartAt::Default)
    }

    /// The same, where a trigger came.
    pub fn start_at(
        &mut self,
        process: Option<&str>,
        variables: engine::Variables,
        parent: Option<(InstanceId, i64)>,
        at: StartAt,
    ) -> Result<(), Error> {
        let executable = match process {
            Some(id) => self.executable(id)?,
            None => Arc::clone(&self.pack.executable),
        };
        let instance = process::Instance {
            id: self.ctx.id(InstanceId::from_bytes),
            case_id: self.case.id,
            procedure: self.case.procedure.clone(),
            bundle_version: self.case.bundle_version,
            process: executable.id.to_string(),
            parent,
            state: "active".to_owned(),
            data: Vec::new(),
            steps: 0,
            version: 1,
        };
        let id = instance.id;
        process::insert(self.tx, &instance, self.ctx.now())?;
        let state = State::default();
        self.working.push(Working {
            instance,
            executable,
            state,
            events: Vec::new(),
            command: "start".to_owned(),
        });
        self.push(id, Command::Start { at, variables, called: parent.is_some() });
        Ok(())
    }

    /// Puts the main process back to its beginning; the answers stay.
    pub fn restart(&mut self) -> Result<InstanceId, Error> {
        let variables = self.variables();
        let Some(index) = self.working.iter().position(|working| working.instance.parent.is_none()) else {
            return Err(Error::refused("process_ended"));
        };
        let mut id = None;
        if let Some(working) = self.working.get_mut(index) {
            working.state = State::default();
            "rewind".clone_into(&mut working.command);
            id = Some(working.instance.id);
        }
        let id = id.ok_or_else(|| Error::refused("process_ended"))?;
        for open in task::of_case(self.tx, self.case.id)?.iter().filter(|open| open.state == "open") {
            task::end(self.tx, self.ctx, open.instance_id, open.token, false)?;
        }
        process::unsubscribe_all(self.tx, id)?;
        self.push(id, Command::Start { at: StartAt::Default, variables, called: false });
        Ok(id)
    }

    /// Queues a command.
    pub fn push(&mut self, instance: InstanceId, command: Command) {
        self.queue.push_back((instance, command));
    }

    /// Cancels a called process before anything else. What it and its call activity were still to be told is void.
    pub(super) fn cancel_called(&mut self, (caller, at): (InstanceId, u32), child: Option<InstanceId>) {
        self.queue.retain(|(id, command)| {
            let answers_call = *id == caller
                && matches!(command, Command::CompleteCalled { token, .. } | Command::FailCalled { token, .. }
                    | Command::EscalateCalled { token, .. } if *token == at);
            !answers_call && Some(*id) != child
        });
        if let Some(child) = child {
            self.queue.push_front((child, Command::Cancel));
        }
    }

    /// Cancels the processes that no other one called; each cancels those it called.
    pub fn cancel_all(&mut self) {
        let roots = self.working.iter().filter(|working| working.instance.parent.is_none());
        let roots: Vec<InstanceId> = roots.map(|working| working.instance.id).collect();
        for instance in roots {
            self.push(instance, Command::Cancel);
        }
    }

    /// Whether a process still waits with this subscription.
    pub(super) fn waits(&self, instance: InstanceId, subscription: u32) -> bool {
        self.working.iter().any(|working| {
            working.instance.id == instance
                && working.state.subscriptions.iter().any(|open| open.id == subscription)
        })
    }

    /// The answers as process variables.
    pub fn variables(&self) -> engine::Variables {
        to_variables(&self.case.data)
    }

    /// Carries out what is queued and everything that follows from it.
    pub fn settle(&mut self) -> Result<(), Error> {
        let mut done = 0;
        while let Some((id, command)) = self.queue.pop_front() {
            done += 1;
            if done > MOST_COMMANDS {
                return Err(Error::Internal(format!(
                    "process of case {} does not come to rest",
                    self.case.number
                )));
            }
            self.one(id, command)?;
        }
        Ok(())
    }

    fn one(&mut self, id: InstanceId, command: Command) -> Result<(), Error> {
        let env = self.env();
        let Some(working) = self.working.iter_mut().find(|working| working.instance.id == id) else {
            return Err(Error::refused("process_ended"));
        };
        if working.command.is_empty() {
            working.command = name_of(&command).to_owned();
        }
        let state = std::mem::take(&mut working.state);
        let outcome = step(&working.executable, state, command, &env)
            .map_err(|rejection| Error::refused_with("step_gone", &[("detail", &rejection.to_string())]))?;
        working.state = outcome.state;
        working.events.extend(outcome.events);
        for effect in outcome.effects {
            super::effects::carry_out(self, id, effect)?;
        }
        Ok(())
    }

    /// Completes an open task and goes on.
    pub fn complete(&mut self, open: &task::Task, variables: engine::Variables) -> Result<(), Error> {
        if !task::end(self.tx, self.ctx, open.instance_id, open.token, true)? {
            return Err(Error::refused("task_gone"));
        }
        let token = u32::try_from(open.token).map_err(|_| Error::refused("task_gone"))?;
        self.push(open.instance_id, Command::CompleteTask { token, variables });
        self.settle()
    }

    /// Stores instances, case, suspension and clocks, and gives the case back.
    pub fn finish(mut self) -> Result<Case, Error> {
        self.settle()?;
        for mut working in std::mem::take(&mut self.working) {
            if working.command.is_empty() {
                continue;
            }
            status_of(&working.state).clone_into(&mut working.instance.state);
            working.instance.data = json(&working.state)?;
            let events = json(&working.events)?;
            if !process::save_step(self.tx, self.ctx, &mut working.instance, &working.command, &events)? {
                return Err(Error::Repeat);
            }
            self.working.push(working);
        }
        self.note_waiting()?;
        self.note_step()?;
        if self.case.ended() {
            crate::instalments::end_in(&mut self)?;
            crate::bills::release_all(&mut self)?;
            crate::bills::unwatch(&mut self)?;
            crate::charges::drop_all(&mut self)?;
        }
        crate::cases::clocks::refresh(self.tx, &self.pack, &mut self.case, self.ctx.now())?;
        if !cases::update(self.tx, &mut self.case, self.ctx)? {
            return Err(Error::Repeat);
        }
        Ok(self.case)
    }

    /// The clock stands still by itself while a token waits where the pack says that somebody else is awaited.
    fn note_waiting(&mut self) -> Result<(), Error> {
        if self.case.ended() {
            return Ok(fact::resume(self.tx, self.case.id, None, self.ctx.now(), None)?);
        }
        let mut awaited = None;
        for working in &self.working {
            for token in working.state.tokens.iter().filter(|token| !matches!(token.at, At::Incident)) {
                let element = working.executable.element(token.element);
                if let Some(wait) = self.pack.wait_of(&element.id) {
                    awaited =
                        SuspensionCause::from_code(&wait.cause).map(|cause| (cause, element.id.to_string()));
                }
            }
        }
        let mut all = fact::suspensions(self.tx, self.case.id)?;
        all.retain(|suspension| suspension.to.is_none());
        // Intervals that are kept by their dates neither begin nor end with a step of the process.
        let by_dates = all.iter().find(|open| open.is_by_dates()).map(|open| open.cause);
        let open = all.into_iter().find(|open| !open.is_by_dates());
        match (awaited, open) {
            (Some((cause, element)), None) if self.case.started_at.is_some() => {
                let from = self.ctx.now();
                let (note, stops) = (String::new(), Vec::new());
                let begun = Suspension { cause, from, to: None, document_id: None, note, element, stops };
                fact::suspend(self.tx, self.ctx, self.case.id, &begun)?;
                self.case.suspended = Some(cause);
            }
            (None, Some(open)) if !open.element.is_empty() => {
                fact::resume(self.tx, self.case.id, Some(&open.element), self.ctx.now(), None)?;
                self.case.suspended = by_dates;
            }
            (None, None) => self.case.suspended = by_dates,
            _ => {}
        }
        Ok(())
    }

    /// Whether a token stands at an element of this name.
    pub(crate) fn stands_at(&self, element: &str) -> bool {
        self.working.iter().any(|working| {
            working.state.tokens.iter().any(|token| *working.executable.element(token.element).id == *element)
        })
    }

    /// What lists show as the step to do next.
    fn note_step(&mut self) -> Result<(), Error> {
        if self.case.ended() {
            return Ok(());
        }
        let open = task::of_case(self.tx, self.case.id)?.into_iter().find(|task| task.state == "open");
        let waiting = || {
            self.working.iter().find_map(|working| {
                let token = working.state.tokens.iter().find(|token| token.at == At::Waiting)?;
                let element = working.executable.element(token.element);
                Some((element.id.to_string(), self.pack.element_name(&element.id, kernel::Lang::It)))
            })
        };
        let (step, name) = open.map(|task| (task.element, task.name)).or_else(waiting).unwrap_or_default();
        self.case.step = step;
        self.case.step_name = name;
        Ok(())
    }
}

/// The open task at an element of a case's process.
pub(crate) fn open_task_at(tx: &mut Tx<'_>, case: &Case, element: &str) -> Result<Option<task::Task>, Error> {
    Ok(task::of_case(tx, case.id)?.into_iter().find(|task| task.state == "open" && task.element == element))
}

/// Answers as variables of a process.
pub(crate) fn to_variables(answers: &Map<String, Json>) -> engine::Variables {
    answers.iter().map(|(name, value)| (name.as_str().into(), feel::Value::from_json(value))).collect()
}

fn json<T: serde::Serialize>(value: &T) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(value).map_err(|error| Error::Internal(format!("process state: {error}")))
}

fn status_of(state: &State) -> &'static str {
    match &state.status {
        Status::New | Status::Active if !state.incidents.is_empty() => "failed",
        Status::New | Status::Active => "active",
        Status::Completed => "completed",
        Status::Error(_) => "error",
        Status::Terminated => "terminated",
        Status::Cancelled => "cancelled",
    }
}

const fn name_of(command: &Command) -> &'static str {
    match command {
        Command::Start { .. } => "start",
        Command::CompleteTask { .. } => "complete_task",
        Command::CompleteCall { .. } | Command::FailCall { .. } | Command::DeferCall { .. } => "answer_call",
        Command::FireTimer { .. } => "fire_timer",
        Command::Message { .. } => "message",
        Command::Signal { .. } => "signal",
        Command::Trigger { .. } | Command::Wake { .. } => "trigger",
        Command::SetVariables { .. } => "set_variables",
        Command::RetryIncident { .. } => "retry_incident",
        Command::CompleteCalled { .. } | Command::FailCalled { .. } | Command::EscalateCalled { .. } => {
            "called_process"
        }
        Command::Continue { .. } => "continue",
        Command::Cancel => "cancel",
    }
}
