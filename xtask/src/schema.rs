//! `cargo xtask schema`: both engines have the same migrations, by number and name, without gaps.
//! That the resulting schemas agree is proved by a test of `db` that compares two migrated databases.

use std::collections::BTreeSet;

use crate::report::{Outcome, all_clear};
use crate::source;

/// Runs the check.
pub fn run() -> Outcome {
    let root = source::root().join("migrations");
    let names = |engine: &str| -> BTreeSet<String> {
        source::files(&root.join(engine), "sql").iter().map(|path| source::name(path)).collect()
    };
    all_clear("schema", &differences(&names("sqlite"), &names("postgres")))
}

fn differences(sqlite: &BTreeSet<String>, postgres: &BTreeSet<String>) -> Vec<String> {
    let mut problems = Vec::new();
    for name in sqlite.difference(postgres) {
        problems.push(format!("migrations/postgres/{name} is missing"));
    }
    for name in postgres.difference(sqlite) {
        problems.push(format!("migrations/sqlite/{name} is missing"));
    }
    for (index, name) in sqlite.iter().enumerate() {
        let number = name.strip_prefix('V').and_then(|rest| rest.split_once("__")).map(|(number, _)| number);
        if number != Some(format!("{:04}", index + 1).as_str()) {
            problems.push(format!("migrations/sqlite/{name}: expected V{:04}__name.sql", index + 1));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::differences;

    #[test]
    fn engines_differ_by_name_or_number() {
        let set = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect();
        assert!(differences(&set(&["V0001__a.sql"]), &set(&["V0001__a.sql"])).is_empty());
        assert_eq!(differences(&set(&["V0001__a.sql"]), &set(&["V0001__b.sql"])).len(), 2);
        assert_eq!(differences(&set(&["V0002__a.sql"]), &set(&["V0002__a.sql"])).len(), 1);
    }
}
