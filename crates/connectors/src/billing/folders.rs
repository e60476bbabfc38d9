//! The folders both sides share, and writing a file so that nobody ever sees half of it.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
};

use super::ExchangeError;

/// The folders both sides share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// Command files for the billing system.
    pub out: PathBuf,
    /// Answer files of the billing system.
    pub answers: PathBuf,
}

impl Folders {
    /// The folders `out` and `in` below one folder.
    #[must_use]
    pub fn below(root: &Path) -> Self {
        Self { out: root.join("out"), answers: root.join("in") }
    }

    /// Where the billing system puts command files it has taken in.
    #[must_use]
    pub fn taken(&self) -> PathBuf {
        self.out.join("done")
    }

    /// Where answer files go once they are taken in.
    #[must_use]
    pub fn done(&self) -> PathBuf {
        self.answers.join("done")
    }

    /// Where unreadable rows of answer files go, each file with one that says why.
    #[must_use]
    pub fn refused(&self) -> PathBuf {
        self.answers.join("refused")
    }

    /// Makes the folders that are missing.
    ///
    /// # Errors
    /// [`ExchangeError`] names the folder that cannot be made.
    pub fn create(&self) -> Result<(), ExchangeError> {
        for folder in [self.taken(), self.done(), self.refused()] {
            fs::create_dir_all(&folder).map_err(|error| ExchangeError::new(&folder, "made", error))?;
        }
        Ok(())
    }
}

/// Writes a file under another name, forces it to the disk and renames it: readers see nothing or all of it, also
/// after a loss of power. What a killed writer left behind is overwritten.
pub(crate) fn put(folder: &Path, name: &str, content: &[u8]) -> Result<PathBuf, ExchangeError> {
    let (draft, path) = (folder.join(format!("{name}.tmp")), folder.join(name));
    let written = || -> std::io::Result<()> {
        let mut file = File::create(&draft)?;
        file.write_all(content)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&draft, &path)?;
        sync_folder(folder);
        Ok(())
    };
    written().map_err(|error| ExchangeError::new(&path, "written", error))?;
    Ok(path)
}

/// Moves a file into another folder; one of that name there is replaced.
pub(crate) fn put_away(path: &Path, folder: &Path) -> Result<(), ExchangeError> {
    let Some(name) = path.file_name() else { return Ok(()) };
    match fs::rename(path, folder.join(name)) {
        // Somebody moved it before: two workers read the same folder.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && folder.exists() => Ok(()),
        other => other.map_err(|error| ExchangeError::new(path, "moved", error)),
    }?;
    sync_folder(folder);
    Ok(())
}

/// The rename is durable once the folder is; on systems where a folder cannot be opened the next start repeats the work.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Finished files of a folder, by name: those with one of the endings, such as `csv`.
pub(crate) fn finished(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, ExchangeError> {
    let wrong = |error| ExchangeError::new(folder, "read", error);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let path = entry.map_err(wrong)?.path();
        let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
        if endings.iter().any(|known| ending.eq_ignore_ascii_case(known)) && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
