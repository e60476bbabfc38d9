//! Contracts.

use domain::import::{ContractRecord, ContractState, Delivery, PaymentMethod, PrintedSecret, Reason, Table};
use kernel::Money;

use super::super::cells::{Cells, Draft};
use super::super::layout::Field;
use super::identity::looks_like_email;

pub(in super::super) const FIELDS: &[Field] = &[
    Field::required("number"),
    Field::required("customer"),
    Field::required("point"),
    Field::optional("offer"),
    Field::required("start"),
    Field::optional("end"),
    Field::required("state").of(ContractState::CODES),
    Field::required("payment").of(PaymentMethod::CODES),
    Field::required("delivery").of(Delivery::CODES),
    Field::optional("delivery_email"),
    Field::optional("resident").of(&["yes", "no"]),
    Field::optional("deposit"),
    Field::optional("web_code"),
];

/// Reads a row.
pub(in super::super) fn read(mut cells: Cells<'_>) -> Draft<ContractRecord> {
    let number = cells.required("number");
    let customer = cells.required("customer");
    let point = cells.required("point").map(|text| super::point_text(&text));
    let at = point.clone().unwrap_or_default();
    let start = cells.date("start", Reason::Date);
    let end = cells.optional_date("end", Reason::Date);
    let state = cells.choice("state", ContractState::from_code);
    let payment = cells.choice("payment", PaymentMethod::from_code);
    let delivery = cells.choice("delivery", Delivery::from_code);
    let resident = cells.optional_choice("resident", |code| Some(code == "yes"));
    let deposit = if cells.text("deposit").is_empty() { Some(Money::ZERO) } else { cells.amount("deposit") };
    let key = number.clone().unwrap_or_default();
    let record = (|| {
        Some(ContractRecord {
            number: number?,
            customer: customer?,
            point: point?,
            offer: cells.optional("offer"),
            start: start?,
            end,
            state: state?,
            payment: payment?,
            delivery: delivery?,
            // The customer's own row carries the warning about an address that is none.
            delivery_email: cells.optional("delivery_email").filter(|text| looks_like_email(text)),
            resident,
            deposit: deposit?,
            web_code: cells.optional("web_code").map(PrintedSecret::new),
        })
    })();
    let point = cells.needs_key(Table::SupplyPoints, "point", &[&at]);
    let references = vec![cells.needs(Table::Customers, "customer"), point];
    cells.finish(record, &[&key], "number", references)
}
