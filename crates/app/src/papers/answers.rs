//! The answers of a case as its letters show them: in the customer's words.

use domain::registry::change::Change;
use kernel::{Date, Lang};
use procedures::{Field, FieldKind};
use serde_json::{Map, Value as Json, json};

use super::data::{choice, word};
use crate::processes::Run;

/// What the program keeps among the answers for itself, or hands to letters under a name of its own.
const OWN: [&str; 5] = ["asking_party", "draft_window", "changes", "findings", "activation_known"];

/// Every answer by its name: a choice as its label, also in the rows of a group, a line of the price list with its name in
/// that language, a reason as its sentence, everything else as it is. Files are left out: they are papers.
pub(super) fn labelled(run: &Run<'_, '_>, lang: Lang) -> Json {
    let mut shown = Map::new();
    for (name, value) in &run.case.data {
        let field = run.pack.forms.values().flat_map(|form| &form.fields).find(|field| field.name == *name);
        if OWN.contains(&name.as_str()) || field.is_some_and(|field| field.kind == FieldKind::Attachment) {
            continue;
        }
        shown.insert(name.clone(), in_words(run, lang, name, field, value));
    }
    Json::Object(shown)
}

fn in_words(run: &Run<'_, '_>, lang: Lang, name: &str, field: Option<&Field>, value: &Json) -> Json {
    let label = |code: &str| choice(run, lang, name, code);
    let words = match (field.map(|field| field.kind), value) {
        (Some(FieldKind::Choice), Json::String(code)) => label(code).map(Json::String),
        (Some(FieldKind::Choice), Json::Array(codes)) => {
            let all =
                codes.iter().filter_map(Json::as_str).map(|code| label(code).unwrap_or(code.to_owned()));
            Some(json!(all.collect::<Vec<_>>()))
        }
        (Some(FieldKind::Group), Json::Array(rows)) => {
            let inner = field.map(|field| field.fields.as_slice()).unwrap_or_default();
            Some(rows.iter().map(|row| row_in_words(run, lang, inner, row)).collect())
        }
        (Some(FieldKind::PriceLines), Json::Array(lines)) => {
            Some(lines.iter().map(|line| line_in_words(lang, line)).collect())
        }
        (_, Json::String(code)) if name.ends_with("_reason") => {
            word(run, lang, &format!("reason-{}", code.replace('_', "-"))).map(Json::String)
        }
        _ => None,
    };
    words.unwrap_or_else(|| value.clone())
}

fn row_in_words(run: &Run<'_, '_>, lang: Lang, fields: &[Field], row: &Json) -> Json {
    let Some(row) = row.as_object() else { return row.clone() };
    let said = row.iter().map(|(name, value)| {
        let field = fields.iter().find(|field| field.name == *name);
        (name.clone(), in_words(run, lang, name, field, value))
    });
    Json::Object(said.collect())
}

/// A line keeps its name in both languages.
fn line_in_words(lang: Lang, line: &Json) -> Json {
    let mut line = line.clone();
    let english = line.get("label_en").cloned().filter(|_| lang == Lang::En);
    if let (Some(label), Some(line)) = (english, line.as_object_mut()) {
        line.insert("label".to_owned(), label);
    }
    line
}

/// What changes of a party, field by field: label, old and new.
pub(super) fn changes(run: &Run<'_, '_>, lang: Lang) -> Vec<Json> {
    let changes = run.case.data.get("changes").cloned().unwrap_or_default();
    let changes: Vec<Change> = serde_json::from_value(changes).unwrap_or_default();
    let shown = changes.iter().map(|change| {
        let key = format!("field-{}", change.field.replace('_', "-"));
        let label = word(run, lang, &key).unwrap_or_else(|| change.field.clone());
        json!({ "field": change.field, "label": label, "old": day(&change.old), "new": day(&change.new) })
    });
    shown.collect()
}

/// A day as people write it; other values as they are.
pub(super) fn day(value: &str) -> String {
    value.parse::<Date>().map_or_else(
        |_| value.to_owned(),
        |day| format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
    )
}
