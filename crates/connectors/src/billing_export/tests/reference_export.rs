//! The reference export, where it lies beside the project: refused and warned rows must be exactly those expected.

use std::collections::BTreeMap;

use super::rows::report;

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

#[test]
fn the_reference_export_gives_exactly_the_expected_rows() {
    let Some(folder) = suites::shared("the rows of the reference export", "data/billing-export") else {
        return;
    };
    let expected = std::fs::read(folder.join("expected.json")).unwrap();
    let mut expected: Expected = serde_json::from_slice(&expected).unwrap();
    let found = report(&folder).unwrap();
    assert_eq!(found.files.len(), expected.files.len());
    for (name, report) in found.files {
        let file = expected.files.remove(&name).unwrap();
        let entries = |refusals: Vec<domain::import::Refusal>| {
            sorted(
                refusals
                    .into_iter()
                    .map(|r| Entry { row: r.row, reason: r.reason.code().to_owned() })
                    .collect(),
            )
        };
        assert_eq!((report.rows, report.accepted), (file.rows, file.accepted), "{name}");
        assert_eq!(entries(report.refused), sorted(file.refused), "refused rows of {name}");
        assert_eq!(entries(report.warned), sorted(file.warned), "warned rows of {name}");
    }
}
