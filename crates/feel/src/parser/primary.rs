//! Literals, brackets, names, and what may follow them: filters, paths, invocations.

use std::sync::Arc;

use super::operators::one_sided;
use super::{KEYWORDS, Parsed, Parser};
use crate::ast::{Args, Node};
use crate::expr::ParseError;
use crate::lexer::Tok;
use crate::temporal;

impl Parser<'_> {
    pub(super) fn postfix(&mut self) -> Parsed<Node> {
        let mut node = self.primary()?;
        loop {
            let height = self.height;
            if self.is_sign("[") && !self.bracket_closes_range() {
                self.at += 1;
                let known = self.known.len();
                self.know("item");
                let by = Box::new(self.expression()?);
                self.forget(known);
                self.expect_sign("]")?;
                node = Node::Filter { list: Box::new(node), by };
            } else if self.is_sign("(") && callable(&node) {
                let args = self.args()?;
                node = Node::Call { function: Box::new(node), args };
            } else if self.take_sign(".") {
                let name = self.entry_name()?;
                node = Node::Path { of: Box::new(node), name };
            } else {
                return Ok(node);
            }
            self.grow(height)?;
        }
    }

    /// In `]1..5[` the last bracket closes the range: nothing that could be a filter follows it.
    fn bracket_closes_range(&self) -> bool {
        match self.ahead(1) {
            Tok::End | Tok::Sign("," | ")" | "]" | "}" | "=" | "!=" | "<" | ">" | "<=" | ">=") => true,
            Tok::Word(word) => {
                KEYWORDS.contains(&&**word)
                    && !["if", "for", "some", "every", "null", "true", "false", "function"].contains(&&**word)
            }
            _ => false,
        }
    }

    /// The name after a point: words of the language are allowed as its first word.
    fn entry_name(&mut self) -> Parsed<Arc<str>> {
        if let Some(name) = self.name_in_use() {
            return Ok(name);
        }
        if matches!(self.tok(), Tok::Word(_)) {
            return Ok(self.spelling(1));
        }
        let found = self.found();
        self.fail(
            format!("a name was expected after the point, {found} was found"),
            "Write the name of an entry",
        )
    }

    fn args(&mut self) -> Parsed<Args> {
        self.expect_sign("(")?;
        if self.take_sign(")") {
            return Ok(Args::Positional(Vec::new()));
        }
        let named = (1..8).find(|by| matches!(self.ahead(*by), Tok::Sign(":"))).is_some_and(|by| {
            (0..by).all(|at| {
                matches!(self.ahead(at), Tok::Word(_) | Tok::String(_) | Tok::Sign("-" | "'" | "+"))
            })
        });
        let (mut positional, mut by_name, mut height) = (Vec::new(), Vec::new(), 0);
        loop {
            if named {
                let name = self.name_given(&[":"])?;
                self.expect_sign(":")?;
                by_name.push((name, self.expression()?));
            } else {
                positional.push(self.expression()?);
            }
            height = height.max(self.height);
            if !self.take_sign(",") {
                break;
            }
        }
        self.expect_sign(")")?;
        self.height = height;
        Ok(if named { Args::Named(by_name) } else { Args::Positional(positional) })
    }

    fn primary(&mut self) -> Parsed<Node> {
        self.height = 1;
        let node = match self.tok().clone() {
            Tok::Number(number) => Node::Number(number),
            Tok::String(text) => Node::String(text),
            Tok::At(text) => match temporal::parse_any(&text) {
                Some(value) => Node::Constant(value),
                None => Node::Null,
            },
            Tok::Sign("(") => return self.nested(Self::parenthesis),
            Tok::Sign("[") => return self.nested(Self::list_or_range),
            Tok::Sign("]") => return self.nested(Self::open_range),
            Tok::Sign("{") => return self.nested(Self::context),
            Tok::Word(word) if self.known_here().is_none() => match &*word {
                "null" => Node::Null,
                "true" => Node::Bool(true),
                "false" => Node::Bool(false),
                _ => return self.name(),
            },
            Tok::Word(_) => return self.name(),
            _ => return self.nothing_here(),
        };
        self.at += 1;
        Ok(node)
    }

    fn name(&mut self) -> Parsed<Node> {
        if self.is_word("function") && matches!(self.ahead(1), Tok::Sign("(")) {
            return self.function_literal();
        }
        match self.name_in_use() {
            Some(name) => Ok(Node::Name(name)),
            None => self.nothing_here(),
        }
    }

    fn nothing_here<T>(&self) -> Parsed<T> {
        let (message, remedy) = match self.tok() {
            Tok::End => (
                "the expression ends where a value is expected".to_owned(),
                "Complete it, or remove the last operator",
            ),
            Tok::Sign("'") => ("text is not written between single quotes".to_owned(), "Use double quotes"),
            Tok::Sign("!") => ("`!` is not an operator".to_owned(), "Write not(…) or !="),
            Tok::Sign("=") => {
                ("a value is missing before or after `=`".to_owned(), "Compare with a single =")
            }
            _ => (
                format!("a value was expected, {} was found", self.found()),
                "Write a value, a name or a bracket here",
            ),
        };
        Err(ParseError::at(self.source, self.offset(), message, remedy))
    }

    fn parenthesis(&mut self) -> Parsed<Node> {
        self.at += 1;
        if let Some(op) = self.comparison_sign() {
            self.at += 1;
            let than = self.sum()?;
            self.expect_sign(")")?;
            return Ok(match one_sided(op, than) {
                Node::Test { op, than } => Node::Test { op, than },
                range => range,
            });
        }
        let inner = self.expression()?;
        if self.take_sign("..") {
            return self.rest_of_range(Some(inner), false);
        }
        self.expect_sign(")")?;
        Ok(inner)
    }

    fn list_or_range(&mut self) -> Parsed<Node> {
        self.at += 1;
        if self.take_sign("]") {
            return Ok(Node::List(Vec::new()));
        }
        let first = self.expression()?;
        if self.take_sign("..") {
            return self.rest_of_range(Some(first), true);
        }
        let mut height = self.height;
        let mut items = vec![first];
        while self.take_sign(",") {
            items.push(self.expression()?);
            height = height.max(self.height);
        }
        self.expect_sign("]")?;
        self.height = height;
        Ok(Node::List(items))
    }

    fn open_range(&mut self) -> Parsed<Node> {
        self.at += 1;
        let start = self.expression()?;
        self.expect_sign("..")?;
        self.rest_of_range(Some(start), false)
    }

    /// What follows the two points of a range.
    pub(super) fn rest_of_range(&mut self, start: Option<Node>, start_included: bool) -> Parsed<Node> {
        let height = self.height;
        let end = self.expression()?;
        let end_included = self.is_sign("]");
        if !(self.take_sign("]") || self.take_sign(")") || self.take_sign("[")) {
            let found = self.found();
            return self
                .fail(format!("the range does not close: {found} was found"), "Close it with ], ) or [");
        }
        self.height = self.height.max(height);
        Ok(Node::Range { start: start.map(Box::new), start_included, end: Some(Box::new(end)), end_included })
    }

    fn context(&mut self) -> Parsed<Node> {
        self.at += 1;
        let known = self.known.len();
        let (mut entries, mut height) = (Vec::new(), 0);
        while !self.is_sign("}") {
            let name = self.name_given(&[":"])?;
            self.expect_sign(":")?;
            let value = self.expression()?;
            height = height.max(self.height);
            self.know(&name);
            entries.push((name, value));
            if !self.take_sign(",") {
                break;
            }
        }
        self.expect_sign("}")?;
        self.forget(known);
        self.height = height;
        Ok(Node::Context(entries))
    }
}

/// Numbers, texts and lists are not called; everything else may be a function.
const fn callable(node: &Node) -> bool {
    !matches!(
        node,
        Node::Number(_) | Node::String(_) | Node::Bool(_) | Node::Null | Node::List(_) | Node::Range { .. }
    )
}
