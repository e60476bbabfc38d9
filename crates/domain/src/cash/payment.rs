//! What is handed over and what is given back.

use kernel::Money;

use super::CashRules;
use crate::registry::words;

words! {
    /// How a payment is made.
    Means {
        /// Notes and coins.
        Cash = "cash",
        /// A card at the terminal.
        Card = "card",
        /// A pagoPA payment made elsewhere, recorded from its receipt.
        PagoPa = "pagopa",
        /// A bank transfer, recorded from its reference.
        Transfer = "transfer",
        /// A cheque.
        Cheque = "cheque",
    }
}

impl Means {
    /// Whether a reference must be written down: the number of a cheque, the reference of a transfer.
    #[must_use]
    pub const fn needs_reference(self) -> bool {
        matches!(self, Self::Cheque | Self::Transfer | Self::PagoPa)
    }
}

/// A part of a payment by one means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// By what.
    pub means: Means,
    /// How much was handed over.
    pub amount: Money,
    /// Number of the cheque, reference of the transfer, authorisation of the card.
    pub reference: String,
}

/// A payment that adds up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The parts as they are kept: change is taken out of the cash.
    pub parts: Vec<Part>,
    /// Handed over in all.
    pub received: Money,
    /// Given back.
    pub change: Money,
}

/// Why a payment does not add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaymentProblem {
    /// Less is handed over than is to be paid.
    NotEnough {
        /// What is missing.
        missing: Money,
    },
    /// More is handed over than is to be paid, and not in cash.
    TooMuchWithoutCash {
        /// What is too much.
        excess: Money,
    },
    /// The cash of this payer on this day reaches the limit.
    CashLimit {
        /// The limit.
        limit: Money,
        /// Cash taken from the same payer on the same day before.
        before: Money,
    },
    /// A reference must be written down.
    ReferenceMissing {
        /// For what.
        means: Means,
    },
    /// An amount is below zero.
    Negative {
        /// Of what.
        means: Means,
    },
}

/// Checks that the parts pay `due`; `cash_before` is the cash taken from the same payer on the same day, because a
/// payment split into several counts as one.
///
/// # Errors
/// The first problem, in the order a person would put them right.
pub fn settle(
    due: Money,
    parts: &[Part],
    cash_before: Money,
    rules: &CashRules,
) -> Result<Settled, PaymentProblem> {
    if let Some(part) = parts.iter().find(|part| part.amount < Money::ZERO) {
        return Err(PaymentProblem::Negative { means: part.means });
    }
    let parts: Vec<Part> = parts.iter().filter(|part| part.amount > Money::ZERO).cloned().collect();
    let received: Money = parts.iter().map(|part| part.amount).sum();
    if received < due {
        return Err(PaymentProblem::NotEnough { missing: due - received });
    }
    let change = received - due;
    let cash: Money = parts.iter().filter(|part| part.means == Means::Cash).map(|part| part.amount).sum();
    if change > cash {
        return Err(PaymentProblem::TooMuchWithoutCash { excess: change - cash });
    }
    if cash > change && cash - change + cash_before >= rules.cash_limit {
        return Err(PaymentProblem::CashLimit { limit: rules.cash_limit, before: cash_before });
    }
    let without = parts.iter().find(|part| part.means.needs_reference() && part.reference.trim().is_empty());
    if let Some(part) = without {
        return Err(PaymentProblem::ReferenceMissing { means: part.means });
    }
    Ok(Settled { parts: without_change(parts, change), received, change })
}

fn without_change(parts: Vec<Part>, change: Money) -> Vec<Part> {
    let mut left = change;
    let kept = parts.into_iter().map(|mut part| {
        if part.means == Means::Cash {
            let back = left.min(part.amount);
            part.amount -= back;
            left -= back;
        }
        part
    });
    kept.filter(|part| part.amount > Money::ZERO).collect()
}

/// The stamp a receipt needs for the part of it that bears no VAT.
#[must_use]
pub fn stamp_due(vat_free: Money, rules: &CashRules) -> Money {
    if vat_free > rules.stamp_above { rules.stamp } else { Money::ZERO }
}

/// Round amounts that people hand over for a sum: the next five, ten, twenty, fifty and hundred euro above it, at most
/// three.
#[must_use]
pub fn round_amounts(due: Money) -> Vec<Money> {
    let mut found = Vec::new();
    for step in [500, 1000, 2000, 5000, 10_000] {
        let up = (due.cents() + step - 1) / step * step;
        if up > due.cents() && !found.contains(&up) && found.len() < 3 {
            found.push(up);
        }
    }
    found.into_iter().map(Money::from_cents).collect()
}
