//! A short question, over a page or as a page of its own.

use askama::Template;
use texts::Texts;
use web::layout::{ErrorSummary, Note, Risk};

use super::FieldView;

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
