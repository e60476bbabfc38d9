//! From which elements an incoming flow of a join can still be reached without passing through the join.

use super::{Element, Executable, Kind, Trigger};
use crate::Ix;

/// A set of elements.
#[derive(Clone, Debug, Default)]
pub(crate) struct Set(Vec<u64>);

impl Set {
    fn insert(&mut self, ix: Ix) -> bool {
        let (word, bit) = (ix as usize / 64, 1_u64 << (ix % 64));
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0.get_mut(word).is_some_and(|w| {
            let new = *w & bit == 0;
            *w |= bit;
            new
        })
    }

    /// Whether the element is in the set.
    pub(crate) fn contains(&self, ix: Ix) -> bool {
        self.0.get(ix as usize / 64).is_some_and(|w| w & (1 << (ix % 64)) != 0)
    }
}

/// The sets of every inclusive and complex join, by element.
pub(super) fn compute(exe: &Executable) -> Vec<(usize, Vec<Set>)> {
    let mut out = Vec::new();
    for (at, element) in exe.elements.iter().enumerate() {
        if element.joins() && matches!(element.kind, Kind::Inclusive | Kind::Complex) {
            let join = Ix::try_from(at).unwrap_or(0);
            let sets = element.incoming.iter().map(|f| backwards(exe, join, exe.flow(*f).source)).collect();
            out.push((at, sets));
        }
    }
    out
}

fn backwards(exe: &Executable, join: Ix, from: Ix) -> Set {
    let mut set = Set::default();
    let mut open = vec![from];
    while let Some(ix) = open.pop() {
        if ix == join || !set.insert(ix) {
            continue;
        }
        let element = exe.element(ix);
        open.extend(element.incoming.iter().map(|f| exe.flow(*f).source));
        if let Kind::Boundary(host) = element.kind {
            open.push(host);
        }
        if element.kind == Kind::Catch {
            open.extend(link_sources(exe, element));
        }
    }
    set
}

fn link_sources(exe: &Executable, catch: &Element) -> Vec<Ix> {
    let Some(name) = link_name(catch) else {
        return Vec::new();
    };
    let siblings = exe.element(catch.container).content().map_or(&[][..], |c| c.children.as_slice());
    siblings
        .iter()
        .copied()
        .filter(|ix| exe.element(*ix).kind == Kind::Throw && link_name(exe.element(*ix)) == Some(name))
        .collect()
}

/// The name of a link event.
pub(crate) fn link_name(element: &Element) -> Option<&str> {
    element.triggers.iter().find_map(|t| if let Trigger::Link(name) = t { Some(&**name) } else { None })
}
