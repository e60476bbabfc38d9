//! Keeping a draft while it is filled in: nothing is refused, what was typed is kept as far as it can be read. Only what
//! somebody else changed meanwhile is not overwritten: both values are shown.

use app::{
    Error,
    cases::{Given, answer, show, show_form},
};
use axum::http::HeaderMap;
use routes::{
    Route,
    console::{VolturaDraft, VolturaStep},
};
use web::{Answer, Form, PageCtx, Url};

use super::{
    conflict,
    fields::{self, edit, part},
    step,
};

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
    let (mut form, edited) = edit::rows(form);
    let element = form.text("compito").to_owned();
    let asked = || async {
        let fields = show_form(&cx.app, &cx.ctx, case, &element).await?;
        Ok::<Vec<String>, Error>(fields.into_iter().map(|field| field.name).collect())
    };
    let before = asked().await?;
    let view = show(&cx.app, &cx.ctx, case).await?;
    let mut raw = fields::raw(&form);
    fields::hand_in(&cx, &view, &element, &mut form, &mut raw).await?;
    let given = Given {
        element: element.clone(),
        raw,
        version: form.parsed("version", "required")?,
        window: form.given("finestra").map(str::to_owned),
        draft: true,
        ..Given::default()
    };
    let kept = match answer(&cx.app, &cx.ctx, case, given).await {
        Ok(kept) => kept,
        Err(Error::Conflict(fields)) => {
            let view = show(&cx.app, &cx.ctx, case).await?;
            let back = VolturaStep::new(case, element.as_str()).url();
            return conflict::in_place(&cx, &view, &back, &fields, &form).await;
        }
        Err(error) => return Err(error.into()),
    };
    if !cx.htmx || form.text("parte") == WHOLE {
        return Ok(cx.done(&VolturaStep::new(case, element).url(), cx.t.wizard_kept()));
    }
    let view = show(&cx.app, &cx.ctx, case).await?;
    // Gaps are not yet faults while somebody types; once the step was sent, they are until they are filled.
    let sent = form.has("errori");
    let problems: Vec<_> =
        kept.problems.into_iter().filter(|problem| sent || problem.code != "required").collect();
    let asks_else = before != asked().await?;
    let sent = step::Sent { typed: Some(&form), problems: &problems, edited: edited.as_ref() };
    step::part(&cx, &view, &element, (sent, &part::changed(&headers), asks_else)).await
}
