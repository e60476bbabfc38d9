//! Opens an export: every file must be there and be what its name says, before the first row is read.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use domain::import::{Finding, Reason, Refusal, Table};
use encoding_rs::{Encoding, UTF_8};
use kernel::Date;

use super::cells::refusal;
use super::format_error::{FormatError, Found};
use super::layout::Layout;
use super::lines::{Lines, Record};
use super::pass::Pass;
use super::profile::Profile;
use super::sentences;

/// How much of a file is looked at to tell what it is.
const SAMPLE: usize = 64 * 1024;
/// Mark at the beginning of some UTF-8 files.
const UTF_8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// An export that was opened: eight files, each with its columns found.
#[derive(Debug)]
pub struct Reader {
    profile: Profile,
    files: BTreeMap<Table, Opened>,
}

/// One file of an export.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) name: String,
    pub(super) layout: Layout,
    pub(super) encoding: &'static Encoding,
    path: PathBuf,
    /// Bytes before the header: a mark of the encoding.
    skip: u64,
}

impl Reader {
    /// Opens the folder of an export and checks all its files. Names may differ in case.
    ///
    /// # Errors
    /// [`FormatError`] for the first file that is missing or is not what its name says.
    pub fn open(folder: &Path, profile: &Profile) -> Result<Self, FormatError> {
        let paths = find_files(folder, profile)?;
        let mut files = BTreeMap::new();
        for (table, path) in paths {
            files.insert(table, Opened::check(table, path, profile)?);
        }
        Ok(Self { profile: profile.clone(), files })
    }

    /// Starts a pass over all files, with nothing accepted yet. A second pass starts anew. Readings, payments and
    /// births after `today` are refused.
    #[must_use]
    pub fn pass(&self, today: Date) -> Pass<'_> {
        Pass::new(self, today)
    }

    /// The entry of the report for what came to light when a row met what is stored.
    #[must_use]
    pub fn finding(&self, row: u64, finding: &Finding) -> Refusal {
        let (table, field, reason, value) = match finding {
            Finding::ContractEndedHere { number, .. } => {
                (Table::Contracts, "number", Reason::ContractEndedHere, number.clone())
            }
            Finding::ContractMadeHere { number } => {
                (Table::Contracts, "number", Reason::ContractMadeHere, number.clone())
            }
            Finding::ReadingBelowLast { value, .. } => {
                (Table::Readings, "value", Reason::ReadingBelowLast, value.to_string())
            }
        };
        let header = self.files.get(&table).map_or("", |file| file.layout.header(field));
        let sentence = sentences::finding(finding, &self.profile.forms.date);
        refusal(row, reason, header, &value, sentence)
    }

    /// The profile it reads by.
    #[must_use]
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The name of a table's file, as the report names it.
    #[must_use]
    pub fn file_name(&self, table: Table) -> &str {
        self.profile.file_name(table)
    }

    /// How many rows a table's file has, to show how far a pass has come: its lines without the header. A cell that goes
    /// over several lines counts as many rows, so that there may be fewer.
    ///
    /// # Errors
    /// [`FormatError::Read`] when the file cannot be read to its end.
    pub fn count_rows(&self, table: Table) -> Result<u64, FormatError> {
        let Some(opened) = self.files.get(&table) else { return Ok(0) };
        let failed = |error: std::io::Error| FormatError::Read {
            file: opened.name.clone(),
            problem: error.to_string(),
        };
        let mut file = BufReader::with_capacity(SAMPLE, File::open(&opened.path).map_err(failed)?);
        let (mut lines, mut open) = (0_u64, false);
        loop {
            let read = file.fill_buf().map_err(failed)?;
            let (Some(last), length) = (read.last(), read.len()) else { break };
            open = *last != b'\n';
            let ends = read.iter().filter(|byte| **byte == b'\n').count();
            lines += u64::try_from(ends).unwrap_or(0);
            file.consume(length);
        }
        Ok((lines + u64::from(open)).saturating_sub(1))
    }

    pub(super) fn file(&self, table: Table) -> Option<&Opened> {
        self.files.get(&table)
    }
}

impl Opened {
    fn check(table: Table, path: PathBuf, profile: &Profile) -> Result<Self, FormatError> {
        let name = profile.file_name(table).to_owned();
        let failed =
            |error: std::io::Error| FormatError::Read { file: name.clone(), problem: error.to_string() };
        let mut file = File::open(&path).map_err(failed)?;
        let mut sample = Vec::new();
        file.by_ref().take(SAMPLE as u64).read_to_end(&mut sample).map_err(failed)?;
        if let Some(found) = what_it_is(&sample) {
            return Err(FormatError::NotText { file: name, found });
        }
        let marked = sample.starts_with(UTF_8_MARK);
        let encoding = if marked { UTF_8 } else { profile.encoding };
        let skip = if marked { UTF_8_MARK.len() } else { 0 };
        let text = sample.get(skip..).unwrap_or_default();
        let mut lines = Lines::new(text, profile.delimiter, profile.quote);
        let Ok(Some(Record::Cells(cells))) = lines.next() else {
            return Err(FormatError::Empty { file: name });
        };
        let header: Vec<String> = cells.iter().map(|cell| decode(encoding, cell)).collect();
        match Layout::bind(table, profile, &header) {
            Ok(layout) => Ok(Self { name, layout, encoding, path, skip: skip as u64 }),
            Err(missing) => Err(wrong_header(table, profile, &header, missing)),
        }
    }

