//! Forms made from the definitions of a procedure: one shape for the wizard, for the task of a case and for the short
//! questions. A handler fills these from the form's definition and the answers; `templates/form/fields.html` draws them.

use askama::Template;
use kernel::Date;
use texts::Texts;
use web::layout::{Choice, ErrorSummary, Field, FieldKind, FieldState, Note, Risk};

/// A piece of a sentence that may hold codes and emphasis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Plain words.
    Plain(String),
    /// A code, in the code face.
    Code(String),
    /// Words that stand out.
    Strong(String),
}

impl Piece {
    /// Plain words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }

    /// A code.
    #[must_use]
    pub fn code(text: impl Into<String>) -> Self {
        Self::Code(text.into())
    }

    /// Words that stand out.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self::Strong(text.into())
    }
}

/// A part of a form under a heading of its own.
#[derive(Clone, Debug, Default)]
pub struct SectionView {
    /// The heading; empty for the first part, whose heading is the form's.
    pub title: String,
    /// At the right of the heading.
    pub meta: String,
    /// The fields shown, in order.
    pub fields: Vec<FieldView>,
}

/// One field of a form and how it is asked.
#[derive(Clone, Debug)]
pub struct FieldView {
    /// Name, label, value, hint, message.
    pub field: Field,
    /// Columns of twelve.
    pub width: u8,
    /// How it is asked.
    pub widget: Widget,
    /// The heading of the step asks it already: its own label is for those who do not see.
    pub quiet: bool,
}

/// How a field is asked.
#[derive(Clone, Debug)]
pub enum Widget {
    /// The control of [`Field::kind`]: a line, several lines, a closed list.
    Line,
    /// Some cards side by side: a few short answers.
    Cards(Vec<Pick>),
    /// Some cards below each other: answers that need a line of explanation.
    Picks(Vec<Pick>),
    /// Yes when ticked.
    Flag,
    /// An address, part by part; each part has its own width.
    Address(Vec<(Field, u8)>),
    /// A search with what was found: a customer or a supply.
    Search(SearchView),
    /// The registers of a meter.
    Readings(ReadingsView),
    /// A file, and what was handed in already.
    Attachment {
        /// Media types taken: `application/pdf,image/jpeg,image/png`.
        accept: String,
        /// Titles of what is there already.
        there: Vec<String>,
    },
}

/// An answer on a card.
#[derive(Clone, Debug, Default)]
pub struct Pick {
    /// The value sent.
    pub value: String,
    /// The answer.
    pub label: String,
    /// Beside it, in grey.
    pub meta: String,
    /// Below it.
    pub note: Vec<Piece>,
    /// The key that chooses it; empty for none.
    pub key: String,
    /// At the right: how it matches.
    pub mark: Mark,
    /// It is the chosen one.
    pub chosen: bool,
}

/// What stands at the right of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing, or the key.
    #[default]
    None,
    /// The same code as the one typed.
    SameCode(String),
    /// Only the name is alike.
    OnlyName(String),
    /// A state with its class: `on`, `half`, `go`, `bad` or nothing.
    State {
        /// The class after `state-`.
        class: &'static str,
        /// The word.
        label: String,
    },
}

/// A search inside a form. Without script the button sends the whole form, which comes back with what was found.
#[derive(Clone, Debug, Default)]
pub struct SearchView {
    /// What was typed; its name is the field's with `.q`.
    pub query: String,
    /// What may be typed.
    pub label: String,
    /// The address of the results alone (GET); empty: only the button.
    pub part: String,
    /// The key that jumps here, for readers of health cards that type like a keyboard; empty for none.
    pub card_key: String,
    /// What was found; none before a search.
    pub found: Option<Found>,
    /// Checks on the chosen one.
    pub checks: Vec<Check>,
    /// The heading of the checks.
    pub checks_title: String,
}

/// What a search inside a form found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// How many match and how many are alike.
    pub legend: String,
    /// The candidates, and the way out last.
    pub picks: Vec<Pick>,
}

/// What was checked, and how it stands.
#[derive(Clone, Debug)]
pub struct Check {
    /// How it stands.
    pub state: CheckState,
    /// The sentence.
    pub text: String,
}

/// How a check stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckState {
    /// Nothing in the way.
    Good,
    /// To be known, nothing in the way.
    Warning,
    /// In the way.
    Bad,
}

impl Check {
    /// Classes of the icon.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match self.state {
            CheckState::Good => "i-ok",
            CheckState::Warning => "i-soon",
            CheckState::Bad => "i-late",
        }
    }

    /// The icon.
    #[must_use]
    pub const fn icon(&self) -> &'static str {
        match self.state {
            CheckState::Good => "ok",
            CheckState::Warning => "alert",
            CheckState::Bad => "octagon",
        }
    }
}

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
}

/// How a reading stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadingState {
    /// Not typed yet.
    Open,
    /// As expected, or nothing to compare it with.
    Good,
    /// More than expected.
    High,
    /// Less than expected.
    Low,
    /// Refused, with the reason.
    Bad(String),
}

impl ReadingRow {
    /// Class and icon of the badge.
    #[must_use]
    pub const fn badge(&self) -> (&'static str, &'static str) {
        match self.state {
            ReadingState::Open => ("none", "minus"),
            ReadingState::Good => ("ok", "ok"),
            ReadingState::High | ReadingState::Low => ("soon", "clock"),
            ReadingState::Bad(_) => ("late", "octagon"),
        }
    }

