//! Answer files: `key;esito;codice;testo`, and a fifth cell with the revision answered.
//!
//! The far side is not ours, so everything is taken as it comes: a broken row does not hold up the others, a word that
//! is not known counts as "not answered yet".

use std::{fs, path::PathBuf};

use super::{
    ExchangeError, Folders,
    cells::{decode, encode, line, split},
    folders::{finished, put, put_away},
};

/// What the far side says about a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// `APPLICATO`.
    Applied,
    /// `GIA_APPLICATO`: it had been applied before.
    AlreadyApplied,
    /// `RIFIUTATO`: it was not applied and will not be.
    Rejected,
    /// Anything else: the answer is still awaited.
    Pending(String),
}

impl Outcome {
    fn of(word: &str) -> Self {
        match word.trim().to_ascii_uppercase().replace([' ', '-'], "_").as_str() {
            "APPLICATO" | "OK" => Self::Applied,
            "GIA_APPLICATO" => Self::AlreadyApplied,
            "RIFIUTATO" | "KO" => Self::Rejected,
            _ => Self::Pending(word.to_owned()),
        }
    }

    fn word(&self) -> &str {
        match self {
            Self::Applied => "APPLICATO",
            Self::AlreadyApplied => "GIA_APPLICATO",
            Self::Rejected => "RIFIUTATO",
            Self::Pending(word) => word,
        }
    }
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The key of the command.
    pub key: String,
    /// What became of it.
    pub outcome: Outcome,
    /// The far side's code.
    pub code: String,
    /// The far side's words.
    pub text: String,
    /// Which handing over it answers, where the far side says it.
    pub revision: Option<i64>,
}

/// A row that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenRow {
    /// Its line in the file, from 1.
    pub line: usize,
    /// As it stands there.
    pub text: String,
    /// What is wrong, in Italian, for those who look after the far side.
    pub reason: &'static str,
}

/// A file of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Its readable rows.
    pub answers: Vec<Answer>,
    /// Its unreadable rows.
    pub broken: Vec<BrokenRow>,
}

impl AnswerFile {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Moves the file to those taken in, its broken rows to the refused ones with the reasons beside them. Call it
    /// when every answer is stored: until then the file stays and is read again.
    ///
    /// # Errors
    /// [`ExchangeError`] when a file cannot be written or moved.
    pub fn put_away(&self, folders: &Folders) -> Result<(), ExchangeError> {
        if !self.broken.is_empty() {
            let name = self.name();
            let rows: String = self.broken.iter().map(|row| format!("{}\r\n", row.text)).collect();
            let reasons: String =
                self.broken.iter().map(|row| format!("riga {}: {}\r\n", row.line, row.reason)).collect();
            put(&folders.refused(), &name, &encode(&rows))?;
            put(&folders.refused(), &format!("{name}.motivo.txt"), &encode(&reasons))?;
        }
        put_away(&self.path, &folders.done())
    }
}

/// Reads every answer file that is complete, by name. Files under another ending than `.csv` are still being written.
///
/// # Errors
/// [`ExchangeError`] when the folder or a file cannot be read.
pub fn read_answers(folders: &Folders) -> Result<Vec<AnswerFile>, ExchangeError> {
    let mut files = Vec::new();
    for path in finished(&folders.answers, &["csv"])? {
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            // Another worker took it in between.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(ExchangeError::new(&path, "read", error)),
        };
        let mut file = AnswerFile { path, answers: Vec::new(), broken: Vec::new() };
        for (at, text) in decode(&bytes).lines().enumerate() {
            if text.trim().is_empty() || is_head(text) {
                continue;
            }
            match answer(text) {
                Ok(answer) => file.answers.push(answer),
                Err(reason) => file.broken.push(BrokenRow { line: at + 1, text: text.to_owned(), reason }),
            }
        }
        files.push(file);
    }
    Ok(files)
}

fn is_head(text: &str) -> bool {
    split(text).is_some_and(|cells| cells.first().is_some_and(|cell| cell.eq_ignore_ascii_case("key")))
}

fn answer(text: &str) -> Result<Answer, &'static str> {
    let cells = split(text).ok_or("le virgolette non sono chiuse")?;
    let [key, word, code, words, rest @ ..] = cells.as_slice() else {
        return Err("servono quattro campi: key;esito;codice;testo");
    };
    let revision = match rest {
        [] => None,
        [cell] if cell.is_empty() => None,
        [cell] => Some(cell.parse().map_err(|_| "la revisione non è un numero")?),
        _ => return Err("i campi sono più di cinque"),
    };
    if key.trim().is_empty() {
        return Err("manca la chiave del comando");
    }
    Ok(Answer {
        key: key.trim().to_owned(),
        outcome: Outcome::of(word),
        code: code.trim().to_owned(),
        text: words.trim().to_owned(),
        revision,
    })
}

/// Writes an answer file, as the far side does.
///
/// # Errors
/// [`ExchangeError`] when it cannot be written.
pub fn write_answers(folders: &Folders, name: &str, answers: &[Answer]) -> Result<PathBuf, ExchangeError> {
    let mut text = line(&["key", "esito", "codice", "testo", "revisione"].map(str::to_owned));
    for a in answers {
        let revision = a.revision.map(|revision| revision.to_string()).unwrap_or_default();
        text.push_str(&line(&[
            a.key.clone(),
            a.outcome.word().to_owned(),
            a.code.clone(),
            a.text.clone(),
            revision,
        ]));
    }
    put(&folders.answers, name, &encode(&text))
}
