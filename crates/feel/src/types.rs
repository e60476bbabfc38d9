//! A light static check: it reports what cannot be right whatever the data, and is silent where the types are
//! not known. Meant for proofs of procedures before they are published.

use std::collections::BTreeMap;

use crate::ast::{Args, Arithmetic, Comparison, Node, Step, TypeName};
use crate::builtins;
use crate::expr::Expr;
use crate::value::Value;

/// The type of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// Not known, or anything.
    Any,
    /// Only `null`.
    Null,
    /// True or false.
    Boolean,
    /// A number.
    Number,
    /// Text.
    String,
    /// A calendar day.
    Date,
    /// A time of day.
    Time,
    /// A day and a time of day.
    DateTime,
    /// Days, hours, minutes, seconds.
    DaysDuration,
    /// Years and months.
    MonthsDuration,
    /// A list of elements of one type.
    List(Box<Type>),
    /// Named entries; others than these may not be used.
    Context(BTreeMap<String, Type>),
    /// An interval of values of one type.
    Range(Box<Type>),
    /// A function.
    Function,
}

impl Type {
    /// The type of a FEEL type name; [`Type::Any`] for names that are not FEEL's own.
    #[must_use]
    pub fn named(name: &str) -> Self {
        match name {
            "boolean" => Self::Boolean,
            "number" => Self::Number,
            "string" => Self::String,
            "date" => Self::Date,
            "time" => Self::Time,
            "date and time" | "dateTime" => Self::DateTime,
            "days and time duration" | "dayTimeDuration" => Self::DaysDuration,
            "years and months duration" | "yearMonthDuration" => Self::MonthsDuration,
            "list" => Self::List(Box::new(Self::Any)),
            "range" => Self::Range(Box::new(Self::Any)),
            "function" => Self::Function,
            _ => Self::Any,
        }
    }

    /// Whether values of the two types may be equal: unknown types and `null` go with every type.
    fn goes_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Any | Self::Null, _) | (_, Self::Any | Self::Null) => true,
            (Self::Date, Self::DateTime) | (Self::DateTime, Self::Date) => true,
            (Self::List(a), Self::List(b)) | (Self::Range(a), Self::Range(b)) => a.goes_with(b),
            // A list of one stands for its element.
            (Self::List(of), one) | (one, Self::List(of)) => of.goes_with(one),
            (Self::Context(_), Self::Context(_)) => true,
            (a, b) => a == b,
        }
    }

    fn common(self, other: &Self) -> Self {
        if self == *other { self } else { Self::Any }
    }
}

impl std::fmt::Display for Type {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Any => "any value",
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::String => "string",
            Self::Date => "date",
            Self::Time => "time",
            Self::DateTime => "date and time",
            Self::DaysDuration => "days and time duration",
            Self::MonthsDuration => "years and months duration",
            Self::List(of) => return write!(f, "list of {of}"),
            Self::Context(_) => "context",
            Self::Range(of) => return write!(f, "range of {of}"),
            Self::Function => "function",
        })
    }
}

/// The names that exist where an expression is evaluated, and their types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypeEnv(BTreeMap<String, Type>);

impl TypeEnv {
    /// An environment without names.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// The same environment with one more name.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, of: Type) -> Self {
        self.0.insert(name.into(), of);
        self
    }

    /// Adds a name.
    pub fn insert(&mut self, name: impl Into<String>, of: Type) {
        self.0.insert(name.into(), of);
    }
}

impl<K: Into<String>> FromIterator<(K, Type)> for TypeEnv {
    fn from_iter<I: IntoIterator<Item = (K, Type)>>(names: I) -> Self {
        Self(names.into_iter().map(|(name, of)| (name.into(), of)).collect())
    }
}

