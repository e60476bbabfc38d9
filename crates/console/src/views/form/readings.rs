//! The registers of a meter with their new values.

use askama::Template;
use kernel::Date;
use texts::Texts;
use web::layout::Note;

/// The registers of a meter.
#[derive(Clone, Debug, Default)]
pub struct ReadingsView {
    /// The day of the last readings, when all registers have the same.
    pub last_on: Option<Date>,
    /// The registers, in order.
    pub rows: Vec<ReadingRow>,
    /// What to know about one of them.
    pub note: Option<Note>,
    /// Acts that put it right: name sent, value sent, words.
    pub remedies: Vec<(String, String, String)>,
    /// Where a value is checked alone (POST, answers with its row); empty: only with the whole form.
    pub part: String,
}

/// A register.
#[derive(Clone, Debug)]
pub struct ReadingRow {
    /// The name sent: `readings.F1`.
    pub name: String,
    /// The register: `F1`.
    pub register: String,
    /// What it counts, in a few words.
    pub about: String,
    /// The last value.
    pub last: Option<i64>,
    /// What was typed.
    pub value: String,
    /// Units since the last value.
    pub consumption: Option<i64>,
    /// What was expected, from and to.
    pub expected: Option<(i64, i64)>,
    /// How the value stands.
    pub state: ReadingState,
    /// What keeps a high value from being taken: said in the summary of the form; empty when nothing does.
    pub fault: String,
    /// The page starts here.
    pub focus: bool,
}

/// How a reading stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadingState {
    /// Not typed yet.
    Open,
    /// Taken, with nothing to compare it with.
    Alone,
    /// As expected.
    Good,
    /// More than expected.
    High,
    /// Less than expected.
    Low,
    /// Refused, with the reason.
    Bad(String),
    /// Refused because it is below the last one, with the reason.
    Below(String),
}

impl ReadingRow {
    /// Class and icon of the badge.
    #[must_use]
    pub const fn badge(&self) -> (&'static str, &'static str) {
        match self.state {
            ReadingState::Open | ReadingState::Alone => ("none", "minus"),
            ReadingState::Good => ("ok", "ok"),
            ReadingState::High | ReadingState::Low => ("soon", "clock"),
            ReadingState::Bad(_) | ReadingState::Below(_) => ("late", "octagon"),
        }
    }

    /// The word of the badge.
    #[must_use]
    pub fn word(&self, t: &Texts) -> String {
        match &self.state {
            ReadingState::Open => t.fields_reading_open(),
            ReadingState::Alone => t.fields_reading_alone(),
            ReadingState::Good => t.fields_reading_good(),
            ReadingState::High => t.fields_reading_high(),
            ReadingState::Low => t.fields_reading_low(),
            ReadingState::Bad(_) => t.fields_reading_bad(),
            ReadingState::Below(_) => t.fields_reading_below(),
        }
    }

    /// Why the value is refused.
    #[must_use]
    pub fn refusal(&self) -> Option<&str> {
        match &self.state {
            ReadingState::Bad(why) | ReadingState::Below(why) => Some(why),
            _ => None,
        }
    }
}

/// One register alone: what comes back when its value is checked.
#[derive(Debug, Template)]
#[template(path = "form/reading.html")]
pub struct ReadingPart<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The register.
    pub row: ReadingRow,
    /// Where its value is checked.
    pub part: String,
}
