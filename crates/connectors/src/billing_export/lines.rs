//! Splits a delimited text file into rows of cells, as bytes, in a way that no broken row can hide the next one.
//!
//! A quoted cell may hold delimiters, doubled quotation marks and line breaks. Where a quotation mark is never
//! closed, a plain reader would swallow the rest of the file: here the cell may continue over a few lines only, and
//! only if the row then has the right number of cells; otherwise the line alone is broken, and reading goes on with
//! the next line.

use std::collections::VecDeque;
use std::io::{self, BufRead};

/// A quoted cell may continue over this many lines.
const LINES_OF_A_CELL: usize = 20;
/// A longer line is no row of an export.
const LONGEST_LINE: usize = 256 * 1024;

/// What a row of the file is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Record {
    /// Cells, as many as there are.
    Cells(Vec<Vec<u8>>),
    /// A line that cannot be split, with its beginning.
    Broken(Break, Vec<u8>),
}

/// Why a line cannot be split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// A quotation mark is never closed.
    OpenQuote,
    /// The line is longer than any row.
    TooLong,
}

/// A file being split.
pub(super) struct Lines<R> {
    source: R,
    delimiter: u8,
    quote: u8,
    width: Option<usize>,
    waiting: VecDeque<Line>,
}

struct Line {
    bytes: Vec<u8>,
    too_long: bool,
}

enum Split {
    Closed {
        cells: Vec<Vec<u8>>,
        /// Every closing quotation mark is followed by a delimiter or the end of the row.
        strict: bool,
    },
    Open,
}

impl<R: BufRead> Lines<R> {
    pub(super) const fn new(source: R, delimiter: u8, quote: u8) -> Self {
        Self { source, delimiter, quote, width: None, waiting: VecDeque::new() }
    }

    /// From here on, a cell that continues over lines must leave its row with this many cells.
    pub(super) const fn expect(&mut self, width: usize) {
        self.width = Some(width);
    }

    /// The next row; empty lines are no rows. None at the end of the file.
    pub(super) fn next(&mut self) -> io::Result<Option<Record>> {
        loop {
            let Some(line) = self.line()? else {
                return Ok(None);
            };
            if line.bytes.is_empty() && !line.too_long {
                continue;
            }
            return self.record(line).map(Some);
        }
    }

    fn record(&mut self, line: Line) -> io::Result<Record> {
        if line.too_long {
            return Ok(Record::Broken(Break::TooLong, line.bytes));
        }
        if let Split::Closed { cells, .. } = self.split(&line.bytes) {
            return Ok(Record::Cells(cells));
        }
        let mut joined = line.bytes.clone();
        let mut taken = 0;
        while taken < LINES_OF_A_CELL {
            if !self.fill(taken + 1)? {
                break;
            }
            let Some(next) = self.waiting.get(taken).filter(|next| !next.too_long) else {
                break;
            };
            joined.push(b'\n');
            joined.extend_from_slice(&next.bytes);
            taken += 1;
            if let Split::Closed { cells, strict } = self.split(&joined) {
                // Text after a closing mark means that it was the opening one of another row.
                if strict && self.width.is_none_or(|width| width == cells.len()) {
                    self.waiting.drain(..taken);
                    return Ok(Record::Cells(cells));
                }
                break;
            }
        }
        Ok(Record::Broken(Break::OpenQuote, line.bytes))
    }

    /// Splits a row. Line breaks inside a cell are line feeds, however the file ends its lines. A quotation mark
    /// inside an unquoted cell is a sign like any other.
    fn split(&self, row: &[u8]) -> Split {
        let mut cells = Vec::with_capacity(self.width.unwrap_or(16));
        let mut cell = Vec::new();
        let mut bytes = row.iter().copied().peekable();
        let (mut quoted, mut at_start, mut strict) = (false, true, true);
        while let Some(byte) = bytes.next() {
            if quoted {
                if byte != self.quote || bytes.next_if_eq(&self.quote).is_some() {
                    cell.push(byte);
                } else {
                    quoted = false;
                    strict &= bytes.peek().is_none_or(|next| *next == self.delimiter);
                }
            } else if byte == self.delimiter {
                cells.push(std::mem::take(&mut cell));
                at_start = true;
                continue;
            } else if byte == self.quote && at_start {
                quoted = true;
            } else {
                cell.push(byte);
            }
            at_start = false;
        }
        cells.push(cell);
        if quoted { Split::Open } else { Split::Closed { cells, strict } }
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        match self.waiting.pop_front() {
            Some(line) => Ok(Some(line)),
            None => self.read_line(),
        }
    }

