//! From what was typed to a typed answer, and back to whether a stored one fits.
//!
//! The codes of the problems are those of the sentences in `texts/<lang>/findings.ftl`.

mod codes;
mod numbers;
mod rows;

pub(crate) use numbers::whole_cents;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use kernel::Date;
use serde_json::{Map, Value as Json, json};

use crate::{Field, FieldKind, Problem};

/// The most characters of a line, and of a text of several lines.
const LINE: usize = 300;
const TEXT: usize = 4000;
/// The most characters of an electronic address (RFC 5321, section 4.5.3.1.3, less the angle brackets).
const EMAIL: usize = 254;

pub(crate) const ADDRESS: [&str; 7] =
    ["street", "house_number", "unit", "postcode", "municipality", "province", "country"];

/// What was given under a name: the last one, without control characters, which no answer needs and PostgreSQL's
/// `jsonb` does not take all of; lines are kept apart only `as_lines`.
fn one(raw: &BTreeMap<String, Vec<String>>, name: &str, as_lines: bool) -> Option<String> {
    let text: String = raw
        .get(name)?
        .last()?
        .chars()
        .filter(|c| !c.is_control() || c.is_whitespace())
        .filter(|c| *c != '\r')
        .map(|c| if c.is_control() && !(as_lines && c == '\n') { ' ' } else { c })
        .collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Reads the fields of a form, or of a row, from what was posted: the answers, and what cannot be read.
pub(crate) fn fields(
    fields: &[Field],
    raw: &BTreeMap<String, Vec<String>>,
    today: Date,
) -> (Map<String, Json>, Vec<Problem>) {
    let (mut typed, mut problems) = (Map::new(), Vec::new());
    // What is worked out is never read: it cannot be typed.
    for field in fields.iter().filter(|field| field.compute.is_none()) {
        match read(field, raw, today) {
            Ok(Some(value)) => {
                typed.insert(field.name.clone(), value);
            }
            Ok(None) => {}
            Err(found) => problems.extend(found),
        }
    }
    (typed, problems)
}

/// Reads a field from what was posted. `Ok(None)`: nothing was given.
pub(crate) fn read(
    field: &Field,
    raw: &BTreeMap<String, Vec<String>>,
    today: Date,
) -> Result<Option<Json>, Vec<Problem>> {
    match field.kind {
        FieldKind::Flag => return Ok(flag(field, raw)),
        FieldKind::Address => return Ok(address(&field.name, raw)),
        FieldKind::Readings => return readings(field, raw),
        FieldKind::Group => return rows::group(field, raw, today),
        FieldKind::PriceLines => return rows::price_lines(&field.name, raw),
        FieldKind::Bills => return Ok(rows::list(&field.name, raw)),
        _ => {}
    }
    let Some(text) = one(raw, &field.name, field.kind == FieldKind::LongText) else { return Ok(None) };
    typed(field, &text, today).map(Some).map_err(|problem| vec![problem])
}

fn flag(field: &Field, raw: &BTreeMap<String, Vec<String>>) -> Option<Json> {
    match one(raw, &field.name, false).as_deref() {
        Some("true" | "on" | "1" | "yes" | "si" | "sì") => Some(json!(true)),
        Some(_) => Some(json!(false)),
        // An unticked box is not posted at all; two radio buttons always are.
        None if !field.required => Some(json!(false)),
        None => None,
    }
}

fn address(name: &str, raw: &BTreeMap<String, Vec<String>>) -> Option<Json> {
    let mut address = Map::new();
    for part in ADDRESS {
        if let Some(text) = one(raw, &format!("{name}.{part}"), false) {
            let text = if part == "province" || part == "country" { text.to_uppercase() } else { text };
            address.insert(part.to_owned(), json!(text));
        }
    }
    (!address.is_empty()).then_some(Json::Object(address))
}

fn readings(field: &Field, raw: &BTreeMap<String, Vec<String>>) -> Result<Option<Json>, Vec<Problem>> {
    let prefix = format!("{}.", field.name);
    let mut values = Map::new();
    let mut problems = Vec::new();
    for name in raw.keys() {
        let Some(register) = name.strip_prefix(&prefix).filter(|register| !register.is_empty()) else {
            continue;
        };
        let Some(text) = one(raw, name, false) else { continue };
        match numbers::whole(&text) {
            Some(value) if value < 0 => problems.push(Problem::new(name, "reading_negative")),
            Some(value) => {
                values.insert(register.to_owned(), json!(value));
            }
            None => problems.push(Problem::new(name, "integer").with("value", text)),
        }
    }
    if problems.is_empty() { Ok((!values.is_empty()).then_some(Json::Object(values))) } else { Err(problems) }
}

fn typed(field: &Field, text: &str, today: Date) -> Result<Json, Problem> {
    let name = field.name.as_str();
    let bad = |code: &str| Problem::new(name, code).with("value", text);
    let most = if field.kind == FieldKind::LongText { TEXT } else { LINE };
    if text.chars().count() > most {
        return Err(Problem::new(name, "too_long").with("most", most));
    }
    match field.kind {
        FieldKind::Date => read_day(text, today).map(|day| json!(day)).ok_or_else(|| bad("date_form")),
        FieldKind::Money => {
            numbers::money(text).map(|amount| json!(amount.cents())).ok_or_else(|| bad("money"))
        }
        FieldKind::Integer => numbers::whole(text).map(|value| json!(value)).ok_or_else(|| bad("integer")),
        FieldKind::Decimal => numbers::decimal(text).ok_or_else(|| bad("number")),
        FieldKind::Power => numbers::thousandths(text).map(|watt| json!(watt)).ok_or_else(|| bad("number")),
        FieldKind::TaxCode => codes::tax_code(name, text),
        FieldKind::VatNumber => codes::vat_number(name, text),
        FieldKind::Iban => codes::iban(name, text),
        FieldKind::Email => email(text).map(|address| json!(address)).ok_or_else(|| bad("email")),
        FieldKind::Phone => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let fits = text.chars().all(|c| c.is_ascii_digit() || " +-./()".contains(c));
            if fits && (6..=15).contains(&digits) { Ok(json!(text)) } else { Err(bad("phone")) }
        }
        FieldKind::Sex if text != "M" && text != "F" => Err(bad("choice_unknown")),
        _ => Ok(json!(text)),
    }
}

