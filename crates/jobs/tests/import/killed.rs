//! A program that dies in the middle of an import.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;

use app::{App, Settings};
use connectors::billing_export::Profile;
use connectors::demo::{GenerateOptions, generate};
use kernel::{Date, FixedClock, RandomIds};
use store::Db;
use store::db::Options;

use super::engines::places;

const FOLDER: &str = "SPORTELLO_TEST_IMPORT_FOLDER";
const DATABASE: &str = "SPORTELLO_TEST_IMPORT_DATABASE";

#[expect(clippy::disallowed_methods, reason = "how a test tells its own child what to do")]
fn told(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Not a test by itself: the program that is killed.
#[test]
fn child_that_imports() {
    let (Some(folder), Some(database)) = (told(FOLDER), told(DATABASE)) else { return };
    let clock = Arc::new(FixedClock::at("2026-11-20T09:00:00+01:00".parse().unwrap()));
    let (database, options) = (database.parse().unwrap(), Options::default());
    let db = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
        .block_on(Db::open(&database, &options))
        .unwrap();
    // Ids of its own: two programs never make the same.
    let app = App::new(db, clock, Arc::new(RandomIds::default()), Settings::default());
    let ctx = app.system("import");
    let folder = PathBuf::from(folder);
    jobs::import::run(&app, &ctx, &folder, &Profile::nav_it().unwrap(), false, &|progress| {
        eprintln!("{} {}", progress.file, progress.rows)
    })
    .unwrap();
}

#[test]
fn an_import_that_was_killed_is_completed_by_running_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let options =
        GenerateOptions { customers: 300, seed: 3, today: Date::constant(2026, 11, 20), broken: false };
    generate(&options, folder.path(), &mut |_| {}).unwrap();
    let (whole, killed) = (places(), places());
    for (whole, killed) in whole.iter().zip(&killed) {
        whole.import(folder.path(), false);
        for last_words in ["contratti.csv", "letture.csv 2000", "fatture.csv 2000", "pagamenti.csv"] {
            kill_at(last_words, killed, folder.path());
            let runs = "SELECT COUNT(*) AS n FROM import_run WHERE state = 'running'";
            assert_eq!(killed.one(runs), "1", "the dead run still looks alive");
            killed.clock.advance(120);
            killed
                .app
                .db
                .write_blocking("test", |tx| {
                    store::registry::import::run::interrupt(tx, "2027-01-01T00:00:00Z".parse().unwrap())
                })
                .unwrap();
            assert_eq!(killed.one(runs), "0");
        }
        killed.import(folder.path(), false);
        for (sql, rows) in whole.registry() {
            assert!(killed.registry()[sql] == rows, "nothing is lost and nothing is there twice: {sql}");
        }
    }
}

/// Starts the child on the database of a place and kills it at a line of its progress.
fn kill_at(last_words: &str, place: &super::engines::Place, folder: &std::path::Path) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::child_that_imports", "--nocapture"])
        .env(FOLDER, folder)
        .env(DATABASE, place.address())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let met = lines.map_while(Result::ok).any(|line| line.starts_with(last_words));
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(met, "the child came to {last_words}");
}
