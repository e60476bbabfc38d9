//! Readings.

use domain::import::{ReadingKind, ReadingRecord, Reason, Register, Table};

use super::super::cells::{Cells, Draft, Reference};
use super::super::layout::Field;

pub(in super::super) const FIELDS: &[Field] = &[
    Field::required("point"),
    Field::required("serial"),
    Field::required("register").of(Register::CODES),
    Field::required("date"),
    Field::required("value"),
    Field::required("kind").of(ReadingKind::CODES),
];

/// No register has more than twelve digits before the point.
const LARGEST: i64 = 999_999_999_999_999;

/// Reads a row.
pub(in super::super) fn read(mut cells: Cells<'_>) -> Draft<ReadingRecord> {
    let point = cells.required("point").map(|text| super::point_text(&text));
    let serial = cells.required("serial");
    let register = cells.choice("register", Register::from_code);
    let date = cells.past_date("date", Reason::ReadingDate, Reason::ReadingDate);
    let value = cells.number("value", 3, LARGEST);
    let kind = cells.choice("kind", ReadingKind::from_code);
    let at = point.clone().unwrap_or_default();
    let [serial_text, register_text, date_text] =
        ["serial", "register", "date"].map(|field| cells.text(field).to_owned());
    let record = (|| {
        Some(ReadingRecord {
            point: point?,
            serial: serial?,
            register: register?,
            date: date?,
            value_thousandths: value?,
            kind: kind?,
        })
    })();
    let meter = cells.needs_key(Table::Meters, "serial", &[&serial_text, &register_text, &at]);
    let meter = Reference { after_others: true, ..meter };
    let references = vec![cells.needs_key(Table::SupplyPoints, "point", &[&at]), meter];
    cells.finish(record, &[&at, &serial_text, &register_text, &date_text], "date", references)
}
