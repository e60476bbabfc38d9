//! No condition and no operation reads an answer that is not set on every way to it.

use std::collections::{BTreeMap, BTreeSet};

use engine::{
    Executable, FlowIx, Ix,
    executable::{Activity, Element, Formula, Kind},
};

use super::{ArgumentKind, Catalogue, OperationSpec, arguments::constants, drawn};
use crate::{Defect, Field, Form, Pack};

/// Answers certainly set at some place. A form passed on the way there is in it as `form:<id>`.
type Set = BTreeSet<String>;

pub(super) fn check(pack: &Pack, catalogue: &Catalogue, defects: &mut Vec<Defect>) {
    conditions(pack, catalogue, defects);
    operations(pack, catalogue, defects);
}

fn conditions(pack: &Pack, catalogue: &Catalogue, defects: &mut Vec<Defect>) {
    let ways = Ways { pack, catalogue, executable: &pack.executable, assumed: None };
    let set = ways.settled();
    let fields = pack.forms.values().flat_map(|form| form.fields.iter().map(|field| &field.name));
    let written = catalogue.operations.iter().flat_map(|operation| &operation.writes);
    let known: BTreeSet<&String> = fields.chain(written).collect();
    for (flow, condition) in
        pack.executable.flows.iter().filter_map(|flow| Some((flow, flow.condition.as_ref()?)))
    {
        let source = pack.executable.element(flow.source);
        for name in condition.names() {
            if !known.contains(&name) {
                let message = format!("nothing ever sets `{name}`");
                defects.push(drawn(&flow.id, message, "correct the name or ask for it in a form"));
            } else if set.contains_key(&flow.source) && !ways.after(&set, flow.source).contains(&name) {
                let message = format!("`{name}` is read at {} before it is set on some path", source.id);
                defects.push(drawn(&flow.id, message, "ask for it before, on every path"));
            }
        }
    }
}

fn operations(pack: &Pack, catalogue: &Catalogue, defects: &mut Vec<Defect>) {
    let executable = &*pack.executable;
    let plain = Ways { pack, catalogue, executable, assumed: None }.settled();
    for (ix, element) in (0..).zip(&executable.elements) {
        let Some(activity) = element.activity() else { continue };
        let known = catalogue.operations.iter().find(|operation| *operation.name == *activity.operation);
        let Some(operation) = known else { continue };
        // On a way that is only taken under a condition, what other ways under the same condition set is there too.
        let assumed = match element.incoming.as_slice() {
            [only] => condition_of(executable, *only),
            _ => None,
        };
        let under = assumed.map(|_| Ways { pack, catalogue, executable, assumed }.settled());
        let set = under.as_ref().unwrap_or(&plain).get(&ix);
        let told = activity.arguments.as_ref().map(Formula::names).unwrap_or_default();
        for name in told.iter().filter(|name| set.is_some_and(|set| !set.contains(*name))) {
            let message = format!("its arguments read `{name}`, which is not set on some path");
            defects.push(drawn(&element.id, message, "ask for it before, on every path"));
        }
        for name in operation.reads.iter().filter(|name| set.is_some_and(|set| !set.contains(*name))) {
            let message = format!("{} needs `{name}`, which is not set on some path", operation.name);
            defects.push(drawn(&element.id, message, "ask for it before, on every path"));
        }
    }
}

