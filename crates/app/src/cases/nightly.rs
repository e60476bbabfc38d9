//! Clocks move on while nobody touches a case: every night they are evaluated for the day that begins, so that lists
//! and the home page say what is late without anybody opening it.

use domain::access::Action;
use kernel::CaseId;
use store::cases::case as cases;

use super::clocks::refresh;
use crate::{App, Ctx, Error, read, write};

/// Cases looked up at once.
const PAGE: i64 = 200;

/// Evaluates the clocks of every open case and stores those that changed; answers how many did. Each case is a unit of
/// work of its own: one that cannot be evaluated is reported in the log and does not hold up the others, and being
/// interrupted loses nothing.
///
/// # Errors
/// [`Error::Unavailable`] or [`Error::Busy`] when the database cannot be used; running it again goes on.
pub async fn reevaluate_clocks(app: &App, ctx: &Ctx) -> Result<u64, Error> {
    let (mut after, mut changed) = (CaseId::from_bytes([0; 16]), 0);
    loop {
        let page = read(app, "running-cases", move |tx| Ok(cases::running(tx, after, PAGE)?)).await?;
        let Some(last) = page.last().copied() else { return Ok(changed) };
        for id in page {
            match one(app, ctx, id).await {
                Ok(true) => changed += 1,
                Ok(false) => {}
                Err(error @ (Error::Unavailable(_) | Error::Full(_) | Error::Busy)) => return Err(error),
                Err(error) => tracing::error!(case = %id, %error, "the clocks of a case cannot be evaluated"),
            }
        }
        after = last;
    }
}

async fn one(app: &App, ctx: &Ctx, id: CaseId) -> Result<bool, Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "evaluate-clocks", move |tx| {
        // Gone or closed meanwhile: its clocks stand where they stopped.
        let store::Lookup::Found(case) = cases::for_action(tx, &ctx, id, Action::Update)? else {
            return Ok(false);
        };
        let mut case = case.into_inner();
        let before = case.clock.clone();
        let pack = app_.procedures.version(tx, &case.procedure, case.bundle_version)?;
        refresh(tx, &pack, &mut case, ctx.now())?;
        if case.clock == before {
            return Ok(false);
        }
        if cases::update(tx, &mut case, &ctx)? { Ok(true) } else { Err(Error::Repeat) }
    })
    .await
}
