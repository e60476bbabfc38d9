use kernel::{BillId, Date, Money, UserId};

use super::{
    Allocated, AllocationProblem, CashRules, Closing, ClosingProblem, Count, Counted, Means, NotACount,
    OpenBill, Part, PaymentProblem, Reversal, ReversalProblem, check_lines, close, may_reverse, oldest_first,
    proposed, round_amounts, settle, stamp_due,
};

fn euro(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn rules() -> CashRules {
    CashRules {
        cash_limit: euro(500_000),
        stamp_above: euro(7747),
        stamp: euro(200),
        vat_free_kinds: vec!["deposit".to_owned()],
        second_person_above: euro(10_000),
        difference_above: euro(500),
    }
}

fn bill(number: u8, due: &str, open: i64) -> OpenBill {
    OpenBill {
        id: BillId::from_bytes([number; 16]),
        number: format!("2026/A/{number}"),
        due_on: due.parse().unwrap(),
        open: euro(open),
        kind: "periodic".to_owned(),
    }
}

fn open_bills() -> Vec<OpenBill> {
    vec![
        bill(3, "2026-04-02", 6120),
        bill(1, "2026-01-12", 3890),
        bill(4, "2026-04-15", 3000),
        bill(2, "2026-03-16", 14_375),
    ]
}

fn today() -> Date {
    "2026-03-11".parse().unwrap()
}

fn lines(list: &[Allocated]) -> Vec<(u8, i64)> {
    list.iter().map(|line| (line.bill.bytes()[0], line.amount.cents())).collect()
}

#[test]
fn an_amount_pays_the_bill_due_first_and_the_last_one_in_part() {
    for (amount, expected) in [
        (0, vec![]),
        (3890, vec![(1, 3890)]),
        (5000, vec![(1, 3890), (2, 1110)]),
        (18_265, vec![(1, 3890), (2, 14_375)]),
        (99_999, vec![(1, 3890), (2, 14_375), (3, 6120), (4, 3000)]),
    ] {
        assert_eq!(lines(&oldest_first(&open_bills(), euro(amount))), expected, "{amount}");
    }
}

#[test]
fn what_is_overdue_or_due_soon_is_proposed_else_the_next_bill() {
    assert_eq!(lines(&proposed(&open_bills(), today(), 7)), [(1, 3890), (2, 14_375)]);
    assert_eq!(
        lines(&proposed(&[bill(9, "2026-06-01", 100), bill(8, "2026-05-01", 50)], today(), 7)),
        [(8, 50)]
    );
    assert!(proposed(&[bill(9, "2026-01-01", 0)], today(), 7).is_empty());
}

#[test]
fn lines_are_checked_against_what_is_open_now() {
    let line = |number: u8, cents| Allocated { bill: BillId::from_bytes([number; 16]), amount: euro(cents) };
    assert_eq!(check_lines(&[line(1, 3890), line(2, 1)], &open_bills()), Ok(euro(3891)));
    assert_eq!(check_lines(&[], &open_bills()), Err(vec![AllocationProblem::Nothing]));
    let wrong = check_lines(&[line(1, 3891), line(7, 5), line(2, 0)], &open_bills()).unwrap_err();
    assert_eq!(
        wrong,
        [
            AllocationProblem::TooMuch { number: "2026/A/1".to_owned(), open: euro(3890) },
            AllocationProblem::NotOpen { bill: BillId::from_bytes([7; 16]) },
            AllocationProblem::NotPositive { number: "2026/A/2".to_owned() },
        ]
    );
}

fn part(means: Means, cents: i64, reference: &str) -> Part {
    Part { means, amount: euro(cents), reference: reference.to_owned() }
}

#[test]
fn change_comes_out_of_the_cash_and_what_is_kept_pays_exactly() {
    let settled = settle(euro(18_265), &[part(Means::Cash, 20_000, "")], Money::ZERO, &rules()).unwrap();
    assert_eq!((settled.received, settled.change), (euro(20_000), euro(1735)));
    assert_eq!(settled.parts, [part(Means::Cash, 18_265, "")]);

    let parts = [part(Means::Card, 10_000, "A1"), part(Means::Cash, 10_000, "")];
    let settled = settle(euro(18_265), &parts, Money::ZERO, &rules()).unwrap();
    assert_eq!(settled.change, euro(1735));
    assert_eq!(settled.parts, [part(Means::Card, 10_000, "A1"), part(Means::Cash, 8265, "")]);
}

#[test]
fn a_payment_that_does_not_add_up_is_refused_with_its_reason() {
    let refused = |parts: &[Part], before| settle(euro(18_265), parts, euro(before), &rules()).unwrap_err();
    assert_eq!(
        refused(&[part(Means::Cash, 18_000, "")], 0),
        PaymentProblem::NotEnough { missing: euro(265) }
    );
    assert_eq!(
        refused(&[part(Means::Card, 18_300, "A")], 0),
        PaymentProblem::TooMuchWithoutCash { excess: euro(35) }
    );
    assert_eq!(
        refused(&[part(Means::Cheque, 18_265, " ")], 0),
        PaymentProblem::ReferenceMissing { means: Means::Cheque }
    );
    assert_eq!(refused(&[part(Means::Cash, -1, "")], 0), PaymentProblem::Negative { means: Means::Cash });
}

#[test]
fn cash_reaches_the_limit_alone_or_together_with_the_same_day() {
    for (due, handed, before, allowed) in [
        (499_999, 499_999, 0, true),
        (500_000, 500_000, 0, false),
        // What is given back as change does not count.
        (499_900, 500_000, 0, true),
        (100_000, 100_000, 400_000, false),
        (99_999, 100_000, 400_000, true),
    ] {
        let settled = settle(euro(due), &[part(Means::Cash, handed, "")], euro(before), &rules());
        let limit = PaymentProblem::CashLimit { limit: euro(500_000), before: euro(before) };
        assert_eq!(settled.is_ok(), allowed, "{due} {handed} {before}");
        if !allowed {
            assert_eq!(settled.unwrap_err(), limit);
        }
    }
    // Other means have no limit, whatever cash came before.
    assert!(settle(euro(900_000), &[part(Means::Card, 900_000, "A")], euro(499_999), &rules()).is_ok());
}

#[test]
fn a_stamp_is_due_above_the_threshold_only() {
    for (vat_free, stamp) in [(0, 0), (7747, 0), (7748, 200), (100_000, 200)] {
        assert_eq!(stamp_due(euro(vat_free), &rules()), euro(stamp), "{vat_free}");
    }
}

#[test]
fn round_amounts_lie_above_the_sum() {
    let rounds = |cents| round_amounts(euro(cents)).into_iter().map(Money::cents).collect::<Vec<_>>();
    assert_eq!(rounds(18_265), [18_500, 19_000, 20_000]);
    assert_eq!(rounds(4730), [5000, 6000, 10_000]);
    assert_eq!(rounds(10_000), Vec::<i64>::new());
}

#[test]
fn notes_and_coins_are_counted() {
    let mut count = Count::default();
    for (denomination, pieces) in [(5000, 3), (200, 7), (1, 4), (1000, 0)] {
        count.add(denomination, pieces).unwrap();
    }
    assert_eq!(count.total(), euro(16_404));
    assert_eq!(count.lines().collect::<Vec<_>>(), [(5000, 3), (200, 7), (1, 4)]);
    assert_eq!(count.add(300, 1), Err(NotACount::Denomination(300)));
    assert_eq!(count.add(100, -1), Err(NotACount::Pieces { denomination: 100 }));
}

#[test]
fn a_difference_needs_a_reason_and_a_large_one_a_second_person() {
    let counted = |cents| Counted {
        float: euro(10_000),
        cash_in: euro(18_265),
        cash_out: euro(1265),
        counted: euro(cents),
    };
    let closed = |cents, reason, second| close(counted(cents), Money::ZERO, reason, second, &rules());
    assert_eq!(closed(27_000, "", false), Ok(Closing { expected: euro(27_000), difference: Money::ZERO }));
    assert_eq!(closed(26_990, "", false), Err(ClosingProblem::ReasonMissing { difference: euro(-10) }));
    assert_eq!(
        closed(26_500, "resto sbagliato", false),
        Ok(Closing { expected: euro(27_000), difference: euro(-500) })
    );
    assert_eq!(
        closed(26_499, "ammanco", false),
        Err(ClosingProblem::SecondPersonMissing { difference: euro(-501) })
    );
    assert_eq!(closed(27_600, "eccedenza", true).map(|closing| closing.difference), Ok(euro(600)));
    assert_eq!(
        close(counted(27_000), euro(27_001), "", false, &rules()),
        Err(ClosingProblem::DepositTooLarge { counted: euro(27_000) })
    );
}

#[test]
fn a_payment_is_taken_back_once_with_a_reason_and_above_the_threshold_by_two() {
    let user = |number: u8| Some(UserId::from_bytes([number; 16]));
    let asked =
        |total, reason, second| Reversal { reversed: false, total: euro(total), reason, by: user(1), second };
    assert_eq!(may_reverse(asked(10_000, "doppio", None), &rules()), Ok(()));
    assert_eq!(may_reverse(asked(10_000, " ", None), &rules()), Err(ReversalProblem::ReasonMissing));
    assert_eq!(
        may_reverse(asked(10_001, "doppio", None), &rules()),
        Err(ReversalProblem::SecondPersonMissing { above: euro(10_000) })
    );
    assert_eq!(may_reverse(asked(10_001, "doppio", user(1)), &rules()), Err(ReversalProblem::SamePerson));
    assert_eq!(may_reverse(asked(10_001, "doppio", user(2)), &rules()), Ok(()));
    let again = Reversal { reversed: true, ..asked(5, "doppio", None) };
    assert_eq!(may_reverse(again, &rules()), Err(ReversalProblem::AlreadyReversed));
}
