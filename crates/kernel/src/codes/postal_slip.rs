//! The postal payment slip: the 18-digit customer code ("quarto campo") of types 896 and 674, the optical line and
//! the barcode payload built with it. The check is the first sixteen digits modulo 93, in two digits.

use super::remainder::mod_93;
use super::written::{cleaned, first_outside};
use crate::money::Money;

/// Why a text is not the customer code of a slip.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SlipCodeError {
    /// Not eighteen digits.
    #[error("the customer code of a slip has 18 digits, this one has {found}")]
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
    /// The last two digits do not follow from the first sixteen.
    #[error("the last two digits are {found}, the first sixteen ask for {expected}")]
    CheckDigits {
        /// What the arithmetic gives.
        expected: String,
        /// What is written.
        found: String,
    },
}

/// The type of a slip: its document code on the optical line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SlipType {
    /// 896: code and amount are printed and fixed.
    Td896,
    /// 674: the code is printed, the payer writes the amount.
    Td674,
}

impl SlipType {
    /// The three digits of the document code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Td896 => "896",
            Self::Td674 => "674",
        }
    }
}

/// Account and amount of a slip do not fit the fields of the optical line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SlipError {
    /// The postal account has more than twelve digits.
    #[error("a postal account has at most 12 digits")]
    Account,
    /// The amount is negative, or above 99,999,999.99 euro.
    #[error("the amount of a slip lies between 0 and 99999999.99 euro")]
    Amount,
}

written_code! {
    /// The customer code of a slip, checked.
    SlipCode, SlipCodeError
}

impl SlipCode {
    /// Reads the eighteen digits.
    ///
    /// # Errors
    /// [`SlipCodeError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, SlipCodeError> {
        let code = cleaned(text);
        if let Some((position, found)) = first_outside(&code, |c| c.is_ascii_digit()) {
            return Err(SlipCodeError::Character { position, found });
        }
        if code.len() != 18 {
            return Err(SlipCodeError::Length { found: code.len() });
        }
        let (base, found) = code.split_at_checked(16).unwrap_or((&code, ""));
        let expected = check_digits(base);
        if expected == found {
            Ok(Self(code))
        } else {
            Err(SlipCodeError::CheckDigits { expected, found: found.to_owned() })
        }
    }

    /// Builds a code from the sixteen free digits, which must be unique for the account.
    ///
    /// # Errors
    /// [`SlipCodeError::Length`] when the number has more than sixteen digits.
    pub fn compute(base: u64) -> Result<Self, SlipCodeError> {
        let base = format!("{base:016}");
        let check = check_digits(&base);
        Self::parse(&format!("{base}{check}"))
    }

    /// The text of the optical line: code, amount, account, document code. A slip of type 674 leaves the amount to
    /// the payer.
    ///
    /// # Errors
    /// [`SlipError`] when account or amount do not fit.
    pub fn optical_line(&self, kind: SlipType, account: u64, amount: Money) -> Result<String, SlipError> {
        optical_line(&self.0, kind, account, amount)
    }

    /// The fifty digits of the Code 128-C barcode of type 896: each field after its length.
    ///
    /// # Errors
    /// [`SlipError`] when account or amount do not fit.
    pub fn barcode(&self, account: u64, amount: Money) -> Result<String, SlipError> {
        fifty_digits(&self.0, account, amount)
    }
}

/// Code, amount, account and document code as they stand on the optical line.
pub(super) fn optical_line(
    code: &str,
    kind: SlipType,
    account: u64,
    amount: Money,
) -> Result<String, SlipError> {
    let (account, cents) = fields(account, amount)?;
    let amount = match kind {
        SlipType::Td896 => format!("{:08}+{:02}>", cents / 100, cents % 100),
        SlipType::Td674 => " ".repeat(12),
    };
    Ok(format!("<{code}>  {amount}  {account}<  {}>", kind.code()))
}

/// Lengths and fields of a slip in fifty digits: code 18, account 12, amount in cents 10, document code 3.
pub(super) fn fifty_digits(code: &str, account: u64, amount: Money) -> Result<String, SlipError> {
    let (account, cents) = fields(account, amount)?;
    Ok(format!("18{code}12{account}10{cents:010}3{}", SlipType::Td896.code()))
}

fn fields(account: u64, amount: Money) -> Result<(String, u64), SlipError> {
    let cents = u64::try_from(amount.cents()).map_err(|_| SlipError::Amount)?;
    if cents > 9_999_999_999 {
        return Err(SlipError::Amount);
    }
    let account = format!("{account:012}");
    if account.len() == 12 { Ok((account, cents)) } else { Err(SlipError::Account) }
}

fn check_digits(base: &str) -> String {
    format!("{:02}", mod_93(base).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_codes_are_read() {
        for text in
            ["202600001234567834", "000000010020030155", "000000000000009300", "1234 5678 9012 3456 54"]
        {
            assert!(SlipCode::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn unsound_codes_are_refused_with_what_was_expected() {
        for (text, expected) in [("202600001234567835", "34"), ("202600002134567834", "52")] {
            let error = SlipCode::parse(text).unwrap_err();
            assert!(
                matches!(&error, SlipCodeError::CheckDigits { expected: e, .. } if e == expected),
                "{text} {error}"
            );
        }
        assert_eq!(SlipCode::parse("123"), Err(SlipCodeError::Length { found: 3 }));
        assert_eq!(SlipCode::parse("12x"), Err(SlipCodeError::Character { position: 3, found: 'X' }));
    }

    #[test]
    fn a_code_is_built_from_its_sixteen_digits() {
        let built = |base| SlipCode::compute(base).map(|code| code.to_string());
        assert_eq!(built(1_234_567_890_123_456), Ok("123456789012345654".to_owned()));
        assert_eq!(built(1), Ok("000000000000000101".to_owned()));
        assert!(built(u64::MAX).is_err());
    }

    #[test]
    fn optical_line_and_barcode_carry_code_amount_account_and_type() {
        let code = SlipCode::parse("202600001234567834").unwrap();
        let amount = Money::from_cents(12_345);
        assert_eq!(
            code.optical_line(SlipType::Td896, 12_345_678, amount).unwrap(),
            "<202600001234567834>  00000123+45>  000012345678<  896>"
        );
        assert_eq!(
            code.barcode(12_345_678, amount).unwrap(),
            "18202600001234567834120000123456781000000123453896"
        );
        assert!(code.optical_line(SlipType::Td674, 12_345_678, amount).unwrap().ends_with("674>"));
        assert_eq!(code.barcode(1, Money::from_cents(-1)), Err(SlipError::Amount));
        assert_eq!(code.barcode(1_000_000_000_000, amount), Err(SlipError::Account));
    }
}
