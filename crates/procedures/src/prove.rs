//! Proving a pack before it is published: what it names exists, every path ends, nothing is read before it is set,
//! every clock stops.

use std::collections::{BTreeMap, BTreeSet};

use engine::{
    Executable, FlowIx, Ix,
    executable::{Element, Kind},
};
use kernel::Lang;

use crate::{Defect, FieldKind, Pack};

/// An operation a diagram may name.
#[derive(Clone, Debug)]
pub struct OperationSpec {
    /// Its name.
    pub name: String,
    /// Answers that must be there.
    pub reads: Vec<String>,
    /// Answers it sets.
    pub writes: Vec<String>,
    /// Business errors it may answer with.
    pub errors: Vec<String>,
}

/// What packs may name.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// Operations.
    pub operations: Vec<OperationSpec>,
    /// Roles.
    pub roles: Vec<String>,
    /// Ids of regulated standards.
    pub standards: Vec<String>,
    /// Facts that start and stop clocks.
    pub facts: Vec<String>,
}

/// Operations that end the case: a path that reaches its end without one leaves the request open for ever.
const ENDING: [&str; 2] = ["case.fulfil", "case.refuse"];

/// Everything that keeps a pack from being published.
#[must_use]
pub fn prove(pack: &Pack, catalogue: &Catalogue) -> Vec<Defect> {
    let mut defects: Vec<Defect> = bpmn::check::check(&pack.bpmn)
        .into_iter()
        .map(|defect| Defect::new("process.bpmn", defect.element_id, defect.message, defect.remedy))
        .collect();
    names(pack, catalogue, &mut defects);
    manifest(pack, catalogue, &mut defects);
    texts(pack, &mut defects);
    for executable in pack.executables.values() {
        paths(executable, &mut defects);
    }
    ends(pack, &mut defects);
    reads(pack, catalogue, &mut defects);
    defects
}

fn diagram(place: &str, message: String, remedy: &str) -> Defect {
    Defect::new("process.bpmn", place, message, remedy)
}

/// Forms, operations, roles and errors that the diagram names.
fn names(pack: &Pack, catalogue: &Catalogue, defects: &mut Vec<Defect>) {
    for element in pack.executables.values().flat_map(|executable| &executable.elements) {
        let Some(activity) = element.activity() else { continue };
        let id = &*element.id;
        match element.kind {
            Kind::User => {
                if let Some(form) = activity.form.as_deref().filter(|form| !pack.forms.contains_key(*form)) {
                    defects.push(diagram(id, format!("there is no form `{form}`"), "add forms/<id>.toml or correct the name"));
                }
                if let Some(role) = activity.role.as_deref().filter(|role| !catalogue.roles.iter().any(|known| known == role)) {
                    defects.push(diagram(id, format!("nobody has the role `{role}`"), "name a role of the program"));
                }
            }
            Kind::Service | Kind::Script | Kind::Send => {
                let known = catalogue.operations.iter().any(|operation| *operation.name == *activity.operation);
                if !known && !activity.operation.is_empty() {
                    let message = format!("there is no operation `{}`", activity.operation);
                    defects.push(diagram(id, message, "name an operation of the program"));
                }
            }
            _ => {}
        }
    }
}

