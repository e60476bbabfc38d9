use calendar::Calendar;
use kernel::{Date, Money, Sector};
use proptest::prelude::*;

use super::{
    Asked, AskedBill, Conditions, Ground, Instalment, Interest, Oddity, Plan, PlanProblem, PlanState, Right,
    RightRules, Split, Terms, Told, WatchRules, Watched, best, pay_off, plan, rights, watch,
};

fn euro(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn conditions(rate: u32) -> Conditions {
    Conditions {
        least: 2,
        most: 36,
        smallest: euro(1000),
        interest: Interest { rate, year_days: 365 },
        on_working_days: false,
    }
}

fn terms(debt: i64, count: u32) -> Terms {
    Terms {
        debt: euro(debt),
        down: Money::ZERO,
        from: day("2026-03-18"),
        first_due: day("2026-04-20"),
        count,
        every_months: 2,
        split: Split::Equal,
    }
}

fn made(terms: &Terms, conditions: &Conditions) -> Plan {
    plan(terms, conditions, Calendar::national()).unwrap()
}

fn refused(terms: &Terms, conditions: &Conditions) -> Vec<PlanProblem> {
    plan(terms, conditions, Calendar::national()).unwrap_err()
}

fn amounts(plan: &Plan) -> Vec<i64> {
    plan.instalments.iter().map(|one| one.amount().cents()).collect()
}

fn due(plan: &Plan) -> Vec<String> {
    plan.instalments.iter().map(|one| one.due_on.to_string()).collect()
}

// ---- Amounts ---------------------------------------------------------------------------------------------------

#[test]
fn equal_instalments_are_equal_and_the_last_one_is_lower_by_the_cents_left() {
    assert_eq!(amounts(&made(&terms(60_000, 4), &conditions(0))), [15_000, 15_000, 15_000, 15_000]);
    assert_eq!(amounts(&made(&terms(10_000, 3), &conditions(0))), [3334, 3334, 3332]);
    assert_eq!(amounts(&made(&terms(60_001, 4), &conditions(0))), [15_001, 15_001, 15_001, 14_998]);
}

#[test]
fn interest_is_counted_by_days_on_the_debt_that_is_left() {
    // 600 euro at 2.15 %: 33 days to the first day, 61 to the second.
    let made = made(&terms(60_000, 2), &conditions(215));
    let [first, second] = made.instalments.as_slice() else { panic!("two instalments") };
    assert_eq!(first.interest, euro(117), "60000 * 2.15 % * 33 / 365 = 116.6");
    assert_eq!(
        second.interest,
        Interest { rate: 215, year_days: 365 }.of(euro(60_000) - first.principal, 61)
    );
    assert_eq!(first.amount(), euro(30_113));
    assert_eq!(second.amount(), euro(30_112));
    assert_eq!(made.interest(), euro(225));
    assert_eq!(made.total(), euro(60_225));
}

#[test]
fn interest_goes_to_the_nearest_cent_and_halves_go_up() {
    let interest = Interest { rate: 365, year_days: 365 };
    assert_eq!(interest.of(euro(5000), 1), euro(1), "exactly half a cent");
    assert_eq!(interest.of(euro(4999), 1), euro(0));
    assert_eq!(interest.of(euro(10_000), 30), euro(30));
    assert_eq!(interest.of(euro(10_000), -3), Money::ZERO);
    assert_eq!(interest.of(euro(-10_000), 30), Money::ZERO);
    assert_eq!(Interest::NONE.of(euro(i64::MAX), 10_000), Money::ZERO);
}

#[test]
fn proportionate_instalments_follow_the_usual_bills_to_the_cent() {
    let mut asked = terms(100_000, 3);
    asked.split = Split::Proportionate(vec![1, 1, 1]);
    assert_eq!(
        amounts(&made(&asked, &conditions(0))),
        [33_334, 33_333, 33_333],
        "the cent goes to the first"
    );
    asked.split = Split::Proportionate(vec![12_000, 3000, 5000]);
    assert_eq!(amounts(&made(&asked, &conditions(0))), [60_000, 15_000, 25_000]);
    asked.split = Split::Proportionate(vec![2, 3, 2]);
    // 28571.43, 42857.14, 28571.43: the cent goes to the one that lost most, the earlier of two.
    assert_eq!(amounts(&made(&asked, &conditions(0))), [28_572, 42_857, 28_571]);
}

#[test]
fn what_is_paid_at_once_is_no_instalment_and_bears_no_interest() {
    let mut asked = terms(60_000, 2);
    asked.down = euro(30_000);
    let made = made(&asked, &conditions(215));
    assert_eq!(made.down, euro(30_000));
    let principal: Money = made.instalments.iter().map(|one| one.principal).sum();
    assert_eq!(principal, euro(30_000));
    assert_eq!(made.total(), euro(60_000) + made.interest());
}

// ---- Days ------------------------------------------------------------------------------------------------------

#[test]
fn days_keep_the_day_of_the_first_one_and_come_back_to_it_after_a_short_month() {
    let mut asked = terms(60_000, 4);
    asked.first_due = day("2027-01-31");
    asked.every_months = 1;
    assert_eq!(due(&made(&asked, &conditions(0))), ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]);
    asked.every_months = 3;
    assert_eq!(due(&made(&asked, &conditions(0))), ["2027-01-31", "2027-04-30", "2027-07-31", "2027-10-31"]);
}

