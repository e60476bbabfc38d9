//! The checks, generators and entry points of this house: `cargo xtask <name>`.

mod bench;
mod ci;
mod deps;
mod frozen;
mod lines;
mod links;
mod report;
mod schema;
mod source;
mod sql;
mod test;
mod texts;

use std::process::ExitCode;

use report::Outcome;

const HELP: &str = "\
cargo xtask <command>

  test                install what is missing, run every test on both databases
  postgres COMMAND …  run a command with a private PostgreSQL in SPORTELLO_TEST_POSTGRES
  ci                  every check below, without the tests
  texts [--check]     write the text functions from texts/<lang>/*.ftl; --check only compares and reports
  texts --unused      list messages that no page, paper or function says
  deps [--write]      which crate may use which; --write prints the table into docs/architecture.md
  lines               files within their limit
  links               links between pages of the project lead somewhere
  sql                 SQL only where it belongs; statements split by engine
  schema              both engines have the same migrations
  frozen [--release]  released migrations are untouched; --release freezes the present ones
  bench [NAME …]      the benchmarks, on an optimised build and both databases (--database, --customers)
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["texts", rest @ ..] => texts::run(rest),
        ["deps", rest @ ..] => deps::run(rest),
        ["links"] => links::run(),
        ["lines"] => lines::run(),
        ["sql"] => sql::run(),
        ["schema"] => schema::run(),
        ["frozen", rest @ ..] => frozen::run(rest),
        ["test", rest @ ..] => test::run(rest),
        ["postgres", rest @ ..] => test::with_postgres(rest),
        ["bench", rest @ ..] => bench::run(rest),
        ["ci"] => ci::run(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprint!("unknown command: {}\n\n{HELP}", words.join(" "));
            return ExitCode::from(2);
        }
    };
    finish(outcome)
}

fn finish(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            if !message.is_empty() {
                eprintln!("{message}");
            }
            ExitCode::FAILURE
        }
    }
}
