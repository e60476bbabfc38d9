//! The static rules of BPMN 2.0.2 as deployment errors.
//!
//! The rules work on the elements of the file, not on the typed model, because most of what they forbid is what
//! the typed model has no place for. Each family has its file; each defect names the element, a stable code,
//! and a remedy. Sections in comments are those of the standard (OMG formal/2013-12-09).

mod activities;
mod boundary;
mod collaboration;
mod conditions;
mod connections;
mod data;
mod elements;
mod event_gateways;
mod events;
mod expressions;
mod gateways;
mod identity;
mod io_sets;
mod items;
mod links;
mod loops;
mod message_flows;
mod references;
mod resources;
mod starts;
mod sub_processes;
mod timers;

#[cfg(test)]
mod tests;

use elements::{El, Model};

/// One broken rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// The element, by its id; where it has none, its kind and line, as `startEvent in line 12`.
    pub element_id: String,
    /// Stable code of the rule, as `boundary.link`.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl std::fmt::Display for Defect {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} [{}]: {}. {}", self.element_id, self.rule, self.message, self.remedy)
    }
}

/// What the rules write into.
struct Found(Vec<Defect>);

impl Found {
    fn add(&mut self, at: El, rule: &'static str, message: impl Into<String>, remedy: &str) {
        let defect = Defect {
            element_id: elements::label(at),
            rule,
            message: message.into(),
            remedy: remedy.to_owned(),
        };
        if !self.0.contains(&defect) {
            self.0.push(defect);
        }
    }
}

/// One family of rules.
type Rule = fn(&Model, &mut Found);

const RULES: [Rule; 21] = [
    identity::check,
    references::check,
    connections::check,
    conditions::check,
    gateways::check,
    event_gateways::check,
    events::check,
    starts::check,
    boundary::check,
    links::check,
    timers::check,
    sub_processes::check,
    activities::check,
    loops::check,
    resources::check,
    expressions::check,
    data::check,
    io_sets::check,
    items::check,
    message_flows::check,
    collaboration::check,
];

/// Every rule that a BPMN file breaks; empty when it may be deployed.
#[must_use]
pub fn check(source: &str) -> Vec<Defect> {
    let document = match roxmltree::Document::parse(source) {
        Ok(document) => document,
        Err(error) => {
            return vec![Defect {
                element_id: "file".to_owned(),
                rule: "xml",
                message: format!("the file is not well-formed XML: {error}"),
                remedy: "Export it again from the modelling tool".to_owned(),
            }];
        }
    };
    let mut found = Found(Vec::new());
    let root = document.root_element();
    if !elements::is_bpmn(root) || elements::tag(root) != "definitions" {
        let remedy = "Export it as BPMN 2.0";
        found.add(root, "definitions", "the file does not start with the BPMN element `definitions`", remedy);
        return found.0;
    }
    let model = Model::new(&document);
    for rule in RULES {
        rule(&model, &mut found);
    }
    found.0
}
