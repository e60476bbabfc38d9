//! The Italian tax code (DM 23 December 1976): sixteen characters for a person, eleven digits for an organisation
//! or as a provisional code of a person. What it says about its holder, and how one is built.

mod build;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use super::check_letter::check_letter;
use super::vat_number::wrong_check_digit;
use super::written::{cleaned, first_outside};

/// Letters of the months, January first.
const MONTHS: [char; 12] = ['A', 'B', 'C', 'D', 'E', 'H', 'L', 'M', 'P', 'R', 'S', 'T'];
/// Letters that stand for 0 to 9 where two people would have the same code (omocodia).
const DIGIT_LETTERS: &str = "LMNPQRSTUV";

/// The sex a registry entry carries, as the tax code encodes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Day of birth plus 40 in the code.
    Female,
    /// Day of birth as it is.
    Male,
}

impl Sex {
    /// The letter used on papers and in exports: `F`, `M`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Female => "F",
            Self::Male => "M",
        }
    }

    /// Reads the letter, in either case.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Female, Self::Male].into_iter().find(|sex| sex.code().eq_ignore_ascii_case(code))
    }
}

/// Why a text is not a tax code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TaxCodeError {
    /// Neither sixteen characters nor eleven digits.
    #[error(
        "a tax code has 16 characters for a person or 11 digits for an organisation, this one has {found}"
    )]
    Length {
        /// How many characters there are.
        found: usize,
    },
    /// A character that cannot stand in its place.
    #[error("character {position} is {found:?}, {expected} was expected")]
    Character {
        /// Place from 1.
        position: usize,
        /// What stands there.
        found: char,
        /// What may stand there.
        expected: Expected,
    },
    /// Place 9 holds a letter that is no month.
    #[error("the month letter is {found:?}, one of ABCDEHLMPRST was expected")]
    Month {
        /// What stands in place 9.
        found: char,
    },
    /// Places 10 and 11 hold no day of that month: 1 to 31 for men, 41 to 71 for women.
    #[error("the day is {found:02}, a day of the month (plus 40 for women) was expected")]
    Day {
        /// The two digits.
        found: u8,
    },
    /// The last character does not follow from the fifteen before it.
    #[error("the check character is {found:?}, the rest of the code asks for {expected:?}")]
    CheckCharacter {
        /// What the arithmetic gives.
        expected: char,
        /// What is written.
        found: char,
    },
    /// Eleven zeros, which pass the arithmetic but belong to nobody.
    #[error("eleven zeros are not a tax code")]
    Zero,
}

/// What may stand in a place of the tax code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A letter from A to Z.
    Letter,
    /// A digit, or the letter that replaces it where two people would share a code.
    Digit,
}

impl std::fmt::Display for Expected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Letter => "a letter",
            Self::Digit => "a digit or one of LMNPQRSTUV",
        })
    }
}

written_code! {
    /// A well-formed tax code. That it was ever given to somebody only the tax agency's service can say.
    TaxCode, TaxCodeError
}

impl TaxCode {
    /// Reads a tax code of a person (sixteen characters) or a numeric one (eleven digits).
    ///
    /// # Errors
    /// [`TaxCodeError`] names the first thing that is wrong, the check character last.
    pub fn parse(text: &str) -> Result<Self, TaxCodeError> {
        let code = cleaned(text);
        match code.chars().count() {
            16 => check_person(&code)?,
            11 if code.chars().all(|c| c.is_ascii_digit()) => check_numeric(&code)?,
            found => return Err(TaxCodeError::Length { found }),
        }
        Ok(Self(code))
    }

    /// The check character that the first fifteen characters ask for, whatever their form; none when the text has
    /// fewer, or other characters than letters and digits. Lets a reader tell a wrong check from a wrong form.
    #[must_use]
    pub fn expected_check_character(text: &str) -> Option<char> {
        check_letter(cleaned(text).get(..15)?)
    }

    /// Whether the code is numeric: an organisation's, or a person's provisional one.
    #[must_use]
    pub fn is_numeric(&self) -> bool {
        self.0.len() == 11
    }

    /// The code with replaced digits put back (omocodia undone) and without its check character; none for a
    /// numeric code.
    fn plain(&self) -> Option<String> {
        (!self.is_numeric()).then(|| {
            self.0
                .chars()
                .take(15)
                .enumerate()
                .map(|(index, c)| if is_digit_place(index) { digit(c) } else { c })
                .collect()
        })
    }

    /// Whether digits are replaced by letters because two people would have the same code.
    #[must_use]
    pub fn has_replaced_digits(&self) -> bool {
        self.plain().is_some_and(|plain| !self.0.starts_with(&plain))
    }

