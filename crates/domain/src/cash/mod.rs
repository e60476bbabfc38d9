//! The cash desk: which bills an amount pays, what may be taken in cash, change, stamp duty, counting and closing,
//! taking a payment back. Pure rules: limits and amounts are given, because the law sets them by date.

mod allocation;
mod card;
mod closing;
mod count;
mod payment;
mod reversal;
mod rules;

pub use allocation::{Allocated, AllocationProblem, OpenBill, check_lines, oldest_first, proposed};
pub use card::{CardAnswer, CardOrder, CardTerminal};
pub use closing::{Closing, ClosingProblem, Counted, close};
pub use count::{Count, DENOMINATIONS, NotACount};
pub use payment::{Means, Part, PaymentProblem, Settled, round_amounts, settle, stamp_due};
pub use reversal::{Reversal, ReversalProblem, may_reverse};
pub use rules::CashRules;

#[cfg(test)]
mod tests;
