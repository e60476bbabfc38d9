//! The pagoPA payment notice: its 18-digit number and the payloads of QR code and Data Matrix printed with it. Only
//! public bodies and managers they control use it.

use super::postal_slip::{SlipError, SlipType, fifty_digits, optical_line};
use super::remainder::mod_93;
use super::tax_code::TaxCode;
use super::written::{cleaned, first_outside};
use crate::fold::fold;
use crate::money::Money;

/// Why a text is not a notice number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoticeNumberError {
    /// Not eighteen digits.
    #[error("a notice number has 18 digits, this one has {found}")]
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
    /// The first digit is none of 0, 1, 3.
    #[error("the first digit is {found}, one of 0, 1, 3 was expected")]
    AuxDigit {
        /// What stands there.
        found: char,
    },
    /// The last two digits do not follow from the first sixteen (first digit 0 or 3).
    #[error("the last two digits are {found}, the first sixteen ask for {expected}")]
    CheckDigits {
        /// What the arithmetic gives.
        expected: String,
        /// What is written.
        found: String,
    },
}

/// Why a text is not the QR code of a notice.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoticeQrError {
    /// Not five fields, or not the marker of pagoPA.
    #[error("a notice QR code has five fields and begins with PAGOPA")]
    Form,
    /// Another version than 002.
    #[error("the version is {0:?}, 002 was expected")]
    Version(String),
    /// The notice number is wrong.
    #[error(transparent)]
    Notice(#[from] NoticeNumberError),
    /// The creditor's tax code is not eleven digits.
    #[error("the creditor is {0:?}, a tax code of 11 digits was expected")]
    Creditor(String),
    /// The amount is not a whole number of cents.
    #[error("the amount is {0:?}, whole cents were expected")]
    Amount(String),
}

written_code! {
    /// The number of a payment notice; check digits are verified where its first digit prescribes them.
    NoticeNumber, NoticeNumberError
}

impl NoticeNumber {
    /// Reads the eighteen digits.
    ///
    /// # Errors
    /// [`NoticeNumberError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, NoticeNumberError> {
        let code = cleaned(text);
        if let Some((position, found)) = first_outside(&code, |c| c.is_ascii_digit()) {
            return Err(NoticeNumberError::Character { position, found });
        }
        if code.len() != 18 {
            return Err(NoticeNumberError::Length { found: code.len() });
        }
        match code.chars().next() {
            Some('0' | '3') => {}
            // Seventeen digits are the body's own; no check is prescribed.
            Some('1') => return Ok(Self(code)),
            other => {
                return Err(NoticeNumberError::AuxDigit { found: other.unwrap_or('?') });
            }
        }
        let (base, found) = code.split_at_checked(16).unwrap_or((&code, ""));
        let expected = format!("{:02}", mod_93(base).unwrap_or(0));
        if expected == found {
            Ok(Self(code))
        } else {
            Err(NoticeNumberError::CheckDigits { expected, found: found.to_owned() })
        }
    }

    /// Builds a number from the sixteen digits before the check: first digit 3, segregation (2), the creditor's own
    /// number (13).
    ///
    /// # Errors
    /// [`NoticeNumberError`] when they are not sixteen digits that begin with 0 or 3.
    pub fn compute(base: &str) -> Result<Self, NoticeNumberError> {
        Self::parse(&format!("{base}{:02}", mod_93(base).unwrap_or(0)))
    }

    /// The text of the optical line of the postal section, with the notice's number as its code.
    ///
    /// # Errors
    /// [`SlipError`] when account or amount do not fit.
    pub fn optical_line(&self, account: u64, amount: Money) -> Result<String, SlipError> {
        optical_line(&self.0, SlipType::Td896, account, amount)
    }

    /// The payload of the QR code.
    #[must_use]
    pub fn qr(&self, creditor: &TaxCode, amount: Money) -> String {
        format!("PAGOPA|002|{}|{creditor}|{}", self.0, amount.cents())
    }

    /// Reads the payload of a QR code: number, creditor, amount.
    ///
    /// # Errors
    /// [`NoticeQrError`] names the first field that is wrong.
    pub fn from_qr(payload: &str) -> Result<(Self, TaxCode, Money), NoticeQrError> {
        let fields: Vec<&str> = payload.trim().split('|').collect();
        let &["PAGOPA", version, notice, creditor, amount] = fields.as_slice() else {
            return Err(NoticeQrError::Form);
        };
        if version != "002" {
            return Err(NoticeQrError::Version(version.to_owned()));
        }
        let notice = Self::parse(notice)?;
        let creditor = TaxCode::parse(creditor)
            .ok()
            .filter(TaxCode::is_numeric)
            .ok_or_else(|| NoticeQrError::Creditor(creditor.to_owned()))?;
        let digits = !amount.is_empty() && amount.chars().all(|c| c.is_ascii_digit());
        let cents =
            amount.parse().ok().filter(|_| digits).ok_or_else(|| NoticeQrError::Amount(amount.to_owned()))?;
        Ok((notice, creditor, Money::from_cents(cents)))
    }

    /// The 256 characters of the Data Matrix on the postal section: the slip in fifty digits, creditor (11), debtor
    /// (16, blank when it is not known), debtor's name (40) and subject (110), upper case, cut or padded to their lengths.
    ///
    /// # Errors
    /// [`SlipError`] when account or amount do not fit.
    pub fn data_matrix(
        &self,
        account: u64,
        amount: Money,
        creditor: &TaxCode,
        debtor: (Option<&TaxCode>, &str),
        subject: &str,
    ) -> Result<String, SlipError> {
        let slip = fifty_digits(&self.0, account, amount)?;
        let code = debtor.0.map_or("", |code| code.as_str());
        let (code, name) = (fixed(code, 16), fixed(&fold(debtor.1), 40));
        let (creditor, subject) = (fixed(creditor.as_str(), 11), fixed(&fold(subject), 110));
        Ok(format!("codfase=NBPA;{slip}1P1{creditor}{code}{name}{subject}{:12}A", ""))
    }
}

