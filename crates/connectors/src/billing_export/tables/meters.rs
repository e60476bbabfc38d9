//! Meters and correctors: one row for each register.

use domain::import::{MeterKind, MeterRecord, Reason, Register, Table};

use super::super::cells::{Cells, Draft};
use super::super::layout::Field;

pub(in super::super) const FIELDS: &[Field] = &[
    Field::required("serial"),
    Field::required("point"),
    Field::required("kind").of(MeterKind::CODES),
    Field::required("register").of(Register::CODES),
    Field::required("digits"),
    Field::required("installed"),
    Field::optional("removed"),
    Field::optional("constant"),
];

/// One, in millionths: the constant of a register that shows what was consumed.
const ONE: i64 = 1_000_000;

/// Reads a row.
pub(in super::super) fn read(mut cells: Cells<'_>) -> Draft<MeterRecord> {
    let serial = cells.required("serial");
    let point = cells.required("point").map(|text| super::point_text(&text));
    let kind = cells.choice("kind", MeterKind::from_code);
    let register = cells.choice("register", Register::from_code);
    let digits = cells.number("digits", 0, 12);
    let installed = cells.date("installed", Reason::Date);
    let removed = cells.optional_date("removed", Reason::Date);
    let constant = cells.optional_number("constant", 6, 1_000_000 * ONE).unwrap_or(ONE);
    let at = point.clone().unwrap_or_default();
    let keys = [cells.text("serial").to_owned(), cells.text("register").to_owned(), at.clone()];
    let record = (|| {
        Some(MeterRecord {
            serial: serial?,
            point: point?,
            kind: kind?,
            register: register?,
            digits: digits?,
            installed: installed?,
            removed,
            constant_millionths: constant,
        })
    })();
    let references = vec![cells.needs_key(Table::SupplyPoints, "point", &[&at])];
    cells.finish(record, &keys.each_ref().map(String::as_str), "serial", references)
}
