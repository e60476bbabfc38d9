//! `cargo xtask bench`: the benchmarks of the program, optimised, on a prepared database of their own.

use std::process::Command;

use crate::report::Outcome;
use crate::source;

/// In the order they are run when none is named.
const NAMES: [&str; 6] = ["pages", "search", "voltura", "engine", "import", "mail"];

/// How many customers the prepared database has, unless `SPORTELLO_BENCH_CUSTOMERS` says otherwise.
const CUSTOMERS: &str = "100000";

/// Runs the named benchmarks, or all.
pub fn run(names: &[&str]) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| !NAMES.contains(name)) {
        return Err(format!("bench: {unknown} is none of {}", NAMES.join(", ")));
    }
    let names: Vec<&str> = if names.is_empty() { NAMES.to_vec() } else { names.to_vec() };
    let data = source::root().join("target/bench");
    std::fs::create_dir_all(&data).map_err(|error| format!("cannot make {}: {error}", data.display()))?;
    let customers = source::variable("SPORTELLO_BENCH_CUSTOMERS").unwrap_or_else(|| CUSTOMERS.to_owned());
    let database = format!("sqlite:{}", data.join(format!("{customers}.db")).display());
    let call = |words: &[&str]| -> Outcome {
        let status = Command::new(crate::test::cargo())
            .args([
                "run",
                "--release",
                "--quiet",
                "--package",
                "sportello-cli",
                "--bin",
                "sportello",
                "--",
                "bench",
            ])
            .args(words)
            .args(["--database", &database, "--data"])
            .arg(&data)
            .current_dir(source::root())
            .status()
            .map_err(|error| format!("bench: {error}"))?;
        if status.success() { Ok(()) } else { Err(format!("bench {}: {status}", words.join(" "))) }
    };
    call(&["load", "--customers", &customers])?;
    names.into_iter().try_for_each(|name| call(&[name]))
}
