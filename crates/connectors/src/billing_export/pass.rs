//! A pass over an export: the files in the order they depend on each other, each row accepted or refused, also for
//! what it needs from other files. Kept in memory: the keys of accepted rows, as 128-bit fingerprints.

use std::collections::HashMap;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::BufReader;

use domain::import::{
    BillRecord, ContractRecord, CustomerRecord, MandateRecord, MeterRecord, Outcome, PaymentRecord,
    ReadingRecord, Reason, Refusal, Row, SupplyPointRecord, Table,
};
use kernel::Date;

use super::cells::{Cells, Draft, refusal};
use super::format_error::FormatError;
use super::lines::{Break, Lines, Record};
use super::profile::FileProfile;
use super::reader::{Opened, Reader, decode};
use super::{sentences, tables};

/// The fingerprint of a natural key. Two different keys share one with a probability of 2⁻¹²⁸ a pair, so the keys of
/// millions of rows need not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key([u64; 2]);

impl Key {
    /// From the parts of a natural key; upper and lower case are the same, white space around does not count.
    pub(super) fn of(parts: &[&str]) -> Self {
        let print = |salt: u64| {
            let mut hasher = DefaultHasher::new();
            salt.hash(&mut hasher);
            for part in parts {
                part.trim().to_uppercase().hash(&mut hasher);
            }
            hasher.finish()
        };
        Self([print(0x5f1d_36f1), print(0xa3c5_9ac2)])
    }
}

/// Keys of accepted rows, each with its row.
type Keys = HashMap<Key, u64>;

/// A pass over the files of an export.
///
/// Ask for the files in the order of [`Table::ALL`]. A file asked for earlier than one it depends on still gives the
/// right answer: the other is then read first, its rows unseen.
#[derive(Debug)]
pub struct Pass<'a> {
    reader: &'a Reader,
    today: Date,
    keys: HashMap<Table, Keys>,
}

/// The rows of one file. Each item is a row, or the error that ended reading.
pub struct Rows<'a, T> {
    reader: &'a Reader,
    opened: &'a Opened,
    profile: &'a FileProfile,
    lines: Lines<BufReader<File>>,
    map: fn(Cells<'_>) -> Draft<T>,
    table: Table,
    today: Date,
    keys: &'a mut HashMap<Table, Keys>,
    accepted: Keys,
    row: u64,
    ended: bool,
}

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident: $table:ident => $record:ident after [$($before:ident),*];)+) => {
        impl Pass<'_> {$(
            $(#[$doc])*
            ///
            /// # Errors
            /// [`FormatError`] when the file, or one it depends on, cannot be opened any more.
            pub fn $name(&mut self) -> Result<Rows<'_, $record>, FormatError> {
                $(self.finished(Table::$before)?;)*
                self.rows(Table::$table, tables::$name::read)
            }
        )+}

        impl Pass<'_> {
            /// Makes sure the keys of a table are known.
            fn finished(&mut self, table: Table) -> Result<(), FormatError> {
                if self.keys.contains_key(&table) {
                    return Ok(());
                }
                match table {
                    $(Table::$table => self.$name()?.try_for_each(|row| row.map(drop)),)+
                }
            }
        }
    };
}

tables! {
    /// People and organisations.
    customers: Customers => CustomerRecord after [];
    /// Places of delivery.
    supply_points: SupplyPoints => SupplyPointRecord after [];
    /// Registers of meters and correctors.
    meters: Meters => MeterRecord after [SupplyPoints];
    /// Contracts.
    contracts: Contracts => ContractRecord after [Customers, SupplyPoints];
    /// Readings.
    readings: Readings => ReadingRecord after [SupplyPoints, Meters];
    /// Bills.
    bills: Bills => BillRecord after [Contracts];
    /// Payments of bills.
    payments: Payments => PaymentRecord after [Bills];
    /// Direct-debit mandates.
    mandates: Mandates => MandateRecord after [Contracts];
}

impl<'a> Pass<'a> {
    pub(super) fn new(reader: &'a Reader, today: Date) -> Self {
        Self { reader, today, keys: HashMap::new() }
    }

