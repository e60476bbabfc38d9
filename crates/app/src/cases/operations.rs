//! What any process may do to its own case.

use procedures::ArgumentKind;

use super::{
    follow_up::open_by_process,
    hand_over::assign_by_process,
    hold::hold_by_process,
    origin::{FOLLOWS, origin_by_process},
    outcome::{
        admit_by_process, cancel_by_process, comment_by_process, fulfil_by_process, record_by_process,
        record_fact_by_process, refuse_by_process,
    },
    reclassify::reclassify_by_process,
    related::{link_by_process, tell_linked_by_process},
    start::start_by_process,
};
use crate::processes::{Argument, CallAnswer, Operation};

/// An operation of a case that reads, sets and answers nothing.
const fn plain(
    name: &'static str,
    arguments: &'static [Argument],
    run: fn(&mut crate::processes::Run<'_, '_>) -> Result<CallAnswer, crate::Error>,
) -> Operation {
    Operation { name, reads: &[], writes: &[], errors: &[], arguments, run }
}

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "case.start",
        reads: &[],
        writes: &["reclassified"],
        errors: &[],
        arguments: &[
            Argument::free("on", ArgumentKind::Any),
            Argument::free("fact", ArgumentKind::Fact),
            Argument::free("origin", ArgumentKind::Any),
        ],
        run: start_by_process,
    },
    Operation {
        name: "case.origin",
        reads: &[],
        writes: &["origin", "sector", FOLLOWS],
        errors: &[],
        arguments: &[],
        run: origin_by_process,
    },
    plain("case.record", &[], record_by_process),
    plain("case.admit", &[], admit_by_process),
    plain(
        "case.refuse",
        &[Argument::free("reason", ArgumentKind::Any), Argument::free("by", ArgumentKind::Any)],
        refuse_by_process,
    ),
    plain("case.fulfil", &[], fulfil_by_process),
    plain("case.cancel", &[Argument::free("reason", ArgumentKind::Any)], cancel_by_process),
    plain("case.comment", &[Argument::needed("text", ArgumentKind::Any)], comment_by_process),
    plain("case.status", &[], admit_by_process),
    plain(
        "facts.record",
        &[
            Argument::free("fact", ArgumentKind::Fact),
            Argument::free("on", ArgumentKind::Any),
            Argument::free("document", ArgumentKind::Any),
        ],
        record_fact_by_process,
    ),
    plain(
        "case.reclassify",
        &[Argument::needed("procedure", ArgumentKind::Procedure)],
        reclassify_by_process,
    ),
    Operation {
        name: "case.link",
        reads: &[],
        writes: &["linked_answer"],
        errors: &[],
        arguments: &[
            Argument::needed("number", ArgumentKind::Any),
            Argument::free("waits", ArgumentKind::Any),
        ],
        run: link_by_process,
    },
    plain("case.tell_linked", &[Argument::free("message", ArgumentKind::Any)], tell_linked_by_process),
    plain("case.assign", &[Argument::needed("role", ArgumentKind::Any)], assign_by_process),
    Operation {
        name: "case.open",
        reads: &[],
        writes: &["linked_case"],
        errors: &[],
        arguments: &[
            Argument::needed("procedure", ArgumentKind::Procedure),
            Argument::free("data", ArgumentKind::Any),
            Argument::free("hand", ArgumentKind::Any),
            Argument::free("fact", ArgumentKind::Fact),
            Argument::free("on", ArgumentKind::Any),
            Argument::free("document", ArgumentKind::Any),
        ],
        run: open_by_process,
    },
    plain(
        "clocks.hold",
        &[
            Argument::needed("as", ArgumentKind::Any),
            Argument::free("cause", ArgumentKind::Any),
            Argument::free("from", ArgumentKind::Any),
            Argument::free("to", ArgumentKind::Any),
            Argument::free("document", ArgumentKind::Any),
            Argument::free("stops", ArgumentKind::Any),
        ],
        hold_by_process,
    ),
];
