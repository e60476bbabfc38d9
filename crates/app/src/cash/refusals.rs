//! From what the rules say to a refusal with its code and values.

use domain::cash::{AllocationProblem, ClosingProblem, PaymentProblem, ReversalProblem};
use kernel::Money;

use crate::Error;

fn with(code: &str, values: &[(&str, Money)]) -> Error {
    let args = values.iter().map(|(name, value)| ((*name).to_owned(), value.cents().to_string())).collect();
    Error::Refused { code: code.to_owned(), args }
}

pub(super) fn of_lines(problems: &[AllocationProblem]) -> Error {
    match problems.first() {
        None | Some(AllocationProblem::Nothing) => Error::refused("cash_nothing"),
        Some(AllocationProblem::NotOpen { .. }) => Error::refused("cash_bill_paid"),
        Some(AllocationProblem::NotPositive { number }) => {
            Error::refused_with("cash_not_positive", &[("number", number)])
        }
        Some(AllocationProblem::TooMuch { number, open }) => Error::Refused {
            code: "cash_too_much".to_owned(),
            args: vec![("number".to_owned(), number.clone()), ("open".to_owned(), open.cents().to_string())],
        },
    }
}

pub(super) fn of_payment(problem: &PaymentProblem) -> Error {
    match problem {
        PaymentProblem::NotEnough { missing } => with("cash_not_enough", &[("missing", *missing)]),
        PaymentProblem::TooMuchWithoutCash { excess } => with("cash_no_change", &[("excess", *excess)]),
        PaymentProblem::CashLimit { limit, before } => {
            with("cash_limit", &[("limit", *limit), ("before", *before)])
        }
        PaymentProblem::ReferenceMissing { means } => {
            Error::refused_with("cash_reference_missing", &[("means", means.code())])
        }
        PaymentProblem::Negative { means } => {
            Error::refused_with("cash_negative", &[("means", means.code())])
        }
    }
}

pub(super) fn of_closing(problem: ClosingProblem) -> Error {
    match problem {
        ClosingProblem::ReasonMissing { difference } => {
            with("till_difference_reason", &[("difference", difference)])
        }
        ClosingProblem::SecondPersonMissing { difference } => {
            with("till_difference_second", &[("difference", difference)])
        }
        ClosingProblem::DepositTooLarge { counted } => {
            with("till_deposit_too_large", &[("counted", counted)])
        }
    }
}

pub(super) fn of_reversal(problem: ReversalProblem) -> Error {
    match problem {
        ReversalProblem::AlreadyReversed => Error::refused("receipt_reversed"),
        ReversalProblem::ReasonMissing => Error::refused("reason_missing"),
        ReversalProblem::SecondPersonMissing { above } => with("second_person_missing", &[("above", above)]),
        ReversalProblem::SamePerson => Error::refused("second_person_same"),
    }
}
