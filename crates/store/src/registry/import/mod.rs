//! What only an import does: writing in bulk by natural key, and the record of its runs.
//!
//! Every function takes a batch of records and works in two steps. First it compares: which natural keys are stored
//! already, and with which fingerprint of the row that brought them. Then it writes what is new or changed. A dry run
//! does both and takes the batch back (decision 11). What is stored locally and was not changed in the export stays as
//! it is, what a case ended or began here stays ended and begun, and what is replaced is kept in `registry_history`.
//!
//! Dials and quantities: an export has thousandths; stored are whole units, rounded down, as on a dial.

mod bills;
mod contracts;
mod history;
mod index;
mod mandates;
mod meters;
mod parties;
mod points;
mod readings;
pub mod run;
mod statements;

use std::collections::HashMap;

use db::{DbError, Engine, Row, Statement, Tx, Value, params};
use domain::import::Finding;
use kernel::Date;

pub use bills::{bills, payments};
pub use contracts::contracts;
pub use index::index_new_parties;
pub use mandates::mandates;
pub use meters::meters;
pub use parties::customers;
pub use points::supply_points;
pub use readings::readings;
pub use statements::ALL;

/// An id as the maps hold it.
type Id = [u8; 16];

/// What became of the rows of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows that brought something new.
    pub inserted: u64,
    /// Rows that changed what was stored.
    pub changed: u64,
    /// Rows that found everything as they say.
    pub unchanged: u64,
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.inserted += other.inserted;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
    }
}

/// The fingerprint of a natural key, 128 bits, so that the keys of millions of rows need not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Key(u128);

impl Key {
    /// From the parts of a natural key; case and white space around do not count.
    fn of(parts: &[&str]) -> Self {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let half = |salt: u64| {
            let mut hasher = DefaultHasher::new();
            salt.hash(&mut hasher);
            for part in parts {
                natural(part).hash(&mut hasher);
            }
            u128::from(hasher.finish())
        };
        Self(half(0x51) << 64 | half(0x9e))
    }
}

/// A natural key as it is stored: upper case, no white space around.
fn natural(text: &str) -> String {
    text.trim().to_uppercase()
}

#[derive(Clone, Debug)]
struct KnownPoint {
    id: Id,
    /// Category, sheet, parcel and subunit, separated by a control character; empty when none is known.
    cadastre: Box<str>,
}

#[derive(Clone, Copy, Debug)]
struct KnownMeter {
    id: Id,
    corrector: bool,
}

/// The dial of a register and what was last read on it in this run.
#[derive(Clone, Copy, Debug)]
struct KnownRegister {
    digits: u8,
    last: Option<LastRead>,
}

/// What was read on a register.
#[derive(Clone, Copy, Debug)]
struct LastRead {
    on: Date,
    value: i64,
    estimated: bool,
}

/// What a run has learnt so far: ids by natural key. Grows by about fifty bytes for each customer, point, meter and
/// contract; bills, readings and payments are not kept.
#[derive(Debug, Default)]
pub struct Known {
    parties: HashMap<Key, Id>,
    points: HashMap<Key, KnownPoint>,
    meters: HashMap<Key, KnownMeter>,
    registers: HashMap<Key, KnownRegister>,
    contracts: HashMap<Key, Id>,
    highest_customer: i64,
    highest_contract: i64,
    /// Whether every batch is rolled back, so that what earlier ones brought is known here and not stored.
    trial: bool,
}

/// What one batch taught; given to [`Known::learn`] once the batch is stored.
#[derive(Debug, Default)]
pub struct News {
    parties: Vec<(Key, Id)>,
    points: Vec<(Key, KnownPoint)>,
    meters: Vec<(Key, KnownMeter)>,
    registers: Vec<(Key, KnownRegister)>,
    contracts: Vec<(Key, Id)>,
    highest_customer: i64,
    highest_contract: i64,
}

impl Known {
    /// What a dry run knows when it begins.
    #[must_use]
    pub fn of_trial() -> Self {
        Self { trial: true, ..Self::default() }
    }

    /// Takes in what a batch taught.
    pub fn learn(&mut self, news: News) {
        self.parties.extend(news.parties);
        self.points.extend(news.points);
        self.meters.extend(news.meters);
        self.registers.extend(news.registers);
        self.contracts.extend(news.contracts);
        self.highest_customer = self.highest_customer.max(news.highest_customer);
        self.highest_contract = self.highest_contract.max(news.highest_contract);
    }
}

/// What came of a batch.
#[derive(Debug, Default)]
pub struct Batch {
    /// How many rows were new, changed, unchanged.
    pub counts: Counts,
    /// What it taught.
    pub news: News,
    /// What came to light, each with the place of its row in the batch, from 0.
    pub findings: Vec<(usize, Finding)>,
    /// Bills on which something else is open now than before; new ones left out.
    pub touched: Vec<kernel::BillId>,
}

/// What is stored under a natural key.
struct Stored {
    id: Id,
    hash: i64,
}