    /// Makes sure that many lines wait; false when the file ends before.
    fn fill(&mut self, count: usize) -> io::Result<bool> {
        while self.waiting.len() < count {
            match self.read_line()? {
                Some(line) => self.waiting.push_back(line),
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Reads up to a line feed; of a line that is too long only the beginning is kept.
    fn read_line(&mut self) -> io::Result<Option<Line>> {
        let mut line = Line { bytes: Vec::new(), too_long: false };
        let mut read_any = false;
        loop {
            let buffer = match self.source.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if buffer.is_empty() {
                break;
            }
            read_any = true;
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
            let room = LONGEST_LINE.saturating_sub(line.bytes.len());
            line.too_long |= part.len() > room;
            line.bytes.extend_from_slice(part.get(..room.min(part.len())).unwrap_or_default());
            let used = part.len() + usize::from(end.is_some());
            self.source.consume(used);
            if end.is_some() {
                break;
            }
        }
        if line.bytes.last() == Some(&b'\r') {
            line.bytes.pop();
        }
        Ok(read_any.then_some(line))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(text: &[u8], width: usize) -> Vec<Record> {
        let mut lines = Lines::new(text, b';', b'"');
        lines.expect(width);
        std::iter::from_fn(|| lines.next().unwrap()).collect()
    }

    fn cells(row: &[&str]) -> Record {
        Record::Cells(row.iter().map(|cell| cell.as_bytes().to_vec()).collect())
    }

    #[test]
    fn quoted_cells_hold_delimiters_quotes_and_line_breaks() {
        let text = b"a;\"b;\"\"c\"\"\";d\r\n\r\ne;\"f\r\ng\";h\nlast;;";
        assert_eq!(
            rows(text, 3),
            [cells(&["a", "b;\"c\"", "d"]), cells(&["e", "f\ng", "h"]), cells(&["last", "", ""])]
        );
    }

    #[test]
    fn an_unclosed_quote_breaks_its_own_line_only() {
        let text = b"1;\"Rossi;x\n2;b;c\n3;\"d\";e\n4;5\" pipe;f\n";
        let broken = Record::Broken(Break::OpenQuote, b"1;\"Rossi;x".to_vec());
        assert_eq!(
            rows(text, 3),
            [broken, cells(&["2", "b", "c"]), cells(&["3", "d", "e"]), cells(&["4", "5\" pipe", "f"])]
        );
    }

    #[test]
    fn a_line_without_end_is_broken_and_not_kept_whole() {
        let mut text = vec![b'x'; LONGEST_LINE * 3];
        text.extend_from_slice(b"\na;b;c");
        let read = rows(&text, 3);
        assert!(matches!(&read[0], Record::Broken(Break::TooLong, start) if start.len() == LONGEST_LINE));
        assert_eq!(read[1], cells(&["a", "b", "c"]));
    }

    proptest! {
        #[test]
        fn any_bytes_end_and_no_line_is_lost_twice(text in proptest::collection::vec(any::<u8>(), 0..600)) {
            let lines = text.split(|byte| *byte == b'\n').count();
            prop_assert!(rows(&text, 3).len() <= lines);
        }

        #[test]
        fn what_is_written_in_quotes_is_read_back(row in proptest::collection::vec("[a-z\";\n]{0,8}", 3)) {
            let written: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            let read = rows(format!("{}\r\nz;z;z\r\n", written.join(";")).as_bytes(), 3);
            prop_assert_eq!(&read[0], &cells(&row.iter().map(String::as_str).collect::<Vec<_>>()));
            prop_assert_eq!(&read[1], &cells(&["z", "z", "z"]));
        }
    }
}