#[test]
fn a_day_on_which_nobody_works_moves_to_the_next_working_day_where_the_utility_wants_it() {
    let mut asked = terms(60_000, 3);
    asked.first_due = day("2026-04-25");
    asked.every_months = 1;
    let mut rules = conditions(0);
    assert_eq!(due(&made(&asked, &rules)), ["2026-04-25", "2026-05-25", "2026-06-25"]);
    rules.on_working_days = true;
    assert_eq!(due(&made(&asked, &rules)), ["2026-04-27", "2026-05-25", "2026-06-25"]);
}

// ---- What cannot be -----------------------------------------------------------------------------------------------

#[test]
fn a_plan_that_cannot_be_says_everything_that_is_wrong() {
    let rules = conditions(0);
    assert_eq!(refused(&terms(0, 4), &rules), [PlanProblem::NothingOwed]);
    assert_eq!(refused(&terms(60_000, 1), &rules), [PlanProblem::TooFew { least: 2 }]);
    assert_eq!(refused(&terms(60_000, 37), &rules), [PlanProblem::TooMany { most: 36 }]);
    let mut wrong = terms(60_000, 40);
    wrong.down = euro(60_000);
    wrong.first_due = day("2026-03-17");
    wrong.every_months = 0;
    wrong.split = Split::Proportionate(vec![1, 2]);
    assert_eq!(
        refused(&wrong, &rules),
        [
            PlanProblem::DownPayment,
            PlanProblem::TooMany { most: 36 },
            PlanProblem::FirstDueTooEarly,
            PlanProblem::Rhythm,
            PlanProblem::Proportions,
        ]
    );
    let mut none = terms(60_000, 2);
    none.split = Split::Proportionate(vec![0, 0]);
    assert_eq!(refused(&none, &rules), [PlanProblem::Proportions]);
}

#[test]
fn no_instalment_is_smaller_than_the_smallest_but_for_the_cents_of_the_last() {
    let rules = conditions(0);
    assert_eq!(amounts(&made(&terms(2999, 3), &rules)), [1000, 1000, 999]);
    assert_eq!(refused(&terms(2997, 3), &rules), [PlanProblem::TooSmall { smallest: euro(1000) }]);
    let mut asked = terms(60_000, 3);
    asked.split = Split::Proportionate(vec![100, 1, 100]);
    assert_eq!(refused(&asked, &rules), [PlanProblem::TooSmall { smallest: euro(1000) }]);
    let tiny = Conditions { smallest: Money::ZERO, ..rules };
    assert!(matches!(refused(&terms(10, 7), &tiny).as_slice(), [PlanProblem::TooSmall { .. }]));
}

#[test]
fn a_first_day_so_late_that_the_debt_would_grow_is_refused() {
    let mut asked = terms(10_000, 2);
    asked.first_due = day("2031-03-18");
    assert_eq!(refused(&asked, &conditions(3000)), [PlanProblem::FirstDueTooLate]);
}

#[test]
fn days_beyond_every_calendar_are_refused() {
    let mut asked = terms(60_000, 30);
    asked.every_months = 4_000_000;
    assert_eq!(refused(&asked, &conditions(0)), [PlanProblem::Rhythm]);
}

