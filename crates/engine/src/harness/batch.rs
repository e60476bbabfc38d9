//! The batch form: steps in, one JSON object out.

use std::path::Path;

use kernel::Instant;
use serde_json::{Value as Json, json};

use super::handlers::{Busy, Desk};
use super::keep::{Kept, Place};
use super::{deploy, json as read};
use crate::lifecycle::Place as TokenPlace;
use crate::runtime::{Key, Reply, Runtime};
use crate::{At, Command, Status, Variables};

/// Most timers fired by one `advance`.
const MOST_FIRINGS: u32 = 100_000;

/// Runs the steps of `events_json` on the model texts and gives the answer as JSON text. Never fails: what is wrong
/// with the input is said in the answer.
#[must_use]
pub fn run(models: &[String], events_json: &str, store: Option<&Path>) -> String {
    match Batch::new(models, events_json, store) {
        Ok((mut batch, steps)) => batch.run(&steps),
        Err(error) => {
            json!({"deployed": false, "errors": [error], "log": [], "instances": [], "trace": []}).to_string()
        }
    }
}

struct Batch {
    models: Vec<String>,
    loaded: Vec<String>,
    clock: Instant,
    place: Place,
    runtime: Runtime,
    desk: Desk,
    errors: Vec<String>,
    deployed: bool,
    start_failed: bool,
}

impl Batch {
    fn new(models: &[String], events_json: &str, store: Option<&Path>) -> Result<(Self, Vec<Json>), String> {
        let events: Json = serde_json::from_str(events_json)
            .map_err(|e| format!("the events are no JSON ({e}); see the description of the batch form"))?;
        let clock = match read::text(&events, "clock") {
            Some(text) => text.parse().map_err(|e| {
                format!("the clock `{text}` is no moment ({e}); write for example 2030-01-01T00:00:00Z")
            })?,
            None => Instant::from_micros(1_893_456_000_000_000),
        };
        let steps = events.get("steps").and_then(Json::as_array).cloned().unwrap_or_default();
        let batch = Self {
            models: models.to_vec(),
            loaded: Vec::new(),
            clock,
            place: Place::new(store),
            runtime: Runtime::default(),
            desk: Desk::new(events.get("handlers"))?,
            errors: Vec::new(),
            deployed: false,
            start_failed: false,
        };
        Ok((batch, steps))
    }

    fn run(&mut self, steps: &[Json]) -> String {
        for step in steps {
            if let Err(error) = self.step(step) {
                self.errors.push(error);
            }
            if let Err(error) = self.save() {
                self.errors.push(error);
            }
        }
        self.answer()
    }

    fn step(&mut self, step: &Json) -> Result<(), String> {
        let op = read::text(step, "op").unwrap_or_default();
        match op.as_str() {
            "deploy" => self.deploy(),
            "restart" => self.restart(),
            _ if !self.deployed => Ok(()),
            "start" => self.start(step),
            "advance" => self.advance(&read::text(step, "by").unwrap_or_default()),
            "complete" => self.complete(step),
            "message" => {
                let name = read::text(step, "name").unwrap_or_default();
                let key = key_of(step.get("correlation").or_else(|| step.get("business_key")));
                let only = read::instance(step, "instance");
                let taken = self.runtime.message(
                    &name,
                    &key,
                    read::variables(step),
                    only,
                    self.clock,
                    &mut self.desk,
                );
                if taken { Ok(()) } else { Err(format!("nobody waits for the message `{name}`")) }
            }
            "signal" => {
                self.runtime.signal(
                    &read::text(step, "name").unwrap_or_default(),
                    &read::variables(step),
                    self.clock,
                    &mut self.desk,
                );
                Ok(())
            }
            "set" => {
                let instance = read::instance(step, "instance")
                    .or_else(|| self.only_instance())
                    .ok_or("`set` needs the number of an instance")?;
                let value = feel::Value::from_json(step.get("value").unwrap_or(&Json::Null));
                let variables: Variables = vec![(read::text(step, "name").unwrap_or_default().into(), value)];
                self.command(instance, Command::SetVariables { token: 0, variables })
            }
            "retry" => {
                let open: Vec<_> = self
                    .runtime
                    .instances()
                    .iter()
                    .flat_map(|(id, i)| i.state.incidents.iter().map(|n| (*id, n.id)))
                    .collect();
                open.into_iter().try_for_each(|(instance, incident)| {
                    self.command(instance, Command::RetryIncident { incident })
                })
            }
            other => Err(format!(
                "the step `{other}` is unknown; steps are deploy, start, advance, complete, message, signal, set, retry, restart"
            )),
        }
    }

