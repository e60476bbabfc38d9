//! The simulator's memory: what it received and sent, one line each, forced to the disk.

use std::{
    fs::{self, File, OpenOptions},
    io::{ErrorKind, Write as _},
    path::{Path, PathBuf},
};

use domain::distributor::Message;
use serde::{Deserialize, Serialize};

use crate::billing::ExchangeError;

/// One line.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub(super) enum Entry {
    /// A request came.
    Received {
        /// As it was read.
        message: Box<Message>,
    },
    /// An answer went.
    Sent {
        /// The seller's code of the request.
        request: String,
        /// Which of its answers, from 0.
        step: usize,
    },
}

/// The append-only file.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
}

impl Journal {
    /// Opens the file and reads it. A last line that was being written when the process was killed is cut off.
    pub fn open(folder: &Path) -> Result<(Self, Vec<Entry>), ExchangeError> {
        let path = folder.join("requests.jsonl");
        let wrong = |error| ExchangeError::new(&path, "read", error);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(wrong(error)),
        };
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        let mut entries = Vec::new();
        for line in text.get(..whole).unwrap_or_default().lines() {
            let entry = serde_json::from_str(line);
            entries.push(entry.map_err(|error| wrong(std::io::Error::new(ErrorKind::InvalidData, error)))?);
        }
        let file = OpenOptions::new().create(true).append(true).open(&path).map_err(wrong)?;
        if whole < text.len() {
            file.set_len(u64::try_from(whole).unwrap_or(0)).map_err(wrong)?;
        }
        Ok((Self { path, file }, entries))
    }

    /// Writes a line down, durably.
    pub fn append(&mut self, entry: &Entry) -> Result<(), ExchangeError> {
        let line = serde_json::to_string(entry).map_err(std::io::Error::other);
        let written = line.and_then(|line| {
            self.file.write_all(format!("{line}\n").as_bytes())?;
            self.file.sync_data()
        });
        written.map_err(|error| ExchangeError::new(&self.path, "written", error))
    }
}
