//! Procedure packs: reading them, proving them, asking what their forms ask.
//!
//! A pack is a folder `procedures/<CODE>/`: `procedure.toml`, `process.bpmn`, `forms/*.toml`, `letters/*.typ`,
//! `texts/{it,en}.ftl`. The packs shipped in the binary are the default; a utility publishes copies, and every
//! published bundle is a version of the whole.

mod field;
mod form;
mod pack;
mod prove;
mod read;
mod rehearsal;
mod shipped;
mod take;
mod texts;

pub use field::{Choice, Field, FieldKind, Times};
pub use form::{Form, Problem, Section};
pub use pack::{ClockRule, Files, Group, OutsideMessage, Pack, Paper, SummaryLine, Wait, WizardStep};
pub use prove::{ArgumentKind, ArgumentSpec, Catalogue, OperationSpec, prove, same_digits};
pub use read::{Defect, files_hash, read};
pub use rehearsal::{Coverage, Played, Rehearsal, Turn, play, rehearse};
pub use shipped::shipped;
pub use texts::PackTexts;
