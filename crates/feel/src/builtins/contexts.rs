//! Functions of contexts.

use super::list;
use crate::value::{Context, Value};

fn first_context(args: &[Value]) -> Option<&Context> {
    super::single(args.first()?).as_context()
}

/// `get value(m, key)`; a list of keys is a way down.
pub(super) fn get_value(args: &[Value]) -> Option<Value> {
    let context = first_context(args)?;
    match args.get(1)? {
        Value::String(key) => context.get(key).cloned(),
        Value::List(keys) if !keys.is_empty() => {
            let mut at = Value::Context(context.clone());
            for key in keys {
                at = at.as_context()?.get(key.as_str()?)?.clone();
            }
            Some(at)
        }
        _ => None,
    }
}

/// `get entries(m)`: a list of contexts with `key` and `value`.
pub(super) fn get_entries(args: &[Value]) -> Option<Value> {
    let entry = |(key, value): (&str, &Value)| {
        Value::Context([("key", Value::from(key)), ("value", value.clone())].into_iter().collect())
    };
    Some(Value::List(first_context(args)?.iter().map(entry).collect()))
}

/// `context(entries)`: the reverse of `get entries`; a key may come once.
pub(super) fn context(args: &[Value]) -> Option<Value> {
    let mut context = Context::new();
    for entry in list(args.first()?)? {
        let entry = entry.as_context()?;
        let key = entry.get("key")?.as_str()?;
        if context.get(key).is_some() {
            return None;
        }
        context.insert(key, entry.get("value")?.clone());
    }
    Some(Value::Context(context))
}

/// `context put(context, key or keys, value)`.
pub(super) fn put(args: &[Value]) -> Option<Value> {
    let context = first_context(args)?;
    let value = args.get(2)?;
    match args.get(1)? {
        Value::String(key) => put_at(context, std::slice::from_ref(&Value::String(key.clone())), value),
        Value::List(keys) if !keys.is_empty() => put_at(context, keys, value),
        _ => None,
    }
}

fn put_at(context: &Context, keys: &[Value], value: &Value) -> Option<Value> {
    let (key, deeper) = keys.split_first()?;
    let key = key.as_str()?;
    let mut changed = context.clone();
    if deeper.is_empty() {
        changed.insert(key, value.clone());
    } else {
        changed.insert(key, put_at(context.get(key)?.as_context()?, deeper, value)?);
    }
    Some(Value::Context(changed))
}

/// `context merge(contexts)`: later entries win.
pub(super) fn merge(args: &[Value]) -> Option<Value> {
    let mut merged = Context::new();
    for context in list(args.first()?)? {
        for (key, value) in context.as_context()?.iter() {
            merged.insert(key, value.clone());
        }
    }
    Some(Value::Context(merged))
}
