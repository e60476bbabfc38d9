//! Answers that are lists: the rows of a group, lines of a price list, several bills.
//!
//! A row's fields are posted as `group.0.field`, `group.1.field`, …; numbers may be missing, rows in which nothing was
//! typed are not there.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Date;
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};

use super::{fields, numbers, one};
use crate::{Field, Problem};

type Raw = BTreeMap<String, Vec<String>>;

/// What was posted for each row, by its number, in order; rows left blank are left out.
fn posted(name: &str, raw: &Raw) -> Vec<(usize, Raw)> {
    let prefix = format!("{name}.");
    let numbers: BTreeSet<usize> =
        raw.keys().filter_map(|key| key.strip_prefix(&prefix)?.split('.').next()?.parse().ok()).collect();
    let of = |number: usize| -> Raw {
        let prefix = format!("{name}.{number}.");
        raw.iter()
            .filter_map(|(key, texts)| Some((key.strip_prefix(&prefix)?.to_owned(), texts.clone())))
            .collect()
    };
    let filled = |row: &Raw| row.values().flatten().any(|text| !text.trim().is_empty());
    numbers.into_iter().map(|number| (number, of(number))).filter(|(_, row)| filled(row)).collect()
}

/// Reads the rows of a group.
pub(super) fn group(field: &Field, raw: &Raw, today: Date) -> Result<Option<Json>, Vec<Problem>> {
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    for (number, posted) in posted(&field.name, raw) {
        let (row, wrong) = fields(&field.fields, &posted, today);
        problems.extend(wrong.into_iter().map(|problem| Problem {
            field: format!("{}.{number}.{}", field.name, problem.field),
            ..problem
        }));
        rows.push(Json::Object(row));
    }
    if problems.is_empty() { Ok((!rows.is_empty()).then_some(Json::Array(rows))) } else { Err(problems) }
}

/// Reads lines of a price list: a code, a quantity with up to three decimals, a price where the list leaves it open.
pub(super) fn price_lines(name: &str, raw: &Raw) -> Result<Option<Json>, Vec<Problem>> {
    let (mut lines, mut problems) = (Vec::new(), Vec::new());
    for (number, posted) in posted(name, raw) {
        let Some(code) = one(&posted, "code", false) else {
            problems.push(Problem::new(&format!("{name}.{number}.code"), "required"));
            continue;
        };
        let mut line = Map::new();
        line.insert("code".to_owned(), json!(code));
        let mut take = |part: &str, code: &str, read: &dyn Fn(&str) -> Option<Json>, needed: bool| {
            let at = || format!("{name}.{number}.{part}");
            match one(&posted, part, false) {
                None if needed => problems.push(Problem::new(&at(), "required")),
                None => {}
                Some(text) => match read(&text) {
                    Some(value) => {
                        let key = if part == "price" { "price_cents" } else { part };
                        line.insert(key.to_owned(), value);
                    }
                    None => problems.push(Problem::new(&at(), code).with("value", text)),
                },
            }
        };
        take("quantity", "number", &numbers::decimal, true);
        take("price", "money", &|text| numbers::money(text).map(|price| json!(price.cents())), false);
        lines.push(Json::Object(line));
    }
    if problems.is_empty() { Ok((!lines.is_empty()).then_some(Json::Array(lines))) } else { Err(problems) }
}

/// Each line has a code and a quantity above nothing.
pub(super) fn check_price_lines(name: &str, value: &Json) -> Option<Problem> {
    let lines = value.as_array()?;
    lines.iter().enumerate().find_map(|(index, line)| {
        let problem = |part: &str, code: &str| Some(Problem::new(&format!("{name}.{index}.{part}"), code));
        if line.get("code").and_then(Json::as_str).is_none_or(str::is_empty) {
            return problem("code", "required");
        }
        let quantity = line.get("quantity").and_then(|quantity| quantity.to_string().parse::<Decimal>().ok());
        match quantity {
            Some(quantity) if quantity > Decimal::ZERO => None,
            Some(_) => problem("quantity", "quantity_none"),
            None => problem("quantity", "number"),
        }
    })
}

/// Several values posted under one name.
pub(super) fn list(name: &str, raw: &Raw) -> Option<Json> {
    let mut chosen: Vec<&str> =
        raw.get(name)?.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    chosen.dedup();
    (!chosen.is_empty()).then(|| json!(chosen))
}
