//! `cargo xtask deps`: which crate may use which, and which heavy library stands behind which door.
//!
//! The tables are printed into `docs/architecture.md`, where a reviewer sees a change of them.

use std::collections::BTreeMap;
use std::path::Path;

use crate::report::{Outcome, all_clear};
use crate::source;

/// Every room and the rooms it may use.
const ROOMS: [(&str, &[&str]); 23] = [
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
    ("suites", &[]),
    ("xtask", &[]),
];

/// What the edges may use: never store, never db.
const EDGE: &[&str] = &["app", "routes", "texts", "kernel", "web", "domain"];

/// Rooms that may use everything: the program itself, and what tests are made of.
const FREE: [&str; 2] = ["cli", "testkit"];

/// Rooms whose tests need no more than their code: pure ones.
const TESTED_ALONE: [&str; 13] = [
    "suites",
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

/// What tests may name although it stands behind another room's door.
const TEST_DOORS: [(&str, &str); 1] = [
    // The cases of the compatibility kit are XML.
    ("feel", "roxmltree"),
];

/// Where the table is printed, between these lines.
const PRINTED: &str = "docs/architecture.md";
const BEGIN: &str = "<!-- rooms: written by `cargo xtask deps --write` -->";
const END: &str = "<!-- end of rooms -->";

/// Runs the check, or writes the table.
pub fn run(arguments: &[&str]) -> Outcome {
    let root = source::root();
    let page = root.join(PRINTED);
    let text = source::read(&page)?;
    let with_table = printed(&text)?;
    match arguments {
        [] => {}
        ["--write"] => return source::write(&page, &with_table),
        _ => return Err("usage: cargo xtask deps [--write]".to_owned()),
    }
    let mut problems = Vec::new();
    if text != with_table {
        problems
            .push(format!("{PRINTED}: its table of rooms is not this one; run `cargo xtask deps --write`"));
    }
    let ours = workspace(&source::read(&root.join("Cargo.toml"))?)?;
    let mut manifests: Vec<_> = source::folders(&root.join("crates"));
    manifests.push(root.join("xtask"));
    for folder in manifests {
        let room = source::name(&folder);
        let manifest = folder.join("Cargo.toml");
        check(&room, &manifest, &source::read(&manifest)?, &ours, &mut problems);
    }
    all_clear("deps", &problems)
}

/// The page with the table as it is here.
fn printed(text: &str) -> Result<String, String> {
    let (before, rest) =
        text.split_once(BEGIN).ok_or_else(|| format!("{PRINTED}: the line {BEGIN} is missing"))?;
    let (_, after) = rest.split_once(END).ok_or_else(|| format!("{PRINTED}: the line {END} is missing"))?;
    Ok(format!("{before}{BEGIN}\n{}{END}{after}", table()))
}

fn table() -> String {
    let mut lines = "\n| room | may use | has the door to |\n|---|---|---|\n".to_owned();
    let rooms = ROOMS.iter().map(|(room, uses)| (*room, uses.join(", ")));
    for (room, uses) in rooms.chain(FREE.iter().map(|room| (*room, "everything".to_owned()))) {
        let doors: Vec<&str> =
            DOORS.iter().filter(|(_, rooms)| rooms.contains(&room)).map(|(library, _)| *library).collect();
        let uses = if uses.is_empty() { "–" } else { &uses };
        lines.push_str(&format!("| {room} | {uses} | {} |\n", doors.join(", ")));
    }
    lines.push('\n');
    lines
}

/// What the names of the workspace's list of dependencies stand for.
type Names = BTreeMap<String, String>;

fn workspace(manifest: &str) -> Result<Names, String> {
    let table: toml::Table = manifest.parse().map_err(|error| format!("Cargo.toml: {error}"))?;
    let list = table.get("workspace").and_then(|workspace| workspace.get("dependencies"));
    let list = list.and_then(toml::Value::as_table).cloned().unwrap_or_default();
    Ok(list.iter().map(|(name, value)| (name.clone(), meant(name, value, &Names::new()))).collect())
}

/// The package a dependency means, whatever it is called in the manifest: by its `package`, by its `path`, by the
/// workspace's list, by its name. Ours without `sportello-`.
fn meant(name: &str, value: &toml::Value, workspace: &Names) -> String {
    let text = |key: &str| value.get(key).and_then(toml::Value::as_str);
    let inherited = value.get("workspace").and_then(toml::Value::as_bool).unwrap_or(false);
    let package = text("package")
        .or_else(|| text("path").and_then(|path| path.trim_end_matches('/').rsplit('/').next()))
        .or_else(|| workspace.get(name).filter(|_| inherited).map(String::as_str))
        .unwrap_or(name);
    package.strip_prefix("sportello-").unwrap_or(package).to_owned()
}

fn check(room: &str, path: &Path, manifest: &str, workspace: &Names, problems: &mut Vec<String>) {
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
        for name in names(&table, section, workspace) {
            let ours = is_room(&name);
            if ours && !allowed.is_none_or(|allowed| allowed.contains(&name.as_str())) {
                problems.push(format!("{place}: {room} may not use {name}"));
            }
            if !ours && !may_name(room, &name) {
                problems.push(format!("{place}: {name} stands behind another door than {room}"));
            }
        }
    }
    for name in names(&table, "dev-dependencies", workspace) {
        let alone = TESTED_ALONE.contains(&room);
        if is_room(&name) && alone && (name == "testkit" || name == "cli") {
            problems.push(format!("{place}: the tests of {room} may not use {name}"));
        }
        if !is_room(&name) && !may_name(room, &name) && !TEST_DOORS.contains(&(room, name.as_str())) {
            problems.push(format!("{place}: {name} stands behind another door than {room}, for tests too"));
        }
    }
}

fn names(table: &toml::Table, section: &str, workspace: &Names) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut collect = |table: &toml::Table| {
        if let Some(dependencies) = table.get(section).and_then(toml::Value::as_table) {
            found.extend(dependencies.iter().map(|(name, value)| meant(name, value, workspace)));
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
        let list = "[workspace.dependencies]\nstock = { package = \"sportello-store\", path = \"crates/store\" }\n\
                    sql = { package = \"rusqlite\", version = \"1\" }\n";
        let mut problems = Vec::new();
        check(room, Path::new("Cargo.toml"), manifest, &workspace(list).unwrap(), &mut problems);
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
            ("console", "[dependencies]\nthings = { package = \"sportello-store\", version = \"1\" }\n", 1),
            ("console", "[dependencies]\nthings = { path = \"../store\" }\n", 1),
            ("console", "[dependencies]\nstock.workspace = true\n", 1),
            ("app", "[dependencies]\nsql.workspace = true\n", 1),
            ("app", "[dev-dependencies]\nrusqlite = \"1\"\n", 1),
            ("db", "[dev-dependencies]\nrusqlite = \"1\"\n", 0),
            ("feel", "[dev-dependencies]\nroxmltree = \"1\"\n", 0),
            ("kernel", "[dev-dependencies]\nsuites.workspace = true\n", 0),
        ] {
            assert_eq!(problems(room, manifest).len(), count, "{room}: {manifest}");
        }
    }

    #[test]
    fn the_table_is_printed_between_its_lines() {
        let page = printed(&format!("before\n{BEGIN}\nold\n{END}\nafter\n")).unwrap();
        assert!(page.starts_with("before\n") && page.ends_with("after\n") && !page.contains("old"));
        assert!(page.contains("| store | db, domain, standards, engine, kernel |"), "{page}");
        assert!(printed("nothing").is_err());
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
