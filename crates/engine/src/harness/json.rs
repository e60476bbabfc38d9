//! Small readings of JSON objects.

use feel::Value;
use serde_json::{Map, Value as Json};

use crate::{Id, Variables};

/// The text of a field; numbers count as their digits.
pub(super) fn text(of: &Json, field: &str) -> Option<String> {
    match of.get(field)? {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The `variables` of a request.
pub(super) fn variables(of: &Json) -> Variables {
    let Some(Json::Object(entries)) = of.get("variables") else {
        return Variables::new();
    };
    entries.iter().map(|(name, value)| (name.as_str().into(), Value::from_json(value))).collect()
}

/// Variables as an object.
pub(super) fn object(variables: &[(Box<str>, Value)]) -> Json {
    Json::Object(
        variables.iter().map(|(name, value)| (name.to_string(), value.to_json())).collect::<Map<_, _>>(),
    )
}

/// The number of an instance.
pub(super) fn instance(of: &Json, field: &str) -> Option<u64> {
    text(of, field)?.parse().ok()
}

/// A token or subscription in the form `instance:number`.
pub(super) fn pair(text: &str) -> Option<(u64, Id)> {
    let (instance, id) = text.split_once(':')?;
    Some((instance.parse().ok()?, id.trim_start_matches('s').parse().ok()?))
}
