//! `instance of`, and whether a value fits a parameter's type.

use crate::ast::TypeName;
use crate::value::Value;

/// Whether the value is of the type. `null` is of no type but `Any` and `null`.
pub(super) fn is(value: &Value, of: &TypeName) -> bool {
    match of {
        TypeName::Named(name) => named(value, name),
        TypeName::List(of) => value.as_list().is_some_and(|items| items.iter().all(|item| fits(item, of))),
        TypeName::Range(of) => match value {
            Value::Range(range) => fits(&range.start, of) && fits(&range.end, of),
            _ => false,
        },
        TypeName::Context(entries) => value.as_context().is_some_and(|context| {
            entries.iter().all(|(name, of)| context.get(name).is_some_and(|entry| fits(entry, of)))
        }),
        TypeName::Function(params, _) => match value {
            Value::Function(function) => {
                function.body().is_none() || function.parameters().len() == params.len()
            }
            _ => false,
        },
    }
}

/// As [`is`], but `null` fits every type: it is a value of each.
pub(super) fn fits(value: &Value, of: &TypeName) -> bool {
    value.is_null() || is(value, of)
}

fn named(value: &Value, name: &str) -> bool {
    match name {
        "Any" => !value.is_null(),
        "Null" | "null" => value.is_null(),
        "dateTime" => matches!(value, Value::DateTime(_)),
        "dayTimeDuration" => matches!(value, Value::DaysDuration(_)),
        "yearMonthDuration" => matches!(value, Value::MonthsDuration(_)),
        _ => !value.is_null() && value.type_name() == name,
    }
}
