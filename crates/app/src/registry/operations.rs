//! What a process may do to the registry.

use super::{
    apply_changes::apply_changes,
    change_meter::change_meter,
    compare_party::compare_party,
    judge_readings::{judge, record},
    restore_supply::restore,
    update_point::update_point,
};
use crate::processes::Operation;

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "readings.judge",
        reads: &["supply_point", "read_on", "readings"],
        writes: &["verdict", "verdict_reason"],
        errors: &[],
        arguments: &[],
        run: judge,
    },
    Operation {
        name: "readings.record",
        reads: &["supply_point", "read_on", "readings"],
        writes: &[],
        errors: &["reading_taken"],
        arguments: &[],
        run: record,
    },
    Operation {
        name: "supply.restore",
        reads: &["supply_point", "restored_on", "read_on", "readings"],
        writes: &[],
        errors: &[],
        arguments: &[],
        run: restore,
    },
    Operation {
        name: "party.compare",
        reads: &["party", "change_kind"],
        writes: &["changes", "sensitive"],
        errors: &[],
        arguments: &[],
        run: compare_party,
    },
    Operation {
        name: "party.apply_changes",
        reads: &["party", "change_kind", "effective_on"],
        writes: &["applied", "changes", "passing_point"],
        errors: &[],
        arguments: &[],
        run: apply_changes,
    },
    Operation {
        name: "meters.change",
        reads: &["meter_work", "works_on"],
        writes: &[],
        errors: &[],
        arguments: &[],
        run: change_meter,
    },
    Operation {
        name: "points.update",
        reads: &["works_on"],
        writes: &[],
        errors: &[],
        arguments: &[],
        run: update_point,
    },
];
