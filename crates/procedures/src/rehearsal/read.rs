//! Reading `rehearsals.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::{Rehearsal, Turn};
use crate::{Defect, Files};

/// The file.
pub(super) const FILE: &str = "rehearsals.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(default, rename = "rehearsal")]
    rehearsals: Vec<RawRehearsal>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRehearsal {
    name: String,
    end: String,
    #[serde(default, rename = "turn")]
    turns: Vec<RawTurn>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTurn {
    at: String,
    #[serde(default)]
    answers: Map<String, Json>,
    error: Option<String>,
    #[serde(default)]
    silence: bool,
}

/// The rehearsals of a pack; none when it has no such file.
pub(crate) fn read(files: &Files, defects: &mut Vec<Defect>) -> Vec<Rehearsal> {
    let Some(text) = files.get(FILE) else { return Vec::new() };
    match toml::from_str::<Raw>(text) {
        Ok(raw) => raw.rehearsals.into_iter().map(rehearsal).collect(),
        Err(error) => {
            let line = error
                .span()
                .map_or(1, |span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
            defects.push(Defect::new(FILE, format!("line {line}"), error.message(), "correct it"));
            Vec::new()
        }
    }
}

fn rehearsal(raw: RawRehearsal) -> Rehearsal {
    let mut turns: BTreeMap<String, Vec<Turn>> = BTreeMap::new();
    for turn in raw.turns {
        let given = match (turn.error, turn.silence) {
            (Some(error), _) => Turn::Error(error),
            (None, true) => Turn::Silence,
            (None, false) => Turn::Done(turn.answers),
        };
        turns.entry(turn.at).or_default().push(given);
    }
    Rehearsal { name: raw.name, end: raw.end, turns }
}