proptest! {
    #[test]
    fn the_parts_add_up_to_the_debt_and_equal_instalments_differ_only_in_the_last(
        debt in 100_000_i64..50_000_000, count in 2_u32..36, rate in 0_u32..1500, months in 1_u32..6, wait in 0_i64..60,
    ) {
        let mut asked = terms(debt, count);
        asked.every_months = months;
        asked.first_due = calendar::date_of(calendar::day_number(asked.from) + wait);
        let rules = Conditions { smallest: euro(1), ..conditions(rate) };
        let made = plan(&asked, &rules, Calendar::national()).unwrap();
        let principal: Money = made.instalments.iter().map(|one| one.principal).sum();
        prop_assert_eq!(principal, euro(debt));
        let all = amounts(&made);
        let (last, others) = all.split_last().unwrap();
        prop_assert!(others.iter().all(|amount| *amount == others[0]));
        prop_assert!(*last <= others[0]);
        // Lower by about a cent for each instalment, with what those cents would have borne.
        prop_assert!(others[0] - *last <= i64::from(count) * 6, "{} and {}", others[0], last);
        let mut left = euro(debt);
        let mut before = asked.from;
        for one in &made.instalments {
            let days = calendar::day_number(one.due_on) - calendar::day_number(before);
            prop_assert_eq!(one.interest, rules.interest.of(left, days));
            left -= one.principal;
            before = one.due_on;
        }
        prop_assert_eq!(left, Money::ZERO);
    }

    #[test]
    fn proportions_add_up_and_each_part_is_within_a_cent(
        debt in 100_000_i64..i64::MAX / 4, weights in prop::collection::vec(0_u64..u64::MAX / 40, 2..30),
    ) {
        prop_assume!(weights.iter().any(|weight| *weight > 0));
        let mut asked = terms(debt, u32::try_from(weights.len()).unwrap());
        asked.split = Split::Proportionate(weights.clone());
        let rules = Conditions { smallest: Money::ZERO, ..conditions(0) };
        let Ok(made) = plan(&asked, &rules, Calendar::national()) else {
            // An instalment of nothing is refused.
            return Ok(());
        };
        let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
        let principal: Money = made.instalments.iter().map(|one| one.principal).sum();
        prop_assert_eq!(principal, euro(debt));
        for (one, weight) in made.instalments.iter().zip(&weights) {
            let exact = u128::try_from(debt).unwrap() * u128::from(*weight) / sum;
            let part = u128::try_from(one.principal.cents()).unwrap();
            prop_assert!(part == exact || part == exact + 1);
        }
    }
}

// ---- Rights ----------------------------------------------------------------------------------------------------

fn bill(amount: i64, usual: i64) -> AskedBill {
    AskedBill {
        amount: euro(amount),
        open: euro(amount),
        due_on: day("2026-03-10"),
        usual: Some(euro(usual)),
        recalculates: false,
        oddity: None,
    }
}

fn asked(sector: Sector, bills: &[AskedBill]) -> Asked<'_> {
    Asked {
        sector,
        household: true,
        condominium: false,
        bonus: false,
        on: day("2026-03-18"),
        bills,
        final_date: None,
    }
}

fn grounds(asked: &Asked<'_>) -> Vec<Ground> {
    rights(asked, &RightRules::default()).iter().map(|right| right.ground).collect()
}

#[test]
fn a_water_bill_more_than_eighty_percent_above_the_mean_gives_a_right_until_ten_days_after_its_due_day() {
    let at = [bill(18_000, 10_000)];
    assert!(grounds(&asked(Sector::Water, &at)).is_empty());
    let above = [bill(18_001, 10_000)];
    let mut request = asked(Sector::Water, &above);
    request.on = day("2026-03-20");
    let found = rights(&request, &RightRules::default());
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].ground, found[0].until), (Ground::WaterHighBill, Some(day("2026-03-20"))));
    assert!(found[0].in_time && !found[0].slips_with_bill && !found[0].interest_free);
    request.on = day("2026-03-21");
    let late = rights(&request, &RightRules::default());
    assert!(!late[0].in_time, "the day after it is a choice");
    assert_eq!(best(&late), None);
}

#[test]
fn a_utility_with_better_thresholds_gives_the_right_earlier() {
    let bills = [bill(16_001, 10_000)];
    let better = RightRules { water_over_percent: 60, water_days_after_due: 30, ..RightRules::default() };
    let found = rights(&asked(Sector::Water, &bills), &better);
    assert_eq!(found.iter().map(|right| right.until).collect::<Vec<_>>(), [Some(day("2026-04-09"))]);
}

#[test]
fn a_bill_made_large_by_the_utility_itself_bears_no_interest() {
    for (oddity, free) in [
        (Some(Oddity::BillingStop), true),
        (Some(Oddity::MissingReadings), true),
        (Some(Oddity::MeterFault), false),
        (None, false),
    ] {
        let mut large = bill(26_000, 10_000);
        large.oddity = oddity;
        let bills = [large];
        let found = rights(&asked(Sector::Water, &bills), &RightRules::default());
        assert_eq!((found[0].interest_free, found[0].slips_with_bill), (free, true), "{oddity:?}");
    }
}

