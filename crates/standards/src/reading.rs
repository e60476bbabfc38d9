//! Reads packs and checks them. All defects are collected: who edits a pack sees them at once.

mod raw;
mod shared;
mod standard;

use std::collections::HashMap;

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use crate::packs::Packs;
use raw::{RawPack, RawStandard};

/// Something wrong in a pack.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, {record}: {reason}")]
pub struct Defect {
    /// The file, as it was named when loading.
    pub file: String,
    /// The record: its id or name, or its place when it has none.
    pub record: String,
    /// What is wrong and what was expected.
    pub reason: String,
}

/// Collects defects while one file is read.
pub(crate) struct Notes<'a> {
    file: &'a str,
    defects: &'a mut Vec<Defect>,
}

impl Notes<'_> {
    fn add(&mut self, record: &str, reason: impl Into<String>) {
        self.defects.push(Defect {
            file: self.file.to_owned(),
            record: record.to_owned(),
            reason: reason.into(),
        });
    }

    /// The value in its shape, or a defect.
    fn shape<T: DeserializeOwned>(&mut self, record: &str, value: Value) -> Option<T> {
        match value.try_into::<T>() {
            Ok(shaped) => Some(shaped),
            Err(error) => {
                let reason = error.to_string().lines().collect::<Vec<_>>().join(" ").trim().to_owned();
                self.add(record, reason);
                None
            }
        }
    }

    /// The entries of an array of tables, each with the name a reader finds it by.
    fn entries(&mut self, key: &str, name_key: &str, value: Value) -> Vec<(String, Value)> {
        let Value::Array(entries) = value else {
            self.add(key, format!("expected an array of tables `[[{key}]]`"));
            return Vec::new();
        };
        let named = |(at, entry): (usize, Value)| {
            let name = entry.get(name_key).and_then(Value::as_str).unwrap_or_default().to_owned();
            (if name.is_empty() { format!("{key} number {}", at + 1) } else { name }, entry)
        };
        entries.into_iter().enumerate().map(named).collect()
    }

    /// The entries of a table of tables, `[key.name]`.
    fn named(&mut self, key: &str, value: Value) -> Vec<(String, Value)> {
        let Value::Table(entries) = value else {
            self.add(key, format!("expected tables `[{key}.name]`"));
            return Vec::new();
        };
        entries.into_iter().collect()
    }
}

/// A record waiting for its checks: the file, its name, its pack head and itself.
struct Waiting<'a> {
    file: &'a str,
    record: String,
    regulation: Option<(String, Option<String>)>,
    sector: crate::model::RegulatedSector,
    raw: RawStandard,
}

/// Reads all files; see [`Packs::load`].
pub(crate) fn read(files: &[(&str, &str)]) -> Result<Packs, Vec<Defect>> {
    let mut packs = Packs::default();
    let mut defects = Vec::new();
    let mut waiting = Vec::new();
    for (file, text) in files {
        let mut notes = Notes { file, defects: &mut defects };
        match text.parse::<Table>() {
            Ok(table) => read_file(&mut packs, &mut notes, file, table, &mut waiting),
            Err(error) => notes.add("the whole file", format!("not TOML: {}", error.to_string().trim())),
        }
    }
    shared::check_sources(&packs, files, &mut defects);
    for Waiting { file, record, regulation, sector, raw } in waiting {
        let mut notes = Notes { file, defects: &mut defects };
        let built = standard::build(&packs, &mut notes, &record, (sector, regulation), raw);
        if let Some(built) = built {
            add(&mut packs, &mut notes, built);
        }
    }
    let Packs { standards, by_id, .. } = &mut packs;
    for places in by_id.values_mut() {
        places.sort_by_key(|at| standards.get(*at).and_then(|standard| standard.valid_from));
    }
    if defects.is_empty() { Ok(packs) } else { Err(defects) }
}

/// Takes a record in, unless its dates overlap those of another with its id.
fn add(packs: &mut Packs, notes: &mut Notes<'_>, standard: crate::model::Standard) {
    let places = packs.by_id.entry(standard.id.clone()).or_default();
    let clash = places.iter().filter_map(|at| packs.standards.get(*at)).any(|other| {
        standard.valid_from.is_none_or(|from| other.valid_to.is_none_or(|to| from <= to))
            && other.valid_from.is_none_or(|from| standard.valid_to.is_none_or(|to| from <= to))
    });
    if clash {
        notes.add(
            &standard.id,
            "two records with this id are in force on the same day: end one with `valid_to` before the other begins",
        );
        return;
    }
    places.push(packs.standards.len());
    packs.standards.push(standard);
}

fn read_file<'a>(
    packs: &mut Packs,
    notes: &mut Notes<'_>,
    file: &'a str,
    table: Table,
    waiting: &mut Vec<Waiting<'a>>,
) {
    let mut table: HashMap<String, Value> = table.into_iter().collect();
    let head = table.remove("pack");
    let standards = table.remove("standard");
    for (key, value) in table {
        shared::read_section(packs, notes, &key, value);
    }
    let Some(standards) = standards else {
        if head.is_some() {
            notes.add("pack", "a pack head without any `[[standard]]`");
        }
        return;
    };
    let Some(head) = head else {
        notes.add("pack", "records need a head: `[pack]` with `sector`");
        return;
    };
    let Some(head) = notes.shape::<RawPack>("pack", head) else {
        return;
    };
    for (record, value) in notes.entries("standard", "id", standards) {
        if let Some(raw) = notes.shape::<RawStandard>(&record, value) {
            // A record that names its own act does not take the Italian words of the pack's.
            let own = raw.regulation.clone().map(|act| (act, raw.regulation_it.clone()));
            let regulation =
                own.or_else(|| head.regulation.clone().map(|act| (act, head.regulation_it.clone())));
            waiting.push(Waiting { file, record, regulation, sector: head.sector, raw });
        }
    }
}

#[cfg(test)]
mod tests;