/// Something that cannot be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}. {remedy}")]
pub struct TypeError {
    /// Stable code: `unknown-name`, `unknown-entry`, `unknown-function`, `compare`, `arithmetic`, `boolean`.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

/// Everything that cannot be right in an expression.
#[must_use]
pub fn check(expr: &Expr, env: &TypeEnv) -> Vec<TypeError> {
    infer(expr, env).1
}

/// As [`check`], for a condition: it must also be able to give true or false.
#[must_use]
pub fn check_condition(expr: &Expr, env: &TypeEnv) -> Vec<TypeError> {
    let (of, mut errors) = infer(expr, env);
    if !of.goes_with(&Type::Boolean) {
        errors.push(TypeError {
            code: "boolean",
            message: format!("the condition `{expr}` is a {of}, not true or false"),
            remedy: "Compare it with something".to_owned(),
        });
    }
    errors
}

/// The type of an expression as far as it can be known.
#[must_use]
pub fn type_of(expr: &Expr, env: &TypeEnv) -> Type {
    infer(expr, env).0
}

fn infer(expr: &Expr, env: &TypeEnv) -> (Type, Vec<TypeError>) {
    let mut checker = Checker { names: env.0.clone().into_iter().collect(), errors: Vec::new(), open: 0 };
    let of = checker.of(expr.node());
    (of, checker.errors)
}

struct Checker {
    /// The innermost name last.
    names: Vec<(String, Type)>,
    errors: Vec<TypeError>,
    /// Inside how many filters of unknown elements we are, whose entries may have any name.
    open: usize,
}

impl Checker {
    fn report(&mut self, code: &'static str, message: String, remedy: &str) {
        let error = TypeError { code, message, remedy: remedy.to_owned() };
        if !self.errors.contains(&error) {
            self.errors.push(error);
        }
    }

    fn with<T>(&mut self, names: Vec<(String, Type)>, run: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.names.len();
        self.names.extend(names);
        let result = run(self);
        self.names.truncate(before);
        result
    }

    fn of(&mut self, node: &Node) -> Type {
        match node {
            Node::Null | Node::Any => Type::Null,
            Node::Bool(_) => Type::Boolean,
            Node::Number(_) => Type::Number,
            Node::String(_) => Type::String,
            Node::Constant(value) => of_value(value),
            Node::Name(name) => self.name(name),
            Node::List(items) => self.common_of(items),
            Node::Context(entries) => self.context(entries),
            Node::Range { start, end, .. } => {
                let ends: Vec<Type> = start.iter().chain(end).map(|end| self.of(end)).collect();
                Type::Range(Box::new(ends.into_iter().next().unwrap_or(Type::Any)))
            }
            Node::Test { than, .. } => Type::Range(Box::new(self.of(than))),
            Node::Negate(inner) => self.of(inner),
            Node::Arithmetic { op, left, right } => self.arithmetic(*op, left, right),
            Node::Compare { op, left, right } => self.comparison(*op, left, right),
            Node::And(parts) | Node::Or(parts) => {
                for part in parts {
                    self.boolean(part, "`and` and `or` join conditions");
                }
                Type::Boolean
            }
            Node::Filter { list, by } => self.filter(list, by),
            Node::Path { of, name } => self.path(of, name),
            Node::Between { value, low, high } => {
                let of = self.of(value);
                for end in [low, high] {
                    let end = self.of(end);
                    self.comparable(&of, &end);
                }
                Type::Boolean
            }
            Node::In { value, tests } => self.membership(value, tests),
            Node::InstanceOf { value, .. } | Node::Empty(value) => {
                self.of(value);
                Type::Boolean
            }
            Node::Call { function, args } => self.call(function, args),
            Node::If { .. } | Node::For { .. } | Node::Quantified { .. } | Node::Function(_) => {
                self.compound(node)
            }
        }
    }

    /// The forms that start with a word.
    fn compound(&mut self, node: &Node) -> Type {
        match node {
            Node::If { condition, then, otherwise } => {
                self.boolean(condition, "`if` needs a condition");
                let then = self.of(then);
                let otherwise = self.of(otherwise);
                if then == Type::Null { otherwise } else { then.common(&otherwise) }
            }
            Node::For { steps, body } => {
                let mut names = self.steps(steps);
                names.push(("partial".to_owned(), Type::List(Box::new(Type::Any))));
                let of = self.with(names, |checker| checker.of(body));
                Type::List(Box::new(of))
            }
            Node::Quantified { steps, body, .. } => {
                let names = self.steps(steps);
                self.with(names, |checker| checker.boolean(body, "`satisfies` needs a condition"));
                Type::Boolean
            }
            Node::Function(lambda) => {
                let names =
                    lambda.params.iter().map(|p| (p.name.to_string(), of_type_name(p.of.as_ref()))).collect();
                self.with(names, |checker| checker.of(&lambda.body));
                Type::Function
            }
            _ => Type::Any,
        }
    }

