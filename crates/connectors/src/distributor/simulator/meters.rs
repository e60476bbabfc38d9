//! What the simulated distributor has at its points: a file beside its memory, one line a point.

use std::{collections::BTreeMap, fmt::Write as _, fs, io::ErrorKind, path::Path};

use crate::billing::ExchangeError;

const FILE: &str = "meters.csv";

/// The devices at a point and what they show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtPoint {
    /// Serial number of the meter.
    pub meter: String,
    /// What it shows, in cubic metres.
    pub reading: u64,
    /// Serial number of the corrector and what it shows, where there is one.
    pub corrector: Option<(String, u64)>,
}

/// Writes the file `distributor/meters.csv` below an exchange folder: PDR, meter, what it shows, corrector, what that shows.
///
/// # Errors
/// [`ExchangeError`] when it cannot be written.
pub fn write_meters(folder: &Path, points: &BTreeMap<String, AtPoint>) -> Result<(), ExchangeError> {
    let own = folder.join("distributor");
    let mut text = String::new();
    for (pdr, at) in points {
        let (serial, reading) = at
            .corrector
            .clone()
            .map_or((String::new(), String::new()), |(serial, value)| (serial, value.to_string()));
        let _ = writeln!(text, "{pdr};{};{};{serial};{reading}", at.meter, at.reading);
    }
    let path = own.join(FILE);
    fs::create_dir_all(&own)
        .and_then(|()| fs::write(&path, text))
        .map_err(|error| ExchangeError::new(&path, "written", error))
}

/// Reads it from the simulator's own folder; nothing where it is not there. Lines that are none are left out.
pub(super) fn read_meters(own: &Path) -> Result<BTreeMap<String, AtPoint>, ExchangeError> {
    let path = own.join(FILE);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(ExchangeError::new(&path, "read", error)),
    };
    Ok(text.lines().filter_map(line).collect())
}

fn line(text: &str) -> Option<(String, AtPoint)> {
    let mut cells = text.split(';');
    let (pdr, meter, reading) = (cells.next()?, cells.next()?, cells.next()?.parse().ok()?);
    let corrector = cells.next().filter(|serial| !serial.is_empty()).map(str::to_owned);
    let corrector = corrector.zip(cells.next().and_then(|value| value.parse().ok()));
    Some((pdr.to_owned(), AtPoint { meter: meter.to_owned(), reading, corrector }))
}
