//! `for`, `some`, `every` and filters.

use rust_decimal::prelude::ToPrimitive;

use super::{Evaluated, Evaluator};
use crate::ast::{Node, Step};
use crate::expr::EvalError;
use crate::scope::{Item, Local, Scope};
use crate::temporal::Date;
use crate::value::{Range, Value};

/// What is done with each combination of the variables; `false` ends the iteration.
type Visit<'v> = &'v mut dyn FnMut(&dyn Scope) -> Result<bool, EvalError>;

impl Evaluator<'_> {
    pub(super) fn for_each(&self, steps: &[Step], body: &Node, scope: &dyn Scope) -> Evaluated {
        let mut results = Vec::new();
        let uses_partial = crate::names::mentions(body, "partial");
        let complete = self.combinations(steps, scope, &mut |scope| {
            let value = if uses_partial {
                let partial = Value::List(results.clone());
                self.eval(body, &Local { name: "partial", value: &partial, parent: scope })?
            } else {
                self.eval(body, scope)?
            };
            results.push(value);
            Ok(true)
        })?;
        Ok(if complete.is_none() { Value::Null } else { Value::List(results) })
    }

    pub(super) fn quantified(
        &self,
        every: bool,
        steps: &[Step],
        body: &Node,
        scope: &dyn Scope,
    ) -> Evaluated {
        let (mut settled, mut unknown) = (false, false);
        let complete = self.combinations(steps, scope, &mut |scope| {
            match self.eval(body, scope)? {
                Value::Bool(value) => settled = value != every,
                _ => unknown = true,
            }
            Ok(!settled)
        })?;
        if settled {
            return Ok(Value::Bool(!every));
        }
        Ok(if unknown || complete.is_none() { Value::Null } else { Value::Bool(every) })
    }

    /// Visits every combination, the last variable fastest. `None` when something cannot be iterated over.
    fn combinations(
        &self,
        steps: &[Step],
        scope: &dyn Scope,
        visit: Visit,
    ) -> Result<Option<bool>, EvalError> {
        let Some((step, rest)) = steps.split_first() else {
            return visit(scope).map(Some);
        };
        let Some(items) = self.domain(step, scope)? else {
            return Ok(None);
        };
        for item in items {
            self.tick()?;
            let inner = Local { name: &step.name, value: &item, parent: scope };
            match self.combinations(rest, &inner, visit)? {
                Some(true) => {}
                stop => return Ok(stop),
            }
        }
        Ok(Some(true))
    }

    fn domain(&self, step: &Step, scope: &dyn Scope) -> Result<Option<Vec<Value>>, EvalError> {
        let from = self.eval(&step.from, scope)?;
        if let Some(to) = &step.to {
            let to = self.eval(to, scope)?;
            return self.between_points(&from, &to);
        }
        match from {
            Value::List(items) => Ok(Some(items)),
            Value::Range(range) => self.members(&range),
            Value::Null => Ok(None),
            other => Ok(Some(vec![other])),
        }
    }

    /// The members of a closed range of whole numbers or days; a range that runs backwards has none.
    fn members(&self, range: &Range) -> Result<Option<Vec<Value>>, EvalError> {
        if super::compare(&range.start, &range.end).is_none_or(std::cmp::Ordering::is_gt) {
            return Ok(None);
        }
        let Some(mut items) = self.between_points(&range.start, &range.end)? else {
            return Ok(None);
        };
        if !range.end_included {
            items.pop();
        }
        if !range.start_included && !items.is_empty() {
            items.remove(0);
        }
        Ok(Some(items))
    }

    /// Whole numbers or days from one to the other, both included, upwards or downwards.
    fn between_points(&self, from: &Value, to: &Value) -> Result<Option<Vec<Value>>, EvalError> {
        let (start, end) = match (from, to) {
            (Value::Number(a), Value::Number(b)) if a.is_integer() && b.is_integer() => {
                (a.to_i64(), b.to_i64())
            }
            (Value::Date(a), Value::Date(b)) => (Some(a.epoch_day()), Some(b.epoch_day())),
            _ => (None, None),
        };
        let Some((start, end)) = start.zip(end) else {
            return Ok(None);
        };
        let step = if start <= end { 1 } else { -1 };
        let mut items = Vec::new();
        let mut at = start;
        loop {
            self.tick()?;
            items.push(match from {
                Value::Date(_) => Date::from_epoch_day(at).map(Value::Date).into(),
                _ => Value::from(at),
            });
            if at == end {
                return Ok(Some(items));
            }
            at += step;
        }
    }

    pub(super) fn filter(&self, list: &Node, by: &Node, scope: &dyn Scope) -> Evaluated {
        let items = match self.eval(list, scope)? {
            Value::List(items) => items,
            Value::Null if !matches!(by, Node::Number(_)) => Vec::new(),
            Value::Range(range) => match self.members(&range)? {
                Some(items) => items,
                None => vec![Value::Range(range)],
            },
            other => vec![other],
        };
        if let Node::Number(index) = by {
            return Ok(nth(items, index.to_i64()));
        }
        let mut kept = Vec::new();
        for (at, item) in items.iter().enumerate() {
            match self.eval(by, &Item { item, parent: scope })? {
                Value::Bool(true) => kept.push(item.clone()),
                Value::Number(index) if at == 0 => {
                    return Ok(nth(items, index.is_integer().then(|| index.to_i64()).flatten()));
                }
                _ => {}
            }
        }
        if items.is_empty() && matches!(self.eval(by, scope)?, Value::Number(_)) {
            return Ok(Value::Null);
        }
        Ok(Value::List(kept))
    }
}

/// The element at a place counted from 1, or from the end when negative.
fn nth(items: Vec<Value>, index: Option<i64>) -> Value {
    let len = items.len() as i64;
    let at = match index {
        Some(index) if index > 0 => index - 1,
        Some(index) if index < 0 => len + index,
        _ => return Value::Null,
    };
    usize::try_from(at).ok().and_then(|at| items.into_iter().nth(at)).into()
}
