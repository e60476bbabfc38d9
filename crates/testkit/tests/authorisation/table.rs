//! Who may ask which route. A route served without a case here fails the test.

use testkit::Who::{self, Administrator, Agent, BackOffice, Operator, Quality, Supervisor, Technician};

/// Routes of the table that no page answers yet, as `METHOD /path`; the list only shrinks.
pub const UNMOUNTED: &str = include_str!("unmounted.txt");

/// Who may ask.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// Whoever has signed in.
    Everybody,
    /// These roles; all others are refused (403).
    Only(&'static [Who]),
    /// Decided by the thing itself: one that does not exist is refused or not found for everybody.
    OfTheThing,
    /// Ends the session: asked by its own tests.
    Leaves,
}

/// The rule of a route, by `METHOD /path`.
pub fn rule(key: &str) -> Option<Rule> {
    RULES.iter().find(|(known, _)| *known == key).map(|(_, rule)| *rule)
}

const RULES: &[(&str, Rule)] = &[
    ("POST /esci", Rule::Leaves),
    ("POST /sessione", Rule::Everybody),
];

#[expect(dead_code, reason = "roles stand here for the rules of pages")]
const ALL: [Who; 7] = [Operator, BackOffice, Supervisor, Technician, Quality, Agent, Administrator];
