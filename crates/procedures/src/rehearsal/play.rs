//! Playing a rehearsal with the engine.

use std::collections::{BTreeMap, BTreeSet};

use engine::{
    Answer, At, Call, Command, Event, Executable, Holder, How, State, Status, Token, Variables, Wake,
    runtime::{Host, Key, Reply, Runtime},
};
use feel::Value;
use kernel::Instant;

use super::{Coverage, Rehearsal, Turn, read::FILE};
use crate::{Defect, Pack};

/// 18 March 2026, 9:30 in Rome: every play begins then.
const BEGIN: Instant = Instant::from_micros(1_773_822_600_000_000);
/// The most steps of a play; a process that takes more goes round in a circle.
const STEPS: usize = 500;

/// What a play walked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Played {
    /// How often each element was visited.
    pub visits: BTreeMap<String, usize>,
    /// The flows walked.
    pub flows: BTreeSet<String>,
}

/// Plays all rehearsals of a pack: what they walked, and what is wrong with each that does not come to its end.
#[must_use]
pub fn rehearse(pack: &Pack) -> (Coverage, Vec<Defect>) {
    let mut coverage = Coverage::default();
    let mut defects = Vec::new();
    for rehearsal in &pack.rehearsals {
        match play(pack, rehearsal) {
            Ok(played) => {
                coverage.played += 1;
                coverage.walked.extend(played.flows);
            }
            Err(message) => {
                let remedy = "correct the rehearsal or the diagram";
                defects.push(Defect::new(FILE, &rehearsal.name, message, remedy));
            }
        }
    }
    let flows = pack.executables.values().flat_map(|executable| &executable.flows);
    let all: BTreeSet<String> = flows.map(|flow| flow.id.to_string()).collect();
    coverage.missed = all.difference(&coverage.walked).cloned().collect();
    (coverage, defects)
}

/// Plays one rehearsal.
///
/// # Errors
/// A sentence: where the process stands instead of at the end named.
pub fn play(pack: &Pack, rehearsal: &Rehearsal) -> Result<Played, String> {
    named(pack, rehearsal)?;
    let mut stage = Stage {
        rehearsal,
        played: Played::default(),
        names: BTreeMap::new(),
        left: BTreeMap::new(),
        clock: 0,
        stuck: None,
    };
    let mut runtime = Runtime::default();
    let definitions = bpmn::read::read(&pack.bpmn).map_err(|error| error.to_string())?;
    let programs = Executable::compile_all(&definitions).map_err(|error| error.to_string())?;
    runtime.deploy(programs, BEGIN)?;
    let root = runtime.start(&pack.executable.id, None, Vec::new(), BEGIN, &mut stage)?;
    let mut now = BEGIN;
    for _ in 0..STEPS {
        if let Some(stuck) = stage.stuck.take() {
            return Err(stuck);
        }
        if status(&runtime, root) != Some(Status::Active) {
            break;
        }
        go_on(&mut runtime, &mut stage, &mut now)?;
    }
    if let Some(stuck) = stage.stuck.take() {
        return Err(stuck);
    }
    match status(&runtime, root) {
        Some(Status::Active) => Err(format!("it goes round in a circle: {STEPS} steps and no end")),
        _ if stage.visits(&rehearsal.end) == 0 => Err(format!("it does not come to `{}`", rehearsal.end)),
        _ => Ok(stage.played),
    }
}

fn status(runtime: &Runtime, instance: u64) -> Option<Status> {
    runtime.instances().get(&instance).map(|instance| instance.state.status.clone())
}

/// Every element a rehearsal names is drawn.
fn named(pack: &Pack, rehearsal: &Rehearsal) -> Result<(), String> {
    let drawn: BTreeSet<&str> = pack
        .executables
        .values()
        .flat_map(|executable| executable.elements.iter().map(|element| &*element.id))
        .collect();
    let mut names = rehearsal.turns.keys().chain([&rehearsal.end]);
    match names.find(|name| !drawn.contains(name.as_str())) {
        Some(unknown) => Err(format!("the diagram has no element `{unknown}`")),
        None => Ok(()),
    }
}

/// An element that waits for somebody or something.
struct Open {
    instance: u64,
    token: Token,
    element: String,
    /// The message it waits for, and the key it must carry.
    message: Option<(Box<str>, Key)>,
    /// The moment it gives up waiting, or was waiting for.
    due: Option<Instant>,
}

/// The key a message carries so that it is taken.
fn carried(awaited: Option<&str>) -> Key {
    awaited.map_or(Key::Any, |key| Key::Text(key.into()))
}

/// Everything that waits, in the order it came.
fn open(runtime: &Runtime) -> Vec<Open> {
    let mut all = Vec::new();
    for (id, instance) in runtime.instances() {
        let Some(executable) = runtime.executable(*id) else { continue };
        for token in &instance.state.tokens {
            if !matches!(token.at, At::Task | At::Waiting) {
                continue;
            }
            let of_token = || {
                let held = |holder| holder == Holder::Token(token.id);
                instance.state.subscriptions.iter().filter(move |one| held(one.holder))
            };
            all.push(Open {
                instance: *id,
                element: executable.element(token.element).id.to_string(),
                message: of_token().find_map(|one| match &one.wake {
                    Wake::Message { name, key } => Some((name.clone(), carried(key.as_deref()))),
                    _ => None,
                }),
                due: of_token().filter_map(|one| one.wake.due()).min(),
                token: token.clone(),
            });
        }
    }
    all
}

