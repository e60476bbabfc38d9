//! The IBAN (ISO 13616): Italian and San Marino ones with their CIN, those of other countries by length, structure
//! and modulo 97. A direct debit may be drawn on any of them: refusing a foreign one is unlawful
//! (Regulation (EU) 260/2012, art. 9).

use super::check_letter::check_letter;
use super::remainder::mod_97;
use super::written::{cleaned, first_outside};

/// Why a text is not an IBAN.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IbanError {
    /// It does not begin with two letters of a country.
    #[error("an IBAN begins with the two letters of a country, this one with {found:?}")]
    Country {
        /// Its first two characters.
        found: String,
    },
    /// The country has no IBAN, or none known.
    #[error("no IBAN is known for country {country}")]
    UnknownCountry {
        /// The two letters.
        country: String,
    },
    /// Not the length of its country.
    #[error("an IBAN of {country} has {expected} characters, this one has {found}")]
    Length {
        /// The two letters.
        country: String,
        /// How many characters it should have.
        expected: usize,
        /// How many it has.
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
    /// The check digits do not fit the rest: at least one character is wrong.
    #[error(
        "the check digits are {found}, the rest of the IBAN asks for {expected}: at least one character is wrong"
    )]
    CheckDigits {
        /// What the arithmetic gives.
        expected: String,
        /// What is written.
        found: String,
    },
    /// The CIN does not fit bank, branch and account.
    #[error("the CIN is {found}, bank, branch and account ask for {expected}")]
    Cin {
        /// What the arithmetic gives.
        expected: char,
        /// What is written.
        found: char,
    },
    /// Length or structure are not those of its country.
    #[error("length or structure are not those of an IBAN of {country}")]
    Structure {
        /// The two letters.
        country: String,
    },
}

written_code! {
    /// An IBAN that passed every check of its country.
    Iban, IbanError
}

/// Characters of an Italian or San Marino IBAN.
const ITALIAN_LENGTH: usize = 27;

impl Iban {
    /// Reads an IBAN, grouped or not.
    ///
    /// # Errors
    /// [`IbanError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, IbanError> {
        let code = cleaned(text);
        let country: String = code.chars().take(2).collect();
        if country.len() != 2 || !country.chars().all(|c| c.is_ascii_uppercase()) {
            return Err(IbanError::Country { found: country });
        }
        if matches!(country.as_str(), "IT" | "SM") {
            check_italian(&code, &country)?;
        } else {
            check_foreign(&code, country)?;
        }
        Ok(Self(code))
    }

    /// Builds an Italian IBAN from bank (ABI, five digits), branch (CAB, five digits) and account (twelve
    /// characters, padded with zeros on the left).
    ///
    /// # Errors
    /// [`IbanError`] when one of them has another form.
    pub fn italian(abi: &str, cab: &str, account: &str) -> Result<Self, IbanError> {
        let basic = format!("{abi}{cab}{account:0>12}").to_uppercase();
        let cin = check_letter(&basic).unwrap_or('?');
        let national = format!("{cin}{basic}");
        let check = check_digits("IT", &national).unwrap_or_else(|| "00".to_owned());
        Self::parse(&format!("IT{check}{national}"))
    }

    /// The two letters of the country.
    #[must_use]
    pub fn country(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }

    /// The bank (ABI) of an Italian or San Marino IBAN.
    #[must_use]
    pub fn abi(&self) -> Option<&str> {
        self.italian_part(5, 10)
    }

    /// The branch (CAB) of an Italian or San Marino IBAN.
    #[must_use]
    pub fn cab(&self) -> Option<&str> {
        self.italian_part(10, 15)
    }

    /// The account of an Italian or San Marino IBAN.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.italian_part(15, ITALIAN_LENGTH)
    }

    fn italian_part(&self, from: usize, to: usize) -> Option<&str> {
        if matches!(self.country(), "IT" | "SM") { self.0.get(from..to) } else { None }
    }

    /// In groups of four, as people read and type it.
    #[must_use]
    pub fn grouped(&self) -> String {
        let mut out = String::with_capacity(self.0.len() + self.0.len() / 4);
        for (index, c) in self.0.chars().enumerate() {
            if index > 0 && index % 4 == 0 {
                out.push(' ');
            }
            out.push(c);
        }
        out
    }

    /// First and last four characters, for screens and papers that need not show it whole: `IT95 **** 1737`.
    #[must_use]
    pub fn masked(&self) -> String {
        let first = self.0.get(..4).unwrap_or_default();
        let last = self.0.len().checked_sub(4).and_then(|from| self.0.get(from..)).unwrap_or_default();
        format!("{first} **** {last}")
    }
}

/// The two digits that make country and national part divide: 98 minus the remainder with zeros in their place.
fn check_digits(country: &str, national: &str) -> Option<String> {
    let rest = mod_97(national.chars().chain(country.chars()).chain("00".chars()))?;
    Some(format!("{:02}", 98 - rest))
}

