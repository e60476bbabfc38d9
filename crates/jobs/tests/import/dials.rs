//! Readings beside what was read before them, in the file and in the registry.

use domain::import::{ImportReport, Table};

use super::engines::places;
use super::small_export::Export;

/// An export whose first register was read as these dates, values and kinds say.
fn read(readings: &[(&'static str, &'static str, &'static str)]) -> Export {
    let mut export = Export::without(Table::Readings);
    for (date, value, kind) in readings {
        export = export.and_new(
            Table::Readings,
            &[
                ("point", "0803602300000001"),
                ("serial", "B1"),
                ("register", "T"),
                ("date", date),
                ("value", value),
                ("kind", kind),
            ],
        );
    }
    export
}

fn warnings(report: &ImportReport) -> Vec<(u64, &'static str)> {
    let all = report.files.iter().flat_map(|(_, file)| &file.warned);
    all.map(|one| (one.row, one.reason.code())).collect()
}

const ROLLED: &str = "SELECT read_on, rolled_over FROM reading WHERE rolled_over ORDER BY read_on";

#[test]
fn a_reading_below_the_last_without_passing_zero_is_warned_about_in_a_trial_as_in_earnest() {
    for place in places() {
        let folder = read(&[
            ("01/05/2026", "500", "Effettiva"),
            ("01/06/2026", "480", "Autolettura"),
            ("01/07/2026", "900", "Stimata"),
            ("01/08/2026", "850", "Effettiva"),
            ("01/09/2026", "851", "Effettiva"),
            ("01/10/2026", "800", "Stimata"),
        ])
        .written();
        for dry_run in [true, false, false] {
            let report = place.import(folder.path(), dry_run);
            let below = [(2, "reading_below_last"), (6, "reading_below_last")];
            assert_eq!(warnings(&report), below, "a measured value below an estimate is none");
        }
        let noted =
            "SELECT COUNT(*) AS n FROM import_row WHERE reason = 'reading_below_last' AND field = 'Lettura'";
        assert_eq!(place.one(noted), "6");
        assert!(place.ask(ROLLED).is_empty());
    }
}

#[test]
fn an_export_of_the_newest_readings_only_is_compared_with_what_is_stored() {
    for place in places() {
        place.import(read(&[("01/05/2026", "99.990", "Effettiva")]).written().path(), false);
        let report = place.import(read(&[("01/07/2026", "12", "Effettiva")]).written().path(), false);
        assert!(warnings(&report).is_empty());
        assert_eq!(place.one("SELECT read_on FROM reading WHERE rolled_over ORDER BY read_on"), "2026-07-01");
        let report = place.import(read(&[("01/08/2026", "5", "Effettiva")]).written().path(), false);
        assert_eq!(warnings(&report), [(1, "reading_below_last")]);
    }
}

#[test]
fn rows_in_any_order_are_compared_by_their_dates() {
    for place in places() {
        let report = place.import(
            read(&[("01/07/2026", "700", "Effettiva"), ("01/05/2026", "500", "Effettiva")]).written().path(),
            false,
        );
        assert!(warnings(&report).is_empty());
        let later = read(&[("01/08/2026", "650", "Effettiva"), ("01/06/2026", "600", "Effettiva")]).written();
        assert_eq!(warnings(&place.import(later.path(), false)), [(1, "reading_below_last")]);
    }
}
