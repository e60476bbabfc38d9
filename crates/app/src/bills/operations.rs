//! What a process may do with the bills its case is about.

use procedures::ArgumentKind;

use super::{
    hold::{hold_by_process, release_by_process},
    watch::watch_by_process,
};
use crate::processes::{Argument, Operation};

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "bills.hold",
        reads: &[],
        writes: &[],
        errors: &[],
        arguments: &[
            Argument::needed("bills", ArgumentKind::Any),
            Argument::needed("reason", ArgumentKind::Any),
        ],
        run: hold_by_process,
    },
    Operation {
        name: "bills.release",
        reads: &[],
        writes: &[],
        errors: &[],
        arguments: &[],
        run: release_by_process,
    },
    Operation {
        name: "bills.watch",
        reads: &[],
        writes: &[],
        errors: &[],
        arguments: &[Argument::needed("bills", ArgumentKind::Any)],
        run: watch_by_process,
    },
];
