//! `cargo xtask lines`: no Rust file above its limit, and none with a name that says nothing. Tests and generated code do not count; functions are measured by clippy.

use std::path::Path;

use crate::report::{Outcome, all_clear};
use crate::source;

/// The hard limit of a file.
const LIMIT: usize = 600;

/// Names under which anything could stand.
const EMPTY_NAMES: [&str; 8] = ["util", "utils", "helper", "helpers", "common", "manager", "misc", "stuff"];

/// Runs the check. The allow-list has lines of path and present length; a file on it may only get shorter.
pub fn run() -> Outcome {
    let root = source::root();
    let list = root.join("xtask/lines-allow.txt");
    let mut allowed: Vec<(String, usize)> = Vec::new();
    let mut problems = Vec::new();
    for line in source::allow_list(&list) {
        match line
            .split_once(' ')
            .and_then(|(path, length)| Some((path.to_owned(), length.trim().parse().ok()?)))
        {
            Some(entry) => allowed.push(entry),
            None => problems.push(format!("{}: expected a path and a number: {line}", source::shown(&list))),
        }
    }
    let mut files = source::files(&root.join("crates"), "rs");
    files.extend(source::files(&root.join("xtask"), "rs"));
    for path in files {
        if path.file_stem().is_some_and(|stem| EMPTY_NAMES.iter().any(|name| stem == *name)) {
            problems.push(format!("{}: name it after what lives there", source::shown(&path)));
        }
        if is_free(&path) {
            continue;
        }
        let shown = source::shown(&path);
        let length = counted(&source::read(&path)?);
        let entry = allowed.iter().position(|(name, _)| *name == shown).map(|at| allowed.swap_remove(at).1);
        match entry {
            None if length > LIMIT => {
                problems.push(format!("{shown}: {length} lines, the limit is {LIMIT}; split it by subject"));
            }
            Some(limit) if length > limit => {
                problems.push(format!("{shown}: grew from {limit} to {length} lines"))
            }
            Some(limit) if length <= LIMIT || length + 50 < limit => {
                problems.push(format!(
                    "{shown}: has {length} lines; shorten or drop its entry in the allow-list"
                ));
            }
            _ => {}
        }
    }
    problems
        .extend(allowed.iter().map(|(name, _)| format!("{name}: in the allow-list but not in the project")));
    all_clear("lines", &problems)
}

fn is_free(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "generated")
        || path.file_name().is_some_and(|name| name == "tests.rs")
}

/// The lines of a file without its `#[cfg(test)]` modules.
fn counted(text: &str) -> usize {
    let mut count = 0;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        count += 1;
        if line.trim() != "#[cfg(test)]" {
            continue;
        }
        count -= 1;
        let indent: String = line.chars().take_while(|c| *c == ' ').collect();
        let end = format!("{indent}}}");
        // Skip what the attribute stands on: to its closing brace, or the one line it is.
        for skipped in lines.by_ref() {
            let trimmed = skipped.trim_end();
            if trimmed == end
                || (trimmed.ends_with(';') && trimmed.trim_start().len() + indent.len() == trimmed.len())
            {
                break;
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn test_modules_do_not_count() {
        assert_eq!(counted("fn a() {\n}\n\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n"), 3);
        assert_eq!(counted("fn a() {\n}\n\n#[cfg(test)]\nmod tests;\nfn c() {}\n"), 4);
        assert_eq!(counted("fn a() {}\n"), 1);
    }
}
