//! The land-registry reference of a building, which every new or changed contract must carry as the customer
//! declares it (art. 7 DPR 605/1973). Its parts have lengths but no check digits.

use super::written::cleaned;

/// Why a land-registry reference is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CadastralError {
    /// A part that must be there is empty.
    #[error("{part} is missing")]
    Missing {
        /// Which part.
        part: CadastralPart,
    },
    /// A part has more characters than the register allows.
    #[error("{part} has {found} characters, at most {limit} are allowed")]
    TooLong {
        /// Which part.
        part: CadastralPart,
        /// How many it may have.
        limit: usize,
        /// How many it has.
        found: usize,
    },
    /// A part has a character the register does not use.
    #[error("{part} contains {found:?}; letters and digits were expected, and a slash in the parcel")]
    Character {
        /// Which part.
        part: CadastralPart,
        /// The first such character.
        found: char,
    },
}

/// A part of a land-registry reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CadastralPart {
    /// Cadastral code of the municipality: a letter and three digits, with the letter of a census section.
    Municipality,
    /// Urban section ("sezione urbana").
    UrbanSection,
    /// Sheet ("foglio").
    Sheet,
    /// Parcel ("particella").
    Parcel,
    /// Subunit ("subalterno").
    Subunit,
}

impl CadastralPart {
    /// How many characters the part may have.
    #[must_use]
    pub const fn limit(self) -> usize {
        match self {
            Self::Municipality | Self::Parcel => 5,
            Self::UrbanSection => 3,
            Self::Sheet | Self::Subunit => 4,
        }
    }
}

impl std::fmt::Display for CadastralPart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Municipality => "the cadastral code of the municipality",
            Self::UrbanSection => "the urban section",
            Self::Sheet => "the sheet",
            Self::Parcel => "the parcel",
            Self::Subunit => "the subunit",
        })
    }
}

/// A complete land-registry reference. A declared "none" is not an empty reference: it is recorded with its reason.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CadastralReference {
    /// Cadastral code of the municipality.
    pub municipality: String,
    /// Urban section, where the municipality has them.
    pub urban_section: Option<String>,
    /// Sheet.
    pub sheet: String,
    /// Parcel; in the registers of the former Austrian provinces it may hold a slash.
    pub parcel: String,
    /// Subunit, where the building has them.
    pub subunit: Option<String>,
}

impl CadastralReference {
    /// Reads a reference from its parts; empty optional parts become none.
    ///
    /// # Errors
    /// [`CadastralError`] names the first part that is wrong.
    pub fn parse(
        municipality: &str,
        urban_section: &str,
        sheet: &str,
        parcel: &str,
        subunit: &str,
    ) -> Result<Self, CadastralError> {
        let required = |part, text| read(part, text)?.ok_or(CadastralError::Missing { part });
        Ok(Self {
            municipality: required(CadastralPart::Municipality, municipality)?,
            urban_section: read(CadastralPart::UrbanSection, urban_section)?,
            sheet: required(CadastralPart::Sheet, sheet)?,
            parcel: required(CadastralPart::Parcel, parcel)?,
            subunit: read(CadastralPart::Subunit, subunit)?,
        })
    }
}

fn read(part: CadastralPart, text: &str) -> Result<Option<String>, CadastralError> {
    let text = cleaned(text);
    if text.is_empty() {
        return Ok(None);
    }
    let slash = part == CadastralPart::Parcel;
    if let Some(found) = text.chars().find(|c| !(c.is_ascii_alphanumeric() || slash && *c == '/')) {
        return Err(CadastralError::Character { part, found });
    }
    let (limit, found) = (part.limit(), text.len());
    if found > limit { Err(CadastralError::TooLong { part, limit, found }) } else { Ok(Some(text)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_cleaned_and_empty_optional_parts_are_none() {
        let read = CadastralReference::parse("h501a", "", "26", "353", " 12 ").unwrap();
        assert_eq!(
            (read.municipality.as_str(), read.urban_section, read.subunit.as_deref()),
            ("H501A", None, Some("12"))
        );
        assert!(CadastralReference::parse("L424", "A", "1", "12/3", "").is_ok());
    }

    #[test]
    fn missing_long_and_strange_parts_are_refused() {
        let part = CadastralPart::Sheet;
        let cases = [
            (("H501", "", "", "1"), CadastralError::Missing { part }),
            (("H501", "", "12345", "1"), CadastralError::TooLong { part, limit: 4, found: 5 }),
            (("H501", "", "1/2", "1"), CadastralError::Character { part, found: '/' }),
        ];
        for ((municipality, section, sheet, parcel), error) in cases {
            assert_eq!(CadastralReference::parse(municipality, section, sheet, parcel, ""), Err(error));
        }
    }
}
