//! The page of a case: its regulated clocks, the process and where it stands, the task to do now, and everything that
//! hangs on it. Each region is a partial of its own.

use askama::Template;
use jiff::civil::{Date, DateTime};
use kernel::{CaseId, DocumentId, Sector, TaskId};
use texts::{Texts, TimeUnit};
use web::layout::{CaseClock, ClockState, Empty, ErrorSummary, Frame, Link, Note, Risk, day_month};

use super::{
    about::CaseAbout,
    form::{Ask, Piece, SectionView},
};

/// The whole page.
#[derive(Debug, Template)]
#[template(path = "case/page.html")]
pub struct CasePage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: String,
    /// The name of the procedure.
    pub procedure: String,
    /// The code of the procedure.
    pub code: String,
    /// How it stands towards its clock; none once it has ended.
    pub risk: Option<Risk>,
    /// Its state, where no clock says how it stands: class and word.
    pub state: Option<(&'static str, String)>,
    /// Who asks.
    pub party: Option<Link>,
    /// The sector of the supply.
    pub sector: Option<Sector>,
    /// The supply: code and address.
    pub supply: Option<Link>,
    /// What else is known, in a word or two each: version of the process, where it came from, who has it.
    pub facts: Vec<String>,
    /// Suspended, ended, stuck: at most one note.
    pub note: Option<Note>,
    /// What may be done with the case.
    pub acts: CaseActs,
    /// The clocks.
    pub clocks: CaseClocks<'a>,
    /// The process.
    pub process: CaseProcess,
    /// What it is about: the values of a reading, the data that change.
    pub about: CaseAbout<'a>,
    /// The task.
    pub task: CaseTask<'a>,
    /// What is stuck, and messages to billing.
    pub messages: CaseMessages<'a>,
    /// Recorded dates.
    pub dates: CaseDates<'a>,
    /// Papers.
    pub documents: CaseDocuments<'a>,
    /// Appointments.
    pub appointments: Vec<AppointmentLine>,
    /// Cases that belong together with this one.
    pub linked: Vec<LinkedCase>,
    /// Comments.
    pub comments: CaseComments<'a>,
    /// The audit trail.
    pub audit: CaseAudit<'a>,
}

/// A paper that cannot be made, and why.
#[derive(Debug, Template)]
#[template(path = "case/preview.html")]
pub struct PreviewFault<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The paper.
    pub title: String,
    /// The way back.
    pub back: Link,
    /// What is wrong.
    pub note: Note,
}

/// What may be done with a case, each with the question it asks; none: not in this state, or not by this person.
#[derive(Clone, Debug, Default)]
pub struct CaseActs {
    /// Lets the clock stand still.
    pub suspend: Option<ActLink>,
    /// Lets the clock go on (POST).
    pub resume: Option<String>,
    /// Gives the case to somebody else.
    pub reassign: Option<ActLink>,
    /// Takes the case (POST), when nobody has it.
    pub take: Option<String>,
    /// Acts under the button "more".
    pub more: Vec<ActLink>,
}

/// An act that asks a short question.
#[derive(Clone, Debug)]
pub struct ActLink {
    /// The words.
    pub label: String,
    /// The icon.
    pub icon: &'static str,
    /// The question as a page.
    pub href: String,
    /// The question as a dialog.
    pub ask: Option<Ask>,
}

impl ActLink {
    /// The id of the dialog; empty when the act has its page only.
    #[must_use]
    pub fn dialog(&self) -> &'static str {
        self.ask.as_ref().map_or("", |ask| ask.id)
    }
}

impl CaseActs {
    /// Every question that opens over the page.
    #[must_use]
    pub fn asks(&self) -> Vec<&Ask> {
        self.suspend
            .iter()
            .chain(&self.reassign)
            .chain(&self.more)
            .filter_map(|act| act.ask.as_ref())
            .collect()
    }