    /// The day of birth, in the latest century that makes it no later than `not_after`. The code holds two digits
    /// of the year only: never infer an age from it alone. None for a numeric code.
    #[must_use]
    pub fn birth_date(&self, not_after: Date) -> Option<Date> {
        let (year, month, day) = self.birth_parts()?;
        let century = i16::from(i8::try_from(not_after.year() / 100).ok()?) * 100;
        [century, century - 100, century - 200]
            .into_iter()
            .filter_map(|century| Date::new(century + i16::from(year), month, day).ok())
            .find(|date| *date <= not_after)
    }

    /// Whether the code says this day of birth (two digits of the year, month and day); none for a numeric code.
    #[must_use]
    pub fn matches_birth_date(&self, date: Date) -> Option<bool> {
        let parts = self.birth_parts()?;
        Some(parts == (i8::try_from(date.year().rem_euclid(100)).ok()?, date.month(), date.day()))
    }

    fn birth_parts(&self) -> Option<(i8, i8, i8)> {
        let plain = self.plain()?;
        let year = plain.get(6..8)?.parse().ok()?;
        let letter = plain.chars().nth(8)?;
        let month = MONTHS.iter().position(|month| *month == letter)?;
        let day: i8 = plain.get(9..11)?.parse().ok()?;
        Some((year, i8::try_from(month + 1).ok()?, if day > 40 { day - 40 } else { day }))
    }

    /// The sex the code says; none for a numeric code.
    #[must_use]
    pub fn sex(&self) -> Option<Sex> {
        let day: u8 = self.plain()?.get(9..11)?.parse().ok()?;
        Some(if day > 40 { Sex::Female } else { Sex::Male })
    }

    /// The cadastral (Belfiore) code of the place of birth: a letter and three digits, `Z` for foreign states. The
    /// municipality may no longer exist. None for a numeric code.
    #[must_use]
    pub fn place_code(&self) -> Option<String> {
        Some(self.plain()?.get(11..15)?.to_owned())
    }

    /// Whether surname and name give the first six letters. True for a numeric code, which says nothing about
    /// them. A difference is a reason to warn, never to refuse.
    #[must_use]
    pub fn matches_name(&self, surname: &str, name: &str) -> bool {
        self.is_numeric() || self.0.starts_with(&Self::name_letters(surname, name))
    }
}

/// Places (from 0) that hold digits, which letters may replace.
const fn is_digit_place(index: usize) -> bool {
    matches!(index, 6 | 7 | 9 | 10 | 12 | 13 | 14)
}

/// The digit a replacing letter stands for; any other character as it is.
fn digit(c: char) -> char {
    DIGIT_LETTERS
        .chars()
        .position(|letter| letter == c)
        .and_then(|value| char::from_digit(u32::try_from(value).ok()?, 10))
        .unwrap_or(c)
}

fn check_numeric(code: &str) -> Result<(), TaxCodeError> {
    if first_outside(code, |c| c == '0').is_none() {
        return Err(TaxCodeError::Zero);
    }
    wrong_check_digit(code)
        .map_or(Ok(()), |(expected, found)| Err(TaxCodeError::CheckCharacter { expected, found }))
}

fn check_person(code: &str) -> Result<(), TaxCodeError> {
    for (index, found) in code.chars().enumerate() {
        let (fits, expected) = if is_digit_place(index) {
            (found.is_ascii_digit() || DIGIT_LETTERS.contains(found), Expected::Digit)
        } else {
            (found.is_ascii_uppercase(), Expected::Letter)
        };
        if !fits {
            return Err(TaxCodeError::Character { position: index + 1, found, expected });
        }
    }
    let found = code.chars().nth(8).unwrap_or('?');
    let Some(month) = MONTHS.iter().position(|month| *month == found) else {
        return Err(TaxCodeError::Month { found });
    };
    let number = |from: usize| -> u8 {
        code.chars().skip(from).take(2).fold(0, |value, c| {
            value * 10 + digit(c).to_digit(10).and_then(|d| u8::try_from(d).ok()).unwrap_or(0)
        })
    };
    check_day(number(6), month, number(9))?;
    let expected = code.get(..15).and_then(check_letter).unwrap_or('?');
    let found = code.chars().nth(15).unwrap_or('?');
    if expected == found { Ok(()) } else { Err(TaxCodeError::CheckCharacter { expected, found }) }
}

/// The day must exist in that month of that year in one of the centuries the two digits may mean.
fn check_day(year: u8, month_index: usize, found: u8) -> Result<(), TaxCodeError> {
    let day = if found > 40 { found - 40 } else { found };
    let exists = [1800_i16, 1900, 2000].into_iter().any(|century| {
        let date = i8::try_from(month_index + 1)
            .ok()
            .zip(i8::try_from(day).ok())
            .and_then(|(month, day)| Date::new(century + i16::from(year), month, day).ok());
        date.is_some()
    });
    if exists { Ok(()) } else { Err(TaxCodeError::Day { found }) }
}
