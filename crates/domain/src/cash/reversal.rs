//! Taking a payment back.

use kernel::{Money, UserId};

use super::CashRules;

/// A payment somebody wants to take back.
#[derive(Clone, Copy, Debug)]
pub struct Reversal<'a> {
    /// Whether it was taken back before.
    pub reversed: bool,
    /// What was paid.
    pub total: Money,
    /// Why it is taken back.
    pub reason: &'a str,
    /// Who takes it back.
    pub by: Option<UserId>,
    /// The second person, who has proved who they are and may approve.
    pub second: Option<UserId>,
}

/// Why a payment cannot be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReversalProblem {
    /// It was taken back before.
    AlreadyReversed,
    /// A reason is needed.
    ReasonMissing,
    /// Above the threshold a second person is needed.
    SecondPersonMissing {
        /// The threshold.
        above: Money,
    },
    /// The second person is the first one.
    SamePerson,
}

/// Whether a payment may be taken back.
///
/// # Errors
/// [`ReversalProblem`] says why not.
pub fn may_reverse(asked: Reversal<'_>, rules: &CashRules) -> Result<(), ReversalProblem> {
    if asked.reversed {
        return Err(ReversalProblem::AlreadyReversed);
    }
    if asked.reason.trim().is_empty() {
        return Err(ReversalProblem::ReasonMissing);
    }
    if asked.second.is_some() && asked.second == asked.by {
        return Err(ReversalProblem::SamePerson);
    }
    if asked.total > rules.second_person_above && asked.second.is_none() {
        return Err(ReversalProblem::SecondPersonMissing { above: rules.second_person_above });
    }
    Ok(())
}
