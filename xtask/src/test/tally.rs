//! Runs test programs, shows what they say, and counts what passed and failed.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::thread;

/// How many tests passed and failed. A program that ends badly without saying why counts as one failure.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
}

impl Tally {
    /// A run of nextest: `Summary [ 1.2s] 18 tests run: 17 passed, 1 failed, 0 skipped`.
    pub fn nextest(&mut self, command: Command) {
        self.count(command, nextest_line);
    }

    /// A run of the standard harness: `test result: ok. 3 passed; 0 failed; …`, once for each test program.
    pub fn libtest(&mut self, command: Command) {
        self.count(command, libtest_line);
    }

    /// A program that closes with `N passed, N failed`.
    pub fn closing_line(&mut self, command: Command) {
        self.count(command, closing_line);
    }

    fn count(&mut self, mut command: Command, read: fn(&str) -> Option<Tally>) {
        let shown = format!("{command:?}");
        println!("\n$ {}", command_line(&command));
        let (good, lines) = watched(&mut command).unwrap_or_else(|error| {
            eprintln!("{shown}: {error}");
            (false, Vec::new())
        });
        let mut failed = 0;
        for found in lines.iter().filter_map(|line| read(line)) {
            self.passed += found.passed;
            failed += found.failed;
        }
        self.failed += if good { failed } else { failed.max(1) };
    }
}

fn command_line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs a command, passes its output on as it comes, and gives back whether it ended well and what it said.
fn watched(command: &mut Command) -> std::io::Result<(bool, Vec<String>)> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let errors =
        child.stderr.take().map(|stream| thread::spawn(move || passed_on(stream, std::io::stderr())));
    let mut lines =
        child.stdout.take().map(|stream| passed_on(stream, std::io::stdout())).unwrap_or_default();
    if let Some(said) = errors.and_then(|errors| errors.join().ok()) {
        lines.extend(said);
    }
    Ok((child.wait()?.success(), lines))
}

fn passed_on(stream: impl Read, mut to: impl Write) -> Vec<String> {
    let mut lines = Vec::new();
    for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).into_owned();
        let _ = writeln!(to, "{line}");
        lines.push(line);
    }
    lines
}

/// The number before a word: `number_before("17 passed, 1 failed", " passed")` is 17.
fn number_before(text: &str, word: &str) -> Option<usize> {
    let (before, _) = text.split_once(word)?;
    let start = before.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
    before.get(start..)?.parse().ok()
}

fn nextest_line(line: &str) -> Option<Tally> {
    let line = line.trim_start().strip_prefix("Summary [")?;
    let run = number_before(line, " tests run:").or_else(|| number_before(line, " test run:"))?;
    let passed = number_before(line, " passed").unwrap_or(0);
    Some(Tally { passed, failed: run.saturating_sub(passed) })
}

fn libtest_line(line: &str) -> Option<Tally> {
    let line = line.trim_start().strip_prefix("test result: ")?;
    Some(Tally { passed: number_before(line, " passed")?, failed: number_before(line, " failed")? })
}

fn closing_line(line: &str) -> Option<Tally> {
    let (passed, failed) = line.trim().strip_suffix(" failed")?.split_once(" passed, ")?;
    Some(Tally { passed: passed.parse().ok()?, failed: failed.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_of_each_runner_are_read() {
        let tally = |passed, failed| Some(Tally { passed, failed });
        assert_eq!(nextest_line("     Summary [   0.100s] 18 tests run: 18 passed, 0 skipped"), tally(18, 0));
        assert_eq!(
            nextest_line(
                "     Summary [   0.1s] 18 tests run: 15 passed (1 slow), 2 failed, 1 timed out, 3 skipped"
            ),
            tally(15, 3)
        );
        assert_eq!(
            nextest_line("     Summary [   0.1s] 1 test run: 0 passed, 1 failed, 0 skipped"),
            tally(0, 1)
        );
        assert_eq!(
            libtest_line("test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out"),
            tally(3, 1)
        );
        assert_eq!(closing_line("12 passed, 0 failed"), tally(12, 0));
        assert_eq!(closing_line("all 12 passed, 0 failed"), None);
    }

    #[test]
    fn a_program_that_ends_badly_counts_as_a_failure() {
        let mut tally = Tally::default();
        let mut bad = Command::new("sh");
        bad.args(["-c", "echo '2 passed, 0 failed'; exit 3"]);
        tally.closing_line(bad);
        assert_eq!(tally, Tally { passed: 2, failed: 1 });
        tally.closing_line(Command::new("/there/is/no/such/program"));
        assert_eq!(tally, Tally { passed: 2, failed: 2 });
    }
}
