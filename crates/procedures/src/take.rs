//! From what was typed to a typed answer, and back to whether a stored one fits.

use std::collections::BTreeMap;

use kernel::{
    Date, Money,
    codes::{Iban, TaxCode, VatNumber, tax_code::TaxCodeError},
};
use serde_json::{Map, Value as Json, json};

use crate::{Field, FieldKind, Problem};

/// The most characters of a line, and of a text of several lines.
const LINE: usize = 300;
const TEXT: usize = 4000;

fn one<'r>(raw: &'r BTreeMap<String, Vec<String>>, name: &str) -> Option<&'r str> {
    raw.get(name)?.last().map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// Reads a field from what was posted. `Ok(None)`: nothing was given.
pub(crate) fn read(field: &Field, raw: &BTreeMap<String, Vec<String>>, today: Date) -> Result<Option<Json>, Vec<Problem>> {
    match field.kind {
        FieldKind::Flag => return Ok(flag(field, raw)),
        FieldKind::Address => return Ok(parts(&field.name, raw)),
        FieldKind::Readings => return readings(field, raw),
        _ => {}
    }
    let Some(text) = one(raw, &field.name) else { return Ok(None) };
    typed(field, text, today).map(Some).map_err(|problem| vec![problem])
}

fn flag(field: &Field, raw: &BTreeMap<String, Vec<String>>) -> Option<Json> {
    match one(raw, &field.name) {
        Some("true" | "on" | "1" | "yes" | "si" | "sì") => Some(json!(true)),
        Some(_) => Some(json!(false)),
        // An unticked box is not posted at all; two radio buttons always are.
        None if !field.required => Some(json!(false)),
        None => None,
    }
}

fn parts(name: &str, raw: &BTreeMap<String, Vec<String>>) -> Option<Json> {
    let mut address = Map::new();
    for part in ["street", "house_number", "unit", "postcode", "municipality", "province", "country"] {
        if let Some(text) = one(raw, &format!("{name}.{part}")) {
            let text = if part == "province" || part == "country" { text.to_uppercase() } else { text.to_owned() };
            address.insert(part.to_owned(), json!(text));
        }
    }
    (!address.is_empty()).then_some(Json::Object(address))
}

fn readings(field: &Field, raw: &BTreeMap<String, Vec<String>>) -> Result<Option<Json>, Vec<Problem>> {
    let prefix = format!("{}.", field.name);
    let mut values = Map::new();
    let mut problems = Vec::new();
    for name in raw.keys().filter(|name| name.starts_with(&prefix)) {
        let Some(text) = one(raw, name) else { continue };
        match whole(text) {
            Some(value) => {
                values.insert(name.trim_start_matches(&prefix).to_owned(), json!(value));
            }
            None => problems.push(Problem::new(name, "number").with("value", text)),
        }
    }
    if problems.is_empty() { Ok((!values.is_empty()).then_some(Json::Object(values))) } else { Err(problems) }
}

/// A whole number, points for thousands allowed.
fn whole(text: &str) -> Option<i64> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace() && *c != '.' && *c != '\'').collect();
    compact.parse().ok()
}

/// Thousandths of a number with a decimal comma or point.
fn thousandths(text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace());
    let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, ""));
    if whole.is_empty() || decimals.len() > 3 || !whole.chars().chain(decimals.chars()).all(|c| c.is_ascii_digit()) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{decimals:0<3}").parse().ok()?;
    whole.checked_mul(1000)?.checked_add(part)
}

fn typed(field: &Field, text: &str, today: Date) -> Result<Json, Problem> {
    let name = field.name.as_str();
    let bad = |code: &str| Problem::new(name, code).with("value", text);
    match field.kind {
        FieldKind::Text | FieldKind::Offer | FieldKind::Choice | FieldKind::Sex | FieldKind::Attachment if text.chars().count() > LINE => {
            Err(Problem::new(name, "too_long").with("most", LINE))
        }
        FieldKind::LongText if text.chars().count() > TEXT => Err(Problem::new(name, "too_long").with("most", TEXT)),
        FieldKind::Date => read_day(text, today).map(|day| json!(day)).ok_or_else(|| bad("date_form")),
        FieldKind::Money => Money::parse_italian(text).map(|amount| json!(amount.cents())).map_err(|_| bad("amount_form")),
        FieldKind::Integer => whole(text).map(|value| json!(value)).ok_or_else(|| bad("number")),
        FieldKind::Decimal => thousandths(text)
            .and_then(|value| serde_json::from_str(&format!("{}.{:03}", value / 1000, value % 1000)).ok())
            .ok_or_else(|| bad("number")),
        FieldKind::Power => thousandths(text).map(|watt| json!(watt)).ok_or_else(|| bad("power_form")),
        FieldKind::TaxCode => {
            let compact: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
            tax_code(name, &compact).map(|code| json!(code))
        }
        FieldKind::VatNumber => VatNumber::parse(text)
            .map(|code| json!(code.as_str()))
            .map_err(|error| bad("vat_number").with("detail", error)),
        FieldKind::Iban => Iban::parse(text).map(|iban| json!(iban.as_str())).map_err(|error| bad("iban").with("detail", error)),
        FieldKind::Email => email(text).map(|address| json!(address)).ok_or_else(|| bad("email")),
        FieldKind::Phone => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let fits = text.chars().all(|c| c.is_ascii_digit() || " +-./()".contains(c));
            if fits && (6..=15).contains(&digits) { Ok(json!(text)) } else { Err(bad("phone")) }
        }
        _ => Ok(json!(text)),
    }
}

