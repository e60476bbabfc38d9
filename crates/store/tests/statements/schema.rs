//! Both engines have the same tables, columns, indexes and constraints, under the same names.

use std::collections::BTreeSet;

use db::{Engine, testing::Fresh};

use crate::engines;

/// What only one engine has, and what it is for there.
const OWN: [&str; 2] = [
    // The trigram search: a virtual table on SQLite, an index of its own kind on PostgreSQL.
    "party_fts",
    "ix_party_search_text",
];

fn is_own(line: &str) -> bool {
    line.contains("refinery_schema_history")
        || line.starts_with("sqlite_stat")
        || OWN.iter().any(|name| line.contains(name))
}

/// The lines of a query whose rows are one text each.
async fn lines(fresh: &Fresh, sql: &'static str) -> Vec<String> {
    let rows = fresh.db.read("schema", move |tx| tx.query_sql("schema", sql, &[])).await.unwrap();
    rows.iter().map(|row| row.get::<String>("line").unwrap()).filter(|line| !is_own(line)).collect()
}

/// `table.column`, the class of its type, and whether it may be empty.
async fn columns(fresh: &Fresh) -> BTreeSet<String> {
    let sql = match fresh.db.engine() {
        Engine::Sqlite => {
            "SELECT m.name || '.' || c.name || ' ' || c.type || CASE c.\"notnull\" WHEN 1 THEN ' required' ELSE '' END AS line
             FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
        }
        Engine::Postgres => {
            "SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' required' ELSE '' END AS line
             FROM information_schema.columns WHERE table_schema = current_schema()"
        }
    };
    let class = |line: String| {
        [
            ("INTEGER", "number"),
            ("bigint", "number"),
            ("boolean", "number"),
            ("BLOB", "bytes"),
            ("bytea", "bytes"),
            ("TEXT", "text"),
        ]
        .into_iter()
        .fold(line, |line, (word, class)| line.replace(&format!(" {word}"), &format!(" {class}")))
    };
    lines(fresh, sql).await.into_iter().map(class).collect()
}

/// Name, table, whether it is unique, columns in their order and the condition of each index that was made by name.
async fn indexes(fresh: &Fresh) -> BTreeSet<String> {
    let sql = match fresh.db.engine() {
        Engine::Sqlite => "SELECT sql AS line FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
        Engine::Postgres => {
            "SELECT indexdef AS line FROM pg_indexes WHERE schemaname = current_schema()
             AND indexname NOT IN (SELECT conname FROM pg_constraint)"
        }
    };
    lines(fresh, sql).await.iter().map(|line| plain(line)).collect()
}

/// An index as both engines would write it.
fn plain(line: &str) -> String {
    let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = ["public.", " USING btree", "::text"].iter().fold(words, |text, word| text.replace(word, ""));
    // A name that is a word of SQL too stands in quotes there.
    let words = words.replace("\"row\"", "row");
    // Around a difference PostgreSQL writes brackets.
    let words = words.replace("(length(number) - 3)", "length(number) - 3");
    let Some((columns, condition)) = words.split_once(" WHERE ") else { return words };
    // PostgreSQL writes a list of values as an array.
    let condition = condition.replace("= ANY (ARRAY[", "IN (").replace("])", ")").replace("[]", "");
    let condition: String = condition.chars().filter(|c| !matches!(c, '(' | ')' | ' ')).collect();
    format!("{columns} WHERE {condition}")
}

/// Table, kind and name of every constraint.
async fn constraints(fresh: &Fresh) -> BTreeSet<String> {
    match fresh.db.engine() {
        Engine::Sqlite => {
            let tables = lines(fresh, "SELECT name || ' ' || sql AS line FROM sqlite_master WHERE type = 'table'").await;
            tables.iter().flat_map(|line| named_constraints(line)).collect()
        }
        Engine::Postgres => lines(
            fresh,
            "SELECT t.relname || ' ' || CASE c.contype WHEN 'p' THEN 'PRIMARY' WHEN 'u' THEN 'UNIQUE' WHEN 'f' THEN 'FOREIGN' ELSE 'CHECK' END
               || ' ' || c.conname AS line
             FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
             WHERE n.nspname = current_schema() AND c.contype IN ('p', 'u', 'f', 'c')",
        )
        .await
        .into_iter()
        .collect(),
    }
}

fn named_constraints(table: &str) -> Vec<String> {
    let words: Vec<&str> =
        table.split(|c: char| c.is_whitespace() || c == '(').filter(|w| !w.is_empty()).collect();
    let name = words.first().copied().unwrap_or_default();
    words
        .windows(3)
        .filter_map(|three| match three {
            ["CONSTRAINT", constraint, kind] => Some(format!("{name} {kind} {constraint}")),
            _ => None,
        })
        .collect()
}

fn same(what: &str, sqlite: &BTreeSet<String>, postgres: &BTreeSet<String>) {
    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
        one.difference(other).cloned().collect::<Vec<_>>().join("\n  ")
    };
    assert!(sqlite.len() > 20, "{what}: only {} were found", sqlite.len());
    assert!(
        sqlite == postgres,
        "{what}\nonly on SQLite:\n  {}\nonly on PostgreSQL:\n  {}",
        only(sqlite, postgres),
        only(postgres, sqlite)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_migrated_databases_have_the_same_schema() {
    let both = engines().await;
    let [sqlite, postgres] = both.as_slice() else { return };
    same("columns", &columns(sqlite).await, &columns(postgres).await);
    same("indexes", &indexes(sqlite).await, &indexes(postgres).await);
    same("constraints", &constraints(sqlite).await, &constraints(postgres).await);
}
