//! The reference export, where it lies beside the project: the report of a real import is the expected one.

use std::collections::BTreeMap;

use domain::import::{ImportReport, Refusal};

use super::engines::places;

#[derive(serde::Deserialize)]
struct Expected {
    files: BTreeMap<String, ExpectedFile>,
}

#[derive(serde::Deserialize)]
struct ExpectedFile {
    rows: u64,
    accepted: u64,
    refused: Vec<Entry>,
    warned: Vec<Entry>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
struct Entry {
    row: u64,
    reason: String,
}

fn sorted(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort();
    entries
}

fn entries(refusals: &[Refusal]) -> Vec<Entry> {
    sorted(refusals.iter().map(|one| Entry { row: one.row, reason: one.reason.code().to_owned() }).collect())
}

fn compare(found: &ImportReport, mut expected: Expected) {
    for (name, report) in &found.files {
        let file = expected.files.remove(name).unwrap();
        assert_eq!((report.rows, report.accepted), (file.rows, file.accepted), "{name}");
        assert_eq!((report.changed, report.unchanged), (0, 0), "all of {name} is new");
        assert_eq!(entries(&report.refused), sorted(file.refused), "refused rows of {name}");
        assert_eq!(entries(&report.warned), sorted(file.warned), "warned rows of {name}");
    }
    assert!(expected.files.is_empty());
}

#[test]
fn the_reference_export_is_imported_as_expected_and_a_second_run_changes_nothing() {
    let Some(folder) = suites::shared("the import of the reference export", "data/billing-export") else {
        return;
    };
    let folder = folder.as_path();
    let expected = std::fs::read(folder.join("expected.json")).unwrap();
    let mut stored = Vec::new();
    for place in places() {
        let dry = place.import(folder, true);
        assert_eq!(place.one("SELECT COUNT(*) AS n FROM party"), "0");
        let first = place.import(folder, false);
        compare(&first, serde_json::from_slice(&expected).unwrap());
        assert_eq!(dry, first);
        let second = place.import(folder, false);
        for ((name, one), (_, two)) in first.files.iter().zip(&second.files) {
            assert_eq!((two.changed, two.unchanged), (0, one.accepted), "{name}");
        }
        let unpaid = "SELECT COUNT(*) AS n FROM bill b WHERE b.paid_cents <> (SELECT COALESCE(SUM(p.amount_cents), 0) FROM payment p WHERE p.bill_id = b.id)";
        assert_eq!(place.one(unpaid), "0");
        stored.push(place.registry());
    }
    if let [sqlite, postgres] = stored.as_slice() {
        for (sql, rows) in sqlite {
            assert!(postgres[sql] == *rows, "the two engines hold the same: {sql}");
        }
    }
}