/// A case that is fulfilled has stopped its clocks: on every way to it the fact is recorded that stops each clock which
/// always runs. Clocks that run only with certain answers are left to the rehearsals.
pub(super) fn stops(pack: &Pack, catalogue: &Catalogue, defects: &mut Vec<Defect>) {
    let executable = &*pack.executable;
    let known =
        |name: &str| name.is_empty() || catalogue.operations.iter().any(|operation| operation.name == name);
    let mut activities = executable.elements.iter().filter_map(Element::activity);
    // What an unknown operation records is not known either; it is a defect of its own.
    if activities.any(|activity| !known(&activity.operation)) {
        return;
    }
    let set = Ways { pack, catalogue, executable, assumed: None }.settled();
    let always =
        pack.clocks.iter().filter(|clock| clock.when.is_none() && catalogue.facts.contains(&clock.stop));
    let stops: BTreeSet<&str> = always.map(|clock| clock.stop.as_str()).collect();
    for (ix, element) in (0..).zip(&executable.elements) {
        let fulfils = element.activity().is_some_and(|activity| &*activity.operation == "case.fulfil");
        let Some(before) = set.get(&ix).filter(|before| fulfils && !before.contains(EVERY_STOP)) else {
            continue;
        };
        for stop in stops.iter().filter(|stop| !before.contains(&fact(stop))) {
            let message = format!(
                "on some path the case is fulfilled before `{stop}` is recorded: its clock never stops"
            );
            defects.push(drawn(
                &element.id,
                message,
                "put facts.record with this fact on every path before it",
            ));
        }
    }
}

/// A recorded fact among the answers that are set.
fn fact(kind: &str) -> String {
    format!("fact:{kind}")
}

/// Stands for every fact that stops a clock of the procedure: `facts.record` without an argument records them.
const EVERY_STOP: &str = "fact:*";

/// The facts an operation records for certain.
fn recorded(activity: &Activity, operation: &OperationSpec) -> Vec<String> {
    let mut facts: Vec<String> = operation.records.iter().map(|kind| fact(kind)).collect();
    if !operation.arguments.iter().any(|argument| argument.kind == ArgumentKind::Fact) {
        return facts;
    }
    let told = activity.arguments.as_ref().map(|formula| constants(&formula.text)).unwrap_or_default();
    let named: Vec<String> = told
        .into_iter()
        .filter(|(name, _)| name == "fact")
        .filter_map(|(_, value)| if let feel::Value::String(kind) = value { Some(fact(&kind)) } else { None })
        .collect();
    if named.is_empty() && operation.name == "facts.record" {
        facts.push(EVERY_STOP.to_owned());
    }
    facts.extend(named);
    facts
}

fn condition_of(executable: &Executable, flow: FlowIx) -> Option<&str> {
    executable.flow(flow).condition.as_ref().map(|condition| &*condition.text)
}

/// A way from one element to another.
#[derive(Clone, Copy)]
struct Way<'e> {
    from: Ix,
    condition: Option<&'e str>,
    /// By a boundary event, into a sub-process: what the element itself sets is not there yet.
    before: bool,
}

/// The ways of the main process; with `assumed`, only those on which that condition holds.
struct Ways<'e> {
    pack: &'e Pack,
    catalogue: &'e Catalogue,
    executable: &'e Executable,
    assumed: Option<&'e str>,
}

impl<'e> Ways<'e> {
    /// For each element that a token reaches, the answers certainly set before it: the greatest solution, begun from
    /// "everything" and lowered until it holds at every element, so that loops are followed all the way round.
    fn settled(&self) -> BTreeMap<Ix, Set> {
        let mut before: BTreeMap<Ix, Set> = BTreeMap::new();
        loop {
            let mut changed = false;
            for (ix, element) in (0..).zip(&self.executable.elements) {
                let Some(set) = self.arriving(&before, ix, element) else { continue };
                if before.get(&ix) != Some(&set) {
                    before.insert(ix, set);
                    changed = true;
                }
            }
            if !changed {
                return before;
            }
        }
    }

    /// What is set on arrival: what all ways have in common; at a parallel join, what any of them sets. Ways not yet
    /// reached are left out. `None`: not reached.
    fn arriving(&self, before: &BTreeMap<Ix, Set>, ix: Ix, element: &Element) -> Option<Set> {
        let begins = element.incoming.is_empty() && !matches!(element.kind, Kind::Boundary(_));
        if ix == 0 || (element.container == 0 && begins) {
            return Some(Set::new());
        }
        let ways = self.ways_to(ix, element);
        let sets = ways.iter().filter(|way| before.contains_key(&way.from)).map(|way| {
            let mut set = if way.before {
                before.get(&way.from).cloned().unwrap_or_default()
            } else {
                self.after(before, way.from)
            };
            let more = way.condition.map(|condition| self.required_under(condition, &set));
            set.extend(more.unwrap_or_default());
            set
        });
        if element.kind == Kind::Parallel {
            sets.reduce(|one, other| &one | &other)
        } else {
            sets.reduce(|one, other| &one & &other)
        }
    }

