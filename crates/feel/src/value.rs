//! The values of the language.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::ast::{Lambda, Node};
use crate::temporal::{Date, DateTime, DaysDuration, MonthsDuration, Time};

/// A value of the expression language (DMN 1.5, 10.3.2).
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// No value; also the result of an operation that has none.
    #[default]
    Null,
    /// True or false.
    Bool(bool),
    /// An exact decimal number.
    Number(Decimal),
    /// Text.
    String(Arc<str>),
    /// A calendar day.
    Date(Date),
    /// A time of day, with or without a zone.
    Time(Time),
    /// A day and a time of day.
    DateTime(DateTime),
    /// A length of time in days, hours, minutes and seconds.
    DaysDuration(DaysDuration),
    /// A length of time in years and months.
    MonthsDuration(MonthsDuration),
    /// A list.
    List(Vec<Value>),
    /// Named entries in the order they were written.
    Context(Context),
    /// An interval or a one-sided comparison.
    Range(Arc<Range>),
    /// A function, built in or written in an expression.
    Function(Function),
}

impl Value {
    /// Text as a value.
    pub fn string(text: impl Into<Arc<str>>) -> Self {
        Self::String(text.into())
    }

    /// The truth value, when this is one.
    #[must_use]
    pub const fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The number, when this is one.
    #[must_use]
    pub const fn as_number(&self) -> Option<Decimal> {
        if let Self::Number(value) = self { Some(*value) } else { None }
    }

    /// The text, when this is a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(value) = self { Some(value) } else { None }
    }

    /// The elements, when this is a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    /// The entries, when this is a context.
    #[must_use]
    pub const fn as_context(&self) -> Option<&Context> {
        if let Self::Context(context) = self { Some(context) } else { None }
    }

    /// Whether this is `null`.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The name of the value's type as FEEL spells it.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) => "number",
            Self::String(_) => "string",
            Self::Date(_) => "date",
            Self::Time(_) => "time",
            Self::DateTime(_) => "date and time",
            Self::DaysDuration(_) => "days and time duration",
            Self::MonthsDuration(_) => "years and months duration",
            Self::List(_) => "list",
            Self::Context(_) => "context",
            Self::Range(_) => "range",
            Self::Function(_) => "function",
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Number(value.into())
    }
}

impl From<Decimal> for Value {
    fn from(value: Decimal) -> Self {
        Self::Number(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::String(value.into())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::String(value.into())
    }
}

impl From<Vec<Self>> for Value {
    fn from(value: Vec<Self>) -> Self {
        Self::List(value)
    }
}

impl From<Context> for Value {
    fn from(value: Context) -> Self {
        Self::Context(value)
    }
}

impl From<Option<Self>> for Value {
    fn from(value: Option<Self>) -> Self {
        value.unwrap_or_default()
    }
}

/// Named entries in the order they were written. Equality does not look at the order.
#[derive(Clone, Debug, Default)]
pub struct Context(Vec<(Arc<str>, Value)>);

impl Context {
    /// A context without entries.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The entry of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(key, _)| &**key == name).map(|(_, value)| value)
    }

    /// Sets an entry; one that exists keeps its place.
    pub fn insert(&mut self, name: impl Into<Arc<str>>, value: impl Into<Value>) {
        let (name, value) = (name.into(), value.into());
        match self.0.iter_mut().find(|(key, _)| *key == name) {
            Some(entry) => entry.1 = value,
            None => self.0.push((name, value)),
        }
    }

    /// Takes an entry out.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let at = self.0.iter().position(|(key, _)| &**key == name)?;
        Some(self.0.remove(at).1)
    }

    /// The entries in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(key, value)| (&**key, value))
    }

    /// How many entries there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no entries.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl PartialEq for Context {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|(key, value)| other.get(key) == Some(value))
    }
}

impl<K: Into<Arc<str>>, V: Into<Value>> FromIterator<(K, V)> for Context {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut context = Self::new();
        for (key, value) in entries {
            context.insert(key, value);
        }
        context
    }
}

/// An interval. An end that is `null` is open to infinity, which is how `(< 5)` is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The lower end; `null` when there is none.
    pub start: Value,
    /// Whether the lower end belongs to the interval.
    pub start_included: bool,
    /// The upper end; `null` when there is none.
    pub end: Value,
    /// Whether the upper end belongs to the interval.
    pub end_included: bool,
    /// Whether it was written as a comparison, `(< 5)`: such a range equals no interval. One written `(= 5)`
    /// has both ends at 5 and included, `(!= 5)` both ends at 5 and neither included.
    pub one_sided: bool,
}

/// A function value.
#[derive(Clone, Debug)]
pub struct Function(pub(crate) FunctionKind);

#[derive(Clone, Debug)]
pub(crate) enum FunctionKind {
    /// A built-in function by its name.
    Builtin(&'static str),
    /// `function(a, b) …` with the values its body takes from around it.
    Lambda { lambda: Arc<Lambda>, captured: Arc<Context> },
}

impl Function {
    /// The names of the parameters, when the function was written in an expression.
    #[must_use]
    pub fn parameters(&self) -> Vec<&str> {
        match &self.0 {
            FunctionKind::Builtin(_) => Vec::new(),
            FunctionKind::Lambda { lambda, .. } => lambda.params.iter().map(|p| &*p.name).collect(),
        }
    }

    pub(crate) fn body(&self) -> Option<&Node> {
        match &self.0 {
            FunctionKind::Builtin(_) => None,
            FunctionKind::Lambda { lambda, .. } => Some(&lambda.body),
        }
    }
}

impl PartialEq for Function {
    /// A function equals itself only.
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (FunctionKind::Builtin(a), FunctionKind::Builtin(b)) => a == b,
            (FunctionKind::Lambda { lambda: a, .. }, FunctionKind::Lambda { lambda: b, .. }) => {
                Arc::ptr_eq(a, b)
            }
            _ => false,
        }
    }
}
