//! `cargo xtask links`: every link from a page of the project (`*.md`) to a file of the project leads somewhere.

use std::path::Path;

use crate::report::{Outcome, all_clear};
use crate::source;

/// Runs the check.
pub fn run() -> Outcome {
    let mut problems = Vec::new();
    for page in source::files(&source::root(), "md") {
        let folder = page.parent().unwrap_or(&page).to_path_buf();
        for (line, link) in links(&source::read(&page)?) {
            if !leads_somewhere(&folder, &link) {
                problems.push(format!("{}:{line}: nothing is at {link}", source::shown(&page)));
            }
        }
    }
    all_clear("links", &problems)
}

/// The links of a page that name a file, with their lines; code is no link.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut code = false;
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            code = !code;
        }
        if code {
            continue;
        }
        // Every second part between back quotes is code.
        for part in line.split('`').step_by(2).flat_map(|part| part.split("](").skip(1)) {
            let target = part.split([')', ' ']).next().unwrap_or_default();
            let file = target.split('#').next().unwrap_or_default();
            if !file.is_empty() && !file.contains("://") && !file.starts_with("mailto:") {
                found.push((number + 1, file.to_owned()));
            }
        }
    }
    found
}

fn leads_somewhere(folder: &Path, link: &str) -> bool {
    match link.strip_prefix('/') {
        Some(from_root) => source::root().join(from_root).exists(),
        None => folder.join(link).exists(),
    }
}

#[cfg(test)]
mod tests {
    use super::links;

    #[test]
    fn links_to_files_are_found() {
        let text = "![a](docs/a.png) and [b](b.md#part \"title\")\n[c](https://c.example) `[d](d.md)` [e](#e)\n```\n[f](f.md)\n```\n[g](../g.md)";
        let found = links(text);
        let names: Vec<(usize, &str)> = found.iter().map(|(line, link)| (*line, link.as_str())).collect();
        assert_eq!(names, [(1, "docs/a.png"), (1, "b.md"), (6, "../g.md")]);
    }
}
