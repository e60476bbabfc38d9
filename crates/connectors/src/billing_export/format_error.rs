//! A folder or a file that is not what the profile says: one sentence with the file, what was expected, what was
//! found, what to do.

use kernel::Lang;

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A zip archive, which an Excel workbook is too.
    Workbook,
    /// A workbook of Excel before 2007.
    OldWorkbook,
    /// A PDF.
    Pdf,
    /// A compressed file.
    Compressed,
    /// Text in UTF-16.
    Utf16,
    /// HTML or XML.
    Markup,
    /// Bytes that are no text.
    Binary,
}

impl Found {
    const fn in_language(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Workbook, Lang::It) => "una cartella di Excel (xlsx) o un archivio zip",
            (Self::Workbook, Lang::En) => "an Excel workbook (xlsx) or a zip archive",
            (Self::OldWorkbook, Lang::It) => "una cartella di Excel (xls)",
            (Self::OldWorkbook, Lang::En) => "an Excel workbook (xls)",
            (Self::Pdf, Lang::It) => "un documento PDF",
            (Self::Pdf, Lang::En) => "a PDF document",
            (Self::Compressed, Lang::It) => "un file compresso",
            (Self::Compressed, Lang::En) => "a compressed file",
            (Self::Utf16, Lang::It) => "un testo UTF-16 («Testo Unicode»)",
            (Self::Utf16, Lang::En) => "UTF-16 text (\"Unicode text\")",
            (Self::Markup, Lang::It) => "una pagina HTML o un documento XML",
            (Self::Markup, Lang::En) => "an HTML page or an XML document",
            (Self::Binary, Lang::It) => "dati binari",
            (Self::Binary, Lang::En) => "binary data",
        }
    }
}

/// Why an export cannot be read at all. `Display` is English; [`FormatError::message`] speaks both languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub enum FormatError {
    /// The folder cannot be opened.
    Folder {
        /// The folder.
        path: String,
        /// What the system says.
        problem: String,
    },
    /// Files of the export are not in the folder.
    MissingFiles {
        /// The folder.
        path: String,
        /// The names that are missing.
        files: Vec<String>,
        /// How many files an export has.
        expected: usize,
    },
    /// A file has no header.
    Empty {
        /// The file.
        file: String,
    },
    /// A file is no text.
    NotText {
        /// The file.
        file: String,
        /// What it is.
        found: Found,
    },
    /// A file carries the columns of another file of the export.
    AnotherFile {
        /// The file.
        file: String,
        /// The file whose columns it has.
        looks_like: String,
    },
    /// Cells are separated by another sign.
    Delimiter {
        /// The file.
        file: String,
        /// The sign of the profile.
        expected: char,
        /// The sign found.
        found: char,
    },
    /// Columns are missing from the header.
    Columns {
        /// The file.
        file: String,
        /// The columns that are missing.
        missing: Vec<String>,
        /// The first cells found instead.
        found: Vec<String>,
    },
    /// Reading failed half-way.
    Read {
        /// The file.
        file: String,
        /// What the system says.
        problem: String,
    },
}

impl FormatError {
    /// The sentence in the language asked for.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::It => self.italian(),
            Lang::En => self.english(),
        }
    }

    fn italian(&self) -> String {
        match self {
            Self::Folder { path, problem } => format!(
                "La cartella {path} non si può aprire ({problem}). Indica la cartella che contiene i file dell'esportazione."
            ),
            Self::MissingFiles { path, files, expected } => format!(
                "Nella cartella {path} mancano {} dei {expected} file dell'esportazione: {}. Copia nella cartella tutti i file e riprova.",
                files.len(),
                files.join(", ")
            ),
            Self::Empty { file } => {
                format!(
                    "{file} è vuoto: nella prima riga servono i nomi delle colonne. Ripeti l'esportazione."
                )
            }
            Self::NotText { file, found } => format!(
                "{file} non è un file di testo: è {}. Esportalo di nuovo come testo CSV, senza rinominarlo.",
                found.in_language(Lang::It)
            ),
            Self::AnotherFile { file, looks_like } => format!(
                "{file} ha le colonne di {looks_like}: i file sono stati scambiati o rinominati. Ripeti l'esportazione."
            ),
            Self::Delimiter { file, expected, found } => format!(
                "{file} separa le colonne con {}, ma il profilo prevede {}. Esportalo di nuovo, oppure cambia «delimiter» nel profilo.",
                sign(*found),
                sign(*expected)
            ),
            Self::Columns { file, missing, found } => format!(
                "In {file} mancano colonne: {}. Nella prima riga c'è invece: {}. Ripeti l'esportazione con i nomi delle colonne.",
                missing.join(", "),
                found.join(", ")
            ),
            Self::Read { file, problem } => {
                format!("La lettura di {file} si è interrotta ({problem}). Controlla il disco e riprova.")
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Folder { path, problem } => {
                format!(
                    "Folder {path} cannot be opened ({problem}). Give the folder that holds the export's files."
                )
            }
            Self::MissingFiles { path, files, expected } => format!(
                "Folder {path} lacks {} of the {expected} files of an export: {}. Copy all files there and try again.",
                files.len(),
                files.join(", ")
            ),
            Self::Empty { file } => {
                format!("{file} is empty: its first line must hold the column names. Export it again.")
            }
            Self::NotText { file, found } => format!(
                "{file} is not a text file: it is {}. Export it again as CSV text instead of renaming it.",
                found.in_language(Lang::En)
            ),
            Self::AnotherFile { file, looks_like } => {
                format!(
                    "{file} has the columns of {looks_like}: files were swapped or renamed. Export them again."
                )
            }
            Self::Delimiter { file, expected, found } => format!(
                "{file} separates columns with {}, but the profile says {}. Export it again, or change \"delimiter\" in the profile.",
                sign(*found),
                sign(*expected)
            ),
            Self::Columns { file, missing, found } => format!(
                "{file} lacks columns: {}. Its first line holds instead: {}. Export it again with column names.",
                missing.join(", "),
                found.join(", ")
            ),
            Self::Read { file, problem } => {
                format!("Reading {file} broke off ({problem}). Check the disk and try again.")
            }
        }
    }
}

fn sign(c: char) -> String {
    if c == '\t' { "TAB".to_owned() } else { format!("«{c}»") }
}
