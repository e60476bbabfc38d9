//! What a process may have asked of a distributor.

use procedures::ArgumentKind;

use super::{read::read_answer, submit::submit};
use crate::processes::{Argument, Operation};

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "distributor.submit",
        reads: &["supply_point"],
        writes: &["distributor_request"],
        errors: &[],
        arguments: &[Argument::needed("message", ArgumentKind::Any)],
        run: submit,
    },
    Operation {
        name: "distributor.read",
        reads: &["distributor_request"],
        writes: &[
            "distributor_step",
            "distributor_reason",
            "visit_on",
            "visit_from",
            "visit_to",
            "activated_on",
            "meter_found",
            "corrector_found",
            "opening_reading",
            "corrector_reading",
        ],
        errors: &[],
        arguments: &[],
        run: read_answer,
    },
];
