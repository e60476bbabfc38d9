//! The program with files: imports that are stopped, reports, copies put back, papers checked.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected should panic, also in the functions the tests share"
)]

use std::{
    path::Path,
    process::{Command, Output, Stdio},
    sync::Arc,
};

use db::{DatabaseUrl, Db, Options};
use kernel::{CountedIds, FixedClock};
use store::{Ctx, cases::document};

/// Runs the program in a folder.
fn sportello(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
    command.current_dir(folder).args(arguments).output().unwrap()
}

fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = sportello(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Runs the program, which must fail with status 1; gives its sentence.
fn refused(folder: &Path, arguments: &[&str]) -> String {
    let output = sportello(folder, arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

/// An open database of a folder.
fn open(file: &Path) -> Db {
    let options = Options { readers: 1, ..Options::default() };
    wait(Db::open(&DatabaseUrl::sqlite(file), &options)).unwrap()
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

fn number(db: &Db, sql: &'static str) -> i64 {
    db.read_blocking("number", move |tx| {
        tx.query_sql("number", sql, &[])?.first().map_or(Ok(-1), |row| row.at(0))
    })
    .unwrap()
}

const PARTIES: &str = "SELECT COUNT(*) FROM party";

/// A folder with a migrated database `own.db` and an invented export.
fn folder(customers: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["migrate", "--database", "sqlite:own.db"]);
    done(folder.path(), &["demo", "generate", "--customers", customers, "--out", "export"]);
    folder
}

#[test]
fn ctrl_c_stops_an_import_and_running_it_again_completes_it() {
    let folder = folder("3000");
    let import = ["import", "export", "--database", "sqlite:own.db"];
    let child = Command::new(env!("CARGO_BIN_EXE_sportello"))
        .current_dir(folder.path())
        .args(import)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let db = open(&folder.path().join("own.db"));
    while number(&db, PARTIES) == 0 {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let signal = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(signal.success());
    let output = child.wait_with_output().unwrap();
    let sentence = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{sentence}");
    assert!(sentence.contains("was stopped") && sentence.contains("run it again"), "{sentence}");
    assert_eq!(number(&db, "SELECT COUNT(*) FROM import_run WHERE state = 'stopped'"), 1);
    done(folder.path(), &import);
    assert_eq!(number(&db, PARTIES), 3000);
    assert_eq!(number(&db, "SELECT COUNT(*) FROM import_run WHERE state = 'done'"), 1);
}

#[test]
fn without_a_terminal_an_import_says_each_file_it_begins_and_each_ten_thousand_rows() {
    let folder = folder("600");
    let output = sportello(folder.path(), &["import", "export", "--database", "sqlite:own.db"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    let far: Vec<(&str, u64, u64)> = said
        .lines()
        .filter_map(|line| {
            let (file, numbers) = line.split_once(": ")?;
            let (done, of) = numbers.split_once(" of ")?;
            Some((file, done.parse().ok()?, of.parse().ok()?))
        })
        .collect();
    let begun: Vec<&str> = far.iter().filter(|(_, done, _)| *done == 0).map(|(file, ..)| *file).collect();
    assert_eq!(begun.len(), 8, "{said}");
    assert_eq!(far.first(), Some(&("clienti.csv", 0, 600)), "{said}");
    for (file, done, of) in far.iter().filter(|(_, done, _)| *done > 0) {
        assert!((10_000..=*of).contains(done), "{file}: {said}");
    }
    assert!(
        far.iter().any(|(_, done, _)| *done >= 10_000),
        "an export of 600 has a file of ten thousand: {said}"
    );

    let again = sportello(folder.path(), &["import", "export", "--database", "sqlite:own.db", "--json"]);
    assert_eq!(String::from_utf8(again.stderr).unwrap(), "", "whoever wants JSON wants nothing else");
}

#[test]
fn a_report_that_cannot_be_written_is_said_before_the_import_begins() {
    let folder = folder("20");
    let import = |report| ["import", "export", "--database", "sqlite:own.db", "--report", report];
    let sentence = refused(folder.path(), &import("nowhere/report.json"));
    assert!(sentence.contains("nowhere/report.json cannot be written"), "{sentence}");
    assert_eq!(number(&open(&folder.path().join("own.db")), "SELECT COUNT(*) FROM import_run"), 0);
    std::fs::write(folder.path().join("report.json"), " ".repeat(100_000)).unwrap();
    done(folder.path(), &import("report.json"));
    let report = std::fs::read(folder.path().join("report.json")).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
    assert_eq!(report["files"]["clienti.csv"]["accepted"], 20);
}

#[test]
fn a_copy_is_put_back_where_the_settings_say_and_what_was_there_is_kept() {
    let folder = folder("20");
    let at = |name: &str| folder.path().join(name);
    done(folder.path(), &["backup", "empty.db", "--database", "sqlite:own.db"]);
    done(folder.path(), &["import", "export", "--database", "sqlite:own.db"]);
    let copy = std::fs::read(at("empty.db")).unwrap();
    let restore = ["restore", "empty.db", "--database", "sqlite:own.db"];

    let user = open(&at("own.db"));
    let sentence = refused(folder.path(), &restore);
    assert!(sentence.contains("own.db is in use"), "{sentence}");
    assert_eq!(number(&user, PARTIES), 20);
    drop(user);

    for (kept, parties) in [("own.db.before-restore", 20), ("own.db.before-restore-2", 0)] {
        let said = done(folder.path(), &restore);
        assert!(
            said.contains("own.db is verified and in place") && said.lines().any(|line| line.ends_with(kept)),
            "{said}"
        );
        assert_eq!(number(&open(&at("own.db")), PARTIES), 0);
        assert_eq!(number(&open(&at(kept)), PARTIES), parties);
    }
    assert_eq!(std::fs::read(at("empty.db")).unwrap(), copy, "the copy itself is only read");
    assert!(!at("sportello-data/sportello.db").exists() && !at("own.db.restoring").exists());
    done(folder.path(), &["check", "--database", "sqlite:own.db"]);
    done(folder.path(), &["restore", "empty.db", "--database", "sqlite:new/place.db"]);
    assert_eq!(number(&open(&at("new/place.db")), PARTIES), 0);
}

#[test]
fn what_is_no_sound_copy_is_refused_and_nothing_is_changed() {
    let folder = folder("200");
    let at = |name: &str| folder.path().join(name);
    done(folder.path(), &["import", "export", "--database", "sqlite:own.db"]);
    done(folder.path(), &["backup", "good.db", "--database", "sqlite:own.db"]);
    let good = std::fs::read(at("good.db")).unwrap();
    let mut damaged = good.clone();
    let half = damaged.len() / 2;
    damaged[half..half + 20_000].fill(0x5a);
    std::fs::write(at("damaged.db"), &damaged).unwrap();
    std::fs::write(at("short.db"), &good[..half]).unwrap();
    std::fs::write(at("text.db"), "no database at all\n".repeat(1000)).unwrap();
    std::fs::write(at("log.db"), &good).unwrap();
    std::fs::write(at("log.db-wal"), "x").unwrap();
    let (url, options) =
        (DatabaseUrl::sqlite(at("other.db")), Options { create: true, ..Options::default() });
    drop(wait(Db::open(&url, &options)).unwrap());
    for (file, part) in [
        ("damaged.db", "no sound copy"),
        ("short.db", "no sound copy"),
        ("text.db", "no sound copy"),
        ("log.db", "sportello backup"),
        ("other.db", "no database of Sportello"),
        ("absent.db", "there is no file"),
        ("own.db", "the database itself"),
    ] {
        let sentence = refused(folder.path(), &["restore", file, "--database", "sqlite:own.db"]);
        assert!(sentence.contains(part), "{file}: {sentence}");
        assert_eq!(sentence.lines().count(), 1, "{sentence}");
        assert!(!at("own.db.before-restore").exists() && !at("own.db.restoring").exists(), "{file}");
    }
    assert_eq!(number(&open(&at("own.db")), PARTIES), 200);
}

#[test]
fn a_postgresql_server_that_is_not_there_is_said_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("copy.dump"), "x").unwrap();
    for (command, file) in [("backup", "x.dump"), ("restore", "copy.dump")] {
        let sentence =
            refused(folder.path(), &[command, file, "--database", "postgres://nobody@127.0.0.1:1/none"]);
        assert!(sentence.contains("none") && sentence.lines().count() == 1, "{sentence}");
    }
    assert!(!folder.path().join("x.dump").exists());
}

/// A migrated database of its own on the PostgreSQL of the tests, and its address with whatever it needs.
async fn server_database(suite: &str) -> Option<(db::testing::Fresh, String)> {
    let server = suites::postgres(suite)?;
    let tools = ["pg_dump", "pg_restore"].iter().all(|program| suites::has_program(suite, program));
    if !tools {
        return None;
    }
    let template = db::testing::Template::shared_postgres(&server.parse().unwrap()).await.unwrap();
    let fresh = template.fresh().await.unwrap();
    let name = fresh.url.database().unwrap().to_owned();
    let (base, _) = server.rsplit_once('/').unwrap();
    Some((fresh, format!("{base}/{name}")))
}

async fn count(db: &Db, sql: &'static str) -> i64 {
    let rows = db.read("number", move |tx| tx.query_sql("number", sql, &[])).await.unwrap();
    rows.first().unwrap().at(0).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_postgresql_database_is_saved_while_in_use_and_put_back_with_what_was_there_kept() {
    let Some((fresh, url)) = server_database("copies of a database").await else { return };
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let address = ["--database", url.as_str()];
    let with = |words: &[&'static str]| -> Vec<&str> { [words, &address[..]].concat() };
    done(folder.path(), &["demo", "generate", "--customers", "20", "--out", "export"]);
    done(folder.path(), &with(&["import", "export"]));

    // Somebody has it open: saving works, putting back does not.
    assert_eq!(count(&fresh.db, PARTIES).await, 20);
    let said = done(folder.path(), &with(&["backup", "copy.dump"]));
    assert!(said.contains("copy.dump written and verified"), "{said}");
    assert!(std::fs::read(at("copy.dump")).unwrap().starts_with(b"PGDMP"));
    assert!(refused(folder.path(), &with(&["backup", "copy.dump"])).contains("exists already"));
    let sentence = refused(folder.path(), &with(&["restore", "copy.dump"]));
    assert!(sentence.contains("is in use by") && sentence.lines().count() == 1, "{sentence}");

    fresh.db.write("gone", |tx| tx.query_sql("gone", "DELETE FROM import_row", &[])).await.unwrap();
    fresh.db.write("gone", |tx| tx.query_sql("gone", "DELETE FROM import_run", &[])).await.unwrap();
    assert_eq!(count(&fresh.db, "SELECT COUNT(*) FROM import_run").await, 0);
    drop(fresh.db);
    let mut kept = Vec::new();
    for (ending, runs) in [("_before_restore", 0), ("_before_restore_2", 1)] {
        // Sessions of a moment ago may still be on their way out.
        let mut output = sportello(folder.path(), &with(&["restore", "copy.dump"]));
        for _ in 0..50 {
            if output.status.success() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            output = sportello(folder.path(), &with(&["restore", "copy.dump"]));
        }
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(said.contains("is verified and in place"), "{said}");
        let name = said.lines().find_map(|line| line.strip_prefix("what was there before is ")).unwrap();
        assert!(name.ends_with(ending), "{said}");
        let before = fresh.url.with_database(name);
        let db = Db::open(&before, &Options { connections: 1, ..Options::default() }).await.unwrap();
        assert_eq!(count(&db, "SELECT COUNT(*) FROM import_run").await, runs, "{name}");
        kept.push(before);
    }
    let db = Db::open(&fresh.url, &Options { connections: 1, ..Options::default() }).await.unwrap();
    assert_eq!((count(&db, PARTIES).await, count(&db, "SELECT COUNT(*) FROM import_run").await), (20, 1));
    drop(db);
    done(folder.path(), &with(&["check"]));
    for one in kept {
        for _ in 0..50 {
            if one.remove().await.is_ok() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_sound_copy_of_a_postgresql_database_is_refused_and_nothing_is_changed() {
    let Some((fresh, url)) = server_database("copies of a database").await else { return };
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let own = url.as_str();
    done(folder.path(), &["backup", "good.dump", "--database", own]);
    let good = std::fs::read(at("good.dump")).unwrap();
    std::fs::write(at("short.dump"), &good[..good.len() / 2]).unwrap();
    std::fs::write(at("text.dump"), "no database at all\n".repeat(1000)).unwrap();
    let server = fresh.url.clone();
    drop(fresh.db);
    for _ in 0..50 {
        if server.sessions().await.unwrap() == Some(0) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    for (file, part) in
        [("short.dump", "no sound copy"), ("text.dump", "no sound copy"), ("absent.dump", "there is no file")]
    {
        let sentence = refused(folder.path(), &["restore", file, "--database", own]);
        assert!(sentence.contains(part) && sentence.lines().count() == 1, "{file}: {sentence}");
    }
    let name = server.database().unwrap();
    for other in ["_restoring", "_before_restore"] {
        let other = server.with_database(&format!("{name}{other}"));
        assert_eq!(other.sessions().await.unwrap(), None, "{other} was left behind");
    }

    // Without the server's programs it is said what to install.
    let output = Command::new(env!("CARGO_BIN_EXE_sportello"))
        .current_dir(folder.path())
        .args(["backup", "x.dump", "--database", own])
        .env("PATH", folder.path())
        .output()
        .unwrap();
    let sentence = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        sentence.contains("pg_dump is not on the search path") && sentence.contains("postgresql-client"),
        "{sentence}"
    );
    assert!(!at("x.dump").exists() && !at("x.dump.writing").exists());
}

#[test]
fn a_paper_that_is_not_what_was_stored_is_found_by_the_check() {
    let folder = folder("20");
    let check = ["check", "--database", "sqlite:own.db"];
    let db = open(&folder.path().join("own.db"));
    let clock = Arc::new(FixedClock::at("2026-11-20T09:00:00+01:00".parse().unwrap()));
    let ctx = Ctx::system("test", clock, Arc::new(CountedIds::default()));
    db.write_blocking("paper", move |tx| {
        let new = document::NewDocument {
            case_id: None,
            party_id: None,
            kind: "letter",
            title: "Letter",
            outgoing: true,
            media_type: "text/plain",
            lang: kernel::Lang::It,
            template: "",
            data: &serde_json::Value::Null,
        };
        let id = document::insert(tx, &ctx, &new)?;
        let digest = [
            0x2c, 0xf2, 0x4d, 0xba, 0x5f, 0xb0, 0xa3, 0x0e, 0x26, 0xe8, 0x3b, 0x2a, 0xc5, 0xb9, 0xe2, 0x9e,
            0x1b, 0x16, 0x1e, 0x5c, 0x1f, 0xa7, 0x42, 0x5e, 0x73, 0x04, 0x33, 0x62, 0x93, 0x8b, 0x98, 0x24,
        ];
        document::store_content(tx, &ctx, id, b"hello", digest)
    })
    .unwrap();
    assert!(done(folder.path(), &check).contains("papers: 1, all as they were stored"));
    for content in ["x'68656c6c70'", "x'68'"] {
        let sql = format!("UPDATE document_content SET content = {content}");
        db.write_blocking("damage", move |tx| tx.query_sql("damage", &sql, &[]).map(drop)).unwrap();
        let sentence = refused(folder.path(), &check);
        assert!(sentence.contains("1 of 1 papers are not what was stored"), "{sentence}");
    }
    db.write_blocking("lose", |tx| tx.query_sql("lose", "DELETE FROM document_content", &[]).map(drop))
        .unwrap();
    assert!(refused(folder.path(), &check).contains("not what was stored"));
}
