//! What commands print: lines for people, or one JSON object with `--json`; progress on a terminal or as plain lines.

use std::cell::RefCell;
use std::io::{ErrorKind, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};

/// Prints a line on standard output. Where nobody reads any more, as after `| head`, the program ends quietly.
pub fn line(text: impl std::fmt::Display) {
    let mut out = std::io::stdout().lock();
    let written = writeln!(out, "{text}").and_then(|()| out.flush());
    if written.is_err_and(|error| error.kind() == ErrorKind::BrokenPipe) {
        std::process::exit(0);
    }
}

/// Prints a JSON object on standard output.
pub fn json(value: &impl serde::Serialize) {
    line(serde_json::to_string(value).unwrap_or_default());
}

/// After how many a line says how far the work is, where there is no terminal.
const EACH: u64 = 10_000;

/// How far long work is.
#[derive(Clone, Copy, Debug)]
pub struct Far<'a> {
    /// What is worked on: a file, a table.
    pub what: &'a str,
    /// How many of it are done; 0 when it is begun.
    pub done: u64,
    /// How many there are.
    pub of: u64,
    /// The same for everything together, as a bar shows it.
    pub all: (u64, u64),
}

impl<'a> Far<'a> {
    /// Work that is all there is to do.
    #[must_use]
    pub const fn alone(what: &'a str, done: u64, of: u64) -> Self {
        Self { what, done, of, all: (done, of) }
    }
}

/// Progress of long work.
pub struct Progress {
    bar: Option<ProgressBar>,
    lines: RefCell<Lines>,
    quiet: bool,
}

impl Progress {
    /// A bar on a terminal, plain lines otherwise, nothing with `quiet`.
    pub fn new(quiet: bool) -> Self {
        let terminal = std::io::stderr().is_terminal() && !quiet;
        let bar = terminal.then(|| {
            let bar = ProgressBar::new(0);
            let looks = "{bar:30} {percent:>3} % {human_pos} of {human_len} {msg} {elapsed}";
            if let Ok(style) = ProgressStyle::with_template(looks) {
                bar.set_style(style);
            }
            bar
        });
        Self { bar, lines: RefCell::default(), quiet }
    }

    /// How far it is: on a terminal the bar moves; otherwise a line appears when something is begun and every ten thousand.
    #[expect(clippy::print_stderr, reason = "progress without a terminal is a line on standard error")]
    pub fn at(&self, far: Far<'_>) {
        if let Some(bar) = &self.bar {
            let (done, of) = far.all;
            bar.set_length(of);
            bar.set_position(done);
            bar.set_message(far.what.to_owned());
        } else if !self.quiet
            && let Some(line) = self.lines.borrow_mut().next(far)
        {
            eprintln!("{line}");
        }
    }

    /// Takes the bar away.
    pub fn done(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// Which plain lines were printed.
#[derive(Debug, Default)]
struct Lines {
    what: Option<String>,
    said: u64,
}

impl Lines {
    /// The line to be printed now: one when something is begun, then one for each ten thousand passed.
    fn next(&mut self, far: Far<'_>) -> Option<String> {
        let begun = self.what.as_deref() != Some(far.what);
        if begun {
            self.what = Some(far.what.to_owned());
            self.said = 0;
        }
        let passed = far.done / EACH > self.said / EACH;
        if !begun && !passed {
            return None;
        }
        self.said = far.done;
        Some(format!("{}: {} of {}", far.what, far.done, far.of))
    }
}

#[cfg(test)]
mod tests {
    use super::{Far, Lines};

    #[test]
    fn a_line_appears_for_each_file_begun_and_for_each_ten_thousand_passed() {
        let mut lines = Lines::default();
        let mut said = Vec::new();
        for (what, of) in [("clienti.csv", 3_017), ("letture.csv", 25_000), ("mandati.csv", 0)] {
            for done in (0..of).step_by(2_000).chain([of]) {
                said.extend(lines.next(Far { what, done, of, all: (0, 0) }));
            }
        }
        let expected = [
            "clienti.csv: 0 of 3017",
            "letture.csv: 0 of 25000",
            "letture.csv: 10000 of 25000",
            "letture.csv: 20000 of 25000",
            "mandati.csv: 0 of 0",
        ];
        assert_eq!(said, expected);
    }
}
