//! The debt behind a supply that was cut: what is owed, and whether it is covered.

mod check;
mod situation;

use crate::processes::Operation;

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[Operation {
    name: "debt.check",
    reads: &["supply_point", "party", "received_on"],
    writes: &[
        "admissible",
        "findings",
        "debt_covered",
        "debt_paid",
        "debt_cents",
        "debt_bills",
        "covered_at",
        "fee_cents",
        "arrears_open",
        "arrears_case",
    ],
    errors: &[],
    arguments: &[],
    run: check::check_by_process,
}];
