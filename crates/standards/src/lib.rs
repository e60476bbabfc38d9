//! Regulated service standards: the law as dated records, and the clocks that judge a case by it.
//!
//! [`Packs`] holds the records of `standards/` at the root of the project. [`evaluate`] answers, for one case and
//! one record, when it is due, how much of the term is used, whether it was kept and what is owed;
//! [`Evaluation::why`] says so in a paragraph for people. [`batch`] does the same for a JSON file of cases.
//! Nothing here reads a clock, a file or a database: "now" is an argument.

pub mod amounts;
pub mod batch;
pub mod case;
pub mod clock;
pub mod evaluation;
pub mod indemnity;
pub mod model;
pub mod packs;
pub mod reading;
pub mod segments;
pub mod shipped;
pub mod terms;
pub mod why;

pub use amounts::{LegalAmount, amount_in_force, legal_amounts};
pub use case::{Case, CauseOfMiss, Customer, Suspension};
pub use clock::{Measure, Moment, TakenOut};
pub use evaluation::{Evaluation, Indemnity, IndemnityStatus, State, Step, evaluate, evaluate_with};
pub use indemnity::{Amounts, Escalation, Growth, IndemnityRule, MeterBand, MissingFact, Payee};
pub use model::{
    BillingFrequency, Cause, Confidence, Counting, Fact, Kind, RegulatedSector, Sense, Source, Standard, Unit,
};
pub use packs::Packs;
pub use reading::Defect;
pub use segments::{Segment, SegmentKind, segments, segments_with};
pub use terms::{LegalTerm, term_in_force};
pub use why::Why;
