//! Lists of cases and the figures of the role centre.

use domain::access::{Action, Resource};
use store::cases::{counts, list as lists};
pub use store::cases::{
    counts::Counts,
    list::{Column, Direction, Filter, Order, Page},
};

use crate::{App, Ctx, Error, read};

/// A page of a list.
#[derive(Clone, Debug, Default)]
pub struct ListQuery {
    /// Which cases.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// The key the page before gave.
    pub after: Option<String>,
    /// How many, 1 to 200.
    pub limit: i64,
}

/// How many days back a request counts as fulfilled lately.
pub const LATELY_DAYS: i64 = 7;

/// The most rows whose number is counted exactly for the head of a list.
const COUNT_LIMIT: i64 = 10_000;

/// A page of cases with how many there are in all (at most ten thousand are counted).
///
/// # Errors
/// [`Error::Denied`] when cases may not be seen.
pub async fn list(app: &App, ctx: &Ctx, query: ListQuery) -> Result<(Page, i64), Error> {
    ctx.require(Resource::Case, Action::Read)?;
    let ctx = ctx.clone();
    read(app, "list-cases", move |tx| {
        let limit = query.limit.clamp(1, 200);
        let page = lists::page(tx, &ctx, &query.filter, query.order, query.after.as_deref(), limit)?;
        let total = lists::count(tx, &ctx, &query.filter, COUNT_LIMIT)?;
        Ok((page, total))
    })
    .await
}

/// The figures of the role centre: fulfilled ones of the last [`LATELY_DAYS`].
///
/// # Errors
/// [`Error::Denied`] when cases may not be seen.
pub async fn home_counts(app: &App, ctx: &Ctx) -> Result<Counts, Error> {
    ctx.require(Resource::Case, Action::Read)?;
    let (ctx, today) = (ctx.clone(), ctx.today());
    let since = ctx.now().plus_seconds(-LATELY_DAYS * 86_400);
    read(app, "home-counts", move |tx| Ok(counts::counts(tx, &ctx, since, today)?)).await
}

/// The last day that is within so many working days from today: the end of what a list calls soon due.
#[must_use]
pub fn due_within(ctx: &Ctx, working_days: i64) -> kernel::Date {
    calendar::Calendar::national().add(calendar::DayUnit::WorkingDay, ctx.today(), working_days)
}
