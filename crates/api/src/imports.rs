//! Runs of the import.

use app::import::{FileCounts, ImportRun, NotedRow, RowCursor};
use axum::{Json, http::StatusCode, response::Response};
use kernel::{ImportId, Instant};
use routes::api::{Import as Route, PageQuery};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::{At, Wanted},
    paging,
    problem::Fault,
    values::{Id, Made, Moment, Page},
    write::{self, Body, Write},
};

/// What came of a file, in numbers.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportFile {
    /// Its name.
    file: String,
    /// Rows without the header.
    rows: u64,
    /// Rows accepted.
    accepted: u64,
    /// Accepted rows that changed what was stored before; what is neither changed nor unchanged is new.
    changed: u64,
    /// Accepted rows that found everything as they say.
    unchanged: u64,
    /// Reasons for which rows were refused.
    refused: u64,
    /// Warnings.
    warned: u64,
}

impl From<FileCounts> for ImportFile {
    fn from(counts: FileCounts) -> Self {
        Self {
            file: counts.file,
            rows: counts.rows,
            accepted: counts.accepted,
            changed: counts.changed,
            unchanged: counts.unchanged,
            refused: counts.refused,
            warned: counts.warned,
        }
    }
}

/// A run of the import.
#[derive(Debug, Serialize, ToSchema)]
pub struct Import {
    /// Its id.
    id: Id,
    /// The profile it read by.
    profile: String,
    /// Whether it only compared.
    dry_run: bool,
    /// `running`, `done`, `failed`, `stopped` or `interrupted`.
    state: String,
    /// The file it works on, or worked on last.
    file: String,
    /// Rows of that file done so far.
    rows_done: i64,
    /// When it began.
    started_at: Moment,
    /// When it ended, or last gave a sign of life.
    seen_at: Moment,
    /// Who started it.
    started_by: String,
    /// What came of each file; empty until it is done.
    files: Vec<ImportFile>,
    /// Why it failed; empty otherwise.
    error: String,
}

impl From<ImportRun> for Import {
    fn from(run: ImportRun) -> Self {
        Self {
            id: Id::of(run.id),
            profile: run.profile,
            dry_run: run.dry_run,
            state: run.state,
            file: run.file,
            rows_done: run.rows_done,
            started_at: run.started_at.into(),
            seen_at: run.seen_at.into(),
            started_by: run.started_by,
            files: run.files.into_iter().map(ImportFile::from).collect(),
            error: run.error,
        }
    }
}

/// Runs of the import, newest first.
#[utoipa::path(get, path = "/api/v1/imports", tag = "operation",
    params(
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Import>)))]
pub async fn list_imports(
    api: ApiCtx,
    Wanted(query): Wanted<PageQuery>,
) -> Result<Json<Page<Import>>, Fault> {
    let limit = paging::limit(query.limit)?;
    let before = paging::read::<(i64, ImportId)>("imports", query.after.as_deref())?;
    let before = before.map(|(at, id)| (Instant::from_micros(at), id));
    let more = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    let rows = app::import::list(&api.app, &api.ctx, before, more).await?;
    Ok(Json(paging::page("imports", rows, limit, |row| (row.started_at.as_micros(), row.id), Import::from)))
}

/// An import to be carried out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewImport {
    /// The folder of the export, by its name inside the server's folder of exports (`import_folder` of its settings).
    folder: String,
    /// The profile it is read by; `nav-it` when not given.
    #[serde(default = "shipped")]
    profile: String,
    /// Only compare: nothing is written but the record of the run.
    #[serde(default)]
    dry_run: bool,
}

fn shipped() -> String {
    "nav-it".to_owned()
}

impl Body for NewImport {}

/// Asks for an import of an export that lies on the server. The run is there at once and is carried out in the background:
/// ask for it by its id to see how far it is, and what was refused.
#[utoipa::path(post, path = "/api/v1/imports", tag = "operation",
    request_body = NewImport, responses((status = 202, description = "Asked for; it begins in a moment.", body = Made)))]
pub async fn request_import(api: ApiCtx, new: Write<NewImport>) -> Result<Response, Fault> {
    let (new, sent) = new.split();
    let wanted = app::import::NewImport { folder: new.folder, profile: new.profile, dry_run: new.dry_run };
    let asked = app::import::request(&api.app, &api.ctx, wanted);
    api.once(sent, |id| write::answer(StatusCode::ACCEPTED, &Made { id: Id::of(id) }), asked).await
}

/// A refused or warned row.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportRow {
    /// The row, counted from 1 without the header.
    row: i64,
    /// Why, a stable word.
    reason: String,
    /// Whether it was refused; otherwise it was imported with a warning.
    refused: bool,
    /// The column, as the file names it.
    field: String,
    /// What stands there.
    value: String,
    /// A sentence for the clerk, in the language of the request.
    message: String,
}

/// A run with the rows of one of its files that were refused or warned about.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportDetail {
    /// The run.
    #[serde(flatten)]
    run: Import,
    /// Rows of the file asked for; empty without `file`.
    noted: Page<ImportRow>,
}

/// Which rows of a run.
#[derive(Debug, Deserialize)]
pub struct ImportQuery {
    file: Option<String>,
    after: Option<String>,
    limit: Option<u32>,
}

/// One run of the import and its report.
#[utoipa::path(get, path = "/api/v1/imports/{import}", tag = "operation",
    params(
        ("import" = String, Path, format = "uuid", description = "The run."),
        ("file" = Option<String>, Query, description = "Show the refused and warned rows of this file."),
        ("after" = Option<String>, Query, description = "`noted.next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = ImportDetail)))]
pub async fn show_import(
    api: ApiCtx,
    At(route): At<Route>,
    Wanted(query): Wanted<ImportQuery>,
) -> Result<Json<ImportDetail>, Fault> {
    let limit = paging::limit(query.limit)?;
    let after = paging::read::<RowCursor>("import-rows", query.after.as_deref())?;
    let run = app::import::show(&api.app, &api.ctx, route.import).await?;
    let rows = match &query.file {
        Some(file) => {
            let more = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
            app::import::rows(&api.app, &api.ctx, route.import, file, after, more).await?
        }
        None => Vec::new(),
    };
    let key =
        |row: &NotedRow| RowCursor { row: row.row, reason: row.reason.clone(), field: row.field.clone() };
    let noted = paging::page("import-rows", rows, limit, key, |row| ImportRow {
        row: row.row,
        reason: row.reason,
        refused: row.refused,
        field: row.field,
        value: row.value,
        message: match api.ctx.lang {
            kernel::Lang::It => row.message_it,
            kernel::Lang::En => row.message_en,
        },
    });
    Ok(Json(ImportDetail { run: run.into(), noted }))
}
