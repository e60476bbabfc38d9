//! `cargo xtask texts`: from the Fluent catalogues to one typed function for each message, and the checks between languages.

mod catalogue;
mod compare;
mod generate;
mod templates;
mod unused;

use std::collections::BTreeMap;
use std::path::Path;

use crate::report::{Outcome, all_clear};
use crate::source;

/// The languages, the first being the reference.
pub const LANGUAGES: [&str; 2] = ["it", "en"];

/// Runs the command.
pub fn run(arguments: &[&str]) -> Outcome {
    let root = source::root();
    let mut problems = Vec::new();
    let catalogues: Vec<catalogue::Catalogue> = LANGUAGES
        .iter()
        .map(|lang| catalogue::read(&root.join("texts").join(lang), lang, &mut problems))
        .collect();
    let [reference, others @ ..] = catalogues.as_slice() else {
        return Err("texts: no language".to_owned());
    };
    if arguments == ["--unused"] {
        return unused::list(reference, &root);
    }
    for other in others {
        compare::languages(reference, other, &mut problems);
    }
    let messages = compare::joined(reference, others);
    compare::names(&messages, &mut problems);
    let folder = root.join("crates/texts/src/generated");
    let files = generate::files(reference, &messages)?;
    match arguments {
        [] => {
            // Functions of sound messages are written even when others need work, so that nobody is held up.
            write(&folder, &files)?;
            all_clear("texts", &problems)
        }
        ["--check"] => {
            stale(&folder, &files, &mut problems);
            templates::check(&root, &mut problems)?;
            all_clear("texts", &problems)
        }
        _ => Err("usage: cargo xtask texts [--check|--unused]".to_owned()),
    }
}

/// Writes what differs and removes files whose catalogue is gone.
fn write(folder: &Path, files: &BTreeMap<String, String>) -> Result<(), String> {
    for old in source::files(folder, "rs") {
        if !files.contains_key(&source::name(&old)) {
            std::fs::remove_file(&old)
                .map_err(|error| format!("cannot remove {}: {error}", source::shown(&old)))?;
        }
    }
    for (name, content) in files {
        let path = folder.join(name);
        if std::fs::read_to_string(&path).ok().as_ref() != Some(content) {
            source::write(&path, content)?;
            println!("wrote {}", source::shown(&path));
        }
    }
    Ok(())
}

/// Reports generated files that no longer match their catalogue.
fn stale(folder: &Path, files: &BTreeMap<String, String>, problems: &mut Vec<String>) {
    for old in source::files(folder, "rs") {
        if !files.contains_key(&source::name(&old)) {
            problems.push(format!("{}: its catalogue is gone; run `cargo xtask texts`", source::shown(&old)));
        }
    }
    for (name, content) in files {
        let path = folder.join(name);
        if std::fs::read_to_string(&path).ok().as_ref() != Some(content) {
            problems.push(format!(
                "{}: differs from its catalogue; run `cargo xtask texts`",
                source::shown(&path)
            ));
        }
    }
}

#[cfg(test)]
mod tests;
