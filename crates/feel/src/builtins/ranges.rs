//! Functions of ranges and points (DMN 1.5, table 78).

use std::cmp::Ordering;

use crate::ast::Node;
use crate::eval::{Evaluator, compare, compare as order, equal};
use crate::expr::Env;
use crate::parser::Parser;
use crate::scope::Empty;
use crate::value::{Range, Value};

/// A point as the range that holds only it.
fn as_range(value: &Value) -> Option<Range> {
    match super::single(value) {
        Value::Range(range) => Some((**range).clone()),
        point => {
            compare(point, point)?;
            Some(Range {
                start: point.clone(),
                start_included: true,
                end: point.clone(),
                end_included: true,
                one_sided: false,
            })
        }
    }
}

fn both(args: &[Value]) -> Option<(Range, Range)> {
    match args {
        [a, b] => Some((as_range(a)?, as_range(b)?)),
        _ => None,
    }
}

fn is_range(value: Option<&Value>) -> bool {
    value.is_some_and(|value| matches!(super::single(value), Value::Range(_)))
}

/// Two ranges, where a point will not do.
fn ranges(args: &[Value]) -> Option<(Range, Range)> {
    if is_range(args.first()) && is_range(args.get(1)) { both(args) } else { None }
}

fn answer(value: bool) -> Option<Value> {
    Some(Value::Bool(value))
}

fn swapped(args: &[Value], relation: fn(&[Value]) -> Option<Value>) -> Option<Value> {
    match args {
        [a, b] => relation(&[b.clone(), a.clone()]),
        _ => None,
    }
}

/// An end towards infinity is before every start and after every end.
fn start_order(a: &Range, b: &Range) -> Option<Ordering> {
    match (&a.start, &b.start) {
        (Value::Null, Value::Null) => Some(Ordering::Equal),
        (Value::Null, _) => Some(Ordering::Less),
        (_, Value::Null) => Some(Ordering::Greater),
        (start, other) => Some(order(start, other)?.then(b.start_included.cmp(&a.start_included))),
    }
}

fn end_order(a: &Range, b: &Range) -> Option<Ordering> {
    match (&a.end, &b.end) {
        (Value::Null, Value::Null) => Some(Ordering::Equal),
        (Value::Null, _) => Some(Ordering::Greater),
        (_, Value::Null) => Some(Ordering::Less),
        (end, other) => Some(order(end, other)?.then(a.end_included.cmp(&b.end_included))),
    }
}

/// Whether `a` ends before `b` starts.
fn precedes(a: &Range, b: &Range) -> Option<bool> {
    match (&a.end, &b.start) {
        (Value::Null, _) | (_, Value::Null) => Some(false),
        (end, start) => Some(match order(end, start)? {
            Ordering::Less => true,
            Ordering::Equal => !(a.end_included && b.start_included),
            Ordering::Greater => false,
        }),
    }
}

pub(super) fn before(args: &[Value]) -> Option<Value> {
    let (a, b) = both(args)?;
    precedes(&a, &b).map(Value::Bool)
}

pub(super) fn after(args: &[Value]) -> Option<Value> {
    swapped(args, before)
}

pub(super) fn meets(args: &[Value]) -> Option<Value> {
    let (a, b) = ranges(args)?;
    answer(a.end_included && b.start_included && order(&a.end, &b.start)?.is_eq())
}

pub(super) fn met_by(args: &[Value]) -> Option<Value> {
    swapped(args, meets)
}

pub(super) fn overlaps(args: &[Value]) -> Option<Value> {
    let (a, b) = ranges(args)?;
    answer(!precedes(&a, &b)? && !precedes(&b, &a)?)
}

pub(super) fn overlaps_before(args: &[Value]) -> Option<Value> {
    let (a, b) = ranges(args)?;
    answer(start_order(&a, &b)?.is_lt() && end_order(&a, &b)?.is_le() && !precedes(&a, &b)?)
}

pub(super) fn overlaps_after(args: &[Value]) -> Option<Value> {
    swapped(args, overlaps_before)
}

pub(super) fn finishes(args: &[Value]) -> Option<Value> {
    if !is_range(args.get(1)) {
        return None;
    }
    let (a, b) = both(args)?;
    answer(end_order(&a, &b)?.is_eq() && start_order(&a, &b)?.is_ge())
}

pub(super) fn finished_by(args: &[Value]) -> Option<Value> {
    swapped(args, finishes)
}

pub(super) fn includes(args: &[Value]) -> Option<Value> {
    if !is_range(args.first()) {
        return None;
    }
    let (a, b) = both(args)?;
    answer(start_order(&a, &b)?.is_le() && end_order(&a, &b)?.is_ge())
}

pub(super) fn during(args: &[Value]) -> Option<Value> {
    swapped(args, includes)
}

pub(super) fn starts(args: &[Value]) -> Option<Value> {
    if !is_range(args.get(1)) {
        return None;
    }
    let (a, b) = both(args)?;
    answer(start_order(&a, &b)?.is_eq() && end_order(&a, &b)?.is_le())
}

pub(super) fn started_by(args: &[Value]) -> Option<Value> {
    swapped(args, starts)
}

pub(super) fn coincides(args: &[Value]) -> Option<Value> {
    match args {
        [a, b] if is_range(Some(a)) && is_range(Some(b)) => {
            let (a, b) = both(args)?;
            answer(start_order(&a, &b)?.is_eq() && end_order(&a, &b)?.is_eq())
        }
        [a, b] if !is_range(Some(a)) && !is_range(Some(b)) => {
            compare(a, b)?;
            equal(a, b).map(Value::Bool)
        }
        _ => None,
    }
}

/// `range(from)`: a range of literals from its text.
pub(super) fn range(args: &[Value]) -> Option<Value> {
    let node = Parser::new(super::text(args.first()?)?, &[]).ok()?.whole_expression().ok()?;
    let Node::Range { start: Some(start), end: Some(end), .. } = &node else {
        return None;
    };
    let literal = |end: &Node| match end {
        Node::Number(_) | Node::String(_) | Node::Constant(_) => true,
        Node::Negate(inner) => matches!(**inner, Node::Number(_)),
        Node::Call { function, .. } => matches!(&**function, Node::Name(_)),
        Node::Null => true,
        _ => false,
    };
    if !literal(start) || !literal(end) {
        return None;
    }
    let env = Env { now: kernel::Instant::from_micros(0) };
    match Evaluator::new(&env, false).eval(&node, &Empty) {
        Ok(value @ Value::Range(_)) => Some(value),
        _ => None,
    }
}
