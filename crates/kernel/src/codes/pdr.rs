//! The PDR, the code of a gas supply point: fourteen digits, leading zeros included. No check digit is known.

use super::written::{cleaned, first_outside};

/// Why a text is not a PDR.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdrError {
    /// Not fourteen digits.
    #[error("a PDR has 14 digits, this one has {found}")]
    Length {
        /// How many characters there are.
        found: usize,
    },
    /// Something other than a digit.
    #[error("character {position} is {found:?}, a digit was expected")]
    Character {
        /// Place from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
}

written_code! {
    /// A well-formed PDR.
    Pdr, PdrError
}

impl Pdr {
    /// Reads a PDR.
    ///
    /// # Errors
    /// [`PdrError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, PdrError> {
        let code = cleaned(text);
        if let Some((position, found)) = first_outside(&code, |c| c.is_ascii_digit()) {
            return Err(PdrError::Character { position, found });
        }
        if code.len() == 14 { Ok(Self(code)) } else { Err(PdrError::Length { found: code.len() }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pdr_is_fourteen_digits_kept_as_text() {
        for text in ["00881234567890", "15260000123456", "0088 1234 5678 90"] {
            assert!(Pdr::parse(text).is_ok(), "{text}");
        }
        assert_eq!(Pdr::parse("00881234567890").unwrap().as_str(), "00881234567890");
        let cases = [
            ("0088123456789", PdrError::Length { found: 13 }),
            ("1526000012345A", PdrError::Character { position: 14, found: 'A' }),
            ("", PdrError::Length { found: 0 }),
        ];
        for (text, error) in cases {
            assert_eq!(Pdr::parse(text), Err(error), "{text}");
        }
    }
}
