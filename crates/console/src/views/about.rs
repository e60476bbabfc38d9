//! What a case is about, beside what is on record: the values of a reading, the data of a party that change.

use askama::Template;
use texts::Texts;
use web::layout::{Link, Note};

use super::form::ReadingRow;

/// The region of a case that shows it.
#[derive(Debug, Template)]
#[template(path = "case/about.html")]
pub struct CaseAbout<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The values of a reading.
    pub readings: Option<ReadingsAbout>,
    /// What changes of a party.
    pub changes: Vec<ChangeRow>,
    /// A party's data have been changed already.
    pub changed: bool,
}

impl CaseAbout<'_> {
    /// Whether there is nothing to show.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.readings.is_none() && self.changes.is_empty()
    }
}

/// The values of a reading, compared with history.
#[derive(Clone, Debug)]
pub struct ReadingsAbout {
    /// When and how it was read.
    pub when: String,
    /// Why it is looked at, or was not taken.
    pub note: Option<Note>,
    /// Register by register.
    pub rows: Vec<ReadingRow>,
    /// The photo.
    pub photo: Option<Link>,
    /// Readings and consumption of the supply.
    pub history: Option<Link>,
}

/// One field of a party, old and new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRow {
    /// What it is.
    pub label: String,
    /// What was on record; none: nothing.
    pub old: Option<String>,
    /// What it becomes.
    pub new: String,
}

/// Old and new side by side, at the last step of the wizard.
#[derive(Clone, Debug, Template)]
#[template(path = "case/changes.html")]
pub struct ChangesTable<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Field by field.
    pub changes: Vec<ChangeRow>,
}