/// Looks natural keys up in one question: text of the key as stored, with id and fingerprint.
fn stored<'k>(
    tx: &mut Tx<'_>,
    statement: &Statement,
    keys: impl Iterator<Item = &'k str>,
) -> Result<HashMap<String, Stored>, DbError> {
    tx.query(statement, &params![texts(keys)])?
        .iter()
        .map(|row| Ok((row.get("key")?, Stored { id: row.get("id")?, hash: row.get("source_hash")? })))
        .collect()
}

/// Begins a unit of work that will be rolled back: rows may point at rows that were rolled back before them. Reference
/// by reference they were checked when the export was read.
///
/// # Errors
/// [`DbError`] from the database.
pub fn begin_trial(tx: &mut Tx<'_>) -> Result<(), DbError> {
    tx.execute(&statements::DEFER_REFERENCES, &[]).map(drop)
}

/// Prepares the transaction: PostgreSQL plans small tables by reading them whole, and would keep such a plan while
/// the import makes them large.
fn prepare(tx: &mut Tx<'_>) -> Result<(), DbError> {
    tx.query(&statements::PLAN_BY_INDEX, &[]).map(drop)
}

/// Rows in one INSERT on PostgreSQL.
const ROWS_AT_ONCE: usize = 100;

/// Inserts many rows: one prepared statement again and again on SQLite; on PostgreSQL, where each statement costs as
/// much as a dozen rows, a hundred rows with each.
pub(crate) fn insert(tx: &mut Tx<'_>, statement: &Statement, sets: &[Vec<Value>]) -> Result<(), DbError> {
    let text = statement.sql(tx.engine());
    let template = if tx.engine() == Engine::Sqlite { None } else { text.rsplit_once("VALUES ") };
    let Some((head, row)) = template else { return tx.batch(statement, sets).map(drop) };
    let chunks = sets.chunks_exact(ROWS_AT_ONCE);
    tx.batch(statement, chunks.remainder())?;
    let Some(width) = sets.first().map(Vec::len) else { return Ok(()) };
    let rows: Vec<String> = (0..ROWS_AT_ONCE).map(|index| renumbered(row, index * width)).collect();
    let many = format!("{head}VALUES {}", rows.join(", "));
    for chunk in chunks {
        tx.query_sql(statement.name, &many, &chunk.concat())?;
    }
    Ok(())
}

/// The row of a VALUES list with the numbers of its placeholders raised.
fn renumbered(row: &str, by: usize) -> String {
    let mut parts = row.split('$');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = part.split_at(digits);
        out.push_str(&format!("${}{rest}", number.parse::<usize>().unwrap_or(0) + by));
    }
    out
}

/// A list of texts for a statement that takes many keys at once.
fn texts<'k>(keys: impl Iterator<Item = &'k str>) -> String {
    serde_json::to_string(&keys.collect::<Vec<_>>()).unwrap_or_default()
}

/// A list of ids for a statement that takes many at once.
fn ids<'k>(ids: impl Iterator<Item = &'k Id>) -> String {
    let hex = ids.map(|id| format!("{:032x}", u128::from_be_bytes(*id))).collect::<Vec<_>>();
    serde_json::to_string(&hex).unwrap_or_default()
}

/// The fingerprint of a record, as it is stored beside what the record brought.
fn print_of(record: &impl serde::Serialize, more: &str) -> i64 {
    super::fingerprint(&[&serde_json::to_string(record).unwrap_or_default(), more])
}

/// The number at the end of a natural key: `C000017` gives 17.
fn number_in(key: &str) -> i64 {
    let digits = key.bytes().rev().take_while(u8::is_ascii_digit).count().min(15);
    key.get(key.len() - digits..).and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// Whole units of a quantity in thousandths, rounded down.
const fn whole(thousandths: i64) -> i64 {
    thousandths.div_euclid(1000)
}

/// A row that needs another one which was not imported before it.
fn missing(what: &str, key: &str, needed: &str, needed_key: &str) -> DbError {
    DbError::Driver(format!("{what} {key} needs {needed} {needed_key}, which was not imported before it"))
}

fn id_at(row: &Row, column: &str) -> Result<Id, DbError> {
    row.get(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_at_the_end_of_a_key_is_found() {
        for (key, number) in [("C000017", 17), ("A0000002", 2), ("12", 12), ("X", 0), ("", 0), ("K9X", 0)] {
            assert_eq!(number_in(key), number, "{key}");
        }
        assert_eq!(number_in("99999999999999999999"), 999_999_999_999_999);
    }

    #[test]
    fn placeholders_of_the_second_row_follow_those_of_the_first() {
        assert_eq!(renumbered("($1, $2, 'import', NULL, $10)", 10), "($11, $12, 'import', NULL, $20)");
    }

    #[test]
    fn keys_differ_by_their_parts_and_not_by_case() {
        assert_eq!(Key::of(&["k1 ", "a"]), Key::of(&["K1", "A"]));
        assert_ne!(Key::of(&["k1", "a"]), Key::of(&["k1a", ""]));
    }

    #[test]
    fn quantities_are_rounded_down_to_whole_units() {
        for (thousandths, units) in [(1_340_500, 1340), (999, 0), (0, 0), (-1, -1)] {
            assert_eq!(whole(thousandths), units);
        }
    }
}
