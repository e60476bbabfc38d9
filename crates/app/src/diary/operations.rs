//! What a process may put into the diary.

use procedures::ArgumentKind;

use super::{
    appoint::appoint,
    visit::{close_visit, put_deadline, put_visit},
};
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
        arguments: &[Argument::free("on", ArgumentKind::Any), Argument::free("arrived", ArgumentKind::Any)],
        run: close_visit,
    },
    Operation {
        name: "diary.appoint",
        reads: &[],
        writes: &[],
        errors: &[],
        arguments: &[
            Argument::needed("asked_on", ArgumentKind::Any),
            Argument::needed("offered_on", ArgumentKind::Any),
            Argument::needed("offered_band", ArgumentKind::Any),
            Argument::needed("on", ArgumentKind::Any),
            Argument::needed("band", ArgumentKind::Any),
            Argument::free("moved_by", ArgumentKind::Any),
            Argument::free("role", ArgumentKind::Any),
            Argument::free("crew", ArgumentKind::Any),
        ],
        run: appoint,
    },
];
