//! The program as people start it: what it refuses, what it prints to whom, how its parts end.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

fn sportello(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
    command.current_dir(folder).stdin(Stdio::null());
    command
}

fn run(folder: &Path, words: &[&str]) -> Output {
    sportello(folder).args(words).output().unwrap()
}

fn done(folder: &Path, words: &[&str]) -> String {
    let output = run(folder, words);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn add_account(folder: &Path, name: &str) {
    let mut child = sportello(folder)
        .args(["user", "add", name, "--role", "administrator"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"una parola lunga\n").unwrap();
    assert!(child.wait().unwrap().success());
}

/// Ends a child at the end of a test, however that comes.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a start without a command prints until it answers.
fn first_words(folder: &Path) -> Vec<String> {
    let mut child = Ended(
        sportello(folder)
            .args(["--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap(),
    );
    let mut said = Vec::new();
    for line in BufReader::new(child.0.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        let last = line.contains("Sportello answers");
        said.push(line);
        if last {
            break;
        }
    }
    said
}

#[test]
fn a_setting_without_effect_is_wrong_usage() {
    let folder = tempfile::tempdir().unwrap();
    for words in
        [&["migrate", "--listen", "127.0.0.1:1"][..], &["quality", "evaluate", "-", "--settings", "here"]]
    {
        let output = run(folder.path(), words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("has no effect"), "{words:?}");
    }
    let unknown = sportello(folder.path()).arg("migrate").env("SPORTELLO_LISTN", "a").output().unwrap();
    assert_eq!(unknown.status.code(), Some(1));
    let of_tests = sportello(folder.path()).arg("migrate").env("SPORTELLO_E2E_OUT", "a").output().unwrap();
    assert!(of_tests.status.success(), "{}", String::from_utf8_lossy(&of_tests.stderr));
}

#[test]
fn the_key_of_links_is_made_once_and_kept_out_of_the_database() {
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("sportello-data/link.key");
    done(folder.path(), &["migrate"]);
    let made = std::fs::read_to_string(&key).unwrap();
    assert_eq!(made.len(), 64, "256 bits, hexadecimal");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let shown = done(folder.path(), &["check"]);
    assert!(shown.contains("link.key in data") && !shown.contains(&made), "{shown}");
    assert_eq!(std::fs::read_to_string(&key).unwrap(), made, "made once");
    let database = std::fs::read(folder.path().join("sportello-data/sportello.db")).unwrap();
    assert!(!database.windows(made.len()).any(|part| part == made.as_bytes()), "not in the database");

    // Set, it is shared by several servers, and the file is not made.
    let other = tempfile::tempdir().unwrap();
    let set =
        sportello(other.path()).arg("migrate").env("SPORTELLO_LINK_KEY", "k".repeat(40)).output().unwrap();
    assert!(set.status.success(), "{}", String::from_utf8_lossy(&set.stderr));
    assert!(!other.path().join("sportello-data/link.key").exists());
    let short = sportello(other.path()).arg("migrate").env("SPORTELLO_LINK_KEY", "short").output().unwrap();
    assert_eq!(short.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&short.stderr).contains("at least 32 characters"));
    std::fs::write(&key, "short").unwrap();
    let spoiled = run(folder.path(), &["migrate"]);
    assert!(String::from_utf8_lossy(&spoiled.stderr).contains("holds no key"));
}

#[test]
fn a_reader_who_went_away_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["migrate"]);
    add_account(folder.path(), "anna");
    let mut child = sportello(folder.path())
        .args(["user", "list"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn only_the_demo_utility_has_its_accounts_printed() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["migrate"]);
    add_account(folder.path(), "anna");
    let said = first_words(folder.path()).join("\n");
    assert!(!said.contains("fontebruna-demo") && said.contains("no demo utility"), "{said}");
    let refused = run(folder.path(), &["demo", "load", "--customers", "10"]);
    assert_eq!(refused.status.code(), Some(1), "nobody's accounts are mixed with those of the demo");
}

#[test]
fn a_demo_utility_stopped_halfway_is_completed() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["migrate"]);
    for millis in [300, 900] {
        let mut child = sportello(folder.path())
            .args(["demo", "load", "--customers", "60"])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(millis));
        let _ = child.kill();
        let _ = child.wait();
    }
    let again = run(folder.path(), &["demo", "load", "--customers", "60"]);
    let loaded = again.status.success() || String::from_utf8_lossy(&again.stderr).contains("already");
    assert!(loaded, "{}", String::from_utf8_lossy(&again.stderr));
    assert_eq!(done(folder.path(), &["user", "list"]).lines().count(), 7);
    assert_eq!(run(folder.path(), &["demo", "load"]).status.code(), Some(1), "it is there already");
    assert!(first_words(folder.path()).join("\n").contains("fontebruna-demo"));
}

#[test]
fn the_demo_billing_system_is_alone_in_its_folder_and_ends_with_who_started_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = Ended(
        sportello(folder.path())
            .args(["demo", "billing", "exchange", "--while-stdin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let lock = folder.path().join("exchange/nav/applied.jsonl");
    let began = Instant::now();
    while !lock.exists() {
        assert!(began.elapsed() < Duration::from_secs(60), "it never began");
        std::thread::sleep(Duration::from_millis(20));
    }
    let second = run(folder.path(), &["demo", "billing", "exchange"]);
    assert_eq!(second.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&second.stderr).contains("another billing system"));
    drop(first.0.stdin.take());
    let began = Instant::now();
    while first.0.try_wait().unwrap().is_none() {
        assert!(began.elapsed() < Duration::from_secs(60), "it goes on without the one who started it");
        std::thread::sleep(Duration::from_millis(20));
    }
}
