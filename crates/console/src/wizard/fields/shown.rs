//! Stored answers as people type them.

use kernel::{Date, Lang};
use serde_json::Value as Json;
use texts::Texts;

/// A day as people type it, in any language of the page: it is what every reader of dates understands.
pub(super) fn typed_day(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// A stored answer as people type it.
pub(super) fn shown(value: &Json, kind: &str) -> String {
    // Numbers are typed with a decimal comma whatever the language: that is how they are read back.
    let it = Texts::of(Lang::It);
    match (value, kind) {
        (Json::String(day), "date") => day.parse().map_or_else(|_| day.clone(), typed_day),
        (Json::String(iban), "iban") => texts::iban_grouped(iban),
        (Json::String(text), _) => text.clone(),
        (Json::Number(number), "money") => {
            number.as_i64().map_or_else(|| number.to_string(), |cents| it.decimal(cents, 2))
        }
        (Json::Number(number), "power") => number.as_i64().map_or_else(
            || number.to_string(),
            |watt| {
                let kilowatt = it.decimal(watt, 3);
                kilowatt.trim_end_matches('0').trim_end_matches(',').to_owned()
            },
        ),
        (Json::Number(number), "decimal") => number.to_string().replace('.', ","),
        (Json::Null, _) => String::new(),
        (other, _) => other.to_string(),
    }
}
