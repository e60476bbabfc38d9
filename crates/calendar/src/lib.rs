//! Which days count: Italian holidays, local layers over them, and counting in working days,
//! Monday-to-Saturday days and calendar days.
//!
//! Holidays are data (`standards/calendar/*.toml`), dated by year, so a new law is a new line of data.
//! What lives here knows days only; local time of day, suspensions and limits belong to `standards`.
//! Opening hours of offices are a different question (hours within a day) and get their own module
//! beside [`counting`].

pub mod counting;
pub mod easter;
pub mod holidays;

pub use counting::{Calendar, DayUnit, date_of, day_number};
pub use easter::easter_sunday;
pub use holidays::{DayRule, Holiday, HolidayFileError, Layer, Layers, read_holidays, read_layers};
