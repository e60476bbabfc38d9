//! Cases: one request each, on its way through its procedure.

mod case;
mod fact;

pub use case::{Case, CaseRefusal, CaseState, ClockState, ClockSummary, Origin, SuspensionCause, risk_rank};
pub use fact::{Fact, Suspension, effective};
