//! Imports of billing exports: runs, how far one is, what was refused and why.

use askama::Template;
use kernel::ImportId;
use routes::console::{ImportRows, ImportShow};
use routes::{Query, Route};
use texts::Texts;
use web::layout::{Chip, Empty, Field, Frame, Note};

/// The runs.
#[derive(Debug, Template)]
#[template(path = "imports/list.html")]
pub struct ImportListPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// Runs, newest first.
    pub rows: Vec<RunRow>,
    /// The runs before these.
    pub more: Option<String>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// A run in the list.
#[derive(Clone, Debug)]
pub struct RunRow {
    /// The run.
    pub id: ImportId,
    /// When it began.
    pub started: String,
    /// Where it read.
    pub folder: String,
    /// The profile it read by.
    pub profile: String,
    /// It only compared.
    pub trial: bool,
    /// Class and word of its state.
    pub state: (&'static str, String),
    /// Rows read.
    pub rows: u64,
    /// Rows that created or changed something.
    pub changed: u64,
    /// Rows refused.
    pub refused: u64,
    /// Who started it.
    pub by: String,
}

/// How far a run is, or what came of it.
#[derive(Debug, Template)]
#[template(path = "imports/show.html")]
pub struct ImportShowPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The run.
    pub id: ImportId,
    /// When it began.
    pub started: String,
    /// Who started it, from where, by which profile.
    pub meta: String,
    /// How it stands, refreshed while it runs.
    pub progress: ImportProgress<'a>,
    /// This account may see the report as a file.
    pub report: bool,
}

/// How a run stands: refreshed every two seconds while it runs.
#[derive(Debug, Template)]
#[template(path = "imports/progress.html")]
pub struct ImportProgress<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// The run.
    pub id: ImportId,
    /// It is at work.
    pub running: bool,
    /// It only compares.
    pub trial: bool,
    /// Class and word of its state.
    pub state: (&'static str, String),
    /// The file it works on, while it runs.
    pub file: String,
    /// Rows of that file done so far.
    pub rows_done: i64,
    /// How it ended, or why not.
    pub note: Option<Note>,
    /// Rows, accepted, changed, refused in all: label, figure, remark.
    pub totals: Vec<(String, u64, String)>,
    /// What came of each file.
    pub files: Vec<FileRow>,
}

/// What came of a file.
#[derive(Clone, Debug)]
pub struct FileRow {
    /// Its name.
    pub file: String,
    /// Rows without the header.
    pub rows: u64,
    /// Rows that created or changed something.
    pub changed: u64,
    /// Rows that found everything as they say.
    pub unchanged: u64,
    /// Reasons for which rows were refused.
    pub refused: u64,
    /// Warnings.
    pub warned: u64,
}

impl ImportProgress<'_> {
    /// The rows of a file that were refused or warned about.
    fn rows_of(&self, file: &FileRow) -> String {
        ImportRows::new(self.id).with(&RowsQuery { file: Some(file.file.clone()), ..RowsQuery::default() })
    }

    /// How many reasons and warnings a file has.
    #[expect(clippy::unused_self, reason = "templates call methods of their own struct")]
    const fn noted(&self, file: &FileRow) -> u64 {
        file.refused + file.warned
    }
}

/// Which rows of a run: what stands after the question mark.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct RowsQuery {
    /// The file.
    #[serde(rename = "file")]
    pub file: Option<String>,
    /// The reason, a stable word.
    #[serde(rename = "motivo")]
    pub reason: Option<String>,
    /// The last row of the page before: its number and reason.
    #[serde(rename = "dopo")]
    pub after: Option<String>,
}

impl Query for RowsQuery {
    fn pairs(&self) -> Vec<(&'static str, String)> {
        [("file", &self.file), ("motivo", &self.reason), ("dopo", &self.after)]
            .into_iter()
            .filter_map(|(name, value)| Some((name, value.clone().filter(|value| !value.is_empty())?)))
            .collect()
    }
}

/// The rows of a run that were refused or warned about.
#[derive(Debug, Template)]
#[template(path = "imports/rows.html")]
pub struct ImportRowsPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The run.
    pub id: ImportId,
    /// When it began.
    pub started: String,
    /// The filters: file and reason.
    pub fields: Vec<Field>,
    /// Filters in use.
    pub chips: Vec<Chip>,
    /// The rows.
    pub rows: Vec<NotedView>,
    /// The rows after these.
    pub more: Option<String>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// A row that was refused or warned about.
#[derive(Clone, Debug)]
pub struct NotedView {
    /// Its number, from 1 without the header.
    pub row: i64,
    /// Refused, else imported with a warning.
    pub refused: bool,
    /// The column, as the file names it.
    pub field: String,
    /// What stands there.
    pub value: String,
    /// What is wrong, what was expected, what to do.
    pub message: String,
    /// The reason, a stable word.
    pub reason: String,
}

/// The address of a run.
#[must_use]
pub fn run_url(id: ImportId) -> String {
    ImportShow::new(id).url()
}
