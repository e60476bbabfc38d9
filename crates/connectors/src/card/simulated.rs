//! A terminal for demonstrations and tests. It approves, declines or falls silent by the cents of the amount, and keeps what it
//! charged: the same key is never charged twice.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard},
};

use domain::cash::{CardAnswer, CardOrder, CardTerminal};
use kernel::Money;

/// Cents at which the card is declined.
const DECLINED: i64 = 13;
/// Cents at which the line breaks after the charge.
const SILENT_AFTER: i64 = 17;
/// Cents at which the line breaks before the charge.
const SILENT_BEFORE: i64 = 19;

/// What it knows of an order.
#[derive(Clone, Debug)]
struct Charge {
    amount: Money,
    authorisation: String,
    given_back: bool,
}

/// A terminal without a card reader.
///
/// An amount that ends in `,13` is declined; `,17` is charged and no answer comes; `,19` is not charged and no answer comes;
/// all others are approved.
#[derive(Debug, Default)]
pub struct SimulatedTerminal {
    charges: Mutex<BTreeMap<String, Charge>>,
}

impl SimulatedTerminal {
    fn charges(&self) -> MutexGuard<'_, BTreeMap<String, Charge>> {
        self.charges.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// What was charged in all and not given back.
    #[must_use]
    pub fn charged(&self) -> Money {
        self.charges().values().filter(|charge| !charge.given_back).map(|charge| charge.amount).sum()
    }

    fn charge(&self, order: &CardOrder) -> CardAnswer {
        let mut charges = self.charges();
        let number = charges.len() + 1;
        let charge = charges.entry(order.key.clone()).or_insert_with(|| Charge {
            amount: order.amount,
            authorisation: format!("{number:06}"),
            given_back: false,
        });
        CardAnswer::Approved { authorisation: charge.authorisation.clone() }
    }
}

fn declined(words: &str) -> CardAnswer {
    CardAnswer::Declined { words: words.to_owned() }
}

fn silent() -> CardAnswer {
    CardAnswer::Unknown { words: "no answer within 60 seconds".to_owned() }
}

impl CardTerminal for SimulatedTerminal {
    fn pay(&self, order: &CardOrder) -> CardAnswer {
        match order.amount.cents() % 100 {
            DECLINED => declined("DECLINED 51"),
            SILENT_AFTER => {
                self.charge(order);
                silent()
            }
            SILENT_BEFORE => silent(),
            _ => self.charge(order),
        }
    }

    fn outcome(&self, key: &str) -> CardAnswer {
        match self.charges().get(key) {
            Some(charge) if !charge.given_back => {
                CardAnswer::Approved { authorisation: charge.authorisation.clone() }
            }
            _ => declined("NOT FOUND"),
        }
    }

    fn give_back(&self, order: &CardOrder) -> CardAnswer {
        match self.charges().get_mut(&order.key) {
            Some(charge) => {
                charge.given_back = true;
                CardAnswer::Approved { authorisation: charge.authorisation.clone() }
            }
            None => declined("NOT FOUND"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(key: &str, cents: i64) -> CardOrder {
        CardOrder { key: key.to_owned(), amount: Money::from_cents(cents), till: "S3".to_owned() }
    }

    #[test]
    fn the_same_key_is_charged_once() {
        let terminal = SimulatedTerminal::default();
        let first = terminal.pay(&order("a", 1000));
        assert_eq!(first, terminal.pay(&order("a", 1000)));
        assert_eq!(terminal.charged(), Money::from_cents(1000));
    }

    #[test]
    fn the_cents_say_what_it_answers_and_the_outcome_tells_what_really_happened() {
        let terminal = SimulatedTerminal::default();
        let approved = |answer: CardAnswer| matches!(answer, CardAnswer::Approved { .. });
        assert!(matches!(terminal.pay(&order("no", 1013)), CardAnswer::Declined { .. }));
        assert!(matches!(terminal.pay(&order("after", 1017)), CardAnswer::Unknown { .. }));
        assert!(matches!(terminal.pay(&order("before", 1019)), CardAnswer::Unknown { .. }));
        assert!(approved(terminal.outcome("after")) && !approved(terminal.outcome("before")));
        assert_eq!(terminal.charged(), Money::from_cents(1017));
    }

    #[test]
    fn money_goes_back_to_the_card_once() {
        let terminal = SimulatedTerminal::default();
        terminal.pay(&order("a", 1000));
        for _ in 0..2 {
            assert!(matches!(terminal.give_back(&order("a", 1000)), CardAnswer::Approved { .. }));
        }
        assert_eq!(terminal.charged(), Money::ZERO);
        assert!(matches!(terminal.give_back(&order("b", 1)), CardAnswer::Declined { .. }));
    }
}
