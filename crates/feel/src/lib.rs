//! The expression language of DMN and BPMN: FEEL (DMN 1.5, chapter 10) as parser, evaluator and light type
//! check, and the `${…}` simple expressions of other engines, read into the same tree.
//!
//! What is wrong in the text is a [`ParseError`] with position and remedy; what is wrong in the data gives
//! `null`, as the standard asks. Numbers are exact decimals of up to 28 significant digits (the standard's 34
//! are out of reach of the 96-bit coefficient used here); a result that does not fit is `null`. Time is given
//! by [`Env`]. Decision tables live elsewhere; their cells are read here by [`parse_unary_tests`].

mod ast;
mod builtins;
mod el;
mod eval;
mod expr;
mod json;
mod lexer;
mod names;
mod parser;
mod regex;
mod scope;
pub mod temporal;
pub mod types;
mod value;

pub use expr::{Env, EvalError, Expr, ParseError, UnaryTests};
pub use expr::{parse, parse_condition, parse_unary_tests, parse_unary_tests_with_names, parse_with_names};
pub use rust_decimal::Decimal;
pub use scope::{Empty, Scope};
pub use value::{Context, Function, Range, Value};
