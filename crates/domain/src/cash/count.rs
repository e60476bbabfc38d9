//! Counting notes and coins.

use std::collections::BTreeMap;

use kernel::Money;
use serde::{Deserialize, Serialize};

/// Notes and coins in circulation, in cents, from the largest. The note of 500 euro is no longer printed, and still money.
pub const DENOMINATIONS: [i64; 15] =
    [50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];

/// How many of each denomination lie in the till.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Count(BTreeMap<i64, i64>);

/// Something that cannot be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotACount {
    /// There is no such note or coin.
    Denomination(i64),
    /// The number of pieces is below zero or beyond belief.
    Pieces {
        /// The denomination, in cents.
        denomination: i64,
    },
}

/// More pieces than a till holds.
const MOST_PIECES: i64 = 100_000;

impl Count {
    /// Adds pieces of a denomination.
    ///
    /// # Errors
    /// [`NotACount`] when there is no such denomination or number.
    pub fn add(&mut self, denomination: i64, pieces: i64) -> Result<(), NotACount> {
        if !DENOMINATIONS.contains(&denomination) {
            return Err(NotACount::Denomination(denomination));
        }
        if !(0..=MOST_PIECES).contains(&pieces) {
            return Err(NotACount::Pieces { denomination });
        }
        if pieces > 0 {
            *self.0.entry(denomination).or_default() += pieces;
        }
        Ok(())
    }

    /// Pieces of a denomination.
    #[must_use]
    pub fn pieces(&self, denomination: i64) -> i64 {
        self.0.get(&denomination).copied().unwrap_or(0)
    }

    /// What lies there in all.
    #[must_use]
    pub fn total(&self) -> Money {
        self.0
            .iter()
            .map(|(denomination, pieces)| Money::from_cents(denomination.saturating_mul(*pieces)))
            .sum()
    }

    /// Denomination and pieces, largest first, where there are any.
    pub fn lines(&self) -> impl Iterator<Item = (i64, i64)> {
        self.0.iter().rev().map(|(denomination, pieces)| (*denomination, *pieces))
    }
}
