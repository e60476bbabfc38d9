use jiff::civil::date;
use kernel::{ContractId, Date, MeterId, Money, PartyId, Sector, SupplyPointId};

use super::*;
use crate::registry::{
    Address, Contract, ContractState, Delivery, Meter, MeterKind, PaymentMethod, Register, SupplyPoint,
    SupplyPointState, Technical, Title,
};

const TODAY: Date = date(2026, 3, 11);

fn point(state: SupplyPointState) -> SupplyPoint {
    SupplyPoint {
        id: SupplyPointId::from_bytes([1; 16]),
        sector: Sector::Water,
        code: "FB-A-0000010".to_owned(),
        address: Address::default(),
        state,
        distributor: String::new(),
        technical: Technical {
            valid_from: date(2008, 9, 14),
            valid_to: None,
            point_use: String::new(),
            power_w: None,
            voltage_v: None,
            phases: None,
            meter_class: String::new(),
            use_category: String::new(),
            withdrawal_class: String::new(),
            line_kind: String::new(),
            access_technology: String::new(),
            speed_kbps: None,
        },
        version: 1,
    }
}

fn contract(state: ContractState) -> Contract {
    Contract {
        id: ContractId::from_bytes([2; 16]),
        number: "A187730".to_owned(),
        party_id: PartyId::from_bytes([3; 16]),
        supply_point_id: SupplyPointId::from_bytes([1; 16]),
        offer: String::new(),
        starts_on: date(2008, 9, 14),
        ends_on: None,
        state,
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

fn codes(
    answers: &VolturaAnswers,
    point: &SupplyPoint,
    contract: &Contract,
    asked_on: Date,
) -> Vec<(String, bool)> {
    let drafts = [OtherDraft { number: "2026-VOL-000007".to_owned(), operator: "Conti Paolo".to_owned() }];
    let situation = Situation {
        today: TODAY,
        asked_on,
        point: Some(point),
        contract: Some(contract),
        overdue: Money::ZERO,
        same_open: &[],
        drafts: &drafts,
        other_open: &[],
    };
    let found = check(answers, &situation, &Rules::default());
    found
        .into_iter()
        .filter(|finding| finding.code != "same_voltura_draft")
        .map(|f| (f.code, f.blocks))
        .collect()
}

fn blocked(code: &str) -> Vec<(String, bool)> {
    vec![(code.to_owned(), true)]
}

#[test]
fn another_draft_on_the_point_is_told_and_does_not_block() {
    let drafts = [OtherDraft { number: "2026-VOL-000007".to_owned(), operator: "Conti Paolo".to_owned() }];
    let (point, contract) = (point(SupplyPointState::Active), contract(ContractState::Active));
    let situation = Situation {
        today: TODAY,
        asked_on: TODAY,
        point: Some(&point),
        contract: Some(&contract),
        overdue: Money::ZERO,
        same_open: &[],
        drafts: &drafts,
        other_open: &[],
    };
    let found = check(&VolturaAnswers::default(), &situation, &Rules::default());
    assert_eq!(verdict(&found), Verdict::Admissible);
    let told = found.iter().find(|finding| finding.code == "same_voltura_draft").unwrap();
    assert!(told.args.contains(&("operator".to_owned(), "Conti Paolo".to_owned())), "{told:?}");
    let same = ["2026-VOL-000001".to_owned()];
    let found =
        check(&VolturaAnswers::default(), &Situation { same_open: &same, ..situation }, &Rules::default());
    assert_eq!(verdict(&found), Verdict::Inadmissible);
}

#[test]
fn a_supply_that_was_cut_must_flow_again_first() {
    let none = VolturaAnswers::default();
    for (of_point, of_contract, code) in [
        (SupplyPointState::Suspended, ContractState::Active, "point_suspended"),
        (SupplyPointState::Active, ContractState::Suspended, "contract_suspended"),
        (SupplyPointState::Suspended, ContractState::Suspended, "point_suspended"),
    ] {
        assert_eq!(codes(&none, &point(of_point), &contract(of_contract), TODAY), blocked(code));
    }
}

#[test]
fn by_succession_an_heir_or_who_lives_there_takes_over() {
    let (point, contract) = (point(SupplyPointState::Active), contract(ContractState::Active));
    for (title, resident, stands) in [
        (Title::Heir, false, true),
        (Title::Cohabitant, false, true),
        (Title::Lease, true, true),
        (Title::Lease, false, false),
        (Title::Ownership, false, false),
    ] {
        let answers = VolturaAnswers {
            variant: Some(Variant::MortisCausa),
            title: Some(title),
            title_proof: true,
            resident,
            ..VolturaAnswers::default()
        };
        let expected = if stands { Vec::new() } else { blocked("mortis_causa_title") };
        assert_eq!(codes(&answers, &point, &contract, TODAY), expected, "{title:?} {resident}");
    }
}

#[test]
fn the_first_day_is_measured_from_the_day_of_the_request() {
    let rules = Rules::default();
    let code = |day, asked| check_start(day, asked, &rules).map(|finding| finding.code);
    assert_eq!(code(date(2026, 2, 9), TODAY), None, "30 days back");
    assert_eq!(code(date(2026, 2, 8), TODAY).as_deref(), Some("start_too_early"));
    assert_eq!(code(date(2026, 6, 9), TODAY), None, "90 days ahead");
    assert_eq!(code(date(2026, 6, 10), TODAY).as_deref(), Some("start_too_late"));
    // Asked for on the first of February, papers answered on the eleventh of March.
    assert_eq!(code(date(2026, 1, 20), date(2026, 2, 1)), None);
}

#[test]
fn a_reading_belongs_to_the_days_about_the_change() {
    let (point, contract) = (point(SupplyPointState::Active), contract(ContractState::Active));
    let of = |starts_on, read_on| VolturaAnswers {
        starts_on: Some(starts_on),
        read_on: Some(read_on),
        ..VolturaAnswers::default()
    };
    assert_eq!(codes(&of(TODAY, date(2026, 2, 9)), &point, &contract, TODAY), []);
    assert_eq!(
        codes(&of(TODAY, date(2026, 2, 8)), &point, &contract, TODAY),
        blocked("reading_far_from_start")
    );
    assert_eq!(codes(&of(date(2026, 5, 1), TODAY), &point, &contract, TODAY), [], "none can be nearer");
}

#[test]
fn dials_of_two_devices_with_the_same_register_are_told_apart_by_serial() {
    let meter = |serial: &str, codes: &[&str], removed_on| Meter {
        id: MeterId::from_bytes([4; 16]),
        serial: serial.to_owned(),
        supply_point_id: SupplyPointId::from_bytes([1; 16]),
        kind: MeterKind::Meter,
        constant_millionths: 1_000_000,
        laid_on: date(2018, 5, 2),
        removed_on,
        registers: codes.iter().map(|code| Register { code: (*code).to_owned(), digits: 6 }).collect(),
    };
    let meters = [
        meter("W1", &["T"], None),
        meter("W2", &["T", "R"], None),
        meter("OLD", &["R"], Some(date(2020, 1, 1))),
    ];
    let keys: Vec<String> = dials(&meters).into_iter().map(|dial| dial.key).collect();
    assert_eq!(keys, ["W1/T", "W2/T", "R"]);
}

#[test]
fn readings_differ_until_somebody_verified_them() {
    let values = |value| [("T".to_owned(), value)].into_iter().collect();
    let mut answers =
        VolturaAnswers { readings: values(10), outgoing_readings: values(12), ..VolturaAnswers::default() };
    assert!(answers.readings_differ());
    answers.reading_verified = true;
    assert!(!answers.readings_differ());
    answers = VolturaAnswers { outgoing_readings: values(12), ..VolturaAnswers::default() };
    assert!(!answers.readings_differ());
    assert_eq!(answers.agreed_readings(), values(12), "one of the two is enough");
}