    /// Whether nothing may be done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.suspend.is_none()
            && self.resume.is_none()
            && self.reassign.is_none()
            && self.take.is_none()
            && self.more.is_empty()
    }
}

/// The clocks of a case, the most urgent first.
#[derive(Debug, Template)]
#[template(path = "case/clocks.html")]
pub struct CaseClocks<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// Each clock.
    pub clocks: Vec<CaseClockView>,
    /// What to say when there is none.
    pub none: String,
}

/// A clock with its words.
#[derive(Clone, Debug)]
pub struct CaseClockView {
    /// What is drawn.
    pub clock: CaseClock,
    /// What the standard asks for.
    pub standard: String,
    /// It has stopped, and in time or not.
    pub stopped: Option<Stopped>,
    /// The day the case was closed while it still ran: nothing counts on from there.
    pub closed: Option<Date>,
    /// The paragraph that explains it: law, limit, start, what was taken out, due day.
    pub why: String,
}

/// How a clock stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// The day it stopped.
    pub on: Date,
    /// Within the level.
    pub kept: bool,
}

impl CaseClockView {
    /// The heading.
    #[must_use]
    pub fn headline(&self, t: &Texts) -> String {
        match self.stopped {
            None => match self.closed {
                Some(on) => t.case_clock_unstopped(t.date(on)),
                None => self.clock.headline(t),
            },
            Some(Stopped { kept: true, on }) => t.case_clock_kept(t.date(on)),
            Some(Stopped { kept: false, on }) => t.case_clock_missed(t.date(on)),
        }
    }

    /// Beside the heading: the limit.
    #[must_use]
    pub fn limit(&self, t: &Texts) -> String {
        match (self.stopped, self.clock.limit) {
            (None, Some(limit)) if self.closed.is_some() => t.case_clock_limit_was(t.date(limit)),
            (None, Some(limit)) => t.case_clock_limit(t.weekday(limit), t.date(limit)),
            (Some(_), Some(limit)) => t.case_clock_limit_was(t.date(limit)),
            (None, None) if self.closed.is_none() && self.clock.view.state == ClockState::Hold => {
                t.case_clock_limit_unknown()
            }
            _ => String::new(),
        }
    }

    /// The figures: what the standard asks, how much is spent, how much was suspended.
    #[must_use]
    pub fn figures(&self, t: &Texts) -> String {
        let view = &self.clock.view;
        let unit: TimeUnit = view.unit;
        let spent = t.case_clock_figures(&self.standard, t.span(view.level, unit), view.elapsed());
        match view.suspended() {
            0 => spent,
            held => t.case_clock_figures_held(spent, held),
        }
    }
}

/// The process of a case.
#[derive(Clone, Debug)]
pub struct CaseProcess {
    /// The address of the drawing.
    pub diagram: String,
    /// Where the tokens are: `{"done":[…],"now":[…]}`.
    pub markers: String,
    /// Names in the diagram that differ in the language of the page, by id: JSON.
    pub names: String,
    /// The step under way.
    pub now: String,
    /// Every step as text.
    pub steps: Vec<StepLine>,
}

/// A step as text.
#[derive(Clone, Debug)]
pub struct StepLine {
    /// Its name and how it stands: `Sopralluogo, fatto il 09/03/2026`.
    pub text: String,
    /// It is under way.
    pub now: bool,
}

/// What is to do now.
#[derive(Debug, Template)]
#[template(path = "case/task.html")]
pub struct CaseTask<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// Open tasks; the first is the one in front.
    pub tasks: Vec<OpenTask>,
    /// What to say when there is none.
    pub empty: Empty,
}

