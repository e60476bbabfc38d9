//! What a process may do about money its customer owes.

use procedures::ArgumentKind;

use super::{ask::ask_by_process, settle::settle_by_process};
use crate::processes::{Argument, Operation};

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "charges.ask",
        reads: &[],
        writes: &[],
        errors: &[],
        arguments: &[
            Argument::needed("what", ArgumentKind::Any),
            Argument::needed("amount", ArgumentKind::Any),
            Argument::free("task", ArgumentKind::Task),
        ],
        run: ask_by_process,
    },
    Operation {
        name: "charges.settle",
        reads: &[],
        writes: &[],
        errors: &[],
        arguments: &[
            Argument::free("on", ArgumentKind::Any),
            Argument::free("document", ArgumentKind::Any),
            Argument::free("drop", ArgumentKind::Any),
        ],
        run: settle_by_process,
    },
];
