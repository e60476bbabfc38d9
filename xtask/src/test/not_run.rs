//! The suites that did not run, because something they need is not there: tests write them to a list.

use std::path::{Path, PathBuf};

/// The variable that tells tests where the list is.
pub const VARIABLE: &str = "SPORTELLO_TEST_NOT_RUN";

/// The list of one run.
pub struct List(PathBuf);

impl List {
    /// An empty list below `target`.
    pub fn begin(target: &Path) -> Result<Self, String> {
        let path = target.join(format!("not-run-{}.txt", std::process::id()));
        std::fs::create_dir_all(target)
            .and_then(|()| std::fs::write(&path, ""))
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        Ok(Self(path))
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// What it says at the end; the list is taken away.
    pub fn end(&self) -> String {
        let text = std::fs::read_to_string(&self.0).unwrap_or_default();
        let _ = std::fs::remove_file(&self.0);
        sentence(&text)
    }
}

/// Each suite once, however many of its tests said it.
fn sentence(text: &str) -> String {
    let mut suites: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    suites.sort_unstable();
    suites.dedup();
    if suites.is_empty() {
        return "every suite was run".to_owned();
    }
    format!("{} suites not run: {}", suites.len(), suites.join("; "))
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_suite_is_counted_once() {
        assert_eq!(sentence("b (why)\na (why)\nb (why)\n\n"), "2 suites not run: a (why); b (why)");
        assert_eq!(sentence(""), "every suite was run");
    }
}
