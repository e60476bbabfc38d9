//! Answers to choose from.

use super::Piece;

/// An answer on a card.
#[derive(Clone, Debug, Default)]
pub struct Pick {
    /// The value sent.
    pub value: String,
    /// The answer.
    pub label: String,
    /// Beside it, in grey.
    pub meta: String,
    /// Below it.
    pub note: Vec<Piece>,
    /// The key that chooses it; empty for none.
    pub key: String,
    /// At the right: how it matches.
    pub mark: Mark,
    /// It is the chosen one.
    pub chosen: bool,
}

/// What stands at the right of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing, or the key.
    #[default]
    None,
    /// The same code as the one typed.
    SameCode(String),
    /// Only the name is alike.
    OnlyName(String),
    /// A state with its class: `on`, `half`, `go`, `bad` or nothing.
    State {
        /// The class after `state-`.
        class: &'static str,
        /// The word.
        label: String,
    },
}
