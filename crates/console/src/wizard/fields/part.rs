//! What is sent back while a form is filled in: as little as changed, so that nothing is taken from under the fingers of
//! who types. A line comes back alone with its message, a list whole, else the form; what is worked out goes along.

use axum::{
    http::{HeaderMap, HeaderValue},
    response::{Html, IntoResponse, Response},
};
use texts::Texts;
use web::Failure;

use super::edit::Edited;
use crate::views::form::{FieldView, Outputs, SectionView, Widget};

/// What of a form is sent back.
pub(crate) enum Part {
    /// A field, in place of the one that changed.
    Field(FieldView),
    /// A list.
    List(FieldView),
    /// The form.
    Whole,
}

/// The name of the control that changed, as htmx says it.
pub(crate) fn changed(headers: &HeaderMap) -> String {
    headers.get("hx-trigger-name").and_then(|name| name.to_str().ok()).unwrap_or_default().to_owned()
}

/// What is sent back when a control changed, or a button of a list was pressed.
pub(crate) fn of(sections: &[SectionView], changed: &str, edited: Option<&Edited>) -> Part {
    let changed = edited.map_or(changed, |edited| edited.list.as_str());
    let inside = |field: &FieldView| {
        let own = field.field.name.as_str();
        own == changed || changed.strip_prefix(own).is_some_and(|rest| rest.starts_with('.'))
    };
    let Some(outer) = sections.iter().flat_map(|section| &section.fields).find(|field| inside(field)) else {
        return Part::Whole;
    };
    let is_list = matches!(outer.widget, Widget::Rows(_) | Widget::Lines(_) | Widget::Bills(_));
    match outer.with_inner().find(|field| field.field.name == changed) {
        Some(field) if field.stands_alone() => Part::Field(field.clone()),
        _ if is_list => Part::List(outer.clone()),
        _ => Part::Whole,
    }
}

/// Everything in a form that is worked out, to be sent along; what stands in a list that comes back whole is there.
fn outputs<'a>(t: &'a Texts, sections: &[SectionView], whole: &str) -> Outputs<'a> {
    let mut outputs = Outputs { t, fields: Vec::new(), amounts: Vec::new() };
    let fields = sections.iter().flat_map(|section| &section.fields);
    for field in fields.filter(|field| field.field.name != whole) {
        for inner in field.with_inner() {
            if let Widget::Shown(words) = &inner.widget {
                outputs.fields.push((inner.field.clone(), words.clone(), inner.columns()));
            }
        }
        if let Widget::Lines(list) = &field.widget {
            outputs.amounts.extend(list.amounts(&field.field.name));
        }
    }
    outputs
}

impl Part {
    /// Draws it, with what is worked out; a form is drawn by `whole`. With the place it goes to when that is not the
    /// one that asked: `form` is the selector of the form.
    ///
    /// # Errors
    /// When a template cannot be drawn.
    pub(crate) fn draw(
        &self,
        t: &Texts,
        sections: &[SectionView],
        form: &str,
        whole: impl FnOnce() -> askama::Result<String>,
    ) -> Result<(String, Option<HeaderValue>), Failure> {
        let (field, place) = match self {
            Self::Whole => return Ok((whole()?, HeaderValue::from_str(form).ok())),
            Self::Field(field) => (field, None),
            Self::List(field) => (field, Some(format!("[id='{}-campo']", field.field.name))),
        };
        let mut text = askama::Template::render(&field.drawn(t))?;
        let whole = place.as_ref().map_or("", |_| field.field.name.as_str());
        text.push_str(&askama::Template::render(&outputs(t, sections, whole))?);
        Ok((text, place.and_then(|place| HeaderValue::from_str(&place).ok())))
    }
}

/// The answer, put where it belongs.
pub(crate) fn placed(text: String, place: Option<HeaderValue>) -> Response {
    let mut response = Html(text).into_response();
    if let Some(place) = place {
        let headers = response.headers_mut();
        headers.insert("hx-retarget", place);
        headers.insert("hx-reswap", HeaderValue::from_static("outerHTML"));
    }
    response
}