#[test]
fn a_water_debt_in_arrears_gives_a_right_to_a_year_until_five_days_before_the_final_date() {
    let bills = [bill(9000, 10_000)];
    let mut request = asked(Sector::Water, &bills);
    request.final_date = Some(day("2026-04-20"));
    for (on, in_time) in [("2026-04-15", true), ("2026-04-16", false)] {
        request.on = day(on);
        let found = rights(&request, &RightRules::default());
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].ground, found[0].in_time, found[0].least_months, found[0].until),
            (Ground::WaterArrears, in_time, Some(12), Some(day("2026-04-15"))),
            "{on}"
        );
    }
}

#[test]
fn a_condominium_pays_half_at_once_and_the_rest_within_six_months() {
    let bills = [bill(100_001, 90_000)];
    let mut request = asked(Sector::Water, &bills);
    request.condominium = true;
    request.final_date = Some(day("2026-04-20"));
    let found = rights(&request, &RightRules::default());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].down, euro(50_001), "a half is never a cent short");
    assert_eq!((found[0].within_months, found[0].least_months), (Some(6), None));
}

#[test]
fn an_energy_bill_by_actual_use_far_above_the_estimated_ones_gives_a_right_households_earlier_than_others() {
    let mut large = bill(25_001, 10_000);
    large.recalculates = true;
    let bills = [large.clone()];
    let mut request = asked(Sector::Gas, &bills);
    assert_eq!(grounds(&request), [Ground::EnergyRecalculation]);
    request.household = false;
    assert!(grounds(&request).is_empty());
    large.recalculates = false;
    let periodic = [large];
    assert!(
        grounds(&asked(Sector::Electricity, &periodic)).is_empty(),
        "an ordinary bill gives no such right"
    );
}

#[test]
fn energy_rights_of_a_faulty_meter_of_missed_bills_and_of_a_bonus_are_each_found_once() {
    let mut fault = bill(5000, 10_000);
    fault.oddity = Some(Oddity::MeterFault);
    let mut missed = bill(5000, 10_000);
    missed.oddity = Some(Oddity::MissedBills);
    let bills = [fault.clone(), fault, missed];
    let mut request = asked(Sector::Electricity, &bills);
    request.bonus = true;
    assert_eq!(grounds(&request), [Ground::EnergyMeterFault, Ground::EnergyMissedBills]);
    request.final_date = Some(day("2026-04-20"));
    assert_eq!(grounds(&request), [Ground::EnergyMeterFault, Ground::EnergyMissedBills, Ground::EnergyBonus]);
}

#[test]
fn paid_bills_and_services_outside_the_acts_give_no_right() {
    let mut paid = bill(30_000, 10_000);
    paid.open = Money::ZERO;
    let bills = [paid];
    let mut request = asked(Sector::Water, &bills);
    request.final_date = Some(day("2026-04-20"));
    assert!(grounds(&request).is_empty());
    let large = [bill(30_000, 10_000)];
    assert!(grounds(&asked(Sector::Lpg, &large)).is_empty());
    assert!(grounds(&asked(Sector::Telecom, &large)).is_empty());
    let mut first = bill(30_000, 0);
    first.usual = None;
    let bills = [first];
    assert!(
        grounds(&asked(Sector::Water, &bills)).is_empty(),
        "without bills before it nothing is above them"
    );
}

#[test]
fn of_several_rights_the_one_worth_most_to_the_customer_counts() {
    let mut stopped = bill(30_000, 10_000);
    stopped.oddity = Some(Oddity::BillingStop);
    let bills = [stopped];
    let mut request = asked(Sector::Water, &bills);
    request.final_date = Some(day("2026-04-20"));
    let found = rights(&request, &RightRules::default());
    assert_eq!(best(&found).map(|right| right.ground), Some(Ground::WaterHighBill), "free of interest");
    let plain: Vec<Right> = found.into_iter().map(|right| Right { interest_free: false, ..right }).collect();
    assert_eq!(best(&plain).map(|right| right.ground), Some(Ground::WaterArrears), "it lasts a year");
}

// ---- A running plan ----------------------------------------------------------------------------------------------

fn two() -> Vec<Instalment> {
    let one = |number, due_on: &str| Instalment {
        number,
        due_on: day(due_on),
        principal: euro(10_000),
        interest: euro(100),
    };
    vec![one(1, "2026-04-20"), one(2, "2026-06-22")]
}

