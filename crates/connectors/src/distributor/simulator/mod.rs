//! A small distributor for demonstrations and tests: it takes requests in, says whether they are admissible and when
//! somebody comes, and a while later how it ended. It runs as a process of its own and may be killed at any moment: what
//! it has received and sent is in an append-only file, and the same answer always has the same name and content.
//!
//! What it answers depends on the end of the PDR, so that a demonstration can show each way: `99` is not known, `98`
//! supplies somebody else, `97` finds nobody at home the first time, `96` has its appointment moved. All others go well.

mod journal;
mod meters;
mod rules;

use std::{
    collections::BTreeMap,
    fs::File,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    time::Instant,
};

use domain::distributor::{Body, Message};
use journal::{Entry, Journal};
pub use meters::{AtPoint, write_meters};

use super::{
    folders::{put_answer, read_request, requests_waiting},
    simulator::rules::answers,
};
use crate::{
    billing::{ExchangeError, Folders, put_away},
    simulator::SimulatorOptions,
};

/// Runs until `stop` is set. `folder` is the exchange folder with `out` and `in`; its own memory lies in `distributor`
/// beside them; what is at its points may be told there in `meters.csv` ([`write_meters`]). Between two answers about a request `options.delay` passes.
///
/// # Errors
/// [`ExchangeError`] when its folders or its memory cannot be used.
pub fn run(folder: &Path, options: &SimulatorOptions, stop: &AtomicBool) -> Result<(), ExchangeError> {
    let mut simulator = DistributorSimulator::open(folder)?;
    let mut since: BTreeMap<String, (usize, Instant)> = BTreeMap::new();
    while !stop.load(Ordering::Relaxed) {
        simulator.receive()?;
        for (request, step) in simulator.open_requests() {
            let begun = since.entry(request.clone()).or_insert_with(|| (step, Instant::now()));
            if begun.0 != step {
                *begun = (step, Instant::now());
            }
            if begun.1.elapsed() >= options.delay {
                simulator.answer(&request)?;
            }
        }
        std::thread::sleep(options.poll);
    }
    Ok(())
}

/// A request it has received.
#[derive(Clone, Debug)]
struct Received {
    message: Message,
    /// Its place among the requests, from 1.
    number: usize,
    /// Whether a request for the same point was received before.
    again: bool,
    /// How many answers were sent.
    sent: usize,
}

/// The simulator between two looks at its folder. While it lives no other has the folder.
#[derive(Debug)]
pub struct DistributorSimulator {
    /// Held by the system for this process, and let go whenever and however it ends.
    _lock: File,
    folders: Folders,
    journal: Journal,
    received: BTreeMap<String, Received>,
    /// What is at its points, where it was told.
    points: BTreeMap<String, AtPoint>,
}

impl DistributorSimulator {
    /// Opens its folders and recalls what it has received and sent.
    ///
    /// # Errors
    /// [`ExchangeError`] when they cannot be used, or another simulator has them.
    pub fn open(folder: &Path) -> Result<Self, ExchangeError> {
        let folders = Folders::below(folder);
        folders.create()?;
        let own = folder.join("distributor");
        let lock = lock(&own)?;
        let (journal, entries) = Journal::open(&own)?;
        let points = meters::read_meters(&own)?;
        let mut simulator = Self { _lock: lock, folders, journal, received: BTreeMap::new(), points };
        for entry in entries {
            simulator.recall(entry);
        }
        Ok(simulator)
    }

    fn recall(&mut self, entry: Entry) {
        match entry {
            Entry::Received { message } => {
                let Body::Request(request) = &message.body else { return };
                let again = self.received.values().any(|other| match &other.message.body {
                    Body::Request(before) => before.pdr == request.pdr,
                    _ => false,
                });
                let number = self.received.len() + 1;
                self.received.entry(message.head.request.clone()).or_insert(Received {
                    message: *message,
                    number,
                    again,
                    sent: 0,
                });
            }
            Entry::Sent { request, step } => {
                if let Some(received) = self.received.get_mut(&request) {
                    received.sent = received.sent.max(step + 1);
                }
            }
        }
    }

    /// Takes waiting requests in; answers how many were new.
    ///
    /// # Errors
    /// [`ExchangeError`] when a file cannot be moved or the memory not be written.
    pub fn receive(&mut self) -> Result<usize, ExchangeError> {
        let mut count = 0;
        for path in requests_waiting(&self.folders)? {
            match read_request(&path) {
                Ok(message) if matches!(message.body, Body::Request(_)) => {
                    if !self.received.contains_key(&message.head.request) {
                        let entry = Entry::Received { message: Box::new(message) };
                        self.journal.append(&entry)?;
                        self.recall(entry);
                        count += 1;
                    }
                }
                Ok(_) => tracing::warn!(file = %path.display(), "a message that is no request is put away"),
                Err(problem) => tracing::warn!(problem, "a request is put away unread"),
            }
            put_away(&path, &self.folders.taken())?;
        }
        Ok(count)
    }

    fn answers(&self, received: &Received) -> Vec<Message> {
        let Body::Request(request) = &received.message.body else { return Vec::new() };
        let known = self.points.get(request.pdr.as_str());
        answers(&received.message, received.number, received.again, known)
    }

    /// Requests with answers still to send, and how many were sent.
    #[must_use]
    pub fn open_requests(&self) -> Vec<(String, usize)> {
        self.received
            .iter()
            .filter(|(_, received)| received.sent < self.answers(received).len())
            .map(|(request, received)| (request.clone(), received.sent))
            .collect()
    }

    /// Sends the next answer about a request; `false` when there is none. The file is written before it is remembered:
    /// a kill in between repeats the same file and nothing else.
    ///
    /// # Errors
    /// [`ExchangeError`] when it cannot be written.
    pub fn answer(&mut self, request: &str) -> Result<bool, ExchangeError> {
        let Some(received) = self.received.get(request) else { return Ok(false) };
        let step = received.sent;
        let all = self.answers(received);
        let (Some(answer), Body::Request(asked)) = (all.get(step), &received.message.body) else {
            return Ok(false);
        };
        let number = i64::try_from(received.number * 10 + step).unwrap_or(i64::MAX);
        put_answer(&self.folders, answer, asked.asked_on, number)?;
        let entry = Entry::Sent { request: request.to_owned(), step };
        self.journal.append(&entry)?;
        self.recall(entry);
        Ok(true)
    }

    /// Takes everything in and sends every next answer at once, without delay; answers how many were sent.
    ///
    /// # Errors
    /// [`ExchangeError`] when a file cannot be read or written.
    pub fn take_turn(&mut self) -> Result<usize, ExchangeError> {
        self.receive()?;
        let open = self.open_requests();
        for (request, _) in &open {
            self.answer(request)?;
        }
        Ok(open.len())
    }
}

/// The lock of a folder: two simulators would answer one request twice.
fn lock(folder: &Path) -> Result<File, ExchangeError> {
    let path = folder.join("lock");
    let locked = std::fs::create_dir_all(folder)
        .and_then(|()| File::create(&path))
        .and_then(|file| file.try_lock().map(|()| file).map_err(std::io::Error::from));
    locked
        .map_err(|error| ExchangeError::new(&path, "locked; another distributor plays in this folder", error))
}

#[cfg(test)]
mod tests;
