//! Values as JSON: the plain form of the outside, and the form of our own storage that loses nothing.

use std::fmt::Display;

use rust_decimal::Decimal;
use serde_json::{Map, Number, Value as Json};

use crate::temporal;
use crate::value::{Context, Range, Value};

impl Value {
    /// Reads plain JSON. Text stays text, also where it looks like a date. A number too large to be exact is `null`.
    #[must_use]
    pub fn from_json(json: &Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(*value),
            Json::Number(number) => Self::from(decimal(&number.to_string()).map(Self::Number)),
            Json::String(text) => Self::from(text.as_str()),
            Json::Array(items) => Self::List(items.iter().map(Self::from_json).collect()),
            Json::Object(entries) => Self::Context(
                entries.iter().map(|(key, value)| (key.as_str(), Self::from_json(value))).collect(),
            ),
        }
    }

    /// Plain JSON. Temporal values and ranges become their text, functions `null`. A number with more digits
    /// than a JSON reader keeps is rounded: use [`Value::to_json_text`] where every digit counts.
    #[must_use]
    pub fn to_json(&self) -> Json {
        match self {
            Self::Null | Self::Function(_) => Json::Null,
            Self::Bool(value) => Json::Bool(*value),
            Self::Number(number) => json_number(*number).map_or(Json::Null, Json::Number),
            Self::List(items) => Json::Array(items.iter().map(Self::to_json).collect()),
            Self::Context(context) => {
                Json::Object(context.iter().map(|(key, value)| (key.to_owned(), value.to_json())).collect())
            }
            other => Json::String(other.to_string()),
        }
    }

    /// JSON text in which every number has all its digits.
    #[must_use]
    pub fn to_json_text(&self) -> String {
        let joined = |parts: Vec<String>| parts.join(",");
        match self {
            Self::Number(number) => number.normalize().to_string(),
            Self::List(items) => format!("[{}]", joined(items.iter().map(Self::to_json_text).collect())),
            Self::Context(context) => {
                let entry =
                    |(key, value): (&str, &Self)| format!("{}:{}", Json::from(key), value.to_json_text());
                format!("{{{}}}", joined(context.iter().map(entry).collect()))
            }
            other => other.to_json().to_string(),
        }
    }

    /// The form of our own storage: as JSON, but what JSON has no word for is an object with one key starting
    /// with `@`, so that reading gives the same value back. Functions become `null`.
    fn to_stored(&self) -> Json {
        let tagged =
            |tag: &str, text: String| Json::Object(Map::from_iter([(tag.to_owned(), Json::String(text))]));
        match self {
            Self::Number(number) => match json_number(*number) {
                Some(json) if decimal(&json.to_string()) == Some(*number) => Json::Number(json),
                _ => tagged("@number", number.to_string()),
            },
            Self::Date(_)
            | Self::Time(_)
            | Self::DateTime(_)
            | Self::DaysDuration(_)
            | Self::MonthsDuration(_) => tagged("@temporal", self.to_string()),
            Self::List(items) => Json::Array(items.iter().map(Self::to_stored).collect()),
            Self::Context(context) => {
                Json::Object(context.iter().map(|(key, value)| (key.to_owned(), value.to_stored())).collect())
            }
            Self::Range(range) => {
                let parts = vec![
                    range.start.to_stored(),
                    Json::Bool(range.start_included),
                    range.end.to_stored(),
                    Json::Bool(range.end_included),
                    Json::Bool(range.one_sided),
                ];
                Json::Object(Map::from_iter([("@range".to_owned(), Json::Array(parts))]))
            }
            other => other.to_json(),
        }
    }

    fn from_stored(json: &Json) -> Self {
        match json {
            Json::Array(items) => Self::List(items.iter().map(Self::from_stored).collect()),
            Json::Object(entries) => untagged(entries).unwrap_or_else(|| {
                let entry =
                    |(key, value): (&String, &Json)| (key.as_str().to_owned(), Self::from_stored(value));
                Self::Context(entries.iter().map(entry).collect::<Context>())
            }),
            other => Self::from_json(other),
        }
    }
}

fn untagged(entries: &Map<String, Json>) -> Option<Value> {
    let mut all = entries.iter();
    let (key, value) = all.next()?;
    if all.next().is_some() {
        return None;
    }
    match (key.as_str(), value) {
        ("@number", Json::String(text)) => decimal(text).map(Value::Number),
        ("@temporal", Json::String(text)) => temporal::parse_any(text),
        ("@range", Json::Array(parts)) => match parts.as_slice() {
            [start, Json::Bool(start_included), end, Json::Bool(end_included), Json::Bool(one_sided)] => {
                Some(Value::Range(
                    Range {
                        start: Value::from_stored(start),
                        start_included: *start_included,
                        end: Value::from_stored(end),
                        end_included: *end_included,
                        one_sided: *one_sided,
                    }
                    .into(),
                ))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Reads a decimal, also in scientific notation; `None` when it does not fit.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    if text.contains(['e', 'E']) {
        return Decimal::from_scientific(text).ok();
    }
    text.parse().ok()
}

fn json_number(number: Decimal) -> Option<Number> {
    let text = number.normalize().to_string();
    if let Ok(whole) = text.parse::<i64>() {
        return Some(whole.into());
    }
    Number::from_f64(text.parse().ok()?)
}

impl serde::Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_stored().serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Value {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Json::deserialize(deserializer).map(|json| Self::from_stored(&json))
    }
}

impl From<Json> for Value {
    fn from(json: Json) -> Self {
        Self::from_json(&json)
    }
}

impl From<&Value> for Json {
    fn from(value: &Value) -> Self {
        value.to_json()
    }
}

impl std::fmt::Display for Value {
    /// As the function `string` writes it (DMN 1.5, table 76): text inside lists and contexts is quoted.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => value.fmt(f),
            Self::Number(number) => number.normalize().fmt(f),
            Self::String(text) => f.write_str(text),
            Self::Date(value) => value.fmt(f),
            Self::Time(value) => value.fmt(f),
            Self::DateTime(value) => value.fmt(f),
            Self::DaysDuration(value) => value.fmt(f),
            Self::MonthsDuration(value) => value.fmt(f),
            Self::List(items) => {
                f.write_str("[")?;
                for (at, item) in items.iter().enumerate() {
                    f.write_str(if at == 0 { "" } else { ", " })?;
                    quoted(item, f)?;
                }
                f.write_str("]")
            }
            Self::Context(context) => {
                f.write_str("{")?;
                for (at, (key, value)) in context.iter().enumerate() {
                    write!(f, "{}{key}: ", if at == 0 { "" } else { ", " })?;
                    quoted(value, f)?;
                }
                f.write_str("}")
            }
            Self::Range(range) => range.fmt(f),
            Self::Function(_) => f.write_str("function"),
        }
    }
}

impl std::fmt::Display for Range {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.start_included { "[" } else { "(" })?;
        if !self.start.is_null() {
            quoted(&self.start, f)?;
        }
        f.write_str("..")?;
        if !self.end.is_null() {
            quoted(&self.end, f)?;
        }
        f.write_str(if self.end_included { "]" } else { ")" })
    }
}

fn quoted(value: &Value, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    match value {
        Value::String(text) => write!(f, "\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        other => other.fmt(f),
    }
}
