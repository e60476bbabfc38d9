//! Operators by precedence, the loosest first; tests of decision table cells.

use super::{Parsed, Parser};
use crate::ast::{Arithmetic, Comparison, Node};
use crate::lexer::Tok;

impl Parser<'_> {
    /// Any expression.
    pub(super) fn expression(&mut self) -> Parsed<Node> {
        self.nested(|parser| match parser.tok() {
            Tok::Word(word) => match &**word {
                "if" => parser.if_expression(),
                "for" => parser.for_expression(),
                "some" => parser.quantified(false),
                "every" => parser.quantified(true),
                "function" if matches!(parser.ahead(1), Tok::Sign("(")) => parser.function_literal(),
                _ => parser.disjunction(),
            },
            _ => parser.disjunction(),
        })
    }

    fn disjunction(&mut self) -> Parsed<Node> {
        let first = self.conjunction()?;
        self.chain(first, "or", Self::conjunction, Node::Or)
    }

    fn conjunction(&mut self) -> Parsed<Node> {
        let first = self.comparison()?;
        self.chain(first, "and", Self::comparison, Node::And)
    }

    /// `a or b or c` as one node, so that long chains stay flat.
    fn chain(
        &mut self,
        first: Node,
        word: &str,
        read: fn(&mut Self) -> Parsed<Node>,
        build: fn(Vec<Node>) -> Node,
    ) -> Parsed<Node> {
        if !self.is_word(word) {
            return Ok(first);
        }
        let mut all = vec![first];
        let mut height = self.height;
        while self.take_word(word) {
            all.push(self.operand(read)?);
            height = height.max(self.height);
        }
        self.grow(height)?;
        Ok(build(all))
    }

    /// An operand may be one of the forms that reach to the end: `a and if b then c else d`.
    fn operand(&mut self, read: fn(&mut Self) -> Parsed<Node>) -> Parsed<Node> {
        let open = ["if", "for", "some", "every"].iter().any(|word| self.is_word(word))
            || (self.is_word("function") && matches!(self.ahead(1), Tok::Sign("(")));
        if open { self.expression() } else { read(self) }
    }

    pub(super) fn comparison_sign(&self) -> Option<Comparison> {
        Some(match self.tok() {
            Tok::Sign("=") => Comparison::Equal,
            Tok::Sign("!=") => Comparison::NotEqual,
            Tok::Sign("<") => Comparison::Less,
            Tok::Sign("<=") => Comparison::LessOrEqual,
            Tok::Sign(">") => Comparison::Greater,
            Tok::Sign(">=") => Comparison::GreaterOrEqual,
            _ => return None,
        })
    }

    fn comparison(&mut self) -> Parsed<Node> {
        let mut left = self.sum()?;
        loop {
            let height = self.height;
            if let Some(op) = self.comparison_sign() {
                self.at += 1;
                let right = Box::new(self.operand(Self::sum)?);
                left = Node::Compare { op, left: Box::new(left), right };
            } else if self.take_word("between") {
                let low = Box::new(self.sum()?);
                self.expect_word("and")?;
                let high = Box::new(self.sum()?);
                left = Node::Between { value: Box::new(left), low, high };
            } else if self.take_word("in") {
                let tests = self.tests_after_in()?;
                left = Node::In { value: Box::new(left), tests };
            } else {
                return Ok(left);
            }
            self.grow(height)?;
        }
    }

    fn tests_after_in(&mut self) -> Parsed<Vec<Node>> {
        if !self.is_sign("(") {
            return Ok(vec![self.test()?]);
        }
        self.nested(|parser| {
            parser.at += 1;
            let first = parser.test()?;
            if parser.take_sign("..") {
                return Ok(vec![parser.rest_of_range(Some(first), false)?]);
            }
            let mut tests = vec![first];
            while parser.take_sign(",") {
                tests.push(parser.test()?);
            }
            parser.expect_sign(")")?;
            Ok(tests)
        })
    }

    /// One test: `< 5`, `[1..3]`, a value, a list, or an expression of `?`.
    fn test(&mut self) -> Parsed<Node> {
        if let Some(op) = self.comparison_sign() {
            self.at += 1;
            let than = self.sum()?;
            return Ok(one_sided(op, than));
        }
        self.expression()
    }

    pub(super) fn unary_tests(&mut self) -> Parsed<Node> {
        if self.is_sign("-") && matches!(self.ahead(1), Tok::End) {
            self.at += 1;
            return Ok(Node::Any);
        }
        let negated = self.is_word("not") && matches!(self.ahead(1), Tok::Sign("(")) && self.closes_at_end(1);
        if negated {
            self.at += 2;
        }
        let mut tests = vec![self.test()?];
        while self.take_sign(",") {
            tests.push(self.test()?);
        }
        if negated {
            self.expect_sign(")")?;
            return Ok(Node::Negate(Box::new(Node::List(tests))));
        }
        Ok(Node::List(tests))
    }

    /// Whether the bracket opened at that distance closes with the last token.
    fn closes_at_end(&self, by: usize) -> bool {
        let mut depth = 0_usize;
        for (index, token) in self.tokens.iter().enumerate().skip(self.at + by) {
            match token.tok {
                Tok::Sign("(") => depth += 1,
                Tok::Sign(")") => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return index + 2 == self.tokens.len();
                    }
                }
                _ => {}
            }
        }
        false
    }

    /// Additions and subtractions, and everything that binds tighter.
    pub(super) fn sum(&mut self) -> Parsed<Node> {
        self.arithmetic(Self::product, |sign| match sign {
            "+" => Some(Arithmetic::Add),
            "-" => Some(Arithmetic::Subtract),
            _ => None,
        })
    }

    fn product(&mut self) -> Parsed<Node> {
        self.arithmetic(Self::power, |sign| match sign {
            "*" => Some(Arithmetic::Multiply),
            "/" => Some(Arithmetic::Divide),
            _ => None,
        })
    }

    fn power(&mut self) -> Parsed<Node> {
        self.arithmetic(Self::negation, |sign| (sign == "**").then_some(Arithmetic::Power))
    }

    fn arithmetic(
        &mut self,
        read: fn(&mut Self) -> Parsed<Node>,
        which: fn(&str) -> Option<Arithmetic>,
    ) -> Parsed<Node> {
        let mut left = read(self)?;
        loop {
            let Tok::Sign(sign) = self.tok() else {
                return Ok(left);
            };
            let Some(op) = which(sign) else { return Ok(left) };
            let height = self.height;
            self.at += 1;
            let right = Box::new(read(self)?);
            left = Node::Arithmetic { op, left: Box::new(left), right };
            self.grow(height)?;
        }
    }

    fn negation(&mut self) -> Parsed<Node> {
        if !self.take_sign("-") {
            return self.instance_of();
        }
        self.nested(|parser| Ok(Node::Negate(Box::new(parser.negation()?))))
    }

    fn instance_of(&mut self) -> Parsed<Node> {
        let mut value = self.postfix()?;
        while self.is_word("instance") {
            self.at += 1;
            self.expect_word("of")?;
            value = Node::InstanceOf { value: Box::new(value), of: self.type_name()? };
            self.grow(self.height)?;
        }
        Ok(value)
    }
}

/// `< 5` as the range that is open below; `= 5` and `!= 5` as tests.
pub(super) fn one_sided(op: Comparison, than: Node) -> Node {
    let than = Box::new(than);
    let (below, included) = match op {
        Comparison::Less => (true, false),
        Comparison::LessOrEqual => (true, true),
        Comparison::Greater => (false, false),
        Comparison::GreaterOrEqual => (false, true),
        Comparison::Equal | Comparison::NotEqual => return Node::Test { op, than },
    };
    if below {
        Node::Range { start: None, start_included: false, end: Some(than), end_included: included }
    } else {
        Node::Range { start: Some(than), start_included: included, end: None, end_included: false }
    }
}