    fn deploy(&mut self) -> Result<(), String> {
        match deploy::deployable(&self.models) {
            Ok(executables) => {
                self.runtime.deploy(executables, self.clock)?;
                self.loaded.extend(self.models.iter().cloned());
                self.deployed = true;
            }
            Err(refused) => self.errors.extend(refused.0),
        }
        Ok(())
    }

    fn save(&mut self) -> Result<(), String> {
        if matches!(self.place, Place::Memory(_)) {
            return Ok(());
        }
        let kept = self.kept()?;
        self.place.write(&kept)
    }

    fn kept(&self) -> Result<Kept, String> {
        Ok(Kept {
            clock: self.clock,
            models: self.loaded.clone(),
            runtime: self.runtime.save()?,
            busy: self.desk.busy.clone(),
        })
    }

    /// Forgets everything in memory and reads the store.
    fn restart(&mut self) -> Result<(), String> {
        if matches!(self.place, Place::Memory(_)) {
            let kept = self.kept()?;
            self.place.write(&kept)?;
        }
        self.runtime = Runtime::default();
        self.loaded.clear();
        self.desk.busy.clear();
        let kept = self.place.read()?;
        self.runtime = kept.revive()?;
        self.clock = kept.clock;
        self.loaded = kept.models;
        self.desk.busy = kept.busy;
        Ok(())
    }

    fn start(&mut self, step: &Json) -> Result<(), String> {
        let key = read::text(step, "business_key");
        if let Some(message) = read::text(step, "message") {
            let by = key.map_or(Key::Any, Key::Text);
            let taken =
                self.runtime.message(&message, &by, read::variables(step), None, self.clock, &mut self.desk);
            return if taken {
                Ok(())
            } else {
                Err(self.not_started(format!("no process starts with the message `{message}`")))
            };
        }
        let process = read::text(step, "process").unwrap_or_default();
        let started = self.runtime.start(&process, key, read::variables(step), self.clock, &mut self.desk);
        started.map(|_| ()).map_err(|e| self.not_started(e))
    }

    fn not_started(&mut self, error: String) -> String {
        self.start_failed = true;
        error
    }

    /// Fires everything due, in order of due time, each at its own time.
    fn advance(&mut self, by: &str) -> Result<(), String> {
        let end = crate::timer::after(self.clock, by)
            .ok_or_else(|| format!("`{by}` is no duration; write for example PT5S"))?;
        for _ in 0..MOST_FIRINGS {
            let busy = self.desk.busy.iter().map(|b| b.due).min();
            let timer = self.runtime.next_due();
            let Some(next) = busy.into_iter().chain(timer).min().filter(|due| *due <= end) else {
                self.clock = end;
                return Ok(());
            };
            self.clock = self.clock.max(next);
            if timer.is_some_and(|t| busy.is_none_or(|b| t <= b)) {
                self.runtime.fire_due(self.clock, &mut self.desk);
            } else {
                self.resume();
            }
        }
        self.clock = end;
        Err(format!("more than {MOST_FIRINGS} timers fired in one advance; a timer repeats without pause"))
    }

