//! Each way a message can meet what is known.

use kernel::Date;

use super::*;
use crate::distributor::{Admissibility, Appointment, Head, Outcome, Technical};

const POINT: &str = "00881234567890";

fn message(body: Body) -> Message {
    let flow = match body {
        Body::Admissibility(_) => Flow::Admissibility,
        Body::Appointment(_) => Flow::Appointment,
        _ => Flow::Outcome,
    };
    Message {
        head: Head {
            service: "A01".to_owned(),
            flow,
            seller: "01234560157".parse().unwrap(),
            distributor: "00488410010".parse().unwrap(),
            request: "R1".to_owned(),
            distributor_code: None,
            sequence: None,
        },
        body,
        note: String::new(),
        unknown: Vec::new(),
    }
}

fn admitted() -> Message {
    message(Body::Admissibility(Admissibility { admissible: true, causes: Vec::new(), appointment: None }))
}

fn visit(on: &str) -> Message {
    message(Body::Appointment(Appointment { on: on.parse().unwrap(), from: None, to: None }))
}

fn done(pdr: &str) -> Message {
    message(Body::Outcome(Outcome {
        done: true,
        technical: Some(Technical {
            pdr: pdr.parse().unwrap(),
            meter: "M1".to_owned(),
            meter_year: None,
            corrector: None,
            activated_on: Date::new(2026, 3, 17).unwrap(),
            reading: 12,
            corrector_reading: None,
        }),
        causes: Vec::new(),
    }))
}

fn request() -> KnownRequest {
    KnownRequest {
        code: "R1".to_owned(),
        service: "A01".to_owned(),
        distributor: "00488410010".to_owned(),
        point: POINT.to_owned(),
        open: true,
        case_open: true,
        before: Vec::new(),
    }
}

fn known(request: KnownRequest) -> Known {
    Known { ours: true, distributor: true, by_code: Some(request), by_point: Vec::new() }
}

fn before(flow: Flow, sequence: i64, digest: &str) -> Before {
    Before { flow, sequence, digest: digest.to_owned() }
}

#[test]
fn an_answer_in_its_order_fits() {
    assert_eq!(judge(&admitted(), "a", &known(request())), (Verdict::Fits, 0));
    let after = KnownRequest { before: vec![before(Flow::Admissibility, 0, "a")], ..request() };
    assert_eq!(judge(&done(POINT), "b", &known(after)), (Verdict::Fits, 0));
}

#[test]
fn an_answer_that_comes_too_soon_is_taken_and_flagged_and_the_late_one_passed_over() {
    assert_eq!(judge(&done(POINT), "b", &known(request())).0, Verdict::Early);
    let after = KnownRequest { open: false, before: vec![before(Flow::Outcome, 0, "b")], ..request() };
    assert_eq!(judge(&admitted(), "a", &known(after.clone())).0, Verdict::Overtaken);
    assert_eq!(judge(&visit("2026-03-18"), "c", &known(after)).0, Verdict::Overtaken);
}

#[test]
fn a_repetition_does_nothing_and_a_contradiction_waits_for_a_person() {
    let after = known(KnownRequest { before: vec![before(Flow::Admissibility, 0, "a")], ..request() });
    assert_eq!(judge(&admitted(), "a", &after).0, Verdict::Repeated);
    assert_eq!(judge(&admitted(), "other", &after).0, Verdict::Contradicts);
    assert_eq!(Verdict::Repeated.fate(), Fate::Ignored);
    assert_eq!(Verdict::Contradicts.fate(), Fate::Quarantined);
}

#[test]
fn appointments_follow_one_another() {
    let first = before(Flow::Appointment, 1, "x");
    let after = known(KnownRequest { before: vec![before(Flow::Admissibility, 0, "a"), first], ..request() });
    assert_eq!(judge(&visit("2026-03-19"), "y", &after), (Verdict::Fits, 2));
    assert_eq!(judge(&visit("2026-03-18"), "x", &after), (Verdict::Repeated, 1));
    let mut counted = visit("2026-03-19");
    counted.head.sequence = Some(1);
    assert_eq!(judge(&counted, "y", &after).0, Verdict::Contradicts);
}

#[test]
fn what_belongs_to_nobody_waits_for_a_person() {
    let nobody = Known { ours: true, distributor: true, ..Known::default() };
    assert_eq!(judge(&admitted(), "a", &nobody).0, Verdict::RequestUnknown);
    let two = Known { by_point: vec![request(), request()], ..nobody.clone() };
    assert_eq!(judge(&done(POINT), "a", &two).0, Verdict::RequestUnknown);
    let mut one = request();
    one.before.push(before(Flow::Admissibility, 0, "a"));
    let one = Known { by_point: vec![one], ..nobody };
    assert_eq!(judge(&done(POINT), "b", &one).0, Verdict::FitsByPoint);
    let stranger = Known { ours: false, ..known(request()) };
    assert_eq!(judge(&admitted(), "a", &stranger).0, Verdict::NotOurs);
    let elsewhere = Known { distributor: false, ..known(request()) };
    assert_eq!(judge(&admitted(), "a", &elsewhere).0, Verdict::DistributorUnknown);
}

#[test]
fn what_names_another_point_service_or_distributor_is_never_applied() {
    assert_eq!(judge(&done("00881234567891"), "a", &known(request())).0, Verdict::PointDiffers);
    let other = KnownRequest { service: "D01".to_owned(), ..request() };
    assert_eq!(judge(&admitted(), "a", &known(other)).0, Verdict::RequestDiffers);
    let other = KnownRequest { distributor: "01234560157".to_owned(), ..request() };
    assert_eq!(judge(&admitted(), "a", &known(other)).0, Verdict::RequestDiffers);
}

#[test]
fn after_the_end_nothing_is_applied() {
    let ended = KnownRequest { open: false, ..request() };
    assert_eq!(judge(&admitted(), "a", &known(ended)).0, Verdict::AfterTheEnd);
    let closed = KnownRequest { case_open: false, ..request() };
    assert_eq!(judge(&admitted(), "a", &known(closed)).0, Verdict::CaseClosed);
    assert!(ends(&done(POINT)) && !ends(&admitted()) && !ends(&visit("2026-03-18")));
}

#[test]
fn every_verdict_has_its_word() {
    for verdict in Verdict::ALL {
        assert_eq!(Verdict::from_code(verdict.code()), Some(verdict));
    }
}
