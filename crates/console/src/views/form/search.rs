//! A search inside a form: a customer or a supply, with what was found and what was checked.

use askama::Template;
use texts::Texts;
use web::layout::Link;

use super::Pick;

/// A search inside a form. Without script the button sends the whole form, which comes back with what was found.
#[derive(Clone, Debug, Default)]
pub struct SearchView {
    /// What was typed; its name is the field's with `.q`.
    pub query: String,
    /// What may be typed.
    pub label: String,
    /// The address of the results alone (GET); empty: only the button.
    pub part: String,
    /// The key that jumps here, for readers of health cards that type like a keyboard; empty for none.
    pub card_key: String,
    /// What was found; none before a search.
    pub found: Option<Found>,
    /// Checks on the chosen one.
    pub checks: Vec<Check>,
    /// The heading of the checks.
    pub checks_title: String,
}

/// What a search inside a form found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// How many match and how many are alike.
    pub legend: String,
    /// The candidates, and the way out last.
    pub picks: Vec<Pick>,
}

/// What was checked, and how it stands.
#[derive(Clone, Debug)]
pub struct Check {
    /// How it stands.
    pub state: CheckState,
    /// The sentence.
    pub text: String,
    /// The case it names.
    pub link: Option<Link>,
}

/// How a check stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckState {
    /// Nothing in the way.
    Good,
    /// To be known, nothing in the way.
    Warning,
    /// In the way.
    Bad,
}

impl Check {
    /// Classes of the icon.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match self.state {
            CheckState::Good => "i-ok",
            CheckState::Warning => "i-soon",
            CheckState::Bad => "i-late",
        }
    }

    /// The icon.
    #[must_use]
    pub const fn icon(&self) -> &'static str {
        match self.state {
            CheckState::Good => "ok",
            CheckState::Warning => "alert",
            CheckState::Bad => "octagon",
        }
    }
}

/// What a search inside a form found, alone.
#[derive(Debug, Template)]
#[template(path = "form/found.html")]
pub struct FoundPart<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The name of the field.
    pub name: String,
    /// What was found.
    pub search: SearchView,
}
