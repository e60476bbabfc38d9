//! The unique customer code of a water supply (ARERA 655/2015): sixteen digits, of which ISTAT region (2), ISTAT
//! municipality (6, the first three its province) and a progressive number (8).

use super::written::{cleaned, first_outside};

/// Why a text is not the code of a water supply.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WaterPointError {
    /// Not sixteen digits.
    #[error("the code of a water supply has 16 digits, this one has {found}")]
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
    /// The first two digits are no region.
    #[error("the first two digits are {found:02}, a region from 01 to 20 was expected")]
    Region {
        /// What stands there.
        found: u8,
    },
    /// The province of the municipality lies in another region.
    #[error("the municipality {municipality} lies in region {expected:02}, the code says {found:02}")]
    Municipality {
        /// The six digits of the municipality.
        municipality: String,
        /// The region its province belongs to.
        expected: u8,
        /// The region written.
        found: u8,
    },
}

written_code! {
    /// The code of a water supply, whose municipality fits its region.
    WaterPointCode, WaterPointError
}

impl WaterPointCode {
    /// Reads the sixteen digits.
    ///
    /// # Errors
    /// [`WaterPointError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, WaterPointError> {
        let code = cleaned(text);
        if let Some((position, found)) = first_outside(&code, |c| c.is_ascii_digit()) {
            return Err(WaterPointError::Character { position, found });
        }
        if code.len() != 16 {
            return Err(WaterPointError::Length { found: code.len() });
        }
        let found: u8 = code.get(..2).and_then(|digits| digits.parse().ok()).unwrap_or(0);
        if !(1..=20).contains(&found) {
            return Err(WaterPointError::Region { found });
        }
        let province = code.get(2..5).and_then(|digits| digits.parse().ok()).unwrap_or(0);
        match region_of_province(province) {
            Some(expected) if expected != found => {
                let municipality = code.get(2..8).unwrap_or_default().to_owned();
                Err(WaterPointError::Municipality { municipality, expected, found })
            }
            _ => Ok(Self(code)),
        }
    }

    /// The six digits of the ISTAT municipality.
    #[must_use]
    pub fn municipality(&self) -> &str {
        self.0.get(2..8).unwrap_or_default()
    }
}

/// The ISTAT region a province belongs to; none for a province this list does not know, such as one created later.
const fn region_of_province(province: u16) -> Option<u8> {
    Some(match province {
        1..=6 | 96 | 103 => 1,
        7 => 2,
        12..=20 | 97 | 98 | 108 => 3,
        21 | 22 => 4,
        23..=29 => 5,
        30..=32 | 93 => 6,
        8..=11 => 7,
        33..=40 | 99 => 8,
        45..=53 | 100 => 9,
        54 | 55 => 10,
        41..=44 | 109 => 11,
        56..=60 => 12,
        66..=69 => 13,
        70 | 94 => 14,
        61..=65 => 15,
        71..=75 | 110 => 16,
        76 | 77 => 17,
        78..=80 | 101 | 102 => 18,
        81..=89 => 19,
        90..=92 | 95 | 104..=107 | 111 => 20,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn region_and_municipality_must_fit() {
        for text in ["0803601000000002", "1205809100001234", "08 036 010 00000002", "2011900100000001"] {
            assert!(WaterPointCode::parse(text).is_ok(), "{text}");
        }
        let elsewhere =
            WaterPointError::Municipality { municipality: "036010".to_owned(), expected: 8, found: 9 };
        let cases = [
            ("0903601000000002", elsewhere),
            ("2103601000000002", WaterPointError::Region { found: 21 }),
            ("080360100000002", WaterPointError::Length { found: 15 }),
            ("08036010000000O2", WaterPointError::Character { position: 15, found: 'O' }),
        ];
        for (text, error) in cases {
            assert_eq!(WaterPointCode::parse(text), Err(error), "{text}");
        }
        assert_eq!(WaterPointCode::parse("0803601000000002").unwrap().municipality(), "036010");
    }
}
