//! Two hundred procedures at the start of the program: the shipped ones under other codes, read until all can be offered.

use std::time::Instant as Stopwatch;

use app::App;
use db::{DatabaseUrl, Engine, testing::Template};
use procedures::{Files, files_hash, read, shipped};
use serde_json::Value as Json;
use store::cases::process::{self, Bundle};

use super::{
    figures::{Times, put},
    load::clear,
    on,
};
use crate::{failure::Failure, settings::Settings, wiring};

/// How many procedures a large utility has.
const PACKS: usize = 200;

/// Starts so many times in a database of its own.
pub async fn run(settings: &Settings, n: usize) -> Result<Json, Failure> {
    std::fs::create_dir_all(&settings.data)?;
    match settings.database.engine() {
        Engine::Sqlite => {
            let file = settings.data.join("bench-packs.db");
            clear(&file);
            let own = Settings { database: DatabaseUrl::sqlite(&file), ..settings.clone() };
            let db = wiring::open(&own, true).await?;
            db.migrate().await?;
            let line = starts(&db, &own, n).await;
            clear(&file);
            line
        }
        Engine::Postgres => {
            let own = Template::postgres(&settings.database).await?.into_fresh().await?;
            starts(&own.db.clone(), settings, n).await
        }
    }
}

async fn starts(db: &db::Db, settings: &Settings, n: usize) -> Result<Json, Failure> {
    let app = wiring::app(db.clone(), settings)?;
    publish(&app).await?;
    let mut times = Times::default();
    for _ in 0..n {
        let began = Stopwatch::now();
        // What was read is kept with the operations; new ones have read nothing yet.
        let fresh = wiring::app(db.clone(), settings)?;
        let offered = app::processes::list_procedures(&fresh, &fresh.system("bench")).await?.len();
        times.since(began);
        if offered != PACKS {
            return Err(Failure::new(format!("{offered} procedures are offered instead of {PACKS}")));
        }
    }
    let mut line = times.line("packs", &on(&app).await?);
    put(&mut line, "packs", PACKS);
    Ok(line)
}

/// The shipped packs in turn, each under a code of its own and started by no digit. They are proved under their own code.
async fn publish(app: &App) -> Result<(), Failure> {
    let ctx = app.system("bench");
    let mut bundles = Vec::new();
    for (number, (code, files)) in shipped().into_iter().cycle().take(PACKS).enumerate() {
        let files = under_another_code(files, code, &format!("Q{number:02X}"));
        let pack = read(&files).map_err(|defects| defective(&defects))?;
        let text = serde_json::to_string(&files).map_err(|error| Failure::new(error.to_string()))?;
        bundles.push(Bundle { procedure: pack.code, version: 1, hash: files_hash(&files), files: text });
    }
    let written = app.db.write("bench-publish", move |tx| {
        bundles.iter().try_for_each(|bundle| process::publish(tx, &ctx, bundle))
    });
    Ok(written.await?)
}

fn defective(defects: &[procedures::Defect]) -> Failure {
    let list: Vec<String> = defects.iter().map(ToString::to_string).collect();
    Failure::new(format!("a shipped pack cannot be read under another code: {}", list.join("; ")))
}

fn under_another_code(mut files: Files, code: &str, other: &str) -> Files {
    if let Some(manifest) = files.get_mut("procedure.toml") {
        let lines = manifest.lines().filter(|line| !line.trim_start().starts_with("digit"));
        let named =
            |line: &str| line.replacen(&format!("code = \"{code}\""), &format!("code = \"{other}\""), 1);
        *manifest = lines.map(named).collect::<Vec<_>>().join("\n");
    }
    files
}
