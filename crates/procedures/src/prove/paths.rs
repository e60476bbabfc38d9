//! Every element is reached, every way ends, and on every way the case is ended.

use std::collections::BTreeSet;

use engine::{
    Executable, FlowIx, Ix,
    executable::{Element, Kind},
};

use super::drawn;
use crate::{Defect, Pack};

/// Operations that end the case: a path that reaches its end without one leaves the request open for ever.
const ENDING: [&str; 3] = ["case.fulfil", "case.refuse", "case.cancel"];

/// Elements no token reaches, and elements from which no end is reached.
pub(super) fn check(executable: &Executable, defects: &mut Vec<Defect>) {
    let containers: BTreeSet<Ix> = executable.elements.iter().map(|element| element.container).collect();
    for container in containers {
        let inside: Vec<Ix> = (1..)
            .zip(executable.elements.iter().skip(1))
            .filter(|(_, e)| e.container == container)
            .map(|(ix, _)| ix)
            .collect();
        let starts = inside.iter().copied().filter(|ix| is_source(executable.element(*ix)));
        let reached = closure(executable, starts, |element| forward(executable, element));
        let ends = inside.iter().copied().filter(|ix| is_sink(executable.element(*ix)));
        let ending = closure(executable, ends, |element| backward(executable, element));
        for ix in inside {
            let element = executable.element(ix);
            if matches!(element.kind, Kind::EventSubProcess)
                || element.activity().is_some_and(|activity| activity.for_compensation)
            {
                continue;
            }
            if !reached.contains(&ix) {
                defects.push(drawn(
                    &element.id,
                    "nothing leads here".to_owned(),
                    "connect it or take it away",
                ));
            } else if !ending.contains(&ix) {
                defects.push(drawn(
                    &element.id,
                    "no way leads from here to an end".to_owned(),
                    "draw the way to an end event",
                ));
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
    let flow = |flow: &FlowIx| {
        usize::try_from(*flow).ok().and_then(|at| executable.flows.get(at)).map(|flow| flow.target)
    };
    let mut next: Vec<Ix> = element.outgoing.iter().filter_map(flow).collect();
    next.extend(element.activity().map(|activity| activity.boundaries.clone()).unwrap_or_default());
    next
}

fn backward(executable: &Executable, ix: Ix) -> Vec<Ix> {
    let element = executable.element(ix);
    let flow = |flow: &FlowIx| {
        usize::try_from(*flow).ok().and_then(|at| executable.flows.get(at)).map(|flow| flow.source)
    };
    let mut before: Vec<Ix> = element.incoming.iter().filter_map(flow).collect();
    if let Kind::Boundary(host) = element.kind {
        before.push(host);
    }
    before
}

fn closure(
    executable: &Executable,
    from: impl Iterator<Item = Ix>,
    next: impl Fn(Ix) -> Vec<Ix>,
) -> BTreeSet<Ix> {
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
pub(super) fn ends(pack: &Pack, defects: &mut Vec<Defect>) {
    let executable = &pack.executable;
    let ending =
        |element: &Element| element.activity().is_some_and(|activity| ENDING.contains(&&*activity.operation));
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
                defects.push(drawn(
                    &element.id,
                    message.to_owned(),
                    "put case.fulfil or case.refuse on the way",
                ));
                break;
            }
            // A boundary event is left before its host is done: what the host does is not on this way.
            match executable.element(at).kind {
                // One that does not interrupt begins a way beside the main one: a reminder need not end the case.
                Kind::Boundary(_) if !executable.element(at).interrupting => {}
                Kind::Boundary(host) => open.extend(backward(executable, host)),
                _ => open.extend(backward(executable, at)),
            }
        }
    }
}
