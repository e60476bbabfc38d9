//! One file a table: which fields it has, and how a row becomes a record.

pub(super) mod bills;
pub(super) mod contracts;
pub(super) mod customers;
mod identity;
pub(super) mod mandates;
pub(super) mod meters;
pub(super) mod payments;
pub(super) mod readings;
pub(super) mod supply_points;

use domain::import::{AddressRecord, Table};

use kernel::codes::{Pdr, Pod, WaterPointCode};

use super::cells::Cells;
use super::layout::Field;

/// The fields of a table.
pub(super) const fn fields(table: Table) -> &'static [Field] {
    match table {
        Table::Customers => customers::FIELDS,
        Table::SupplyPoints => supply_points::FIELDS,
        Table::Meters => meters::FIELDS,
        Table::Contracts => contracts::FIELDS,
        Table::Readings => readings::FIELDS,
        Table::Bills => bills::FIELDS,
        Table::Payments => payments::FIELDS,
        Table::Mandates => mandates::FIELDS,
    }
}

/// The address in the fields that customers and supply points share. It is taken as written, empty or not: an
/// address that cannot be found on a map is no reason to lose a customer.
fn address(cells: &Cells<'_>) -> AddressRecord {
    AddressRecord {
        street: cells.text("street").to_owned(),
        number: cells.optional("street_number"),
        unit: cells.optional("unit"),
        postcode: cells.optional("postcode"),
        town: cells.text("town").to_owned(),
        municipality: cells.optional("municipality"),
        province: cells.optional("province"),
        country: cells.optional("country"),
    }
}

/// The code of a supply point as it is stored and compared, however a file writes it: without the signs that codes
/// of its sector drop, else without white space, in upper case.
fn point_text(text: &str) -> String {
    let water = || WaterPointCode::parse(text).map(|code| code.to_string()).ok();
    let gas = || Pdr::parse(text).map(|code| code.to_string()).ok();
    let electricity = || Pod::parse(text).map(|code| code.to_string()).ok();
    let plain = || text.split_whitespace().collect::<String>().to_uppercase();
    water().or_else(gas).or_else(electricity).unwrap_or_else(plain)
}
