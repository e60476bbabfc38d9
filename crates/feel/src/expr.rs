//! What callers hold: a parsed expression, and the errors of reading and evaluating one.

use std::sync::Arc;

use crate::ast::Node;
use crate::eval::Evaluator;
use crate::parser::Parser;
use crate::scope::Scope;
use crate::value::Value;
use crate::{el, names};

/// What an evaluation may know besides its variables.
#[derive(Clone, Copy, Debug)]
pub struct Env {
    /// The moment `now()` and `today()` speak of; the day is that of Rome.
    pub now: kernel::Instant,
}

impl Env {
    /// An environment at that moment.
    #[must_use]
    pub const fn at(now: kernel::Instant) -> Self {
        Self { now }
    }
}

/// Text that is not an expression.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {message}. {remedy}")]
pub struct ParseError {
    /// Byte position in the text.
    pub offset: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl ParseError {
    pub(crate) fn at(
        source: &str,
        offset: usize,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        let before = source.get(..offset).unwrap_or(source);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { offset, line, column, message: message.into(), remedy: remedy.into() }
    }
}

/// An evaluation that could not be carried out. Data that does not fit gives `null` instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvalError {
    /// A `${…}` expression names a variable that does not exist. (In FEEL such a name is `null`.)
    #[error(
        "there is no variable `{0}`; set it before the expression is reached, or test it with FEEL, where it is null"
    )]
    UnknownName(String),
    /// A condition gave something other than true, false or null.
    #[error("the condition `{source_text}` gave a {found}, not true or false; compare it with something")]
    NotBoolean {
        /// The condition.
        source_text: String,
        /// The type of what it gave.
        found: &'static str,
    },
    /// The evaluation needs too many steps or calls itself too often.
    #[error("the expression takes more than {0}; make its lists smaller or end its recursion")]
    TooLong(&'static str),
}

/// A parsed expression; cheap to clone, equal when its source is equal.
#[derive(Clone)]
pub struct Expr(Arc<Parsed>);

struct Parsed {
    source: String,
    node: Node,
    strict: bool,
}

impl Expr {
    pub(crate) fn new(source: &str, node: Node, strict: bool) -> Self {
        Self(Arc::new(Parsed { source: source.to_owned(), node, strict }))
    }

    pub(crate) fn node(&self) -> &Node {
        &self.0.node
    }

    /// The text it was read from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// The variables it needs, each once, in the order of first use; built-in functions are not among them, nor
    /// names used only inside a filter, which may be entries of the filtered items.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        names::free(&self.0.node)
    }

    /// Evaluates the expression.
    ///
    /// # Errors
    /// See [`EvalError`]; unfit data is no error but `null`.
    pub fn eval(&self, scope: &dyn Scope, env: &Env) -> Result<Value, EvalError> {
        Evaluator::new(env, self.0.strict).eval(&self.0.node, scope)
    }

    /// Evaluates the expression as a condition: `null` counts as false.
    ///
    /// # Errors
    /// As [`Expr::eval`], and [`EvalError::NotBoolean`] when the result is neither boolean nor null.
    pub fn eval_condition(&self, scope: &dyn Scope, env: &Env) -> Result<bool, EvalError> {
        match self.eval(scope, env)? {
            Value::Bool(value) => Ok(value),
            Value::Null => Ok(false),
            other => {
                Err(EvalError::NotBoolean { source_text: self.source().to_owned(), found: other.type_name() })
            }
        }
    }
}

impl std::fmt::Debug for Expr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Expr({:?})", self.source())
    }
}

impl std::fmt::Display for Expr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.source())
    }
}

impl PartialEq for Expr {
    fn eq(&self, other: &Self) -> bool {
        self.0.source == other.0.source && self.0.strict == other.0.strict
    }
}

impl Eq for Expr {}

impl serde::Serialize for Expr {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.source())
    }
}

impl<'de> serde::Deserialize<'de> for Expr {
    /// Reads any form [`parse_condition`] accepts.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        parse_condition(&text).map_err(serde::de::Error::custom)
    }
}

/// The tests of one cell of a decision table.
#[derive(Clone, Debug, PartialEq)]
pub struct UnaryTests(Expr);

impl UnaryTests {
    /// The text it was read from.
    #[must_use]
    pub fn source(&self) -> &str {
        self.0.source()
    }

    /// The variables the tests need, without the input itself (`?`).
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.0.names().into_iter().filter(|name| name != "?").collect()
    }

    /// Whether `input` passes.
    ///
    /// # Errors
    /// See [`EvalError`].
    pub fn matches(&self, input: &Value, scope: &dyn Scope, env: &Env) -> Result<bool, EvalError> {
        Evaluator::new(env, false).unary_tests(&self.0.0.node, input, scope)
    }
}

/// Reads a FEEL expression. Words that follow each other are one name with spaces.
///
/// # Errors
/// [`ParseError`] with position and remedy.
pub fn parse(source: &str) -> Result<Expr, ParseError> {
    parse_with_names(source, &[])
}

/// Reads a FEEL expression in which the given names exist: needed for names that contain signs or words of
/// the language, such as `time and place` or `net-amount`.
///
/// # Errors
/// [`ParseError`] with position and remedy.
pub fn parse_with_names(source: &str, names: &[&str]) -> Result<Expr, ParseError> {
    let node = Parser::new(source, names)?.whole_expression()?;
    Ok(Expr::new(source, node, false))
}

/// Reads a condition or value as models carry them: FEEL, with or without a leading `=`, or `${…}` / `#{…}`.
///
/// # Errors
/// [`ParseError`] with position and remedy.
pub fn parse_condition(source: &str) -> Result<Expr, ParseError> {
    let text = source.trim();
    if let Some(inner) = text.strip_prefix("${").or_else(|| text.strip_prefix("#{")) {
        let Some(inner) = inner.strip_suffix('}') else {
            return Err(ParseError::at(
                source,
                source.len(),
                "the expression does not end",
                "Add the closing }",
            ));
        };
        let node = el::parse(inner)?;
        return Ok(Expr::new(source, node, true));
    }
    let feel = text.strip_prefix('=').unwrap_or(text);
    let node = Parser::new(feel, &[])?.whole_expression()?;
    Ok(Expr::new(source, node, false))
}

/// Reads the cell of a decision table: `-`, `"a", "b"`, `< 5`, `[1..3]`, `not(…)`, or any test of `?`.
///
/// # Errors
/// [`ParseError`] with position and remedy.
pub fn parse_unary_tests(source: &str) -> Result<UnaryTests, ParseError> {
    parse_unary_tests_with_names(source, &[])
}

/// As [`parse_unary_tests`], with names that exist around the table.
///
/// # Errors
/// [`ParseError`] with position and remedy.
pub fn parse_unary_tests_with_names(source: &str, names: &[&str]) -> Result<UnaryTests, ParseError> {
    let node = Parser::new(source, names)?.whole_unary_tests()?;
    Ok(UnaryTests(Expr::new(source, node, false)))
}
