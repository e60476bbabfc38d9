//! The built-in functions (DMN 1.5, 10.3.4): their signatures and how they are called. A call that does not
//! fit a signature, or whose arguments have the wrong type, gives `null`.

mod contexts;
mod conversion;
mod lists;
mod numbers;
mod ranges;
mod strings;
mod table;
mod temporal;

use std::cmp::Ordering;

use rust_decimal::prelude::{Decimal, ToPrimitive};

use crate::eval::{Evaluator, compare};
use crate::expr::EvalError;
use crate::scope::Scope;
use crate::temporal::DateTime;
use crate::value::{Function, FunctionKind, Value};

pub(crate) use numbers::from_series;
pub(crate) use table::{Signature, TABLE};

/// Names the parser would end too early, because they contain words of the language.
pub(crate) const NAMES_WITH_KEYWORDS: [&str; 3] =
    ["date and time", "years and months duration", "days and time duration"];

/// Whether there is a built-in function of that name.
pub(crate) fn exists(name: &str) -> bool {
    static_name(name).is_some()
}

/// The name as it stands in the table.
pub(crate) fn static_name(name: &str) -> Option<&'static str> {
    signatures(name).map(|signature| signature.name).next()
}

/// The signatures of that name.
pub(crate) fn signatures(name: &str) -> impl Iterator<Item = &'static Signature> {
    TABLE.iter().filter(move |signature| signature.name == name)
}

/// Arguments given by name, in the order of the first signature that has all those names and lacks none it
/// requires.
pub(crate) fn in_order(name: &str, args: &[(&str, Value)]) -> Option<Vec<Value>> {
    let signature = signatures(name).find(|signature| {
        args.iter().all(|(name, _)| signature.params.contains(name))
            && signature
                .params
                .iter()
                .take(signature.required)
                .all(|p| args.iter().any(|(name, _)| name == p))
    })?;
    let last = args.iter().filter_map(|(name, _)| signature.params.iter().position(|p| p == name)).max();
    let count = last.map_or(0, |last| last + 1);
    let find = |param: &&str| args.iter().find(|(name, _)| name == param).map(|(_, v)| v.clone()).into();
    let ordered: Vec<Value> = signature.params.iter().take(count).map(find).collect();
    // A function of any number of values, given its one list by name, takes only a list.
    Some(ordered)
}

/// Calls a built-in function.
pub(crate) fn call(
    evaluator: &Evaluator,
    name: &str,
    args: &[Value],
    scope: &dyn Scope,
) -> Result<Value, EvalError> {
    let signature = signatures(name).find(|signature| {
        args.len() >= signature.required && (signature.variadic || args.len() <= signature.params.len())
    });
    let Some(signature) = signature else {
        return Ok(Value::Null);
    };
    match name {
        "now" => return Ok(Value::DateTime(DateTime::in_rome(evaluator.env.now))),
        "today" => return Ok(Value::Date(evaluator.env.now.date().into())),
        "sort" => return sort(evaluator, args, scope),
        "list replace" => {
            if let [list, Value::Function(function), new] = args {
                return replace_matching(evaluator, list, function, new, scope);
            }
        }
        _ => {}
    }
    Ok((signature.run)(args).into())
}

/// `sort(list, precedes)`: a stable merge sort, so that a strange `precedes` can do no harm.
fn sort(evaluator: &Evaluator, args: &[Value], scope: &dyn Scope) -> Result<Value, EvalError> {
    let Some(mut items) = args.first().and_then(list) else {
        return Ok(Value::Null);
    };
    let precedes = match args.get(1) {
        None => None,
        Some(Value::Function(function)) if arity_fits(function) => Some(function),
        Some(_) => return Ok(Value::Null),
    };
    let mut failure = None;
    let mut unordered = false;
    items = merge_sort(items, &mut |a, b| {
        let before = match precedes {
            None => compare(a, b).map(Ordering::is_lt),
            Some(function) => match evaluator.invoke(function, &[a.clone(), b.clone()], scope) {
                Ok(value) => value.as_bool(),
                Err(error) => {
                    failure = Some(error);
                    None
                }
            },
        };
        unordered |= before.is_none();
        before.unwrap_or(false)
    });
    match failure {
        Some(error) => Err(error),
        None => Ok(if unordered { Value::Null } else { Value::List(items) }),
    }
}

fn arity_fits(function: &Function) -> bool {
    matches!(function.0, FunctionKind::Builtin(_)) || function.parameters().len() == 2
}

fn merge_sort(mut items: Vec<Value>, before: &mut dyn FnMut(&Value, &Value) -> bool) -> Vec<Value> {
    if items.len() < 2 {
        return items;
    }
    let right = merge_sort(items.split_off(items.len() / 2), before);
    let left = merge_sort(items, before);
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        let from_right = before(b, a);
        merged.extend(if from_right { right.next() } else { left.next() });
    }
    merged.extend(left);
    merged.extend(right);
    merged
}

fn replace_matching(
    evaluator: &Evaluator,
    items: &Value,
    matching: &Function,
    new: &Value,
    scope: &dyn Scope,
) -> Result<Value, EvalError> {
    let Some(items) = list(items) else {
        return Ok(Value::Null);
    };
    if !arity_fits(matching) {
        return Ok(Value::Null);
    }
    let mut replaced = Vec::with_capacity(items.len());
    for item in items {
        match evaluator.invoke(matching, &[item.clone(), new.clone()], scope)? {
            Value::Bool(true) => replaced.push(new.clone()),
            Value::Bool(false) => replaced.push(item),
            _ => return Ok(Value::Null),
        }
    }
    Ok(Value::List(replaced))
}

/// The arguments, or `None` for a place that has none. A list of one stands for its element where no list is
/// wanted (DMN 1.5, 10.3.2.9.4).
fn single(value: &Value) -> &Value {
    match value {
        Value::List(items) => match items.as_slice() {
            [only] => only,
            _ => value,
        },
        _ => value,
    }
}

fn number(value: &Value) -> Option<Decimal> {
    single(value).as_number()
}

/// A whole number.
fn whole(value: &Value) -> Option<i64> {
    let number = number(value)?;
    if number.is_integer() { number.to_i64() } else { None }
}

fn text(value: &Value) -> Option<&str> {
    single(value).as_str()
}

/// A list; any other value but `null` is a list of itself.
fn list(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::List(items) => Some(items.clone()),
        Value::Null => None,
        other => Some(vec![other.clone()]),
    }
}

/// The arguments of a function of any number of values: one list, or the values themselves.
fn values(args: &[Value]) -> Option<Vec<Value>> {
    match args {
        [Value::List(items)] => Some(items.clone()),
        [Value::Null] => None,
        other => Some(other.to_vec()),
    }
}
