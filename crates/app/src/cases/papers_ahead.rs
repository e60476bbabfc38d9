//! Which papers a request surely makes, as far as the answers given tell.
//!
//! A paper is sure when every way that the process may still take to its fulfilment leads over an element that makes it.
//! Where the way parts, the answers decide if they hold every variable of a condition; else every branch counts. What only
//! another outcome makes (a refusal, a reminder) is therefore not announced. When no way leads to fulfilment any more,
//! every way to an end counts instead.

use engine::{
    Env, Executable, FlowIx, Ix,
    executable::{Element, Kind},
};
use feel::{Scope, Value};
use kernel::Instant;
use procedures::Pack;
use serde_json::{Map, Value as Json};

/// The operation that ends a case as carried out.
const FULFIL: &str = "case.fulfil";

/// What lies ahead of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PapersAhead {
    /// Whether some way leads to fulfilment.
    pub fulfils: bool,
    /// Kinds of paper that are surely made, in the order of the pack.
    pub kinds: Vec<String>,
}

struct Answers<'a>(&'a Map<String, Json>);

impl Scope for Answers<'_> {
    fn get(&self, name: &str) -> Option<Value> {
        self.0.get(name).map(Value::from_json)
    }
}

/// The papers that follow from the draft of a case whatever else happens, but what makes its request fail.
#[must_use]
pub fn papers_ahead(pack: &Pack, answers: &Map<String, Json>, now: Instant) -> PapersAhead {
    let mut ways = Ways { drawn: &pack.executable, answers, env: Env { now }, any_end: false };
    let Some(from) = ways.drawn.find(&pack.draft_until) else { return PapersAhead::default() };
    let fulfils = ways.leads_to_goal(from, None);
    ways.any_end = !fulfils;
    let sure = |kind: &str| !ways.leads_to_goal(from, Some(kind));
    let kinds = pack.papers.iter().map(|paper| paper.kind.clone()).filter(|kind| sure(kind)).collect();
    PapersAhead { fulfils, kinds }
}

/// The ways through a process.
struct Ways<'a> {
    drawn: &'a Executable,
    answers: &'a Map<String, Json>,
    env: Env,
    /// Every end counts, not fulfilment alone.
    any_end: bool,
}

