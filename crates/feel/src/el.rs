//! The simple expressions `${…}` of other engines, read into the tree of FEEL: `==`, `!=`, `&&`, `||`, `!`,
//! `? :`, their word forms, property paths, indexes from zero, and calls of built-in functions.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::ast::{Args, Arithmetic, Comparison, Node};
use crate::expr::ParseError;
use crate::lexer::{Tok, Token, tokens};

/// Reads the text between the braces.
pub(crate) fn parse(source: &str) -> Result<Node, ParseError> {
    let mut reader = Reader { source, tokens: tokens(source, true)?, at: 0, nesting: 0, operators: 0 };
    let node = reader.choice()?;
    match reader.tok() {
        Tok::End => Ok(node),
        _ => reader.fail("the expression should end here", "Remove the rest, or put an operator before it"),
    }
}

/// Operators of one expression: a chain of them makes a tree of that height.
const OPERATORS: usize = 200;

struct Reader<'a> {
    source: &'a str,
    tokens: Vec<Token>,
    at: usize,
    nesting: usize,
    operators: usize,
}

type Parsed = Result<Node, ParseError>;

impl Reader<'_> {
    fn tok(&self) -> &Tok {
        self.tokens.get(self.at).map_or(&Tok::End, |token| &token.tok)
    }

    fn fail<T>(&self, message: &str, remedy: &str) -> Result<T, ParseError> {
        let offset = self.tokens.get(self.at).map_or(self.source.len(), |token| token.start);
        Err(ParseError::at(self.source, offset, message, remedy))
    }

    /// Takes one of the spellings of an operator.
    fn take(&mut self, spellings: &[&str]) -> bool {
        let found = match self.tok() {
            Tok::Sign(sign) => spellings.contains(sign),
            Tok::Word(word) => spellings.contains(&&**word),
            _ => false,
        };
        self.at += usize::from(found);
        self.operators += usize::from(found);
        found
    }

    fn expect(&mut self, sign: &str) -> Result<(), ParseError> {
        if self.take(&[sign]) {
            Ok(())
        } else {
            self.fail(&format!("`{sign}` was expected"), "Check the brackets")
        }
    }

    fn choice(&mut self) -> Parsed {
        if self.nesting >= 30 || self.operators > OPERATORS {
            return self.fail("the expression is too long or nested too deeply", "Split it into several");
        }
        self.nesting += 1;
        let condition = self.or()?;
        let node = if self.take(&["?"]) {
            let then = Box::new(self.choice()?);
            self.expect(":")?;
            Node::If { condition: Box::new(condition), then, otherwise: Box::new(self.choice()?) }
        } else {
            condition
        };
        self.nesting -= 1;
        Ok(node)
    }

    fn or(&mut self) -> Parsed {
        let mut all = vec![self.and()?];
        while self.take(&["||", "or"]) {
            all.push(self.and()?);
        }
        Ok(if all.len() == 1 { all.remove(0) } else { Node::Or(all) })
    }

    fn and(&mut self) -> Parsed {
        let mut all = vec![self.comparison()?];
        while self.take(&["&&", "and"]) {
            all.push(self.comparison()?);
        }
        Ok(if all.len() == 1 { all.remove(0) } else { Node::And(all) })
    }

    fn comparison(&mut self) -> Parsed {
        const SIGNS: [(&[&str], Comparison); 6] = [
            (&["==", "eq"], Comparison::Equal),
            (&["!=", "ne"], Comparison::NotEqual),
            (&["<=", "le"], Comparison::LessOrEqual),
            (&[">=", "ge"], Comparison::GreaterOrEqual),
            (&["<", "lt"], Comparison::Less),
            (&[">", "gt"], Comparison::Greater),
        ];
        let mut left = self.sum()?;
        loop {
            let Some((_, op)) = SIGNS.into_iter().find(|(spellings, _)| self.take(spellings)) else {
                return Ok(left);
            };
            let right = Box::new(self.sum()?);
            left = Node::Compare { op, left: Box::new(left), right };
        }
    }

    fn sum(&mut self) -> Parsed {
        let signs: [(&[&str], Arithmetic); 2] = [(&["+"], Arithmetic::Add), (&["-"], Arithmetic::Subtract)];
        self.arithmetic(&signs, Self::product)
    }

    fn product(&mut self) -> Parsed {
        let signs: [(&[&str], Arithmetic); 3] = [
            (&["*"], Arithmetic::Multiply),
            (&["/", "div"], Arithmetic::Divide),
            (&["%", "mod"], Arithmetic::Remainder),
        ];
        self.arithmetic(&signs, Self::unary)
    }

    fn arithmetic(&mut self, signs: &[(&[&str], Arithmetic)], read: fn(&mut Self) -> Parsed) -> Parsed {
        let mut left = read(self)?;
        loop {
            let Some((_, op)) = signs.iter().find(|(spellings, _)| self.take(spellings)) else {
                return Ok(left);
            };
            if self.operators > OPERATORS {
                return self.fail("the expression is too long", "Split it into several");
            }
            let right = Box::new(read(self)?);
            left = Node::Arithmetic { op: *op, left: Box::new(left), right };
        }
    }

    fn unary(&mut self) -> Parsed {
        if self.operators > OPERATORS {
            return self.fail("the expression is too long", "Split it into several");
        }
        if self.take(&["!", "not"]) {
            let args = Args::Positional(vec![self.unary()?]);
            return Ok(Node::Call { function: Box::new(Node::Name("not".into())), args });
        }
        if self.take(&["-"]) {
            return Ok(Node::Negate(Box::new(self.unary()?)));
        }
        if self.take(&["empty"]) {
            return Ok(Node::Empty(Box::new(self.unary()?)));
        }
        self.postfix()
    }

    fn postfix(&mut self) -> Parsed {
        let mut node = self.primary()?;
        loop {
            if self.operators > OPERATORS {
                return self.fail("the expression is too long", "Split it into several");
            }
            if self.take(&["."]) {
                let Tok::Word(name) = self.tok().clone() else {
                    return self.fail("a property name was expected", "Write the name after the point");
                };
                self.at += 1;
                if self.take(&["("]) {
                    return self.fail("methods cannot be called", "Use a property, or a FEEL condition");
                }
                node = Node::Path { of: Box::new(node), name };
            } else if self.take(&["["]) {
                let key = self.choice()?;
                self.expect("]")?;
                node = indexed(node, key);
            } else {
                return Ok(node);
            }
        }
    }

    fn primary(&mut self) -> Parsed {
        let tok = self.tok().clone();
        self.at += 1;
        Ok(match tok {
            Tok::Number(number) => Node::Number(number),
            Tok::String(text) => Node::String(text),
            Tok::Sign("(") => {
                let inner = self.choice()?;
                self.expect(")")?;
                inner
            }
            Tok::Word(word) => match &*word {
                "true" => Node::Bool(true),
                "false" => Node::Bool(false),
                "null" => Node::Null,
                _ => return self.name_or_call(word),
            },
            _ => {
                self.at -= 1;
                return self.fail("a value was expected", "Write a variable, a number, a text or a bracket");
            }
        })
    }

    fn name_or_call(&mut self, name: Arc<str>) -> Parsed {
        if !self.take(&["("]) {
            return Ok(Node::Name(name));
        }
        let mut args = Vec::new();
        if !self.take(&[")"]) {
            args.push(self.choice()?);
            while self.take(&[","]) {
                args.push(self.choice()?);
            }
            self.expect(")")?;
        }
        Ok(Node::Call { function: Box::new(Node::Name(name)), args: Args::Positional(args) })
    }
}

/// `a['b']` is a property; `a[0]` the first element, which FEEL counts from 1.
fn indexed(of: Node, key: Node) -> Node {
    let of = Box::new(of);
    match key {
        Node::String(name) => Node::Path { of, name },
        Node::Number(index) => {
            Node::Filter { list: of, by: Box::new(Node::Number(index.saturating_add(Decimal::ONE))) }
        }
        other => {
            let (left, right) = (Box::new(other), Box::new(Node::Number(Decimal::ONE)));
            Node::Filter { list: of, by: Box::new(Node::Arithmetic { op: Arithmetic::Add, left, right }) }
        }
    }
}
