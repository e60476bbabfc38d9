//! Messages that nobody says: a list to read, not a failure, because packs and data may yet need them.

use std::path::Path;

use super::catalogue::Catalogue;
use super::compare::function_name;
use crate::report::Outcome;
use crate::source;

/// Prints the keys whose function is called nowhere in crates and templates, and that no other message quotes.
pub fn list(reference: &Catalogue, root: &Path) -> Outcome {
    let mut text = String::new();
    for extension in ["rs", "html", "xml", "txt"] {
        for path in source::files(&root.join("crates"), extension) {
            if !path.components().any(|part| part.as_os_str() == "generated") {
                text.push_str(&source::read(&path)?);
            }
        }
    }
    let mut count = 0;
    for said in &reference.messages {
        let quoted = reference.messages.iter().any(|other| other.quotes.contains(&said.key));
        if !quoted && !text.contains(&format!("{}(", function_name(&said.key))) {
            println!("texts/it/{}.ftl: {}", said.area, said.key);
            count += 1;
        }
    }
    println!("{count} of {} unused", reference.messages.len());
    Ok(())
}
