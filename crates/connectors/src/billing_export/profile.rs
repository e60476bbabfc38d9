//! The profile: how one kind of billing system writes its export.

use std::collections::BTreeMap;

use domain::import::Table;
use encoding_rs::Encoding;

use super::forms::{DateForm, Forms};
use super::tables;

/// A checked profile.
#[derive(Clone, Debug)]
pub struct Profile {
    name: String,
    pub(super) encoding: &'static Encoding,
    pub(super) delimiter: u8,
    pub(super) quote: u8,
    pub(super) forms: Forms,
    pub(super) files: BTreeMap<Table, FileProfile>,
}

/// How one file is written: its name, which column is which field, which word means what.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileProfile {
    pub(super) name: String,
    pub(super) columns: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) values: BTreeMap<String, BTreeMap<String, String>>,
}

/// Why a profile cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// The text is not the TOML of a profile.
    #[error("the profile cannot be read: {0}")]
    Toml(#[from] toml::de::Error),
    /// An encoding nobody knows, or one whose first half is not ASCII.
    #[error(
        "encoding {0:?} is not known, or its first half is not ASCII (use windows-1252, iso-8859-15, utf-8)"
    )]
    Encoding(String),
    /// A sign that must be one ASCII character.
    #[error("{name} is {found:?}: one ASCII character was expected")]
    Sign {
        /// Which setting.
        name: &'static str,
        /// What stands there.
        found: String,
    },
    /// A date form without day, month and year.
    #[error("date form {0:?} is not known: it needs dd, mm and yyyy, such as dd/mm/yyyy")]
    Date(String),
    /// A file the profile does not describe, or describes under a word of its own.
    #[error("files: {0}")]
    Files(String),
    /// A field that is needed has no column, or a column is given for a field that does not exist.
    #[error("files.{table}.columns: {problem}")]
    Columns {
        /// The file, by Sportello's word.
        table: &'static str,
        /// What is wrong.
        problem: String,
    },
    /// A word is mapped to one that does not exist, or a closed list has no words.
    #[error("files.{table}.values.{field}: {problem}")]
    Values {
        /// The file, by Sportello's word.
        table: &'static str,
        /// The field.
        field: String,
        /// What is wrong.
        problem: String,
    },
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    encoding: String,
    delimiter: String,
    #[serde(default = "double_quote")]
    quote: String,
    decimal: String,
    #[serde(default)]
    thousands: String,
    date: String,
    #[serde(default)]
    no_date: Vec<String>,
    files: BTreeMap<String, FileProfile>,
}

fn double_quote() -> String {
    "\"".to_owned()
}

impl Profile {
    /// Reads and checks a profile.
    ///
    /// # Errors
    /// [`ProfileError`] names the setting that is wrong.
    pub fn from_toml(text: &str) -> Result<Self, ProfileError> {
        let written: Written = toml::from_str(text)?;
        let encoding = Encoding::for_label(written.encoding.as_bytes())
            .filter(|encoding| encoding.is_ascii_compatible());
        let encoding = encoding.ok_or_else(|| ProfileError::Encoding(written.encoding.clone()))?;
        let date = DateForm::parse(&written.date).ok_or_else(|| ProfileError::Date(written.date.clone()))?;
        let thousands =
            if written.thousands.is_empty() { None } else { Some(sign("thousands", &written.thousands)?) };
        let forms = Forms {
            decimal: char::from(sign("decimal", &written.decimal)?),
            thousands: thousands.map(char::from),
            date,
            no_date: written.no_date,
        };
        Ok(Self {
            name: written.name,
            encoding,
            delimiter: sign("delimiter", &written.delimiter)?,
            quote: sign("quote", &written.quote)?,
            forms,
            files: checked_files(written.files)?,
        })
    }

    /// The profile `nav-it`, shipped with Sportello.
    ///
    /// # Errors
    /// Never in a build whose tests pass; the shipped text is checked like any other.
    pub fn nav_it() -> Result<Self, ProfileError> {
        Self::from_toml(include_str!("../../../../profiles/nav-it.toml"))
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file name of a table.
    #[must_use]
    pub fn file_name(&self, table: Table) -> &str {
        self.files.get(&table).map_or(table.code(), |file| &file.name)
    }
}

fn sign(name: &'static str, text: &str) -> Result<u8, ProfileError> {
    match text.as_bytes() {
        [one] if one.is_ascii() => Ok(*one),
        _ => Err(ProfileError::Sign { name, found: text.to_owned() }),
    }
}

fn checked_files(
    mut written: BTreeMap<String, FileProfile>,
) -> Result<BTreeMap<Table, FileProfile>, ProfileError> {
    let mut files = BTreeMap::new();
    for table in Table::ALL {
        let file = written.remove(table.code());
        let file = file.ok_or_else(|| ProfileError::Files(format!("{} is not described", table.code())))?;
        check_columns(*table, &file)?;
        check_values(*table, &file)?;
        files.insert(*table, file);
    }
    match written.into_keys().next() {
        Some(unknown) => {
            Err(ProfileError::Files(format!("{unknown} is none of {}", Table::CODES.join(", "))))
        }
        None => Ok(files),
    }
}

fn check_columns(table: Table, file: &FileProfile) -> Result<(), ProfileError> {
    let fields = tables::fields(table);
    let wrong = |problem| Err(ProfileError::Columns { table: table.code(), problem });
    if let Some(missing) =
        fields.iter().find(|field| field.is_required() && !file.columns.contains_key(field.name))
    {
        return wrong(format!("{} has no column", missing.name));
    }
    match file.columns.keys().find(|name| fields.iter().all(|field| field.name != name.as_str())) {
        Some(unknown) => wrong(format!("there is no field {unknown}")),
        None => Ok(()),
    }
}

fn check_values(table: Table, file: &FileProfile) -> Result<(), ProfileError> {
    let wrong = |field: &str, problem| {
        Err(ProfileError::Values { table: table.code(), field: field.to_owned(), problem })
    };
    let choices = || tables::fields(table).iter().filter_map(|field| Some((field.name, field.choices()?)));
    for (name, codes) in choices() {
        let Some(words) = file.values.get(name) else {
            if file.columns.contains_key(name) {
                return wrong(name, "the words of this column are missing".to_owned());
            }
            continue;
        };
        if let Some(unknown) = words.values().find(|code| !codes.contains(&code.as_str())) {
            return wrong(name, format!("{unknown} is none of {}", codes.join(", ")));
        }
    }
    match file.values.keys().find(|name| choices().all(|(choice, _)| choice != name.as_str())) {
        Some(unknown) => wrong(unknown, "this field has no list of words".to_owned()),
        None => Ok(()),
    }
}
