use super::*;
use crate::holidays::Layers;
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

const UNITS: [DayUnit; 3] = [DayUnit::WorkingDay, DayUnit::MonSatDay, DayUnit::CalendarDay];

/// The rule in its slowest and plainest form: one day after the other.
fn counted_plainly(calendar: &Calendar, unit: DayUnit, day: Date) -> bool {
    let weekday = day.weekday().to_monday_zero_offset();
    let last = match unit {
        DayUnit::CalendarDay => return true,
        DayUnit::WorkingDay => 4,
        DayUnit::MonSatDay => 5,
    };
    weekday <= last && calendar.holiday(day).is_none()
}

#[test]
fn terms_fall_due_on_the_days_of_the_worked_table() {
    use DayUnit::{CalendarDay, MonSatDay, WorkingDay};
    let national = Calendar::national();
    for (start, unit, n, due) in [
        ((2026, 4, 2), WorkingDay, 5, (2026, 4, 10)),
        ((2026, 4, 3), MonSatDay, 2, (2026, 4, 7)),
        ((2026, 4, 24), WorkingDay, 10, (2026, 5, 11)),
        ((2026, 12, 23), WorkingDay, 5, (2026, 12, 31)),
        ((2026, 12, 24), MonSatDay, 2, (2026, 12, 29)),
        ((2027, 10, 1), WorkingDay, 5, (2027, 10, 11)),
        ((2027, 10, 1), MonSatDay, 2, (2027, 10, 5)),
        ((2026, 7, 31), WorkingDay, 30, (2026, 9, 11)),
        ((2026, 5, 2), WorkingDay, 5, (2026, 5, 8)),
        ((2026, 5, 2), CalendarDay, 30, (2026, 6, 1)),
        // Without 4 October, which is no holiday in 2021, the same Friday ends on the next Friday.
        ((2021, 10, 1), WorkingDay, 5, (2021, 10, 8)),
        ((2028, 2, 25), WorkingDay, 3, (2028, 3, 1)),
        ((2028, 2, 28), CalendarDay, 1, (2028, 2, 29)),
    ] {
        let day = |(y, m, d): (i16, i8, i8)| date(y, m, d);
        assert_eq!(national.add(unit, day(start), n), day(due), "{start:?} + {n} {unit:?}");
        assert_eq!(national.count(unit, day(start), day(due)), n, "{start:?} to {due:?}");
    }
}

#[test]
fn the_first_day_is_out_and_the_last_one_in() {
    let national = Calendar::national();
    let monday = date(2026, 3, 2);
    assert_eq!(national.count(DayUnit::WorkingDay, monday, monday), 0);
    assert_eq!(national.count(DayUnit::WorkingDay, monday, date(2026, 3, 3)), 1);
    assert_eq!(national.count(DayUnit::WorkingDay, date(2026, 3, 3), monday), 0);
    assert_eq!(national.add(DayUnit::WorkingDay, monday, 0), monday);
    assert_eq!(national.add(DayUnit::WorkingDay, monday, -4), monday);
}

#[test]
fn a_patron_saint_counts_only_in_the_calendar_that_has_the_layer() {
    let national = Calendar::national();
    let rome = national.with_layer(Layers::shipped().get("H501").unwrap());
    let patron = date(2026, 6, 29);
    assert!(national.is_counted(DayUnit::WorkingDay, patron));
    assert!(!rome.is_counted(DayUnit::WorkingDay, patron));
    assert!(rome.is_counted(DayUnit::CalendarDay, patron));
    assert_eq!(rome.add(DayUnit::WorkingDay, date(2026, 6, 26), 1), date(2026, 6, 30));
    assert_eq!(rome.holiday(patron).map(|holiday| holiday.name_it.as_str()), Some("Santi Pietro e Paolo"));
}

#[test]
fn a_patron_saint_on_a_national_holiday_takes_the_day_out_once() {
    let national = Calendar::national();
    let bologna = national.with_layer(Layers::shipped().get("A944").unwrap());
    let (friday, friday_after) = (date(2027, 10, 1), date(2027, 10, 8));
    assert_eq!(bologna.count(DayUnit::WorkingDay, friday, friday_after), 4);
    assert_eq!(bologna.holidays_between(DayUnit::WorkingDay, friday, friday_after).len(), 1);
}

#[test]
fn only_holidays_on_counted_weekdays_are_listed_as_taken_out() {
    let national = Calendar::national();
    let names = |unit| -> Vec<&str> {
        national
            .holidays_between(unit, date(2026, 4, 1), date(2026, 5, 31))
            .into_iter()
            .map(|(_, holiday)| holiday.name_en.as_str())
            .collect()
    };
    assert_eq!(names(DayUnit::WorkingDay), ["Easter Monday", "Labour Day"]);
    assert_eq!(names(DayUnit::MonSatDay), ["Easter Monday", "Liberation Day", "Labour Day"]);
    assert!(names(DayUnit::CalendarDay).is_empty());
}

#[test]
fn years_outside_the_table_are_counted_by_the_same_rule() {
    let national = Calendar::national();
    for start in [date(1899, 12, 20), date(2299, 12, 20), date(2305, 3, 1), date(1870, 7, 1)] {
        for unit in UNITS {
            let mut day = start;
            let mut counted = 0;
            for _ in 0..60 {
                day = day.checked_add(1.day()).unwrap();
                counted += i64::from(counted_plainly(national, unit, day));
                assert_eq!(national.count(unit, start, day), counted, "{start} to {day} {unit:?}");
            }
        }
    }
}

#[test]
fn day_numbers_and_dates_are_the_same_days() {
    for day in [date(1969, 12, 31), date(1970, 1, 1), date(2026, 3, 2), date(2400, 2, 29)] {
        assert_eq!(date_of(day_number(day)), day);
    }
    assert_eq!(day_number(date(1970, 1, 2)), 1);
    assert_eq!(date_of(i64::MAX), Date::MAX);
    assert_eq!(date_of(i64::MIN), Date::MIN);
}

fn any_day() -> impl Strategy<Value = Date> {
    (-30_000_i64..60_000).prop_map(date_of)
}

proptest! {
    #[test]
    fn counting_fast_is_counting_one_by_one(start in any_day(), length in 0_i64..400, unit in 0_usize..3) {
        let (national, unit) = (Calendar::national(), UNITS[unit]);
        let end = date_of(day_number(start) + length);
        let plain = (1..=length)
            .filter(|n| counted_plainly(national, unit, date_of(day_number(start) + n)))
            .count();
        prop_assert_eq!(national.count(unit, start, end), i64::try_from(plain).unwrap());
    }

    #[test]
    fn the_nth_day_is_counted_and_is_the_nth(start in any_day(), n in 1_i64..400, unit in 0_usize..3) {
        let (national, unit) = (Calendar::national(), UNITS[unit]);
        let day = national.add(unit, start, n);
        prop_assert_eq!(national.count(unit, start, day), n);
        prop_assert!(national.is_counted(unit, day));
        prop_assert_eq!(national.next(unit, day), national.add(unit, start, n + 1));
    }

    #[test]
    fn spans_add_up(start in any_day(), first in 0_i64..500, second in 0_i64..500, unit in 0_usize..3) {
        let (national, unit) = (Calendar::national(), UNITS[unit]);
        let middle = date_of(day_number(start) + first);
        let end = date_of(day_number(middle) + second);
        prop_assert_eq!(
            national.count(unit, start, end),
            national.count(unit, start, middle) + national.count(unit, middle, end)
        );
    }
}
