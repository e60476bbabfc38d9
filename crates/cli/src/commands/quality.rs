//! `sportello quality`.

use std::io::Read;

use crate::{arguments::QualityCommand, failure::Failure, output};

/// Evaluates the clocks of the cases in a file.
pub fn run(command: &QualityCommand) -> Result<(), Failure> {
    let QualityCommand::Evaluate { file } = command;
    let text = if file.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        text
    } else {
        std::fs::read_to_string(file)
            .map_err(|error| Failure::while_doing(&format!("{} cannot be read", file.display()), error))?
    };
    let answer = standards::batch::evaluate_json(&text).map_err(|error| Failure::new(error.to_string()))?;
    output::line(answer);
    Ok(())
}
