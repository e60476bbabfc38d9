//! What a process may do about signed links.

use procedures::ArgumentKind;

use super::issue::issue_by_process;
use crate::processes::{Argument, Operation};

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[Operation {
    name: "links.issue",
    reads: &[],
    writes: &[],
    errors: &[],
    arguments: &[
        Argument::needed("task", ArgumentKind::Task),
        Argument::needed("until", ArgumentKind::Any),
        Argument::needed("asks", ArgumentKind::TaskFields),
        Argument::free("shows", ArgumentKind::Answers),
        Argument::free("sets", ArgumentKind::TaskAnswers),
        Argument::free("on", ArgumentKind::TaskField),
        Argument::free("proof", ArgumentKind::TaskField),
    ],
    run: issue_by_process,
}];
