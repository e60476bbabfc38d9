//! Preparing a database, and the import as a measure.

use std::{path::Path, time::Instant as Stopwatch};

use app::App;
use connectors::{
    billing_export::Profile,
    demo::{GenerateOptions, generate},
};
use db::{DatabaseUrl, Engine, testing::Template};
use kernel::{Clock, SystemClock};
use serde_json::{Value as Json, json};

use super::{
    figures::{Times, put},
    on,
};
use crate::{
    commands::demo::{self, Standing},
    failure::Failure,
    settings::Settings,
    wiring,
};

/// Makes the schema, imports an invented export, adds the demo accounts and the cases of some years, gathers statistics.
/// What was prepared before is left as it is; cases are added until there are as many as asked for.
pub async fn load(settings: &Settings, customers: u64, cases: u64) -> Result<Json, Failure> {
    let db = wiring::open(settings, true).await?;
    db.migrate().await?;
    let app = wiring::app(db, settings)?;
    app::processes::publish_shipped(&app, &app.system("bench")).await?;
    let standing = demo::standing(&app).await?;
    let mut times = Times::default();
    let began = Stopwatch::now();
    match standing {
        Standing::InUse => return Err(Failure::new("this database is in use already; name an empty one")),
        Standing::Loaded => {}
        Standing::Empty | Standing::HalfLoaded => {
            demo::load(&app, settings, customers).await?;
            // The planner knows the tables before their rows are joined.
            app.db.analyze().await?;
        }
    }
    let before = super::cases::fill(&app, cases).await?;
    let new = standing != Standing::Loaded || before < cases;
    if new {
        app.db.analyze().await?;
        times.since(began);
    }
    let on = on(&app).await?;
    let loaded = if times.len() == 0 { 0 } else { usize::try_from(on.customers).unwrap_or(0) };
    let mut line = times.line_of("load", &on, loaded);
    put(&mut line, "loaded_before", json!(!new));
    put(&mut line, "cases", json!(app.db.read("bench-cases", store::cases::counts::all).await?));
    Ok(line)
}

/// Writes an invented export and imports it twice into a database of its own: the first time it is new, the second time
/// nothing changes. A line for each; the times are those of one batch of rows.
pub async fn import(settings: &Settings, customers: u64) -> Result<Vec<Json>, Failure> {
    std::fs::create_dir_all(&settings.data)?;
    match settings.database.engine() {
        Engine::Sqlite => {
            let file = settings.data.join("bench-import.db");
            clear(&file);
            let own = Settings { database: DatabaseUrl::sqlite(&file), ..settings.clone() };
            let db = wiring::open(&own, true).await?;
            db.migrate().await?;
            let lines = twice(wiring::app(db, &own)?, &settings.data, customers).await;
            clear(&file);
            lines
        }
        Engine::Postgres => {
            let own = Template::postgres(&settings.database).await?.into_fresh().await?;
            twice(wiring::app(own.db.clone(), settings)?, &settings.data, customers).await
        }
    }
}

/// Removes the file of an earlier run, with what the engine keeps beside it.
pub(super) fn clear(file: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
    }
}

async fn twice(app: App, data: &Path, customers: u64) -> Result<Vec<Json>, Failure> {
    let folder = data.join("bench-export");
    let (today, importing) = (SystemClock.today(), app.clone());
    let work = tokio::task::spawn_blocking(move || -> Result<Vec<(usize, Times)>, Failure> {
        generate(&GenerateOptions { customers, seed: 7, today, broken: false }, &folder, &mut |_| ())?;
        let profile = Profile::nav_it().map_err(|error| Failure::new(error.to_string()))?;
        let ctx = importing.system("bench");
        let mut runs = Vec::new();
        for _ in 0..2 {
            let batches = std::cell::RefCell::new((Times::default(), Stopwatch::now()));
            let report = jobs::import::run(&importing, &ctx, &folder, &profile, false, &|_| {
                let (times, began) = &mut *batches.borrow_mut();
                times.since(*began);
                *began = Stopwatch::now();
            })
            .map_err(|error| Failure::new(error.to_string()))?;
            let rows: u64 = report.files.iter().map(|(_, file)| file.rows).sum();
            runs.push((usize::try_from(rows).unwrap_or(usize::MAX), batches.into_inner().0));
        }
        std::fs::remove_dir_all(&folder)?;
        Ok(runs)
    });
    let runs = work.await.map_err(|error| Failure::new(error.to_string()))??;
    let on = on(&app).await?;
    let names = ["import", "import_again"];
    Ok(names.into_iter().zip(runs).map(|(name, (rows, times))| times.line_of(name, &on, rows)).collect())
}
