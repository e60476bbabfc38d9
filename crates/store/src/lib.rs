//! The SQL of Sportello: one file for each aggregate, with its statements, its rows and their mapping.
//!
//! Functions take a [`db::Tx`] and answer with values of `domain`. Nothing here decides: rules live in `domain`,
//! operations in `app`. A thing that a person acts on is loaded through `for_action`, which answers with
//! [`Authorised`]: forgetting the check does not compile.

pub mod accounts;
pub mod audit;
pub mod audit_list;
pub mod cases;
pub mod cash;
pub mod charges;
mod ctx;
pub mod distributor;
pub mod links;
pub mod outbox;
pub mod prices;
pub mod registry;
pub mod sequence;
pub mod work;

pub use ctx::{Authorised, Ctx, Denied, Lookup};
pub use db::{self, Db, DbError, Retryable, Tx};

/// Every statement of this crate, so that a test can prepare all of them on both engines.
#[must_use]
pub fn all_statements() -> Vec<&'static db::Statement> {
    [
        accounts::failure::ALL,
        accounts::office::ALL,
        accounts::session::ALL,
        accounts::token::ALL,
        accounts::user::ALL,
        audit::ALL,
        cases::appointment::ALL,
        cases::bulk::ALL,
        cases::case::ALL,
        cases::comment::ALL,
        cases::counts::ALL,
        cases::document::ALL,
        cases::fact::ALL,
        cases::list::ALL,
        cases::paper_check::ALL,
        cases::process::ALL,
        cases::saved_view::ALL,
        cases::task::ALL,
        charges::ALL,
        links::ALL,
        outbox::billing::ALL,
        outbox::mail::ALL,
        prices::ALL,
        sequence::ALL,
        work::incident::ALL,
        work::job::ALL,
    ]
    .into_iter()
    .chain(cash::all_statements())
    .chain(distributor::all_statements())
    .chain(registry::all_statements())
    .flatten()
    .collect()
}
