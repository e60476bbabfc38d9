//! `cargo xtask sql`: SQL stands in `store` and `db` only, and how many statements need a text for each engine.
//!
//! Integration tests (`tests/` of a crate) may look into the database with their own eyes: a test that asked the
//! store whether the store is right would prove nothing.

use crate::report::{Outcome, all_clear};
use crate::source;

/// The rooms where statements live.
const HOMES: [&str; 2] = ["store", "db"];

/// Runs the check.
pub fn run() -> Outcome {
    let root = source::root();
    let mut problems = Vec::new();
    let (mut statements, mut split) = (0, 0);
    for folder in source::folders(&root.join("crates")) {
        let room = source::name(&folder);
        for path in source::files(&folder, "rs") {
            let text = source::read(&path)?;
            if path.starts_with(folder.join("tests")) {
                continue;
            }
            if !HOMES.contains(&room.as_str()) {
                for line in foreign(&text) {
                    let place = source::shown(&path);
                    problems
                        .push(format!("{place}:{line}: SQL outside crates/store; make it a statement there"));
                }
                continue;
            }
            for line in text.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
                statements += usize::from(line.contains(": Statement = "));
                split += usize::from(line.contains(": Statement = @split"));
            }
        }
    }
    println!("sql: {statements} statements, {split} of them split by engine");
    all_clear("sql", &problems)
}

/// The lines where a string literal begins as a statement does.
fn foreign(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut line = 1;
    let mut comment = false;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '\n' => {
                line += 1;
                comment = false;
            }
            '/' if previous == '/' => comment = true,
            '"' if !comment && begins_a_statement(text.get(at + 1..).unwrap_or_default()) => found.push(line),
            _ => {}
        }
        previous = c;
    }
    found
}

/// Words a statement begins with, in capitals or small letters, and what then follows somewhere in the literal. In
/// capitals the four common ones need nothing more: nobody writes prose like that.
const STATEMENTS: [(&str, &[&str]); 10] = [
    ("SELECT", &[" FROM ", " AS ", "*", "("]),
    ("INSERT", &["INTO "]),
    ("UPDATE", &[" SET "]),
    ("DELETE", &["FROM "]),
    ("WITH", &[" AS (", " AS MATERIALIZED", " AS NOT MATERIALIZED"]),
    ("CREATE", KINDS),
    ("ALTER", KINDS),
    ("DROP", KINDS),
    ("TRUNCATE", &["TABLE ", "ONLY "]),
    ("PRAGMA", &["", "="]),
];

/// What is created, altered and dropped.
const KINDS: &[&str] = &[
    "TABLE ",
    "INDEX ",
    "TRIGGER ",
    "VIEW ",
    "UNIQUE ",
    "VIRTUAL ",
    "FUNCTION ",
    "DATABASE ",
    "EXTENSION ",
    "TEMP ",
    "SCHEMA ",
];

fn begins_a_statement(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\\');
    let literal: String = text.chars().take_while(|c| *c != '"').take(2000).collect();
    let capitals = literal.to_uppercase().split_whitespace().collect::<Vec<_>>().join(" ");
    STATEMENTS.into_iter().any(|(word, followers)| {
        let upper = literal.starts_with(word);
        if !upper && !literal.starts_with(&word.to_lowercase()) {
            return false;
        }
        let Some(rest) = capitals.strip_prefix(word).filter(|rest| rest.starts_with(' ') && rest.len() > 1)
        else {
            return false;
        };
        let common = upper && ["SELECT", "INSERT", "UPDATE", "DELETE"].contains(&word);
        common || followers.iter().any(|follower| rest.contains(follower))
    })
}

#[cfg(test)]
mod tests {
    use super::foreign;

    #[test]
    fn only_literals_that_begin_as_statements_are_found() {
        assert_eq!(foreign("let a = 1;\nlet q = \"SELECT id FROM party\";\n"), [2]);
        assert_eq!(foreign("q(\"\n   DELETE FROM party\")"), [1]);
        for statement in [
            "with late as (select id from party) select id from late",
            "WITH RECURSIVE a(n) AS (SELECT 1) SELECT n FROM a",
            "create table a (b integer)",
            "CREATE UNIQUE INDEX a ON b (c)",
            "PRAGMA foreign_keys = ON",
            "pragma optimize",
            "select id\n from party",
            "insert into a values (1)",
            "update a set b = 1",
            "delete from a",
            "drop table a",
            "alter table a add column b text",
        ] {
            assert_eq!(foreign(&format!("q(\"{statement}\")")), [1], "{statement}");
        }
        for words in [
            "select one of these",
            "with a name",
            "create the folder first",
            "update everything",
            "delete it",
            "Create table",
        ] {
            assert_eq!(foreign(&format!("q(\"{words}\")")), [0_usize; 0], "{words}");
        }
        assert_eq!(
            foreign("// \"SELECT id FROM party\"\nlet a = \"Select one\"; let b = \"UPDATED\";"),
            [0_usize; 0]
        );
    }
}
