//! Functions of lists. Positions count from 1, or from the end when negative.

use std::cmp::Ordering;

use rust_decimal::prelude::{Decimal, MathematicalOps};

use super::{list, values, whole};
use crate::eval::{compare, equal};
use crate::temporal::{DaysDuration, MonthsDuration};
use crate::value::Value;

fn first_list(args: &[Value]) -> Option<Vec<Value>> {
    list(args.first()?)
}

fn same(a: &Value, b: &Value) -> bool {
    equal(a, b) == Some(true)
}

fn size(count: usize) -> Option<Value> {
    i64::try_from(count).ok().map(Value::from)
}

/// The index of a position in a list of that length.
fn index(position: &Value, len: usize) -> Option<usize> {
    let len = i64::try_from(len).ok()?;
    let at = match whole(position)? {
        0 => return None,
        at if at > 0 => at - 1,
        at => len.checked_add(at)?,
    };
    if at >= len { None } else { usize::try_from(at).ok() }
}

pub(super) fn contains(args: &[Value]) -> Option<Value> {
    let element = args.get(1)?;
    Some(Value::Bool(first_list(args)?.iter().any(|item| same(item, element))))
}

pub(super) fn count(args: &[Value]) -> Option<Value> {
    size(first_list(args)?.len())
}

fn extreme(args: &[Value], wanted: Ordering) -> Option<Value> {
    let mut items = values(args)?.into_iter();
    let mut best = items.next()?;
    compare(&best, &best)?;
    for item in items {
        if compare(&item, &best)? == wanted {
            best = item;
        }
    }
    Some(best)
}

pub(super) fn min(args: &[Value]) -> Option<Value> {
    extreme(args, Ordering::Less)
}

pub(super) fn max(args: &[Value]) -> Option<Value> {
    extreme(args, Ordering::Greater)
}

fn numbers(args: &[Value]) -> Option<Vec<Decimal>> {
    let items = values(args)?;
    if items.is_empty() {
        return None;
    }
    items.iter().map(Value::as_number).collect()
}

fn total(numbers: &[Decimal]) -> Option<Decimal> {
    numbers.iter().try_fold(Decimal::ZERO, |sum, n| sum.checked_add(*n))
}

/// The sum of numbers, or of lengths of time of one kind.
pub(super) fn sum(args: &[Value]) -> Option<Value> {
    let items = values(args)?;
    match items.first()? {
        Value::DaysDuration(_) => {
            let add = |sum: i128, item: &Value| match item {
                Value::DaysDuration(length) => sum.checked_add(length.nanos()),
                _ => None,
            };
            items.iter().try_fold(0, add).map(|nanos| Value::DaysDuration(DaysDuration::from_nanos(nanos)))
        }
        Value::MonthsDuration(_) => {
            let add = |sum: i64, item: &Value| match item {
                Value::MonthsDuration(length) => sum.checked_add(length.months()),
                _ => None,
            };
            items.iter().try_fold(0, add).map(|n| Value::MonthsDuration(MonthsDuration::from_months(n)))
        }
        _ => total(&numbers(args)?).map(Value::Number),
    }
}

pub(super) fn mean(args: &[Value]) -> Option<Value> {
    average(&numbers(args)?).map(Value::Number)
}

fn average(numbers: &[Decimal]) -> Option<Decimal> {
    total(numbers)?.checked_div(Decimal::from(numbers.len()))
}

fn settled_by(args: &[Value], decisive: bool) -> Option<Value> {
    let items = values(args)?;
    if items.contains(&Value::Bool(decisive)) {
        return Some(Value::Bool(decisive));
    }
    items.iter().all(|item| matches!(item, Value::Bool(_))).then_some(Value::Bool(!decisive))
}

pub(super) fn all(args: &[Value]) -> Option<Value> {
    settled_by(args, false)
}

pub(super) fn any(args: &[Value]) -> Option<Value> {
    settled_by(args, true)
}

pub(super) fn sublist(args: &[Value]) -> Option<Value> {
    let items = first_list(args)?;
    let start = index(args.get(1)?, items.len())?;
    let count = match args.get(2) {
        None => items.len() - start,
        Some(length) => usize::try_from(whole(length)?).ok().filter(|count| start + count <= items.len())?,
    };
    Some(Value::List(items.into_iter().skip(start).take(count).collect()))
}

