//! The change of holder (voltura): what is asked, what blocks it, and what follows from it.
//!
//! Sources: for water the rules of del. 655/2015/R/idr All. A articles 15 to 17 on change of holder, title and
//! mortis causa; for energy the change of holder of del. 102/2016/R/com. What is uncertain is a setting
//! ([`Rules`]), never a constant.

mod answers;
mod check;
mod dials;
mod plan;
mod power;

pub use answers::{Creation, Variant, VolturaAnswers};
pub use check::{Finding, OtherDraft, Rules, Situation, Verdict, check, check_start, verdict};
pub use dials::{Dial, dials};
pub use plan::{BillingNotice, NewContract, NewReading, Plan, plan};
pub use power::check_power;

#[cfg(test)]
mod tests;
