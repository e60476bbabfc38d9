//! `sportello procedure`.

use std::path::Path;

use procedures::{Files, Pack, prove, read, shipped};

use crate::{arguments::ProcedureCommand, failure::Failure, output, settings::Settings, wiring};

/// Whether a command works without a database.
pub const fn needs_no_database(command: &ProcedureCommand) -> bool {
    matches!(command, ProcedureCommand::Check { .. } | ProcedureCommand::Export { .. })
}

fn files(folder: &Path) -> Result<Files, Failure> {
    let mut files = Files::new();
    let mut open = vec![folder.to_owned()];
    while let Some(current) = open.pop() {
        let list = std::fs::read_dir(&current)
            .map_err(|error| Failure::while_doing(&format!("{} cannot be read", current.display()), error))?;
        for entry in list {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let known = path
                .extension()
                .is_some_and(|ending| ["toml", "bpmn", "typ", "ftl"].iter().any(|known| ending == *known));
            if let (true, Ok(name)) = (known, path.strip_prefix(folder)) {
                let text = std::fs::read_to_string(&path).map_err(|error| {
                    Failure::while_doing(&format!("{} cannot be read", path.display()), error)
                })?;
                files.insert(name.to_string_lossy().replace('\\', "/"), text);
            }
        }
    }
    Ok(files)
}

fn defects(files: &Files) -> Result<Pack, Vec<procedures::Defect>> {
    let pack = read(files)?;
    let found = prove(&pack, &app::processes::catalogue());
    if found.is_empty() { Ok(pack) } else { Err(found) }
}

fn proved(path: &Path, json: bool) -> Result<(Files, Pack), Failure> {
    let files = files(path)?;
    match defects(&files) {
        Ok(pack) => Ok((files, pack)),
        Err(found) => {
            if json {
                let list: Vec<_> = found
                    .iter()
                    .map(|d| serde_json::json!({ "file": d.file, "place": d.place, "message": d.message, "remedy": d.remedy }))
                    .collect();
                output::json(&list);
            } else {
                for defect in &found {
                    output::line(defect);
                }
            }
            Err(Failure::new(format!(
                "{} has {} defects; correct them and check again",
                path.display(),
                found.len()
            )))
        }
    }
}

/// Commands that need no database.
pub fn offline(command: &ProcedureCommand, json: bool) -> Result<(), Failure> {
    match command {
        ProcedureCommand::Check { path } => {
            let (_, pack) = proved(path, json)?;
            let (coverage, _) = procedures::rehearse(&pack);
            if json {
                output::json(&serde_json::json!([]));
                return Ok(());
            }
            output::line(format!(
                "{} is proved: {} forms, {} papers, {} clocks; {} rehearsals walk {} % of its flows",
                pack.code,
                pack.forms.len(),
                pack.papers.len(),
                pack.clocks.len(),
                coverage.played,
                coverage.percent()
            ));
            if !coverage.missed.is_empty() {
                let missed: Vec<&str> = coverage.missed.iter().map(String::as_str).collect();
                output::line(format!("never walked: {}", missed.join(", ")));
            }
            Ok(())
        }
        ProcedureCommand::Export { code, path } => {
            let pack = shipped().into_iter().find(|(known, _)| known == code);
            let Some((_, files)) = pack else {
                let known: Vec<&str> = shipped().iter().map(|(code, _)| *code).collect();
                return Err(Failure::new(format!(
                    "there is no shipped procedure {code}; there are {}",
                    known.join(", ")
                )));
            };
            for (name, text) in &files {
                let target = path.join(name);
                if let Some(folder) = target.parent() {
                    std::fs::create_dir_all(folder)?;
                }
                std::fs::write(&target, text).map_err(|error| {
                    Failure::while_doing(&format!("{} cannot be written", target.display()), error)
                })?;
            }
            if json {
                output::json(&serde_json::json!({ "code": code, "files": files.len(), "folder": path }));
            } else {
                output::line(format!("{} files written to {}", files.len(), path.display()));
            }
            Ok(())
        }
        ProcedureCommand::List | ProcedureCommand::Publish { .. } => Ok(()),
    }
}

/// Commands on the published procedures.
pub async fn online(settings: Settings, command: &ProcedureCommand, json: bool) -> Result<(), Failure> {
    let app = wiring::open_app(&settings).await?;
    let ctx = app.system("command");
    match command {
        ProcedureCommand::List => {
            let list = app::processes::list_procedures(&app, &ctx).await?;
            if json {
                let list: Vec<_> = list
                    .iter()
                    .map(|line| serde_json::json!({ "code": line.code, "version": line.version, "name": line.name }))
                    .collect();
                output::json(&list);
            } else {
                for line in list {
                    output::line(format!("{}\t{}\t{}", line.code, line.version, line.name));
                }
            }
        }
        ProcedureCommand::Publish { path } => {
            let (files, pack) = proved(path, json)?;
            let code = pack.code.clone();
            let Some(version) = app::processes::publish(&app, &ctx, files).await? else {
                return Err(Failure::new(format!(
                    "this very content of {code} was published before; change something, or leave it as it is"
                )));
            };
            if json {
                output::json(&serde_json::json!({ "code": code, "version": version }));
            } else {
                output::line(format!("{code} published as version {version}; running cases stay on theirs"));
            }
        }
        ProcedureCommand::Check { .. } | ProcedureCommand::Export { .. } => {}
    }
    Ok(())
}