    fn name(&mut self, name: &str) -> Type {
        if let Some((_, of)) = self.names.iter().rev().find(|(known, _)| known == name) {
            return of.clone();
        }
        if builtins::exists(name) {
            return Type::Function;
        }
        if self.open == 0 {
            self.report(
                "unknown-name",
                format!("there is no `{name}`"),
                "Check the spelling, or set it before",
            );
        }
        Type::Any
    }

    fn common_of(&mut self, items: &[Node]) -> Type {
        let mut types = items.iter().map(|item| self.of(item)).collect::<Vec<_>>().into_iter();
        let first = types.next().unwrap_or(Type::Any);
        Type::List(Box::new(types.fold(first, |common, of| common.common(&of))))
    }

    fn context(&mut self, entries: &[(std::sync::Arc<str>, Node)]) -> Type {
        let before = self.names.len();
        let mut types = BTreeMap::new();
        for (name, node) in entries {
            let of = self.of(node);
            types.insert(name.to_string(), of.clone());
            self.names.push((name.to_string(), of));
        }
        self.names.truncate(before);
        Type::Context(types)
    }

    fn boolean(&mut self, node: &Node, why: &str) {
        let of = self.of(node);
        if !of.goes_with(&Type::Boolean) {
            self.report("boolean", format!("{why}, this is a {of}"), "Compare it with something");
        }
    }

    fn comparable(&mut self, a: &Type, b: &Type) {
        if !a.goes_with(b) {
            let message = format!("a {a} is compared with a {b}");
            self.report("compare", message, "Compare values of one type, or convert one, as with number(…)");
        }
    }

    fn comparison(&mut self, op: Comparison, left: &Node, right: &Node) -> Type {
        let (a, b) = (self.of(left), self.of(right));
        self.comparable(&a, &b);
        let unordered = |of: &Type| matches!(of, Type::Boolean | Type::Context(_) | Type::Function);
        if !matches!(op, Comparison::Equal | Comparison::NotEqual) && (unordered(&a) || unordered(&b)) {
            let of = if unordered(&a) { a } else { b };
            self.report("compare", format!("a {of} has no order"), "Use = or !=");
        }
        Type::Boolean
    }

    fn arithmetic(&mut self, op: Arithmetic, left: &Node, right: &Node) -> Type {
        use Type::{Any, Date, DateTime, DaysDuration, MonthsDuration, Null, Number, String, Time};
        let (a, b) = (self.of(left), self.of(right));
        let length = |of: &Type| matches!(of, DaysDuration | MonthsDuration);
        match (op, &a, &b) {
            (_, Any | Null | Type::List(_), _) | (_, _, Any | Null | Type::List(_)) => Any,
            (_, Number, Number) => Number,
            (Arithmetic::Add, String, String) => String,
            (Arithmetic::Add | Arithmetic::Subtract, Date | DateTime, length_type) if length(length_type) => {
                a
            }
            (Arithmetic::Add, length_type, Date | DateTime) if length(length_type) => b,
            (Arithmetic::Add | Arithmetic::Subtract, Time, DaysDuration) => Time,
            (Arithmetic::Add, DaysDuration, Time) => Time,
            (Arithmetic::Subtract, Date | DateTime, Date | DateTime) | (Arithmetic::Subtract, Time, Time) => {
                DaysDuration
            }
            (Arithmetic::Add | Arithmetic::Subtract, x, y) if length(x) && x == y => a,
            (Arithmetic::Multiply | Arithmetic::Divide, x, Number) if length(x) => a,
            (Arithmetic::Multiply, Number, x) if length(x) => b,
            (Arithmetic::Divide, x, y) if length(x) && x == y => Number,
            _ => {
                let message = format!("there is no result for a {a} and a {b} with this operator");
                self.report("arithmetic", message, "Use values that go together, or convert one");
                Any
            }
        }
    }

