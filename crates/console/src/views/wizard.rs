//! The wizard of a procedure: steps at the left, the form of the step, what is known at the right, and the short
//! question that opens over it (a power increase). Steps and forms come from the procedure's pack; nothing here knows
//! which procedure it is.

use askama::Template;
use kernel::{Date, Sector};
use texts::{Texts, TimeUnit};
use web::layout::{ErrorSummary, Frame, Link, Note, Step, StepState, weekday_day};

use super::{
    about::ChangesTable,
    form::{Ask, Piece, SectionView, faults_of},
};

/// The whole page.
#[derive(Debug, Template)]
#[template(path = "wizard/page.html")]
pub struct WizardPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The name of the procedure.
    pub heading: String,
    /// Number of the draft and when it was saved last.
    pub saved: String,
    /// Where the draft is left for later (POST).
    pub suspend: String,
    /// Calls the draft off.
    pub cancel: Link,
    /// The steps.
    pub steps: WizardSteps<'a>,
    /// The form of this step.
    pub form: WizardForm<'a>,
    /// What is known.
    pub summary: WizardSummary<'a>,
    /// The short question of this step.
    pub popup: Option<WizardPopup<'a>>,
}

/// The steps at the left.
#[derive(Debug, Template)]
#[template(path = "wizard/steps.html")]
pub struct WizardSteps<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// Every step, in order.
    pub steps: Vec<Step>,
}

impl WizardSteps<'_> {
    /// The place of the step under way, from 1.
    #[must_use]
    pub fn place(&self) -> usize {
        self.steps.iter().position(|step| step.state == StepState::Now).map_or(1, |place| place + 1)
    }
}

/// The form of a step.
#[derive(Debug, Template)]
#[template(path = "wizard/form.html")]
pub struct WizardForm<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// Where the answers go (POST); the next step comes back.
    pub action: String,
    /// Where the draft goes (POST) when the person leaves or presses Ctrl S.
    pub draft: String,
    /// The version of the case the form was filled on.
    pub version: i64,
    /// The window it stands in: what the same window kept before is no change by somebody else.
    pub window: String,
    /// The element of the process this form belongs to.
    pub element: String,
    /// The question of the step.
    pub title: String,
    /// What to know before answering.
    pub meta: Vec<Piece>,
    /// What the server says about the whole step: refused, changed by somebody else.
    pub note: Option<Note>,
    /// Entries of the registry that may be who is being entered, each to be taken instead.
    pub twins: Vec<Twin>,
    /// What is wrong.
    pub errors: ErrorSummary,
    /// Fields under their headings.
    pub sections: Vec<SectionView>,
    /// The answers given so far; only at the last step.
    pub answers: Vec<Answer>,
    /// What changes of a party, old and new side by side; only at the last step.
    pub changes: Option<ChangesTable<'a>>,
    /// What stands in the way of the request, or is worth knowing before it is signed; only at the last step.
    pub findings: Vec<Note>,
    /// The short question of this step: heading of the line, what it holds so far, the button and where it leads.
    pub question: Option<Question>,
    /// The place of this step and how many there are.
    pub place: (usize, usize),
    /// The step before.
    pub back: Option<String>,
    /// The words of the button that goes on: `Avanti: lettura`.
    pub next: String,
    /// The dialog that the button opens instead, where a script can.
    pub opens: Option<&'static str>,
    /// The page starts at the heading: there is something to read before anything is answered.
    pub heading: bool,
    /// A file is sent along.
    pub file: bool,
}

impl WizardForm<'_> {
    /// As given, with the faults of its fields summed up.
    #[must_use]
    pub fn with_faults(mut self) -> Self {
        self.errors = faults_of(&self.sections);
        self
    }
}

/// An entry of the registry that may be who is being entered.
#[derive(Clone, Debug)]
pub struct Twin {
    /// Who it is, and why it is shown.
    pub note: Note,
    /// Its id: what the button sends as `usa`.
    pub party: String,
    /// The words of the button.
    pub button: String,
}

/// The line that leads to the short question of a step.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is asked for.
    pub label: String,
    /// What was answered.
    pub value: String,
    /// The words of the button.
    pub button: String,
    /// The question as a page.
    pub href: String,
}

/// One answer at the last step.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked.
    pub label: String,
    /// What was answered.
    pub value: Vec<Piece>,
    /// The step where it is changed.
    pub href: String,
    /// What changes there, for those who hear the link alone.
    pub what: String,
}

/// What is known, at the right.
#[derive(Debug, Template)]
#[template(path = "wizard/summary.html")]
pub struct WizardSummary<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// The supply and who takes it over from whom.
    pub point: Option<PointSummary>,
    /// The clocks that will run.
    pub clocks: Vec<ClockPreview>,
    /// Whether the clocks depend on a supply that is still to be chosen.
    pub open: bool,
    /// What is still missing.
    pub missing: Vec<Missing>,
    /// The papers the procedure makes.
    pub papers: Vec<PaperToMake>,
}

impl WizardSummary<'_> {
    /// Whether some paper can be read before it is made.
    fn has_previews(&self) -> bool {
        self.papers.iter().any(|paper| paper.preview.is_some())
    }
}

