//! What a process may have billing told.

use procedures::ArgumentKind;

use super::submit::submit;
use crate::processes::{Argument, Operation};

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[Operation {
    name: "billing.submit",
    reads: &[],
    writes: &["billing_outcome", "holder_kind"],
    errors: &[],
    arguments: &[Argument::free("kind", ArgumentKind::Any)],
    run: submit,
}];