/// An open task.
#[derive(Clone, Debug)]
pub struct OpenTask {
    /// Its id.
    pub id: TaskId,
    /// What is to do.
    pub name: String,
    /// Two letters of who has it; empty when nobody has.
    pub initials: String,
    /// Who has it and since when, or for which role it waits.
    pub who: String,
    /// Takes it (POST), when nobody has it.
    pub claim: Option<String>,
    /// Where the answers go (POST); none: this person may only read.
    pub action: Option<String>,
    /// The version the form was filled on.
    pub version: i64,
    /// The window it stands in: what the same window kept before is no change by somebody else.
    pub window: String,
    /// What to know before answering.
    pub meta: Vec<Piece>,
    /// Why there is something to do: what billing refused, each with where it is seen.
    pub why: Vec<Note>,
    /// What the server says about it: refused, changed by somebody else.
    pub note: Option<Note>,
    /// What is wrong.
    pub errors: ErrorSummary,
    /// Fields under their headings.
    pub sections: Vec<SectionView>,
    /// The words of the button.
    pub submit: String,
    /// A file is sent along.
    pub file: bool,
    /// Why this person may only read.
    pub why_not: String,
}

impl OpenTask {
    /// The id of its form.
    #[must_use]
    pub fn form_id(&self) -> String {
        format!("p-compito-{}", self.id)
    }

    /// The id of the place where its faults are summed up.
    #[must_use]
    pub fn errors_id(&self) -> String {
        format!("p-errori-{}", self.id)
    }
}

/// The form of an open task, alone: what comes back while it is filled in.
#[derive(Debug, Template)]
#[template(path = "case/task-form.html")]
pub struct TaskForm<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The task.
    pub task: OpenTask,
    /// Where the answers go (POST).
    pub action: String,
}

/// What is stuck, and what was told to billing and to people.
#[derive(Debug, Template)]
#[template(path = "case/messages.html")]
pub struct CaseMessages<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// What is stuck.
    pub incidents: Vec<IncidentLine>,
    /// Commands for billing.
    pub billing: Vec<MessageLine>,
    /// Requests to the distributor and its answers.
    pub distributor: Vec<MessageLine>,
    /// Mails, one line for each recipient.
    pub mails: Vec<MessageLine>,
}

impl CaseMessages<'_> {
    /// Whether there is nothing to show.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.incidents.is_empty()
            && self.billing.is_empty()
            && self.distributor.is_empty()
            && self.mails.is_empty()
    }
}

/// Something that is stuck.
#[derive(Clone, Debug)]
pub struct IncidentLine {
    /// What stopped and why, for people.
    pub text: String,
    /// Since when.
    pub since: String,
    /// Tries again (POST); none when this person may not.
    pub retry: Option<String>,
}

/// Something that was told to another system or person.
#[derive(Clone, Debug)]
pub struct MessageLine {
    /// What.
    pub title: String,
    /// To whom, its number, or what came back.
    pub detail: String,
    /// When.
    pub at: String,
    /// The class of the state: `on`, `half`, `go`, `bad`, or nothing.
    pub state: &'static str,
    /// The word of the state.
    pub word: String,
    /// Where it is seen whole.
    pub href: Option<String>,
    /// Tries again (POST).
    pub retry: Option<String>,
}

/// Recorded dates.
#[derive(Debug, Template)]
#[template(path = "case/dates.html")]
pub struct CaseDates<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// Dates recorded, in order.
    pub dates: Vec<FactLine>,
    /// Dates still awaited, with their limit.
    pub awaited: Vec<AwaitedLine>,
    /// Records a date.
    pub add: Option<ActLink>,
}

impl CaseDates<'_> {
    /// Whether there is nothing to show.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.dates.is_empty() && self.awaited.is_empty() && self.add.is_none()
    }
}

/// A recorded date.
#[derive(Clone, Debug)]
pub struct FactLine {
    /// What happened.
    pub label: String,
    /// When.
    pub at: String,
    /// Who wrote it down, and when.
    pub by: String,
    /// The paper it was taken from.
    pub paper: Option<Link>,
    /// Where it is put right, with its history; none when this person may not.
    pub correct: Option<String>,
    /// It was put right.
    pub corrected: bool,
}

