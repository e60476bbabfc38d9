use super::*;

fn case() -> Case {
    Case {
        id: CaseId::from_bytes([1; 16]),
        number: "2026-VOL-000001".into(),
        procedure: "VOL".into(),
        bundle_version: 1,
        state: CaseState::Draft,
        outcome: String::new(),
        suspended: None,
        origin: Origin::Counter,
        sector: Some(Sector::Water),
        party_id: None,
        supply_point_id: None,
        contract_id: None,
        party_name: String::new(),
        point_label: String::new(),
        office_id: None,
        assigned_to: None,
        opened_by: "Bellini Marta".into(),
        opened_at: Instant::from_micros(0),
        started_at: None,
        closed_at: None,
        step: "find_party".into(),
        step_name: "Find the party".into(),
        data: serde_json::Map::new(),
        clock: None,
        changed_at: Instant::from_micros(0),
        version: 1,
    }
}

const NOW: Instant = Instant::from_micros(1_000_000);

#[test]
fn a_request_is_made_once() {
    let mut case = case();
    assert_eq!(case.start(NOW), Ok(()));
    assert_eq!(case.start(NOW), Err(CaseRefusal::AlreadyStarted));
    assert_eq!(case.started_at, Some(NOW));
}

#[test]
fn a_draft_cannot_be_fulfilled_or_admitted() {
    assert_eq!(case().fulfil(NOW), Err(CaseRefusal::NotStarted));
    assert_eq!(case().admit(), Err(CaseRefusal::NotStarted));
}

#[test]
fn an_ended_case_does_not_move() {
    let mut case = case();
    case.cancel("customer_changed_mind", NOW).unwrap();
    assert_eq!(case.start(NOW), Err(CaseRefusal::Ended));
    assert_eq!(case.cancel("again", NOW), Err(CaseRefusal::Ended));
    assert_eq!(case.suspend(SuspensionCause::Customer), Err(CaseRefusal::Ended));
    assert!(case.step.is_empty());
}

#[test]
fn ending_needs_a_reason() {
    assert_eq!(case().cancel("  ", NOW), Err(CaseRefusal::ReasonMissing));
    assert_eq!(case().refuse("", NOW), Err(CaseRefusal::ReasonMissing));
}

#[test]
fn a_clock_is_suspended_and_resumed_once_each() {
    let mut case = case();
    assert_eq!(case.resume(), Err(CaseRefusal::NotSuspended));
    assert_eq!(case.suspend(SuspensionCause::Customer), Ok(()));
    assert_eq!(case.suspend(SuspensionCause::Permits), Err(CaseRefusal::AlreadySuspended));
    assert_eq!(case.resume(), Ok(()));
}
