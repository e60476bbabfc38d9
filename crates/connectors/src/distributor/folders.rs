//! The folder shared with the distributor: requests in `out`, answers in `in`, like that of billing.

use std::{
    fs,
    path::{Path, PathBuf},
};

use domain::distributor::Message;
use kernel::Date;

use super::{file_name, write_message};
use crate::billing::{ExchangeError, Folders, finished, put, put_away};

/// What the distributor's files end with; a package may lie there too.
const ENDINGS: [&str; 2] = ["xml", "zip"];

/// An answer file as it came. It is read by the operation that takes it in, which keeps it as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl AnswerFile {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Moves the file to those taken in. Call it when its messages are stored: until then it stays and is read again.
    ///
    /// # Errors
    /// [`ExchangeError`] when it cannot be moved.
    pub fn put_away(&self, folders: &Folders) -> Result<(), ExchangeError> {
        put_away(&self.path, &folders.done())
    }

    /// Moves a file that cannot be used to the refused ones, with the reason beside it.
    ///
    /// # Errors
    /// [`ExchangeError`] when a file cannot be written or moved.
    pub fn refuse(&self, folders: &Folders, reason: &str) -> Result<(), ExchangeError> {
        put(&folders.refused(), &format!("{}.motivo.txt", self.name()), reason.as_bytes())?;
        put_away(&self.path, &folders.refused())
    }
}

/// Writes a request. The same message and number give the same file: writing it again does no harm.
///
/// # Errors
/// [`ExchangeError`] when it cannot be written.
pub fn put_request(
    folders: &Folders,
    message: &Message,
    on: Date,
    number: i64,
) -> Result<PathBuf, ExchangeError> {
    put(&folders.out, &file_name(message, on, number), &write_message(message))
}

/// Requests the distributor has not taken yet, by name.
///
/// # Errors
/// [`ExchangeError`] when the folder cannot be read.
pub fn requests_waiting(folders: &Folders) -> Result<Vec<PathBuf>, ExchangeError> {
    finished(&folders.out, &["xml"])
}

/// Writes an answer, as the distributor does.
///
/// # Errors
/// [`ExchangeError`] when it cannot be written.
pub fn put_answer(
    folders: &Folders,
    message: &Message,
    on: Date,
    number: i64,
) -> Result<PathBuf, ExchangeError> {
    put(&folders.answers, &file_name(message, on, number), &write_message(message))
}

/// Every answer file that is complete, by name. Files under another ending are still being written.
///
/// # Errors
/// [`ExchangeError`] when the folder or a file cannot be read.
pub fn read_answers(folders: &Folders) -> Result<Vec<AnswerFile>, ExchangeError> {
    let mut files = Vec::new();
    for path in finished(&folders.answers, &ENDINGS)? {
        match fs::read(&path) {
            Ok(bytes) => files.push(AnswerFile { path, bytes }),
            // Another worker took it in between.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(ExchangeError::new(&path, "read", error)),
        }
    }
    Ok(files)
}

/// The request in a file, as the distributor reads it.
pub(crate) fn read_request(path: &Path) -> Result<Message, String> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    super::read_message(&name, &bytes).map_err(|problem| super::sentence(&problem, kernel::Lang::En))
}
