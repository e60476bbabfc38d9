//! What stands in the way of a supply that was cut for arrears, and whether the debt is covered: paid, put into a plan of
//! instalments, or declared as paid with its proof. Pure rules on data; which obstacles block is the utility's choice.
//!
//! Sources: water, the REMSI (del. 311/2019/R/idr, All. A): only bills of the same service count, nothing that is disputed,
//! nothing while a valid plan runs; what the customer says about a payment counts as a self-declaration.

mod check;
mod suspension;

pub use check::{
    Covered, DebtBill, DebtCheck, DebtSituation, Declared, Planned, Weight, Weights, check_debt,
    contains_old_use,
};
pub use suspension::{Suspension, SuspensionReason};

#[cfg(test)]
mod tests;
