//! What a process may have billing told.

use super::submit::submit;
use crate::processes::Operation;

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[Operation {
    name: "billing.submit",
    reads: &[],
    writes: &["billing_outcome", "holder_kind"],
    errors: &[],
    arguments: &[],
    run: submit,
}];
