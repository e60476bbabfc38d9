//! Amounts the law sets by date: the limit of cash, the stamp on receipts. Data of `standards/payments/`.

use std::sync::LazyLock;

use kernel::{Date, Money};
use serde::Deserialize;

use crate::model::Confidence;

/// The shipped records.
const SHIPPED: &str = include_str!("../../../standards/payments/amounts.toml");

/// An amount and the day from which it holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalAmount {
    /// Which: `cash_limit`, `stamp_above`, `stamp`.
    pub id: String,
    /// What it is, in Italian.
    pub name_it: String,
    /// What it is, in English.
    pub name_en: String,
    /// The act that sets it.
    pub act: String,
    /// The amount in euro cents.
    pub cents: i64,
    /// The first day it is in force; none: always.
    pub valid_from: Option<String>,
    /// How sure the figure is.
    pub confidence: Confidence,
    /// Labels of `sources.toml`.
    pub sources: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    amount: Vec<LegalAmount>,
}

/// Reads records from the text of a file.
///
/// # Errors
/// What is wrong, with its line, or the record whose day cannot be read.
pub fn read_amounts(text: &str) -> Result<Vec<LegalAmount>, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    for amount in &file.amount {
        if amount.valid_from.as_ref().is_some_and(|day| day.parse::<Date>().is_err()) {
            return Err(format!("{}: valid_from is not a day like 2026-03-20", amount.id));
        }
    }
    Ok(file.amount)
}

/// The shipped records. A test proves that they can be read.
#[must_use]
pub fn legal_amounts() -> &'static [LegalAmount] {
    static READ: LazyLock<Vec<LegalAmount>> = LazyLock::new(|| read_amounts(SHIPPED).unwrap_or_default());
    &READ
}

/// The amount in force on a day: the one that began last. None for an id nobody knows.
#[must_use]
pub fn amount_in_force(id: &str, day: Date) -> Option<Money> {
    let began = |amount: &LegalAmount| amount.valid_from.as_ref().and_then(|text| text.parse::<Date>().ok());
    legal_amounts()
        .iter()
        .filter(|amount| amount.id == id && began(amount).is_none_or(|from| from <= day))
        .max_by_key(|amount| began(amount))
        .map(|amount| Money::from_cents(amount.cents))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_amounts_are_read() {
        assert!(read_amounts(SHIPPED).is_ok_and(|all| all.len() >= 3));
    }

    #[test]
    fn the_amount_that_began_last_is_in_force() {
        for (id, day, cents) in [
            ("cash_limit", "2020-06-30", 300_000),
            ("cash_limit", "2020-07-01", 200_000),
            ("cash_limit", "2022-12-31", 200_000),
            ("cash_limit", "2026-03-11", 500_000),
            ("stamp_above", "2026-03-11", 7747),
            ("stamp", "2013-06-25", 181),
            ("stamp", "2026-03-11", 200),
        ] {
            let found = amount_in_force(id, day.parse().unwrap());
            assert_eq!(found, Some(Money::from_cents(cents)), "{id} {day}");
        }
        assert_eq!(amount_in_force("nothing", "2026-03-11".parse().unwrap()), None);
    }

    #[test]
    fn a_wrong_day_is_refused() {
        let wrong = SHIPPED.replace("2023-01-01", "2023-02-30");
        assert!(read_amounts(&wrong).is_err());
    }
}
