//! Bills.

use domain::import::{BillKind, BillRecord, ConsumptionUnit, Reason, Table};

use super::super::cells::{Cells, Draft};
use super::super::layout::Field;

pub(in super::super) const FIELDS: &[Field] = &[
    Field::required("number"),
    Field::required("contract"),
    Field::required("issued"),
    Field::required("due"),
    Field::required("kind").of(BillKind::CODES),
    Field::required("amount"),
    Field::optional("consumption"),
    Field::optional("unit").of(ConsumptionUnit::CODES),
    Field::optional("from"),
    Field::optional("to"),
];

/// A thousand million units, in thousandths: more than a utility delivers to one contract.
const LARGEST: i64 = 1_000_000_000_000;

/// Reads a row.
pub(in super::super) fn read(mut cells: Cells<'_>) -> Draft<BillRecord> {
    let (number, contract) = (cells.required("number"), cells.required("contract"));
    let (issued, due) = (cells.date("issued", Reason::Date), cells.date("due", Reason::Date));
    let kind = cells.choice("kind", BillKind::from_code);
    let amount = cells.amount("amount");
    let consumption_thousandths = cells.optional_number("consumption", 3, LARGEST);
    let unit = cells.optional_choice("unit", ConsumptionUnit::from_code);
    let (from, to) = (cells.optional_date("from", Reason::Date), cells.optional_date("to", Reason::Date));
    let key = number.clone().unwrap_or_default();
    let record = (|| {
        Some(BillRecord {
            number: number?,
            contract: contract?,
            issued: issued?,
            due: due?,
            kind: kind?,
            amount: amount?,
            consumption_thousandths,
            unit,
            from,
            to,
        })
    })();
    let references = vec![cells.needs(Table::Contracts, "contract")];
    cells.finish(record, &[&key], "number", references)
}
