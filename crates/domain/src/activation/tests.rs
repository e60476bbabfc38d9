//! What stands in the way of an activation, and what the distributor may find.

use kernel::{Date, MeterId, Money, Sector, SupplyPointId};

use super::*;
use crate::registry::{Address, Meter, MeterKind, Register, SupplyPoint, SupplyPointState, Technical};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn point() -> SupplyPoint {
    SupplyPoint {
        id: SupplyPointId::from_bytes([1; 16]),
        sector: Sector::Gas,
        code: "00881234567890".to_owned(),
        address: Address::default(),
        state: SupplyPointState::Inactive,
        distributor: "Rete Gas".to_owned(),
        technical: Technical {
            valid_from: day("2020-01-01"),
            valid_to: None,
            point_use: String::new(),
            power_w: None,
            voltage_v: None,
            phases: None,
            meter_class: "G4".to_owned(),
            use_category: String::new(),
            withdrawal_class: String::new(),
            line_kind: String::new(),
            access_technology: String::new(),
            speed_kbps: None,
        },
        version: 1,
    }
}

fn meter(serial: &str, kind: MeterKind) -> Meter {
    Meter {
        id: MeterId::from_bytes([2; 16]),
        serial: serial.to_owned(),
        supply_point_id: SupplyPointId::from_bytes([1; 16]),
        kind,
        constant_millionths: 1_000_000,
        laid_on: day("2020-01-01"),
        removed_on: None,
        registers: vec![Register { code: "T".to_owned(), digits: 5 }],
    }
}

/// The codes found, those that block with a mark.
fn found(change: impl FnOnce(&mut SupplyPoint), with: impl FnOnce(&mut Situation<'_>)) -> Vec<String> {
    let (mut place, meters) = (point(), [meter("M1", MeterKind::Meter)]);
    change(&mut place);
    let mut situation = Situation {
        point: &place,
        meters: &meters,
        serial: "",
        contract_in_force: false,
        distributor_known: true,
        same_open: &[],
        other_open: &[],
        overdue: Money::ZERO,
        suspended_elsewhere: false,
        debt_of_former: false,
    };
    with(&mut situation);
    let mark = |blocks| if blocks { "!" } else { "" };
    check(&situation).iter().map(|finding| format!("{}{}", finding.code, mark(finding.blocks))).collect()
}

#[test]
fn a_point_that_stands_still_with_its_meter_may_be_activated() {
    assert!(found(|_| (), |_| ()).is_empty());
}

#[test]
fn what_is_no_point_to_activate_blocks() {
    let state = |state| found(|point| point.state = state, |_| ());
    assert_eq!(state(SupplyPointState::Active), ["point_active!"]);
    assert_eq!(state(SupplyPointState::Suspended), ["point_suspended!"]);
    assert_eq!(state(SupplyPointState::Removed), ["point_removed!"]);
    assert_eq!(found(|point| point.sector = Sector::Water, |_| ()), ["point_not_gas!"]);
    assert_eq!(found(|point| point.code = "123".to_owned(), |_| ()), ["point_code_wrong!"]);
    assert_eq!(found(|_| (), |s| s.contract_in_force = true), ["point_active!"]);
    assert_eq!(found(|_| (), |s| s.meters = &[]), ["meter_missing!"]);
    assert_eq!(found(|_| (), |s| s.distributor_known = false), ["distributor_unknown!"]);
    let others = ["2026-A01-000001".to_owned()];
    let (place, meters) = (point(), [meter("M1", MeterKind::Meter)]);
    let situation = Situation {
        point: &place,
        meters: &meters,
        serial: "",
        contract_in_force: false,
        distributor_known: true,
        same_open: &others,
        other_open: &others,
        overdue: Money::ZERO,
        suspended_elsewhere: false,
        debt_of_former: false,
    };
    let codes: Vec<String> = check(&situation).into_iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["same_open", "other_case_open"]);
}

#[test]
fn debts_and_another_meter_are_told_and_stop_nothing() {
    assert_eq!(found(|_| (), |s| s.serial = "M2"), ["meter_differs"]);
    assert!(found(|_| (), |s| s.serial = "M1").is_empty());
    assert_eq!(
        found(
            |_| (),
            |s| {
                s.overdue = Money::from_cents(100);
                s.suspended_elsewhere = true;
                s.debt_of_former = true;
            }
        ),
        ["arrears_of_applicant", "suspended_elsewhere", "debt_of_former"]
    );
}

fn at(serial: &str, reading: i64) -> Found {
    Found {
        meter: serial.to_owned(),
        corrector: None,
        on: day("2026-03-17"),
        reading,
        corrector_reading: None,
    }
}

#[test]
fn what_agrees_has_no_difference() {
    let meters = [meter("M1", MeterKind::Meter)];
    let history = [(day("2025-10-01"), 1200)];
    assert!(differences(&at("M1", 1200), &meters, &history, day("2026-03-18")).is_empty());
}

#[test]
fn another_meter_corrector_or_a_value_that_goes_back_is_a_difference() {
    let meters = [meter("M1", MeterKind::Meter)];
    let today = day("2026-03-18");
    let codes = |found: &Found, meters: &[Meter], history: &[(Date, i64)]| {
        differences(found, meters, history, today).iter().map(Difference::code).collect::<Vec<_>>()
    };
    assert_eq!(codes(&at("M2", 5), &meters, &[]), ["meter"]);
    let corrected = Found { corrector: Some("C1".to_owned()), corrector_reading: Some(3), ..at("M1", 5) };
    assert_eq!(codes(&corrected, &meters, &[]), ["corrector"]);
    let both = [meter("M1", MeterKind::Meter), meter("C1", MeterKind::Corrector)];
    assert!(codes(&corrected, &both, &[]).is_empty());
    assert_eq!(codes(&at("M1", 5), &both, &[]), ["corrector"]);
    let early = Found { on: day("2026-03-19"), ..at("M1", 5) };
    assert_eq!(codes(&early, &meters, &[]), ["reading"], "a day that has not come");
    assert_eq!(codes(&at("M1", 100_000), &meters, &[]), ["reading"], "more digits than the dial has");
}
