//! Lists of cases and the figures of the role centre.

use domain::access::{Action, Resource};
pub use store::cases::{
    counts::Counts,
    list::{Column, Direction, Filter, Order, Page},
};
use store::cases::{counts, list as lists};

use kernel::{Date, Instant};

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

/// For how many days the role centre tells what was fulfilled.
pub const FULFILLED_DAYS: i64 = 7;

/// The day from which it does: the list behind the figure begins there too.
#[must_use]
pub fn fulfilled_from(today: Date) -> Date {
    today.saturating_sub(jiff::Span::new().days(FULFILLED_DAYS))
}

/// The figures of the role centre.
///
/// # Errors
/// [`Error::Denied`] when cases may not be seen.
pub async fn home_counts(app: &App, ctx: &Ctx) -> Result<Counts, Error> {
    ctx.require(Resource::Case, Action::Read)?;
    let (ctx, today) = (ctx.clone(), ctx.today());
    let since = first_moment(fulfilled_from(today));
    read(app, "home-counts", move |tx| Ok(counts::counts(tx, &ctx, since, today)?)).await
}

/// The moment a day begins.
#[must_use]
pub fn first_moment(day: Date) -> Instant {
    kernel::clock::rome_moment(day, jiff::civil::Time::midnight()).unwrap_or(Instant::from_micros(0))
}
