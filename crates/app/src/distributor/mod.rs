//! What distributors are asked and what they answer.
//!
//! A request leaves in the transaction of the step that decided it. Answers come in files: each message is kept, judged
//! by `domain::distributor::judge`, and applied to its case, passed over, or laid aside for a person. An applied message
//! waits beside its case until the process reads it, so that it does not matter whether the process was waiting for it.

mod apply;
mod of_case;
mod operations;
mod quarantine;
mod read;
mod submit;
mod take;
mod undo;

pub use apply::{apply, apply_from_folder};
pub(crate) use of_case::exchanged;
pub use of_case::{Exchanged, ExchangedState};
pub(crate) use operations::OPERATIONS;
pub use quarantine::{assign, dismiss, quarantined};
pub(crate) use submit::of_point;
pub use take::{FileSeen, RowSeen, Taken, list, show, take_in};
pub use undo::undo;

pub use store::distributor::{file::File, row::Row};

use domain::access::{Action, Resource};

use crate::{Ctx, Error};

/// Who may bring files in, apply and undo them: whoever may see imports and change cases.
fn require(ctx: &Ctx) -> Result<(), Error> {
    ctx.require(Resource::Import, Action::Read)?;
    Ok(ctx.require(Resource::Case, Action::Update)?)
}
