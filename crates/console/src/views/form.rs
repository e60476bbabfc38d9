//! Forms made from the definitions of a procedure: one shape for the wizard, for the task of a case and for the short
//! questions. A handler fills these from the form's definition and the answers; `templates/form/fields.html` draws them.

mod ask;
mod picks;
mod readings;
mod rows;
mod search;

use askama::Template;
use texts::Texts;
use web::layout::{Choice, ErrorSummary, Field, FieldKind, FieldState};

pub use ask::{Ask, AskPage, HistoryLine};
pub use picks::{Mark, Pick};
pub use readings::{ReadingPart, ReadingRow, ReadingState, ReadingsView};
pub use rows::{BillRow, LineView, LinesView, Outputs, RowView, RowsView};
pub use search::{Check, CheckState, Found, FoundPart, SearchView};

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

/// Most answers shown as cards side by side.
const MOST_CARDS: usize = 3;
/// Most answers shown as cards at all.
const MOST_PICKS: usize = 5;
/// Columns of twelve that cards need.
const WIDE: u8 = 8;

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
    /// Bills of the customer, several of them.
    Bills(Vec<BillRow>),
    /// A part that is asked as often as needed.
    Rows(RowsView),
    /// Lines of a price list.
    Lines(LinesView),
    /// The only answer there is: sent as it is, and told.
    Told {
        /// The value sent.
        value: String,
        /// What people read.
        told: String,
    },
    /// Worked out from other answers: its lines of words; none while it cannot be.
    Shown(Vec<String>),
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

    /// One of a few: cards side by side while they are few and there is room, cards below each other when they need
    /// a line of explanation, else a closed list.
    #[must_use]
    pub fn choice(width: u8, mut field: Field, mut picks: Vec<Pick>) -> Self {
        for pick in &mut picks {
            pick.chosen = pick.value == field.value;
        }
        let explained = picks.iter().any(|pick| !pick.note.is_empty());
        let widget = if picks.len() > MOST_PICKS || (!explained && (width < WIDE || picks.len() > MOST_CARDS))
        {
            let choices = picks.into_iter().map(|pick| Choice { value: pick.value, label: pick.label });
            let none =
                field.value.is_empty().then(|| Choice { value: String::new(), label: "–".to_owned() });
            field.kind = FieldKind::Select(none.into_iter().chain(choices).collect());
            // The unit would lie on the sign of the list; the answers name it.
            field.unit = String::new();
            Widget::Line
        } else if picks.len() > MOST_CARDS
            || picks.iter().any(|pick| pick.note.len() > 1 || !pick.meta.is_empty())
        {
            Widget::Picks(picks)
        } else {
            Widget::Cards(picks)
        };
        Self { field, width, widget, quiet: false }
    }

    /// Drawn alone: a row draws its fields this way.
    #[must_use]
    pub fn drawn<'a>(&self, t: &'a Texts) -> FieldPart<'a> {
        FieldPart { t, f: self.clone() }
    }

    /// Itself and the fields inside it.
    pub fn with_inner(&self) -> Box<dyn Iterator<Item = &Self> + '_> {
        let inner: Box<dyn Iterator<Item = &Self>> = match &self.widget {
            Widget::Rows(list) => Box::new(list.rows.iter().flat_map(|row| &row.fields)),
            Widget::Lines(list) => Box::new(list.lines.iter().flat_map(LineView::fields)),
            _ => Box::new(std::iter::empty()),
        };
        Box::new(std::iter::once(self).chain(inner))
    }

    /// Whether a change of it changes nothing else but what is worked out: it may be sent back alone.
    #[must_use]
    pub const fn stands_alone(&self) -> bool {
        matches!(self.widget, Widget::Line) && !matches!(self.field.kind, FieldKind::Select(_))
    }

    /// As given, under a heading that asks it already.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// Nothing is answered here yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match &self.widget {
            Widget::Flag | Widget::Attachment { .. } | Widget::Shown(_) | Widget::Told { .. } => false,
            Widget::Bills(bills) => bills.iter().all(|bill| !bill.on),
            Widget::Rows(list) => list.rows.iter().flat_map(|row| &row.fields).any(Self::is_open),
            Widget::Lines(list) => list.lines.iter().flat_map(LineView::fields).any(Self::is_open),
            Widget::Cards(picks) | Widget::Picks(picks) => picks.iter().all(|pick| !pick.chosen),
            Widget::Address(parts) => parts.iter().all(|(part, _)| part.value.is_empty()),
            Widget::Readings(readings) => readings.rows.iter().any(|row| row.value.is_empty()),
            Widget::Line | Widget::Search(_) => self.field.value.is_empty(),
        }
    }

    /// Puts the caret here: on the first part that is open.
    pub fn take_focus(&mut self) {
        match &mut self.widget {
            Widget::Address(parts) => {
                let open = parts.iter().position(|(part, _)| part.value.is_empty()).unwrap_or(0);
                if let Some((part, _)) = parts.get_mut(open) {
                    part.focus = true;
                }
            }
            Widget::Readings(readings) => {
                let open = readings.rows.iter().position(|row| row.value.is_empty()).unwrap_or(0);
                if let Some(row) = readings.rows.get_mut(open) {
                    row.focus = true;
                }
            }
            Widget::Rows(list) => focus_on(list.rows.iter_mut().flat_map(|row| &mut row.fields)),
            Widget::Lines(list) => focus_on(list.lines.iter_mut().flat_map(LineView::fields_mut)),
            _ => self.field.focus = true,
        }
    }

    /// Whether the caret starts on this answer: the chosen one, else the first.
    #[must_use]
    pub fn starts_at(&self, pick: &Pick) -> bool {
        let (Widget::Cards(picks) | Widget::Picks(picks)) = &self.widget else { return false };
        let start = picks.iter().find(|pick| pick.chosen).or(picks.first());
        self.field.focus && start.is_some_and(|start| start.value == pick.value)
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
            Widget::Bills(bills) => match bills.first() {
                Some(bill) => format!("{}-{}", self.field.name, bill.id),
                None => format!("{}-campo", self.field.name),
            },
            Widget::Shown(_) => self.field.name.clone(),
            Widget::Address(_)
            | Widget::Readings(_)
            | Widget::Rows(_)
            | Widget::Lines(_)
            | Widget::Told { .. } => {
                format!("{}-campo", self.field.name)
            }
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
                    let message =
                        row.refusal().or(Some(row.fault.as_str())).filter(|message| !message.is_empty());
                    if let Some(message) = message {
                        add(&row.name, &row.register, &FieldState::Bad(message.to_owned()));
                    }
                }
            }
            Widget::Rows(list) => {
                for row in &list.rows {
                    let inside = row.fields.iter().flat_map(Self::faults);
                    faults.extend(inside.map(|(at, words)| (at, format!("{}, {words}", row.legend))));
                }
            }
            Widget::Lines(list) => {
                for line in &list.lines {
                    let inside = line.fields().into_iter().flat_map(Self::faults);
                    faults.extend(inside.map(|(at, words)| (at, format!("{}, {words}", line.number()))));
                }
            }
            _ => {}
        }
        faults
    }
}

/// Puts the caret on the first field that is open, else on the first.
pub fn focus_first(sections: &mut [SectionView]) {
    focus_on(sections.iter_mut().flat_map(|section| &mut section.fields));
}

/// Puts the caret on the first of these fields that is open, else on the first.
pub fn focus_on<'a>(fields: impl Iterator<Item = &'a mut FieldView>) {
    let mut fields: Vec<&mut FieldView> =
        fields.filter(|field| !field.field.readonly && !matches!(field.widget, Widget::Shown(_))).collect();
    let open = fields.iter().position(|field| field.is_open()).unwrap_or(0);
    if let Some(field) = fields.get_mut(open) {
        field.take_focus();
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
