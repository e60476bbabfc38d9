//! Every obstacle, and the three answers to whether a debt is covered.

use kernel::{BillId, ContractId, Date, Money, PartyId, SupplyPointId, SuspensionId};

use super::*;
use crate::registry::{Contract, ContractState, Delivery, PaymentMethod, SupplyPointState};

const HOLDER: PartyId = PartyId::from_bytes([7; 16]);

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn contract() -> Contract {
    Contract {
        id: ContractId::from_bytes([1; 16]),
        number: "A1".to_owned(),
        party_id: HOLDER,
        supply_point_id: SupplyPointId::from_bytes([2; 16]),
        offer: "ACQUA".to_owned(),
        starts_on: day("2015-01-01"),
        ends_on: None,
        state: ContractState::Suspended,
        payment: PaymentMethod::Slip,
        delivery: Delivery::Post,
        delivery_email: String::new(),
        resident: true,
        deposit: Money::ZERO,
        end_reason: String::new(),
        previous_contract_id: None,
        case_id: None,
        version: 1,
    }
}

fn suspension(reason: SuspensionReason) -> Suspension {
    Suspension {
        id: SuspensionId::from_bytes([3; 16]),
        supply_point_id: SupplyPointId::from_bytes([2; 16]),
        contract_id: None,
        reason,
        started_on: day("2026-03-02"),
        ended_on: None,
        seal: "A-771".to_owned(),
        case_id: None,
    }
}

fn bill(number: u8, cents: i64) -> DebtBill {
    DebtBill {
        id: BillId::from_bytes([number; 16]),
        number: format!("B{number}"),
        due_on: day("2026-02-10"),
        open: Money::from_cents(cents),
        planned: Planned::No,
        disputed: false,
        old_use: false,
    }
}

fn situation<'a>(contract: Option<&'a Contract>, bills: &'a [DebtBill]) -> DebtSituation<'a> {
    DebtSituation {
        today: day("2026-03-18"),
        point: SupplyPointState::Suspended,
        contract,
        suspension: None,
        asker: Some(HOLDER),
        bills,
        declared: None,
        new_proof: false,
        other_service_debt: false,
        same_open: &[],
        other_open: &[],
        protected: false,
        against_rules: false,
    }
}

fn codes(check: &DebtCheck) -> Vec<(&str, bool)> {
    check.findings.iter().map(|finding| (finding.code.as_str(), finding.blocks)).collect()
}

#[test]
fn what_is_open_after_its_last_day_counts_and_nothing_else() {
    let held = contract();
    let mut not_due = bill(3, 5_000);
    not_due.due_on = day("2026-03-18");
    let disputed = DebtBill { disputed: true, ..bill(4, 7_000) };
    let bills = [bill(1, 12_000), bill(2, 6_450), not_due, disputed];
    let check = check_debt(&situation(Some(&held), &bills), &Weights::default());
    assert_eq!(check.bills, [bills[0].id, bills[1].id]);
    assert_eq!((check.debt.cents(), check.covered, check.paid), (18_450, Covered::No, false));
    assert_eq!(codes(&check), [("bill_disputed", false)]);

    // A credit note makes the debt smaller, but never a credit.
    let bills = [bill(1, 12_000), bill(5, -2_000)];
    assert_eq!(check_debt(&situation(Some(&held), &bills), &Weights::default()).debt.cents(), 10_000);
    let bills = [bill(1, 12_000), bill(5, -20_000)];
    let check = check_debt(&situation(Some(&held), &bills), &Weights::default());
    assert_eq!((check.debt, check.covered, check.paid), (Money::ZERO, Covered::Yes, true));
}

