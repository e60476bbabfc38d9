//! Measures an import: invents an export and imports it twice.
//! `cargo run --release -p sportello-jobs --example import_speed -- 20000 sqlite:/tmp/speed.db` (or a `postgres://…`
//! address of an empty database).

use std::error::Error;
use std::sync::Arc;
use std::time::Instant;

use app::{App, Settings};
use connectors::billing_export::Profile;
use connectors::demo::{GenerateOptions, generate};
use kernel::{Date, RandomIds, SystemClock};
use store::Db;
use store::db::Options;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let customers = arguments.next().ok_or("how many customers?")?.parse()?;
    let url = arguments.next().ok_or("which database?")?.parse()?;
    let folder = std::env::temp_dir().join(format!("sportello-speed-{customers}"));
    let options = GenerateOptions { customers, seed: 1, today: Date::constant(2026, 11, 20), broken: false };
    let started = Instant::now();
    let generated = generate(&options, &folder, &mut |_| {})?;
    let rows: u64 = generated.files.iter().map(|(_, rows)| rows).sum();
    println!("invented {rows} rows in {:.1} s", started.elapsed().as_secs_f64());
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let db = runtime.block_on(async {
        let db = Db::open(&url, &Options { create: true, ..Options::default() }).await?;
        db.migrate().await?;
        Ok::<_, store::DbError>(db)
    })?;
    let app = App::new(db, Arc::new(SystemClock), Arc::new(RandomIds::default()), Settings::default());
    for (name, dry_run) in [("dry run", true), ("first run", false), ("second run", false)] {
        let started = Instant::now();
        let file = std::cell::RefCell::new((String::new(), Instant::now(), 0));
        let report = jobs::import::run(
            &app,
            &app.system("import"),
            &folder,
            &Profile::nav_it()?,
            dry_run,
            &|progress| {
                let mut last = file.borrow_mut();
                if last.0 != progress.file {
                    if !last.0.is_empty() {
                        println!("  {} {} rows, {:.1} s", last.0, last.2, last.1.elapsed().as_secs_f64());
                    }
                    *last = (progress.file.to_owned(), Instant::now(), 0);
                }
                last.2 = progress.rows;
            },
        )?;
        let written: u64 = report.files.iter().map(|(_, file)| file.accepted - file.unchanged).sum();
        let spent = started.elapsed().as_secs_f64();
        println!("{name}: {spent:.1} s, {:.0} rows/s, {written} rows written", rows as f64 / spent);
    }
    Ok(())
}
