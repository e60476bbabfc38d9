//! What a search inside a form found, alone: while somebody types.

use app::cases;
use routes::console::VolturaMatches;
use web::{Answer, Asked, PageCtx, Url};

use super::picks;
use crate::views::form::FoundPart;

/// A search: `<field>.q` with what was typed.
pub(super) async fn show(
    cx: PageCtx,
    Url(VolturaMatches { case }): Url<VolturaMatches>,
    Asked(query): Asked<Vec<(String, String)>>,
) -> Answer {
    let view = cases::show(&cx.app, &cx.ctx, case).await?;
    let (name, text) = query
        .iter()
        .find_map(|(name, value)| Some((name.strip_suffix(".q")?.to_owned(), value.trim().to_owned())))
        .ok_or(app::Error::NotFound { kind: "page" })?;
    let chosen = view.case.data.get(&name).and_then(|id| id.as_str()).unwrap_or_default().to_owned();
    let search = picks::search(&cx, &view, &name, &text, &chosen).await?;
    cx.page(&FoundPart { t: cx.t, name, search })
}
