//! Which field of a table stands in which column of the file at hand.

use std::collections::HashMap;

use domain::import::Table;

use super::profile::{FileProfile, Profile};
use super::tables;

/// A field of a table, as the reader asks for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    need: Need,
    choices: Option<&'static [&'static str]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    Required,
    Optional,
}

impl Field {
    /// A field every profile must map to a column.
    pub(super) const fn required(name: &'static str) -> Self {
        Self { name, need: Need::Required, choices: None }
    }

    /// A field a profile may leave out.
    pub(super) const fn optional(name: &'static str) -> Self {
        Self { name, need: Need::Optional, choices: None }
    }

    /// The same field, with a closed list of words.
    pub(super) const fn of(self, codes: &'static [&'static str]) -> Self {
        Self { choices: Some(codes), ..self }
    }

    pub(super) fn is_required(&self) -> bool {
        self.need == Need::Required
    }

    pub(super) const fn choices(&self) -> Option<&'static [&'static str]> {
        self.choices
    }
}

/// The columns of one file.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// How many columns the header has.
    pub(super) width: usize,
    columns: Vec<Column>,
}

#[derive(Clone, Debug)]
struct Column {
    field: &'static str,
    header: String,
    index: usize,
    /// Words of the file, in lower case, with the codes they mean.
    words: HashMap<String, String>,
}

impl Layout {
    /// Binds a profile to the header of a file.
    ///
    /// # Errors
    /// The columns the profile names and the header lacks.
    pub(super) fn bind(table: Table, profile: &Profile, header: &[String]) -> Result<Self, Vec<String>> {
        let Some(file) = profile.files.get(&table) else {
            return Err(Vec::new());
        };
        let mut columns = Vec::new();
        let mut missing = Vec::new();
        for field in tables::fields(table) {
            let Some(name) = file.columns.get(field.name) else {
                continue;
            };
            let index = header.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name));
            match index {
                Some(index) => {
                    let words = words(file, field.name);
                    columns.push(Column { field: field.name, header: name.clone(), index, words });
                }
                None => missing.push(name.clone()),
            }
        }
        if missing.is_empty() { Ok(Self { width: header.len(), columns }) } else { Err(missing) }
    }

    fn column(&self, field: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.field == field)
    }

    /// The index of a field's column.
    pub(super) fn index(&self, field: &str) -> Option<usize> {
        self.column(field).map(|column| column.index)
    }

    /// The name the file gives to a field.
    pub(super) fn header(&self, field: &str) -> &str {
        self.column(field).map_or("", |column| &column.header)
    }

    /// The code that a word of the file means in a field.
    pub(super) fn code(&self, field: &str, word: &str) -> Option<&str> {
        self.column(field)?.words.get(&word.to_lowercase()).map(String::as_str)
    }

    /// The words a field knows, for a message.
    pub(super) fn known_words(&self, field: &str, profile: &FileProfile) -> String {
        let words = self.column(field).and_then(|column| profile.values.get(column.field));
        words.map(|words| words.keys().cloned().collect::<Vec<_>>().join(", ")).unwrap_or_default()
    }
}

fn words(file: &FileProfile, field: &str) -> HashMap<String, String> {
    let written = file.values.get(field).into_iter().flatten();
    written.map(|(word, code)| (word.to_lowercase(), code.clone())).collect()
}
