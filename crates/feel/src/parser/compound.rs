//! The forms that start with a word: `if`, `for`, `some`, `every`, `function`.

use std::sync::Arc;

use super::{Parsed, Parser};
use crate::ast::{Lambda, Node, Param, Step};

impl Parser<'_> {
    pub(super) fn if_expression(&mut self) -> Parsed<Node> {
        self.expect_word("if")?;
        let condition = Box::new(self.expression()?);
        let mut height = self.height;
        self.expect_word("then")?;
        let then = Box::new(self.expression()?);
        height = height.max(self.height);
        self.expect_word("else")?;
        let otherwise = Box::new(self.expression()?);
        self.grow(height)?;
        Ok(Node::If { condition, then, otherwise })
    }

    pub(super) fn for_expression(&mut self) -> Parsed<Node> {
        self.expect_word("for")?;
        let known = self.known.len();
        let (steps, height) = self.steps("return")?;
        self.know("partial");
        let body = Box::new(self.expression()?);
        self.forget(known);
        self.grow(height)?;
        Ok(Node::For { steps, body })
    }

    pub(super) fn quantified(&mut self, every: bool) -> Parsed<Node> {
        self.at += 1;
        let known = self.known.len();
        let (steps, height) = self.steps("satisfies")?;
        let body = Box::new(self.expression()?);
        self.forget(known);
        self.grow(height)?;
        Ok(Node::Quantified { every, steps, body })
    }

    /// `a in x, b in 1..3` up to the word that follows; the names stay known.
    fn steps(&mut self, until: &str) -> Parsed<(Vec<Step>, usize)> {
        let mut steps = Vec::new();
        let mut height = 0;
        loop {
            let name = self.name_given(&["in"])?;
            self.expect_word("in")?;
            let from = self.expression()?;
            height = height.max(self.height);
            let to = if self.take_sign("..") { Some(self.expression()?) } else { None };
            height = height.max(self.height);
            self.know(&name);
            steps.push(Step { name, from, to });
            if !self.take_sign(",") {
                break;
            }
        }
        self.expect_word(until)?;
        Ok((steps, height))
    }

    pub(super) fn function_literal(&mut self) -> Parsed<Node> {
        self.expect_word("function")?;
        self.expect_sign("(")?;
        let mut params = Vec::new();
        while !self.is_sign(")") {
            let name = self.name_given(&[":", ",", ")"])?;
            let of = if self.take_sign(":") { Some(self.type_name()?) } else { None };
            params.push(Param { name, of });
            if !self.take_sign(",") {
                break;
            }
        }
        self.expect_sign(")")?;
        let external = self.take_word("external");
        let known = self.known.len();
        for param in &params {
            self.know(&param.name);
        }
        let body = self.expression()?;
        self.forget(known);
        Ok(Node::Function(Arc::new(Lambda { params, body, external })))
    }
}
