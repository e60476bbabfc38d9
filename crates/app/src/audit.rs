//! Reading the audit trail.

use domain::access::{Action, Resource};
use store::audit;
pub use store::audit::Entry;

use crate::{App, Ctx, Error, read};

/// The most entries about one thing that are read.
const MOST: i64 = 5000;

/// Entries about one thing, newest first.
///
/// # Errors
/// [`Error::Denied`] when the trail may not be seen.
pub async fn of_subject(app: &App, ctx: &Ctx, subject: [u8; 16]) -> Result<Vec<Entry>, Error> {
    ctx.require(Resource::Audit, Action::Read)?;
    read(app, "audit-of", move |tx| Ok(audit::of_subject(tx, subject, MOST)?)).await
}