fn look(paid: i64, told: Told, today: &str) -> Watched {
    watch(&two(), euro(paid), told, day(today), &WatchRules::default(), Calendar::national())
}

const REMINDED: Told = Told { reminded: 1, warned: None };

#[test]
fn the_customer_is_reminded_once_a_week_before_the_day() {
    let before = look(0, Told::default(), "2026-04-12");
    assert_eq!((before.state, before.look_on), (PlanState::Running, day("2026-04-13")));
    assert_eq!(look(0, Told::default(), "2026-04-13").state, PlanState::Reminder);
    let after = look(0, REMINDED, "2026-04-13");
    assert_eq!((after.state, after.look_on), (PlanState::Running, day("2026-04-21")));
    let never = WatchRules { reminder_days: 0, ..WatchRules::default() };
    let quiet = watch(&two(), Money::ZERO, Told::default(), day("2026-04-19"), &never, Calendar::national());
    assert_eq!((quiet.state, quiet.look_on), (PlanState::Running, day("2026-04-21")));
}

#[test]
fn a_late_instalment_is_told_of_once_and_ends_the_plan_only_after_the_days_of_grace() {
    assert_eq!(look(0, REMINDED, "2026-04-20").state, PlanState::Running, "the last day is in");
    assert_eq!(look(0, REMINDED, "2026-04-21").state, PlanState::Late);
    let told = Told { reminded: 1, warned: Some((1, day("2026-04-21"))) };
    // Ten working days after 21 April 2026, without 25 April (a Saturday) and 1 May: 6 May.
    let waiting = look(0, told, "2026-05-06");
    assert_eq!(
        (waiting.state, waiting.until, waiting.look_on),
        (PlanState::Running, Some(day("2026-05-06")), day("2026-05-07"))
    );
    assert_eq!(look(0, told, "2026-05-07").state, PlanState::Missed);
}

#[test]
fn a_plan_never_ends_without_a_notice_however_late_it_is_looked_at() {
    assert_eq!(look(0, REMINDED, "2027-01-10").state, PlanState::Late);
    let told = Told { reminded: 1, warned: Some((1, day("2027-01-10"))) };
    assert_eq!(look(0, told, "2027-01-11").state, PlanState::Running, "the grace counts from the notice");
}

#[test]
fn payments_pay_the_instalment_due_first_and_a_part_is_not_enough() {
    let part = look(10_099, REMINDED, "2026-04-20");
    assert_eq!((part.next.map(|next| next.number), part.paid), (Some(1), euro(10_099)));
    let whole = look(10_100, REMINDED, "2026-04-21");
    assert_eq!(
        (whole.state, whole.next.map(|next| next.number), whole.paid, whole.look_on),
        (PlanState::Running, Some(2), Money::ZERO, day("2026-06-15"))
    );
    let told = Told { reminded: 1, warned: Some((1, day("2026-04-21"))) };
    assert_eq!(
        look(10_100, told, "2026-06-30").state,
        PlanState::Late,
        "the notice was of another instalment"
    );
}

#[test]
fn a_plan_paid_in_full_is_paid_early_or_late() {
    for today in ["2026-03-20", "2026-09-01"] {
        let paid = look(20_200, Told::default(), today);
        assert_eq!((paid.state, paid.next, paid.look_on), (PlanState::Paid, None, day(today)));
    }
    assert_eq!(look(30_000, Told::default(), "2026-04-01").state, PlanState::Paid, "more than asked for");
}

#[test]
fn who_pays_everything_early_pays_no_interest_that_has_not_accrued() {
    let made = made(&terms(60_000, 2), &conditions(215));
    let interest = conditions(215).interest;
    let from = day("2026-03-18");
    let settle = |paid: Money, on: &str| pay_off(&made.instalments, paid, interest, from, day(on));
    assert_eq!(settle(Money::ZERO, "2026-03-18"), euro(60_000), "on the first day nothing is borne");
    assert_eq!(settle(Money::ZERO, "2026-04-17"), euro(60_106), "30 days: 106.03 cents");
    let first = made.instalments[0].amount();
    let rest = made.instalments[1].principal;
    assert_eq!(settle(first, "2026-04-20"), rest);
    assert_eq!(settle(first, "2026-06-20"), rest + made.instalments[1].interest);
    assert_eq!(settle(Money::ZERO, "2026-12-01"), made.total(), "later it is what was agreed");
    assert_eq!(settle(made.total(), "2026-12-01"), Money::ZERO);
}