/// Upper case, cut or padded on the right to `length` characters. Letters of other alphabets become spaces: readers at
/// the post office know plain capitals, digits and spaces only, and count bytes.
fn fixed(text: &str, length: usize) -> String {
    let plain = text.to_uppercase();
    let plain = plain.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' });
    plain.chain(std::iter::repeat(' ')).take(length).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_numbers_are_read() {
        for text in [
            "301000000001234519",
            "347202600000098739",
            "002123456789012353",
            "300715700000000032",
            "322201151398574181",
            "3010 0000 0001 2345 19",
            "123456789012345678",
        ] {
            assert!(NoticeNumber::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn unsound_numbers_are_refused_with_what_was_expected() {
        for (text, expected) in [("301000000001234510", "19"), ("301000000001234159", "15")] {
            let error = NoticeNumber::parse(text).unwrap_err();
            assert!(
                matches!(&error, NoticeNumberError::CheckDigits { expected: e, .. } if e == expected),
                "{text} {error}"
            );
        }
        assert_eq!(
            NoticeNumber::parse("401000000001234519"),
            Err(NoticeNumberError::AuxDigit { found: '4' })
        );
        assert_eq!(NoticeNumber::parse("30100"), Err(NoticeNumberError::Length { found: 5 }));
    }

    #[test]
    fn a_number_is_built_from_its_sixteen_digits() {
        let built = |base| NoticeNumber::compute(base).map(|number| number.to_string());
        assert_eq!(built("3010000000012345"), Ok("301000000001234519".to_owned()));
        assert_eq!(built("301"), Err(NoticeNumberError::Length { found: 5 }));
    }

    #[test]
    fn the_qr_code_is_written_and_read_back() {
        let creditor = TaxCode::parse("01234560157").unwrap();
        for (text, cents, payload) in [
            ("301000000001234519", 12_345, "PAGOPA|002|301000000001234519|01234560157|12345"),
            ("347202600000098739", 505, "PAGOPA|002|347202600000098739|01234560157|505"),
        ] {
            let notice = NoticeNumber::parse(text).unwrap();
            assert_eq!(notice.qr(&creditor, Money::from_cents(cents)), payload);
            assert_eq!(
                NoticeNumber::from_qr(payload),
                Ok((notice, creditor.clone(), Money::from_cents(cents)))
            );
        }
        assert!(NoticeNumber::from_qr("PAGOPA|002|301000000001234519|01234560157|00000012345").is_ok());
    }

    #[test]
    fn another_version_or_an_amount_in_euro_is_refused() {
        let read = |payload| NoticeNumber::from_qr(payload).unwrap_err();
        let version = read("PAGOPA|001|301000000001234519|01234560157|12345");
        assert_eq!(version, NoticeQrError::Version("001".to_owned()));
        let amount = read("PAGOPA|002|301000000001234519|01234560157|123,45");
        assert_eq!(amount, NoticeQrError::Amount("123,45".to_owned()));
        assert_eq!(read("BCD|002"), NoticeQrError::Form);
    }

    #[test]
    fn the_data_matrix_has_256_characters_with_fields_in_their_places() {
        let notice = NoticeNumber::parse("301000000001234519").unwrap();
        let creditor = TaxCode::parse("01234560157").unwrap();
        let debtor = TaxCode::parse("RSSMRA80A01H501U").unwrap();
        let text = notice
            .data_matrix(
                12_345_678,
                Money::from_cents(12_345),
                &creditor,
                (Some(&debtor), "Rossi Mario"),
                "Bolletta à 1",
            )
            .unwrap();
        let start = "codfase=NBPA;183010000000012345191200001234567810000001234538961P101234560157RSSMRA80A01H501UROSSI MARIO";
        assert!(text.starts_with(start) && text.ends_with('A'), "{text}");
        assert_eq!(text.chars().count(), 256);
        let spaces = |count| " ".repeat(count);
        let end = format!("ROSSI MARIO{}BOLLETTA A 1{}{}A", spaces(29), spaces(98), spaces(12));
        assert!(text.ends_with(&end), "{text}");
        assert_eq!(
            (&text[15..33], &text[49..59], &text[66..77]),
            ("301000000001234519", "0000012345", "01234560157")
        );
    }

    #[test]
    fn a_data_matrix_keeps_its_length_whatever_a_name_is_made_of() {
        let notice = NoticeNumber::parse("347202600000098739").unwrap();
        let creditor = TaxCode::parse("01234560157").unwrap();
        let text = |name: &str, subject: &str| {
            notice
                .data_matrix(7, Money::from_cents(505), &creditor, (Some(&creditor), name), subject)
                .unwrap()
        };
        for (name, subject) in
            [("", ""), ("Жанна Šimić", "Fattura № 12 – 50 €"), (&*"Groß".repeat(30), &*"à".repeat(300))]
        {
            let text = text(name, subject);
            assert!(text.is_ascii() && text.len() == 256, "{text}");
        }
        assert_eq!(text("Жanna", "x").get(93..98), Some(" ANNA"));
        assert_eq!(
            notice.data_matrix(1, Money::from_cents(-1), &creditor, (Some(&creditor), ""), ""),
            Err(SlipError::Amount)
        );
    }
}
