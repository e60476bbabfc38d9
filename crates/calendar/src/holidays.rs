//! Holidays as dated rules, and the layers a place adds to the national list.

use std::sync::LazyLock;

use jiff::{ToSpan, civil::Date};
use serde::Deserialize;

use crate::easter::easter_sunday;

/// How a holiday finds its day in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayRule {
    /// The same month and day every year.
    Fixed {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// So many days after Easter Sunday; 1 is Easter Monday, 50 Whit Monday.
    Easter {
        /// Days after Easter Sunday; negative before it.
        offset: i16,
    },
}

/// A holiday with the years in which it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// How its day is found.
    pub rule: DayRule,
    /// The first year, or none when it has no lower bound.
    pub from_year: Option<i16>,
    /// The last year, or none while it lasts.
    pub to_year: Option<i16>,
    /// Its Italian name.
    pub name_it: String,
    /// Its English name.
    pub name_en: String,
    /// The act it rests on, where worth naming.
    pub source: Option<String>,
}

impl Holiday {
    /// The day on which it falls in `year`, or none when it is no holiday then.
    #[must_use]
    pub fn in_year(&self, year: i16) -> Option<Date> {
        if self.from_year.is_some_and(|from| year < from) || self.to_year.is_some_and(|to| year > to) {
            return None;
        }
        match self.rule {
            DayRule::Fixed { month, day } => Date::new(year, month, day).ok(),
            DayRule::Easter { offset } => easter_sunday(year).checked_add(i64::from(offset).days()).ok(),
        }
    }
}

/// The holidays a place adds to the national ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// The cadastral (Belfiore) code of the municipality, or a word for a wider area.
    pub code: String,
    /// The place as people call it.
    pub place: String,
    /// What it adds.
    pub holidays: Vec<Holiday>,
}

/// A set of layers to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layers(Vec<Layer>);

impl Layers {
    /// The layers shipped with the program (`standards/calendar/local.toml`).
    #[must_use]
    pub fn shipped() -> &'static Self {
        static LAYERS: LazyLock<Layers> = LazyLock::new(|| read_layers(SHIPPED_LAYERS).unwrap_or_default());
        &LAYERS
    }

    /// The layer with this code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Layer> {
        self.0.iter().find(|layer| layer.code == code)
    }

    /// All layers, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Layer> {
        self.0.iter()
    }
}

pub(crate) const SHIPPED_NATIONAL: &str = include_str!("../../../standards/calendar/italy.toml");
const SHIPPED_LAYERS: &str = include_str!("../../../standards/calendar/local.toml");

/// Why a file of holidays cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HolidayFileError {
    /// The text is not TOML of the expected shape.
    #[error("the file of holidays cannot be read: {0}")]
    Shape(String),
    /// A holiday has neither `month` and `day` nor `easter`, or both.
    #[error("holiday «{0}»: give either `month` and `day`, or `easter`")]
    Rule(String),
    /// The month and day do not exist.
    #[error("holiday «{name}»: there is no day {day} in month {month}")]
    NoSuchDay {
        /// The Italian name of the holiday.
        name: String,
        /// The month written in the file.
        month: i8,
        /// The day written in the file.
        day: i8,
    },
    /// The last year lies before the first.
    #[error("holiday «{0}»: `to_year` lies before `from_year`")]
    Years(String),
    /// Two layers with one code.
    #[error("layer «{0}» stands twice in the file")]
    Twice(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHoliday {
    month: Option<i8>,
    day: Option<i8>,
    easter: Option<i16>,
    from_year: Option<i16>,
    to_year: Option<i16>,
    name_it: String,
    name_en: String,
    source: Option<String>,
}

impl TryFrom<RawHoliday> for Holiday {
    type Error = HolidayFileError;

    fn try_from(raw: RawHoliday) -> Result<Self, HolidayFileError> {
        let rule = match (raw.month, raw.day, raw.easter) {
            (Some(month), Some(day), None) => {
                // 2024 is a leap year: 29 February is a day that exists.
                if Date::new(2024, month, day).is_err() {
                    return Err(HolidayFileError::NoSuchDay { name: raw.name_it, month, day });
                }
                DayRule::Fixed { month, day }
            }
            (None, None, Some(offset)) => DayRule::Easter { offset },
            _ => return Err(HolidayFileError::Rule(raw.name_it)),
        };
        if matches!((raw.from_year, raw.to_year), (Some(from), Some(to)) if to < from) {
            return Err(HolidayFileError::Years(raw.name_it));
        }
        Ok(Self {
            rule,
            from_year: raw.from_year,
            to_year: raw.to_year,
            name_it: raw.name_it,
            name_en: raw.name_en,
            source: raw.source,
        })
    }
}

fn parse<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, HolidayFileError> {
    toml::from_str(text).map_err(|error| HolidayFileError::Shape(error.to_string()))
}

/// Reads a file of `[[holiday]]` tables.
///
/// # Errors
/// [`HolidayFileError`] says which holiday is wrong and why.
pub fn read_holidays(text: &str) -> Result<Vec<Holiday>, HolidayFileError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        holiday: Vec<RawHoliday>,
    }
    parse::<File>(text)?.holiday.into_iter().map(Holiday::try_from).collect()
}

/// Reads a file of `[[layer]]` tables.
///
/// # Errors
/// [`HolidayFileError`] says which layer or holiday is wrong and why.
pub fn read_layers(text: &str) -> Result<Layers, HolidayFileError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct RawLayer {
        code: String,
        place: String,
        holidays: Vec<RawHoliday>,
    }
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        layer: Vec<RawLayer>,
    }
    let mut layers = Layers::default();
    for raw in parse::<File>(text)?.layer {
        if layers.get(&raw.code).is_some() {
            return Err(HolidayFileError::Twice(raw.code));
        }
        let holidays = raw.holidays.into_iter().map(Holiday::try_from).collect::<Result<_, _>>()?;
        layers.0.push(Layer { code: raw.code, place: raw.place, holidays });
    }
    Ok(layers)
}

#[cfg(test)]
mod tests;
