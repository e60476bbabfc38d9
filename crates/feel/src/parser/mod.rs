//! Tokens to tree, by recursive descent along the precedence table of DMN 1.5, 10.3.1.
//!
//! Names with spaces: two words can never follow each other otherwise, so neighbouring words that are not
//! words of the language are one name. Names that contain signs or words of the language are recognised when
//! the parser knows them: from its caller, from the built-in functions, or from the expression itself.

mod compound;
mod operators;
mod primary;
mod type_names;

use std::sync::Arc;

use crate::ast::Node;
use crate::builtins;
use crate::expr::ParseError;
use crate::lexer::{Tok, Token, tokens};

/// Words of the language, which end a name.
const KEYWORDS: [&str; 17] = [
    "and",
    "or",
    "if",
    "then",
    "else",
    "for",
    "in",
    "return",
    "some",
    "every",
    "satisfies",
    "between",
    "instance",
    "function",
    "null",
    "true",
    "false",
];

/// How deep brackets may be nested.
const NESTING: usize = 40;
/// How high a tree may be; chains of operators count too.
const HEIGHT: usize = 250;

type Parsed<T> = Result<T, ParseError>;

pub(crate) struct Parser<'a> {
    source: &'a str,
    tokens: Vec<Token>,
    at: usize,
    /// Known names that simple joining of words would miss: their tokens and their spelling.
    known: Vec<(Vec<Tok>, Arc<str>)>,
    nesting: usize,
    /// Height of the tree read last.
    height: usize,
}

impl<'a> Parser<'a> {
    pub fn new(source: &'a str, names: &[&str]) -> Parsed<Self> {
        let mut parser =
            Self { source, tokens: tokens(source, false)?, at: 0, known: Vec::new(), nesting: 0, height: 0 };
        for name in builtins::NAMES_WITH_KEYWORDS.iter().chain(names) {
            parser.know(name);
        }
        Ok(parser)
    }

    pub fn whole_expression(mut self) -> Parsed<Node> {
        let node = self.expression()?;
        self.expect_end()?;
        Ok(node)
    }

    pub fn whole_unary_tests(mut self) -> Parsed<Node> {
        let node = self.unary_tests()?;
        self.expect_end()?;
        Ok(node)
    }

    /// Makes a name known until [`Self::forget`].
    fn know(&mut self, name: &str) {
        let Ok(mut parts) = tokens(name, false) else {
            return;
        };
        parts.pop();
        self.known.push((parts.into_iter().map(|token| token.tok).collect(), name.into()));
    }

    fn forget(&mut self, down_to: usize) {
        self.known.truncate(down_to);
    }

    fn tok(&self) -> &Tok {
        self.ahead(0)
    }

    fn ahead(&self, by: usize) -> &Tok {
        self.tokens.get(self.at + by).map_or(&Tok::End, |token| &token.tok)
    }

    fn offset(&self) -> usize {
        self.tokens.get(self.at).map_or(self.source.len(), |token| token.start)
    }

    fn fail<T>(&self, message: impl Into<String>, remedy: &str) -> Parsed<T> {
        Err(ParseError::at(self.source, self.offset(), message, remedy))
    }

    fn is_sign(&self, sign: &str) -> bool {
        matches!(self.tok(), Tok::Sign(found) if *found == sign)
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(self.tok(), Tok::Word(found) if **found == *word)
    }

    fn take_sign(&mut self, sign: &str) -> bool {
        let found = self.is_sign(sign);
        self.at += usize::from(found);
        found
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = self.is_word(word);
        self.at += usize::from(found);
        found
    }

    fn expect_sign(&mut self, sign: &str) -> Parsed<()> {
        if self.take_sign(sign) {
            return Ok(());
        }
        let found = self.found();
        self.fail(
            format!("`{sign}` was expected, {found} was found"),
            "Check the brackets and commas before this place",
        )
    }

    fn expect_word(&mut self, word: &str) -> Parsed<()> {
        if self.take_word(word) {
            return Ok(());
        }
        let found = self.found();
        self.fail(format!("the word `{word}` was expected, {found} was found"), "Complete the expression")
    }

