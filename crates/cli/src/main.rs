//! The program: reads settings, wires the rooms together, runs one command.
//!
//! Exit status: 0 done, 1 refused or failed with one sentence on standard error, 2 wrong usage.

mod arguments;
mod commands;
mod failure;
mod output;
mod settings;
mod wiring;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, error::ErrorKind};

use arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if let Some(sentence) = arguments.without_effect() {
        Arguments::command().error(ErrorKind::ArgumentConflict, sentence).exit();
    }
    match commands::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.print(arguments.common.json);
            ExitCode::from(1)
        }
    }
}
