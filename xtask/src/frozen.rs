//! `cargo xtask frozen`: a released migration is never edited. `migrations/FROZEN` holds a checksum for each; it is empty
//! until the first release, and `--release` adds what is there.

use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::report::{Outcome, all_clear};
use crate::source;

const HEADER: &str = "# SHA-256 of released migrations. Written by `cargo xtask frozen --release`; lines are only ever added.\n";

/// Runs the check, or freezes.
pub fn run(arguments: &[&str]) -> Outcome {
    let root = source::root().join("migrations");
    let list = root.join("FROZEN");
    match arguments {
        [] => all_clear("frozen", &changed(&root, &source::allow_list(&list))?),
        ["--release"] => {
            let problems = changed(&root, &source::allow_list(&list))?;
            if !problems.is_empty() {
                return all_clear("frozen", &problems);
            }
            let mut text = HEADER.to_owned();
            for path in source::files(&root, "sql") {
                let name = path.strip_prefix(&root).unwrap_or(&path).display();
                let _ = writeln!(text, "{} {name}", checksum(&path)?);
            }
            source::write(&list, &text)
        }
        _ => Err("usage: cargo xtask frozen [--release]".to_owned()),
    }
}

fn changed(root: &Path, frozen: &[String]) -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    for line in frozen {
        let Some((expected, name)) = line.split_once(' ') else {
            problems.push(format!("migrations/FROZEN: expected a checksum and a path: {line}"));
            continue;
        };
        let path = root.join(name.trim());
        if !path.exists() {
            problems.push(format!("migrations/{name}: released, but gone"));
        } else if checksum(&path)? != expected {
            problems.push(format!(
                "migrations/{name}: released, but edited; undo that and write another migration"
            ));
        }
    }
    Ok(problems)
}

fn checksum(path: &Path) -> Result<String, String> {
    let digest = Sha256::digest(source::read(path)?.as_bytes());
    Ok(digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

#[cfg(test)]
mod tests {
    use super::{changed, checksum};

    #[test]
    fn an_edited_or_missing_migration_is_reported() {
        let folder = std::env::temp_dir().join(format!("sportello-frozen-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("V0001__a.sql");
        std::fs::write(&file, "CREATE TABLE a (b INTEGER);").unwrap();
        let frozen = [format!("{} V0001__a.sql", checksum(&file).unwrap())];
        assert!(changed(&folder, &frozen).unwrap().is_empty());
        std::fs::write(&file, "CREATE TABLE a (c INTEGER);").unwrap();
        assert_eq!(changed(&folder, &frozen).unwrap().len(), 1);
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(changed(&folder, &frozen).unwrap().len(), 1);
    }
}
