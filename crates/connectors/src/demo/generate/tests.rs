use std::collections::BTreeSet;

use domain::import::{FileReport, ImportReport, Row};

use super::*;
use crate::billing_export::{FormatError, Reader};

fn options(customers: u64, broken: bool) -> GenerateOptions {
    GenerateOptions { customers, seed: 7, today: Date::constant(2026, 11, 20), broken }
}

fn count<T>(rows: impl Iterator<Item = Result<Row<T>, FormatError>>) -> FileReport {
    let mut report = FileReport::default();
    for row in rows {
        report.take(row.unwrap());
    }
    report
}

fn read(folder: &Path) -> ImportReport {
    let reader = Reader::open(folder, &Profile::nav_it().unwrap()).unwrap();
    let mut pass = reader.pass(Date::constant(2026, 11, 20));
    let reports = [
        count(pass.customers().unwrap()),
        count(pass.supply_points().unwrap()),
        count(pass.meters().unwrap()),
        count(pass.contracts().unwrap()),
        count(pass.readings().unwrap()),
        count(pass.bills().unwrap()),
        count(pass.payments().unwrap()),
        count(pass.mandates().unwrap()),
    ];
    ImportReport {
        files: Table::ALL.iter().map(|table| reader.file_name(*table).to_owned()).zip(reports).collect(),
    }
}

#[test]
fn every_row_of_a_sound_export_is_accepted_without_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let generated = generate(&options(400, false), folder.path(), &mut |_| {}).unwrap();
    let report = read(folder.path());
    for ((name, report), (file, rows)) in report.files.iter().zip(&generated.files) {
        assert_eq!((name, report.rows, report.accepted), (file, *rows, *rows));
        assert!(
            report.refused.is_empty() && report.warned.is_empty(),
            "{:?} {:?}",
            report.refused.first(),
            report.warned.first()
        );
    }
    let rows = |index: usize| report.files[index].1.rows;
    assert_eq!(rows(0), 400);
    assert!(rows(5) > 10 * rows(0), "bills for each customer: {}", rows(5));
}

#[test]
fn the_same_seed_gives_the_same_files() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let generated = generate(&options(50, true), one.path(), &mut |_| {}).unwrap();
    assert_eq!(generated, generate(&options(50, true), two.path(), &mut |_| {}).unwrap());
    for (file, _) in &generated.files {
        assert_eq!(
            std::fs::read(one.path().join(file)).unwrap(),
            std::fs::read(two.path().join(file)).unwrap(),
            "{file}"
        );
    }
}

#[test]
fn a_broken_export_shows_every_reason_where_it_was_put() {
    let folder = tempfile::tempdir().unwrap();
    let generated = generate(&options(20, true), folder.path(), &mut |_| {}).unwrap();
    let found: BTreeSet<(String, u64, Reason)> = read(folder.path())
        .files
        .into_iter()
        .flat_map(|(file, report)| {
            report
                .refused
                .into_iter()
                .chain(report.warned)
                .map(move |one| (file.clone(), one.row, one.reason))
        })
        .collect();
    let expected: BTreeSet<_> =
        generated.injected.into_iter().map(|one| (one.file, one.row, one.reason)).collect();
    assert_eq!(found, expected);
    let reasons: BTreeSet<Reason> = expected.iter().map(|one| one.2).collect();
    let of_rows = Reason::ALL.iter().copied().filter(|reason| !reason.needs_the_store());
    assert_eq!(reasons, of_rows.collect());
}
