//! Text to tokens, for FEEL and for the simple `${…}` expressions.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::expr::ParseError;
use crate::json::decimal;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tok {
    Word(Arc<str>),
    Number(Decimal),
    String(Arc<str>),
    /// `@"…"`
    At(Arc<str>),
    /// A sign; one of [`SIGNS`].
    Sign(&'static str),
    End,
}

#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub tok: Tok,
    pub start: usize,
    pub end: usize,
}

/// The signs, longer ones first.
const SIGNS: [&str; 36] = [
    "..", "**", "->", "<=", ">=", "!=", "==", "&&", "||", "(", ")", "[", "]", "{", "}", ",", ":", ".", "+",
    "-", "*", "/", "<", ">", "=", "!", "%", "?", "'", "|", ";", "&", "^", "#", "$", "~",
];

/// Cuts the text into tokens, the last of which is [`Tok::End`].
pub(crate) fn tokens(source: &str, simple: bool) -> Result<Vec<Token>, ParseError> {
    let mut lexer = Lexer { source, at: 0, simple };
    let mut out = Vec::new();
    loop {
        let token = lexer.next()?;
        let last = token.tok == Tok::End;
        out.push(token);
        if last {
            return Ok(out);
        }
    }
}

/// Whether a name may start with this letter (DMN 1.5 grammar rule 28).
fn starts_name(c: char) -> bool {
    c.is_alphabetic() || c == '_' || ('\u{2070}'..='\u{218f}').contains(&c) || c >= '\u{1f000}'
}

fn continues_name(c: char) -> bool {
    starts_name(c) || c.is_numeric() || c == '\u{b7}' || ('\u{300}'..='\u{36f}').contains(&c)
}

struct Lexer<'a> {
    source: &'a str,
    at: usize,
    simple: bool,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn fail(&self, message: &str, remedy: &str) -> ParseError {
        ParseError::at(self.source, self.at, message, remedy)
    }

    fn skip_space(&mut self) -> Result<(), ParseError> {
        loop {
            let trimmed = self.rest().trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            self.at = self.source.len() - trimmed.len();
            if self.simple {
                return Ok(());
            }
            if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                let Some(end) = trimmed.find("*/") else {
                    return Err(self.fail("the comment does not end", "Close it with */"));
                };
                self.at += end + 2;
            } else {
                return Ok(());
            }
        }
    }

    fn next(&mut self) -> Result<Token, ParseError> {
        self.skip_space()?;
        let start = self.at;
        let tok = self.tok()?;
        Ok(Token { tok, start, end: self.at })
    }

    fn tok(&mut self) -> Result<Tok, ParseError> {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else {
            return Ok(Tok::End);
        };
        let digit_after_point = first == '.'
            && rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
            && !self.follows_operand();
        if first.is_ascii_digit() || digit_after_point {
            return self.number();
        }
        if first == '"' || (self.simple && first == '\'') {
            return self.string(first).map(Tok::String);
        }
        if !self.simple && rest.starts_with("@\"") {
            self.at += 1;
            return self.string('"').map(Tok::At);
        }
        if starts_name(first) || (first == '?' && !self.simple) {
            let width = first.len_utf8();
            let tail = rest.get(width..).unwrap_or_default();
            let len = if first == '?' { 0 } else { tail.find(|c| !continues_name(c)).unwrap_or(tail.len()) };
            self.at += width + len;
            return Ok(Tok::Word(rest.get(..width + len).unwrap_or_default().into()));
        }
        match SIGNS.into_iter().find(|sign| rest.starts_with(sign)) {
            Some(sign) => {
                self.at += sign.len();
                Ok(Tok::Sign(sign))
            }
            None => Err(self.fail(
                &format!("the character {first:?} has no meaning here"),
                "Remove it, or quote the text",
            )),
        }
    }

    /// Whether the point follows a name, bracket or text, where it leads to an entry.
    fn follows_operand(&self) -> bool {
        let before = self.source.get(..self.at).unwrap_or_default();
        before.ends_with(|c: char| continues_name(c) || matches!(c, ')' | ']' | '}' | '"' | '.'))
    }

    fn number(&mut self) -> Result<Tok, ParseError> {
        let rest = self.rest();
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let mut len = digits(rest);
        let tail = rest.get(len..).unwrap_or_default();
        if let Some(fraction) = tail.strip_prefix('.')
            && digits(fraction) > 0
        {
            len += 1 + digits(fraction);
        }
        let tail = rest.get(len..).unwrap_or_default();
        if let Some(exponent) = tail.strip_prefix(['e', 'E']) {
            let sign = usize::from(exponent.starts_with(['+', '-']));
            let width = digits(exponent.get(sign..).unwrap_or_default());
            if width > 0 {
                len += 1 + sign + width;
            }
        }
        let text = rest.get(..len).unwrap_or_default();
        match decimal(text) {
            Some(number) => {
                self.at += len;
                Ok(Tok::Number(number))
            }
            None => {
                Err(self
                    .fail("the number is too long or too large to be kept exactly", "Use at most 28 digits"))
            }
        }
    }

    fn string(&mut self, quote: char) -> Result<Arc<str>, ParseError> {
        let start = self.at;
        self.at += quote.len_utf8();
        let mut out = String::new();
        loop {
            let Some(c) = self.rest().chars().next() else {
                self.at = start;
                return Err(self.fail("the text does not end", &format!("Add the closing {quote}")));
            };
            self.at += c.len_utf8();
            if c == quote {
                return Ok(out.into());
            }
            if c != '\\' {
                out.push(c);
                continue;
            }
            self.escape(&mut out)?;
        }
    }

    fn escape(&mut self, out: &mut String) -> Result<(), ParseError> {
        let Some(c) = self.rest().chars().next() else {
            return Ok(());
        };
        match c {
            'n' => out.push('\n'),
            'r' => out.push('\r'),
            't' => out.push('\t'),
            '"' | '\'' | '\\' | '/' => out.push(c),
            'u' => return self.unicode(4, out),
            'U' => return self.unicode(6, out),
            other => out.extend(['\\', other]),
        }
        self.at += c.len_utf8();
        Ok(())
    }

    fn hex(&self, from: usize, width: usize) -> Option<u32> {
        u32::from_str_radix(self.source.get(from..from + width)?, 16).ok()
    }

    fn unicode(&mut self, width: usize, out: &mut String) -> Result<(), ParseError> {
        let wrong = || {
            self.fail(
                "the escape names no character",
                "Write \\u and four hexadecimal digits, or \\U and six",
            )
        };
        let mut code = self.hex(self.at + 1, width).ok_or_else(wrong)?;
        let mut len = 1 + width;
        // A character beyond the first plane may come as two halves.
        if (0xd800..0xdc00).contains(&code)
            && self.source.get(self.at + len..).is_some_and(|rest| rest.starts_with("\\u"))
            && let Some(low) = self.hex(self.at + len + 2, 4)
            && (0xdc00..0xe000).contains(&low)
        {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            len += 6;
        }
        out.push(char::from_u32(code).ok_or_else(wrong)?);
        self.at += len;
        Ok(())
    }
}