    fn ways_to(&self, ix: Ix, element: &Element) -> Vec<Way<'e>> {
        let executable = self.executable;
        let open = |flow: &FlowIx| {
            let source = executable.element(executable.flow(*flow).source);
            let conditions: Vec<Option<&str>> =
                source.outgoing.iter().map(|flow| condition_of(executable, *flow)).collect();
            let decided = source.kind == Kind::Exclusive
                && self.assumed.is_some()
                && conditions.contains(&self.assumed);
            !decided || condition_of(executable, *flow) == self.assumed
        };
        let flows = element.incoming.iter().filter(|flow| open(flow)).map(|flow| Way {
            from: executable.flow(*flow).source,
            condition: condition_of(executable, *flow),
            before: false,
        });
        let mut ways: Vec<Way<'_>> = flows.collect();
        match element.kind {
            Kind::Boundary(host) => ways.push(Way { from: host, condition: None, before: true }),
            // The beginning of a sub-process.
            _ if element.incoming.is_empty() && element.container != 0 && ix != element.container => {
                ways.push(Way { from: element.container, condition: None, before: true });
            }
            _ => {}
        }
        ways
    }

    /// What is set once an element is done: for a sub-process, what all its ends have in common.
    fn after(&self, before: &BTreeMap<Ix, Set>, ix: Ix) -> Set {
        let element = self.executable.element(ix);
        let mut set = before.get(&ix).cloned().unwrap_or_default();
        if matches!(element.kind, Kind::SubProcess | Kind::Transaction) {
            let inside = (0..).zip(&self.executable.elements).filter(|(inner, element)| {
                *inner != ix && element.container == ix && element.outgoing.is_empty()
            });
            let ends = inside.filter(|(inner, _)| before.contains_key(inner));
            let common = ends.map(|(inner, _)| self.after(before, inner)).reduce(|one, other| &one & &other);
            set.extend(common.unwrap_or_default());
        }
        set.extend(self.writes(element));
        set
    }

    /// What a task sets for certain: answers that are always asked and must be given, what its operation writes.
    fn writes(&self, element: &Element) -> Set {
        let mut set = Set::new();
        let Some(activity) = element.activity() else { return set };
        if let Some(form) = activity.form.as_deref().and_then(|form| self.pack.form(form)) {
            set.insert(format!("form:{}", form.id));
            set.extend(
                form.fields.iter().filter(|field| always(form, field)).map(|field| field.name.clone()),
            );
        }
        let operation =
            self.catalogue.operations.iter().find(|operation| *operation.name == *activity.operation);
        set.extend(operation.into_iter().flat_map(|operation| operation.writes.iter().cloned()));
        set.extend(operation.into_iter().flat_map(|operation| recorded(activity, operation)));
        set
    }

    /// Answers that forms passed on the way asked for under this very condition.
    fn required_under(&self, condition: &str, set: &Set) -> Set {
        let same = |expression: Option<&feel::Expr>| {
            expression.is_some_and(|expression| expression.source().trim() == condition.trim())
        };
        let passed = self.pack.forms.values().filter(|form| set.contains(&format!("form:{}", form.id)));
        passed
            .flat_map(|form| &form.fields)
            .filter(|field| {
                same(field.required_when.as_ref()) || (field.required && same(field.when.as_ref()))
            })
            .map(|field| field.name.clone())
            .collect()
    }
}

/// Asked whatever the other answers are, and answered: an unticked box is an answer too.
fn always(form: &Form, field: &Field) -> bool {
    let section = form.sections.iter().find(|section| section.id == field.section);
    let shown = field.when.is_none() && section.is_none_or(|section| section.when.is_none());
    shown && (field.required || field.kind == crate::FieldKind::Flag || field.compute.is_some())
}
