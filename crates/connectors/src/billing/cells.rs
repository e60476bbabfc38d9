//! Cells as the far side writes them: Windows-1252, every cell in quotation marks, decimal commas, days as dd/mm/yyyy.

use encoding_rs::WINDOWS_1252;
use kernel::Date;

/// A row: cells in quotation marks, a mark inside doubled, separated by semicolons, ended by CR LF. Line breaks inside
/// a cell become spaces, because the far side reads line by line.
pub(super) fn line(cells: &[String]) -> String {
    let mut text = String::new();
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(';');
        }
        text.push('"');
        for c in cell.chars() {
            match c {
                '"' => text.push_str("\"\""),
                c if c.is_control() => text.push(' '),
                c => text.push(c),
            }
        }
        text.push('"');
    }
    text.push_str("\r\n");
    text
}

/// Windows-1252. A letter it does not have is written without its marks (`Ț` becomes `T`), any other sign as `?`.
pub(super) fn encode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut one = [0; 4];
    for c in text.chars() {
        let (encoded, _, unmappable) = WINDOWS_1252.encode(c.encode_utf8(&mut one));
        if unmappable {
            bytes.extend_from_slice(plain(c).as_bytes());
        } else {
            bytes.extend_from_slice(&encoded);
        }
    }
    bytes
}

fn plain(c: char) -> String {
    let folded = kernel::fold(&c.to_string());
    match folded.as_str() {
        letters if !letters.is_empty() && letters.is_ascii() && c.is_uppercase() => {
            letters.to_ascii_uppercase()
        }
        letters if !letters.is_empty() && letters.is_ascii() => letters.to_owned(),
        _ => "?".to_owned(),
    }
}

/// Text from Windows-1252, or from UTF-8 when a byte order mark says so.
pub(super) fn decode(bytes: &[u8]) -> String {
    WINDOWS_1252.decode(bytes).0.into_owned()
}

/// The cells of one line; none when it has an open quotation mark or cannot be split.
pub(super) fn split(line: &str) -> Option<Vec<String>> {
    let mut cells = Vec::new();
    let mut rest = line.trim_end_matches(['\r', '\n']);
    loop {
        let trimmed = rest.trim_start();
        let (cell, after) = match trimmed.strip_prefix('"') {
            Some(quoted) => {
                let (cell, after) = unquote(quoted)?;
                (cell, after.trim_start())
            }
            None => {
                let end = trimmed.find(';').unwrap_or(trimmed.len());
                let (cell, after) = trimmed.split_at(end);
                (cell.trim_end().to_owned(), after)
            }
        };
        cells.push(cell);
        match after.strip_prefix(';') {
            Some(next) => rest = next,
            None if after.is_empty() => return Some(cells),
            None => return None,
        }
    }
}

/// What stands before the closing quotation mark, and what after it.
fn unquote(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None => return Some((cell, after)),
        }
    }
}

/// `18/03/2026`.
pub(crate) fn day_cell(day: Date) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

/// Reads `18/03/2026`.
pub(crate) fn day(text: &str) -> Option<Date> {
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `46,50` of 4650 cents.
pub(super) fn euro_cell(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.unsigned_abs();
    format!("{sign}{},{:02}", cents / 100, cents % 100)
}
