//! Small shapes: risk, note, toast, link, tab, chip, column, timeline, steps, empty state.

use jiff::civil::{Date, DateTime};
use kernel::Sector;
use texts::{Texts, TimeUnit};

/// A sector, by value or by reference (templates pass references).
pub trait GivenSector {
    /// The sector.
    fn sector(&self) -> Sector;
}

impl GivenSector for Sector {
    fn sector(&self) -> Sector {
        *self
    }
}

impl<T: GivenSector + ?Sized> GivenSector for &T {
    fn sector(&self) -> Sector {
        (**self).sector()
    }
}

/// The icon of a sector.
#[must_use]
pub fn sector_icon(sector: impl GivenSector) -> &'static str {
    match sector.sector() {
        Sector::Water => "drop",
        Sector::Gas => "flame",
        Sector::Lpg => "tank",
        Sector::Electricity => "bolt",
        Sector::Telecom => "tower",
    }
}

/// How a procedure stands towards its regulated clock. Six shapes, six words; the colour never speaks alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// Past its limit.
    Late,
    /// Due today.
    Today,
    /// Past the warning threshold.
    Soon {
        /// What is left.
        left: u32,
        /// Counted in.
        unit: TimeUnit,
    },
    /// In time.
    InTime,
    /// The clock is suspended.
    Hold,
    /// No regulated clock.
    Internal,
}

impl Risk {
    /// The class after `risk-`.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Today => "today",
            Self::Soon { .. } => "soon",
            Self::InTime => "ok",
            Self::Hold => "hold",
            Self::Internal => "none",
        }
    }

    /// The icon.
    #[must_use]
    pub const fn icon(&self) -> &'static str {
        match self {
            Self::Late => "octagon",
            Self::Today => "alert",
            Self::Soon { .. } => "clock",
            Self::InTime => "ok",
            Self::Hold => "pause",
            Self::Internal => "minus",
        }
    }

    /// The word.
    #[must_use]
    pub fn label(&self, t: &Texts) -> String {
        match *self {
            Self::Late => t.components_risk_late(),
            Self::Today => t.components_risk_today(),
            Self::Soon { left, unit } => t.span(left, unit),
            Self::InTime => t.components_risk_in_time(),
            Self::Hold => t.components_risk_hold(),
            Self::Internal => t.components_risk_internal(),
        }
    }
}

/// The kind of a note: information, done, attention, error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Information.
    Info,
    /// Done.
    Done,
    /// Attention.
    Attention,
    /// Error.
    Error,
}

impl NoteKind {
    /// The class beside `note`.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match self {
            Self::Info => "",
            Self::Done => " note-ok",
            Self::Attention => " note-soon",
            Self::Error => " note-late",
        }
    }

    /// The icon.
    #[must_use]
    pub const fn icon(&self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Done => "ok",
            Self::Attention => "alert",
            Self::Error => "octagon",
        }
    }
}

/// A link with its words.
#[derive(Clone, Debug)]
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// What people read.
    pub label: String,
}

impl Link {
    /// Words and address.
    #[must_use]
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { href: href.into(), label: label.into() }
    }
}

/// A note: at most one in a region; a warning carries its remedy as a link.
#[derive(Clone, Debug)]
pub struct Note {
    /// What kind.
    pub kind: NoteKind,
    /// The first words, set in bold: `Da sapere.`
    pub lead: String,
    /// The sentence.
    pub text: String,
    /// What to do about it.
    pub link: Option<Link>,
}

/// A message about what was just done; never the only place where it is said.
#[derive(Clone, Debug)]
pub struct Toast {
    /// The message.
    pub text: String,
    /// The icon.
    pub icon: &'static str,
    /// The address that undoes it (POST), where it can be undone.
    pub undo: Option<String>,
}

/// A tab or a saved view.
#[derive(Clone, Debug)]
pub struct Tab {
    /// The words.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// How many items it holds.
    pub count: Option<u32>,
    /// Whether it is the one shown.
    pub current: bool,
}

