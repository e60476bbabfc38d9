//! The text of a pattern to its parts.

/// How a pattern is to be read and matched.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Flags {
    /// `s`: the point matches line ends too.
    pub dot_all: bool,
    /// `m`: `^` and `$` match at line ends too.
    pub lines: bool,
    /// `i`: upper and lower case are the same.
    pub any_case: bool,
    /// `x`: white space in the pattern means nothing.
    pub spaced: bool,
}

impl Flags {
    pub fn read(text: &str) -> Option<Self> {
        let mut flags = Self::default();
        for c in text.chars() {
            match c {
                's' => flags.dot_all = true,
                'm' => flags.lines = true,
                'i' => flags.any_case = true,
                'x' => flags.spaced = true,
                _ => return None,
            }
        }
        Some(flags)
    }
}

/// One part of a pattern.
#[derive(Clone, Debug)]
pub(super) enum Item {
    Char(char),
    Any,
    Class(Class),
    Start,
    End,
    /// A group with its number (none for `(?:…)`) and its alternatives.
    Group(Option<usize>, Vec<Vec<Item>>),
    Back(usize),
    Repeat {
        item: Box<Item>,
        least: usize,
        most: usize,
        lazy: bool,
    },
}

/// A set of characters.
#[derive(Clone, Debug, Default)]
pub(super) struct Class {
    pub negated: bool,
    pub ranges: Vec<(char, char)>,
    /// Escapes as `\d`, and sets inside the set.
    pub classes: Vec<Class>,
    pub named: Option<char>,
    /// `-[…]`: taken out again.
    pub except: Option<Box<Class>>,
}

/// Reads a pattern: its parts and how many groups it has.
pub(super) fn read(text: &str, flags: Flags) -> Option<(Vec<Item>, usize)> {
    let mut reader =
        Reader { chars: text.chars().collect(), at: 0, groups: 0, spaced: flags.spaced, depth: 0 };
    let alternatives = reader.alternatives()?;
    if reader.at < reader.chars.len() {
        return None;
    }
    Some((vec![Item::Group(None, alternatives)], reader.groups))
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    groups: usize,
    spaced: bool,
    depth: usize,
}

