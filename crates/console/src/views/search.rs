//! Search and commands: the results of the popup, and the same as a page.

use askama::Template;
use texts::Texts;
use web::layout::{Empty, Field, Frame, Risk};

/// What kind of thing was found; groups stand in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitKind {
    /// Customers.
    Customer,
    /// Cases.
    Case,
    /// Bills.
    Bill,
    /// Meters.
    Meter,
    /// Supplies.
    Supply,
    /// Acts on what was found.
    Command,
}

impl HitKind {
    /// The heading.
    #[must_use]
    pub fn label(self, t: &Texts) -> String {
        match self {
            Self::Customer => t.search_group_customers(),
            Self::Case => t.search_group_cases(),
            Self::Bill => t.search_group_bills(),
            Self::Meter => t.search_group_meters(),
            Self::Supply => t.search_group_supplies(),
            Self::Command => t.search_group_commands(),
        }
    }
}

/// A piece of a result's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// It is what was searched for.
    pub hit: bool,
    /// It is a code.
    pub code: bool,
}

impl Piece {
    /// Plain text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), hit: false, code: false }
    }

    /// A code.
    #[must_use]
    pub fn code(text: impl Into<String>) -> Self {
        Self { code: true, ..Self::plain(text) }
    }
}

/// Cuts a text into pieces, marking where the words of the search occur; case, accents and apostrophes do not matter.
#[must_use]
pub fn marked(text: &str, searched: &str) -> Vec<Piece> {
    let letters: Vec<char> = text.chars().collect();
    let mut hit = vec![false; letters.len()];
    for word in searched.split_whitespace().map(kernel::fold).filter(|word| !word.is_empty()) {
        for start in 0..letters.len() {
            if let Some(length) = starts_with(letters.get(start..).unwrap_or_default(), &word) {
                hit.iter_mut().skip(start).take(length).for_each(|one| *one = true);
            }
        }
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for (letter, hit) in letters.into_iter().zip(hit) {
        match pieces.last_mut() {
            Some(last) if last.hit == hit => last.text.push(letter),
            _ => pieces.push(Piece { text: letter.into(), hit, code: false }),
        }
    }
    pieces
}

/// How many letters at the start fold to the word.
fn starts_with(letters: &[char], word: &str) -> Option<usize> {
    let mut folded = String::new();
    for (index, letter) in letters.iter().enumerate() {
        folded.push_str(&kernel::fold(&letter.to_string()));
        // A space or a sign in front does not belong to the word.
        if folded.is_empty() {
            return None;
        }
        if folded == word {
            return Some(index + 1);
        }
        if !word.starts_with(&folded) {
            return None;
        }
    }
    None
}

/// One result.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The id of its element: `esito-1` and so on, in order.
    pub id: String,
    /// Where it leads.
    pub href: String,
    /// Its icon.
    pub icon: &'static str,
    /// The code of a procedure, before the title.
    pub code: String,
    /// The title.
    pub title: Vec<Piece>,
    /// The second line.
    pub detail: Vec<Piece>,
    /// How a case stands.
    pub risk: Option<Risk>,
    /// At the right.
    pub side: String,
    /// The key that does the same from the result's page.
    pub key: String,
}

/// Results of one kind.
#[derive(Clone, Debug)]
pub struct HitGroup {
    /// What kind.
    pub kind: HitKind,
    /// How many there are.
    pub total: u32,
    /// Those shown.
    pub hits: Vec<Hit>,
    /// All of them, when not all are shown.
    pub more: Option<String>,
}

impl HitGroup {
    /// How many are not shown.
    #[must_use]
    pub fn left(&self) -> u32 {
        self.total.saturating_sub(u32::try_from(self.hits.len()).unwrap_or(u32::MAX))
    }
}

/// The results, as the popup shows them.
#[derive(Clone, Debug, Template)]
#[template(path = "search/results.html")]
pub struct SearchResults<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// What was searched for.
    pub text: String,
    /// What was found.
    pub groups: Vec<HitGroup>,
}

impl SearchResults<'_> {
    /// How many results there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.groups.iter().map(|group| group.total).sum()
    }

    /// The first result is the one Enter opens.
    fn is_first(&self, hit: &Hit) -> bool {
        self.groups.first().and_then(|group| group.hits.first()).is_some_and(|first| first.id == hit.id)
    }
}

/// The page of results.
#[derive(Debug, Template)]
#[template(path = "search/page.html")]
pub struct SearchPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The field, with what was searched for.
    pub field: Field,
    /// The results.
    pub results: SearchResults<'a>,
    /// What to say when there are none.
    pub empty: Empty,
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn what_was_searched_is_marked_whatever_its_case_and_accents() {
        for (text, searched, expected) in [
            ("Marchetti Elena", "marchetti", "[Marchetti] Elena"),
            ("Marchetti Elena", "ele march", "[March]etti [Ele]na"),
            ("Nicolò Forlì", "nicolo forli", "[Nicolò] [Forlì]"),
            ("Rossi", "bianchi", "Rossi"),
            ("Rossi", "", "Rossi"),
            ("", "x", ""),
        ] {
            let found: String = marked(text, searched)
                .iter()
                .map(|piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() })
                .collect();
            assert_eq!(found, expected, "{searched}");
        }
    }
}
