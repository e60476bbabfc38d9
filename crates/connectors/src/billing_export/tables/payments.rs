//! Payments of bills.

use domain::import::{PaymentChannel, PaymentRecord, Reason, Table};

use super::super::cells::{Cells, Draft};
use super::super::layout::Field;

pub(in super::super) const FIELDS: &[Field] = &[
    Field::required("number"),
    Field::required("bill"),
    Field::required("date"),
    Field::required("amount"),
    Field::required("channel").of(PaymentChannel::CODES),
    Field::optional("counter"),
];

/// Reads a row.
pub(in super::super) fn read(mut cells: Cells<'_>) -> Draft<PaymentRecord> {
    let (number, bill) = (cells.required("number"), cells.required("bill"));
    let date = cells.past_date("date", Reason::Date, Reason::PaymentDate);
    let amount = cells.amount("amount");
    let channel = cells.choice("channel", PaymentChannel::from_code);
    let key = number.clone().unwrap_or_default();
    let record = (|| {
        Some(PaymentRecord {
            number: number?,
            bill: bill?,
            date: date?,
            amount: amount?,
            channel: channel?,
            counter: cells.optional("counter"),
        })
    })();
    let references = vec![cells.needs(Table::Bills, "bill")];
    cells.finish(record, &[&key], "number", references)
}
