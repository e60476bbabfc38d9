//! Pages for what went wrong: not found, not allowed, broken, changed by someone else meanwhile.

use askama::Template;
use texts::Texts;

use super::{Frame, Link};

/// What went wrong, as people see it.
#[derive(Clone, Debug)]
pub enum Fault {
    /// There is no such thing here (404); the sentence names it.
    NotFound {
        /// What does not exist: `La pratica 2026-09999 non esiste`.
        what: String,
    },
    /// Not with this role (403).
    Forbidden {
        /// What is not allowed and to whom it belongs.
        what: String,
        /// Who can grant it; empty when unknown.
        who: String,
    },
    /// Broken on our side (500).
    Broken {
        /// The number to tell the help desk.
        reference: String,
    },
    /// Too much at once or down for maintenance (503).
    Busy {
        /// The number to tell the help desk.
        reference: String,
    },
    /// The database does not answer (503).
    Down {
        /// The number to tell the help desk.
        reference: String,
    },
    /// The database takes nothing more (507).
    Full {
        /// The number to tell the help desk.
        reference: String,
    },
    /// Anything else, in its own words: a rule that says no (422), a file too large (413), too many tries (429).
    Said {
        /// The status code.
        status: u16,
        /// What did not happen and why.
        title: String,
        /// What to do about it.
        text: String,
    },
}

impl Fault {
    /// The status code of the answer.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::NotFound { .. } => 404,
            Self::Forbidden { .. } => 403,
            Self::Broken { .. } => 500,
            Self::Busy { .. } | Self::Down { .. } => 503,
            Self::Full { .. } => 507,
            Self::Said { status, .. } => *status,
        }
    }

    /// The heading.
    #[must_use]
    pub fn title(&self, t: &Texts) -> String {
        match self {
            Self::NotFound { what } if what.is_empty() => t.errors_not_found_title(),
            Self::Forbidden { what, .. } if what.is_empty() => t.errors_forbidden_title(),
            Self::NotFound { what } | Self::Forbidden { what, .. } => what.clone(),
            Self::Broken { .. } => t.errors_broken_title(),
            Self::Busy { .. } => t.errors_busy_title(),
            Self::Down { .. } => t.errors_down_title(),
            Self::Full { .. } => t.errors_full_title(),
            Self::Said { title, .. } => title.clone(),
        }
    }

    /// What it may come from and what to do.
    #[must_use]
    pub fn text(&self, t: &Texts) -> String {
        match self {
            Self::NotFound { .. } => t.errors_not_found_text(),
            Self::Forbidden { who, .. } if who.is_empty() => t.errors_forbidden_text(),
            Self::Forbidden { who, .. } => t.errors_forbidden_ask(who),
            Self::Broken { .. } => t.errors_broken_text(),
            Self::Busy { .. } => t.errors_busy_text(),
            Self::Down { .. } => t.errors_down_text(),
            Self::Full { .. } => t.errors_full_text(),
            Self::Said { text, .. } => text.clone(),
        }
    }

    /// The number to tell the help desk; empty for faults that need none.
    #[must_use]
    pub fn reference(&self) -> &str {
        match self {
            Self::Broken { reference }
            | Self::Busy { reference }
            | Self::Down { reference }
            | Self::Full { reference } => reference,
            Self::NotFound { .. } | Self::Forbidden { .. } | Self::Said { .. } => "",
        }
    }

    /// Whether trying again may help.
    #[must_use]
    pub const fn may_retry(&self) -> bool {
        matches!(self, Self::Broken { .. } | Self::Busy { .. } | Self::Down { .. })
    }
}

/// A fault inside the console, with the frame around.
#[derive(Debug, Template)]
#[template(path = "web/error.html")]
pub struct ErrorPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// What went wrong.
    pub fault: Fault,
    /// The way out besides the search.
    pub back: Link,
}

/// A fault where there is no frame: before signing in, or when the frame itself cannot be made.
#[derive(Debug, Template)]
#[template(path = "web/error-bare.html")]
pub struct BarePage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// What went wrong.
    pub fault: Fault,
    /// The way out.
    pub back: Link,
}

/// One field that two people changed.
#[derive(Clone, Debug)]
pub struct ConflictField {
    /// The name the choice is sent under, as `mio` or `altrui`.
    pub name: String,
    /// The label.
    pub label: String,
    /// What this person wrote, in words.
    pub yours: String,
    /// What is saved, in words.
    pub theirs: String,
}

/// A conflict, field by field (409): nothing is overwritten in silence.
#[derive(Debug, Template)]
#[template(path = "web/conflict.html")]
pub struct ConflictPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// What was being changed: `Anagrafica di Marchetti Elena`.
    pub what: String,
    /// Who changed it meanwhile.
    pub who: String,
    /// When: `2 minuti fa`, `oggi 10:22`.
    pub when: String,
    /// Where the choices are sent (POST), with everything that was typed.
    pub action: String,
    /// The version the choice is made on, sent as `version`.
    pub version: i64,
    /// The fields that differ.
    pub fields: Vec<ConflictField>,
    /// What was typed, sent unchanged.
    pub kept: Vec<(String, String)>,
    /// The way out without saving.
    pub back: Link,
}
