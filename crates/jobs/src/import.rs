//! The import of a billing export: reads with the connector, applies with the operation, reports.
//!
//! One thread reads a file while another stores what was read before, so that neither waits long for the other.

use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use app::import::{Counts, Importer, Stored, begin};
use app::{App, Ctx};
use connectors::billing_export::{FormatError, Pass, Profile, Reader, Rows};
use domain::import::{FileReport, ImportReport, Refusal, Table};
use kernel::Date;

/// Rows stored in one unit of work.
const BATCH: usize = 2000;
/// Batches read ahead of the one being stored.
const AHEAD: usize = 2;

/// How far an import is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    /// The file.
    pub file: &'a str,
    /// Its rows done so far, refused ones included: stored, or tried in a dry run. 0 when the file is begun.
    pub rows: u64,
    /// The rows it has.
    pub of: u64,
    /// The same for all files together.
    pub all_rows: u64,
    /// The rows all files have.
    pub all_of: u64,
}

/// Why an import did not come to its end. What was imported before stays, and running it again completes it.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The export cannot be read.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// There is no such profile, or it cannot be used.
    #[error("{0}")]
    Profile(String),
    /// It cannot be stored.
    #[error("the import stopped: {0}; run it again once this is put right, it goes on where it stopped")]
    Store(#[from] app::Error),
    /// Somebody asked it to stop.
    #[error("the import was stopped; what it stored stays, run it again and it completes the rest")]
    Stopped,
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
    run_until(app, ctx, folder, profile, dry_run, Watch { progress, stop: &|| false })
}

/// Who looks on while an import runs.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Is told how far it is: at the beginning and the end of every file, and after every batch.
    pub progress: &'a dyn Fn(Progress<'_>),
    /// Is asked before every batch whether to stop.
    pub stop: &'a dyn Fn() -> bool,
}

impl std::fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch").finish_non_exhaustive()
    }
}

/// The same, until it is asked to stop: it then ends between two batches.
///
/// # Errors
/// [`ImportError`]; the run is then marked as failed or stopped, if the database still answers.
pub fn run_until(
    app: &App,
    ctx: &Ctx,
    folder: &Path,
    profile: &Profile,
    dry_run: bool,
    watch: Watch<'_>,
) -> Result<ImportReport, ImportError> {
    let reader = Reader::open(folder, profile)?;
    let importer = begin(app, ctx, profile.name(), &folder.display().to_string(), dry_run)?;
    carry_out(&reader, importer, watch)
}

/// Carries out a run that was asked for before, in the same way.
///
/// # Errors
/// [`ImportError`]; the run is then marked as failed or stopped, if the database still answers.
pub fn run_asked(
    importer: Importer,
    folder: &Path,
    profile: &str,
    watch: Watch<'_>,
) -> Result<ImportReport, ImportError> {
    let opened =
        profile_named(profile).and_then(|profile| Reader::open(folder, &profile).map_err(ImportError::from));
    match opened {
        Ok(reader) => carry_out(&reader, importer, watch),
        Err(error) => {
            importer.fail(&error.to_string())?;
            Err(error)
        }
    }
}

/// A profile by its name: the shipped one, or a file `profiles/<name>.toml`.
///
/// # Errors
/// [`ImportError::Profile`] says what is wrong with it.
pub fn profile_named(name: &str) -> Result<Profile, ImportError> {
    if name == "nav-it" {
        return Profile::nav_it().map_err(|error| ImportError::Profile(error.to_string()));
    }
    let path = Path::new("profiles").join(format!("{name}.toml"));
    let text = std::fs::read_to_string(&path).map_err(|error| {
        let path = path.display();
        ImportError::Profile(format!("there is no profile {name}: {path} cannot be read: {error}"))
    })?;
    Profile::from_toml(&text).map_err(|error| ImportError::Profile(format!("{}: {error}", path.display())))
}

fn carry_out(reader: &Reader, mut importer: Importer, watch: Watch<'_>) -> Result<ImportReport, ImportError> {
    let today = importer.today();
    match every_file(reader, today, &mut importer, watch) {
        Ok(report) => {
            importer.finish(&report)?;
            Ok(report)
        }
        Err(error) => {
            let written = match &error {
                ImportError::Stopped => importer.stopped(),
                other => importer.fail(&other.to_string()),
            };
            if let Err(second) = written {
                tracing::error!(%second, "the end of an import could not be written down");
            }
            Err(error)
        }
    }
}

