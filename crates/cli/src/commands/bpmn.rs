//! `sportello bpmn`.

use std::path::Path;

use crate::{arguments::BpmnCommand, failure::Failure, output};

fn text(path: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(path)
        .map_err(|error| Failure::while_doing(&format!("{} cannot be read", path.display()), error))?;
    Ok(match String::from_utf8(bytes) {
        Ok(text) => text,
        // Models of older tools declare Windows-1252 in their first line.
        Err(error) => encoding_rs::WINDOWS_1252.decode(error.as_bytes()).0.into_owned(),
    })
}

/// Checks, runs, or converses.
pub fn run(command: &BpmnCommand, json: bool) -> Result<(), Failure> {
    match command {
        BpmnCommand::Check { model } => {
            let defects = bpmn::check::check(&text(model)?);
            if json {
                let list: Vec<_> = defects
                    .iter()
                    .map(|defect| serde_json::json!({ "element": defect.element_id, "rule": defect.rule, "message": defect.message, "remedy": defect.remedy }))
                    .collect();
                output::json(&list);
            } else {
                for defect in &defects {
                    output::line(format!(
                        "{}: {} ({}); {}",
                        defect.element_id, defect.message, defect.rule, defect.remedy
                    ));
                }
            }
            if defects.is_empty() {
                return Ok(());
            }
            Err(Failure::new(format!(
                "{} has {} defects; correct them and check again",
                model.display(),
                defects.len()
            )))
        }
        BpmnCommand::Run { models, events, store } => {
            let models = models.iter().map(|model| text(model)).collect::<Result<Vec<_>, _>>()?;
            output::line(engine::harness::run(&models, &text(events)?, store.as_deref()));
            Ok(())
        }
        BpmnCommand::Session => {
            engine::harness::session(std::io::stdin().lock(), std::io::stdout().lock())?;
            Ok(())
        }
    }
}