impl Ways<'_> {
    /// Whether some way leads from an element to the goal without making a kind of paper.
    fn leads_to_goal(&self, from: Ix, without: Option<&str>) -> bool {
        let mut leads = vec![false; self.drawn.elements.len()];
        loop {
            let mut grown = false;
            for (place, element) in self.drawn.elements.iter().enumerate() {
                let known = leads.get(place).copied().unwrap_or(true);
                if !known && self.step(element, place, without, &leads) {
                    grown = true;
                    if let Some(here) = leads.get_mut(place) {
                        *here = true;
                    }
                }
            }
            if !grown {
                return at(&leads, from);
            }
        }
    }

    fn step(&self, element: &Element, place: usize, without: Option<&str>, leads: &[bool]) -> bool {
        if without.is_some_and(|kind| self.makes(element).as_deref() == Some(kind)) {
            return false;
        }
        let operation = element.activity.as_ref().map_or("", |activity| &*activity.operation);
        if operation == FULFIL && !self.any_end {
            return true;
        }
        let boundaries = element.activity.iter().flat_map(|activity| &activity.boundaries);
        if boundaries.into_iter().any(|event| at(leads, *event)) {
            return true;
        }
        match element.kind {
            Kind::SubProcess | Kind::Transaction => {
                let starts = element.content.iter().flat_map(|content| &content.starts);
                starts.into_iter().any(|start| at(leads, *start))
            }
            // From the end of a container the way goes on behind it.
            Kind::End if element.container != 0 => self.onward(self.drawn.element(element.container), leads),
            Kind::End => self.any_end && place != 0,
            _ => self.onward(element, leads),
        }
    }

    /// Whether what follows an element leads to the goal: by one branch where one is chosen, by all where all are taken.
    fn onward(&self, element: &Element, leads: &[bool]) -> bool {
        let leads_on = |flow: &FlowIx| at(leads, self.drawn.flow(*flow).target);
        if element.kind == Kind::EventBased {
            return element.outgoing.iter().any(leads_on);
        }
        let (mut taken, mut possible) = (Vec::new(), Vec::new());
        for flow in &element.outgoing {
            if element.default == Some(*flow) {
                continue;
            }
            match self.decided(*flow) {
                Some(true) => {
                    taken.push(*flow);
                    if element.kind == Kind::Exclusive {
                        break;
                    }
                }
                Some(false) => {}
                None => possible.push(*flow),
            }
        }
        if element.kind == Kind::Exclusive {
            possible.append(&mut taken);
        } else if !taken.is_empty() {
            return taken.iter().all(leads_on);
        }
        let chosen = element.kind == Kind::Exclusive
            && possible.last().is_some_and(|last| self.decided(*last) == Some(true));
        if !chosen {
            possible.extend(element.default);
        }
        possible.iter().any(leads_on)
    }

    /// Whether a flow is taken; none while the answers do not tell.
    fn decided(&self, flow: FlowIx) -> Option<bool> {
        let Some(condition) = &self.drawn.flow(flow).condition else { return Some(true) };
        let known = condition.names().iter().all(|name| self.answers.contains_key(name));
        known.then(|| condition.holds(&Answers(self.answers), &self.env).unwrap_or(false))
    }

    /// The kind of paper an element makes.
    fn makes(&self, element: &Element) -> Option<String> {
        let activity = element.activity.as_ref()?;
        let Some(arguments) = &activity.arguments else {
            return crate::papers::made_by(&activity.operation).map(str::to_owned);
        };
        match arguments.value(&Answers(self.answers), &self.env).ok()?.to_json().get("kind") {
            Some(Json::String(kind)) if &*activity.operation == "papers.make" => Some(kind.clone()),
            _ => crate::papers::made_by(&activity.operation).map(str::to_owned),
        }
    }
}

fn at(leads: &[bool], place: Ix) -> bool {
    usize::try_from(place).ok().and_then(|place| leads.get(place)).copied().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn ahead(code: &str, answers: Json) -> PapersAhead {
        let (_, files) = procedures::shipped().into_iter().find(|(known, _)| *known == code).unwrap();
        let pack = procedures::read(&files).unwrap();
        let answers = answers.as_object().cloned().unwrap_or_default();
        papers_ahead(&pack, &answers, "2026-03-11T09:00:00Z".parse().unwrap())
    }

    #[test]
    fn a_good_change_of_holder_announces_no_refusal() {
        for answers in [json!({}), json!({ "admissible": "yes" })] {
            let ahead = ahead("VOL", answers);
            assert!(ahead.fulfils);
            assert_eq!(ahead.kinds, ["closing"]);
        }
    }

    #[test]
    fn a_change_of_holder_that_is_refused_announces_its_refusal_alone() {
        let ahead = ahead("VOL", json!({ "admissible": "no" }));
        assert_eq!(ahead, PapersAhead { fulfils: false, kinds: vec!["refusal".to_owned()] });
    }

    #[test]
    fn a_reading_announces_no_refusal() {
        assert_eq!(ahead("LET", json!({})), PapersAhead { fulfils: true, kinds: Vec::new() });
    }

    #[test]
    fn a_change_of_data_is_always_confirmed_and_not_always_proved() {
        let ahead = ahead("VAR", json!({}));
        assert!(ahead.fulfils && ahead.kinds.contains(&"confirmation".to_owned()), "{ahead:?}");
        assert!(!ahead.kinds.contains(&"proofrequest".to_owned()), "{ahead:?}");
        assert!(!ahead.kinds.contains(&"refusal".to_owned()), "{ahead:?}");
    }
}