#[test]
fn a_debt_is_covered_by_money_by_a_plan_in_good_order_or_by_what_is_declared() {
    let held = contract();
    let check = |bills: &[DebtBill], declared: Option<Declared>, new_proof: bool| {
        let s = DebtSituation { declared: declared.as_ref(), new_proof, ..situation(Some(&held), bills) };
        let check = check_debt(&s, &Weights::default());
        (check.covered, check.paid)
    };
    assert_eq!(check(&[], None, false), (Covered::Yes, true), "all is paid");
    let planned = |planned| [DebtBill { planned, ..bill(1, 12_000) }];
    assert_eq!(check(&planned(Planned::InTime), None, false), (Covered::Yes, true));
    assert_eq!(check(&planned(Planned::Late), None, false), (Covered::No, true));

    let bills = [bill(1, 12_000), bill(2, 6_450)];
    let said = |cents: i64, of: &[usize]| {
        Some(Declared { total: Money::from_cents(cents), bills: of.iter().map(|at| bills[*at].id).collect() })
    };
    assert_eq!(check(&bills, said(18_450, &[0, 1]), false), (Covered::Yes, false), "only declared");
    assert_eq!(check(&bills, said(18_449, &[0, 1]), false), (Covered::No, false), "a cent too little");
    assert_eq!(check(&bills, said(18_450, &[0]), false), (Covered::No, false), "not for all of them");
    assert_eq!(check(&bills, None, true), (Covered::Proof, false), "somebody must look at it");
    assert_eq!(check(&bills, said(18_450, &[0, 1]), true), (Covered::Yes, false));
    // One in a plan, the other declared.
    let mixed = [DebtBill { planned: Planned::InTime, ..bill(1, 12_000) }, bill(2, 6_450)];
    assert_eq!(check(&mixed, said(6_450, &[1]), false), (Covered::Yes, false));
}

#[test]
fn every_obstacle_is_found_and_blocks_or_warns() {
    let held = contract();
    let numbers = ["2026-R01-000001".to_owned()];
    let base = situation(Some(&held), &[]);
    let found = |s: DebtSituation<'_>| {
        let check = check_debt(&s, &Weights::default());
        check.findings.into_iter().map(|finding| (finding.code, finding.blocks)).collect::<Vec<_>>()
    };
    let one = |code: &str, blocks: bool| vec![(code.to_owned(), blocks)];
    assert_eq!(found(base.clone()), Vec::new());
    let with = |point| DebtSituation { point, ..base.clone() };
    assert_eq!(found(with(SupplyPointState::Active)), one("point_not_suspended", true));
    assert_eq!(found(with(SupplyPointState::Removed)), one("point_removed", true));
    assert_eq!(found(DebtSituation { contract: None, ..base.clone() }), one("contract_ended", true));
    let ended = Contract { ends_on: Some(day("2026-03-17")), ..contract() };
    assert_eq!(found(DebtSituation { contract: Some(&ended), ..base.clone() }), one("contract_ended", true));
    for (reason, blocks) in [(SuspensionReason::Danger, true), (SuspensionReason::Arrears, false)] {
        let open = suspension(reason);
        let found = found(DebtSituation { suspension: Some(&open), ..base.clone() });
        assert_eq!(found, if blocks { one("suspended_for_danger", true) } else { Vec::new() });
    }
    assert_eq!(found(DebtSituation { same_open: &numbers, ..base.clone() }), one("same_open", true));
    assert_eq!(found(DebtSituation { other_open: &numbers, ..base.clone() }), one("other_case_open", false));
    let other = Some(PartyId::from_bytes([9; 16]));
    assert_eq!(found(DebtSituation { asker: other, ..base.clone() }), one("asker_not_holder", false));
    assert_eq!(found(DebtSituation { protected: true, ..base.clone() }), one("protected", false));
    assert_eq!(found(DebtSituation { against_rules: true, ..base.clone() }), one("cut_against_rules", false));
    assert_eq!(
        found(DebtSituation { other_service_debt: true, ..base.clone() }),
        one("other_service_debt", false)
    );
    let old = [DebtBill { old_use: true, ..bill(1, 100) }];
    assert_eq!(found(DebtSituation { bills: &old, ..base.clone() }), one("bill_two_years", false));
}

#[test]
fn the_utility_says_which_obstacles_block() {
    let held = contract();
    let s = DebtSituation { point: SupplyPointState::Active, protected: true, ..situation(Some(&held), &[]) };
    let weights = |list: &[(&str, Weight)]| {
        Weights(list.iter().map(|(code, weight)| ((*code).to_owned(), *weight)).collect())
    };
    let check =
        check_debt(&s, &weights(&[("point_not_suspended", Weight::Warn), ("protected", Weight::Block)]));
    assert_eq!(
        codes(&check),
        [("protected", true), ("point_not_suspended", false)],
        "what blocks comes first"
    );
    let check = check_debt(&s, &weights(&[("point_not_suspended", Weight::Off), ("protected", Weight::Off)]));
    assert_eq!(codes(&check), []);
}

#[test]
fn use_of_more_than_two_years_before_the_bill_is_old() {
    let old = |from: &str| contains_old_use(Some(day(from)), day("2026-03-18"), 24);
    assert!(old("2024-03-17"));
    assert!(!old("2024-03-18"));
    assert!(!contains_old_use(None, day("2026-03-18"), 24));
}
