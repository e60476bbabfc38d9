//! The languages people are served in.

/// A language of pages, papers and mails.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Italian, the first language.
    #[default]
    It,
    /// English.
    En,
}

impl Lang {
    /// Every language, first the one that others fall back to.
    pub const ALL: [Self; 2] = [Self::It, Self::En];

    /// The code of ISO 639-1: `it`, `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }

    /// Reads a code, in either case, with or without a region (`en-GB`).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }
}
