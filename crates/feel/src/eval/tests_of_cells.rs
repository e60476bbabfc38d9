//! `in`, and the tests of decision table cells.

use super::compare::{equal, includes};
use super::{Evaluated, Evaluator};
use crate::ast::Node;
use crate::expr::EvalError;
use crate::names;
use crate::scope::{Local, Scope};
use crate::value::Value;

impl Evaluator<'_> {
    pub(super) fn in_tests(&self, value: &Node, tests: &[Node], scope: &dyn Scope) -> Evaluated {
        let value = self.eval(value, scope)?;
        Ok(self.any_test(&value, tests, scope)?.map(Value::Bool).into())
    }

    /// Whether the input passes the cell: `-`, a list of tests, or the negation of one.
    pub fn unary_tests(&self, cell: &Node, input: &Value, scope: &dyn Scope) -> Result<bool, EvalError> {
        Ok(match cell {
            Node::Any => true,
            Node::Negate(inner) => match &**inner {
                Node::List(tests) => self.any_test(input, tests, scope)? == Some(false),
                other => self.test(input, other, scope)? == Some(false),
            },
            Node::List(tests) => self.any_test(input, tests, scope)? == Some(true),
            other => self.test(input, other, scope)? == Some(true),
        })
    }

    fn any_test(&self, value: &Value, tests: &[Node], scope: &dyn Scope) -> Result<Option<bool>, EvalError> {
        let mut unknown = false;
        for test in tests {
            match self.test(value, test, scope)? {
                Some(true) => return Ok(Some(true)),
                Some(false) => {}
                None => unknown = true,
            }
        }
        Ok(if unknown { None } else { Some(false) })
    }

    fn test(&self, value: &Value, test: &Node, scope: &dyn Scope) -> Result<Option<bool>, EvalError> {
        if matches!(test, Node::Any) {
            return Ok(Some(true));
        }
        let result = self.eval(test, &Local { name: "?", value, parent: scope })?;
        if names::mentions(test, "?") {
            return Ok(result.as_bool());
        }
        Ok(passes(value, &result))
    }
}

/// Whether a value passes a test that is itself a value: a range holds it, a list contains it, it is equal.
fn passes(value: &Value, test: &Value) -> Option<bool> {
    match test {
        Value::Range(range) if !matches!(value, Value::Range(_)) => includes(range, value),
        Value::Range(_) => equal(value, test),
        Value::List(options) => {
            if equal(value, test) == Some(true) {
                return Some(true);
            }
            let mut unknown = false;
            for option in options {
                let found = match option {
                    Value::Range(range) if !matches!(value, Value::Range(_)) => includes(range, value),
                    option => equal(value, option),
                };
                match found {
                    Some(true) => return Some(true),
                    Some(false) => {}
                    None => unknown = true,
                }
            }
            if unknown { None } else { Some(false) }
        }
        Value::Bool(true) if !matches!(value, Value::Bool(_) | Value::Null) => Some(true),
        _ => equal(value, test),
    }
}
