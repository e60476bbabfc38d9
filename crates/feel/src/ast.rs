//! The tree of an expression.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::value::Value;

/// One node of the tree.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Null,
    Bool(bool),
    Number(Decimal),
    String(Arc<str>),
    /// A value known when the text was read: `@"2026-03-01"`.
    Constant(Value),
    Name(Arc<str>),
    List(Vec<Node>),
    Context(Vec<(Arc<str>, Node)>),
    /// `[a..b]`; an end that is missing is open.
    Range {
        start: Option<Box<Node>>,
        start_included: bool,
        end: Option<Box<Node>>,
        end_included: bool,
    },
    /// `(= a)` and `(!= a)`, and the tests of that form.
    Test {
        op: Comparison,
        than: Box<Node>,
    },
    Negate(Box<Node>),
    Arithmetic {
        op: Arithmetic,
        left: Box<Node>,
        right: Box<Node>,
    },
    Compare {
        op: Comparison,
        left: Box<Node>,
        right: Box<Node>,
    },
    And(Vec<Node>),
    Or(Vec<Node>),
    If {
        condition: Box<Node>,
        then: Box<Node>,
        otherwise: Box<Node>,
    },
    For {
        steps: Vec<Step>,
        body: Box<Node>,
    },
    Quantified {
        every: bool,
        steps: Vec<Step>,
        body: Box<Node>,
    },
    Filter {
        list: Box<Node>,
        by: Box<Node>,
    },
    Path {
        of: Box<Node>,
        name: Arc<str>,
    },
    Between {
        value: Box<Node>,
        low: Box<Node>,
        high: Box<Node>,
    },
    In {
        value: Box<Node>,
        tests: Vec<Node>,
    },
    InstanceOf {
        value: Box<Node>,
        of: TypeName,
    },
    Function(Arc<Lambda>),
    Call {
        function: Box<Node>,
        args: Args,
    },
    /// `-` in a decision table: whatever the input.
    Any,
    /// `empty x` of the simple expressions.
    Empty(Box<Node>),
}

/// `name in source`, or `name in from..to`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    pub name: Arc<str>,
    pub from: Node,
    pub to: Option<Node>,
}

/// A function written in an expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lambda {
    pub params: Vec<Param>,
    pub body: Node,
    /// `external`: defined outside FEEL, which is not supported and gives `null`.
    pub external: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Param {
    pub name: Arc<str>,
    pub of: Option<TypeName>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Args {
    Positional(Vec<Node>),
    Named(Vec<(Arc<str>, Node)>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    /// `%` of the simple expressions.
    Remainder,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// A type as written after `instance of` or a parameter.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TypeName {
    Named(Arc<str>),
    List(Box<TypeName>),
    Range(Box<TypeName>),
    Context(Vec<(Arc<str>, TypeName)>),
    Function(Vec<TypeName>, Box<TypeName>),
}
