//! Closing a till: what should lie there, what was counted, and who must look at the difference.

use kernel::Money;

use super::CashRules;

/// What a till took and gave while it was open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// What lay there at the start.
    pub float: Money,
    /// Cash kept from payments.
    pub cash_in: Money,
    /// Cash given back for payments taken back.
    pub cash_out: Money,
    /// What was counted.
    pub counted: Money,
}

/// A closing that can be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closing {
    /// What should lie there.
    pub expected: Money,
    /// Counted less expected: below zero when something is missing.
    pub difference: Money,
}

/// Why a till cannot be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosingProblem {
    /// A difference needs its reason.
    ReasonMissing {
        /// The difference.
        difference: Money,
    },
    /// A difference this large needs a second person.
    SecondPersonMissing {
        /// The difference.
        difference: Money,
    },
    /// More is taken to the bank than was counted.
    DepositTooLarge {
        /// What was counted.
        counted: Money,
    },
}

/// Closes a till: `deposit` is what of the counted cash goes to the bank, the rest is the float of the next day.
///
/// # Errors
/// [`ClosingProblem`] says what is missing.
pub fn close(
    of: Counted,
    deposit: Money,
    reason: &str,
    second_person: bool,
    rules: &CashRules,
) -> Result<Closing, ClosingProblem> {
    let expected = of.float + of.cash_in - of.cash_out;
    let difference = of.counted - expected;
    if deposit > of.counted || deposit < Money::ZERO {
        return Err(ClosingProblem::DepositTooLarge { counted: of.counted });
    }
    if difference != Money::ZERO && reason.trim().is_empty() {
        return Err(ClosingProblem::ReasonMissing { difference });
    }
    if difference.max(-difference) > rules.difference_above && !second_person {
        return Err(ClosingProblem::SecondPersonMissing { difference });
    }
    Ok(Closing { expected, difference })
}
