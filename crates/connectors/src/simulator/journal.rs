//! The simulator's memory: every applied command, one line each, forced to the disk before it is answered.

use std::{
    collections::BTreeSet,
    fs::{self, File, OpenOptions},
    io::{ErrorKind, Write as _},
    path::{Path, PathBuf},
};

use crate::billing::ExchangeError;

/// The append-only file.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
}

impl Journal {
    /// Opens the file and reads what was applied. A last line that was being written when the process was killed is cut
    /// off: it was never answered.
    pub fn open(folder: &Path) -> Result<(Self, Vec<Vec<String>>), ExchangeError> {
        fs::create_dir_all(folder).map_err(|error| ExchangeError::new(folder, "made", error))?;
        let path = folder.join("applied.jsonl");
        let wrong = |error| ExchangeError::new(&path, "read", error);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(wrong(error)),
        };
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        let mut rows = Vec::new();
        for line in text.get(..whole).unwrap_or_default().lines() {
            rows.push(
                serde_json::from_str(line)
                    .map_err(|error| wrong(std::io::Error::new(ErrorKind::InvalidData, error)))?,
            );
        }
        let file = OpenOptions::new().create(true).append(true).open(&path).map_err(wrong)?;
        if whole < text.len() {
            file.set_len(u64::try_from(whole).unwrap_or(0)).map_err(wrong)?;
        }
        Ok((Self { path, file }, rows))
    }

    /// Writes an applied command down, durably.
    pub fn append(&mut self, row: &[String]) -> Result<(), ExchangeError> {
        let line = format!("{}\n", serde_json::Value::from(row.to_vec()));
        let written = self.file.write_all(line.as_bytes()).and_then(|()| self.file.sync_data());
        written.map_err(|error| ExchangeError::new(&self.path, "written", error))
    }
}

/// The contracts known from the start, if a list lies in the folder.
pub(super) fn known_contracts(folder: &Path) -> Result<Option<BTreeSet<String>>, ExchangeError> {
    let path = folder.join("contracts.txt");
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(
            text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect(),
        )),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ExchangeError::new(&path, "read", error)),
    }
}
