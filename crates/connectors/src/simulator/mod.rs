//! A small billing system for demonstrations and tests: it takes command files in, applies what makes sense, refuses
//! the rest with codes, and answers after a while. It runs as a process of its own and may be stopped or killed at any
//! moment: what it has applied is in an append-only file, and a command applied once is never applied again.

mod book;
mod journal;

use std::{
    collections::BTreeMap,
    fs::File,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

pub use book::Book;
use journal::Journal;

use crate::billing::{Answer, ExchangeError, Folders, Outcome, batches_waiting, read_batch, write_answers};

/// How the simulator behaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimulatorOptions {
    /// How long a command file lies before it is answered.
    pub delay: Duration,
    /// How often it looks for command files.
    pub poll: Duration,
}

impl Default for SimulatorOptions {
    fn default() -> Self {
        Self { delay: Duration::from_secs(2), poll: Duration::from_millis(500) }
    }
}

/// Runs until `stop` is set. `folder` is the exchange folder with `out` and `in`; its own memory lies in `nav` beside
/// them. Where `nav/contracts.txt` exists, one contract number a line, only those contracts and the ones made by its
/// own commands are known; without it every contract number is taken as known.
///
/// # Errors
/// [`ExchangeError`] when its folders or its memory cannot be used.
pub fn run(folder: &Path, options: &SimulatorOptions, stop: &AtomicBool) -> Result<(), ExchangeError> {
    let mut simulator = Simulator::open(folder)?;
    let mut seen: BTreeMap<PathBuf, Instant> = BTreeMap::new();
    while !stop.load(Ordering::Relaxed) {
        let waiting = batches_waiting(&simulator.folders)?;
        seen.retain(|path, _| waiting.contains(path));
        for path in waiting {
            let first = *seen.entry(path.clone()).or_insert_with(Instant::now);
            if first.elapsed() >= options.delay {
                simulator.take(&path)?;
                seen.remove(&path);
            }
        }
        std::thread::sleep(options.poll);
    }
    Ok(())
}

/// The simulator between two looks at its folder. While it lives no other has the folder.
#[derive(Debug)]
pub struct Simulator {
    /// Held by the system for this process, and let go whenever and however it ends.
    _lock: File,
    folders: Folders,
    journal: Journal,
    book: Book,
}

impl Simulator {
    /// Opens its folders and recalls what it has applied.
    ///
    /// # Errors
    /// [`ExchangeError`] when they cannot be used, or another simulator has them.
    pub fn open(folder: &Path) -> Result<Self, ExchangeError> {
        let folders = Folders::below(folder);
        folders.create()?;
        let lock = lock(&folder.join("nav"))?;
        let (journal, applied) = Journal::open(&folder.join("nav"))?;
        let mut book = Book::new(journal::known_contracts(&folder.join("nav"))?);
        for row in applied {
            book.apply(&row);
        }
        Ok(Self { _lock: lock, folders, journal, book })
    }

    /// What it has applied.
    #[must_use]
    pub const fn book(&self) -> &Book {
        &self.book
    }

    /// Takes in every waiting command file at once, without delay; answers how many.
    ///
    /// # Errors
    /// [`ExchangeError`] when a file cannot be read or written.
    pub fn take_all(&mut self) -> Result<usize, ExchangeError> {
        let waiting = batches_waiting(&self.folders)?;
        for path in &waiting {
            self.take(path)?;
        }
        Ok(waiting.len())
    }

    /// Applies a file's commands, answers, and puts the file away: in this order, so that a kill in between repeats
    /// the answer and nothing else.
    fn take(&mut self, path: &Path) -> Result<(), ExchangeError> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match read_batch(path) {
            Ok(batch) => {
                let mut answers = Vec::new();
                for row in &batch.rows {
                    answers.push(self.command(row)?);
                }
                write_answers(&self.folders, &name.replace("CMD-", "ANS-"), &answers)?;
            }
            Err(error) => tracing::warn!(%error, "a command file is put away unread"),
        }
        let taken = self.folders.taken().join(&name);
        std::fs::rename(path, &taken).map_err(|error| ExchangeError::new(path, "moved", error))
    }

    fn command(&mut self, row: &[String]) -> Result<Answer, ExchangeError> {
        let cell = |at: usize| row.get(at).cloned().unwrap_or_default();
        let (key, revision) = (cell(1), cell(2).parse().ok());
        let answer = |outcome, code: &str, text: &str| Answer {
            key: key.clone(),
            outcome,
            code: code.to_owned(),
            text: text.to_owned(),
            revision,
        };
        if self.book.has_applied(&key) {
            return Ok(answer(Outcome::AlreadyApplied, "I001", "Comando già applicato"));
        }
        if let Err((code, text)) = self.book.judge(row) {
            return Ok(answer(Outcome::Rejected, code, &text));
        }
        self.journal.append(row)?;
        self.book.apply(row);
        Ok(answer(Outcome::Applied, "I000", "Applicato"))
    }
}

/// The lock of a folder: two simulators would answer one command twice.
fn lock(folder: &Path) -> Result<File, ExchangeError> {
    let path = folder.join("lock");
    let locked = std::fs::create_dir_all(folder)
        .and_then(|()| File::create(&path))
        .and_then(|file| file.try_lock().map(|()| file).map_err(std::io::Error::from));
    locked.map_err(|error| {
        ExchangeError::new(&path, "locked; another billing system plays in this folder", error)
    })
}

#[cfg(test)]
mod tests;
