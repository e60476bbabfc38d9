//! `cargo xtask test`: installs what is missing, runs every test on both databases, and says which suites did not run, and
//! closes with `N passed, N failed`.

mod install;
mod not_run;
mod postgres;
mod tally;

use std::path::PathBuf;
use std::process::Command;

use crate::report::Outcome;
use crate::source;
pub use postgres::Postgres;
use tally::Tally;

/// The variable that tells tests where PostgreSQL is; tests make their own databases there.
const POSTGRES: &str = "SPORTELLO_TEST_POSTGRES";

/// Runs all tests.
pub fn run(arguments: &[&str]) -> Outcome {
    if !arguments.is_empty() {
        return Err("usage: cargo xtask test".to_owned());
    }
    let browser = source::root().join("e2e/package.json").exists();
    install::missing(browser)?;
    let (url, server) = server()?;
    let list = not_run::List::begin(&target())?;
    let mut tally = Tally::default();
    rust(&url, &list, &mut tally);
    if browser {
        in_browser(&url, &list, &mut tally);
    }
    drop(server);
    println!("\n{}", list.end());
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 { Ok(()) } else { Err(String::new()) }
}

/// Runs any command with a PostgreSQL of its own: `cargo xtask postgres cargo test -p sportello-store`.
pub fn with_postgres(words: &[&str]) -> Outcome {
    let [program, arguments @ ..] = words else {
        return Err("usage: cargo xtask postgres COMMAND …".to_owned());
    };
    install::missing(false)?;
    let (url, server) = server()?;
    let status = Command::new(program)
        .args(arguments)
        .env(POSTGRES, url)
        .status()
        .map_err(|error| format!("cannot run {program}: {error}"))?;
    drop(server);
    if status.success() { Ok(()) } else { Err(format!("{program}: {status}")) }
}

/// The cargo that started us.
pub fn cargo() -> String {
    source::variable("CARGO").unwrap_or_else(|| "cargo".to_owned())
}

/// A server to test on: the one given, or a private one that ends with the returned value.
fn server() -> Result<(String, Option<Postgres>), String> {
    if let Some(url) = source::variable(POSTGRES) {
        println!("using the PostgreSQL of {POSTGRES}");
        return Ok((url, None));
    }
    let server = Postgres::start(&target())?;
    Ok((server.url(), Some(server)))
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    source::variable("CARGO_TARGET_DIR").map_or_else(|| source::root().join("target"), PathBuf::from)
}

fn has(command: &str) -> bool {
    install::found(command).is_some()
}

fn rust(url: &str, list: &not_run::List, tally: &mut Tally) {
    let cargo_in = |words: &[&str]| {
        let mut command = Command::new(cargo());
        command
            .args(words)
            .env(POSTGRES, url)
            .env(not_run::VARIABLE, list.path())
            .current_dir(source::root());
        command
    };
    if has("cargo-nextest") {
        tally.nextest(cargo_in(&["nextest", "run", "--workspace", "--all-targets", "--no-fail-fast"]));
    } else {
        tally.libtest(cargo_in(&["test", "--workspace", "--all-targets", "--no-fail-fast"]));
    }
    tally.libtest(cargo_in(&["test", "--workspace", "--doc", "--no-fail-fast"]));
}

/// The browser tests start the program themselves, from where it was built.
fn in_browser(url: &str, list: &not_run::List, tally: &mut Tally) {
    let root = source::root();
    let built = Command::new(cargo())
        .args(["build", "--workspace", "--all-targets"])
        .current_dir(&root)
        .status()
        .is_ok_and(|status| status.success());
    let installed = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(root.join("e2e"))
        .status()
        .is_ok_and(|status| status.success());
    if !built || !installed {
        eprintln!("the browser tests could not be prepared");
        tally.failed += 1;
        return;
    }
    let mut command = Command::new("node");
    command
        .arg("e2e/run.mjs")
        .env(POSTGRES, url)
        .env(not_run::VARIABLE, list.path())
        .env("SPORTELLO_BINARY", target().join("debug/sportello"))
        .current_dir(&root);
    tally.closing_line(command);
}
