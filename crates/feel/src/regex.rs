//! Patterns of `matches`, `replace` and `split`: XPath's regular expressions as far as FEEL uses them, with
//! groups, classes, lazy and counted repetition, anchors and back references. Matching is by backtracking and
//! gives up (`null`) after a fixed amount of work, so that no pattern can hold the caller.

mod matching;
mod pattern;

use matching::Matcher;
use pattern::{Flags, Item};

/// A pattern that can be searched for.
pub(crate) struct Regex {
    items: Vec<Item>,
    groups: usize,
    flags: Flags,
}

/// Where the whole match and each group begin and end.
type Found = Vec<Option<(usize, usize)>>;

impl Regex {
    /// Reads a pattern; `None` when it or its flags (`s`, `m`, `i`, `x`) are wrong.
    pub fn new(text: &str, flags: &str) -> Option<Self> {
        let flags = Flags::read(flags)?;
        let (items, groups) = pattern::read(text, flags)?;
        Some(Self { items, groups, flags })
    }

    /// Whether the pattern occurs; `None` when that takes too much work.
    pub fn is_match(&self, text: &str) -> Option<bool> {
        let chars: Vec<char> = text.chars().collect();
        self.find(&mut self.matcher(&chars), 0).map(|found| found.is_some())
    }

    fn matcher<'a>(&self, text: &'a [char]) -> Matcher<'a> {
        Matcher::new(text, self.flags, self.groups)
    }

    /// The first occurrence at or after a place.
    fn find(&self, matcher: &mut Matcher, from: usize) -> Option<Option<Found>> {
        for start in from..=matcher.text.len() {
            if let Some(found) = matcher.at(&self.items, start)? {
                return Some(Some(found));
            }
        }
        Some(None)
    }

    /// Every occurrence replaced; `$1` in the replacement is a group. `None` when the pattern matches nothing
    /// at all, or the replacement is wrong.
    pub fn replace(&self, text: &str, replacement: &str) -> Option<String> {
        let replacement = Replacement::read(replacement, self.groups)?;
        let chars: Vec<char> = text.chars().collect();
        let mut out = String::new();
        let mut from = 0;
        for found in self.all(&chars)? {
            let (start, end) = (*found.first()?)?;
            out.extend(chars.get(from..start)?);
            replacement.write(&found, &chars, &mut out);
            from = end;
        }
        out.extend(chars.get(from..)?);
        Some(out)
    }

    /// The parts between the occurrences.
    pub fn split(&self, text: &str) -> Option<Vec<String>> {
        let chars: Vec<char> = text.chars().collect();
        let mut parts = Vec::new();
        let mut from = 0;
        for found in self.all(&chars)? {
            let (start, end) = (*found.first()?)?;
            parts.push(chars.get(from..start)?.iter().collect());
            from = end;
        }
        parts.push(chars.get(from..)?.iter().collect());
        Some(parts)
    }

    /// The occurrences that do not overlap. A pattern that matches the empty text is refused, as by XPath.
    fn all(&self, chars: &[char]) -> Option<Vec<Found>> {
        if Matcher::new(&[], self.flags, self.groups).at(&self.items, 0)?.is_some() {
            return None;
        }
        let mut matcher = self.matcher(chars);
        let (mut all, mut from) = (Vec::new(), 0);
        while let Some(found) = self.find(&mut matcher, from)? {
            let (start, end) = (*found.first()?)?;
            from = if end > start { end } else { end + 1 };
            all.push(found);
            if from > chars.len() {
                break;
            }
        }
        Some(all)
    }
}

enum Part {
    Text(char),
    Group(usize),
}

struct Replacement(Vec<Part>);

impl Replacement {
    fn read(text: &str, groups: usize) -> Option<Self> {
        let mut parts = Vec::new();
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some(escaped @ ('\\' | '$')) => parts.push(Part::Text(escaped)),
                    _ => return None,
                },
                '$' => {
                    let mut group = chars.next()?.to_digit(10)? as usize;
                    // A second digit belongs to the number while such a group exists.
                    while let Some(next) = chars.peek().and_then(|c| c.to_digit(10))
                        && group * 10 + next as usize <= groups
                    {
                        group = group * 10 + next as usize;
                        chars.next();
                    }
                    parts.push(Part::Group(group));
                }
                other => parts.push(Part::Text(other)),
            }
        }
        Some(Self(parts))
    }

    fn write(&self, found: &Found, chars: &[char], out: &mut String) {
        for part in &self.0 {
            match part {
                Part::Text(c) => out.push(*c),
                Part::Group(group) => {
                    if let Some(Some((start, end))) = found.get(*group) {
                        out.extend(chars.get(*start..*end).unwrap_or_default());
                    }
                }
            }
        }
    }
}
