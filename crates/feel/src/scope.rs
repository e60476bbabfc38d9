//! Where names get their values.

use std::collections::BTreeMap;

use crate::value::{Context, Value};

/// A place to look names up: the variables of a process instance, the entries of a context.
pub trait Scope {
    /// The value of `name`; `None` when there is no such name (which differs from a name that is `null`).
    fn get(&self, name: &str) -> Option<Value>;
}

/// A scope without names.
#[derive(Clone, Copy, Debug, Default)]
pub struct Empty;

impl Scope for Empty {
    fn get(&self, _name: &str) -> Option<Value> {
        None
    }
}

impl Scope for Context {
    fn get(&self, name: &str) -> Option<Value> {
        Context::get(self, name).cloned()
    }
}

impl Scope for BTreeMap<String, Value> {
    fn get(&self, name: &str) -> Option<Value> {
        BTreeMap::get(self, name).cloned()
    }
}

/// One name in front of another scope: the variable of an iteration.
pub(crate) struct Local<'a> {
    pub name: &'a str,
    pub value: &'a Value,
    pub parent: &'a dyn Scope,
}

impl Scope for Local<'_> {
    fn get(&self, name: &str) -> Option<Value> {
        if name == self.name { Some(self.value.clone()) } else { self.parent.get(name) }
    }
}

/// Several names in front of another scope: the parameters of a function.
pub(crate) struct Layer<'a> {
    pub names: &'a Context,
    pub parent: &'a dyn Scope,
}

impl Scope for Layer<'_> {
    fn get(&self, name: &str) -> Option<Value> {
        self.names.get(name).cloned().or_else(|| self.parent.get(name))
    }
}

/// The scope inside a filter: `item`, and the entries of the item when it is a context.
pub(crate) struct Item<'a> {
    pub item: &'a Value,
    pub parent: &'a dyn Scope,
}

impl Scope for Item<'_> {
    fn get(&self, name: &str) -> Option<Value> {
        if let Value::Context(context) = self.item
            && let Some(value) = context.get(name)
        {
            return Some(value.clone());
        }
        if name == "item" { Some(self.item.clone()) } else { self.parent.get(name) }
    }
}