/// What procedure.toml names: roles, elements, standards, facts, templates.
fn manifest(pack: &Pack, catalogue: &Catalogue, defects: &mut Vec<Defect>) {
    let mut wrong = |place: String, message: String, remedy: &str| {
        defects.push(Defect::new("procedure.toml", place, message, remedy));
    };
    let elements: BTreeSet<String> = pack
        .executables
        .values()
        .flat_map(|executable| executable.elements.iter().map(|element| element.id.to_string()))
        .collect();
    for role in pack.roles.iter().filter(|role| !catalogue.roles.contains(role)) {
        wrong("roles".to_owned(), format!("nobody has the role `{role}`"), "name a role of the program");
    }
    for clock in &pack.clocks {
        for id in clock.standard.values().filter(|id| !catalogue.standards.contains(id)) {
            wrong("clock".to_owned(), format!("there is no standard `{id}`"), "name a standard of standards/");
        }
        for fact in [&clock.start, &clock.stop].into_iter().filter(|fact| !catalogue.facts.contains(fact)) {
            wrong("clock".to_owned(), format!("no standard knows the fact `{fact}`"), "name a fact of standards/facts.toml");
        }
    }
    for wait in pack.waits.iter().filter(|wait| !elements.contains(&wait.element)) {
        wrong("wait".to_owned(), format!("the diagram has no element `{}`", wait.element), "name an element of the diagram");
    }
    for paper in pack.papers.iter().filter(|paper| !pack.files.contains_key(&paper.template)) {
        wrong(format!("paper {}", paper.kind), format!("there is no template `{}`", paper.template), "add it to letters/");
    }
    for task in pack.steps.iter().flat_map(|step| &step.tasks).filter(|task| !elements.contains(*task)) {
        wrong("step".to_owned(), format!("the diagram has no element `{task}`"), "name a user task of the diagram");
    }
    if !pack.draft_until.is_empty() && !elements.contains(&pack.draft_until) {
        wrong("draft_until".to_owned(), format!("the diagram has no element `{}`", pack.draft_until), "name a user task of the diagram");
    }
}

/// Every text the pack needs, in both languages.
fn texts(pack: &Pack, defects: &mut Vec<Defect>) {
    let mut needed: Vec<String> = vec!["procedure".to_owned()];
    let key = |text: &str| text.replace('_', "-");
    for step in &pack.steps {
        needed.push(format!("step-{}", key(&step.id)));
    }
    for paper in &pack.papers {
        needed.push(format!("paper-{}", key(&paper.kind)));
    }
    for element in pack.executables.values().flat_map(|executable| &executable.elements) {
        if matches!(element.kind, Kind::User | Kind::Receive) {
            needed.push(format!("element-{}", key(&element.id)));
        }
    }
    for form in pack.forms.values() {
        for section in &form.sections {
            needed.push(format!("section-{}-{}", key(&form.id), key(&section.id)));
        }
        for field in &form.fields {
            needed.push(format!("field-{}", key(&field.name)));
            if field.check.is_some() {
                needed.push(format!("field-{}-check", key(&field.name)));
            }
            if field.kind == FieldKind::Choice {
                needed.extend(field.choices.iter().map(|choice| format!("choice-{}-{}", key(&field.name), key(&choice.value))));
            }
        }
    }
    needed.sort();
    needed.dedup();
    for lang in Lang::ALL {
        for text in needed.iter().filter(|text| !pack.texts.has(lang, text)) {
            let file = format!("texts/{}.ftl", lang.code());
            defects.push(Defect::new(&file, text, "the text is missing", "write it"));
        }
    }
}

/// Elements no token reaches, and elements from which no end is reached.
fn paths(executable: &Executable, defects: &mut Vec<Defect>) {
    let containers: BTreeSet<Ix> = executable.elements.iter().map(|element| element.container).collect();
    for container in containers {
        let inside: Vec<Ix> = (1..).zip(executable.elements.iter().skip(1)).filter(|(_, e)| e.container == container).map(|(ix, _)| ix).collect();
        let starts = inside.iter().copied().filter(|ix| is_source(executable.element(*ix)));
        let reached = closure(executable, starts, |element| forward(executable, element));
        let ends = inside.iter().copied().filter(|ix| is_sink(executable.element(*ix)));
        let ending = closure(executable, ends, |element| backward(executable, element));
        for ix in inside {
            let element = executable.element(ix);
            if matches!(element.kind, Kind::EventSubProcess) || element.activity().is_some_and(|activity| activity.for_compensation) {
                continue;
            }
            if !reached.contains(&ix) {
                defects.push(diagram(&element.id, "nothing leads here".to_owned(), "connect it or take it away"));
            } else if !ending.contains(&ix) {
                defects.push(diagram(&element.id, "no way leads from here to an end".to_owned(), "draw the way to an end event"));
            }
        }
    }
}

fn is_source(element: &Element) -> bool {
    element.kind == Kind::Start || (element.incoming.is_empty() && !matches!(element.kind, Kind::Boundary(_)))
}

fn is_sink(element: &Element) -> bool {
    element.kind == Kind::End || element.outgoing.is_empty()
}

