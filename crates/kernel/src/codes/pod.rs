//! The POD, the code of an electricity supply point: `IT`, distributor (3 digits), `E`, point (8 digits) and an
//! optional fifteenth character whose rule is not published: it is accepted and never computed.

use super::written::cleaned;

/// Why a text is not a POD.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PodError {
    /// Neither fourteen nor fifteen characters.
    #[error("a POD has 14 or 15 characters (like IT001E12345678), this one has {found}")]
    Length {
        /// How many characters there are.
        found: usize,
    },
    /// A character that cannot stand in its place.
    #[error(
        "character {position} is {found:?}: a POD is IT, three digits, E, eight digits and an optional check character"
    )]
    Character {
        /// Place from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
}

written_code! {
    /// A well-formed POD.
    Pod, PodError
}

impl Pod {
    /// Reads a POD.
    ///
    /// # Errors
    /// [`PodError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, PodError> {
        let code = cleaned(text);
        for (index, found) in code.chars().take(15).enumerate() {
            let fits = match index {
                0 => found == 'I',
                1 => found == 'T',
                5 => found == 'E',
                14 => found.is_ascii_digit() || found.is_ascii_uppercase(),
                _ => found.is_ascii_digit(),
            };
            if !fits {
                return Err(PodError::Character { position: index + 1, found });
            }
        }
        match code.chars().count() {
            14 | 15 => Ok(Self(code)),
            found => Err(PodError::Length { found }),
        }
    }

    /// The three digits of the distributor.
    #[must_use]
    pub fn distributor(&self) -> &str {
        self.0.get(2..5).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pod_has_its_form_with_or_without_check_character() {
        for text in ["IT001E12345678", "IT002E123456789", "it 001 e 12345678", "IT001E12345678A"] {
            assert!(Pod::parse(text).is_ok(), "{text}");
        }
        let cases = [
            ("IT001E1234567", PodError::Length { found: 13 }),
            ("IT001G12345678", PodError::Character { position: 6, found: 'G' }),
            ("001E12345678", PodError::Character { position: 1, found: '0' }),
            ("IT001E1234567890", PodError::Length { found: 16 }),
            ("", PodError::Length { found: 0 }),
        ];
        for (text, error) in cases {
            assert_eq!(Pod::parse(text), Err(error), "{text}");
        }
        assert_eq!(Pod::parse("IT012E12345678").unwrap().distributor(), "012");
    }
}
