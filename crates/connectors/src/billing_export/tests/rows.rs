//! Runs a whole pass into a report, the way an import does.

use std::path::Path;

use domain::import::{FileReport, ImportReport, Row, Table};
use kernel::Date;

use super::super::{FormatError, Profile, Reader};

/// The day the exports of these tests are read on.
pub(super) const TODAY: Date = Date::constant(2026, 11, 20);

/// Every file of the export, its rows counted and its records dropped.
pub(super) fn report(folder: &Path) -> Result<ImportReport, FormatError> {
    let profile = Profile::nav_it().unwrap();
    let reader = Reader::open(folder, &profile)?;
    let mut pass = reader.pass(TODAY);
    let mut out = ImportReport::default();
    for table in Table::ALL {
        let report = match table {
            Table::Customers => count(pass.customers()?)?,
            Table::SupplyPoints => count(pass.supply_points()?)?,
            Table::Meters => count(pass.meters()?)?,
            Table::Contracts => count(pass.contracts()?)?,
            Table::Readings => count(pass.readings()?)?,
            Table::Bills => count(pass.bills()?)?,
            Table::Payments => count(pass.payments()?)?,
            Table::Mandates => count(pass.mandates()?)?,
        };
        out.files.push((reader.file_name(*table).to_owned(), report));
    }
    Ok(out)
}

fn count<T>(rows: impl Iterator<Item = Result<Row<T>, FormatError>>) -> Result<FileReport, FormatError> {
    let mut report = FileReport::default();
    for row in rows {
        report.take(row?);
    }
    Ok(report)
}
