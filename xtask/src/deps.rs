//! `cargo xtask deps`: which crate may use which, and which heavy library stands behind which door.
//!
//! The tables are those of `docs/architecture.md`; a change here is a change there.

use std::path::Path;

use crate::report::{Outcome, all_clear};
use crate::source;

/// Every room and the rooms it may use.
const ROOMS: [(&str, &[&str]); 22] = [
    ("kernel", &[]),
    ("calendar", &["kernel"]),
    ("domain", &["kernel", "calendar"]),
    ("standards", &["kernel", "calendar"]),
    ("feel", &["kernel", "calendar"]),
    ("bpmn", &["kernel", "calendar", "feel"]),
    ("routes", &["kernel", "calendar"]),
    ("texts", &["kernel", "calendar"]),
    ("engine", &["kernel", "feel", "bpmn"]),
    ("procedures", &["bpmn", "engine", "standards", "feel", "kernel"]),
    ("db", &["kernel"]),
    ("store", &["db", "domain", "standards", "engine", "kernel"]),
    ("documents", &["kernel", "texts", "routes"]),
    ("mail", &["kernel", "texts", "routes"]),
    ("connectors", &["kernel", "domain"]),
    (
        "app",
        &[
            "domain",
            "standards",
            "procedures",
            "engine",
            "store",
            "routes",
            "kernel",
            "calendar",
            "feel",
            "bpmn",
        ],
    ),
    ("jobs", &["app", "store", "documents", "mail", "connectors", "texts", "kernel", "domain"]),
    ("web", &["app", "routes", "texts", "kernel"]),
    ("console", EDGE),
    ("portal", EDGE),
    ("api", EDGE),
    ("xtask", &[]),
];

/// What the edges may use: never store, never db.
const EDGE: &[&str] = &["app", "routes", "texts", "kernel", "web", "domain"];

/// Rooms that may use everything: the program itself, and what tests are made of.
const FREE: [&str; 2] = ["cli", "testkit"];

/// Rooms whose tests need no more than their code: pure ones.
const TESTED_ALONE: [&str; 12] = [
    "kernel",
    "calendar",
    "domain",
    "standards",
    "feel",
    "bpmn",
    "routes",
    "texts",
    "engine",
    "procedures",
    "db",
    "xtask",
];

/// Libraries that only these rooms may name, because the rest of the house must not rebuild with them.
const DOORS: [(&str, &[&str]); 17] = [
    ("typst", &["documents"]),
    ("typst-assets", &["documents"]),
    ("typst-layout", &["documents"]),
    ("typst-pdf", &["documents"]),
    ("qrcode", &["documents"]),
    ("datamatrix", &["documents"]),
    ("rust_xlsxwriter", &["documents"]),
    ("rusqlite", &["db"]),
    ("tokio-postgres", &["db"]),
    ("deadpool-postgres", &["db"]),
    ("refinery", &["db"]),
    ("sea-query", &["db", "store"]),
    ("lettre", &["mail"]),
    ("roxmltree", &["bpmn"]),
    // A pack brings its own texts, which are not known when the program is built.
    ("fluent-bundle", &["texts", "procedures"]),
    ("askama", &["web", "console", "portal"]),
    ("axum", &["web", "console", "portal", "api", "cli", "testkit"]),
];

/// Runs the check.
pub fn run() -> Outcome {
    let root = source::root();
    let mut problems = Vec::new();
    let mut manifests: Vec<_> = source::folders(&root.join("crates"));
    manifests.push(root.join("xtask"));
    for folder in manifests {
        let room = source::name(&folder);
        let manifest = folder.join("Cargo.toml");
        check(&room, &manifest, &source::read(&manifest)?, &mut problems);
    }
    all_clear("deps", &problems)
}

fn check(room: &str, path: &Path, manifest: &str, problems: &mut Vec<String>) {
    let place = source::shown(path);
    let table: toml::Table = match manifest.parse() {
        Ok(table) => table,
        Err(error) => {
            problems.push(format!("{place}: {error}"));
            return;
        }
    };
    let allowed = ROOMS.iter().find(|(name, _)| *name == room).map(|(_, allowed)| *allowed);
    if allowed.is_none() && !FREE.contains(&room) {
        problems.push(format!("{place}: the room {room} is not in the table of docs/architecture.md"));
        return;
    }
    for section in ["dependencies", "build-dependencies"] {
        for name in names(&table, section) {
            let ours = is_room(&name);
            if ours && !allowed.is_none_or(|allowed| allowed.contains(&name.as_str())) {
                problems.push(format!("{place}: {room} may not use {name}"));
            }
            if !ours && !may_name(room, &name) {
                problems.push(format!("{place}: {name} stands behind another door than {room}"));
            }
        }
    }
    for name in names(&table, "dev-dependencies") {
        let more = if TESTED_ALONE.contains(&room) { name != "testkit" && name != "cli" } else { true };
        if is_room(&name) && !more {
            problems.push(format!("{place}: the tests of {room} may not use {name}"));
        }
    }
}

fn names(table: &toml::Table, section: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut collect = |table: &toml::Table| {
        if let Some(dependencies) = table.get(section).and_then(toml::Value::as_table) {
            found.extend(
                dependencies.keys().map(|name| name.strip_prefix("sportello-").unwrap_or(name).to_owned()),
            );
        }
    };
    collect(table);
    for target in
        table.get("target").and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::values)
    {
        target.as_table().into_iter().for_each(&mut collect);
    }
    found
}

fn is_room(name: &str) -> bool {
    FREE.contains(&name) || ROOMS.iter().any(|(room, _)| *room == name)
}

fn may_name(room: &str, library: &str) -> bool {
    DOORS.iter().find(|(name, _)| *name == library).is_none_or(|(_, rooms)| rooms.contains(&room))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(room: &str, manifest: &str) -> Vec<String> {
        let mut problems = Vec::new();
        check(room, Path::new("Cargo.toml"), manifest, &mut problems);
        problems
    }

    #[test]
    fn an_edge_outside_the_table_is_reported() {
        for (room, manifest, count) in [
            ("console", "[dependencies]\napp.workspace = true\n", 0),
            ("console", "[dependencies]\nstore.workspace = true\n", 1),
            ("console", "[dependencies]\nsportello-db = { path = \"../db\" }\n", 1),
            ("console", "[dev-dependencies]\ntestkit.workspace = true\n", 0),
            ("kernel", "[dev-dependencies]\ntestkit.workspace = true\n", 1),
            ("kernel", "[target.'cfg(unix)'.dependencies]\napp.workspace = true\n", 1),
            ("app", "[dependencies]\ntypst.workspace = true\n", 1),
            ("cli", "[dependencies]\ndb.workspace = true\nstore.workspace = true\n", 0),
            ("attic", "[dependencies]\n", 1),
        ] {
            assert_eq!(problems(room, manifest).len(), count, "{room}: {manifest}");
        }
    }

    #[test]
    fn the_table_has_no_circle() {
        let mut done: Vec<&str> = Vec::new();
        while done.len() < ROOMS.len() {
            let ready: Vec<&str> = ROOMS
                .iter()
                .filter(|(name, uses)| !done.contains(name) && uses.iter().all(|used| done.contains(used)))
                .map(|(name, _)| *name)
                .collect();
            assert!(!ready.is_empty(), "a circle among the rooms left of {done:?}");
            done.extend(ready);
        }
    }
}
