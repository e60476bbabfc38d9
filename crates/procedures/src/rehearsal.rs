//! Rehearsals: the ways through a procedure, written down in its pack and played before it is published.
//!
//! `rehearsals.toml` holds what is answered at which element and where the process must end. Nothing is carried out:
//! operations answer what the rehearsal says. Played together, the rehearsals of a pack show which flows of its diagram
//! were walked.

mod play;
mod read;

use std::collections::{BTreeMap, BTreeSet};

pub use play::{Played, play, rehearse};
pub(crate) use read::read;
use serde_json::{Map, Value as Json};

/// What an element gives when a token comes to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Turn {
    /// It is done, with these answers.
    Done(Map<String, Json>),
    /// The operation ends with this business error.
    Error(String),
    /// Nobody answers: the next timer fires.
    Silence,
}

/// One way through a procedure.
#[derive(Clone, Debug, PartialEq)]
pub struct Rehearsal {
    /// What it is about, in a few words.
    pub name: String,
    /// The end event it must come to.
    pub end: String,
    /// For each element what it gives at its first, second, … visit. What is not named is done without answers; where
    /// only a timer is awaited, it fires.
    pub turns: BTreeMap<String, Vec<Turn>>,
}

/// What the rehearsals of a pack walked, of its whole diagram.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many rehearsals were played.
    pub played: usize,
    /// Ids of the flows walked.
    pub walked: BTreeSet<String>,
    /// Ids of the flows never walked.
    pub missed: BTreeSet<String>,
}

impl Coverage {
    /// Flows walked of a hundred, rounded down.
    #[must_use]
    pub fn percent(&self) -> usize {
        let all = self.walked.len() + self.missed.len();
        (self.walked.len() * 100).checked_div(all).unwrap_or(100)
    }
}