fn every_file(
    reader: &Reader,
    today: Date,
    importer: &mut Importer,
    watch: Watch<'_>,
) -> Result<ImportReport, ImportError> {
    let mut pass = reader.pass(today);
    let mut report = ImportReport::default();
    let counted: Vec<u64> =
        Table::ALL.iter().map(|table| reader.count_rows(*table)).collect::<Result<_, _>>()?;
    let all_of = counted.iter().sum();
    let mut before = 0;
    for (table, of) in Table::ALL.iter().zip(counted) {
        let file = reader.file_name(*table).to_owned();
        importer.file(&file);
        let far = |rows: u64| {
            let rows = rows.min(of);
            (watch.progress)(Progress { file: &file, rows, of, all_rows: before + rows, all_of });
        };
        far(0);
        let mut run = FileRun { reader, importer, progress: &far, stop: watch.stop };
        let done = one_file(*table, &mut pass, &mut run)?;
        far(of);
        before += of;
        if *table == Table::Contracts {
            importer.index(watch.stop)?;
        }
        importer.note(&file, &done.refused, &done.warned)?;
        report.files.push((file, done));
    }
    Ok(report)
}

/// The storing of one file.
struct FileRun<'a> {
    reader: &'a Reader,
    importer: &'a mut Importer,
    progress: &'a dyn Fn(u64),
    stop: &'a dyn Fn() -> bool,
}

fn one_file(table: Table, pass: &mut Pass<'_>, run: &mut FileRun<'_>) -> Result<FileReport, ImportError> {
    match table {
        Table::Customers => store(pass.customers()?, run, Importer::customers),
        Table::SupplyPoints => store(pass.supply_points()?, run, Importer::supply_points),
        Table::Meters => store(pass.meters()?, run, Importer::meters),
        Table::Contracts => store(pass.contracts()?, run, Importer::contracts),
        Table::Readings => store(pass.readings()?, run, Importer::readings),
        Table::Bills => store(pass.bills()?, run, Importer::bills),
        Table::Payments => store(pass.payments()?, run, Importer::payments),
        Table::Mandates => store(pass.mandates()?, run, Importer::mandates),
    }
}

type Apply<T> = fn(&mut Importer, Vec<T>) -> Result<Stored, app::Error>;

/// Accepted rows that are stored together, with their numbers in the file.
struct Piece<T> {
    rows: Vec<u64>,
    records: Vec<T>,
}

impl<T> Piece<T> {
    fn new() -> Self {
        Self { rows: Vec::with_capacity(BATCH), records: Vec::with_capacity(BATCH) }
    }
}

/// Stores the rows of a file while a second thread reads them.
fn store<T: Send>(
    rows: Rows<'_, T>,
    run: &mut FileRun<'_>,
    apply: Apply<T>,
) -> Result<FileReport, ImportError> {
    std::thread::scope(|scope| {
        let (sender, pieces) = sync_channel(AHEAD);
        let reading = scope.spawn(move || read(rows, &sender));
        let stored = store_pieces(pieces, run, apply);
        let report = reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let (counts, warnings) = stored?;
        let mut report = report?;
        report.changed = counts.changed;
        report.unchanged = counts.unchanged;
        if !warnings.is_empty() {
            report.warned.extend(warnings);
            report.warned.sort_by_key(|warning| warning.row);
        }
        Ok(report)
    })
}

fn read<T>(rows: Rows<'_, T>, pieces: &SyncSender<Piece<T>>) -> Result<FileReport, FormatError> {
    let mut report = FileReport::default();
    let mut piece = Piece::new();
    for row in rows {
        let row = row?;
        let number = row.number;
        let Some(record) = report.take(row) else { continue };
        piece.rows.push(number);
        piece.records.push(record);
        if piece.rows.len() == BATCH && pieces.send(std::mem::replace(&mut piece, Piece::new())).is_err() {
            // Storing failed or was stopped, and says why.
            return Ok(report);
        }
    }
    if !piece.rows.is_empty() {
        let _ = pieces.send(piece);
    }
    Ok(report)
}

/// Takes the channel itself, so that the reading thread stops when storing ends early.
fn store_pieces<T>(
    pieces: Receiver<Piece<T>>,
    run: &mut FileRun<'_>,
    apply: Apply<T>,
) -> Result<(Counts, Vec<Refusal>), ImportError> {
    let (mut counts, mut warnings) = (Counts::default(), Vec::new());
    for piece in pieces {
        if (run.stop)() {
            return Err(ImportError::Stopped);
        }
        let done = piece.rows.last().copied().unwrap_or(0);
        let stored = apply(run.importer, piece.records)?;
        counts += stored.counts;
        for (index, finding) in &stored.findings {
            let row = piece.rows.get(*index).copied().unwrap_or(0);
            warnings.push(run.reader.finding(row, finding));
        }
        (run.progress)(done);
    }
    if (run.stop)() { Err(ImportError::Stopped) } else { Ok((counts, warnings)) }
}
