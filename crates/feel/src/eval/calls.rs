//! Invocations: binding arguments to parameters, closures.

use std::sync::Arc;

use super::{Evaluated, Evaluator, type_test};
use crate::ast::{Args, Lambda, Node, Param};
use crate::scope::{Layer, Scope};
use crate::value::{Context, Function, FunctionKind, Value};
use crate::{builtins, names};

impl Evaluator<'_> {
    /// A function value with what its body needs from here.
    pub(super) fn closure(&self, lambda: &Arc<Lambda>, scope: &dyn Scope) -> Value {
        let captured = names::captured(lambda);
        let captured: Context =
            captured.into_iter().filter_map(|name| scope.get(&name).map(|value| (name, value))).collect();
        let kind = FunctionKind::Lambda { lambda: Arc::clone(lambda), captured: Arc::new(captured) };
        Value::Function(Function(kind))
    }

    pub(super) fn call(&self, function: &Node, args: &Args, scope: &dyn Scope) -> Evaluated {
        let Value::Function(function) = self.eval(function, scope)? else {
            return Ok(Value::Null);
        };
        match args {
            Args::Positional(nodes) => {
                let values = self.each(nodes, scope)?;
                self.invoke(&function, &values, scope)
            }
            Args::Named(nodes) => {
                let mut values = Vec::new();
                for (name, node) in nodes {
                    values.push((&**name, self.eval(node, scope)?));
                }
                match in_order(&function, values) {
                    Some(values) => self.invoke(&function, &values, scope),
                    None => Ok(Value::Null),
                }
            }
        }
    }

    /// Calls a function with arguments in the order of its parameters.
    pub fn invoke(&self, function: &Function, args: &[Value], scope: &dyn Scope) -> Evaluated {
        match &function.0 {
            FunctionKind::Builtin(name) => builtins::call(self, name, args, scope),
            FunctionKind::Lambda { lambda, captured } => {
                if lambda.external || lambda.params.len() != args.len() {
                    return Ok(Value::Null);
                }
                let mut names = Context::new();
                for (param, arg) in lambda.params.iter().zip(args) {
                    match bound(param, arg) {
                        Some(value) => names.insert(param.name.clone(), value),
                        None => return Ok(Value::Null),
                    }
                }
                // What the body took from its own place wins; the caller's names come last, so that a function
                // kept under a name can call itself.
                let outer = Layer { names: captured, parent: scope };
                self.eval(&lambda.body, &Layer { names: &names, parent: &outer })
            }
        }
    }
}

/// The argument as the parameter's type wants it; `None` when it does not fit. One element stands for the list
/// of it, and a list of one for its element (DMN 1.5, 10.3.2.9.4).
fn bound(param: &Param, arg: &Value) -> Option<Value> {
    let Some(of) = &param.of else {
        return Some(arg.clone());
    };
    if type_test::fits(arg, of) {
        return Some(arg.clone());
    }
    if let Value::List(items) = arg
        && let [only] = items.as_slice()
        && type_test::fits(only, of)
    {
        return Some(only.clone());
    }
    let list = Value::List(vec![arg.clone()]);
    type_test::fits(&list, of).then_some(list)
}

/// Named arguments in the order of the parameters; `None` when a name is unknown or missing.
fn in_order(function: &Function, args: Vec<(&str, Value)>) -> Option<Vec<Value>> {
    match &function.0 {
        FunctionKind::Builtin(name) => builtins::in_order(name, &args),
        FunctionKind::Lambda { lambda, .. } => {
            if args.len() != lambda.params.len() {
                return None;
            }
            let find =
                |param: &Param| args.iter().find(|(name, _)| **name == *param.name).map(|(_, v)| v.clone());
            lambda.params.iter().map(find).collect()
        }
    }
}
