//! Activation of a gas point for a new holder: the check, the contract that waits for the distributor, and what changes
//! when the supply is on.

mod activate;
mod check;
mod opening;
mod operations;
mod prepare;
mod withdraw;

pub(crate) use check::{Asking, activates, findings, findings_at, judge_draft};
pub(crate) use opening::{activated_on, opening_values};
pub(crate) use operations::OPERATIONS;
pub(crate) use withdraw::{may_withdraw, withdraw};
