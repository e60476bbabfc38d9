//! Keeping a draft while it is filled in: nothing is refused, what was typed is kept as far as it can be read. Only what
//! somebody else changed meanwhile is not overwritten: both values are shown.

use app::{
    Error,
    cases::{Given, answer, show},
};
use axum::http::{HeaderMap, HeaderValue};
use routes::{
    Route,
    console::{VolturaDraft, VolturaStep},
};
use web::{Answer, Form, PageCtx, Url};

use super::{conflict, fields, step};

/// What the button that keeps the draft sends: the whole page comes back, not a part of it.
const WHOLE: &str = "bozza";

/// Keeps the answers of a step. For htmx: the form again when it may ask something else now, else the field that
/// changed; the summary goes along. Without script, and for the button that keeps the draft: the step again.
pub(super) async fn keep(
    cx: PageCtx,
    Url(VolturaDraft { case }): Url<VolturaDraft>,
    headers: HeaderMap,
    form: Form,
) -> Answer {
    let element = form.text("compito").to_owned();
    let given = Given {
        element: element.clone(),
        raw: fields::raw(&form),
        version: form.parsed("version", "required")?,
        window: form.given("finestra").map(str::to_owned),
        draft: true,
        ..Given::default()
    };
    let kept = match answer(&cx.app, &cx.ctx, case, given).await {
        Ok(kept) => kept,
        Err(Error::Conflict(fields)) => {
            let view = show(&cx.app, &cx.ctx, case).await?;
            let mut shown =
                conflict::page(&cx, &view, &VolturaStep::new(case, element).url(), &fields, &form).await?;
            // Sent by a field, shown in place of the page.
            let headers = shown.headers_mut();
            headers.insert("hx-retarget", HeaderValue::from_static("#contenuto"));
            headers.insert("hx-reselect", HeaderValue::from_static("#contenuto"));
            headers.insert("hx-reswap", HeaderValue::from_static("outerHTML"));
            return Ok(shown);
        }
        Err(error) => return Err(error.into()),
    };
    if !cx.htmx || form.text("parte") == WHOLE {
        return Ok(cx.done(&VolturaStep::new(case, element).url(), cx.t.wizard_kept()));
    }
    let view = show(&cx.app, &cx.ctx, case).await?;
    let changed = headers.get("hx-trigger-name").and_then(|name| name.to_str().ok()).unwrap_or_default();
    // Gaps are not yet faults while somebody types; once the step was sent, they are until they are filled.
    let sent = form.has("errori");
    let problems: Vec<_> =
        kept.problems.into_iter().filter(|problem| sent || problem.code != "required").collect();
    step::part(&cx, &view, &element, (&form, changed), &problems).await
}
