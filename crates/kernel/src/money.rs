//! Amounts of euro, in whole cents.

use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use crate::lang::Lang;

/// An amount in euro cents. Never a float.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct Money(i64);

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotMoney {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// A character that has no place in an amount.
    #[error("unexpected character {0:?}")]
    Character(char),
    /// More than two decimals.
    #[error("more than two decimals")]
    Decimals,
    /// Beyond what can be stored.
    #[error("too large")]
    TooLarge,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// From whole cents.
    #[must_use]
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// Whole cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// Reads an Italian amount: `1.284,50`, `12,5`, `-3`, with or without the euro sign and spaces.
    ///
    /// # Errors
    /// [`NotMoney`] says what is wrong with the text.
    pub fn parse_italian(text: &str) -> Result<Self, NotMoney> {
        let cleaned: String = text.chars().filter(|c| !c.is_whitespace() && *c != '€' && *c != '.').collect();
        let (negative, digits) =
            cleaned.strip_prefix('-').map_or((false, cleaned.as_str()), |rest| (true, rest));
        if digits.is_empty() {
            return Err(NotMoney::Empty);
        }
        let (whole, decimals) = digits.split_once(',').unwrap_or((digits, ""));
        if let Some(bad) = whole.chars().chain(decimals.chars()).find(|c| !c.is_ascii_digit()) {
            return Err(NotMoney::Character(bad));
        }
        if decimals.len() > 2 {
            return Err(NotMoney::Decimals);
        }
        let euros: i64 = if whole.is_empty() { 0 } else { whole.parse().map_err(|_| NotMoney::TooLarge)? };
        let cents: i64 = format!("{decimals:0<2}").parse().map_err(|_| NotMoney::TooLarge)?;
        let total = euros.checked_mul(100).and_then(|e| e.checked_add(cents)).ok_or(NotMoney::TooLarge)?;
        Ok(Self(if negative { -total } else { total }))
    }

    /// The amount as people read it: `1.284,50 €` in Italian (no-break space), `€1,284.50` in English.
    #[must_use]
    pub fn show(self, lang: Lang) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (euros, cents) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        match lang {
            Lang::It => format!("{sign}{},{cents:02}\u{a0}€", group(euros, '.')),
            Lang::En => format!("{sign}€{}.{cents:02}", group(euros, ',')),
        }
    }
}

/// Digits in groups of three: `1284` gives `1.284`.
#[must_use]
pub fn group(value: u64, separator: char) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn italian_amounts_are_read_with_points_and_commas() {
        for (text, cents) in [("1.284,50", 128_450), ("12,5", 1250), ("-3", -300), ("0,05 €", 5), (",5", 50)]
        {
            assert_eq!(Money::parse_italian(text), Ok(Money::from_cents(cents)), "{text}");
        }
        assert_eq!(Money::parse_italian("12,345"), Err(NotMoney::Decimals));
        assert_eq!(Money::parse_italian("12a"), Err(NotMoney::Character('a')));
        assert_eq!(Money::parse_italian(" "), Err(NotMoney::Empty));
    }

    #[test]
    fn amounts_are_shown_as_each_language_writes_them() {
        assert_eq!(Money::from_cents(128_450).show(Lang::It), "1.284,50\u{a0}€");
        assert_eq!(Money::from_cents(-128_450).show(Lang::En), "-€1,284.50");
        assert_eq!(Money::ZERO.show(Lang::It), "0,00\u{a0}€");
    }
}