    fn rows<T>(&mut self, table: Table, map: fn(Cells<'_>) -> Draft<T>) -> Result<Rows<'_, T>, FormatError> {
        let absent = || FormatError::Empty { file: self.reader.file_name(table).to_owned() };
        let opened = self.reader.file(table).ok_or_else(absent)?;
        let profile = self.reader.profile().files.get(&table).ok_or_else(absent)?;
        let lines = opened.lines(self.reader.profile())?;
        self.keys.remove(&table);
        Ok(Rows {
            reader: self.reader,
            opened,
            profile,
            lines,
            map,
            table,
            today: self.today,
            keys: &mut self.keys,
            accepted: Keys::new(),
            row: 0,
            ended: false,
        })
    }
}

impl<T> Rows<'_, T> {
    /// Reads the next row by itself.
    fn draft(&mut self) -> Result<Option<Draft<T>>, FormatError> {
        let record = self.lines.next().map_err(|error| self.opened.failed(&error))?;
        let Some(record) = record else {
            return Ok(None);
        };
        self.row += 1;
        let (row, encoding, width) = (self.row, self.opened.encoding, self.opened.layout.width);
        let cells = match record {
            Record::Cells(cells) => cells,
            Record::Broken(problem, start) => {
                let sentence = match problem {
                    Break::OpenQuote => sentences::open_quote(),
                    Break::TooLong => sentences::too_long(),
                };
                let start = decode(encoding, start.get(..200).unwrap_or(&start));
                return Ok(Some(Draft::broken(row, Reason::Columns, &start, sentence)));
            }
        };
        let cells: Vec<String> = cells.iter().map(|cell| decode(encoding, cell)).collect();
        let is_garbage = |c: char| c == '\u{fffd}' || c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if let Some(cell) = cells.iter().find(|cell| cell.contains(is_garbage)) {
            return Ok(Some(Draft::broken(row, Reason::Characters, cell, sentences::characters())));
        }
        if cells.len() != width {
            let sentence = sentences::columns(cells.len(), width);
            return Ok(Some(Draft::broken(row, Reason::Columns, &cells.join(";"), sentence)));
        }
        let cells =
            Cells::new(row, cells, &self.opened.layout, self.reader.profile(), self.profile, self.today);
        Ok(Some((self.map)(cells)))
    }

    /// Looks at what the row needs from other files, and whether its key was accepted before.
    fn judge(&mut self, mut draft: Draft<T>) -> Row<T> {
        let mut found_all = true;
        for reference in std::mem::take(&mut draft.references) {
            if reference.after_others && !found_all {
                continue;
            }
            if self.keys.get(&reference.table).is_some_and(|keys| keys.contains_key(&reference.key)) {
                continue;
            }
            found_all = false;
            let reason = unknown(reference.table);
            let file = self.reader.file_name(reference.table);
            let sentence = sentences::unknown_reference(reference.table, &reference.value, file);
            draft.refusals.push(refusal(draft.row, reason, &reference.field, &reference.value, sentence));
        }
        if let Some(first) = draft.key.and_then(|key| self.accepted.get(&key)) {
            draft.refusals.push(duplicate(&draft.key_shown, draft.row, *first));
        }
        let outcome = match draft.record {
            Some(record) if draft.refusals.is_empty() => {
                if let Some(key) = draft.key {
                    self.accepted.insert(key, draft.row);
                }
                Outcome::Accepted(record)
            }
            _ => Outcome::Refused(draft.refusals),
        };
        Row { number: draft.row, outcome, warnings: draft.warnings }
    }
}

fn duplicate((field, value): &(String, String), row: u64, first: u64) -> Refusal {
    refusal(row, Reason::DuplicateRow, field, value, sentences::duplicate(value, first))
}

/// The reason of a row that needs a row of that table and does not find it.
const fn unknown(table: Table) -> Reason {
    match table {
        Table::Customers => Reason::UnknownCustomer,
        Table::SupplyPoints => Reason::UnknownSupplyPoint,
        Table::Meters => Reason::UnknownMeter,
        // Nothing needs readings, payments or mandates.
        Table::Contracts | Table::Readings | Table::Payments | Table::Mandates => Reason::UnknownContract,
        Table::Bills => Reason::UnknownInvoice,
    }
}

impl<T> Iterator for Rows<'_, T> {
    type Item = Result<Row<T>, FormatError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        match self.draft() {
            Ok(Some(draft)) => Some(Ok(self.judge(draft))),
            Ok(None) => {
                self.ended = true;
                // Nothing needs the keys of readings, payments and mandates.
                let needed = !matches!(self.table, Table::Readings | Table::Payments | Table::Mandates);
                let accepted = std::mem::take(&mut self.accepted);
                self.keys.insert(self.table, if needed { accepted } else { Keys::new() });
                None
            }
            Err(error) => {
                self.ended = true;
                Some(Err(error))
            }
        }
    }
}