/// The supply and who takes it over from whom.
#[derive(Clone, Debug)]
pub struct PointSummary {
    /// Its sector.
    pub sector: Sector,
    /// What its code is called: `POD`, `PDR`, `punto acqua`.
    pub kind: String,
    /// Its code.
    pub code: String,
    /// Who leaves: name and what to add.
    pub outgoing: Option<(String, String)>,
    /// Who comes: name and what to add; none while it is not known.
    pub incoming: Option<(String, String)>,
    /// The step where who comes is asked.
    pub incoming_step: usize,
    /// What else changes at the point: label and value.
    pub changes: Vec<(String, String)>,
    /// Address and state of payments.
    pub note: String,
}

/// A clock that will run when the request is made.
#[derive(Clone, Debug)]
pub struct ClockPreview {
    /// What is to be done in time.
    pub name: String,
    /// The level of the standard.
    pub level: u32,
    /// Counted in.
    pub unit: TimeUnit,
    /// Its days, in order, when they are few enough to be drawn; the last is the limit.
    pub days: Vec<Date>,
    /// What happens when it is missed, and other terms.
    pub note: String,
    /// The paragraph that explains it.
    pub why: String,
}

/// Most days that are drawn one by one.
const MOST_DAYS: usize = 20;
/// Most days that are named one by one.
const MOST_NAMES: usize = 5;

impl ClockPreview {
    /// Whether the days are drawn one by one.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        !self.days.is_empty() && self.days.len() <= MOST_DAYS
    }

    /// The drawing in words.
    #[must_use]
    pub fn words(&self, t: &Texts) -> String {
        match (self.days.first(), self.days.last()) {
            (Some(first), Some(last)) => t.wizard_clock_words(
                t.span_long(self.level, self.unit),
                weekday_day(t, first),
                weekday_day(t, last),
            ),
            _ => t.span_long(self.level, self.unit),
        }
    }

    /// The days that are named under the drawing: all when they are few, else the first and the last.
    #[must_use]
    pub fn names(&self, t: &Texts) -> Vec<(String, bool)> {
        let last = self.days.len().saturating_sub(1);
        self.days
            .iter()
            .enumerate()
            .filter(|(index, _)| self.days.len() <= MOST_NAMES || *index == 0 || *index == last)
            .map(|(index, day)| {
                let whole = index == 0
                    || index == last
                    || self
                        .days
                        .get(index.wrapping_sub(1))
                        .is_none_or(|before| before.month() != day.month());
                let weekday: String = t.weekday(day).chars().take(3).collect();
                let name = if whole { weekday_day(t, day) } else { format!("{weekday} {}", day.day()) };
                (name, index == last)
            })
            .collect()
    }
}

/// Something still missing.
#[derive(Clone, Debug)]
pub struct Missing {
    /// What.
    pub label: String,
    /// Where it is asked; none when that step cannot be opened yet.
    pub href: Option<String>,
    /// The place of that step, from 1.
    pub step: usize,
}

/// A paper the procedure makes.
#[derive(Clone, Debug)]
pub struct PaperToMake {
    /// Its title.
    pub title: String,
    /// It is signed, else handed over.
    pub signed: bool,
    /// It is the contract.
    pub contract: bool,
    /// Where it is shown as it would be made now; none before the answers are complete.
    pub preview: Option<String>,
}

/// The id of the place where a form sums up its faults.
pub const ERRORS: &str = "p-errori";

/// The summary of the faults of a form, sent along while they are put right.
#[derive(Debug, Template)]
#[template(path = "wizard/errors.html")]
pub struct ErrorsPart<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The id of its place.
    pub id: &'a str,
    /// What is still wrong.
    pub errors: ErrorSummary,
}

/// The short question of a step, over the page.
#[derive(Debug, Template)]
#[template(path = "wizard/popup.html")]
pub struct WizardPopup<'a> {
    /// Sent along with another answer.
    pub oob: bool,
    /// The id of the dialog.
    pub id: &'static str,
    /// The question.
    pub form: PopupForm<'a>,
}

/// The form of a short question: what comes back when its answer cannot be taken.
#[derive(Debug, Template)]
#[template(path = "wizard/popup-form.html")]
pub struct PopupForm<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// What is asked.
    pub ask: Ask,
    /// Date, supply, what it has today.
    pub about: Vec<Piece>,
    /// What is wrong.
    pub errors: ErrorSummary,
    /// What follows from the answers.
    pub notes: Vec<Note>,
}

/// What follows from the answers of a short question, checked while they are typed.
#[derive(Debug, Template)]
#[template(path = "wizard/popup-notes.html")]
pub struct PopupNotes<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Where the answers are checked.
    pub action: String,
    /// What follows from them.
    pub notes: Vec<Note>,
}

/// The short question of a step as a page.
#[derive(Debug, Template)]
#[template(path = "wizard/question.html")]
pub struct QuestionPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The step it belongs to.
    pub back: Link,
    /// The question.
    pub popup: PopupForm<'a>,
}
