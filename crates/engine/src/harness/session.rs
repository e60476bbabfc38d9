//! The session form: one request a line, one snapshot a line. No clock runs; timers fire when told.

use std::io::{BufRead, Write};

use kernel::Instant;
use serde_json::{Value as Json, json};

use super::handlers::Desk;
use super::{batch, deploy, json as read};
use crate::executable::{Executable, Kind};
use crate::runtime::{Key, Runtime};
use crate::{At, Command, Holder, Id, State, Subscription, Variables, Wake};

/// Answers requests until the input ends.
///
/// # Errors
/// When the input cannot be read or the output not be written; a wrong request is an answer, not an error.
pub fn session(input: impl BufRead, mut output: impl Write) -> std::io::Result<()> {
    let mut session = Session::default();
    for line in input.lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        writeln!(output, "{}", session.request(&line))?;
        output.flush()?;
    }
    Ok(())
}

#[derive(Default)]
struct Session {
    runtime: Runtime,
    desk: Desk,
}

/// The moment at which a session stands still.
const NOW: Instant = Instant::from_micros(1_893_456_000_000_000);

impl Session {
    fn request(&mut self, line: &str) -> Json {
        let result = serde_json::from_str::<Json>(line)
            .map_err(|e| format!("the request is no JSON ({e}); write one object a line"))
            .and_then(|r| self.carry_out(&r));
        self.snapshot(result)
    }

    fn carry_out(&mut self, request: &Json) -> Result<Option<u64>, String> {
        let op = read::text(request, "op").unwrap_or_default();
        let name = read::text(request, "name").unwrap_or_default();
        let variables = read::variables(request);
        match op.as_str() {
            "deploy" => self.deploy(request).map(|()| None),
            "start" => self.start(request),
            "complete" => {
                let (instance, token) = self.target(request, "task")?;
                self.command(instance, Command::CompleteTask { token, variables })
            }
            "run_job" => {
                let (instance, subscription) = self.target(request, "job")?;
                self.command(instance, Command::FireTimer { subscription })
            }
            "signal" => match read::text(request, "token") {
                Some(_) => self.wake(request, Some(&Wake::Signal(name.into())), variables),
                None => {
                    self.runtime.signal(&name, &variables, NOW, &mut self.desk);
                    Ok(None)
                }
            },
            "message" if read::text(request, "token").is_some() => self.wake(request, None, variables),
            "message" => {
                let key = batch::key_of(request.get("correlation"));
                let taken = self.runtime.message(
                    &name,
                    &key,
                    variables,
                    read::instance(request, "instance"),
                    NOW,
                    &mut self.desk,
                );
                if taken { Ok(None) } else { Err(format!("nobody waits for the message `{name}`")) }
            }
            "trigger" => {
                let (instance, token) = self.target(request, "token")?;
                if read::text(request, "token").is_some_and(|t| t.contains(":s")) {
                    return self.wake(request, None, variables);
                }
                self.command(instance, Command::Trigger { token, variables })
            }
            "set" => self.set(request, name),
            "cancel" => {
                let instance =
                    read::instance(request, "instance").ok_or("`cancel` needs the number of an instance")?;
                self.command(instance, Command::Cancel)
            }
            other => Err(format!("the request `{other}` is unknown")),
        }
    }

    fn deploy(&mut self, request: &Json) -> Result<(), String> {
        let paths = request.get("models").and_then(Json::as_array).cloned().unwrap_or_default();
        let mut models = Vec::new();
        for path in paths.iter().filter_map(Json::as_str) {
            models.push(std::fs::read_to_string(path).map_err(|e| format!("{path} cannot be read ({e})"))?);
        }
        let executables = deploy::deployable(&models).map_err(|r| r.0.join("\n"))?;
        self.runtime.deploy(executables, NOW)
    }

