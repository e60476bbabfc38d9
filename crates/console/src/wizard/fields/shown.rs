//! Stored answers as people type them.

use app::cases::AskedField;
use kernel::{Date, Lang, Money};
use serde_json::Value as Json;
use texts::Texts;

use super::Asking;

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
        (Json::Number(number), "decimal") => {
            let text = number.to_string();
            text.strip_suffix(".0").unwrap_or(&text).replace('.', ",")
        }
        (Json::Null, _) => String::new(),
        (other, _) => other.to_string(),
    }
}

/// An answer that was worked out, in words, line by line; none while it cannot be.
pub(super) fn worked_out(asking: &Asking<'_>, one: &AskedField, value: Option<&Json>) -> Vec<String> {
    let t = asking.t();
    let Some(value) = value else { return Vec::new() };
    let unit = |words: String| if one.unit.is_empty() { words } else { format!("{words} {}", one.unit) };
    let words = match (value, one.kind.as_str()) {
        (Json::Bool(yes), _) => {
            if *yes {
                t.words_yes()
            } else {
                t.words_no()
            }
        }
        (Json::Number(number), "money") => match number.as_i64() {
            Some(cents) => return vec![t.money(Money::from_cents(cents))],
            None => number.to_string(),
        },
        (Json::Number(number), "integer") => {
            unit(number.as_i64().map_or_else(|| number.to_string(), |number| t.number(number)))
        }
        (Json::String(day), "date") => day.parse::<Date>().map_or_else(|_| day.clone(), |day| t.date(day)),
        (Json::String(code), "choice") => {
            asking.say(&format!("choice-{}-{code}", one.name)).unwrap_or_else(|| code.clone())
        }
        (value, kind) => unit(shown(value, kind)),
    };
    words.lines().map(str::to_owned).collect()
}
