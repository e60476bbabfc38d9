//! Payment by instalments: when it is a right, how a debt is spread over instalments with their days and interest, and
//! what a running plan asks for today. Pure rules: thresholds, rates and limits are given, because the law and the
//! utility set them by date.
//!
//! Sources: water, art. 42 of the RQSII (del. 655/2015/R/idr, All. A) for bills far above the usual ones and the REMSI
//! (del. 311/2019/R/idr) for debts in arrears; electricity and gas, the TIV and the TIVG.

mod offer;
mod plan;
mod rights;
mod watch;

pub use offer::{Limits, PastBill, Wanted, how_many, months_between, next_due, proportions, usual_before};
pub use plan::{Conditions, Instalment, Interest, Plan, PlanProblem, Split, Terms, plan};
pub use rights::{Asked, AskedBill, Ground, Oddity, Right, RightRules, best, rights};
pub use watch::{PlanState, Told, WatchRules, Watched, pay_off, watch};

#[cfg(test)]
mod offer_tests;
#[cfg(test)]
mod tests;
