//! What a process may have written to the customer.

use procedures::ArgumentKind;

use super::{
    mail::{make, send},
    produce::{ask_customer, closing},
};
use crate::processes::{Argument, Operation};

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "papers.ask_customer",
        reads: &[],
        writes: &[],
        errors: &[],
        arguments: &[],
        run: ask_customer,
    },
    Operation { name: "papers.closing", reads: &[], writes: &[], errors: &[], arguments: &[], run: closing },
    Operation {
        name: "papers.make",
        reads: &[],
        writes: &["sent_by"],
        errors: &[],
        arguments: &[
            Argument::needed("kind", ArgumentKind::Paper),
            Argument::free("send", ArgumentKind::Any),
            Argument::free("by", ArgumentKind::Any),
        ],
        run: make,
    },
    Operation {
        name: "messages.mail",
        reads: &[],
        writes: &[],
        errors: &[],
        arguments: &[
            Argument::needed("text", ArgumentKind::MailText),
            Argument::free("optional", ArgumentKind::Any),
            Argument::free("values", ArgumentKind::Any),
        ],
        run: send,
    },
];

/// The paper an operation makes on its own; none for those that are told which, or that make none.
pub(crate) fn made_by(operation: &str) -> Option<&'static str> {
    match operation {
        "papers.closing" => Some("closing"),
        "case.refuse" => Some("refusal"),
        _ => None,
    }
}
