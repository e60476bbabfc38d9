//! What a card terminal is asked and what it answers. The trait stands here so that operations can be given a terminal
//! as they are given a clock; those that speak to one are in the connectors.

use kernel::Money;

/// A payment a terminal is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardOrder {
    /// The key of this payment: the same key never charges twice.
    pub key: String,
    /// The amount.
    pub amount: Money,
    /// The till it stands at.
    pub till: String,
}

/// What a terminal answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardAnswer {
    /// Charged.
    Approved {
        /// The authorisation printed on the slip.
        authorisation: String,
    },
    /// Not charged.
    Declined {
        /// The terminal's words.
        words: String,
    },
    /// It cannot be told: the line broke or the time ran out. The card may have been charged; ask for the outcome.
    Unknown {
        /// What happened.
        words: String,
    },
}

/// A card terminal. Calls block until the terminal answers or its time runs out.
pub trait CardTerminal: Send + Sync + std::fmt::Debug {
    /// Charges a card. With a key charged before it answers as then and charges nothing.
    fn pay(&self, order: &CardOrder) -> CardAnswer;

    /// What became of an order: `Declined` when the terminal has never seen it.
    fn outcome(&self, key: &str) -> CardAnswer;

    /// Gives the money of an order back to the card. With an order given back before it answers as then.
    fn give_back(&self, order: &CardOrder) -> CardAnswer;
}
