//! Which task of a draft comes next, as far as the answers given tell.

use engine::{
    Env, Executable, Ix,
    executable::{Element, Kind},
};
use feel::{Scope, Value};
use kernel::Instant;
use procedures::Pack;
use serde_json::{Map, Value as Json};

use super::form_of;

/// The most elements that are walked: a diagram that turns in circles without a person ends there.
const MOST: usize = 200;

struct Answers<'a>(&'a Map<String, Json>);

impl Scope for Answers<'_> {
    fn get(&self, name: &str) -> Option<Value> {
        self.0.get(name).map(Value::from_json)
    }
}

/// The user task the process would come to after an element with these answers. None at its end, where it waits for
/// somebody else, and where the way parts: what is said of it is only a preview.
#[must_use]
pub fn next_task(pack: &Pack, element: &str, answers: &Map<String, Json>, now: Instant) -> Option<String> {
    let drawn: &Executable = &pack.executable;
    let mut at = drawn.find(element)?;
    let answers = with_proposals(pack, element, answers, now);
    for _ in 0..MOST {
        at = after(drawn, at, &Answers(&answers), &Env { now })?;
        at = entered(drawn, at)?;
        match drawn.element(at).kind {
            Kind::User => return Some(drawn.element(at).id.to_string()),
            Kind::Start
            | Kind::Pass
            | Kind::Script
            | Kind::Service
            | Kind::Decision
            | Kind::Send
            | Kind::Exclusive
            | Kind::End => {}
            _ => return None,
        }
    }
    None
}

/// The answers with what the form of an element proposes where nothing is answered yet.
fn with_proposals(
    pack: &Pack,
    element: &str,
    answers: &Map<String, Json>,
    now: Instant,
) -> Map<String, Json> {
    let mut all = answers.clone();
    let env = feel::Env { now };
    let Some(form) = form_of(pack, element) else { return all };
    for field in &form.fields {
        if !all.contains_key(&field.name)
            && let Some(proposal) = form.proposal(field, answers, &env)
        {
            all.insert(field.name.clone(), proposal);
        }
    }
    all
}

/// Where a container is entered; any other element itself.
fn entered(drawn: &Executable, at: Ix) -> Option<Ix> {
    if !matches!(drawn.element(at).kind, Kind::SubProcess | Kind::Transaction) {
        return Some(at);
    }
    let starts = |element: &&(usize, &Element)| element.1.kind == Kind::Start && element.1.container == at;
    let (place, _) = drawn.elements.iter().enumerate().collect::<Vec<_>>().iter().find(starts).copied()?;
    Ix::try_from(place).ok()
}

/// What follows an element; from the end of a container, what follows the container.
fn after(drawn: &Executable, at: Ix, answers: &Answers<'_>, env: &Env) -> Option<Ix> {
    let element = drawn.element(at);
    if element.kind == Kind::End {
        return (element.container != 0).then(|| after(drawn, element.container, answers, env)).flatten();
    }
    let mut chosen = None;
    for flow in &element.outgoing {
        let target = drawn.flow(*flow);
        let taken = match &target.condition {
            Some(condition) => condition.holds(answers, env).unwrap_or(false),
            None => element.default != Some(*flow),
        };
        if taken && chosen.is_none() {
            chosen = Some(target.target);
        }
    }
    chosen.or_else(|| element.default.map(|flow| drawn.flow(flow).target))
}
