//! The work queue: cases with views, filters and acts on the ticked rows.

mod acts;
mod filter;
mod present;

use app::cases;
use axum::{
    Router,
    routing::{get, post},
};
use routes::{
    Query, Route,
    console::{self as at, CaseListQuery},
};
use web::{
    Answer, AppState, Asked, Failure, PageCtx,
    layout::{Area, Field, KeyHint},
};

use crate::{
    standing::Names,
    views::queue::{QueuePage, QueueRows},
};

/// The routes of this folder.
pub fn router() -> Router<AppState> {
    Router::new()
        .route(at::CaseList::PATH, get(show))
        .route(at::CaseRows::PATH, get(part))
        .route(at::CaseBulk::PATH, post(acts::submit))
}

/// `/richieste`.
async fn show(cx: PageCtx, Asked(query): Asked<CaseListQuery>) -> Answer {
    let t = cx.t;
    let names = Names::read(&cx).await?;
    let rows = rows(&cx, &names, &query).await?;
    let chips = present::chips(t, &names, &query);
    let bare = CaseListQuery { view: query.view.clone(), ..CaseListQuery::default() };
    let pairs: Vec<String> = query.pairs().iter().map(|(name, value)| format!("{name}={value}")).collect();
    let mut frame = cx.frame(t.queue_title(), Some(Area::Cases));
    frame.status = String::new();
    frame.keys = vec![
        KeyHint::new("J K", t.queue_key_scroll()),
        KeyHint::new("X", t.queue_key_select()),
        KeyHint::new("F", t.queue_key_filter()),
        KeyHint::new("A", t.queue_key_assign()),
    ];
    cx.page(&QueuePage {
        t,
        frame,
        order: present::order_name(t, &query),
        export: at::CaseListFile::new().with(&query),
        views: present::views(t, &query),
        view: query.view.clone(),
        chips,
        cleared: at::CaseList::new().with(&bare),
        update_view: None,
        filters_now: pairs.join("&"),
        fields: present::fields(t, &names, &query),
        view_name: Field::text("nome", t.queue_view_name()),
        rows,
        acts: acts::bar(t),
    })
}

/// The rows alone.
async fn part(cx: PageCtx, Asked(query): Asked<CaseListQuery>) -> Answer {
    let names = Names::read(&cx).await?;
    let rows = rows(&cx, &names, &query).await?;
    cx.page(&rows)
}

async fn rows(cx: &PageCtx, names: &Names, query: &CaseListQuery) -> Result<QueueRows<'static>, Failure> {
    let (asked, from) = filter::read(cx, query);
    let (page, total) = cases::list(&cx.app, &cx.ctx, asked).await?;
    Ok(present::rows(cx, names, query, &page.cases, page.next.as_deref(), from, total))
}