/// Check digits and the rest must divide (ISO/IEC 7064, modulo 97).
fn check_modulo(code: &str) -> Result<(), IbanError> {
    let (head, national) = code.split_at_checked(4).unwrap_or((code, ""));
    if mod_97(national.chars().chain(head.chars())) == Some(1) {
        return Ok(());
    }
    let expected = check_digits(head.get(..2).unwrap_or_default(), national).unwrap_or_default();
    Err(IbanError::CheckDigits { expected, found: head.get(2..).unwrap_or_default().to_owned() })
}

fn check_italian(code: &str, country: &str) -> Result<(), IbanError> {
    let found = code.chars().count();
    if found != ITALIAN_LENGTH {
        return Err(IbanError::Length { country: country.to_owned(), expected: ITALIAN_LENGTH, found });
    }
    for (index, found) in code.chars().enumerate() {
        let fits = match index {
            0 | 1 | 4 => found.is_ascii_uppercase(),
            2 | 3 | 5..15 => found.is_ascii_digit(),
            _ => found.is_ascii_digit() || found.is_ascii_uppercase(),
        };
        if !fits {
            return Err(IbanError::Character { position: index + 1, found });
        }
    }
    check_modulo(code)?;
    let found = code.chars().nth(4).unwrap_or('?');
    let expected = code.get(5..).and_then(check_letter).unwrap_or('?');
    if expected == found { Ok(()) } else { Err(IbanError::Cin { expected, found }) }
}

fn check_foreign(code: &str, country: String) -> Result<(), IbanError> {
    let fits = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase();
    if let Some((position, found)) = first_outside(code, fits) {
        return Err(IbanError::Character { position, found });
    }
    match code.parse::<iban::Iban>() {
        Ok(_) => Ok(()),
        Err(iban::ParseIbanError::UnknownCountry(_)) => Err(IbanError::UnknownCountry { country }),
        Err(iban::ParseIbanError::InvalidBban(_)) => Err(IbanError::Structure { country }),
        Err(_) => check_modulo(code).and(Err(IbanError::Structure { country })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_ibans_of_any_country_are_read() {
        for text in [
            "IT60X0542811101000000123456",
            "IT25O0306909606100000012345",
            "SM86U0322509800000000270100",
            "it60 x054 2811 1010 0000 0123 456",
            "DE89370400440532013000",
            "GB82 WEST 1234 5698 7654 32",
            "FR1420041010050500013M02606",
        ] {
            assert!(Iban::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn unsound_ibans_are_refused_with_what_was_expected() {
        let digits = |expected: &str, found: &str| IbanError::CheckDigits {
            expected: expected.to_owned(),
            found: found.to_owned(),
        };
        let cases = [
            ("IT60X0542811101000000123457", digits("33", "60")),
            ("IT65A0542811101000000123456", IbanError::Cin { expected: 'X', found: 'A' }),
            (
                "IT60X054281110100000012345",
                IbanError::Length { country: "IT".to_owned(), expected: 27, found: 26 },
            ),
            ("IT60X05428111O1000000123456", IbanError::Character { position: 14, found: 'O' }),
            ("DE89370400440532013001", digits("62", "89")),
            ("60X0542811101", IbanError::Country { found: "60".to_owned() }),
            ("", IbanError::Country { found: String::new() }),
        ];
        for (text, error) in cases {
            assert_eq!(Iban::parse(text), Err(error), "{text}");
        }
        assert!(Iban::parse("DE8937040044053201300").is_err(), "a foreign one that is too short");
        assert!(matches!(
            Iban::parse("US12345678901234567"),
            Err(IbanError::UnknownCountry { .. } | IbanError::CheckDigits { .. })
        ));
    }

    #[test]
    fn an_italian_iban_is_built_from_its_parts_and_gives_them_back() {
        let iban = Iban::italian("05428", "11101", "123456").unwrap();
        assert_eq!(iban.as_str(), "IT60X0542811101000000123456");
        assert_eq!(
            (iban.abi(), iban.cab(), iban.account()),
            (Some("05428"), Some("11101"), Some("000000123456"))
        );
        assert_eq!(Iban::parse("DE89370400440532013000").unwrap().abi(), None);
        assert!(Iban::italian("5428", "11101", "1").is_err());
    }

    #[test]
    fn people_see_groups_of_four_or_a_mask() {
        let iban = Iban::parse("IT60X0542811101000000123456").unwrap();
        assert_eq!(iban.grouped(), "IT60 X054 2811 1010 0000 0123 456");
        assert_eq!(iban.masked(), "IT60 **** 3456");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".*") {
            let _ = Iban::parse(&text);
        }

        #[test]
        fn a_built_iban_passes_and_a_changed_account_does_not(abi in "[0-9]{5}", cab in "[0-9]{5}", account in "[0-9A-Z]{11}") {
            let iban = Iban::italian(&abi, &cab, &format!("{account}1")).unwrap();
            let changed = iban.as_str().strip_suffix('1').unwrap().to_owned() + "2";
            proptest::prop_assert!(Iban::parse(&changed).is_err());
        }
    }
}
