//! What the process of a change of holder may call.

use super::{
    create_party::{check_contact, check_contact_again, create_party},
    power::{check_power, open_power_increase},
    readings::{put_verification, record_verified},
    request::{check_request, confirm, make_request},
    transfer::duplicate_contract,
};
use crate::processes::Operation;

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "party.create",
        reads: &[],
        writes: &["party"],
        errors: &[],
        arguments: &[],
        run: create_party,
    },
    Operation {
        name: "contact.check",
        reads: &["party"],
        writes: &[],
        errors: &[],
        arguments: &[],
        run: check_contact,
    },
    Operation {
        name: "contact.check_again",
        reads: &["party"],
        writes: &[],
        errors: &["contact_changed"],
        arguments: &[],
        run: check_contact_again,
    },
    Operation {
        name: "voltura.check_power",
        reads: &["power_w"],
        writes: &[],
        errors: &[],
        arguments: &[],
        run: check_power,
    },
    Operation {
        name: "voltura.check",
        reads: &["supply_point", "party"],
        writes: &["admissible", "findings"],
        errors: &[],
        arguments: &[],
        run: check_request,
    },
    Operation {
        name: "voltura.check_again",
        reads: &["supply_point", "party"],
        writes: &["admissible", "findings"],
        errors: &[],
        arguments: &[],
        run: check_request,
    },
    Operation {
        name: "voltura.start",
        reads: &["supply_point", "party"],
        writes: &["admissible", "findings", "readings_differ"],
        errors: &[],
        arguments: &[],
        run: make_request,
    },
    Operation { name: "voltura.confirm", reads: &[], writes: &[], errors: &[], arguments: &[], run: confirm },
    Operation {
        name: "voltura.duplicate_contract",
        reads: &["supply_point", "party", "starts_on"],
        writes: &["new_contract"],
        errors: &[],
        arguments: &[],
        run: duplicate_contract,
    },
    Operation {
        name: "voltura.put_verification",
        reads: &[],
        writes: &[],
        errors: &[],
        arguments: &[],
        run: put_verification,
    },
    Operation {
        name: "voltura.record_verified",
        reads: &["new_contract"],
        writes: &[],
        errors: &[],
        arguments: &[],
        run: record_verified,
    },
    Operation {
        name: "case.open_power_increase",
        reads: &["power_w"],
        writes: &["power_case"],
        errors: &[],
        arguments: &[],
        run: open_power_increase,
    },
];