    /// The word of the badge.
    #[must_use]
    pub fn word(&self, t: &Texts) -> String {
        match &self.state {
            ReadingState::Open => t.fields_reading_open(),
            ReadingState::Good => t.fields_reading_good(),
            ReadingState::High => t.fields_reading_high(),
            ReadingState::Low => t.fields_reading_low(),
            ReadingState::Bad(_) => t.fields_reading_bad(),
        }
    }

    /// Why the value is refused.
    #[must_use]
    pub fn refusal(&self) -> Option<&str> {
        match &self.state {
            ReadingState::Bad(why) => Some(why),
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

/// One field alone: what comes back when the draft was posted from it.
#[derive(Debug, Template)]
#[template(path = "form/field.html")]
pub struct FieldPart<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The field.
    pub f: FieldView,
}

/// What a search inside a form found, alone.
#[derive(Debug, Template)]
#[template(path = "form/found.html")]
pub struct FoundPart<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The name of the field.
    pub name: String,
    /// What was found.
    pub search: SearchView,
}

impl FieldView {
    /// A field asked with its own control.
    #[must_use]
    pub fn line(width: u8, field: Field) -> Self {
        Self { field, width, widget: Widget::Line, quiet: false }
    }

    /// A field asked with a widget.
    #[must_use]
    pub fn new(width: u8, field: Field, widget: Widget) -> Self {
        Self { field, width, widget, quiet: false }
    }

    /// One of a few: cards while they are few and short, a closed list when they are more than five.
    #[must_use]
    pub fn choice(width: u8, mut field: Field, mut picks: Vec<Pick>) -> Self {
        for pick in &mut picks {
            pick.chosen = pick.value == field.value;
        }
        let widget = if picks.len() > 5 || (width < 8 && picks.iter().all(|pick| pick.note.is_empty())) {
            let choices = picks.into_iter().map(|pick| Choice { value: pick.value, label: pick.label });
            let none =
                field.value.is_empty().then(|| Choice { value: String::new(), label: "–".to_owned() });
            field.kind = FieldKind::Select(none.into_iter().chain(choices).collect());
            Widget::Line
        } else if picks.len() > 3 || picks.iter().any(|pick| pick.note.len() > 1) {
            Widget::Picks(picks)
        } else {
            Widget::Cards(picks)
        };
        Self { field, width, widget, quiet: false }
    }

    /// As given, under a heading that asks it already.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// Its class in the grid.
    #[must_use]
    pub fn columns(&self) -> String {
        format!("c{}", self.width.clamp(2, 12))
    }

    /// The faults of this field: control and message.
    #[must_use]
    pub fn faults(&self) -> Vec<(String, String)> {
        let mut faults = Vec::new();
        let mut add = |name: &str, label: &str, state: &FieldState| {
            if let FieldState::Bad(message) = state {
                faults.push((name.to_owned(), format!("{label}: {message}")));
            }
        };
        let anchor = match &self.widget {
            Widget::Line | Widget::Flag | Widget::Attachment { .. } => self.field.name.clone(),
            Widget::Search(_) => format!("{}.q", self.field.name),
            Widget::Cards(picks) | Widget::Picks(picks) => {
                let first = picks.first().map_or("campo", |pick| pick.value.as_str());
                format!("{}-{first}", self.field.name)
            }
            Widget::Address(_) | Widget::Readings(_) => format!("{}-campo", self.field.name),
        };
        add(&anchor, &self.field.label, &self.field.state);
        match &self.widget {
            Widget::Address(parts) => {
                for (part, _) in parts {
                    add(&part.name, &part.label, &part.state);
                }
            }
            Widget::Readings(readings) => {
                for row in &readings.rows {
                    if let ReadingState::Bad(message) = &row.state {
                        add(&row.name, &row.register, &FieldState::Bad(message.clone()));
                    }
                }
            }
            _ => {}
        }
        faults
    }
}

/// The summary of the faults of a form, in the order of its fields.
#[must_use]
pub fn faults_of<'a>(sections: impl IntoIterator<Item = &'a SectionView>) -> ErrorSummary {
    ErrorSummary {
        title: String::new(),
        faults: sections
            .into_iter()
            .flat_map(|section| section.fields.iter().flat_map(FieldView::faults))
            .collect(),
    }
}

/// A short question: the body of a dialog and of the page that replaces it without script.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The id of the dialog.
    pub id: &'static str,
    /// The question.
    pub title: String,
    /// What it is about.
    pub meta: String,
    /// Where the answer goes (POST).
    pub action: String,
    /// What is asked.
    pub fields: Vec<FieldView>,
    /// Values sent along.
    pub kept: Vec<(String, String)>,
    /// What to know before answering.
    pub note: Option<Note>,
    /// The words of the button.
    pub submit: String,
    /// The style of the button: `btn-1`, `btn-risk`.
    pub style: &'static str,
    /// A file is sent.
    pub file: bool,
}

/// A short question as a page.
#[derive(Debug, Template)]
#[template(path = "form/ask.html")]
pub struct AskPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: web::layout::Frame,
    /// The page the question comes from.
    pub back: web::layout::Link,
    /// What is wrong with the answer.
    pub errors: ErrorSummary,
    /// The question.
    pub ask: Ask,
    /// What was written before: when, what, who and why.
    pub history: Vec<HistoryLine>,
    /// How it stands, beside the heading.
    pub risk: Option<Risk>,
}

/// A former value.
#[derive(Clone, Debug)]
pub struct HistoryLine {
    /// When it was written.
    pub at: String,
    /// Who wrote it.
    pub who: String,
    /// What it said, and why it changed.
    pub text: String,
}
