//! Whether an activation may be asked for.

use kernel::{Money, Sector, codes::Pdr};

use crate::{
    registry::{Meter, SupplyPoint, SupplyPointState},
    voltura::Finding,
};

/// What is known when an activation is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// The point.
    pub point: &'a SupplyPoint,
    /// Meters in place there.
    pub meters: &'a [Meter],
    /// The serial number the customer reads; empty when he told none.
    pub serial: &'a str,
    /// Whether somebody has a contract in force there.
    pub contract_in_force: bool,
    /// Whether the point's distributor is in the settings.
    pub distributor_known: bool,
    /// Numbers of other activations of the point that were asked for.
    pub same_open: &'a [String],
    /// Numbers of other open cases on the point.
    pub other_open: &'a [String],
    /// What the applicant has not paid in time on contracts of his own.
    pub overdue: Money,
    /// Whether another supply of the applicant is suspended: the distributor waits for that debt to be paid
    /// (regulation.md 4.3).
    pub suspended_elsewhere: bool,
    /// Whether whoever was there before left a debt: it is never charged to the newcomer.
    pub debt_of_former: bool,
}

fn finding(code: &str, blocks: bool, args: &[(&str, &str)]) -> Finding {
    let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Finding { code: code.to_owned(), blocks, waits: false, args }
}

/// Everything found, what blocks first. Empty: nothing stands in its way.
#[must_use]
pub fn check(situation: &Situation<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut blocks = |code: &str, args: &[(&str, &str)]| found.push(finding(code, true, args));
    let s = situation;
    if s.point.sector != Sector::Gas {
        blocks("point_not_gas", &[]);
        return found;
    }
    if Pdr::parse(&s.point.code).is_err() {
        blocks("point_code_wrong", &[("code", &s.point.code)]);
    }
    match s.point.state {
        SupplyPointState::Removed => blocks("point_removed", &[]),
        SupplyPointState::Suspended => blocks("point_suspended", &[]),
        SupplyPointState::Active => blocks("point_active", &[]),
        SupplyPointState::Inactive if s.contract_in_force => blocks("point_active", &[]),
        SupplyPointState::Inactive if s.meters.is_empty() => blocks("meter_missing", &[]),
        SupplyPointState::Inactive => {}
    }
    for number in s.same_open {
        blocks("same_open", &[("number", number)]);
    }
    if !s.distributor_known {
        blocks("distributor_unknown", &[("name", &s.point.distributor)]);
    }
    warn(s, &mut found);
    found
}

fn warn(s: &Situation<'_>, found: &mut Vec<Finding>) {
    let mut warns = |code: &str, args: &[(&str, &str)]| found.push(finding(code, false, args));
    let known: Vec<&str> = s.meters.iter().map(|meter| meter.serial.as_str()).collect();
    if !s.serial.is_empty() && !known.is_empty() && !known.contains(&s.serial) {
        warns("meter_differs", &[("known", &known.join(", "))]);
    }
    for number in s.other_open {
        warns("other_case_open", &[("number", number)]);
    }
    if s.overdue > Money::ZERO {
        warns("arrears_of_applicant", &[("amount", &s.overdue.show(kernel::Lang::It))]);
    }
    if s.suspended_elsewhere {
        warns("suspended_elsewhere", &[]);
    }
    if s.debt_of_former {
        warns("debt_of_former", &[]);
    }
}
