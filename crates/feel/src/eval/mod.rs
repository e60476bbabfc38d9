//! Evaluation of the tree. What the data does not allow is `null`; only limits, and unknown names in simple
//! expressions, are errors.

mod arithmetic;
mod calls;
pub(crate) mod compare;
mod iterate;
mod paths;
mod tests_of_cells;
mod type_test;

use std::cell::Cell;
use std::sync::Arc;

use crate::ast::{Comparison, Node};
use crate::builtins;
use crate::expr::{Env, EvalError};
use crate::scope::{Layer, Scope};
use crate::value::{Context, Function, FunctionKind, Range, Value};

pub(crate) use compare::{compare, equal};

/// Nodes evaluated before the evaluation is given up.
const STEPS: u32 = 2_000_000;
/// Evaluations inside each other before the evaluation is given up.
const DEPTH: u32 = 320;

type Evaluated = Result<Value, EvalError>;

pub(crate) struct Evaluator<'e> {
    pub env: &'e Env,
    strict: bool,
    steps: Cell<u32>,
    depth: Cell<u32>,
}

impl<'e> Evaluator<'e> {
    /// `strict`: an unknown name is an error, as in simple expressions, not `null`, as in FEEL.
    pub const fn new(env: &'e Env, strict: bool) -> Self {
        Self { env, strict, steps: Cell::new(0), depth: Cell::new(0) }
    }

    pub fn eval(&self, node: &Node, scope: &dyn Scope) -> Evaluated {
        self.tick()?;
        if self.depth.get() >= DEPTH {
            return Err(EvalError::TooLong("320 levels of recursion"));
        }
        self.depth.set(self.depth.get() + 1);
        let result = self.dispatch(node, scope);
        self.depth.set(self.depth.get() - 1);
        result
    }

    /// Counts one step of work.
    pub fn tick(&self) -> Result<(), EvalError> {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > STEPS { Err(EvalError::TooLong("two million steps")) } else { Ok(()) }
    }

    fn dispatch(&self, node: &Node, scope: &dyn Scope) -> Evaluated {
        match node {
            Node::Null | Node::Any => Ok(Value::Null),
            Node::Bool(value) => Ok(Value::Bool(*value)),
            Node::Number(number) => Ok(Value::Number(*number)),
            Node::String(text) => Ok(Value::String(text.clone())),
            Node::Constant(value) => Ok(value.clone()),
            Node::Name(name) => self.name(name, scope),
            Node::List(items) => self.each(items, scope).map(Value::List),
            Node::Context(entries) => self.context(entries, scope),
            Node::Range { start, start_included, end, end_included } => {
                self.range(start.as_deref(), *start_included, end.as_deref(), *end_included, scope)
            }
            Node::Test { op, than } => self.one_point(*op, than, scope),
            Node::Negate(inner) => Ok(arithmetic::negate(&self.eval(inner, scope)?)),
            Node::Arithmetic { op, left, right } => self.arithmetic(*op, left, right, scope),
            Node::Compare { op, left, right } => self.comparison(*op, left, right, scope),
            Node::And(parts) => self.ternary(parts, false, scope),
            Node::Or(parts) => self.ternary(parts, true, scope),
            Node::If { condition, then, otherwise } => {
                let holds = self.eval(condition, scope)? == Value::Bool(true);
                self.eval(if holds { then } else { otherwise }, scope)
            }
            Node::For { steps, body } => self.for_each(steps, body, scope),
            Node::Quantified { every, steps, body } => self.quantified(*every, steps, body, scope),
            Node::Filter { list, by } => self.filter(list, by, scope),
            Node::Path { of, name } => Ok(paths::entry(&self.eval(of, scope)?, name)),
            Node::Between { value, low, high } => self.between(value, low, high, scope),
            Node::In { value, tests } => self.in_tests(value, tests, scope),
            Node::InstanceOf { value, of } => Ok(Value::Bool(type_test::is(&self.eval(value, scope)?, of))),
            Node::Function(lambda) => Ok(self.closure(lambda, scope)),
            Node::Call { function, args } => self.call(function, args, scope),
            Node::Empty(inner) => Ok(Value::Bool(is_empty(&self.eval(inner, scope)?))),
        }
    }

