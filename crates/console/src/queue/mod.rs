//! The work queue: cases with views, filters and acts on the ticked rows.

mod acts;
mod export;
mod filter;
mod next;
mod present;
mod saved;

use app::cases;
use axum::{
    Router,
    routing::{get, post},
};
use routes::{
    Route,
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
        .route(at::CaseNext::PATH, post(next::take))
        .route(at::CaseViews::PATH, post(saved::submit))
        .route(at::CaseListFile::PATH, get(export::list))
}

/// `/richieste`.
async fn show(cx: PageCtx, Asked(query): Asked<CaseListQuery>) -> Answer {
    let t = cx.t;
    let names = Names::read(&cx).await?;
    let rows = rows(&cx, &names, &query).await?;
    let chips = present::chips(t, &names, &query);
    let bare = CaseListQuery {
        view: query.view.clone(),
        columns: query.columns.clone(),
        ..CaseListQuery::default()
    };
    let views = cases::saved_views(&cx.app, &cx.ctx).await?;
    let counts = counts(&cx, &views).await?;
    let acts = acts::bar(&cx).await?;
    let filters_now = saved::kept(&query);
    // One's own view can be brought up to the filters in use, or removed.
    let own = views
        .iter()
        .find(|view| Some(view.id.to_string()) == query.view && Some(view.user_id) == cx.ctx.user());
    let mut frame = cx.frame(t.queue_title(), Some(Area::Cases));
    frame.status = String::new();
    frame.keys = vec![
        KeyHint::new("J K", t.queue_key_scroll()),
        KeyHint::new("X", t.queue_key_select()),
        KeyHint::new(format!("{} X", t.layout_key_shift()), t.queue_key_until()),
        KeyHint::new("F", t.queue_key_filter()),
    ];
    let may_take = crate::home::may_take(&cx);
    frame.keys.extend(may_take.then(|| KeyHint::new("T", t.queue_key_next())));
    frame.keys.extend(
        acts.acts.iter().filter(|act| act.key == "A").map(|act| KeyHint::new("A", act.label.to_lowercase())),
    );
    cx.page(&QueuePage {
        t,
        frame,
        order: present::order_name(t, &query),
        export: at::CaseListFile::new().with(&query),
        views: present::views(&cx, &query, &views, &counts),
        view: query.view.clone(),
        chips,
        cleared: at::CaseList::new().with(&bare),
        update_view: own.filter(|view| view.query != filters_now).map(|view| view.id.to_string()),
        remove_view: own.map(|view| view.id.to_string()),
        filters_now,
        fields: present::fields(t, &names, &query),
        view_name: Field::text("nome", t.queue_view_name()),
        columns: query.columns.clone(),
        choosable: present::choosable(t, &query),
        rows,
        acts,
        may_take,
        may_import: crate::exchange::may_import(&cx),
    })
}

/// The most cases of a view that are counted: what lies beyond is shown as "999+".
const MOST_COUNTED: i64 = 1000;

/// How many cases each view holds: those everybody has, then the saved ones.
async fn counts(cx: &PageCtx, views: &[cases::SavedView]) -> Result<Vec<i64>, Failure> {
    let common = filter::views(cx)
        .into_iter()
        .map(|code| CaseListQuery { view: Some(code.to_owned()), ..CaseListQuery::default() });
    let saved = views.iter().map(|view| saved::filters(&view.query));
    let filters = common.chain(saved).map(|query| filter::read(cx, &query).0.filter).collect();
    Ok(cases::view_counts(&cx.app, &cx.ctx, filters, MOST_COUNTED).await?)
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