    /// The rows of the file, after its header.
    pub(super) fn lines(&self, profile: &Profile) -> Result<Lines<BufReader<File>>, FormatError> {
        let failed = |error: std::io::Error| self.failed(&error);
        let mut file = File::open(&self.path).map_err(failed)?;
        file.seek(SeekFrom::Start(self.skip)).map_err(failed)?;
        let source = BufReader::with_capacity(256 * 1024, file);
        let mut lines = Lines::new(source, profile.delimiter, profile.quote);
        lines.next().map_err(failed)?;
        lines.expect(self.layout.width);
        Ok(lines)
    }

    pub(super) fn failed(&self, error: &std::io::Error) -> FormatError {
        FormatError::Read { file: self.name.clone(), problem: error.to_string() }
    }
}

/// The text of a cell. Where the encoding has one byte a character, bytes beyond ASCII that make sense as UTF-8 are
/// UTF-8: a row pasted in from elsewhere. Accented text of such an encoding practically never looks like that.
pub(super) fn decode(encoding: &'static Encoding, bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if encoding.is_single_byte() => text.to_owned(),
        _ => encoding.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

fn find_files(folder: &Path, profile: &Profile) -> Result<Vec<(Table, PathBuf)>, FormatError> {
    let path = folder.display().to_string();
    let failed =
        |error: std::io::Error| FormatError::Folder { path: path.clone(), problem: error.to_string() };
    let mut present = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        present.push(entry.map_err(failed)?);
    }
    let mut found = Vec::new();
    let mut missing = Vec::new();
    for table in Table::ALL {
        let name = profile.file_name(*table);
        // An exact name wins over one that differs in case.
        let exact = present.iter().find(|entry| entry.file_name().to_str() == Some(name));
        let similar = || {
            let same = |text: &str| text.eq_ignore_ascii_case(name);
            present.iter().find(|entry| entry.file_name().to_str().is_some_and(same))
        };
        match exact.or_else(similar).filter(|entry| entry.path().is_file()) {
            Some(entry) => found.push((*table, entry.path())),
            None => missing.push(name.to_owned()),
        }
    }
    if missing.is_empty() {
        Ok(found)
    } else {
        Err(FormatError::MissingFiles { path, files: missing, expected: Table::ALL.len() })
    }
}

/// What a file is, when it is no text.
fn what_it_is(sample: &[u8]) -> Option<Found> {
    let starts = |mark: &[u8]| sample.starts_with(mark);
    let first = sample.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        Some(Found::Workbook)
    } else if starts(b"\xD0\xCF\x11\xE0") {
        Some(Found::OldWorkbook)
    } else if starts(b"%PDF") {
        Some(Found::Pdf)
    } else if starts(b"\x1F\x8B") {
        Some(Found::Compressed)
    } else if starts(b"\xFF\xFE") || starts(b"\xFE\xFF") {
        Some(Found::Utf16)
    } else if sample.get(first) == Some(&b'<') {
        Some(Found::Markup)
    } else {
        // A stray control character is a broken row; many zeros, or a zero in the header, are no text at all.
        let header_end = sample.iter().position(|byte| *byte == b'\n').unwrap_or(sample.len());
        let zero_in_header = sample.iter().take(header_end).any(|byte| *byte == 0);
        zero_in_header.then_some(Found::Binary)
    }
}

fn wrong_header(table: Table, profile: &Profile, header: &[String], missing: Vec<String>) -> FormatError {
    let file = profile.file_name(table).to_owned();
    let other =
        Table::ALL.iter().find(|other| **other != table && Layout::bind(**other, profile, header).is_ok());
    if let Some(other) = other {
        return FormatError::AnotherFile { file, looks_like: profile.file_name(*other).to_owned() };
    }
    if let [only] = header {
        let expected = char::from(profile.delimiter);
        let found = [';', ',', '\t', '|'].into_iter().find(|sign| {
            let cells: Vec<String> =
                only.split(*sign).map(|cell| cell.trim_matches('"').to_owned()).collect();
            *sign != expected && Layout::bind(table, profile, &cells).is_ok()
        });
        if let Some(found) = found {
            return FormatError::Delimiter { file, expected, found };
        }
    }
    let found = header
        .iter()
        .take(8)
        .map(|cell| cell.chars().filter(|c| !c.is_control()).take(40).collect())
        .collect();
    FormatError::Columns { file, missing, found }
}
