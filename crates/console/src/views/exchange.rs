//! Files of distributors and their messages.

use askama::Template;
use kernel::{CaseId, ImportId};
use texts::Texts;
use web::layout::{Empty, Field, Frame, Note};

/// The files that came, a form to bring one, the messages that wait.
#[derive(Debug, Template)]
#[template(path = "exchange/list.html")]
pub struct ExchangeListPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The file to bring.
    pub field: Field,
    /// Messages that wait for a person.
    pub waiting: Vec<MessageRow>,
    /// Files, newest first.
    pub rows: Vec<FileRow>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// A file in the list.
#[derive(Clone, Debug)]
pub struct FileRow {
    /// The file.
    pub id: ImportId,
    /// When it came.
    pub received: String,
    /// It lay in the shared folder, else somebody brought it.
    pub by_folder: bool,
    /// Who brought it.
    pub by: String,
    /// Its name.
    pub name: String,
    /// Class and word of its state.
    pub state: (&'static str, String),
}

/// A message.
#[derive(Clone, Debug)]
pub struct MessageRow {
    /// The file it came in.
    pub file: ImportId,
    /// Its place in the file, from 1.
    pub number: i64,
    /// The member of the package it stood in.
    pub member: String,
    /// Service and step; empty when it cannot be read.
    pub kind: String,
    /// Our code of the request.
    pub request: String,
    /// The point it names.
    pub point: String,
    /// Its case, where this account may see it.
    pub case: Option<(CaseId, String)>,
    /// Class and word of what becomes of it.
    pub state: (&'static str, String),
    /// Why.
    pub why: String,
    /// It can be read, and so be given to a case.
    pub readable: bool,
    /// The number of a case that was typed for it.
    pub assign: Typed,
    /// The reason that was typed to set it aside.
    pub dismiss: Typed,
}

/// What was typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The text.
    pub text: String,
    /// What is wrong; nothing where it was not sent.
    pub fault: Option<String>,
}

/// One file.
#[derive(Debug, Template)]
#[template(path = "exchange/show.html")]
pub struct ExchangeShowPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The file.
    pub id: ImportId,
    /// Its name.
    pub name: String,
    /// When it came, from whom, how.
    pub meta: String,
    /// Class and word of its state.
    pub state: (&'static str, String),
    /// Nothing of it counts yet, or any more.
    pub may_apply: bool,
    /// It can be taken back now.
    pub may_undo: bool,
    /// How it stands.
    pub note: Option<Note>,
    /// Messages applied, passed over, waiting: label and figure.
    pub totals: Vec<(String, u64)>,
    /// Its messages.
    pub rows: Vec<MessageRow>,
}
