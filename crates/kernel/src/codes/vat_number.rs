//! The Italian VAT number, eleven digits (art. 35 of DPR 633/1972; Luhn's arithmetic).

use super::written::{cleaned, first_outside};

/// Why a text is not a VAT number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VatNumberError {
    /// Not eleven characters.
    #[error("a VAT number has 11 digits, this one has {found}")]
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
    /// Eleven zeros, which pass the arithmetic but belong to nobody.
    #[error("eleven zeros are not a VAT number")]
    Zero,
    /// The last digit does not follow from the first ten.
    #[error("the last digit is {found}, the first ten digits ask for {expected}")]
    CheckDigit {
        /// What the arithmetic gives.
        expected: char,
        /// What is written.
        found: char,
    },
    /// Digits 8 to 10 name an issuing office that does not exist.
    #[error("digits 8 to 10 are {office:03}, and no office of that number issues VAT numbers")]
    Office {
        /// The office written.
        office: u16,
    },
}

written_code! {
    /// A VAT number whose check digit and issuing office are right.
    VatNumber, VatNumberError
}

impl VatNumber {
    /// Reads a VAT number, with or without the prefix `IT` of European invoices.
    ///
    /// # Errors
    /// [`VatNumberError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, VatNumberError> {
        let code = cleaned(text);
        let code = code.strip_prefix("IT").unwrap_or(&code);
        let length = code.chars().count();
        if length != 11 {
            return Err(VatNumberError::Length { found: length });
        }
        if let Some((position, found)) = first_outside(code, |c| c.is_ascii_digit()) {
            return Err(VatNumberError::Character { position, found });
        }
        if code.chars().all(|c| c == '0') {
            return Err(VatNumberError::Zero);
        }
        if let Some((expected, found)) = wrong_check_digit(code) {
            return Err(VatNumberError::CheckDigit { expected, found });
        }
        let office = code.get(7..10).and_then(|digits| digits.parse().ok()).unwrap_or(0);
        if !matches!(office, 1..=100 | 120 | 121 | 888 | 999) {
            return Err(VatNumberError::Office { office });
        }
        Ok(Self(code.to_owned()))
    }

    /// Builds a VAT number from a company number (seven digits at most) and its issuing office.
    ///
    /// # Errors
    /// [`VatNumberError`] when the number has more than seven digits, is zero, or the office does not exist.
    pub fn compute(company: u32, office: u16) -> Result<Self, VatNumberError> {
        let first_ten = format!("{company:07}{office:03}");
        let check = check_digit(&first_ten);
        Self::parse(&format!("{first_ten}{check}"))
    }
}

/// The eleventh digit that follows from the first ten.
fn check_digit(first_ten: &str) -> char {
    let mut sum = 0;
    for (index, digit) in first_ten.chars().filter_map(|c| c.to_digit(10)).enumerate() {
        let doubled = digit * 2;
        sum += match (index % 2 == 1, doubled > 9) {
            (false, _) => digit,
            (true, false) => doubled,
            (true, true) => doubled - 9,
        };
    }
    char::from_digit((10 - sum % 10) % 10, 10).unwrap_or('0')
}

/// Expected and found, when the last of eleven digits is wrong.
pub(super) fn wrong_check_digit(eleven: &str) -> Option<(char, char)> {
    let expected = check_digit(eleven.get(..10)?);
    let found = eleven.chars().nth(10)?;
    (expected != found).then_some((expected, found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_numbers_are_read() {
        for text in
            ["01234560157", "08765430585", "00347000721", "98162450179", "IT 0123456.0157", "it01234560157"]
        {
            assert!(VatNumber::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn unsound_numbers_are_refused_with_what_was_expected() {
        let cases = [
            ("01234560158", VatNumberError::CheckDigit { expected: '7', found: '8' }),
            ("01234567897", VatNumberError::Office { office: 789 }),
            ("1234567890", VatNumberError::Length { found: 10 }),
            ("", VatNumberError::Length { found: 0 }),
            ("0123456O157", VatNumberError::Character { position: 8, found: 'O' }),
            ("00000000000", VatNumberError::Zero),
        ];
        for (text, error) in cases {
            assert_eq!(VatNumber::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn a_computed_number_passes_its_own_check() {
        assert_eq!(VatNumber::compute(123_456, 15).map(|vat| vat.to_string()), Ok("01234560157".to_owned()));
        assert_eq!(VatNumber::compute(1, 789), Err(VatNumberError::Office { office: 789 }));
        assert!(VatNumber::compute(123_456_789, 36).is_err());
    }

    proptest::proptest! {
        #[test]
        fn every_single_wrong_digit_is_found(company in 1_u32..9_999_999, place in 0_usize..11, shift in 1_u32..10) {
            let vat = VatNumber::compute(company, 36).unwrap();
            let changed: String = vat.as_str().chars().enumerate().map(|(index, c)| {
                if index == place { char::from_digit((c.to_digit(10).unwrap() + shift) % 10, 10).unwrap() } else { c }
            }).collect();
            proptest::prop_assert!(VatNumber::parse(&changed).is_err());
        }

        #[test]
        fn no_text_makes_it_panic(text in ".*") {
            let _ = VatNumber::parse(&text);
        }
    }
}
