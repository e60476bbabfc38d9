//! What a day's rules allow at the till.

use kernel::Money;

/// Limits and amounts in force on a day: those of the law come from `standards/`, the others from the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashRules {
    /// The first amount of cash that may no longer change hands between two parties (d.lgs. 231/2007, art. 49).
    pub cash_limit: Money,
    /// A receipt for what bears no VAT needs a stamp above this amount (d.P.R. 642/1972, table A, art. 13).
    pub stamp_above: Money,
    /// The stamp.
    pub stamp: Money,
    /// Kinds of bill, in the billing system's words, that bear no VAT.
    pub vat_free_kinds: Vec<String>,
    /// Taking a payment back above this amount needs a second person.
    pub second_person_above: Money,
    /// A difference at closing above this amount, either way, needs a second person.
    pub difference_above: Money,
}

impl CashRules {
    /// Whether a bill of this kind bears no VAT.
    #[must_use]
    pub fn is_vat_free(&self, kind: &str) -> bool {
        self.vat_free_kinds.iter().any(|known| known == kind)
    }
}
