//! The services a utility supplies.

/// A sector: the kind of service delivered at a supply point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sector {
    /// Drinking water and sewerage.
    Water,
    /// Natural gas.
    Gas,
    /// Liquefied petroleum gas.
    Lpg,
    /// Electricity.
    Electricity,
    /// Telephone and data.
    Telecom,
}

impl Sector {
    /// Every sector, in the order screens list them.
    pub const ALL: [Self; 5] = [Self::Water, Self::Gas, Self::Lpg, Self::Electricity, Self::Telecom];

    /// The word stored in the database and used in packs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Water => "water",
            Self::Gas => "gas",
            Self::Lpg => "lpg",
            Self::Electricity => "electricity",
            Self::Telecom => "telecom",
        }
    }

    /// Reads the stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sector| sector.code() == code)
    }
}
