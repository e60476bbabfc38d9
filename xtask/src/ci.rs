//! `cargo xtask ci`: every check of the house, all of them even when one fails.

use crate::report::Outcome;
use crate::{deps, frozen, lines, links, schema, sql, texts};

/// Runs the checks.
pub fn run() -> Outcome {
    let outcomes = [
        texts::run(&["--check"]),
        deps::run(&[]),
        lines::run(),
        links::run(),
        sql::run(),
        schema::run(),
        frozen::run(&[]),
    ];
    let failures: Vec<String> = outcomes.into_iter().filter_map(Result::err).collect();
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}
