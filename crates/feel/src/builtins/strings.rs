//! Functions of text. Positions count characters, from 1, or from the end when negative.

use super::{text, whole};
use crate::regex::Regex;
use crate::value::Value;

fn two(args: &[Value]) -> Option<(&str, &str)> {
    match args {
        [first, second] => Some((text(first)?, text(second)?)),
        _ => None,
    }
}

fn one(args: &[Value]) -> Option<&str> {
    text(args.first()?)
}

pub(super) fn substring(args: &[Value]) -> Option<Value> {
    let string: Vec<char> = one(args)?.chars().collect();
    let start = whole_or_cut(args.get(1)?)?;
    let len = i64::try_from(string.len()).ok()?;
    let from = match start {
        0 => return None,
        start if start > 0 => start - 1,
        start => len.checked_add(start)?,
    };
    if from < 0 || from >= len.max(1) {
        return None;
    }
    let count = match args.get(2) {
        None => len,
        Some(length) => whole_or_cut(length).filter(|length| *length >= 1)?,
    };
    let taken = string.iter().skip(usize::try_from(from).ok()?).take(usize::try_from(count).ok()?);
    Some(Value::from(taken.collect::<String>()))
}

/// A number cut to a whole one.
fn whole_or_cut(value: &Value) -> Option<i64> {
    whole(&Value::Number(super::number(value)?.trunc()))
}

pub(super) fn length(args: &[Value]) -> Option<Value> {
    Some(Value::from(i64::try_from(one(args)?.chars().count()).ok()?))
}

pub(super) fn upper(args: &[Value]) -> Option<Value> {
    one(args).map(|text| Value::from(text.to_uppercase()))
}

pub(super) fn lower(args: &[Value]) -> Option<Value> {
    one(args).map(|text| Value::from(text.to_lowercase()))
}

pub(super) fn before(args: &[Value]) -> Option<Value> {
    let (string, mark) = two(args)?;
    Some(Value::from(string.split_once(mark).map_or("", |(before, _)| before)))
}

pub(super) fn after(args: &[Value]) -> Option<Value> {
    let (string, mark) = two(args)?;
    Some(Value::from(string.split_once(mark).map_or("", |(_, after)| after)))
}

pub(super) fn contains(args: &[Value]) -> Option<Value> {
    two(args).map(|(string, part)| Value::Bool(string.contains(part)))
}

pub(super) fn starts_with(args: &[Value]) -> Option<Value> {
    two(args).map(|(string, part)| Value::Bool(string.starts_with(part)))
}

pub(super) fn ends_with(args: &[Value]) -> Option<Value> {
    two(args).map(|(string, part)| Value::Bool(string.ends_with(part)))
}

fn flags(value: Option<&Value>) -> Option<&str> {
    match value {
        None | Some(Value::Null) => Some(""),
        Some(value) => text(value),
    }
}

pub(super) fn matches(args: &[Value]) -> Option<Value> {
    let regex = Regex::new(text(args.get(1)?)?, flags(args.get(2))?)?;
    regex.is_match(one(args)?).map(Value::Bool)
}

pub(super) fn replace(args: &[Value]) -> Option<Value> {
    let regex = Regex::new(text(args.get(1)?)?, flags(args.get(3))?)?;
    regex.replace(one(args)?, text(args.get(2)?)?).map(Value::from)
}

pub(super) fn split(args: &[Value]) -> Option<Value> {
    let (string, delimiter) = two(args)?;
    let parts = Regex::new(delimiter, "")?.split(string)?;
    Some(Value::List(parts.into_iter().map(Value::from).collect()))
}

pub(super) fn join(args: &[Value]) -> Option<Value> {
    let items = super::list(args.first()?)?;
    let delimiter = flags(args.get(1))?;
    let mut parts = Vec::new();
    for item in &items {
        match item {
            Value::Null => {}
            Value::String(text) => parts.push(&**text),
            _ => return None,
        }
    }
    Some(Value::from(parts.join(delimiter)))
}
