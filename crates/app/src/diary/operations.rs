//! What a process may put into the diary.

use procedures::ArgumentKind;

use super::visit::{close_visit, put_deadline, put_visit};
use crate::processes::{Argument, Operation};

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "diary.deadline",
        reads: &[],
        writes: &[],
        errors: &[],
        arguments: &[],
        run: put_deadline,
    },
    Operation {
        name: "diary.visit",
        reads: &[],
        writes: &[],
        errors: &[],
        arguments: &[Argument::free("on", ArgumentKind::Any)],
        run: put_visit,
    },
    Operation {
        name: "diary.close_visit",
        reads: &["visit_outcome"],
        writes: &[],
        errors: &[],
        arguments: &[],
        run: close_visit,
    },
];
