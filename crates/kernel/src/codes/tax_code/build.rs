//! Building a tax code from what it encodes, for demonstration data and for the comparison with a name.

use jiff::civil::Date;

use super::{MONTHS, Sex, TaxCode, TaxCodeError, check_letter};
use crate::fold::fold;

impl TaxCode {
    /// The six letters that surname and name give: three of the surname, three of the name.
    #[must_use]
    pub fn name_letters(surname: &str, name: &str) -> String {
        format!("{}{}", triplet(surname, false), triplet(name, true))
    }

    /// Builds the code of a person born on that day in the place with that cadastral code (a letter and three
    /// digits). Two people may get the same code: the tax agency then replaces digits, which this does not.
    ///
    /// # Errors
    /// [`TaxCodeError::Character`] or [`TaxCodeError::Length`] when the place code has another form.
    pub fn compute(
        surname: &str,
        name: &str,
        birth_date: Date,
        sex: Sex,
        place_code: &str,
    ) -> Result<Self, TaxCodeError> {
        let month = usize::try_from(birth_date.month() - 1).ok().and_then(|index| MONTHS.get(index));
        let day = birth_date.day() + if sex == Sex::Female { 40 } else { 0 };
        let fifteen = format!(
            "{}{:02}{}{day:02}{}",
            Self::name_letters(surname, name),
            birth_date.year().rem_euclid(100),
            month.copied().unwrap_or('A'),
            place_code.trim().to_uppercase(),
        );
        // A place code of another form has no check letter; reading the whole then says what is wrong with it.
        let check = check_letter(&fifteen).unwrap_or('?');
        Self::parse(&format!("{fifteen}{check}"))
    }
}

/// First three consonants, then vowels in order, then X; a name with four consonants or more gives the first,
/// third and fourth.
fn triplet(text: &str, is_name: bool) -> String {
    let letters: Vec<char> =
        fold(text).chars().filter(char::is_ascii_lowercase).map(|c| c.to_ascii_uppercase()).collect();
    let (vowels, mut consonants): (Vec<char>, Vec<char>) =
        letters.into_iter().partition(|c| "AEIOU".contains(*c));
    if is_name && consonants.len() >= 4 {
        consonants.remove(1);
    }
    consonants.into_iter().chain(vowels).chain(std::iter::repeat('X')).take(3).collect()
}