    fn start(&mut self, request: &Json) -> Result<Option<u64>, String> {
        let key = read::text(request, "business_key");
        let variables = read::variables(request);
        if let Some(message) = read::text(request, "message") {
            let by = key.map_or(Key::Any, Key::Text);
            let before = self.runtime.instances().keys().next_back().copied().unwrap_or(0);
            if !self.runtime.message(&message, &by, variables, None, NOW, &mut self.desk) {
                return Err(format!("no process starts with the message `{message}`"));
            }
            return Ok(self.runtime.instances().keys().find(|id| **id > before).copied());
        }
        let process = read::text(request, "process").unwrap_or_default();
        self.runtime.start(&process, key, variables, NOW, &mut self.desk).map(Some)
    }

    fn set(&mut self, request: &Json, name: String) -> Result<Option<u64>, String> {
        let value = feel::Value::from_json(request.get("value").unwrap_or(&Json::Null));
        let variables: Variables = vec![(name.into(), value)];
        let field = ["task", "token"].into_iter().find(|f| request.get(f).is_some());
        let (instance, token) = match field {
            Some(field) => self.target(request, field)?,
            None => (read::instance(request, "instance").ok_or("`set` needs an instance, task or token")?, 0),
        };
        self.command(instance, Command::SetVariables { token, variables })
    }

    fn target(&self, request: &Json, field: &str) -> Result<(u64, Id), String> {
        let text = read::text(request, field).unwrap_or_default();
        read::pair(&text).ok_or_else(|| format!("`{text}` is no {field} of a snapshot"))
    }

    /// Wakes one subscription: the one named, or one held by the named token.
    fn wake(
        &mut self,
        request: &Json,
        wanted: Option<&Wake>,
        variables: Variables,
    ) -> Result<Option<u64>, String> {
        let (instance, id) = self.target(request, "token")?;
        let by_id = read::text(request, "token").is_some_and(|t| t.contains(":s"));
        let name = read::text(request, "name");
        let state =
            self.runtime.instances().get(&instance).map(|i| &i.state).ok_or("there is no such instance")?;
        let fits = |s: &&Subscription| {
            let mine = if by_id { s.id == id } else { s.holder == Holder::Token(id) };
            let named = match &s.wake {
                Wake::Message { name: own, .. } => {
                    name.as_deref().is_none_or(|n| n == &**own || own.is_empty())
                }
                Wake::Signal(_) => wanted.is_none_or(|w| *w == s.wake),
                _ => name.is_none(),
            };
            mine && named
        };
        let found = state
            .subscriptions
            .iter()
            .find(fits)
            .cloned()
            .ok_or_else(|| format!("token {instance}:{id} does not wait for that"))?;
        let command = match found.wake {
            Wake::Message { .. } => Command::Message { subscription: found.id, variables },
            Wake::Timer { .. } => Command::FireTimer { subscription: found.id },
            _ => Command::Wake { subscription: found.id, variables },
        };
        self.command(instance, command)
    }

    fn command(&mut self, instance: u64, command: Command) -> Result<Option<u64>, String> {
        self.runtime
            .execute(instance, command, NOW, &mut self.desk)
            .map(|()| Some(instance))
            .map_err(|e| e.to_string())
    }

