//! `cargo xtask bench`: the benchmarks of the program, on prepared databases of both engines.
//!
//! The program is built once with the profile `measured`. The embedded database stays below `target/bench` for the next
//! run; PostgreSQL is a private server with the settings of a real one, or the database named in
//! `SPORTELLO_BENCH_POSTGRES`, which stays too.

use std::path::Path;
use std::process::Command;

use crate::report::Outcome;
use crate::source;
use crate::test::{Postgres, cargo, target};

/// In the order they are run when none is named.
const NAMES: [&str; 13] = [
    "start", "pages", "home", "queue", "search", "form", "save", "reading", "voltura", "packs", "import",
    "engine", "mail",
];

/// Those without a database: measured once.
const WITHOUT: [&str; 2] = ["engine", "mail"];

/// How many customers the prepared database has, unless `--customers` says otherwise.
const CUSTOMERS: &str = "100000";

const USAGE: &str =
    "usage: cargo xtask bench [--database sqlite|postgres] [--customers N] [--cases N] [NAME …]";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
struct Asked<'a> {
    engines: Vec<&'a str>,
    customers: &'a str,
    /// As many as customers, unless said otherwise.
    cases: Option<&'a str>,
    names: Vec<&'a str>,
}

/// Runs the named benchmarks, or all, on the named database, or both.
pub fn run(words: &[&str]) -> Outcome {
    let asked = asked(words)?;
    let data = source::root().join("target/bench");
    std::fs::create_dir_all(&data).map_err(|error| format!("cannot make {}: {error}", data.display()))?;
    build()?;
    let program = target().join("measured/sportello");
    for engine in &asked.engines {
        let (url, server) = database(engine, asked.customers, &data)?;
        let call = |words: &[&str]| measure(&program, &url, &data, words);
        call(&["load", "--customers", asked.customers, "--cases", asked.cases.unwrap_or(asked.customers)])?;
        for name in asked.names.iter().filter(|name| !WITHOUT.contains(name)) {
            call(&[name])?;
        }
        drop(server);
    }
    for name in asked.names.iter().filter(|name| WITHOUT.contains(name)) {
        measure(&program, &format!("sqlite:{}", data.join("none.db").display()), &data, &[name])?;
    }
    Ok(())
}

fn asked<'a>(words: &[&'a str]) -> Result<Asked<'a>, String> {
    let mut asked =
        Asked { engines: vec!["sqlite", "postgres"], customers: CUSTOMERS, cases: None, names: Vec::new() };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--database" => match words.next() {
                Some(engine) if ["sqlite", "postgres"].contains(engine) => asked.engines = vec![engine],
                _ => return Err(USAGE.to_owned()),
            },
            "--customers" => match words.next() {
                Some(number) if number.parse::<u64>().is_ok() => asked.customers = number,
                _ => return Err(USAGE.to_owned()),
            },
            "--cases" => match words.next() {
                Some(number) if number.parse::<u64>().is_ok() => asked.cases = Some(number),
                _ => return Err(USAGE.to_owned()),
            },
            name if NAMES.contains(&name) => asked.names.push(name),
            other => return Err(format!("bench: {other} is none of {}\n{USAGE}", NAMES.join(", "))),
        }
    }
    if asked.names.is_empty() {
        asked.names = NAMES.to_vec();
    }
    Ok(asked)
}

fn build() -> Outcome {
    let status = Command::new(cargo())
        .args(["build", "--profile", "measured", "--quiet", "--package", "sportello-cli"])
        .current_dir(source::root())
        .status()
        .map_err(|error| format!("bench: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("bench: the program cannot be built: {status}")) }
}

/// Where the prepared database is, with the server that ends with it.
fn database(engine: &str, customers: &str, data: &Path) -> Result<(String, Option<Postgres>), String> {
    if engine == "sqlite" {
        return Ok((format!("sqlite:{}", data.join(format!("{customers}.db")).display()), None));
    }
    if let Some(url) = source::variable("SPORTELLO_BENCH_POSTGRES") {
        return Ok((url, None));
    }
    let server = Postgres::start_lasting(&target())?;
    Ok((server.url(), Some(server)))
}

fn measure(program: &Path, url: &str, data: &Path, words: &[&str]) -> Outcome {
    let status = Command::new(program)
        .arg("bench")
        .args(words)
        .arg("--data")
        .arg(data)
        .args(["--database", url])
        .current_dir(source::root())
        .status()
        .map_err(|error| format!("bench: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("bench {}: {status}", words.join(" "))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_named_is_all() {
        let all = asked(&[]).unwrap();
        assert_eq!((all.engines.len(), all.customers, all.names.len()), (2, CUSTOMERS, NAMES.len()));
        let some =
            asked(&["--database", "postgres", "search", "--customers", "500", "--cases", "900", "mail"])
                .unwrap();
        assert_eq!(
            some,
            Asked {
                engines: vec!["postgres"],
                customers: "500",
                cases: Some("900"),
                names: vec!["search", "mail"]
            }
        );
        for wrong in [&["--database", "oracle"][..], &["--customers"], &["--cases", "many"], &["speed"]] {
            assert!(asked(wrong).is_err(), "{wrong:?}");
        }
    }
}
