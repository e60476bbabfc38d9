//! A file as a person hands it in: one message, or a zip of messages. The limits are those of integration.md 7.5; names
//! inside a package are shown and never used as paths.

use std::{
    fmt::Write as _,
    io::{Cursor, Read as _},
};

use domain::distributor::{DistributorFormat, Problem, ReadProblem, Row};
use kernel::Lang;
use sha2::{Digest as _, Sha256};

use super::read_message;

/// The most bytes of a file.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;
/// The most members of a package.
pub const MOST_MEMBERS: usize = 2000;
/// The most bytes of all members of a package, unpacked.
pub const MOST_UNPACKED: usize = 200 * 1024 * 1024;

/// The messages of the sector.
#[derive(Clone, Copy, Debug, Default)]
pub struct StandardFormat;

impl DistributorFormat for StandardFormat {
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Vec<Row>, ReadProblem> {
        if bytes.len() > MOST_BYTES {
            return Err(whole(name, Problem::TooLarge { most: MOST_BYTES }));
        }
        if is_package(bytes) { unpack(name, bytes, MOST_UNPACKED) } else { Ok(vec![row(name, bytes)]) }
    }

    fn sentence(&self, problem: &ReadProblem, lang: Lang) -> String {
        super::sentence(problem, lang)
    }

    fn digest(&self, bytes: &[u8]) -> String {
        digest(bytes)
    }
}

fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

fn whole(file: &str, problem: Problem) -> ReadProblem {
    ReadProblem { file: file.to_owned(), line: 0, column: 0, element: String::new(), problem }
}

fn row(file: &str, bytes: &[u8]) -> Row {
    Row { file: file.to_owned(), message: read_message(file, bytes).map(Box::new), digest: digest(bytes) }
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The messages of a package of at most so many bytes, unpacked.
pub(super) fn unpack(name: &str, bytes: &[u8], most: usize) -> Result<Vec<Row>, ReadProblem> {
    let broken = |_| whole(name, Problem::Package);
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if package.len() > MOST_MEMBERS {
        return Err(whole(name, Problem::TooManyMembers { most: MOST_MEMBERS }));
    }
    let mut left = most;
    let mut rows = Vec::new();
    for index in 0..package.len() {
        let member = package.by_index(index).map_err(broken)?;
        if member.is_dir() {
            continue;
        }
        let file = shown(member.name());
        // What the package says of its sizes is not believed: reading stops one byte after what is left.
        let mut content = Vec::new();
        let rest = u64::try_from(left.saturating_add(1)).unwrap_or(u64::MAX);
        member.take(rest).read_to_end(&mut content).map_err(|_| whole(&file, Problem::Package))?;
        if content.len() > left {
            return Err(whole(name, Problem::TooLarge { most }));
        }
        left -= content.len();
        if is_package(&content) {
            return Err(whole(&file, Problem::Package));
        }
        rows.push(row(&file, &content));
    }
    if rows.is_empty() {
        return Err(whole(name, Problem::Empty));
    }
    Ok(rows)
}

/// A member's name as it is shown: its last part, without what cannot be printed.
fn shown(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    last.chars().filter(|c| !c.is_control()).take(120).collect()
}