    fn snapshot(&self, result: Result<Option<u64>, String>) -> Json {
        let (mut instances, mut tasks, mut jobs, mut tokens) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (id, instance) in self.runtime.instances() {
            let Some(exe) = self.runtime.executable(*id) else {
                continue;
            };
            let state = &instance.state;
            instances.push(json!({
                "id": id.to_string(), "process": &*exe.id, "state": batch::word(state),
                "parent": instance.parent.map(|(p, _)| p.to_string()), "business_key": instance.business_key,
                "variables": read::object(state.variables()),
            }));
            for token in &state.tokens {
                let element = exe.element(token.element);
                let key = format!("{id}:{}", token.id);
                if token.at == At::Task {
                    tasks.push(json!({"id": key, "name": &*element.name, "element": &*element.id, "instance": id.to_string(), "token": key,
                        "variables": visible(state, token.id)}));
                }
                tokens.extend(waits(state, exe, *id, token));
            }
            tokens.extend(state.subscriptions.iter().filter(|s| beside(state, s)).map(|s| {
                let (kind, name) = wake_words(exe, s);
                json!({"id": format!("{id}:s{}", s.id), "element": &*exe.element(s.element).id, "instance": id.to_string(), "waits": kind, "name": name})
            }));
            jobs.extend(state.subscriptions.iter().filter_map(|s| s.wake.due().map(|due| {
                json!({"id": format!("{id}:{}", s.id), "kind": "timer", "element": &*exe.element(s.element).id, "instance": id.to_string(), "due": due.to_string()})
            })));
        }
        let history: Vec<_> = self.desk.trace.iter().map(|t| json!({"element": t.get("element"), "instance": t.get("instance"), "event": t.get("event")})).collect();
        let (ok, error, instance) = match result {
            Ok(instance) => (true, None, instance),
            Err(error) => (false, Some(error), None),
        };
        json!({"ok": ok, "error": error, "instance": instance.map(|i| i.to_string()), "instances": instances, "tasks": tasks, "jobs": jobs, "tokens": tokens, "history": history})
    }
}

/// What a token sees, innermost first.
fn visible(state: &State, token: Id) -> Json {
    let mut out = serde_json::Map::new();
    let mut at = state.token(token).map_or(0, |t| if t.local == 0 { t.scope } else { t.local });
    while let Some(scope) = state.scope(at) {
        for (name, value) in &scope.variables {
            out.entry(name.to_string()).or_insert_with(|| value.to_json());
        }
        at = scope.parent;
    }
    Json::Object(out)
}

/// A subscription that is not the whole of what its token waits for: of a boundary or an event sub-process.
fn beside(state: &State, subscription: &Subscription) -> bool {
    match subscription.holder {
        Holder::Scope(_) => true,
        Holder::Token(token) => state.token(token).is_some_and(|t| {
            t.at != At::Waiting || (t.element != subscription.element && is_beside(state, t.id, subscription))
        }),
    }
}

fn is_beside(state: &State, token: Id, subscription: &Subscription) -> bool {
    state.subscriptions.iter().any(|s| {
        s.holder == Holder::Token(token)
            && s.element == state.token(token).map_or(0, |t| t.element)
            && s.id != subscription.id
    })
}

fn waits(state: &State, exe: &Executable, instance: u64, token: &crate::Token) -> Vec<Json> {
    let one = |element: &str, waits: &str, name: Option<String>| json!({"id": format!("{instance}:{}", token.id), "element": element, "instance": instance.to_string(), "waits": waits, "name": name});
    let id = &*exe.element(token.element).id;
    match &token.at {
        At::Task => vec![one(id, "task", None)],
        At::Calling { .. } => vec![one(id, "service", None)],
        At::Called => vec![one(id, "call", None)],
        At::Joining(_) => vec![one(id, "join", None)],
        At::Incident => vec![one(id, "incident", None)],
        At::Inside(_) => vec![one(id, "scope", None)],
        At::Compensating(_) => vec![one(id, "compensation", None)],
        At::Waiting => {
            let own = state
                .subscriptions
                .iter()
                .filter(|s| s.holder == Holder::Token(token.id) && !beside(state, s));
            own.map(|s| {
                let (kind, name) = wake_words(exe, s);
                one(&exe.element(s.element).id, kind, name)
            })
            .collect()
        }
        At::Running | At::Throwing | At::Escalating => Vec::new(),
    }
}

fn wake_words(exe: &Executable, subscription: &Subscription) -> (&'static str, Option<String>) {
    match &subscription.wake {
        Wake::Timer { .. } => ("timer", None),
        Wake::Signal(name) => ("signal", Some(name.to_string())),
        Wake::Condition(_) => ("condition", None),
        Wake::Message { name, .. } => {
            let kind =
                if exe.element(subscription.element).kind == Kind::Receive { "receive" } else { "message" };
            (kind, Some(name.to_string()))
        }
    }
}