impl Reader {
    fn peek(&mut self) -> Option<char> {
        while self.spaced && self.chars.get(self.at).is_some_and(|c| c.is_whitespace()) {
            self.at += 1;
        }
        self.chars.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        Some(c)
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn alternatives(&mut self) -> Option<Vec<Vec<Item>>> {
        self.depth += 1;
        if self.depth > 50 {
            return None;
        }
        let mut all = vec![Vec::new()];
        while let Some(c) = self.peek() {
            match c {
                ')' => break,
                '|' => {
                    self.at += 1;
                    all.push(Vec::new());
                }
                _ => {
                    let item = self.atom()?;
                    let item = self.repeated(item)?;
                    all.last_mut()?.push(item);
                }
            }
        }
        self.depth -= 1;
        Some(all)
    }

    fn atom(&mut self) -> Option<Item> {
        Some(match self.next()? {
            '.' => Item::Any,
            '^' => Item::Start,
            '$' => Item::End,
            '[' => Item::Class(self.class()?),
            '(' => {
                let number = if self.take('?') {
                    self.take(':').then_some(None)?
                } else {
                    self.groups += 1;
                    Some(self.groups)
                };
                let alternatives = self.alternatives()?;
                self.take(')').then_some(Item::Group(number, alternatives))?
            }
            '\\' => self.escape()?,
            '*' | '+' | '?' | '{' | '}' | ']' => return None,
            other => Item::Char(other),
        })
    }

    fn escape(&mut self) -> Option<Item> {
        let c = *self.chars.get(self.at)?;
        self.at += 1;
        if let Some(digit) = c.to_digit(10) {
            return (digit > 0 && digit as usize <= self.groups).then_some(Item::Back(digit as usize));
        }
        if let Some(class) = self.class_escape(c)? {
            return Some(Item::Class(class));
        }
        literal_escape(c).map(Item::Char)
    }

    /// `\d` and its like, `\p{Lu}`; `Some(None)` when the escape is no class.
    fn class_escape(&mut self, c: char) -> Option<Option<Class>> {
        let lower = c.to_ascii_lowercase();
        if !"dwsicp".contains(lower) {
            return Some(None);
        }
        let mut named = lower;
        if lower == 'p' {
            (self.chars.get(self.at) == Some(&'{')).then_some(())?;
            named = *self.chars.get(self.at + 1)?;
            let close = self.chars.get(self.at..)?.iter().position(|c| *c == '}')?;
            let category: String = self.chars.get(self.at + 1..self.at + close)?.iter().collect();
            named = match category.as_str() {
                "L" | "IsAlphabetic" => 'L',
                "Lu" => 'U',
                "Ll" => 'l',
                "N" | "Nd" => 'N',
                "P" | "S" => named,
                "Z" | "Zs" => 'Z',
                _ => return None,
            };
            self.at += close + 1;
        }
        Some(Some(Class { negated: c.is_ascii_uppercase(), named: Some(named), ..Class::default() }))
    }

    fn class(&mut self) -> Option<Class> {
        let mut class = Class { negated: self.take('^'), ..Class::default() };
        let mut first = true;
        loop {
            let c = self.next()?;
            match c {
                ']' if !first => return Some(class),
                '-' if self.chars.get(self.at) == Some(&'[') => {
                    self.at += 1;
                    class.except = Some(Box::new(self.class()?));
                    return self.take(']').then_some(class);
                }
                '[' => return None,
                _ => {}
            }
            first = false;
            let low = if c == '\\' {
                let escaped = self.next()?;
                if let Some(inner) = self.class_escape(escaped)? {
                    class.classes.push(inner);
                    continue;
                }
                literal_escape(escaped)?
            } else {
                c
            };
            let high = self.upper_end(low)?;
            (low <= high).then_some(())?;
            class.ranges.push((low, high));
        }
    }

    /// The other end of `a-z`; the character itself when it stands alone.
    fn upper_end(&mut self, low: char) -> Option<char> {
        let after = self.chars.get(self.at + 1).copied();
        if self.chars.get(self.at) != Some(&'-') || matches!(after, Some(']' | '[') | None) {
            return Some(low);
        }
        self.at += 1;
        match self.next()? {
            '\\' => literal_escape(self.next()?),
            high => Some(high),
        }
    }

    fn repeated(&mut self, item: Item) -> Option<Item> {
        let (least, most) = match self.peek() {
            Some('*') => (0, usize::MAX),
            Some('+') => (1, usize::MAX),
            Some('?') => (0, 1),
            Some('{') => {
                self.at += 1;
                let least = self.count()?;
                let most = if !self.take(',') {
                    least
                } else if self.peek() == Some('}') {
                    usize::MAX
                } else {
                    self.count()?
                };
                (self.peek() == Some('}') && least <= most).then_some((least, most))?
            }
            _ => return Some(item),
        };
        self.at += 1;
        let lazy = self.take('?');
        Some(Item::Repeat { item: Box::new(item), least, most, lazy })
    }

    fn count(&mut self) -> Option<usize> {
        let mut digits = String::new();
        while let Some(c) = self.peek().filter(char::is_ascii_digit) {
            digits.push(c);
            self.at += 1;
        }
        digits.parse().ok().filter(|count| *count <= 10_000)
    }
}

fn literal_escape(c: char) -> Option<char> {
    match c {
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        c if c.is_ascii_punctuation() => Some(c),
        _ => None,
    }
}

impl Class {
    /// Whether the character belongs to the set.
    pub fn holds(&self, c: char, any_case: bool) -> bool {
        let mut inside = self.plainly_holds(c);
        if !inside && any_case {
            inside = c.to_lowercase().chain(c.to_uppercase()).any(|other| self.plainly_holds(other));
        }
        let excepted = self.except.as_ref().is_some_and(|except| except.holds(c, any_case));
        inside != self.negated && !excepted
    }

    fn plainly_holds(&self, c: char) -> bool {
        self.ranges.iter().any(|(low, high)| (*low..=*high).contains(&c))
            || self.classes.iter().any(|class| class.holds(c, false))
            || self.named.is_some_and(|name| named_holds(name, c))
    }
}

fn named_holds(name: char, c: char) -> bool {
    match name {
        'd' | 'N' => c.is_numeric(),
        'w' => c.is_alphanumeric() || c == '_',
        's' => matches!(c, ' ' | '\t' | '\n' | '\r'),
        'i' => c.is_alphabetic() || c == '_' || c == ':',
        'c' => c.is_alphanumeric() || matches!(c, '_' | ':' | '-' | '.'),
        'L' => c.is_alphabetic(),
        'U' => c.is_uppercase(),
        'l' => c.is_lowercase(),
        'P' => c.is_ascii_punctuation() && !"$+<=>^`|~".contains(c),
        'S' => "$+<=>^`|~".contains(c),
        'Z' => c.is_whitespace(),
        _ => false,
    }
}
