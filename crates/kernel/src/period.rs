//! Spans of days.

use jiff::civil::Date;

/// Days from `from` to `to`, both included; without `to` it has no end yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day, or none while it lasts.
    pub to: Option<Date>,
}

impl Period {
    /// From a day on, without end.
    #[must_use]
    pub const fn since(from: Date) -> Self {
        Self { from, to: None }
    }

    /// Whether the day lies inside.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Whether the two share at least one day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| self.from <= to)
    }
}
