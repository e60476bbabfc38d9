//! What the process of an activation may call.

use procedures::ArgumentKind;

use super::{
    activate::activate,
    check::check_activation,
    prepare::{drop_prepared, prepare},
};
use crate::processes::{Argument, Operation};

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "activation.check",
        reads: &["supply_point"],
        writes: &["admissible", "findings"],
        errors: &[],
        arguments: &[Argument::free("tell", ArgumentKind::Any)],
        run: check_activation,
    },
    Operation {
        name: "activation.prepare",
        reads: &["supply_point"],
        writes: &["new_contract"],
        errors: &[],
        arguments: &[],
        run: prepare,
    },
    Operation {
        name: "activation.drop",
        reads: &["new_contract"],
        writes: &[],
        errors: &[],
        arguments: &[],
        run: drop_prepared,
    },
    Operation {
        name: "activation.activate",
        reads: &["new_contract", "activated_on"],
        writes: &["activation_outcome", "activation_difference", "activation_known"],
        errors: &[],
        arguments: &[],
        run: activate,
    },
];