/// Years a typed day may lie in: no customer was born before, no contract reaches beyond.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// A day as people type it: `18/03/2026`, `18/3`, `18.3.26`, `2026-03-18`, `oggi`, `ieri`, `domani`.
fn read_day(text: &str, today: Date) -> Option<Date> {
    match text.to_lowercase().as_str() {
        "oggi" | "today" => return Some(today),
        "ieri" | "yesterday" => return today.yesterday().ok(),
        "domani" | "tomorrow" => return today.tomorrow().ok(),
        _ => {}
    }
    // The year first: not to be read again from the other end.
    if text.len() == 10 && text.get(4..5) == Some("-") {
        return iso_day(text);
    }
    let mut parts = text.split(['/', '.', '-', ' ']).map(str::trim).filter(|part| !part.is_empty());
    let day: i8 = parts.next()?.parse().ok()?;
    let month: i8 = parts.next()?.parse().ok()?;
    let year: i16 = match parts.next() {
        None => today.year(),
        Some(short) if short.len() == 2 => 2000 + short.parse::<i16>().ok()?,
        Some(year) => year.parse().ok()?,
    };
    if parts.next().is_some() || !YEARS.contains(&year) {
        return None;
    }
    Date::new(year, month, day).ok()
}

/// `2026-03-18` and nothing else, as answers are stored.
fn iso_day(text: &str) -> Option<Date> {
    let plain = text.len() == 10 && text.chars().all(|c| c.is_ascii_digit() || c == '-');
    let day: Date = text.parse().ok().filter(|_| plain)?;
    YEARS.contains(&day.year()).then_some(day)
}

/// An address as mail servers take it: one `@`, a domain with a dot, no spaces.
fn email(text: &str) -> Option<String> {
    let (local, domain) = text.split_once('@')?;
    let fits = !local.is_empty()
        && domain.contains('.')
        && !domain.contains('@')
        && !domain.contains("..")
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || ",;<>".contains(c))
        && text.len() <= EMAIL;
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
        FieldKind::Bills => value.as_array().is_some_and(|list| list.iter().all(Json::is_string)),
        FieldKind::Group | FieldKind::PriceLines => {
            value.as_array().is_some_and(|list| list.iter().all(Json::is_object))
        }
        _ => value.is_string(),
    };
    if !fits {
        return Some(Problem::new(name, "wrong_type"));
    }
    match field.kind {
        FieldKind::Flag | FieldKind::Money | FieldKind::Integer | FieldKind::Power | FieldKind::Decimal => {
            None
        }
        FieldKind::Bills | FieldKind::Group => None,
        FieldKind::PriceLines => rows::check_price_lines(name, value),
        FieldKind::Readings => {
            let (register, _) =
                value.as_object()?.iter().find(|(_, value)| value.as_i64().is_some_and(|value| value < 0))?;
            Some(Problem::new(&format!("{name}.{register}"), "reading_negative"))
        }
        FieldKind::Address => check_address(name, value),
        // Stored days are written one way only: expressions compare them as text.
        FieldKind::Date => iso_day(value.as_str()?).is_none().then(|| Problem::new(name, "date_form")),
        _ if value.as_str()?.contains('\0') => Some(Problem::new(name, "wrong_type")),
        _ => typed(field, value.as_str()?, today).err(),
    }
}

/// Street and municipality are needed; in Italy a postcode has five digits and a province two letters.
fn check_address(name: &str, value: &Json) -> Option<Problem> {
    let part = |part: &str| value.get(part).and_then(Json::as_str).map_or("", str::trim);
    let problem = |part: &str, code: &str| Some(Problem::new(&format!("{name}.{part}"), code));
    if let Some(missing) = ["street", "municipality"].into_iter().find(|needed| part(needed).is_empty()) {
        return problem(missing, "required");
    }
    if let Some(long) = ADDRESS.into_iter().find(|known| part(known).chars().count() > LINE) {
        return problem(long, "too_long");
    }
    let (postcode, province) = (part("postcode"), part("province"));
    if !matches!(part("country"), "" | "IT") {
        return None;
    }
    let of = |text: &str, length: usize, fits: fn(&char) -> bool| {
        text.is_empty() || (text.len() == length && text.chars().all(|c| fits(&c)))
    };
    if !of(postcode, 5, char::is_ascii_digit) {
        return problem("postcode", "postcode");
    }
    if !of(province, 2, char::is_ascii_alphabetic) {
        return problem("province", "province");
    }
    None
}