    fn each(&self, nodes: &[Node], scope: &dyn Scope) -> Result<Vec<Value>, EvalError> {
        nodes.iter().map(|node| self.eval(node, scope)).collect()
    }

    fn name(&self, name: &Arc<str>, scope: &dyn Scope) -> Evaluated {
        if let Some(value) = scope.get(name) {
            return Ok(value);
        }
        match builtins::static_name(name) {
            Some(name) => Ok(Value::Function(Function(FunctionKind::Builtin(name)))),
            None if self.strict => Err(EvalError::UnknownName(name.to_string())),
            None => Ok(Value::Null),
        }
    }

    fn context(&self, entries: &[(Arc<str>, Node)], scope: &dyn Scope) -> Evaluated {
        let mut context = Context::new();
        for (name, node) in entries {
            if context.get(name).is_some() {
                return Ok(Value::Null);
            }
            let value = self.eval(node, &Layer { names: &context, parent: scope })?;
            context.insert(name.clone(), value);
        }
        Ok(Value::Context(context))
    }

    fn range(
        &self,
        start: Option<&Node>,
        start_included: bool,
        end: Option<&Node>,
        end_included: bool,
        scope: &dyn Scope,
    ) -> Evaluated {
        let one_sided = start.is_none() || end.is_none();
        let start = start.map_or(Ok(Value::Null), |node| self.eval(node, scope))?;
        let end = end.map_or(Ok(Value::Null), |node| self.eval(node, scope))?;
        if start.is_null() && end.is_null() {
            return Ok(Value::Null);
        }
        if !start.is_null() && !end.is_null() && compare(&start, &end).is_none() {
            return Ok(Value::Null);
        }
        Ok(Value::Range(Arc::new(Range { start, start_included, end, end_included, one_sided })))
    }

    fn one_point(&self, op: Comparison, than: &Node, scope: &dyn Scope) -> Evaluated {
        let point = self.eval(than, scope)?;
        let included = op == Comparison::Equal;
        let range = Range {
            start: point.clone(),
            start_included: included,
            end: point,
            end_included: included,
            one_sided: true,
        };
        Ok(Value::Range(Arc::new(range)))
    }

    /// `and` and `or` of three-valued logic: `decisive` settles the matter, whatever else is `null`.
    fn ternary(&self, parts: &[Node], decisive: bool, scope: &dyn Scope) -> Evaluated {
        let mut unknown = false;
        for part in parts {
            match self.eval(part, scope)? {
                Value::Bool(value) if value == decisive => return Ok(Value::Bool(decisive)),
                Value::Bool(_) => {}
                _ => unknown = true,
            }
        }
        Ok(if unknown { Value::Null } else { Value::Bool(!decisive) })
    }

    fn comparison(&self, op: Comparison, left: &Node, right: &Node, scope: &dyn Scope) -> Evaluated {
        let (left, right) = (self.eval(left, scope)?, self.eval(right, scope)?);
        Ok(compare::apply(op, &left, &right).map_or(Value::Null, Value::Bool))
    }

    fn between(&self, value: &Node, low: &Node, high: &Node, scope: &dyn Scope) -> Evaluated {
        let (value, low, high) = (self.eval(value, scope)?, self.eval(low, scope)?, self.eval(high, scope)?);
        let inside = compare(&value, &low).zip(compare(&value, &high));
        Ok(inside.map(|(low, high)| Value::Bool(low.is_ge() && high.is_le())).into())
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::List(items) => items.is_empty(),
        Value::Context(context) => context.is_empty(),
        _ => false,
    }
}
