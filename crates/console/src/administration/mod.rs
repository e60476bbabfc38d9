//! The index of administration, and the list of keys for those without script.

mod audit;

use axum::{Router, routing::get};
use domain::access::{Action, Resource};
use routes::{Route, console as at};
use web::{
    Answer, AppState, PageCtx,
    layout::{Area, Link},
};

use crate::views::administration::{AdministrationPage, KeysPage, Part};

/// The routes of this folder.
pub fn router() -> Router<AppState> {
    Router::new()
        .route(at::Administration::PATH, get(show))
        .route(at::Audit::PATH, get(audit::show))
        .route(at::Keys::PATH, get(keys))
}

/// `/amministrazione`: the parts this account may read.
async fn show(cx: PageCtx) -> Answer {
    let t = cx.t;
    cx.ctx.require(Resource::Import, Action::Read)?;
    let part = |resource: Resource, icon: &'static str, link: Link, meta: String| {
        cx.ctx.may(resource, Action::Read).then_some(Part { icon, link, meta })
    };
    let parts = [
        part(
            Resource::User,
            "users",
            Link::new(t.accounts_title(), at::UserList::new().url()),
            String::new(),
        ),
        part(
            Resource::Import,
            "upload",
            Link::new(t.imports_title(), at::ImportList::new().url()),
            t.imports_meta(),
        ),
        part(
            Resource::Import,
            "upload",
            Link::new(t.exchange_title(), at::ExchangeList::new().url()),
            t.exchange_meta(),
        ),
        part(
            Resource::Incident,
            "alert",
            Link::new(t.incidents_title(), at::IncidentList::new().url()),
            t.incidents_meta(),
        ),
        part(Resource::Audit, "history", Link::new(t.audit_title(), at::Audit::new().url()), t.audit_lead()),
    ];
    cx.page(&AdministrationPage {
        t,
        frame: cx.frame(t.layout_nav_administration(), Some(Area::Administration)),
        parts: parts.into_iter().flatten().collect(),
    })
}

/// `/tasti`.
async fn keys(cx: PageCtx) -> Answer {
    cx.page(&KeysPage { t: cx.t, frame: cx.frame(cx.t.layout_keys(), None) })
}
