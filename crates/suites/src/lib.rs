//! What suites of tests need from outside the project: material beside it, a server, programs of the machine.
//!
//! What is not there is said aloud, and written to the file named in `SPORTELLO_TEST_NOT_RUN`, from which
//! `cargo xtask test` counts: a suite that did not run never looks like one that passed. Only tests use this.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

#[expect(clippy::disallowed_methods, reason = "tests are told what is there through the environment")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Says that a suite does not run, and why.
#[expect(clippy::print_stderr, reason = "said aloud to whoever runs the tests")]
pub fn not_run(suite: &str, why: &str) {
    let line = format!("{suite} ({why})");
    eprintln!("NOT RUN: {line}");
    let Some(list) = variable("SPORTELLO_TEST_NOT_RUN") else { return };
    let written = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(&list)
        .and_then(|mut file| file.write_all(format!("{line}\n").as_bytes()));
    if let Err(error) = written {
        eprintln!("{list} cannot be written: {error}");
    }
}

/// A file or folder of the material that lies beside the project: below the folder named in `SPORTELLO_TEST_SHARED`, else
/// below the folder `shared` beside the checkout. None, said aloud, when it is not there.
#[must_use]
pub fn shared(suite: &str, part: &str) -> Option<PathBuf> {
    let named = variable("SPORTELLO_TEST_SHARED").map(PathBuf::from);
    let places: Vec<PathBuf> = match &named {
        Some(folder) => vec![folder.clone()],
        None => {
            Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("shared")).collect()
        }
    };
    let found = places.iter().map(|folder| folder.join(part)).find(|path| path.exists());
    if found.is_none() {
        let place = named.map_or_else(
            || "in a folder `shared` beside the checkout; SPORTELLO_TEST_SHARED names another".to_owned(),
            |folder| format!("in {}", folder.display()),
        );
        not_run(suite, &format!("there is no {part} {place}"));
    }
    found
}

/// The address of the PostgreSQL server on which tests may make databases, from `SPORTELLO_TEST_POSTGRES`. None, said
/// aloud, when none is named.
#[must_use]
pub fn postgres(suite: &str) -> Option<String> {
    let url = variable("SPORTELLO_TEST_POSTGRES");
    if url.is_none() {
        not_run(&format!("{suite} on PostgreSQL"), "SPORTELLO_TEST_POSTGRES names no server");
    }
    url
}

/// Whether a program is installed; said aloud when it is not.
#[must_use]
pub fn has_program(suite: &str, name: &str) -> bool {
    let path = variable("PATH").unwrap_or_default();
    let found = path.split(':').any(|folder| Path::new(folder).join(name).is_file());
    if !found {
        not_run(suite, &format!("{name} is not installed"));
    }
    found
}

/// A Python that has a module: the first of the search path, or the distribution's own. None, said aloud, when neither
/// has it.
#[must_use]
pub fn python_with(suite: &str, module: &str) -> Option<&'static str> {
    let found = ["python3", "/usr/bin/python3"].into_iter().find(|python| {
        let mut command = Command::new(python);
        command.args(["-c", &format!("import {module}")]).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    });
    if found.is_none() {
        not_run(suite, &format!("no Python with {module} is installed"));
    }
    found
}
