//! Equality and order (DMN 1.5, tables 53 and 54).

use std::cmp::Ordering;

use crate::ast::Comparison;
use crate::temporal::{DateTime, SECOND, Time};
use crate::value::{Context, Range, Value};

/// Whether two values are equal; `None` when they are of different types. `null` equals only `null`.
pub(crate) fn equal(a: &Value, b: &Value) -> Option<bool> {
    Some(match (a, b) {
        (Value::Null, Value::Null) => true,
        (Value::Null, _) | (_, Value::Null) => false,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Number(a), Value::Number(b)) => a == b,
        (Value::String(a), Value::String(b)) => a == b,
        (Value::Date(a), Value::Date(b)) => a == b,
        (Value::Time(a), Value::Time(b)) => time_key(a) == time_key(b),
        (Value::DateTime(a), Value::DateTime(b)) => moment_key(a) == moment_key(b),
        (Value::DaysDuration(a), Value::DaysDuration(b)) => a == b,
        (Value::MonthsDuration(a), Value::MonthsDuration(b)) => a == b,
        (Value::List(a), Value::List(b)) => return equal_lists(a, b),
        (Value::Context(a), Value::Context(b)) => return equal_contexts(a, b),
        (Value::Range(a), Value::Range(b)) => equal_ranges(a, b),
        (Value::Function(a), Value::Function(b)) => a == b,
        (Value::List(list), other) | (other, Value::List(list)) => match list.as_slice() {
            [only] => return equal(only, other),
            _ => return None,
        },
        _ => return None,
    })
}

/// Times are equal to the second, as the standard compares their parts.
fn time_key(time: &Time) -> (bool, i128) {
    (time.zone().is_some(), time.utc_nanos().div_euclid(SECOND))
}

fn moment_key(moment: &DateTime) -> (bool, i128) {
    (moment.time.zone().is_some(), moment.utc_nanos().div_euclid(SECOND))
}

fn equal_lists(a: &[Value], b: &[Value]) -> Option<bool> {
    if a.len() != b.len() {
        return Some(false);
    }
    let mut unknown = false;
    for (a, b) in a.iter().zip(b) {
        match equal(a, b) {
            Some(true) => {}
            Some(false) => return Some(false),
            None => unknown = true,
        }
    }
    if unknown { None } else { Some(true) }
}

fn equal_contexts(a: &Context, b: &Context) -> Option<bool> {
    if a.len() != b.len() {
        return Some(false);
    }
    for (key, value) in a.iter() {
        match b.get(key) {
            Some(other) if equal(value, other)? => {}
            _ => return Some(false),
        }
    }
    Some(true)
}

fn equal_ranges(a: &Range, b: &Range) -> bool {
    a.one_sided == b.one_sided
        && a.start_included == b.start_included
        && a.end_included == b.end_included
        && equal(&a.start, &b.start) == Some(true)
        && equal(&a.end, &b.end) == Some(true)
}

/// The order of two values; `None` when their types have none, or differ.
pub(crate) fn compare(a: &Value, b: &Value) -> Option<Ordering> {
    Some(match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.cmp(b),
        (Value::String(a), Value::String(b)) => a.cmp(b),
        (Value::Date(a), Value::Date(b)) => a.cmp(b),
        (Value::Time(a), Value::Time(b)) if a.zone().is_some() == b.zone().is_some() => {
            a.utc_nanos().cmp(&b.utc_nanos())
        }
        (Value::DateTime(a), Value::DateTime(b)) if a.time.zone().is_some() == b.time.zone().is_some() => {
            a.utc_nanos().cmp(&b.utc_nanos())
        }
        (Value::Date(a), Value::DateTime(b)) => DateTime::midnight(*a).local_nanos().cmp(&b.local_nanos()),
        (Value::DateTime(a), Value::Date(b)) => a.local_nanos().cmp(&DateTime::midnight(*b).local_nanos()),
        (Value::DaysDuration(a), Value::DaysDuration(b)) => a.cmp(b),
        (Value::MonthsDuration(a), Value::MonthsDuration(b)) => a.cmp(b),
        _ => return None,
    })
}

/// The result of a comparison sign; `None` is `null`.
pub(crate) fn apply(op: Comparison, left: &Value, right: &Value) -> Option<bool> {
    match op {
        Comparison::Equal => equal(left, right),
        Comparison::NotEqual => equal(left, right).map(|same| !same),
        Comparison::Less => compare(left, right).map(Ordering::is_lt),
        Comparison::LessOrEqual => compare(left, right).map(Ordering::is_le),
        Comparison::Greater => compare(left, right).map(Ordering::is_gt),
        Comparison::GreaterOrEqual => compare(left, right).map(Ordering::is_ge),
    }
}

/// Whether the value lies in the range; `None` when it cannot be compared with its ends.
pub(crate) fn includes(range: &Range, value: &Value) -> Option<bool> {
    if range.one_sided && range.start_included == range.end_included && range.start == range.end {
        return equal(value, &range.start).map(|same| same == range.start_included);
    }
    let after_start = match &range.start {
        Value::Null => true,
        start => match compare(value, start)? {
            Ordering::Greater => true,
            Ordering::Equal => range.start_included,
            Ordering::Less => false,
        },
    };
    let before_end = match &range.end {
        Value::Null => true,
        end => match compare(value, end)? {
            Ordering::Less => true,
            Ordering::Equal => range.end_included,
            Ordering::Greater => false,
        },
    };
    Some(after_start && before_end)
}