    fn steps(&mut self, steps: &[Step]) -> Vec<(String, Type)> {
        let mut names: Vec<(String, Type)> = Vec::new();
        for step in steps {
            let of = self.with(names.clone(), |checker| {
                let from = checker.of(&step.from);
                match &step.to {
                    Some(to) => {
                        checker.of(to);
                        from
                    }
                    None => match from {
                        Type::List(of) | Type::Range(of) => *of,
                        other => other,
                    },
                }
            });
            names.push((step.name.to_string(), of));
        }
        names
    }

    fn filter(&mut self, list: &Node, by: &Node) -> Type {
        let of = match self.of(list) {
            Type::List(of) => *of,
            other => other,
        };
        let mut names = vec![("item".to_owned(), of.clone())];
        let known = match &of {
            Type::Context(entries) => {
                names.extend(entries.iter().map(|(name, of)| (name.clone(), of.clone())));
                true
            }
            Type::Any | Type::Null => false,
            _ => true,
        };
        self.open += usize::from(!known);
        let by = self.with(names, |checker| checker.of(by));
        self.open -= usize::from(!known);
        if by == Type::Number { of } else { Type::List(Box::new(of)) }
    }

    fn path(&mut self, of: &Node, name: &str) -> Type {
        match self.of(of) {
            Type::Context(entries) => match entries.get(name) {
                Some(of) => of.clone(),
                None => {
                    let known: Vec<&str> = entries.keys().map(String::as_str).collect();
                    let remedy = format!("Use one of: {}", known.join(", "));
                    self.report("unknown-entry", format!("there is no entry `{name}`"), &remedy);
                    Type::Any
                }
            },
            Type::Boolean | Type::Number | Type::String => {
                self.report(
                    "unknown-entry",
                    format!("`{name}` is asked of a value without entries"),
                    "Remove the path",
                );
                Type::Any
            }
            Type::Date if matches!(name, "year" | "month" | "day" | "weekday") => Type::Number,
            Type::List(inner) => match *inner {
                Type::Context(entries) => {
                    Type::List(Box::new(entries.get(name).cloned().unwrap_or(Type::Any)))
                }
                _ => Type::List(Box::new(Type::Any)),
            },
            _ => Type::Any,
        }
    }

    fn membership(&mut self, value: &Node, tests: &[Node]) -> Type {
        let of = self.of(value);
        for test in tests {
            let input = vec![("?".to_owned(), of.clone())];
            let found = self.with(input, |checker| checker.of(test));
            match found {
                Type::List(inner) | Type::Range(inner) if !matches!(of, Type::List(_) | Type::Range(_)) => {
                    let inner = if let Type::Range(inner) = *inner { *inner } else { *inner };
                    self.comparable(&of, &inner);
                }
                Type::Boolean => {}
                found => self.comparable(&of, &found),
            }
        }
        Type::Boolean
    }

    fn call(&mut self, function: &Node, args: &Args) -> Type {
        match args {
            Args::Positional(nodes) => nodes.iter().for_each(|node| drop(self.of(node))),
            Args::Named(nodes) => nodes.iter().for_each(|(_, node)| drop(self.of(node))),
        }
        let Node::Name(name) = function else {
            self.of(function);
            return Type::Any;
        };
        if self.names.iter().any(|(known, _)| **known == **name) {
            return Type::Any;
        }
        let Some(signature) = builtins::signatures(name).next() else {
            self.report("unknown-function", format!("there is no function `{name}`"), "Check the spelling");
            return Type::Any;
        };
        Type::named(signature.result)
    }
}

fn of_value(value: &Value) -> Type {
    Type::named(value.type_name())
}

fn of_type_name(of: Option<&TypeName>) -> Type {
    match of {
        Some(TypeName::Named(name)) => Type::named(name),
        Some(TypeName::List(of)) => Type::List(Box::new(of_type_name(Some(of)))),
        Some(TypeName::Range(of)) => Type::Range(Box::new(of_type_name(Some(of)))),
        Some(TypeName::Function(..)) => Type::Function,
        Some(TypeName::Context(_)) | None => Type::Any,
    }
}
