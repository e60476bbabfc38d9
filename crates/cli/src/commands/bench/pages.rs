//! What pages read: a customer, the list of cases, the figures of the role centre.

use std::time::Instant as Stopwatch;

use app::{App, cases::ListQuery};
use serde_json::{Value as Json, json};
use store::registry::party;

use super::{
    base,
    figures::{Times, put},
};
use crate::failure::Failure;

/// Reads and measures each kind.
pub async fn run(app: &App, n: usize) -> Result<Json, Failure> {
    let parties = app
        .db
        .read("bench-parties", |tx| {
            let mut ids = Vec::new();
            for letter in "abcdefgilmnoprstuvz".chars() {
                ids.extend(
                    party::page(tx, &letter.to_string(), kernel::PartyId::from_bytes([0; 16]), 40)?
                        .into_iter()
                        .map(|known| known.id),
                );
            }
            Ok::<_, db::DbError>(ids)
        })
        .await?;
    if parties.is_empty() {
        return Err(Failure::new(
            "this database is empty; fill it with `sportello bench load --customers N` first",
        ));
    }
    let ctx = app.system("bench");
    let mut line = base(app, "pages").await?;
    let mut customers = Times::default();
    for id in parties.iter().cycle().take(n) {
        let began = Stopwatch::now();
        app::registry::show_customer(app, &ctx, *id).await?;
        customers.add(began.elapsed());
    }
    let (mut lists, mut homes) = (Times::default(), Times::default());
    for _ in 0..n {
        let began = Stopwatch::now();
        app::cases::list(app, &ctx, ListQuery { limit: 50, ..ListQuery::default() }).await?;
        lists.add(began.elapsed());
        let began = Stopwatch::now();
        app::cases::home_counts(app, &ctx).await?;
        homes.add(began.elapsed());
    }
    for (name, times) in [("list", lists), ("home", homes)] {
        let mut part = json!({});
        times.into_line(&mut part);
        put(&mut line, name, part);
    }
    customers.into_line(&mut line);
    Ok(line)
}