fn forward(executable: &Executable, ix: Ix) -> Vec<Ix> {
    let element = executable.element(ix);
    let flow = |flow: &FlowIx| usize::try_from(*flow).ok().and_then(|at| executable.flows.get(at)).map(|flow| flow.target);
    let mut next: Vec<Ix> = element.outgoing.iter().filter_map(flow).collect();
    next.extend(element.activity().map(|activity| activity.boundaries.clone()).unwrap_or_default());
    next
}

fn backward(executable: &Executable, ix: Ix) -> Vec<Ix> {
    let element = executable.element(ix);
    let flow = |flow: &FlowIx| usize::try_from(*flow).ok().and_then(|at| executable.flows.get(at)).map(|flow| flow.source);
    let mut before: Vec<Ix> = element.incoming.iter().filter_map(flow).collect();
    if let Kind::Boundary(host) = element.kind {
        before.push(host);
    }
    before
}

fn closure(executable: &Executable, from: impl Iterator<Item = Ix>, next: impl Fn(Ix) -> Vec<Ix>) -> BTreeSet<Ix> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<Ix> = from.collect();
    while let Some(ix) = open.pop() {
        if seen.insert(ix) && usize::try_from(ix).is_ok_and(|at| at < executable.elements.len()) {
            open.extend(next(ix));
        }
    }
    seen
}

/// On every way to an end the case is ended, so that its clock stops.
fn ends(pack: &Pack, defects: &mut Vec<Defect>) {
    let executable = &pack.executable;
    let ending = |element: &Element| {
        element.activity().is_some_and(|activity| ENDING.contains(&&*activity.operation))
    };
    // Walk back from each end; a way that reaches a start without passing an ending operation is a defect.
    for (ix, element) in (0..).zip(&executable.elements) {
        if element.kind != Kind::End || element.container != 0 {
            continue;
        }
        let mut open = vec![ix];
        let mut seen = BTreeSet::new();
        while let Some(at) = open.pop() {
            if !seen.insert(at) || ending(executable.element(at)) {
                continue;
            }
            if executable.element(at).kind == Kind::Start {
                let message = "a way leads here on which the case is neither fulfilled nor refused: its clock never stops";
                defects.push(diagram(&element.id, message.to_owned(), "put case.fulfil or case.refuse on the way"));
                break;
            }
            open.extend(backward(executable, at));
        }
    }
}

/// Answers that conditions and operations read before any path has set them.
fn reads(pack: &Pack, catalogue: &Catalogue, defects: &mut Vec<Defect>) {
    let executable = &pack.executable;
    let set = settled(pack, catalogue, None);
    let known: BTreeSet<&str> = pack
        .forms
        .values()
        .flat_map(|form| form.fields.iter().map(|field| field.name.as_str()))
        .chain(catalogue.operations.iter().flat_map(|operation| operation.writes.iter().map(String::as_str)))
        .collect();
    for flow in &executable.flows {
        let Some(condition) = &flow.condition else { continue };
        let source = executable.element(flow.source);
        for name in condition.names() {
            if !known.contains(name.as_str()) {
                defects.push(diagram(&flow.id, format!("nothing ever sets `{name}`"), "correct the name or ask for it in a form"));
            } else if set.get(&flow.source).is_some_and(|set| !set.contains(&name)) {
                let message = format!("`{name}` is read at {} before it is set on some path", source.id);
                defects.push(diagram(&flow.id, message, "ask for it before, on every path"));
            }
        }
    }
    for (ix, element) in (0..).zip(&executable.elements) {
        let Some(activity) = element.activity() else { continue };
        let Some(operation) = catalogue.operations.iter().find(|operation| *operation.name == *activity.operation) else { continue };
        // On a way that is only taken under a condition, what other ways under the same condition set is there too.
        let under: Vec<&str> = element.incoming.iter().filter_map(|flow| condition_of(executable, *flow)).collect();
        let assumed = match under.as_slice() {
            [condition] if element.incoming.len() == 1 => Some(settled(pack, catalogue, Some(condition))),
            _ => None,
        };
        let set = assumed.as_ref().unwrap_or(&set);
        for name in &operation.reads {
            if set.get(&ix).is_some_and(|set| !set.contains(name)) {
                let message = format!("{} needs `{name}`, which is not set on some path", operation.name);
                defects.push(diagram(&element.id, message, "ask for it before, on every path"));
            }
        }
    }
}

