//! The web code printed on a bill, with which a customer opens the portal account: twelve random symbols and one
//! check symbol, printed in groups of 4, 4 and 5. Only its salted hash is stored, so the type shows itself nowhere
//! but where it is printed.

use super::written::cleaned;

/// Digits and letters that are not taken for one another.
const ALPHABET: &str = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// How many symbols the alphabet has; a prime, so that every swap of neighbours is found.
const SYMBOLS: usize = 31;

/// Why a text is not a web code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WebCodeError {
    /// Not thirteen symbols.
    #[error("a web code has 13 symbols, this one has {found}")]
    Length {
        /// How many characters there are.
        found: usize,
    },
    /// A character outside the alphabet.
    #[error("symbol {position} is {found:?}: web codes use no 0, 1, I, L, O nor other signs")]
    Symbol {
        /// Place from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// The last symbol does not follow from the twelve before it: a mistyped code.
    #[error("the last symbol does not fit the others: at least one symbol is wrong")]
    Check,
}

/// A web code whose check symbol fits. Not serialised and not shown by `Debug`, since it opens an account.
#[derive(Clone, PartialEq, Eq)]
pub struct WebCode(String);

impl std::fmt::Debug for WebCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WebCode(…)")
    }
}

impl std::fmt::Display for WebCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let part = |from: usize, to: usize| self.0.get(from..to).unwrap_or_default();
        write!(f, "{}-{}-{}", part(0, 4), part(4, 8), part(8, 13))
    }
}

impl WebCode {
    /// Reads a code as a customer types it.
    ///
    /// # Errors
    /// [`WebCodeError`] says what is wrong; whether the code is anybody's is another question.
    pub fn parse(text: &str) -> Result<Self, WebCodeError> {
        let code = cleaned(text);
        let found = code.chars().count();
        if found != 13 {
            return Err(WebCodeError::Length { found });
        }
        let mut values = Vec::with_capacity(13);
        for (index, found) in code.chars().enumerate() {
            match ALPHABET.chars().position(|symbol| symbol == found) {
                Some(value) => values.push(value),
                None => {
                    return Err(WebCodeError::Symbol { position: index + 1, found });
                }
            }
        }
        let check = values.pop();
        if check == Some(check_value(&values)) { Ok(Self(code)) } else { Err(WebCodeError::Check) }
    }

    /// Makes a code from a source of random bytes; bytes that would favour some symbols are skipped.
    #[must_use]
    pub fn generate(mut random: impl FnMut() -> u8) -> Self {
        let mut values = Vec::with_capacity(12);
        while values.len() < 12 {
            let byte = usize::from(random());
            // 248 is the largest multiple of 31 that a byte can hold.
            if byte < 248 {
                values.push(byte % SYMBOLS);
            }
        }
        let check = check_value(&values);
        Self(values.into_iter().chain([check]).filter_map(|value| ALPHABET.chars().nth(value)).collect())
    }

    /// The thirteen symbols without dashes: what is hashed and compared.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Minus the sum of the symbols weighted 2 to 13, modulo 31.
fn check_value(values: &[usize]) -> usize {
    let sum: usize = values.iter().zip(2..).map(|(value, weight)| value * weight).sum();
    (SYMBOLS - sum % SYMBOLS) % SYMBOLS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_with_or_without_dashes() {
        for text in ["7K2M-9QX4-TD8BH", "A2B3-C4D5-E6F7P", "7k2m9qx4td8bh"] {
            assert!(WebCode::parse(text).is_ok(), "{text}");
        }
        assert_eq!(WebCode::parse("7k2m9qx4td8bh").unwrap().to_string(), "7K2M-9QX4-TD8BH");
    }

    #[test]
    fn mistyped_codes_are_refused() {
        let cases = [
            ("7K29-MQX4-TD8BH", WebCodeError::Check),
            ("7K2M-9QX4-TD8B2", WebCodeError::Check),
            ("7K2M-9QX4-TD0BH", WebCodeError::Symbol { position: 11, found: '0' }),
            ("7K2M-9QX4", WebCodeError::Length { found: 8 }),
        ];
        for (text, error) in cases {
            assert_eq!(WebCode::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn every_single_change_and_every_swap_of_neighbours_is_found() {
        let sample: Vec<char> = "7K2M9QX4TD8BH".chars().collect();
        let is_sound = |symbols: &[char]| WebCode::parse(&symbols.iter().collect::<String>()).is_ok();
        for place in 0..13 {
            for symbol in ALPHABET.chars().filter(|symbol| *symbol != sample[place]) {
                let mut changed = sample.clone();
                changed[place] = symbol;
                assert!(!is_sound(&changed), "{changed:?}");
            }
            if place > 0 && sample[place] != sample[place - 1] {
                let mut swapped = sample.clone();
                swapped.swap(place - 1, place);
                assert!(!is_sound(&swapped), "{swapped:?}");
            }
        }
    }

    #[test]
    fn a_generated_code_passes_and_is_not_shown_by_debug() {
        let mut byte = 250_u8;
        let code = WebCode::generate(|| {
            byte = byte.wrapping_add(77);
            byte
        });
        assert_eq!(WebCode::parse(code.as_str()), Ok(code.clone()));
        assert_eq!(format!("{code:?}"), "WebCode(…)");
    }
}
