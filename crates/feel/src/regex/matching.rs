//! Matching by backtracking, with a bound on the work.

use super::Found;
use super::pattern::{Flags, Item};

/// Steps before the search is given up.
const WORK: u32 = 500_000;
/// Matches inside each other before the search is given up.
const DEPTH: u32 = 1_500;

pub(super) struct Matcher<'a> {
    pub text: &'a [char],
    flags: Flags,
    groups: Found,
    work: u32,
    depth: u32,
}

/// What remains to be matched after an item: `None` when the work is used up.
type Next<'n> = &'n mut dyn FnMut(&mut Matcher, usize) -> Option<bool>;

impl<'a> Matcher<'a> {
    pub fn new(text: &'a [char], flags: Flags, groups: usize) -> Self {
        Self { text, flags, groups: vec![None; groups + 1], work: 0, depth: 0 }
    }

    /// The match that starts at this place.
    pub fn at(&mut self, items: &[Item], start: usize) -> Option<Option<Found>> {
        self.groups.fill(None);
        let mut end = None;
        let matched = self.sequence(items, start, &mut |_, at| {
            end = Some(at);
            Some(true)
        })?;
        if !matched {
            return Some(None);
        }
        let mut found = self.groups.clone();
        if let Some(whole) = found.first_mut() {
            *whole = end.map(|end| (start, end));
        }
        Some(Some(found))
    }

    fn sequence(&mut self, items: &[Item], at: usize, next: Next) -> Option<bool> {
        let Some((item, rest)) = items.split_first() else {
            return next(self, at);
        };
        self.item(item, at, &mut |matcher, at| matcher.sequence(rest, at, next))
    }

    fn item(&mut self, item: &Item, at: usize, next: Next) -> Option<bool> {
        self.work += 1;
        if self.work > WORK || self.depth > DEPTH {
            return None;
        }
        self.depth += 1;
        let result = self.try_item(item, at, next);
        self.depth -= 1;
        result
    }

    fn try_item(&mut self, item: &Item, at: usize, next: Next) -> Option<bool> {
        match item {
            Item::Start => {
                if self.is_start(at) {
                    next(self, at)
                } else {
                    Some(false)
                }
            }
            Item::End => {
                if self.is_end(at) {
                    next(self, at)
                } else {
                    Some(false)
                }
            }
            Item::Back(group) => {
                let Some(Some((start, end))) = self.groups.get(*group).copied() else {
                    return next(self, at);
                };
                let same = self.text.get(start..end) == self.text.get(at..at + (end - start));
                if same { next(self, at + (end - start)) } else { Some(false) }
            }
            Item::Group(number, alternatives) => self.group(*number, alternatives, at, next),
            Item::Repeat { item, least, most, lazy } => self.repeat(item, (*least, *most, *lazy), at, next),
            single => {
                if self.one(single, at) {
                    next(self, at + 1)
                } else {
                    Some(false)
                }
            }
        }
    }

    fn is_start(&self, at: usize) -> bool {
        at == 0
            || (self.flags.lines && at.checked_sub(1).and_then(|before| self.text.get(before)) == Some(&'\n'))
    }

    fn is_end(&self, at: usize) -> bool {
        at == self.text.len() || (self.flags.lines && self.text.get(at) == Some(&'\n'))
    }

    /// Whether an item of one character matches here.
    fn one(&self, item: &Item, at: usize) -> bool {
        let Some(c) = self.text.get(at).copied() else {
            return false;
        };
        match item {
            Item::Char(wanted) => {
                c == *wanted || (self.flags.any_case && c.to_lowercase().eq(wanted.to_lowercase()))
            }
            Item::Any => self.flags.dot_all || !matches!(c, '\n' | '\r'),
            Item::Class(class) => class.holds(c, self.flags.any_case),
            _ => false,
        }
    }

    fn group(
        &mut self,
        number: Option<usize>,
        alternatives: &[Vec<Item>],
        start: usize,
        next: Next,
    ) -> Option<bool> {
        for items in alternatives {
            let matched = self.sequence(items, start, &mut |matcher, end| {
                let before = matcher.note(number, Some((start, end)));
                let matched = next(matcher, end)?;
                if !matched {
                    matcher.note(number, before);
                }
                Some(matched)
            })?;
            if matched {
                return Some(true);
            }
        }
        Some(false)
    }

    fn note(&mut self, group: Option<usize>, found: Option<(usize, usize)>) -> Option<(usize, usize)> {
        let place = self.groups.get_mut(group?)?;
        std::mem::replace(place, found)
    }

    fn repeat(&mut self, item: &Item, how: (usize, usize, bool), at: usize, next: Next) -> Option<bool> {
        let (least, most, lazy) = how;
        if matches!(item, Item::Char(_) | Item::Any | Item::Class(_)) {
            return self.repeat_one(item, how, at, next);
        }
        if lazy && least == 0 && next(self, at)? {
            return Some(true);
        }
        if most > 0 {
            let how = (least.saturating_sub(1), if most == usize::MAX { most } else { most - 1 }, lazy);
            let matched = self.item(item, at, &mut |matcher, end| {
                // A repetition that consumes nothing would go on for ever.
                if end == at && least == 0 { Some(false) } else { matcher.repeat(item, how, end, next) }
            })?;
            if matched {
                return Some(true);
            }
        }
        if !lazy && least == 0 { next(self, at) } else { Some(false) }
    }

    /// Repetition of single characters, without going deeper for each.
    fn repeat_one(&mut self, item: &Item, how: (usize, usize, bool), at: usize, next: Next) -> Option<bool> {
        let (least, most, lazy) = how;
        let limit = if lazy { least } else { most };
        let mut count = 0;
        while count < limit && self.one(item, at + count) {
            count += 1;
        }
        if count < least {
            return Some(false);
        }
        loop {
            self.work += 1;
            if next(self, at + count)? {
                return Some(true);
            }
            if lazy {
                if count >= most || !self.one(item, at + count) {
                    return Some(false);
                }
                count += 1;
            } else {
                if count <= least {
                    return Some(false);
                }
                count -= 1;
            }
        }
    }
}