/// A date still awaited.
#[derive(Clone, Debug)]
pub struct AwaitedLine {
    /// What is to happen.
    pub label: String,
    /// Until when.
    pub until: Option<Date>,
}

/// Papers.
#[derive(Debug, Template)]
#[template(path = "case/documents.html")]
pub struct CaseDocuments<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// The case.
    pub case: CaseId,
    /// Every paper, the latest first.
    pub documents: Vec<DocumentLine>,
    /// Papers as they would be made now, before the request is confirmed.
    pub previews: Vec<Link>,
    /// Adds a paper.
    pub add: Option<ActLink>,
}

/// A paper.
#[derive(Clone, Debug)]
pub struct DocumentLine {
    /// Its id.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// Day, how it came, whether it is signed.
    pub meta: String,
    /// How it stands.
    pub state: DocumentState,
    /// It is a contract.
    pub contract: bool,
}

/// How a paper stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentState {
    /// It can be opened.
    Ready {
        /// Its address.
        href: String,
        /// It can be shown inside the page: PDF or picture.
        shown: bool,
    },
    /// It is being produced.
    Queued,
    /// It could not be produced.
    Failed {
        /// Tries again (POST); none when this person may not.
        retry: Option<String>,
    },
    /// The process will produce it.
    ToProduce,
}

impl DocumentLine {
    /// The address, when it can be shown inside the page.
    #[must_use]
    pub fn shown(&self) -> Option<&str> {
        match &self.state {
            DocumentState::Ready { href, shown: true } => Some(href),
            _ => None,
        }
    }
}

/// An appointment of the case.
#[derive(Clone, Debug)]
pub struct AppointmentLine {
    /// What it is about.
    pub subject: String,
    /// Day and band.
    pub when: String,
    /// Place and technician.
    pub detail: String,
    /// Class and word of its state.
    pub state: (&'static str, String),
    /// Its page.
    pub href: String,
    /// Its calendar file.
    pub file: String,
}

/// A case that belongs together with this one.
#[derive(Clone, Debug)]
pub struct LinkedCase {
    /// Its page.
    pub href: String,
    /// The code of its procedure.
    pub code: String,
    /// Its number.
    pub number: String,
    /// How it belongs: opened by this one, opens this one.
    pub how: String,
    /// Class and word of its state.
    pub state: (&'static str, String),
}

/// Comments.
#[derive(Debug, Template)]
#[template(path = "case/comments.html")]
pub struct CaseComments<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// Every comment, oldest first.
    pub comments: Vec<CommentLine>,
    /// Where a comment is sent (POST); none when this person may not.
    pub action: Option<String>,
    /// What was typed, when it could not be taken.
    pub typed: String,
    /// What is wrong with it.
    pub fault: Option<String>,
}

/// A comment.
#[derive(Clone, Debug)]
pub struct CommentLine {
    /// Two letters.
    pub initials: String,
    /// Who wrote it.
    pub who: String,
    /// When.
    pub at: DateTime,
    /// What.
    pub text: String,
}

/// The audit trail.
#[derive(Debug, Template)]
#[template(path = "case/audit.html")]
pub struct CaseAudit<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// How many entries there are.
    pub total: u64,
    /// The latest, latest first.
    pub entries: Vec<AuditLine>,
    /// All of them; none when this person may not.
    pub all: Option<String>,
}

/// An entry of the audit trail.
#[derive(Clone, Debug)]
pub struct AuditLine {
    /// When.
    pub at: DateTime,
    /// Who.
    pub who: String,
    /// What they did.
    pub what: String,
}

/// A moment in short, in a list under a case: `09/03 11:52`.
#[must_use]
pub fn short_moment(t: &Texts, at: &DateTime) -> String {
    format!("{} {}", day_month(t, at.date()), t.time(at.time()))
}

/// The id of the description of a drawn clock.
#[must_use]
pub fn clock_id(place: &usize) -> String {
    format!("clk-d{place}")
}
