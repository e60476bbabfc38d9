//! Dated facts: what happened, when, who wrote it down and from which paper. Clocks are computed from them.

use kernel::{Actor, CaseId, DocumentId, FactId, Instant};
use serde::{Deserialize, Serialize};

use super::SuspensionCause;

/// One dated fact on a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Its id.
    pub id: FactId,
    /// The case.
    pub case_id: CaseId,
    /// What happened, a word of the standards: `request_received`, `quote_sent`, ….
    pub kind: String,
    /// When it happened.
    pub at: Instant,
    /// When it was written down.
    pub recorded_at: Instant,
    /// Who wrote it down.
    pub recorded_by: Actor,
    /// The paper it was taken from.
    pub document_id: Option<DocumentId>,
    /// A remark; for a correction, its reason.
    pub note: String,
    /// The fact this one puts right.
    pub corrects: Option<FactId>,
    /// Whether a later fact puts this one right.
    pub corrected: bool,
}

/// A span in which the clock stands still.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    /// Why.
    pub cause: SuspensionCause,
    /// From this moment.
    pub from: Instant,
    /// To this moment; none while it lasts.
    pub to: Option<Instant>,
    /// Whether evidence is on file.
    pub document_id: Option<DocumentId>,
    /// A remark.
    pub note: String,
    /// The element of the process that waits; empty when a person suspended the case; `=` and a name for an interval that
    /// is kept by its dates.
    pub element: String,
    /// The facts that stop the clocks it holds; empty: all clocks of the case.
    pub stops: Vec<String>,
}

impl Suspension {
    /// What the element of an interval begins with that is kept by its dates.
    pub const BY_DATES: char = '=';

    /// Whether it is kept by its dates: no element of the process waits, and none that goes on ends it.
    #[must_use]
    pub fn is_by_dates(&self) -> bool {
        self.element.starts_with(Self::BY_DATES)
    }

    /// Whether it holds a clock that this fact stops.
    #[must_use]
    pub fn holds(&self, stop: &str) -> bool {
        self.stops.is_empty() || self.stops.iter().any(|held| held == stop)
    }
}

/// The fact of a kind that counts: the one not put right by another; of several, the first that happened.
#[must_use]
pub fn effective<'a>(facts: &'a [Fact], kind: &str) -> Option<&'a Fact> {
    facts.iter().filter(|fact| fact.kind == kind && !fact.corrected).min_by_key(|fact| fact.at)
}
