//! Numbers and texts from each other, and `not`.

use super::text;
use crate::json::decimal;
use crate::value::Value;

/// `number(from, grouping separator, decimal separator)`.
pub(super) fn number(args: &[Value]) -> Option<Value> {
    let (from, rest) = args.split_first()?;
    let mut digits = text(from)?.to_owned();
    let separator = |at: usize, allowed: &[&str]| match rest.get(at) {
        None | Some(Value::Null) => Some(None),
        Some(Value::String(sign)) if allowed.contains(&&**sign) => Some(Some(sign.to_string())),
        Some(_) => None,
    };
    let grouping = separator(0, &[" ", ",", "."])?;
    let point = separator(1, &[".", ","])?;
    if grouping.is_some() && grouping == point {
        return None;
    }
    if let Some(sign) = grouping {
        digits = digits.replace(&sign, "");
    }
    if let Some(sign) = point {
        digits = digits.replace(&sign, ".");
    }
    let body = digits.strip_prefix('-').unwrap_or(&digits);
    let starts_well = body.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    if !starts_well || !body.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-')) {
        return None;
    }
    decimal(&digits).map(Value::Number)
}

/// `string(from)`.
pub(super) fn string(args: &[Value]) -> Option<Value> {
    match args.first()? {
        Value::Null => None,
        value => Some(Value::from(value.to_string())),
    }
}

/// `not(negand)`.
pub(super) fn not(args: &[Value]) -> Option<Value> {
    args.first()?.as_bool().map(|value| Value::Bool(!value))
}
