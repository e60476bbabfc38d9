//! Nothing is overwritten: what an import replaces can still be read.

use domain::import::Table;

use super::engines::places;
use super::small_export::Export;

/// A table of the export, its row, a field, the new text; the kind kept, and what its history must say.
type Change = (Table, usize, &'static str, &'static str, &'static str, &'static str);

const CHANGES: &[Change] = &[
    (Table::SupplyPoints, 1, "state", "Sospeso", "supply_point", "\"state\":\"active\""),
    (Table::SupplyPoints, 2, "power_kw", "6", "supply_point_technical", "\"power_w\":4500"),
    (Table::SupplyPoints, 1, "parcel", "346", "contract_cadastre", "\"parcel\":\"345\""),
    (Table::Meters, 1, "removed", "01/10/2026", "meter", "\"removed_on\":null"),
    (Table::Meters, 3, "digits", "7", "meter_register", "\"digits\":6"),
    (Table::Contracts, 1, "deposit", "77,00", "deposit", "\"amount_cents\":5000"),
    (Table::Contracts, 1, "deposit", "0,00", "deposit", "\"state\":\"held\""),
    (Table::Readings, 3, "value", "701", "reading", "\"value\":700"),
    (Table::Bills, 1, "amount", "60,00", "bill", "\"amount_cents\":6230"),
    (Table::Payments, 1, "amount", "41,00", "payment", "\"amount_cents\":4000"),
    (
        Table::Mandates,
        1,
        "iban",
        "DE89370400440532013000",
        "mandate",
        "\"iban\":\"IT60X0542811101000000123456\"",
    ),
];

#[test]
fn what_an_import_replaces_can_still_be_read() {
    for (table, row, field, text, kind, old) in CHANGES {
        for place in places() {
            place.import(Export::sound().written().path(), false);
            assert_eq!(place.one("SELECT COUNT(*) AS n FROM registry_history"), "0");
            let changed = Export::sound().with(*table, *row, field, text);
            place.import(changed.written().path(), true);
            assert_eq!(
                place.one("SELECT COUNT(*) AS n FROM registry_history"),
                "0",
                "a trial replaces nothing"
            );
            place.import(changed.written().path(), false);
            let kept = place.ask("SELECT kind, replaced_by, data FROM registry_history");
            let start = format!("{kind}|import|");
            let found: Vec<_> = kept.iter().filter(|line| line.starts_with(&start)).collect();
            assert!(!found.is_empty() && found.iter().all(|line| line.contains('{')), "{field}: {kept:?}");
            assert!(found.iter().any(|line| line.contains(old)), "{field}: {kept:?}");
        }
    }
}

#[test]
fn a_second_change_keeps_the_first_one_too() {
    for place in places() {
        for (value, kept) in [("700", "0"), ("701", "1"), ("702", "2"), ("702", "2")] {
            place.clock.advance(60);
            place.import(Export::sound().with(Table::Readings, 3, "value", value).written().path(), false);
            assert_eq!(place.one("SELECT COUNT(*) AS n FROM registry_history"), kept);
        }
    }
}
