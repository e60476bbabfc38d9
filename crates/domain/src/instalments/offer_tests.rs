//! What a plan is proposed with.

use kernel::{Date, Money, Sector};

use super::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn past(issued: &str, due: &str, cents: i64) -> PastBill {
    PastBill { issued_on: day(issued), due_on: day(due), amount: Money::from_cents(cents) }
}

fn bills() -> Vec<PastBill> {
    vec![
        past("2025-01-10", "2025-02-10", 99_000),
        past("2025-05-10", "2025-06-10", 10_000),
        past("2025-09-10", "2025-10-10", 20_000),
        past("2026-01-10", "2026-02-10", 30_000),
        past("2026-01-20", "2026-02-20", -5_000),
    ]
}

fn right(within: Option<u32>, least: Option<u32>) -> Right {
    let bill = AskedBill {
        amount: Money::from_cents(1),
        open: Money::from_cents(1),
        due_on: day("2026-02-10"),
        usual: None,
        recalculates: false,
        oddity: None,
    };
    let asked = Asked {
        sector: Sector::Water,
        household: true,
        condominium: false,
        bonus: false,
        on: day("2026-03-01"),
        bills: &[bill],
        final_date: Some(day("2026-04-30")),
    };
    let mut right = rights(&asked, &RightRules::default()).pop().unwrap();
    (right.within_months, right.least_months) = (within, least);
    right
}

#[test]
fn the_mean_is_of_the_bills_of_the_twelve_months_before_however_few() {
    let bills = bills();
    // Those of May, September and January; neither the one of a year before nor the credit note.
    assert_eq!(usual_before(&bills, day("2026-03-11")), Some(Money::from_cents(20_000)));
    assert_eq!(usual_before(&bills, day("2025-10-01")), Some(Money::from_cents(43_000)));
    assert_eq!(usual_before(&bills, day("2025-01-10")), None);
    assert_eq!(months_between(&bills, day("2026-03-11"), 2), 4);
    assert_eq!(months_between(&[], day("2026-03-11"), 2), 2);
}

#[test]
fn the_first_instalment_is_due_with_a_bill_that_is_far_enough_ahead() {
    assert_eq!(next_due(day("2026-02-10"), 4, day("2026-03-11"), 10), day("2026-06-10"));
    assert_eq!(
        next_due(day("2026-02-10"), 4, day("2026-06-01"), 10),
        day("2026-10-10"),
        "nine days are too few"
    );
    assert_eq!(next_due(day("2026-06-30"), 2, day("2026-03-11"), 10), day("2026-06-30"));
}

#[test]
fn a_right_gives_at_least_its_months_and_a_choice_what_is_usual() {
    assert_eq!(how_many(None, 2, 4, 12), (4, 12));
    assert_eq!(how_many(Some(&right(None, Some(12))), 2, 4, 8), (6, 12));
    assert_eq!(how_many(Some(&right(None, Some(12))), 5, 4, 8), (3, 12));
    assert_eq!(how_many(Some(&right(Some(6), None)), 2, 4, 12), (3, 12));
    assert_eq!(how_many(Some(&right(Some(6), None)), 6, 4, 12), (2, 12), "never fewer than two");
}

#[test]
fn a_debt_is_spread_as_the_bills_of_the_same_months_were() {
    let split = proportions(&bills(), day("2026-03-11"), day("2026-06-10"), 3, 4);
    assert_eq!(split, Split::Proportionate(vec![10_000, 20_000, 30_000]));
    assert_eq!(proportions(&[], day("2026-03-11"), day("2026-06-10"), 3, 4), Split::Equal);
    // Monthly instalments of bills that come every four months: some months have none.
    assert_eq!(proportions(&bills(), day("2026-03-11"), day("2026-06-10"), 3, 1), Split::Equal);
}

#[test]
fn what_goes_beyond_the_limits_needs_somebody_else() {
    let limits = Limits { debt: Money::from_cents(100_000), count: 6, months: 12, waive: false };
    let wanted = Wanted {
        debt: Money::from_cents(100_000),
        count: 6,
        on: day("2026-03-11"),
        last_due: day("2027-03-11"),
        waived: false,
    };
    let needs = |wanted: Wanted| wanted.needs_approval(None, Some(&limits), 2);
    assert!(!needs(wanted));
    assert!(needs(Wanted { debt: Money::from_cents(100_001), ..wanted }));
    assert!(needs(Wanted { count: 7, ..wanted }));
    assert!(needs(Wanted { last_due: day("2027-03-12"), ..wanted }));
    assert!(needs(Wanted { waived: true, ..wanted }));
    assert!(!Wanted { count: 60, ..wanted }.needs_approval(None, None, 2), "no limits");

    let year = right(None, Some(12));
    let rightful = |wanted: Wanted| wanted.needs_approval(Some(&year), Some(&limits), 2);
    let large = Wanted { debt: Money::from_cents(900_000), count: 12, ..wanted };
    assert!(!rightful(large), "a right is not a matter of limits");
    assert!(!rightful(Wanted { last_due: day("2027-05-11"), ..large }));
    assert!(rightful(Wanted { last_due: day("2027-05-12"), ..large }), "longer than the right");
    assert!(rightful(Wanted { waived: true, ..large }));
}