/// A filter in use: reads "field: value".
#[derive(Clone, Debug)]
pub struct Chip {
    /// The field.
    pub field: String,
    /// The chosen values.
    pub value: String,
    /// The same list without this filter.
    pub without: String,
}

/// The order of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// From the smallest.
    Ascending,
    /// From the largest.
    Descending,
}

/// The head of a column.
#[derive(Clone, Debug)]
pub struct Column {
    /// The words.
    pub label: String,
    /// The same list ordered by this column (the other way round when it already is); none: cannot be ordered by.
    pub href: Option<String>,
    /// The partial with the rows in that order; none: the whole page is asked for.
    pub part: Option<String>,
    /// Whether the list is ordered by it, and how.
    pub sort: Option<Sort>,
    /// Figures stand at the right.
    pub right: bool,
    /// The words are for screen readers only.
    pub hidden: bool,
}

impl Column {
    /// A column that only names what is below.
    #[must_use]
    pub fn plain(label: impl Into<String>) -> Self {
        Self { label: label.into(), href: None, part: None, sort: None, right: false, hidden: false }
    }

    /// A column the list can be ordered by.
    #[must_use]
    pub fn sorted_by(label: impl Into<String>, href: impl Into<String>, sort: Option<Sort>) -> Self {
        Self { href: Some(href.into()), sort, ..Self::plain(label) }
    }

    /// As given, fetching only the rows from this address.
    #[must_use]
    pub fn part(mut self, url: impl Into<String>) -> Self {
        self.part = Some(url.into());
        self
    }

    /// As given, with figures at the right.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.right = true;
        self
    }

    /// As given, named for screen readers only.
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    /// The value of `aria-sort`; empty when the list is not ordered by it.
    #[must_use]
    pub const fn aria(&self) -> &'static str {
        match self.sort {
            Some(Sort::Ascending) => "ascending",
            Some(Sort::Descending) => "descending",
            None => "",
        }
    }
}

/// A day of a timeline.
#[derive(Clone, Debug)]
pub struct Day {
    /// The date.
    pub date: Date,
    /// What happened, latest first.
    pub events: Vec<Event>,
}

/// An event of a timeline.
#[derive(Clone, Debug)]
pub struct Event {
    /// The icon of its kind.
    pub icon: &'static str,
    /// What happened, in a few words.
    pub title: String,
    /// When, local time.
    pub at: DateTime,
    /// The hour is known; else only the day is.
    pub timed: bool,
    /// A document or page it leads to.
    pub link: Option<Link>,
    /// One or two sentences.
    pub text: String,
    /// Who, in grey; empty for the system.
    pub by: String,
}

/// The state of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Answered.
    Done,
    /// Being answered.
    Now,
    /// Visited, with an answer missing.
    Missing,
    /// To come.
    ToCome,
}

/// A step of a wizard. Links lead back, never forward past a missing answer.
#[derive(Clone, Debug)]
pub struct Step {
    /// The name.
    pub label: String,
    /// What was answered, or what to do.
    pub note: String,
    /// The note is a code (set in the code face).
    pub code: bool,
    /// Where it stands.
    pub state: StepState,
    /// Where it leads, when it may be opened.
    pub href: Option<String>,
}

impl Step {
    /// The class beside `step`.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match self.state {
            StepState::Done => " done",
            StepState::Now => " now",
            StepState::Missing => " miss",
            StepState::ToCome => "",
        }
    }

    /// Whether it is the one under way.
    #[must_use]
    pub fn is_now(&self) -> bool {
        self.state == StepState::Now
    }

    /// Whether it is answered.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.state == StepState::Done
    }
}

/// Nothing to show: says why and what to press.
#[derive(Clone, Debug)]
pub struct Empty {
    /// The icon: `ok` all done, `filter` no result, the thing's own for the first time.
    pub icon: &'static str,
    /// Why.
    pub title: String,
    /// What comes next.
    pub text: String,
    /// What to press.
    pub link: Option<Link>,
    /// Whether that is the main act of the page.
    pub main: bool,
}
