//! Two people changed the same answers: what each wrote is shown, and the choice is taken.

use app::{
    cases::{CaseView, Given, show as show_case},
    registry::show_customer,
};
use axum::http::HeaderValue;
use kernel::{CaseId, PartyId};
use serde_json::Value as Json;
use web::{
    Answer, Form, PageCtx,
    layout::{Area, ConflictField, ConflictPage, Link},
};

use super::{
    answers::{self, Known},
    tasks,
};
use crate::case::log::{actor, sentence_case, who};

/// What a choice is sent as: this, and the field's name.
pub(super) const CHOICE: &str = "scelta.";
/// The choice of what is stored.
const THEIRS: &str = "altrui";

/// The page that asks which value of each field stays. Everything typed goes along unchanged: a choice names the field,
/// so that an answer of several parts stays whole.
pub(crate) async fn page(
    cx: &PageCtx,
    view: &CaseView,
    back: &str,
    fields: &[app::Conflict],
    form: &Form,
) -> Answer {
    let t = cx.t;
    let say = |name: &str| view.pack.texts.or_key(t.lang(), &format!("field-{}", name.replace('_', "-")));
    let known = Known::of(cx, view, &tasks::reached(view)).await?;
    let mut differing = Vec::new();
    for field in fields {
        differing.push(ConflictField {
            name: format!("{CHOICE}{}", field.field),
            label: say(&field.field),
            yours: value(cx, view, &known, &field.field, &field.mine).await,
            theirs: value(cx, view, &known, &field.field, &field.theirs).await,
        });
    }
    let page = ConflictPage {
        t,
        frame: cx.frame(t.errors_conflict_title(), Some(Area::Cases)),
        what: format!("{} {}", view.pack.texts.or_key(t.lang(), "procedure"), view.case.number),
        who: changed_by(cx, view),
        when: t.moment_near(view.case.changed_at, cx.today()),
        action: back.to_owned(),
        version: view.case.version,
        fields: differing,
        kept: form
            .fields()
            .iter()
            .filter(|(name, _)| name != "version" && !name.starts_with(CHOICE))
            .cloned()
            .collect(),
        back: Link::new(t.words_cancel(), back),
    };
    cx.conflict(&page)
}

/// The same page when a field asked for it: it is shown in place of the page.
pub(crate) async fn in_place(
    cx: &PageCtx,
    view: &CaseView,
    back: &str,
    fields: &[app::Conflict],
    form: &Form,
) -> Answer {
    let mut shown = page(cx, view, back, fields, form).await?;
    let headers = shown.headers_mut();
    for (name, value) in
        [("hx-retarget", "#contenuto"), ("hx-reselect", "#contenuto"), ("hx-reswap", "outerHTML")]
    {
        headers.insert(name, HeaderValue::from_static(value));
    }
    Ok(shown)
}

/// Who changed the case last: of answers only kept, it says so itself; everything else is in the audit trail.
fn changed_by(cx: &PageCtx, view: &CaseView) -> String {
    app::cases::last_answered_by(&view.case)
        .map(|known| actor(cx.t, &known))
        .or_else(|| view.audit.first().map(|entry| who(cx.t, entry)))
        .unwrap_or_default()
}

/// A value in words. A person is named; what this account may not see keeps its number.
async fn value(cx: &PageCtx, view: &CaseView, known: &Known, name: &str, value: &Json) -> String {
    if let Some(id) = value.as_str().filter(|_| name == "party").and_then(|id| id.parse::<PartyId>().ok())
        && let Ok(found) = show_customer(&cx.app, &cx.ctx, id).await
    {
        return format!("{}, {}", found.party.names.display(), cx.t.wizard_customer(&found.party.number));
    }
    sentence_case(&answers::told(cx, view, known, name, value))
}

/// Puts what was chosen of the stored values in the place of what was typed; tells whether anything was.
pub(crate) async fn choose(
    cx: &PageCtx,
    case: CaseId,
    form: &Form,
    given: &mut Given,
) -> Result<bool, app::Error> {
    let theirs: Vec<&str> = form
        .fields()
        .iter()
        .filter(|(_, value)| value == THEIRS)
        .filter_map(|(name, _)| name.strip_prefix(CHOICE))
        .collect();
    if theirs.is_empty() {
        return Ok(false);
    }
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    for name in theirs {
        let part = format!("{name}.");
        given.raw.retain(|typed, _| typed != name && !typed.starts_with(&part));
        if let Some(stored) = view.case.data.get(name) {
            given.typed.insert(name.to_owned(), stored.clone());
        }
    }
    Ok(true)
}
