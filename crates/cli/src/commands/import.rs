//! `sportello import`.

use std::path::Path;

use connectors::billing_export::Profile;
use domain::import::ImportReport;
use kernel::Lang;

use crate::{failure::Failure, output, settings::Settings, wiring};

/// A profile by its name: the shipped one, or a file `profiles/<name>.toml`.
pub fn profile(name: &str) -> Result<Profile, Failure> {
    if name == "nav-it" {
        return Profile::nav_it().map_err(|error| Failure::new(error.to_string()));
    }
    let path = Path::new("profiles").join(format!("{name}.toml"));
    let text = std::fs::read_to_string(&path).map_err(|error| {
        Failure::while_doing(&format!("there is no profile {name}: {} cannot be read", path.display()), error)
    })?;
    Profile::from_toml(&text).map_err(|error| Failure::while_doing(&path.display().to_string(), error))
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
    let app = wiring::open_app(&settings).await?;
    let folder = folder.to_owned();
    let work = tokio::task::spawn_blocking(move || {
        let progress = output::Progress::new(json);
        let ctx = app.system("import");
        let report =
            jobs::import::run(&app, &ctx, &folder, &profile, dry_run, &|at| progress.at(at.file, at.rows));
        progress.done();
        report
    });
    let report = work.await.map_err(|error| Failure::new(error.to_string()))?;
    let report = report.map_err(|error| Failure::new(error.to_string()))?;
    if let Some(file) = report_file {
        let text = serde_json::to_string_pretty(&report.in_language(Lang::It)).unwrap_or_default();
        std::fs::write(file, text)
            .map_err(|error| Failure::while_doing(&format!("{} cannot be written", file.display()), error))?;
    }
    show(&report, dry_run, json);
    Ok(())
}

fn show(report: &ImportReport, dry_run: bool, json: bool) {
    if json {
        output::json(&report.in_language(Lang::It));
        return;
    }
    if dry_run {
        output::line("dry run: nothing was kept");
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