pub(super) fn append(args: &[Value]) -> Option<Value> {
    let (first, rest) = args.split_first()?;
    let mut items = list(first)?;
    items.extend(rest.iter().cloned());
    Some(Value::List(items))
}

pub(super) fn concatenate(args: &[Value]) -> Option<Value> {
    let lists: Option<Vec<_>> = args.iter().map(list).collect();
    Some(Value::List(lists?.into_iter().flatten().collect()))
}

pub(super) fn insert_before(args: &[Value]) -> Option<Value> {
    let mut items = first_list(args)?;
    let at = index(args.get(1)?, items.len())?;
    items.insert(at, args.get(2)?.clone());
    Some(Value::List(items))
}

pub(super) fn remove(args: &[Value]) -> Option<Value> {
    let mut items = first_list(args)?;
    let at = index(args.get(1)?, items.len())?;
    items.remove(at);
    Some(Value::List(items))
}

pub(super) fn replace(args: &[Value]) -> Option<Value> {
    let mut items = first_list(args)?;
    let at = index(args.get(1)?, items.len())?;
    *items.get_mut(at)? = args.get(2)?.clone();
    Some(Value::List(items))
}

pub(super) fn reverse(args: &[Value]) -> Option<Value> {
    let mut items = first_list(args)?;
    items.reverse();
    Some(Value::List(items))
}

pub(super) fn index_of(args: &[Value]) -> Option<Value> {
    let wanted = args.get(1)?;
    let items = first_list(args)?;
    let places = items.iter().enumerate().filter(|(_, item)| same(item, wanted));
    Some(Value::List(places.filter_map(|(at, _)| size(at + 1)).collect()))
}

fn without_repeats(items: Vec<Value>) -> Value {
    let mut kept: Vec<Value> = Vec::new();
    for item in items {
        if !kept.iter().any(|other| same(other, &item)) {
            kept.push(item);
        }
    }
    Value::List(kept)
}

pub(super) fn union(args: &[Value]) -> Option<Value> {
    match concatenate(args)? {
        Value::List(items) => Some(without_repeats(items)),
        _ => None,
    }
}

pub(super) fn distinct(args: &[Value]) -> Option<Value> {
    first_list(args).map(without_repeats)
}

pub(super) fn flatten(args: &[Value]) -> Option<Value> {
    let mut flat = Vec::new();
    flatten_into(first_list(args)?, &mut flat);
    Some(Value::List(flat))
}

fn flatten_into(items: Vec<Value>, flat: &mut Vec<Value>) {
    for item in items {
        match item {
            Value::List(inner) => flatten_into(inner, flat),
            other => flat.push(other),
        }
    }
}

pub(super) fn product(args: &[Value]) -> Option<Value> {
    numbers(args)?.into_iter().try_fold(Decimal::ONE, Decimal::checked_mul).map(Value::Number)
}

pub(super) fn median(args: &[Value]) -> Option<Value> {
    let mut numbers = numbers(args)?;
    numbers.sort_unstable();
    let middle = numbers.len() / 2;
    let upper = *numbers.get(middle)?;
    if numbers.len() % 2 == 1 {
        return Some(Value::Number(upper));
    }
    average(&[*numbers.get(middle - 1)?, upper]).map(Value::Number)
}

/// The standard deviation of a sample.
pub(super) fn stddev(args: &[Value]) -> Option<Value> {
    let numbers = numbers(args)?;
    if numbers.len() < 2 {
        return None;
    }
    let mean = average(&numbers)?;
    let mut squares = Decimal::ZERO;
    for n in &numbers {
        let distance = n.checked_sub(mean)?;
        squares = squares.checked_add(distance.checked_mul(distance)?)?;
    }
    squares.checked_div(Decimal::from(numbers.len() - 1))?.sqrt().map(Value::Number)
}

/// The numbers that occur most often, in ascending order.
pub(super) fn mode(args: &[Value]) -> Option<Value> {
    let items = values(args)?;
    if items.is_empty() {
        return Some(Value::List(items));
    }
    let mut numbers = numbers(args)?;
    numbers.sort_unstable();
    let mut runs: Vec<(Decimal, usize)> = Vec::new();
    for n in numbers {
        match runs.last_mut() {
            Some((last, count)) if *last == n => *count += 1,
            _ => runs.push((n, 1)),
        }
    }
    let most = runs.iter().map(|(_, count)| *count).max()?;
    Some(Value::List(runs.into_iter().filter(|(_, n)| *n == most).map(|(n, _)| Value::Number(n)).collect()))
}