/// A day as people type it: `18/03/2026`, `18/3`, `18.3.26`, `2026-03-18`, `oggi`, `ieri`, `domani`.
fn read_day(text: &str, today: Date) -> Option<Date> {
    match text.to_lowercase().as_str() {
        "oggi" | "today" => return Some(today),
        "ieri" | "yesterday" => return today.yesterday().ok(),
        "domani" | "tomorrow" => return today.tomorrow().ok(),
        _ => {}
    }
    if text.len() == 10 && text.get(4..5) == Some("-") {
        return text.parse().ok();
    }
    let mut parts = text.split(['/', '.', '-', ' ']).map(str::trim).filter(|part| !part.is_empty());
    let day: i8 = parts.next()?.parse().ok()?;
    let month: i8 = parts.next()?.parse().ok()?;
    let year: i16 = match parts.next() {
        None => today.year(),
        Some(short) if short.len() == 2 => 2000 + short.parse::<i16>().ok()?,
        Some(year) => year.parse().ok()?,
    };
    if parts.next().is_some() || !(1900..=2200).contains(&year) {
        return None;
    }
    Date::new(year, month, day).ok()
}

fn tax_code(name: &str, text: &str) -> Result<String, Problem> {
    TaxCode::parse(text).map(|code| code.as_str().to_owned()).map_err(|error| {
        let problem = |code: &str| Problem::new(name, code);
        match error {
            TaxCodeError::Length { found } => problem("tax_code_length").with("found", found),
            TaxCodeError::CheckCharacter { expected, found } => {
                problem("tax_code_check_character").with("expected", expected).with("found", found)
            }
            other => problem("tax_code_form").with("detail", other),
        }
    })
}

/// An address as mail servers take it: one `@`, a domain with a dot, no spaces.
fn email(text: &str) -> Option<String> {
    let (local, domain) = text.split_once('@')?;
    let fits = !local.is_empty()
        && domain.contains('.')
        && !domain.contains('@')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !text.chars().any(|c| c.is_whitespace() || c == ',' || c == ';' || c == '<' || c == '>')
        && text.len() <= 254;
    fits.then(|| text.to_owned())
}

/// Checks that a stored answer fits its type.
pub(crate) fn check(field: &Field, value: &Json, today: Date) -> Option<Problem> {
    let name = field.name.as_str();
    let fits = match field.kind {
        FieldKind::Flag => value.is_boolean(),
        FieldKind::Money | FieldKind::Integer | FieldKind::Power => value.is_i64(),
        FieldKind::Decimal => value.is_number(),
        FieldKind::Readings => value.as_object().is_some_and(|map| map.values().all(Json::is_i64)),
        FieldKind::Address => value.as_object().is_some_and(|map| map.values().all(Json::is_string)),
        _ => value.is_string(),
    };
    if !fits {
        return Some(Problem::new(name, "wrong_type"));
    }
    match field.kind {
        FieldKind::Address => {
            let missing = ["street", "municipality"].into_iter().find(|part| {
                value.get(part).and_then(Json::as_str).is_none_or(|text| text.trim().is_empty())
            });
            missing.map(|part| Problem::new(&format!("{name}.{part}"), "required"))
        }
        FieldKind::Date => value.as_str()?.parse::<Date>().is_err().then(|| Problem::new(name, "date_form")),
        FieldKind::TaxCode | FieldKind::VatNumber | FieldKind::Iban | FieldKind::Email | FieldKind::Phone | FieldKind::Text
        | FieldKind::LongText => typed(field, value.as_str()?, today).err(),
        _ => None,
    }
}
