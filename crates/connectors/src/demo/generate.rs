//! Writes an invented export: customer by customer, so that memory does not grow with its size.

use std::io;
use std::path::Path;

use domain::import::{Reason, Table};
use jiff::Span;
use kernel::Date;

use super::random::Random;
use super::{broken, customer, supply};
use crate::billing_export::{Profile, Writer};

/// What is to be invented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GenerateOptions {
    /// How many customers.
    pub customers: u64,
    /// The same seed and day give the same export.
    pub seed: u64,
    /// The last day anything is dated.
    pub today: Date,
    /// Adds rows that are refused or warned about, every reason at least once.
    pub broken: bool,
}

/// A row that was made to be refused or warned about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Injected {
    /// The file.
    pub file: String,
    /// The row, counted from 1 without the header.
    pub row: u64,
    /// The reason it shows.
    pub reason: Reason,
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Generated {
    /// Names of the files with their rows.
    pub files: Vec<(String, u64)>,
    /// Rows with something wrong, if that was asked for.
    pub injected: Vec<Injected>,
}

/// Running numbers of the natural keys.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    pub(super) supply: u64,
    pub(super) bill: u64,
    pub(super) payment: u64,
}

/// Writes an invented export in the form of the profile `nav-it` into a folder; `progress` is told the customers done.
///
/// # Errors
/// A file cannot be written: full disk, missing right.
pub fn generate(
    options: &GenerateOptions,
    out: &Path,
    progress: &mut dyn FnMut(u64),
) -> io::Result<Generated> {
    let profile = Profile::nav_it().map_err(io::Error::other)?;
    let mut writer = Writer::create(out, &profile)?;
    let mut random = Random::new(options.seed);
    let mut numbers = Numbers::default();
    for number in 1..=options.customers {
        let customer = customer::invent(&mut random, options, number);
        let line = writer.customer(&customer.record);
        writer.write(Table::Customers, &line)?;
        for _ in 0..random.weighted(&[(1, 675), (2, 215), (3, 110)], 1) {
            supply::write(&mut random, &mut writer, &mut numbers, options, &customer)?;
        }
        if number.is_multiple_of(1000) || number == options.customers {
            progress(number);
        }
    }
    let injected = if options.broken { broken::write(&mut writer, &profile, options)? } else { Vec::new() };
    Ok(Generated { files: writer.finish()?, injected })
}

/// The day so many days earlier; a negative number gives a later one.
pub(super) fn day_before(day: Date, days: i64) -> Date {
    day.saturating_sub(Span::new().days(days))
}

#[cfg(test)]
mod tests;
