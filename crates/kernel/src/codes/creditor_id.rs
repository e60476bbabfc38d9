//! The SEPA creditor identifier (AT-02 of the Rulebook; EPC262-08): country, two check digits, a business code that
//! the check leaves out, the national identifier.

use super::remainder::mod_97;
use super::written::{cleaned, first_outside};

/// Why a text is not a creditor identifier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CreditorIdError {
    /// Not 23 characters for Italy, or not 8 to 35 for another country.
    #[error("an Italian creditor identifier has 23 characters (8 to 35 elsewhere), this one has {found}")]
    Length {
        /// How many characters there are.
        found: usize,
    },
    /// A character that cannot stand in its place.
    #[error("character {position} is {found:?}, which cannot stand there")]
    Character {
        /// Place from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// An identifier given before the creditor had a tax code, no longer valid.
    #[error(
        "an identifier that says NOTPROVIDED was given before the creditor had a tax code and is not valid"
    )]
    NotProvided,
    /// The check digits do not fit.
    #[error("the check digits are {found}, the rest asks for {expected}")]
    CheckDigits {
        /// What the arithmetic gives.
        expected: String,
        /// What is written.
        found: String,
    },
}

written_code! {
    /// A creditor identifier whose check digits fit.
    CreditorId, CreditorIdError
}

impl CreditorId {
    /// Reads a creditor identifier.
    ///
    /// # Errors
    /// [`CreditorIdError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, CreditorIdError> {
        let code = cleaned(text);
        for (index, found) in code.chars().enumerate() {
            let fits = match index {
                0 | 1 => found.is_ascii_uppercase(),
                2 | 3 => found.is_ascii_digit(),
                _ => found.is_ascii_uppercase() || found.is_ascii_digit(),
            };
            if !fits {
                return Err(CreditorIdError::Character { position: index + 1, found });
            }
        }
        let found = code.len();
        let fits = if code.starts_with("IT") { found == 23 } else { (8..=35).contains(&found) };
        if !fits {
            return Err(CreditorIdError::Length { found });
        }
        if code.contains("NOTPROVIDED") {
            return Err(CreditorIdError::NotProvided);
        }
        let (country, national) = (code.get(..2).unwrap_or_default(), code.get(7..).unwrap_or_default());
        let expected = check_digits(country, national).unwrap_or_default();
        let found = code.get(2..4).unwrap_or_default();
        if expected == found {
            Ok(Self(code))
        } else {
            Err(CreditorIdError::CheckDigits { expected, found: found.to_owned() })
        }
    }

    /// Builds the Italian identifier of a tax code (sixteen characters) or VAT number (eleven digits, padded with
    /// zeros) with a business code of three characters, `ZZZ` where none is used.
    ///
    /// # Errors
    /// [`CreditorIdError`] when one of them has another form.
    pub fn italian(business: &str, tax_code: &str) -> Result<Self, CreditorIdError> {
        let (business, national) = (cleaned(business), format!("{:0>16}", cleaned(tax_code)));
        if let Some((position, found)) = first_outside(&national, |c| c.is_ascii_alphanumeric()) {
            return Err(CreditorIdError::Character { position: position + 7, found });
        }
        let check = check_digits("IT", &national).unwrap_or_else(|| "00".to_owned());
        Self::parse(&format!("IT{check}{business}{national}"))
    }

    /// The three characters a creditor uses to tell its businesses apart; `ZZZ` where it does not.
    #[must_use]
    pub fn business_code(&self) -> &str {
        self.0.get(4..7).unwrap_or_default()
    }
}

fn check_digits(country: &str, national: &str) -> Option<String> {
    let rest = mod_97(national.chars().chain(country.chars()).chain("00".chars()))?;
    Some(format!("{:02}", 98 - rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_business_code_does_not_change_the_check() {
        for text in [
            "IT36ZZZ0000001234560157",
            "IT36GAS0000001234560157",
            "IT82ZZZ0000008765430585",
            "IT28ZZZBNCNNA75D50F205F",
            "IT35ZZZ0000012345670488",
            "DE98ZZZ09999999999",
        ] {
            assert!(CreditorId::parse(text).is_ok(), "{text}");
        }
        assert_eq!(CreditorId::parse("IT36GAS0000001234560157").unwrap().business_code(), "GAS");
    }

    #[test]
    fn unsound_identifiers_are_refused() {
        for (text, found) in [("IT36ZZZ0000001234560175", "36"), ("IT10ZZZ0000001234560157", "10")] {
            let error = CreditorId::parse(text).unwrap_err();
            assert!(
                matches!(&error, CreditorIdError::CheckDigits { found: f, .. } if f == found),
                "{text} {error}"
            );
        }
        assert_eq!(CreditorId::parse("IT36ZZZ123"), Err(CreditorIdError::Length { found: 10 }));
        assert_eq!(CreditorId::parse("IT36ZZZNOTPROVIDED00001"), Err(CreditorIdError::NotProvided));
        assert_eq!(CreditorId::parse("ITXX"), Err(CreditorIdError::Character { position: 3, found: 'X' }));
    }

    #[test]
    fn an_identifier_is_built_from_a_vat_number_or_a_tax_code() {
        let built = |business, code| CreditorId::italian(business, code).map(|id| id.to_string());
        assert_eq!(built("ZZZ", "01234560157"), Ok("IT36ZZZ0000001234560157".to_owned()));
        assert_eq!(built("ZZZ", "BNCNNA75D50F205F"), Ok("IT28ZZZBNCNNA75D50F205F".to_owned()));
        assert!(built("ZZ", "01234560157").is_err());
        assert!(built("ZZZ", "0123é").is_err());
    }
}