fn condition_of(executable: &Executable, flow: FlowIx) -> Option<&str> {
    let flow = executable.flows.get(usize::try_from(flow).ok()?)?;
    flow.condition.as_ref().map(|condition| &*condition.text)
}

/// For each element of the main process, the answers certainly set before it: the meet over all ways. With `assumed`,
/// over the ways on which that condition holds.
fn settled(pack: &Pack, catalogue: &Catalogue, assumed: Option<&str>) -> BTreeMap<Ix, BTreeSet<String>> {
    let executable = &pack.executable;
    let mut before: BTreeMap<Ix, BTreeSet<String>> = BTreeMap::new();
    let mut open: Vec<Ix> = Vec::new();
    for (ix, element) in (0..).zip(&executable.elements) {
        if element.kind == Kind::Start && element.container == 0 {
            before.insert(ix, BTreeSet::new());
            open.push(ix);
        }
    }
    while let Some(ix) = open.pop() {
        let mut after = before.get(&ix).cloned().unwrap_or_default();
        after.extend(writes(pack, catalogue, ix));
        for (next, condition) in ways(executable, ix, assumed) {
            let mut here = after.clone();
            here.extend(condition.into_iter().flat_map(|condition| required_under(pack, condition)));
            let joined = match before.get(&next) {
                None => here,
                // A parallel or inclusive join has waited for all its ways; every other element for one of them.
                Some(known) if matches!(executable.element(next).kind, Kind::Parallel | Kind::Inclusive) => {
                    known.union(&here).cloned().collect()
                }
                Some(known) => known.intersection(&here).cloned().collect(),
            };
            if before.get(&next) != Some(&joined) {
                before.insert(next, joined);
                open.push(next);
            }
        }
    }
    before
}

/// Where a token may go from an element, with the condition it goes under.
fn ways<'e>(executable: &'e Executable, ix: Ix, assumed: Option<&str>) -> Vec<(Ix, Option<&'e str>)> {
    let element = executable.element(ix);
    let mut ways: Vec<(Ix, Option<&str>)> = element
        .outgoing
        .iter()
        .filter_map(|flow| {
            let drawn = executable.flows.get(usize::try_from(*flow).ok()?)?;
            Some((drawn.target, condition_of(executable, *flow)))
        })
        .collect();
    let decided = assumed.is_some() && element.kind == Kind::Exclusive && ways.iter().any(|(_, condition)| *condition == assumed);
    if decided {
        ways.retain(|(_, condition)| *condition == assumed);
    }
    ways.extend(element.activity().into_iter().flat_map(|activity| &activity.boundaries).map(|boundary| (*boundary, None)));
    ways
}

/// Fields that must be answered where this condition holds.
fn required_under<'p>(pack: &'p Pack, condition: &'p str) -> impl Iterator<Item = String> + 'p {
    pack.forms
        .values()
        .flat_map(|form| &form.fields)
        .filter(move |field| field.required_when.as_ref().is_some_and(|required| required.source().trim() == condition.trim()))
        .map(|field| field.name.clone())
}

fn writes(pack: &Pack, catalogue: &Catalogue, ix: Ix) -> BTreeSet<String> {
    let executable = &pack.executable;
    let element = executable.element(ix);
    let mut set = BTreeSet::new();
    if element.kind == Kind::SubProcess {
        // What every path through a sub-process sets is taken as the union of its tasks: they are in a row.
        for (inner, inside) in (0..).zip(&executable.elements) {
            if inside.container == ix && inner != ix {
                set.extend(writes(pack, catalogue, inner));
            }
        }
    }
    let Some(activity) = element.activity() else { return set };
    if let Some(form) = activity.form.as_deref().and_then(|form| pack.form(form)) {
        let sure = form.fields.iter().filter(|field| field.required || field.kind == FieldKind::Flag);
        set.extend(sure.filter(|field| field.when.is_none()).map(|field| field.name.clone()));
    }
    if let Some(operation) = catalogue.operations.iter().find(|operation| *operation.name == *activity.operation) {
        set.extend(operation.writes.iter().cloned());
    }
    set
}
