//! How a file becomes messages. The trait stands here so that operations can be given a format as they are given a
//! clock; the one of the sector is in the connectors.

use kernel::Lang;

use super::Message;

/// A message of a file, or why it is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The file, or the member of the package.
    pub file: String,
    /// What it says.
    pub message: Result<Box<Message>, ReadProblem>,
    /// SHA-256 of the message as it came, in hexadecimal: tells a repetition from another message of the same step.
    pub digest: String,
}

/// Reads files of messages.
pub trait DistributorFormat: Send + Sync + std::fmt::Debug {
    /// The messages of a file or of a package of files. What cannot be read is a row that says so: one bad message
    /// never holds up the others.
    ///
    /// # Errors
    /// [`ReadProblem`] when the file as a whole cannot be used: too large, a broken package.
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Vec<Row>, ReadProblem>;

    /// What is wrong with a file, in words for people.
    fn sentence(&self, problem: &ReadProblem, lang: Lang) -> String;

    /// SHA-256 of a file, in hexadecimal: the same file is known again by it.
    fn digest(&self, bytes: &[u8]) -> String;
}

/// Why a message cannot be read: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadProblem {
    /// The file, or the member of the package.
    pub file: String,
    /// Line from 1; 0 where no place can be told.
    pub line: usize,
    /// Character of the line, from 1; 0 where no place can be told.
    pub column: usize,
    /// The element, as a path from the root; empty where none is meant.
    pub element: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a file or an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// More bytes than are taken.
    TooLarge {
        /// The most that are taken.
        most: usize,
    },
    /// More members in a package than are taken.
    TooManyMembers {
        /// The most that are taken.
        most: usize,
    },
    /// A package that cannot be unpacked, or that hides another one.
    Package,
    /// A package with no file in it.
    Empty,
    /// A file that is neither XML nor a package.
    NotXml,
    /// Bytes that are not what the file says its letters are.
    Encoding {
        /// The name of the encoding.
        encoding: String,
    },
    /// XML that breaks off or is badly written.
    Malformed {
        /// The parser's words.
        words: String,
    },
    /// A document type or an entity of its own: refused for safety.
    Declaration,
    /// Elements within elements beyond what is taken.
    TooDeep {
        /// The most that are taken.
        most: usize,
    },
    /// More elements than are taken.
    TooManyElements {
        /// The most that are taken.
        most: usize,
    },
    /// Another root.
    Root {
        /// What stands there.
        found: String,
    },
    /// An element, or an attribute, that must be there is not.
    Missing,
    /// An element that may be there once is there again.
    Twice,
    /// A value that is not of its kind.
    Value {
        /// What stands there, shortened.
        found: String,
        /// What was expected.
        expected: Expected,
    },
}

/// What was expected where another value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The code of a service: a letter and two characters.
    Service,
    /// One of 0050, 0100, 0200, 0150.
    Flow,
    /// A VAT number of eleven digits.
    VatNumber,
    /// A PDR of fourteen digits.
    Pdr,
    /// A day as dd/mm/yyyy.
    Day,
    /// A time of day as hh:mm.
    Time,
    /// A time after the beginning of the band.
    Later,
    /// 0 or 1.
    Flag,
    /// A whole number, not negative.
    Number,
    /// A year of four digits.
    Year,
    /// A text of at most so many characters.
    Text(usize),
}
