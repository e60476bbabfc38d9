//! Two people changed the same answers: which one stays is asked answer by answer. An answer that is a list is chosen
//! whole: its rows are told in words, and sent along or put in place of the stored ones.

use app::{
    Conflict,
    cases::{AskedField, CaseView, show_form},
};
use axum::http::HeaderValue;
use serde_json::Value as Json;
use web::{
    Answer, Failure, Form, PageCtx,
    layout::{Area, ConflictField, ConflictPage, Link},
};

use super::{
    answers::{self, Known},
    fields::stored_as_typed,
    tasks,
};

/// The choice about a list is sent under its name with this before it.
const CHOICE: &str = "scelta.";
/// The two answers to it.
const MINE: &str = "mia";
const THEIRS: &str = "loro";

/// The kinds of answers that are lists.
fn is_list(field: &AskedField) -> bool {
    matches!(field.kind.as_str(), "group" | "price_lines" | "bills")
}

/// Whether a name belongs to a list: the list itself, or a field of its rows.
fn of_list(list: &str, name: &str) -> bool {
    name.strip_prefix(list).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// What was sent for an element of a case and meets changes of somebody else.
pub(crate) struct Clash<'a> {
    /// The case as it is now.
    pub view: &'a CaseView,
    /// The element whose form was sent.
    pub element: &'a str,
    /// Where the choice is sent.
    pub back: &'a str,
    /// What differs.
    pub fields: &'a [Conflict],
    /// What was sent.
    pub form: &'a Form,
}

impl Clash<'_> {
    /// The page that asks which value of each field stays.
    ///
    /// # Errors
    /// From the operation that reads the form.
    pub(crate) async fn page(&self, cx: &PageCtx) -> Answer {
        let (t, view, form) = (cx.t, self.view, self.form);
        let say = |name: &str| view.pack.texts.or_key(t.lang(), &format!("field-{}", name.replace('_', "-")));
        let asked = show_form(&cx.app, &cx.ctx, view.case.id, self.element).await?;
        let known = Known::of(cx, view, &tasks::reached(view)).await?;
        let lists: Vec<&str> =
            asked.iter().filter(|field| is_list(field)).map(|field| field.name.as_str()).collect();
        let words = |name: &str, text: &str| {
            let value: Json = serde_json::from_str(text).unwrap_or(Json::Null);
            answers::text(cx, view, &known, name, &value).unwrap_or_default()
        };
        let asks = |field: &Conflict| {
            let (name, label) = (field.field.clone(), say(&field.field));
            if lists.contains(&name.as_str()) {
                let told = (words(&name, &field.mine), words(&name, &field.theirs));
                let name = format!("{CHOICE}{name}");
                return ConflictField {
                    name,
                    label,
                    yours: MINE.into(),
                    theirs: THEIRS.into(),
                    told: Some(told),
                };
            }
            ConflictField { name, label, yours: field.mine.clone(), theirs: field.theirs.clone(), told: None }
        };
        // The rows of one's own list go along: the choice says whether they stay.
        let asked_again = |name: &str| {
            let differs = self.fields.iter().any(|field| field.field == name);
            differs && !lists.contains(&name)
        };
        let last = view.audit.first();
        let page = ConflictPage {
            t,
            frame: cx.frame(t.errors_conflict_title(), Some(Area::Cases)),
            what: format!("{} {}", view.case.procedure, view.case.number),
            who: last.map(|entry| entry.actor.clone()).unwrap_or_default(),
            when: t.moment_near(view.case.changed_at, cx.today()),
            action: self.back.to_owned(),
            version: view.case.version,
            fields: self.fields.iter().map(asks).collect(),
            kept: form
                .fields()
                .iter()
                .filter(|(name, _)| name != "version" && !asked_again(name) && !name.starts_with(CHOICE))
                .cloned()
                .collect(),
            back: Link::new(t.words_cancel(), self.back),
        };
        cx.conflict(&page)
    }

    /// The same page when a field asked for it: it is shown in place of the page.
    ///
    /// # Errors
    /// As [`Clash::page`].
    pub(crate) async fn in_place(&self, cx: &PageCtx) -> Answer {
        let mut shown = self.page(cx).await?;
        let headers = shown.headers_mut();
        for (name, value) in
            [("hx-retarget", "#contenuto"), ("hx-reselect", "#contenuto"), ("hx-reswap", "outerHTML")]
        {
            headers.insert(name, HeaderValue::from_static(value));
        }
        Ok(shown)
    }
}

/// The form with the lists that were chosen: one's own stay as they were sent, the stored ones take their place.
///
/// # Errors
/// From the operation that reads the form.
pub(crate) async fn settled(
    cx: &PageCtx,
    view: &CaseView,
    element: &str,
    form: Form,
) -> Result<Form, Failure> {
    if form.fields().iter().all(|(name, _)| !name.starts_with(CHOICE)) {
        return Ok(form);
    }
    let mut fields = form.fields().to_vec();
    for field in
        show_form(&cx.app, &cx.ctx, view.case.id, element).await?.iter().filter(|field| is_list(field))
    {
        if form.text(&format!("{CHOICE}{}", field.name)) == THEIRS {
            fields.retain(|(name, _)| !of_list(&field.name, name));
            fields.extend(stored_as_typed(field, view.case.data.get(&field.name)));
        }
    }
    fields.retain(|(name, _)| !name.starts_with(CHOICE));
    Ok(form.with_fields(fields))
}
