//! The bank code of ISO 9362 (BIC) and the unique mandate reference of a SEPA direct debit (UMR). Both are checked
//! for their form only: neither has a check digit.

use super::written::{cleaned, first_outside};

/// Why a text is not a BIC.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BicError {
    /// Neither eight nor eleven characters.
    #[error("a BIC has 8 or 11 characters, this one has {found}")]
    Length {
        /// How many characters there are.
        found: usize,
    },
    /// A character that cannot stand in its place.
    #[error("character {position} is {found:?}: the first six are letters, the others letters or digits")]
    Character {
        /// Place from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
}

written_code! {
    /// The code of a bank: bank (4 letters), country (2 letters), place (2), branch (3, optional).
    Bic, BicError
}

impl Bic {
    /// Reads a BIC of eight or eleven characters.
    ///
    /// # Errors
    /// [`BicError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, BicError> {
        let code = cleaned(text);
        let found = code.chars().count();
        if found != 8 && found != 11 {
            return Err(BicError::Length { found });
        }
        for (index, found) in code.chars().enumerate() {
            if !(found.is_ascii_uppercase() || index >= 6 && found.is_ascii_digit()) {
                return Err(BicError::Character { position: index + 1, found });
            }
        }
        Ok(Self(code))
    }

    /// The two letters of the country.
    #[must_use]
    pub fn country(&self) -> &str {
        self.0.get(4..6).unwrap_or_default()
    }
}

/// Why a text is not a mandate reference.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UmrError {
    /// Nothing, or more than 35 characters.
    #[error("a mandate reference has 1 to 35 characters, this one has {found}")]
    Length {
        /// How many characters there are.
        found: usize,
    },
    /// A character outside the SEPA set.
    #[error("character {position} is {found:?}: letters, digits and + ? / : ( ) . , ' - are allowed")]
    Character {
        /// Place from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// A slash at either end, or two in a row.
    #[error("a slash may neither begin nor end a mandate reference, nor follow another slash")]
    Slash,
}

written_code! {
    /// The reference under which a creditor keeps a mandate (SEPA Core Rulebook, AT-01): upper case, no spaces.
    /// Dashes, dots and slashes are part of it.
    Umr, UmrError
}

impl Umr {
    /// Reads a mandate reference. Spaces are dropped and letters put in upper case; dashes and dots stay.
    ///
    /// # Errors
    /// [`UmrError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, UmrError> {
        let code: String = text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect();
        let found = code.chars().count();
        if found == 0 || found > 35 {
            return Err(UmrError::Length { found });
        }
        let allowed = |c: char| c.is_ascii_alphanumeric() || "+?/-:().,'".contains(c);
        if let Some((position, found)) = first_outside(&code, allowed) {
            return Err(UmrError::Character { position, found });
        }
        if code.starts_with('/') || code.ends_with('/') || code.contains("//") {
            return Err(UmrError::Slash);
        }
        Ok(Self(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bank_codes_are_checked_for_their_form() {
        for text in ["BCITITMM", "UNCRITMMXXX", "bcit it mm"] {
            assert!(Bic::parse(text).is_ok(), "{text}");
        }
        let cases = [
            ("BCITIT", BicError::Length { found: 6 }),
            ("UNCRI1MMXXX", BicError::Character { position: 6, found: '1' }),
            ("UNCRITMMX", BicError::Length { found: 9 }),
        ];
        for (text, error) in cases {
            assert_eq!(Bic::parse(text), Err(error), "{text}");
        }
        assert_eq!(Bic::parse("BCITITMM").unwrap().country(), "IT");
    }

    #[test]
    fn mandate_references_keep_dashes_and_refuse_misplaced_slashes() {
        assert_eq!(Umr::parse("GAS-2026-000000123").unwrap().as_str(), "GAS-2026-000000123");
        assert_eq!(Umr::parse(" 300000000001/2026-03").unwrap().as_str(), "300000000001/2026-03");
        let long = "X".repeat(36);
        let cases = [
            ("ACQUA_2026#1", UmrError::Character { position: 6, found: '_' }),
            ("/ABC", UmrError::Slash),
            ("ABC/", UmrError::Slash),
            ("A//B", UmrError::Slash),
            ("", UmrError::Length { found: 0 }),
            (long.as_str(), UmrError::Length { found: 36 }),
        ];
        for (text, error) in cases {
            assert_eq!(Umr::parse(text), Err(error), "{text}");
        }
        assert!(Umr::parse(&"X".repeat(35)).is_ok());
    }
}
