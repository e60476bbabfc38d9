//! `sportello import`.

use std::{
    io::Write,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use connectors::billing_export::Profile;
use domain::import::ImportReport;
use kernel::Lang;

use crate::{failure::Failure, output, settings::Settings, wiring};

/// A profile by its name: the shipped one, or a file `profiles/<name>.toml`.
pub fn profile(name: &str) -> Result<Profile, Failure> {
    jobs::import::profile_named(name).map_err(|error| Failure::new(error.to_string()))
}

/// Imports a folder and prints what came of each file.
pub async fn run(
    settings: Settings,
    folder: &Path,
    profile_name: &str,
    dry_run: bool,
    report_file: Option<&Path>,
    json: bool,
) -> Result<(), Failure> {
    let profile = profile(profile_name)?;
    // Hours of work must not end with a report that cannot be written.
    let report_file = report_file.map(ReportFile::open).transpose()?;
    let app = wiring::open_app(&settings).await?;
    let folder = folder.to_owned();
    let stopping = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stopping);
    tokio::spawn(async move {
        wiring::asked_to_stop().await;
        asked.store(true, Ordering::Relaxed);
    });
    let work = tokio::task::spawn_blocking(move || {
        let progress = output::Progress::new(json);
        let ctx = app.system("import");
        let watch = jobs::import::Watch {
            progress: &|at| {
                let all = (at.all_rows, at.all_of);
                progress.at(output::Far { what: at.file, done: at.rows, of: at.of, all });
            },
            stop: &|| stopping.load(Ordering::Relaxed),
        };
        let report = jobs::import::run_until(&app, &ctx, &folder, &profile, dry_run, watch);
        progress.done();
        report
    });
    let report = work.await.map_err(|error| Failure::new(error.to_string()))?;
    let report = report.map_err(|error| Failure::new(error.to_string()))?;
    if let Some(file) = report_file {
        file.write(&serde_json::to_string_pretty(&report.in_language(Lang::It)).unwrap_or_default())?;
    }
    show(&report, dry_run, json);
    Ok(())
}

/// The file of the report, opened before the import begins. What it held stays until there is a report.
struct ReportFile {
    path: PathBuf,
    file: std::fs::File,
}

impl ReportFile {
    fn open(path: &Path) -> Result<Self, Failure> {
        let mut options = std::fs::OpenOptions::new();
        match options.write(true).create(true).truncate(false).open(path) {
            Ok(file) => Ok(Self { path: path.to_owned(), file }),
            Err(error) => Err(unwritable(path, &error)),
        }
    }

    fn write(mut self, text: &str) -> Result<(), Failure> {
        let written = self.file.set_len(0).and_then(|()| self.file.write_all(text.as_bytes()));
        written.map_err(|error| unwritable(&self.path, &error))
    }
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::while_doing(&format!("the report {} cannot be written", path.display()), error)
}

fn show(report: &ImportReport, dry_run: bool, json: bool) {
    if json {
        output::json(&report.in_language(Lang::It));
        return;
    }
    if dry_run {
        output::line("dry run: nothing was written");
    }
    output::line("file\trows\taccepted\tchanged\tunchanged\trefused\twarned");
    for (name, file) in &report.files {
        output::line(format!(
            "{name}\t{}\t{}\t{}\t{}\t{}\t{}",
            file.rows,
            file.accepted,
            file.changed,
            file.unchanged,
            file.refused.len(),
            file.warned.len()
        ));
    }
}
