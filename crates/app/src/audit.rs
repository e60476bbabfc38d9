//! Reading the audit trail.

use domain::access::{Action, Resource};
pub use store::audit::Entry;
pub use store::audit_list::{Filter, Line};
use store::{audit, audit_list};

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

/// A page of the whole trail with the mark of the next one; none on the last.
pub type AuditPage = (Vec<Line>, Option<String>);

/// The trail, newest first, `limit` lines after a mark.
///
/// # Errors
/// [`Error::Denied`] when the trail may not be seen.
pub async fn page(
    app: &App,
    ctx: &Ctx,
    filter: Filter,
    after: Option<String>,
    limit: i64,
) -> Result<AuditPage, Error> {
    ctx.require(Resource::Audit, Action::Read)?;
    read(app, "audit-page", move |tx| {
        let mut lines = audit_list::page(tx, &filter, after.as_deref(), limit + 1)?;
        let more = i64::try_from(lines.len()).unwrap_or(i64::MAX) > limit;
        if more {
            lines.pop();
        }
        let next = if more { lines.last().map(Line::mark) } else { None };
        Ok((lines, next))
    })
    .await
}
