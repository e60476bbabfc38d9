//! What commands print: lines for people, or one JSON object with `--json`; progress on a terminal or as plain lines.

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

/// Progress of long work.
pub struct Progress {
    bar: Option<ProgressBar>,
    last: std::cell::Cell<u64>,
    quiet: bool,
}

impl Progress {
    /// A bar on a terminal, plain lines otherwise, nothing with `quiet`.
    pub fn new(quiet: bool) -> Self {
        let terminal = std::io::stderr().is_terminal() && !quiet;
        let bar = terminal.then(|| {
            let bar = ProgressBar::new_spinner();
            if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {human_pos} {elapsed}") {
                bar.set_style(style);
            }
            bar
        });
        Self { bar, last: std::cell::Cell::new(0), quiet }
    }

    /// How far it is; plain lines appear every hundred thousand.
    #[expect(clippy::print_stderr, reason = "progress without a terminal is a line on standard error")]
    pub fn at(&self, what: &str, done: u64) {
        match &self.bar {
            Some(bar) => {
                bar.set_message(what.to_owned());
                bar.set_position(done);
                bar.tick();
            }
            None if self.quiet => {}
            None => {
                if done < self.last.get() || done >= self.last.get() + 100_000 {
                    self.last.set(done);
                    eprintln!("{what}: {done}");
                }
            }
        }
    }

    /// Takes the bar away.
    pub fn done(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
