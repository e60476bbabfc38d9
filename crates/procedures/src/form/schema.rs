//! A form as a JSON Schema (2020-12): what the API takes for a task with this form.

use kernel::Lang;
use serde_json::{Map, Value as Json, json};

use super::Form;
use crate::{Field, FieldKind, PackTexts, take::ADDRESS};

impl Form {
    /// The schema of the answers, with the words of a language.
    ///
    /// What is only asked under a condition is not `required`; the condition stands beside it as `x-when` and
    /// `x-required-when`, in FEEL over the answers. What is worked out is `readOnly`.
    #[must_use]
    pub fn schema(&self, texts: &PackTexts, lang: Lang) -> Json {
        object(&self.fields, |field| self.stands(field), texts, lang)
    }

    /// Whether a field stands in a section that is always shown.
    fn stands(&self, field: &Field) -> bool {
        let section = self.sections.iter().find(|section| section.id == field.section);
        field.when.is_none() && section.is_none_or(|section| section.when.is_none())
    }
}

fn object(fields: &[Field], stands: impl Fn(&Field) -> bool, texts: &PackTexts, lang: Lang) -> Json {
    let properties: Map<String, Json> =
        fields.iter().map(|field| (field.name.clone(), property(field, texts, lang))).collect();
    let required: Vec<&str> = fields
        .iter()
        .filter(|field| field.required && field.compute.is_none() && stands(field))
        .map(|field| field.name.as_str())
        .collect();
    let mut out = json!({ "type": "object", "properties": properties });
    if let (Some(out), false) = (out.as_object_mut(), required.is_empty()) {
        out.insert("required".to_owned(), json!(required));
    }
    out
}

fn property(field: &Field, texts: &PackTexts, lang: Lang) -> Json {
    let key = field.name.replace('_', "-");
    let mut out = kind(field, texts, lang);
    let Some(map) = out.as_object_mut() else { return out };
    map.insert("title".to_owned(), json!(texts.or_key(lang, &format!("field-{key}"))));
    if let Some(hint) = texts.get(lang, &format!("field-{key}-hint"), &[]) {
        map.insert("description".to_owned(), json!(hint));
    }
    for (name, condition) in [("x-when", &field.when), ("x-required-when", &field.required_when)] {
        if let Some(condition) = condition {
            map.insert(name.to_owned(), json!(condition.source()));
        }
    }
    if field.compute.is_some() {
        map.insert("readOnly".to_owned(), json!(true));
    }
    out
}

fn kind(field: &Field, texts: &PackTexts, lang: Lang) -> Json {
    let id = || json!({ "type": "string", "format": "uuid" });
    match field.kind {
        FieldKind::Text | FieldKind::LongText | FieldKind::Phone | FieldKind::Iban | FieldKind::Offer => {
            json!({ "type": "string" })
        }
        FieldKind::Choice => choices(field, texts, lang),
        FieldKind::Flag => json!({ "type": "boolean" }),
        FieldKind::Date => json!({ "type": "string", "format": "date" }),
        FieldKind::Money => json!({ "type": "integer", "x-unit": "cent" }),
        FieldKind::Integer => json!({ "type": "integer" }),
        FieldKind::Decimal => json!({ "type": "number" }),
        FieldKind::Power => json!({ "type": "integer", "minimum": 0, "x-unit": "W" }),
        FieldKind::TaxCode => json!({ "type": "string", "pattern": "^([A-Z0-9]{16}|[0-9]{11})$" }),
        FieldKind::VatNumber => json!({ "type": "string", "pattern": "^[0-9]{11}$" }),
        FieldKind::Email => json!({ "type": "string", "format": "email" }),
        FieldKind::Address => address(),
        FieldKind::Party
        | FieldKind::SupplyPoint
        | FieldKind::Attachment
        | FieldKind::Bill
        | FieldKind::Contract => id(),
        FieldKind::Bills => json!({ "type": "array", "items": id(), "uniqueItems": true }),
        FieldKind::Readings => {
            json!({ "type": "object", "additionalProperties": { "type": "integer", "minimum": 0 } })
        }
        FieldKind::Sex => json!({ "type": "string", "enum": ["M", "F"] }),
        FieldKind::PriceLines => json!({ "type": "array", "items": {
            "type": "object", "required": ["code", "quantity"],
            "properties": {
                "code": { "type": "string" },
                "quantity": { "type": "number", "exclusiveMinimum": 0 },
                "price_cents": { "type": "integer" },
            },
        } }),
        FieldKind::Group => json!({
            "type": "array", "minItems": field.times.least, "maxItems": field.times.most,
            "items": object(&field.fields, |inner| inner.when.is_none(), texts, lang),
        }),
    }
}

/// Every answer with its words, those that are only offered under a condition too.
fn choices(field: &Field, texts: &PackTexts, lang: Lang) -> Json {
    let name = field.name.replace('_', "-");
    let offered = field.choices.iter().map(|choice| {
        let key = format!("choice-{name}-{}", choice.value.replace('_', "-"));
        let mut one = json!({ "const": choice.value, "title": texts.or_key(lang, &key) });
        if let (Some(one), Some(when)) = (one.as_object_mut(), &choice.when) {
            one.insert("x-when".to_owned(), json!(when.source()));
        }
        one
    });
    json!({ "type": "string", "oneOf": offered.collect::<Vec<_>>() })
}

fn address() -> Json {
    let parts: Map<String, Json> =
        ADDRESS.iter().map(|part| ((*part).to_owned(), json!({ "type": "string" }))).collect();
    json!({ "type": "object", "properties": parts, "required": ["street", "municipality"] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{read, shipped};

    #[test]
    fn every_field_of_every_shipped_form_has_a_schema_with_its_words_in_both_languages() {
        for (code, files) in shipped() {
            let pack = read(&files).unwrap();
            for form in pack.forms.values() {
                for lang in [Lang::It, Lang::En] {
                    let schema = form.schema(&pack.texts, lang);
                    for field in &form.fields {
                        let found = &schema["properties"][&field.name];
                        let title = found["title"].as_str().unwrap_or_default();
                        assert!(found["type"].is_string(), "{code} {} {}", form.id, field.name);
                        assert!(
                            !title.is_empty() && !title.starts_with("field-"),
                            "{code} {} {title}",
                            form.id
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_asked_under_a_condition_is_not_required_but_says_when() {
        let (_, files) = shipped().into_iter().find(|(code, _)| *code == "REC").unwrap();
        let pack = read(&files).unwrap();
        let schema = pack.forms["receive"].schema(&pack.texts, Lang::It);
        let required: Vec<&str> =
            schema["required"].as_array().unwrap().iter().filter_map(Json::as_str).collect();
        assert!(required.contains(&"channel") && !required.contains(&"representative"), "{required:?}");
        assert_eq!(schema["properties"]["representative"]["x-when"], json!("represented_by != \"nobody\""));
        let letter = &schema["properties"]["channel"]["oneOf"][0];
        assert_eq!((&letter["const"], &letter["title"]), (&json!("letter"), &json!("Lettera")));
    }
}
