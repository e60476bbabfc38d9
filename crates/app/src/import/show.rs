//! Runs and their refused rows, for the clerk's page.

use domain::{
    access::{Action, Resource},
    import::ImportReport,
};
use kernel::{ImportId, Instant};
use serde::{Deserialize, Serialize};
use store::registry::import::run;

use super::SILENCE;
use crate::{App, Ctx, Error};

pub use store::registry::import::run::NotedRow;

/// A run of the import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRun {
    /// Its id.
    pub id: ImportId,
    /// The profile it read by.
    pub profile: String,
    /// The folder it read.
    pub folder: String,
    /// Whether it only compared.
    pub dry_run: bool,
    /// `running`, `done`, `failed`, `stopped` or `interrupted`.
    pub state: String,
    /// The file it works on, or worked on last.
    pub file: String,
    /// Rows of that file done so far.
    pub rows_done: i64,
    /// When it began.
    pub started_at: Instant,
    /// When it ended; while it runs, or if it was interrupted, when it last gave a sign of life.
    pub seen_at: Instant,
    /// Who started it.
    pub started_by: String,
    /// What came of each file, in the order they were read; empty until it is done.
    pub files: Vec<FileCounts>,
    /// Why it failed; empty otherwise.
    pub error: String,
}

/// What came of a file, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileCounts {
    /// Its name.
    pub file: String,
    /// Rows without the header.
    pub rows: u64,
    /// Rows accepted.
    pub accepted: u64,
    /// Accepted rows that changed what was stored before. What is neither changed nor unchanged is new.
    pub changed: u64,
    /// Accepted rows that found everything as they say.
    pub unchanged: u64,
    /// Reasons for which rows were refused.
    pub refused: u64,
    /// Warnings.
    pub warned: u64,
}

impl FileCounts {
    /// Accepted rows that were written: new ones and changed ones.
    #[must_use]
    pub const fn written(&self) -> u64 {
        self.accepted.saturating_sub(self.unchanged)
    }
}

/// The last row of a page of refused rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowCursor {
    /// Its number.
    pub row: i64,
    /// Its reason.
    pub reason: String,
    /// Its column, as the file names it.
    pub field: String,
}

/// The numbers of a report.
pub(super) fn counts(report: &ImportReport) -> Vec<FileCounts> {
    let length = |entries: &[domain::import::Refusal]| u64::try_from(entries.len()).unwrap_or(u64::MAX);
    report
        .files
        .iter()
        .map(|(file, report)| FileCounts {
            file: file.clone(),
            rows: report.rows,
            accepted: report.accepted,
            changed: report.changed,
            unchanged: report.unchanged,
            refused: length(&report.refused),
            warned: length(&report.warned),
        })
        .collect()
}

impl From<run::Run> for ImportRun {
    fn from(run: run::Run) -> Self {
        Self {
            id: run.id,
            profile: run.profile,
            folder: run.folder,
            dry_run: run.dry_run,
            state: run.state,
            file: run.file,
            rows_done: run.rows_done,
            started_at: run.started_at,
            seen_at: run.seen_at,
            started_by: run.started_by,
            files: serde_json::from_str(&run.report).unwrap_or_default(),
            error: run.error,
        }
    }
}

/// Runs, newest first; `before` is the last one of the page before.
///
/// # Errors
/// [`Error::Denied`], or a failure of the database.
pub async fn list(
    app: &App,
    ctx: &Ctx,
    before: Option<(Instant, ImportId)>,
    limit: i64,
) -> Result<Vec<ImportRun>, Error> {
    ctx.require(Resource::Import, Action::Read)?;
    crate::read(app, "import::list", move |tx| {
        Ok(run::page(tx, before, limit)?.into_iter().map(ImportRun::from).collect())
    })
    .await
}

/// One run.
///
/// # Errors
/// [`Error::Denied`], [`Error::NotFound`], or a failure of the database.
pub async fn show(app: &App, ctx: &Ctx, id: ImportId) -> Result<ImportRun, Error> {
    ctx.require(Resource::Import, Action::Read)?;
    crate::read(app, "import::show", move |tx| {
        run::by_id(tx, id)?.map(ImportRun::from).ok_or(Error::NotFound { kind: "import" })
    })
    .await
}

/// Refused and warned rows of one file of a run, in the order of the file.
///
/// # Errors
/// [`Error::Denied`], or a failure of the database.
pub async fn rows(
    app: &App,
    ctx: &Ctx,
    id: ImportId,
    file: &str,
    after: Option<RowCursor>,
    limit: i64,
) -> Result<Vec<NotedRow>, Error> {
    ctx.require(Resource::Import, Action::Read)?;
    let file = file.to_owned();
    crate::read(app, "import::rows", move |tx| {
        let after = after.as_ref().map(|cursor| (cursor.row, cursor.reason.as_str(), cursor.field.as_str()));
        Ok(run::rows(tx, id, &file, after, limit)?)
    })
    .await
}

/// Marks runs whose program died as interrupted; done when the program starts. Says how many there were.
///
/// # Errors
/// A failure of the database.
pub async fn mark_interrupted(app: &App) -> Result<u64, Error> {
    let silent_since = app.clock.now().plus_seconds(-SILENCE);
    crate::write(app, "import::mark_interrupted", move |tx| Ok(run::interrupt(tx, silent_since)?)).await
}
