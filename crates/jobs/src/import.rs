//! The import of a billing export: reads with the connector, applies with the operation, reports.
//!
//! One thread reads a file while another stores what was read before, so that neither waits long for the other.

use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use app::import::{Counts, Importer, begin};
use app::{App, Ctx};
use connectors::billing_export::{FormatError, Pass, Profile, Reader, Rows};
use domain::import::{FileReport, ImportReport, Table};

/// Rows stored in one unit of work.
const BATCH: usize = 2000;
/// Batches read ahead of the one being stored.
const AHEAD: usize = 2;

/// How far an import is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    /// The file.
    pub file: &'a str,
    /// Its accepted rows stored so far (compared, in a dry run).
    pub rows: u64,
    /// Its size in bytes.
    pub file_bytes: u64,
}

/// Why an import did not come to its end. What was imported before stays, and running it again completes it.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The export cannot be read.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// It cannot be stored.
    #[error("the import stopped: {0}; run it again once this is put right, it goes on where it stopped")]
    Store(#[from] app::Error),
}

/// Imports the export in a folder. Blocks for as long as it takes.
///
/// # Errors
/// [`ImportError`]; the run is then marked as failed, if the database still answers.
pub fn run(
    app: &App,
    ctx: &Ctx,
    folder: &Path,
    profile: &Profile,
    dry_run: bool,
    progress: &dyn Fn(Progress<'_>),
) -> Result<ImportReport, ImportError> {
    let reader = Reader::open(folder, profile)?;
    let mut importer = begin(app, ctx, profile.name(), &folder.display().to_string(), dry_run)?;
    match every_file(&reader, &mut importer, progress) {
        Ok(report) => {
            importer.finish(&report)?;
            Ok(report)
        }
        Err(error) => {
            if let Err(second) = importer.fail(&error.to_string()) {
                tracing::error!(%second, "the failure of an import could not be written down");
            }
            Err(error)
        }
    }
}

fn every_file(
    reader: &Reader,
    importer: &mut Importer,
    progress: &dyn Fn(Progress<'_>),
) -> Result<ImportReport, ImportError> {
    let mut pass = reader.pass();
    let mut report = ImportReport::default();
    for table in Table::ALL {
        let file = reader.file_name(*table).to_owned();
        importer.file(&file);
        let file_bytes = reader.file_size(*table);
        let done = one_file(*table, &mut pass, importer, &|rows| {
            progress(Progress { file: &file, rows, file_bytes })
        })?;
        if *table == Table::Contracts {
            importer.index()?;
        }
        importer.note(&file, &done.refused, &done.warned)?;
        report.files.push((file, done));
    }
    Ok(report)
}

fn one_file(
    table: Table,
    pass: &mut Pass<'_>,
    importer: &mut Importer,
    progress: &dyn Fn(u64),
) -> Result<FileReport, ImportError> {
    match table {
        Table::Customers => store(pass.customers()?, importer, Importer::customers, progress),
        Table::SupplyPoints => store(pass.supply_points()?, importer, Importer::supply_points, progress),
        Table::Meters => store(pass.meters()?, importer, Importer::meters, progress),
        Table::Contracts => store(pass.contracts()?, importer, Importer::contracts, progress),
        Table::Readings => store(pass.readings()?, importer, Importer::readings, progress),
        Table::Bills => store(pass.bills()?, importer, Importer::bills, progress),
        Table::Payments => store(pass.payments()?, importer, Importer::payments, progress),
        Table::Mandates => store(pass.mandates()?, importer, Importer::mandates, progress),
    }
}

type Apply<T> = fn(&mut Importer, Vec<T>) -> Result<Counts, app::Error>;

/// Stores the rows of a file while a second thread reads them.
fn store<T: Send>(
    rows: Rows<'_, T>,
    importer: &mut Importer,
    apply: Apply<T>,
    progress: &dyn Fn(u64),
) -> Result<FileReport, ImportError> {
    std::thread::scope(|scope| {
        let (sender, batches) = sync_channel(AHEAD);
        let reading = scope.spawn(move || read(rows, &sender));
        let counts = store_batches(batches, importer, apply, progress);
        let report = reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let counts = counts?;
        let mut report = report?;
        report.changed = counts.inserted + counts.changed;
        report.unchanged = counts.unchanged;
        Ok(report)
    })
}

fn read<T>(rows: Rows<'_, T>, batches: &SyncSender<Vec<T>>) -> Result<FileReport, FormatError> {
    let mut report = FileReport::default();
    let mut batch = Vec::with_capacity(BATCH);
    for row in rows {
        batch.extend(report.take(row?));
        if batch.len() == BATCH
            && batches.send(std::mem::replace(&mut batch, Vec::with_capacity(BATCH))).is_err()
        {
            // Storing failed, and says why.
            return Ok(report);
        }
    }
    if !batch.is_empty() {
        let _ = batches.send(batch);
    }
    Ok(report)
}

/// Takes the channel itself, so that the reading thread stops when storing fails.
fn store_batches<T>(
    batches: Receiver<Vec<T>>,
    importer: &mut Importer,
    apply: Apply<T>,
    progress: &dyn Fn(u64),
) -> Result<Counts, app::Error> {
    let (mut counts, mut rows) = (Counts::default(), 0);
    for batch in batches {
        rows += u64::try_from(batch.len()).unwrap_or(0);
        counts += apply(importer, batch)?;
        progress(rows);
    }
    Ok(counts)
}
