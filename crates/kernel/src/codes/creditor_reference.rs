//! The structured creditor reference of transfers (ISO 11649): `RF`, two check digits, up to 21 characters.

use super::remainder::mod_97;
use super::written::{cleaned, first_outside};

/// Why a text is not a creditor reference.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CreditorReferenceError {
    /// Not 5 to 25 characters.
    #[error("a creditor reference has 5 to 25 characters, this one has {found}")]
    Length {
        /// How many characters there are.
        found: usize,
    },
    /// It does not begin with `RF` and two digits.
    #[error("a creditor reference begins with RF and two digits")]
    Prefix,
    /// A character that is neither letter nor digit.
    #[error("character {position} is {found:?}, a letter or a digit was expected")]
    Character {
        /// Place from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
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
    /// A creditor reference whose check digits fit.
    CreditorReference, CreditorReferenceError
}

impl CreditorReference {
    /// Reads a reference, grouped or not.
    ///
    /// # Errors
    /// [`CreditorReferenceError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, CreditorReferenceError> {
        let code = cleaned(text);
        if let Some((position, found)) = first_outside(&code, |c| c.is_ascii_alphanumeric()) {
            return Err(CreditorReferenceError::Character { position, found });
        }
        if !(5..=25).contains(&code.len()) {
            return Err(CreditorReferenceError::Length { found: code.len() });
        }
        let (head, reference) = code.split_at_checked(4).unwrap_or((&code, ""));
        let found = head.strip_prefix("RF").filter(|digits| digits.chars().all(|c| c.is_ascii_digit()));
        let found = found.ok_or(CreditorReferenceError::Prefix)?;
        let expected = check_digits(reference);
        if expected == found {
            Ok(Self(code))
        } else {
            Err(CreditorReferenceError::CheckDigits { expected, found: found.to_owned() })
        }
    }

    /// Builds the reference of a text of up to 21 letters and digits, such as the number of a bill.
    ///
    /// # Errors
    /// [`CreditorReferenceError`] when the text is empty, too long or has other characters.
    pub fn compute(reference: &str) -> Result<Self, CreditorReferenceError> {
        let reference = cleaned(reference);
        let check = check_digits(&reference);
        Self::parse(&format!("RF{check}{reference}"))
    }
}

fn check_digits(reference: &str) -> String {
    let rest = mod_97(reference.chars().chain("RF00".chars())).unwrap_or(0);
    format!("{:02}", 98 - rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_and_built() {
        for (text, reference) in
            [("RF8120260000012345", "20260000012345"), ("RF66 FT20 2600 0987", "FT2026000987")]
        {
            let read = CreditorReference::parse(text).unwrap();
            assert_eq!(CreditorReference::compute(reference), Ok(read), "{text}");
        }
    }

    #[test]
    fn unsound_references_are_refused() {
        for text in ["RF1120260000012345", "RF33FT2026000978"] {
            let error = CreditorReference::parse(text).unwrap_err();
            assert!(matches!(error, CreditorReferenceError::CheckDigits { .. }), "{text} {error}");
        }
        assert_eq!(CreditorReference::parse("XX81202600"), Err(CreditorReferenceError::Prefix));
        assert_eq!(CreditorReference::parse("RF81"), Err(CreditorReferenceError::Length { found: 4 }));
        assert!(CreditorReference::compute(&"1".repeat(22)).is_err());
        assert!(CreditorReference::compute("à").is_err());
    }
}