    /// The activity that is due goes on.
    fn resume(&mut self) {
        let first = self.desk.busy.iter().enumerate().min_by_key(|(ix, b)| (b.due, *ix)).map(|(ix, _)| ix);
        let Some(busy) = first.map(|ix| self.desk.busy.remove(ix)) else {
            return;
        };
        let Busy { instance, token, .. } = busy;
        let Some(state) = self.runtime.instances().get(&instance).map(|i| i.state.clone()) else {
            return;
        };
        if TokenPlace::of_token(&state, token) != Some(TokenPlace::Call) {
            return;
        }
        let command = match self.desk.resume(&busy, self.clock, &state) {
            Reply::Complete(variables) => Command::CompleteCall { token, variables },
            Reply::Fail(answer) => Command::FailCall { token, answer },
            Reply::Defer(variables) => Command::SetVariables { token, variables },
        };
        if let Err(error) = self.command(instance, command) {
            self.errors.push(error);
        }
    }

    fn command(&mut self, instance: u64, command: Command) -> Result<(), String> {
        self.runtime.execute(instance, command, self.clock, &mut self.desk).map_err(|e| e.to_string())
    }

    fn only_instance(&self) -> Option<u64> {
        let mut open = self.runtime.instances().iter().filter(|(_, i)| !i.state.ended()).map(|(id, _)| *id);
        open.next().filter(|_| open.next().is_none())
    }

    fn complete(&mut self, step: &Json) -> Result<(), String> {
        let wanted = step.get("task").unwrap_or(step);
        let (instance, token) = match wanted.as_str().and_then(read::pair) {
            Some(pair) => pair,
            None => self.find_task(wanted)?,
        };
        self.command(instance, Command::CompleteTask { token, variables: read::variables(step) })
    }

    fn find_task(&self, wanted: &Json) -> Result<(u64, u32), String> {
        let (element, name) = (read::text(wanted, "element"), read::text(wanted, "name"));
        let mut found = Vec::new();
        for (id, instance) in self.runtime.instances() {
            let Some(exe) = self.runtime.executable(*id) else {
                continue;
            };
            for token in instance.state.tokens.iter().filter(|t| t.at == At::Task) {
                let task = exe.element(token.element);
                if element.as_deref().is_none_or(|e| *e == *task.id)
                    && name.as_deref().is_none_or(|n| *n == *task.name)
                {
                    found.push((*id, token.id));
                }
            }
        }
        match found.as_slice() {
            [one] => Ok(*one),
            [first, ..] if wanted.get("any") == Some(&Json::Bool(true)) => Ok(*first),
            [] => Err(format!("no open task fits {wanted}")),
            many => Err(format!("{} open tasks fit {wanted}; name one by its id", many.len())),
        }
    }

    fn answer(&self) -> String {
        let mut instances = Vec::new();
        for (id, instance) in self.runtime.instances() {
            let exe = self.runtime.executable(*id);
            instances.push(json!({
                "id": id.to_string(),
                "process": exe.map_or("", |e| &*e.id),
                "state": word(&instance.state),
                "variables": read::object(instance.state.variables()),
            }));
        }
        let mut out = json!({"deployed": self.deployed, "errors": self.errors, "log": self.desk.log, "instances": instances, "trace": self.desk.trace});
        if let Some(object) = out.as_object_mut().filter(|_| self.start_failed) {
            object.insert("start_failed".to_owned(), Json::Bool(true));
        }
        out.to_string()
    }
}

/// A key: text or a number, or an object of variable values.
pub(super) fn key_of(json: Option<&Json>) -> Key {
    match json {
        None | Some(Json::Null) => Key::Any,
        Some(Json::Object(entries)) => {
            Key::Values(entries.iter().map(|(n, v)| (n.as_str().into(), feel::Value::from_json(v))).collect())
        }
        Some(Json::String(text)) => Key::Text(text.clone()),
        Some(other) => Key::Text(other.to_string()),
    }
}

/// An ended or stuck instance in one word.
pub(super) fn word(state: &crate::State) -> &'static str {
    match &state.status {
        Status::New | Status::Active if state.incidents.is_empty() => "active",
        Status::New | Status::Active => "failed",
        Status::Completed => "completed",
        Status::Error(_) => "error",
        Status::Terminated => "terminated",
        Status::Cancelled => "cancelled",
    }
}