    fn expect_end(&self) -> Parsed<()> {
        let remedy = match self.tok() {
            Tok::End => return Ok(()),
            Tok::Sign("==") => "Compare with a single =",
            Tok::Sign("&&") => "Write `and`",
            Tok::Sign("||") => "Write `or`",
            Tok::Sign("!") => "Write `not(…)`",
            Tok::Sign("'") => "Write text between double quotes",
            _ => "Remove it, or put an operator before it",
        };
        self.fail(format!("the expression ends before {}", self.found()), remedy)
    }

    fn found(&self) -> String {
        match self.tok() {
            Tok::End => "the end of the text".to_owned(),
            _ => {
                let token = self.tokens.get(self.at);
                let text =
                    token.and_then(|token| self.source.get(token.start..token.end)).unwrap_or_default();
                format!("`{text}`")
            }
        }
    }

    /// Runs `read` one level deeper.
    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.nesting >= NESTING {
            return self.fail("the expression is nested too deeply", "Split it into several");
        }
        self.nesting += 1;
        let result = read(self);
        self.nesting -= 1;
        self.grow(self.height)?;
        result
    }

    /// Notes that the tree read last became a branch of one that already was `other` high.
    fn grow(&mut self, other: usize) -> Parsed<()> {
        self.height = self.height.max(other) + 1;
        if self.height > HEIGHT {
            return self.fail("the expression is too long to be evaluated", "Split it into several");
        }
        Ok(())
    }

    fn keyword_at(&self, by: usize) -> bool {
        matches!(self.ahead(by), Tok::Word(word) if KEYWORDS.contains(&&**word))
    }

    /// The longest known name at this place: how many tokens, and its spelling.
    fn known_here(&self) -> Option<(usize, Arc<str>)> {
        let here = self.tokens.get(self.at..)?;
        let fits = |parts: &[Tok]| parts.iter().zip(here).filter(|(part, token)| **part == token.tok).count();
        let longest = self.known.iter().filter(|(parts, _)| fits(parts) == parts.len());
        longest.max_by_key(|(parts, _)| parts.len()).map(|(parts, name)| (parts.len(), name.clone()))
    }

    /// How many tokens the words at this place span, which are one name.
    fn words_here(&self) -> usize {
        let mut count = 0;
        while matches!(self.ahead(count), Tok::Word(_)) && !self.keyword_at(count) {
            count += 1;
        }
        count
    }

    /// A name in use: the longer of a known name and the words at this place.
    fn name_in_use(&mut self) -> Option<Arc<str>> {
        let words = self.words_here();
        if let Some((count, name)) = self.known_here()
            && (count >= words || matches!(self.ahead(count), Tok::Sign("(")))
            && count > 0
        {
            self.at += count;
            return Some(name);
        }
        if words == 0 {
            return None;
        }
        Some(self.spelling(words))
    }

    /// Takes that many tokens as one name; white space between them becomes one blank.
    fn spelling(&mut self, count: usize) -> Arc<str> {
        let taken = self.tokens.get(self.at..self.at + count).unwrap_or_default();
        let (start, end) = (taken.first().map_or(0, |t| t.start), taken.last().map_or(0, |t| t.end));
        let text = self.source.get(start..end).unwrap_or_default();
        self.at += count;
        text.split_whitespace().collect::<Vec<_>>().join(" ").into()
    }

    /// A name being given (parameter, variable, context key): everything up to one of the closing tokens.
    fn name_given(&mut self, closing: &[&str]) -> Parsed<Arc<str>> {
        if let Tok::String(text) = self.tok() {
            let text = text.clone();
            self.at += 1;
            return Ok(text);
        }
        let mut count = 0;
        loop {
            match self.ahead(count) {
                Tok::Sign(sign) if closing.contains(sign) => break,
                Tok::Word(word) if count > 0 && closing.contains(&&**word) => break,
                Tok::Word(_) => {}
                Tok::Number(_) | Tok::Sign("." | "/" | "-" | "'" | "+" | "*" | "**") if count > 0 => {}
                _ => {
                    self.at += count;
                    let found = self.found();
                    return self
                        .fail(format!("a name was expected, {found} was found"), "Start it with a letter");
                }
            }
            count += 1;
        }
        if count == 0 {
            return self.fail("a name is missing", "Write one here");
        }
        Ok(self.spelling(count))
    }
}
