//! The queue as a spreadsheet: the list that is shown, or the ticked rows.

use app::{Error, cases};
use domain::cases::Case;
use kernel::CaseId;
use routes::console::CaseListQuery;
use web::{Answer, Asked, PageCtx, SheetCell, page};

use super::filter;
use crate::standing::{self, Names};

/// The most rows of a file: a longer list is narrowed by its filters.
const MOST: usize = 10_000;
/// Rows read at once.
const PIECE: i64 = 200;

/// `/richieste.xlsx`.
pub(super) async fn list(cx: PageCtx, Asked(query): Asked<CaseListQuery>) -> Answer {
    let (mut asked, _) = filter::read(&cx, &query);
    asked.limit = PIECE;
    asked.after = None;
    let mut rows: Vec<Case> = Vec::new();
    loop {
        let (piece, _) = cases::list(&cx.app, &cx.ctx, asked.clone()).await?;
        rows.extend(piece.cases);
        asked.after = piece.next;
        if asked.after.is_none() || rows.len() >= MOST {
            break;
        }
    }
    rows.truncate(MOST);
    file(&cx, &rows).await
}

/// Only these cases.
pub(super) async fn ticked(cx: &PageCtx, ids: &[CaseId]) -> Answer {
    let mut rows = Vec::new();
    for id in ids.iter().take(MOST) {
        rows.push(cases::show(&cx.app, &cx.ctx, *id).await?.case);
    }
    file(cx, &rows).await
}

async fn file(cx: &PageCtx, cases: &[Case]) -> Answer {
    let t = cx.t;
    let names = Names::read(cx).await?;
    let heads = vec![
        t.queue_col_number(),
        t.queue_col_procedure(),
        t.queue_col_customer(),
        t.queue_by_state(),
        t.queue_col_risk(),
        t.queue_col_due(),
        t.queue_col_step(),
        t.queue_col_assignee(),
        t.queue_by_from(),
    ];
    let words = SheetCell::Text;
    let rows: Vec<Vec<SheetCell>> = cases
        .iter()
        .map(|case| {
            vec![
                words(case.number.clone()),
                words(names.procedure(&case.procedure)),
                words(case.party_name.clone()),
                words(standing::state(t, case.state).1),
                words(standing::risk(case, cx.today()).label(t)),
                SheetCell::Day(case.clock.as_ref().and_then(|clock| clock.due)),
                words(names.step(case)),
                words(case.assigned_to.map(|id| names.person(id)).unwrap_or_default()),
                SheetCell::Day(case.started_at.map(kernel::Instant::date)),
            ]
        })
        .collect();
    let make = std::sync::Arc::clone(&cx.state.site.sheet);
    let title = t.queue_heading();
    let name = format!("{}-{}.xlsx", title.to_lowercase(), cx.today());
    let made = tokio::task::spawn_blocking(move || make(&title, &heads, &rows)).await;
    let made = made.map_err(|error| Error::Internal(error.to_string()))?;
    let bytes = made.map_err(Error::Internal)?;
    const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(page::file(KIND, &name, false, bytes))
}