/// Answers one open element: the first that has an answer, else time goes on.
fn go_on(runtime: &mut Runtime, stage: &mut Stage<'_>, now: &mut Instant) -> Result<(), String> {
    let all = open(runtime);
    let answered = |one: &&Open| match stage.turn(&one.element) {
        Some(Turn::Silence) => false,
        Some(_) => true,
        None => one.due.is_none() || one.message.is_some() || matches!(one.token.at, At::Task),
    };
    let Some(one) = all.iter().find(answered) else {
        let due = runtime.next_due().ok_or_else(|| match all.first() {
            Some(one) => format!("`{}` waits for ever", one.element),
            None => "nothing goes on".to_owned(),
        })?;
        *now = due.max(*now);
        runtime.fire_due(due, stage);
        return Ok(());
    };
    let answers = match stage.turn(&one.element) {
        Some(Turn::Done(answers)) => variables(&answers),
        Some(Turn::Error(code)) => {
            return Err(format!("`{}` is no operation: it cannot end with {code}", one.element));
        }
        Some(Turn::Silence) | None => Vec::new(),
    };
    match (&one.token.at, &one.message) {
        (At::Task, _) => {
            let command = Command::CompleteTask { token: one.token.id, variables: answers };
            runtime.execute(one.instance, command, *now, stage).map_err(|error| error.to_string())
        }
        (_, Some((name, key))) => {
            let taken = runtime.message(name, key, answers, Some(one.instance), *now, stage);
            if taken { Ok(()) } else { Err(format!("nobody took the message {name}")) }
        }
        _ => Err(format!("`{}` waits for something a rehearsal cannot give", one.element)),
    }
}

fn variables(answers: &serde_json::Map<String, serde_json::Value>) -> Variables {
    answers.iter().map(|(name, value)| (Box::from(name.as_str()), Value::from_json(value))).collect()
}

/// Gives what the rehearsal says, and notes what is walked.
struct Stage<'a> {
    rehearsal: &'a Rehearsal,
    played: Played,
    /// The id of each element entered, by instance and place.
    names: BTreeMap<(u64, u32), String>,
    /// When each element was left last, by instance.
    left: BTreeMap<(u64, u32), usize>,
    clock: usize,
    stuck: Option<String>,
}

impl Stage<'_> {
    fn visits(&self, element: &str) -> usize {
        self.played.visits.get(element).copied().unwrap_or(0)
    }

    /// What the element gives at this visit; visits were counted when the token entered.
    fn turn(&self, element: &str) -> Option<Turn> {
        let visit = self.visits(element).saturating_sub(1);
        self.rehearsal.turns.get(element)?.get(visit).cloned()
    }

    fn visited(&mut self, executable: &Executable, element: u32) {
        *self.played.visits.entry(executable.element(element).id.to_string()).or_default() += 1;
    }

    /// The flow over which a token came: that from the element left last.
    fn came(&mut self, instance: u64, executable: &Executable, target: u32) {
        let incoming = executable.element(target).incoming.iter().map(|flow| executable.flow(*flow));
        let last = incoming
            .filter(|flow| self.left.contains_key(&(instance, flow.source)))
            .max_by_key(|flow| self.left.get(&(instance, flow.source)).copied());
        if let Some(flow) = last {
            self.played.flows.insert(flow.id.to_string());
        }
    }
}

impl Host for Stage<'_> {
    fn call(&mut self, _: Instant, instance: u64, _: &State, call: &Call) -> Reply {
        let element = self.names.get(&(instance, call.element)).cloned();
        match element.as_deref().and_then(|element| self.turn(element)) {
            Some(Turn::Done(answers)) => Reply::Complete(variables(&answers)),
            Some(Turn::Error(code)) => Reply::Fail(Answer::Error { code: code.into() }),
            Some(Turn::Silence) => {
                self.stuck =
                    Some(format!("`{}` is an operation: it always answers", element.unwrap_or_default()));
                Reply::Complete(Vec::new())
            }
            None => Reply::Complete(Vec::new()),
        }
    }

    fn happened(&mut self, _: Instant, instance: u64, executable: &Executable, events: &[Event]) {
        for event in events {
            self.clock += 1;
            match event {
                Event::Entered { element, .. } => {
                    self.visited(executable, *element);
                    let id = executable.element(*element).id.to_string();
                    self.names.insert((instance, *element), id);
                    if !executable.element(*element).joins() {
                        self.came(instance, executable, *element);
                    }
                }
                Event::Arrived { element, flow, .. } => {
                    self.visited(executable, *element);
                    self.played.flows.insert(executable.flow(*flow).id.to_string());
                }
                Event::Left { element, how: How::Completed, .. } => {
                    self.left.insert((instance, *element), self.clock);
                }
                Event::Raised(incident) => {
                    self.stuck = Some(format!("the process is stuck: {}", incident.message))
                }
                _ => {}
            }
        }
    }
}
