//! What the distributor told of the first day: when gas flowed, and what the dials showed.

use std::collections::BTreeMap;

use domain::{
    registry::{Meter, MeterKind},
    voltura::dials,
};
use kernel::Date;
use serde_json::{Map, Value as Json};

/// The day gas began to flow; none until the distributor has told it.
pub(crate) fn activated_on(data: &Map<String, Json>) -> Option<Date> {
    data.get("activated_on")?.as_str()?.parse().ok()
}

/// The opening values by the key of their dial ([`dials`]); none until the distributor has told them.
pub(crate) fn opening_values(data: &Map<String, Json>, meters: &[Meter]) -> BTreeMap<String, i64> {
    let told = |kind: MeterKind| {
        let name = if kind == MeterKind::Corrector { "corrector_reading" } else { "opening_reading" };
        data.get(name).and_then(Json::as_i64)
    };
    // A device has one dial here: what the distributor tells is one value for each.
    let mut first: Vec<kernel::MeterId> = Vec::new();
    let mut values = BTreeMap::new();
    for dial in dials(meters) {
        if first.contains(&dial.meter.id) {
            continue;
        }
        first.push(dial.meter.id);
        if let Some(value) = told(dial.meter.kind) {
            values.insert(dial.key, value);
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use domain::registry::Register;
    use kernel::{MeterId, SupplyPointId};
    use serde_json::json;

    use super::*;

    fn device(id: u8, serial: &str, kind: MeterKind) -> Meter {
        Meter {
            id: MeterId::from_bytes([id; 16]),
            serial: serial.to_owned(),
            supply_point_id: SupplyPointId::from_bytes([1; 16]),
            kind,
            constant_millionths: 1_000_000,
            laid_on: "2020-01-01".parse().unwrap(),
            removed_on: None,
            registers: vec![Register {
                code: if kind == MeterKind::Corrector { "C" } else { "T" }.to_owned(),
                digits: 5,
            }],
        }
    }

    #[test]
    fn each_value_stands_under_the_key_of_its_dial() {
        let Json::Object(data) =
            json!({ "activated_on": "2026-03-17", "opening_reading": 12, "corrector_reading": null })
        else {
            panic!("an object")
        };
        let meters = [device(1, "M1", MeterKind::Meter), device(2, "C1", MeterKind::Corrector)];
        assert_eq!(activated_on(&data), "2026-03-17".parse().ok());
        assert_eq!(opening_values(&data, &meters), BTreeMap::from([("T".to_owned(), 12)]));
        assert!(opening_values(&Map::new(), &meters).is_empty(), "nothing was told");
    }
}
