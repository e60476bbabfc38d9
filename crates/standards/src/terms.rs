//! Terms the law sets by date that no regulated clock measures: by when a disputed reading is verified. Data of
//! `standards/terms.toml`.

use std::sync::LazyLock;

use kernel::Date;
use serde::Deserialize;

use crate::model::Confidence;

/// The shipped records.
const SHIPPED: &str = include_str!("../../../standards/terms.toml");

/// A term and the day from which it holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalTerm {
    /// Which: `verify_reading`.
    pub id: String,
    /// What it is, in Italian.
    pub name_it: String,
    /// What it is, in English.
    pub name_en: String,
    /// The act that sets it.
    pub act: String,
    /// How many working days.
    pub working_days: u32,
    /// The first day it is in force; none: always.
    pub valid_from: Option<String>,
    /// How sure the figure is.
    pub confidence: Confidence,
    /// Labels of `sources.toml`.
    pub sources: Vec<String>,
    /// What to know about it.
    #[serde(default)]
    pub note: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    term: Vec<LegalTerm>,
}

/// Reads records from the text of a file.
///
/// # Errors
/// What is wrong, with its line, or the record whose day cannot be read.
pub fn read_terms(text: &str) -> Result<Vec<LegalTerm>, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    for term in &file.term {
        if term.valid_from.as_ref().is_some_and(|day| day.parse::<Date>().is_err()) {
            return Err(format!("{}: valid_from is not a day like 2026-03-20", term.id));
        }
    }
    Ok(file.term)
}

/// The term in force on a day: the one that began last. Before any began it is the first: a term is owed, as far as it
/// is known. None for an id nobody knows.
#[must_use]
pub fn term_in_force(id: &str, day: Date) -> Option<&'static LegalTerm> {
    static READ: LazyLock<Vec<LegalTerm>> = LazyLock::new(|| read_terms(SHIPPED).unwrap_or_default());
    in_force(&READ, id, day)
}

fn in_force<'t>(terms: &'t [LegalTerm], id: &str, day: Date) -> Option<&'t LegalTerm> {
    let began = |term: &LegalTerm| term.valid_from.as_ref().and_then(|text| text.parse::<Date>().ok());
    let known = || terms.iter().filter(|term| term.id == id);
    known()
        .filter(|term| began(term).is_none_or(|from| from <= day))
        .max_by_key(|term| began(term))
        .or_else(|| known().min_by_key(|term| began(term)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_terms_are_read() {
        assert!(read_terms(SHIPPED).is_ok_and(|all| all.iter().any(|term| term.id == "verify_reading")));
    }

    #[test]
    fn the_term_that_began_last_is_in_force() {
        let record = |days: u32, from: &str| {
            format!(
                "[[term]]\nid = \"x\"\nname_it = \"\"\nname_en = \"\"\nact = \"\"\nworking_days = {days}\nvalid_from = \"{from}\"\nconfidence = \"uncertain\"\nsources = []\n"
            )
        };
        let terms =
            read_terms(&[record(7, "2016-07-01"), record(5, "2027-01-01")].concat()).unwrap_or_default();
        let on = |day: &str| {
            day.parse().ok().and_then(|day| in_force(&terms, "x", day)).map(|term| term.working_days)
        };
        assert_eq!([on("2015-01-01"), on("2026-12-31"), on("2027-01-01")], [Some(7), Some(7), Some(5)]);
        assert!(read_terms(&record(7, "first of July")).is_err());
    }
}
