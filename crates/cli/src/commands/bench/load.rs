//! Preparing a database, and the import as a measure.

use std::time::Instant as Stopwatch;

use connectors::{
    billing_export::Profile,
    demo::{GenerateOptions, generate},
};
use kernel::{Clock, SystemClock};
use serde_json::{Value as Json, json};

use super::{
    base,
    figures::{self, put},
};
use crate::{commands::demo, failure::Failure, output, settings::Settings, wiring};

/// Makes the schema, imports an invented export, adds the demo accounts, gathers statistics.
pub async fn load(settings: &Settings, customers: u64) -> Result<Json, Failure> {
    let db = wiring::open(settings, true).await?;
    db.migrate().await?;
    let app = wiring::app(db, settings);
    app::processes::publish_shipped(&app, &app.system("bench")).await?;
    if demo::is_filled(&app).await? {
        return Err(Failure::new("this database is filled already; name an empty one"));
    }
    let began = Stopwatch::now();
    demo::load(&app, settings, customers).await?;
    app.db.analyze().await?;
    let mut line = base(&app, "load").await?;
    put(&mut line, "seconds", json!(began.elapsed().as_secs_f64().round()));
    Ok(line)
}

/// Writes an invented export and imports it twice: the first time it is new, the second time nothing changes.
pub async fn import(settings: &Settings, customers: u64) -> Result<Json, Failure> {
    let db = wiring::open(settings, true).await?;
    db.migrate().await?;
    let app = wiring::app(db, settings);
    let folder = settings.data.join("bench-export");
    let today = SystemClock.today();
    let importing = app.clone();
    let work = tokio::task::spawn_blocking(move || -> Result<(u64, f64, f64), Failure> {
        generate(&GenerateOptions { customers, seed: 7, today, broken: false }, &folder, &mut |_| ())?;
        let profile = Profile::nav_it().map_err(|error| Failure::new(error.to_string()))?;
        let ctx = importing.system("bench");
        let progress = output::Progress::new(true);
        let mut seconds = [0.0; 2];
        let mut rows = 0;
        for second in &mut seconds {
            let began = Stopwatch::now();
            let report = jobs::import::run(&importing, &ctx, &folder, &profile, false, &|at| {
                progress.at(at.file, at.rows)
            })
            .map_err(|error| Failure::new(error.to_string()))?;
            *second = began.elapsed().as_secs_f64();
            rows = report.files.iter().map(|(_, file)| file.rows).sum();
        }
        std::fs::remove_dir_all(&folder)?;
        let [first, second] = seconds;
        Ok((rows, first, second))
    });
    let (rows, first, second) = work.await.map_err(|error| Failure::new(error.to_string()))??;
    let mut line = base(&app, "import").await?;
    let counted = usize::try_from(rows).unwrap_or(usize::MAX);
    put(&mut line, "n", json!(rows));
    put(&mut line, "seconds", json!(first.round()));
    put(&mut line, "per_second", json!(figures::per_second(counted, first)));
    put(&mut line, "second_run_seconds", json!(second.round()));
    Ok(line)
}
