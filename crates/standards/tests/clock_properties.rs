//! Properties of the clock, and the clock against a plain count of one day after the other.

#![expect(clippy::unwrap_used, reason = "a test file: its helpers fail the test they serve")]

use calendar::{Calendar, DayUnit};
use jiff::ToSpan;
use kernel::{Date, Instant};
use proptest::prelude::*;
use standards::{
    Case, Measure, Moment, Packs, Segment, SegmentKind, Standard, State, Suspension, evaluate, segments,
};

/// One standard for each kind of unit: working days, Monday-to-Saturday days with cut-off, calendar days, hours,
/// seconds, months.
const IDS: [&str; 7] = ["W-S12", "W-S14", "W-S10", "V-S01", "W-T01", "W-G13", "W-M03"];
const HOUR: i64 = 3600;

fn standard(id: &str) -> &'static Standard {
    Packs::shipped().in_force(id, "2026-06-01".parse().unwrap()).unwrap()
}

fn at(hours: i64) -> Instant {
    "2026-02-27T09:30:00+01:00".parse::<Instant>().unwrap().plus_seconds(hours * HOUR)
}

fn spans() -> impl Strategy<Value = Vec<(i64, i64)>> {
    prop::collection::vec((-200_i64..1500, 0_i64..400), 0..5)
}

fn case(start: i64, spans: &[(i64, i64)]) -> Case {
    let suspended = spans
        .iter()
        .map(|(from, length)| Suspension {
            from: at(*from),
            to: Some(at(from + length)),
            cause: Some("customer".into()),
        })
        .collect();
    Case { suspended, ..Case::started(at(start)) }
}

/// Elapsed and due counted one day after the other.
fn plainly(unit: DayUnit, limit: i64, case: &Case, now: Instant) -> (i64, Date) {
    let active = |day: Date| {
        let paused =
            case.suspended.iter().any(|s| s.from.date() < day && s.to.is_none_or(|to| day <= to.date()));
        !paused && Calendar::national().is_counted(unit, day)
    };
    let mut day = case.started.date();
    let (mut elapsed, mut reached, mut due) = (0, 0, None);
    while due.is_none() || day < now.date() {
        day = day.checked_add(1.day()).unwrap();
        let counts = i64::from(active(day));
        reached += counts;
        elapsed += if day <= now.date() { counts } else { 0 };
        if reached == limit && due.is_none() {
            due = Some(day);
        }
    }
    (elapsed, due.unwrap())
}

proptest! {
    #[test]
    fn the_clock_is_a_plain_count_of_days(start in 0_i64..800, spans in spans(), now in 0_i64..3000, which in 0_usize..2) {
        let (id, unit) = [("W-S14", DayUnit::WorkingDay), ("V-S01", DayUnit::CalendarDay)][which];
        let (standard, case, now) = (standard(id), case(start, &spans), at(start + now));
        let judged = evaluate(standard, &case, now);
        let (elapsed, due) = plainly(unit, standard.limit, &case, now);
        prop_assert_eq!(judged.elapsed, Measure::Units(elapsed));
        prop_assert_eq!(judged.due, Some(Moment::Day(due)));
    }

    #[test]
    fn the_order_of_suspensions_does_not_matter(start in 0_i64..800, spans in spans(), now in 0_i64..3000, which in 0_usize..7) {
        let standard = standard(IDS[which]);
        let mut turned = spans.clone();
        turned.reverse();
        let (one, other) = (case(start, &spans), case(start, &turned));
        prop_assert_eq!(evaluate(standard, &one, at(now)), evaluate(standard, &other, at(now)));
        prop_assert_eq!(segments(standard, &one, at(now)), segments(standard, &other, at(now)));
    }

    #[test]
    fn splitting_a_suspension_changes_nothing(start in 0_i64..800, from in 0_i64..1500, parts in (0_i64..200, 0_i64..200), now in 0_i64..3000, which in 0_usize..7) {
        let standard = standard(IDS[which]);
        let whole = case(start, &[(from, parts.0 + parts.1)]);
        let split = case(start, &[(from, parts.0), (from + parts.0, parts.1)]);
        prop_assert_eq!(evaluate(standard, &whole, at(now)), evaluate(standard, &split, at(now)));
    }

    #[test]
    fn pausing_within_uncounted_time_moves_nothing(start in 0_i64..800, now in 0_i64..3000, week in 0_i64..12, part in (0_i64..24, 0_i64..24)) {
        let standard = standard("W-S14");
        // 27 February 2026 is a Friday: from that Friday to the Sunday no working day is taken out.
        let friday = at(0).plus_seconds(week * 7 * 24 * HOUR);
        let mut paused = case(start, &[]);
        let free = evaluate(standard, &paused, at(now));
        let from = friday.plus_seconds(part.0.min(13) * HOUR);
        let to = friday.plus_seconds((38 + part.1.min(22)) * HOUR);
        prop_assume!(to.date() <= from.date().checked_add(2.days()).unwrap());
        paused.suspended.push(Suspension { from, to: Some(to), cause: None });
        let judged = evaluate(standard, &paused, at(now));
        prop_assert_eq!((judged.due, judged.elapsed, judged.state, judged.steps), (free.due, free.elapsed, free.state, free.steps));
    }

    #[test]
    fn elapsed_never_runs_backwards(start in 0_i64..800, spans in spans(), first in 0_i64..3000, more in 0_i64..500, which in 0_usize..7, open in prop::option::of(0_i64..1500)) {
        let standard = standard(IDS[which]);
        let mut case = case(start, &spans);
        case.suspended.extend(open.map(|from| Suspension { from: at(from), to: None, cause: None }));
        let (earlier, later) = (evaluate(standard, &case, at(first)), evaluate(standard, &case, at(first + more)));
        prop_assert!(earlier.elapsed.raw() <= later.elapsed.raw());
        prop_assert!(earlier.elapsed.raw() >= 0);
        prop_assert_eq!(earlier.due, later.due);
    }

    #[test]
    fn a_clock_is_missed_exactly_after_its_due_moment(start in 0_i64..800, spans in spans(), now in 0_i64..3000, which in 0_usize..7) {
        let standard = standard(IDS[which]);
        let judged = evaluate(standard, &case(start, &spans), at(now));
        let due = judged.due.unwrap();
        if judged.until <= due {
            prop_assert_ne!(judged.state, State::Missed);
        }
        if let Some(step) = judged.steps.first() {
            let begun = if matches!(step.from, Moment::Day(_)) { judged.until >= step.from } else { judged.until > step.from };
            // Exact clocks standing at the limit through a suspension pass it only when it ends.
            let paused_at_limit = matches!(step.from, Moment::At(_)) && judged.remaining().raw() == 0;
            prop_assert!(begun == (judged.state == State::Missed) || paused_at_limit);
        }
    }

    #[test]
    fn segments_add_up_and_follow_each_other(start in 0_i64..800, spans in spans(), now in 0_i64..3000, which in 0_usize..6, stop in any::<bool>()) {
        let standard = standard(IDS[which]);
        let mut case = case(start, &spans);
        let now = at(start + now);
        case.stopped = stop.then_some(now);
        let judged = evaluate(standard, &case, now);
        let drawn = segments(standard, &case, now);
        let sum = |kinds: &[SegmentKind]| -> i64 {
            drawn.iter().filter(|segment| kinds.contains(&segment.kind)).map(|segment| segment.units.raw()).sum()
        };
        prop_assert_eq!(sum(&[SegmentKind::Elapsed, SegmentKind::Over]), judged.elapsed.raw());
        if !stop {
            prop_assert_eq!(sum(&[SegmentKind::Remaining]), judged.remaining().raw().max(0));
        }
        prop_assert_eq!(sum(&[SegmentKind::Over]), (-judged.remaining().raw()).max(0));
        for pair in drawn.windows(2) {
            prop_assert!(pair[0].to <= pair[1].from);
            prop_assert_ne!(pair[0].kind, pair[1].kind);
        }
    }
}

fn day(text: &str) -> Option<Moment> {
    Some(Moment::Day(text.parse().unwrap()))
}

#[test]
fn an_open_suspension_is_drawn_without_an_end_and_what_is_left_without_dates() {
    let mut case = Case::started("2026-06-04T09:00:00+02:00".parse().unwrap());
    case.suspended.push(Suspension {
        from: "2026-06-08T08:00:00+02:00".parse().unwrap(),
        to: None,
        cause: None,
    });
    let drawn = segments(standard("W-S12"), &case, "2026-06-12T09:00:00+02:00".parse().unwrap());
    let expected = [
        (SegmentKind::Elapsed, 2, day("2026-06-05"), day("2026-06-08")),
        (SegmentKind::Suspended, 4, day("2026-06-09"), None),
        (SegmentKind::Remaining, 3, None, None),
    ];
    assert_eq!(
        drawn,
        expected.map(|(kind, units, from, to)| Segment { kind, units: Measure::Units(units), from, to })
    );
}

#[test]
fn a_late_case_is_drawn_with_what_is_over() {
    let case = Case::started("2026-06-04T09:00:00+02:00".parse().unwrap());
    let now = "2026-06-15T09:00:00+02:00".parse().unwrap();
    let drawn = segments(standard("W-S12"), &case, now);
    let expected = [
        (SegmentKind::Elapsed, 5, day("2026-06-05"), day("2026-06-11")),
        (SegmentKind::Over, 2, day("2026-06-12"), day("2026-06-15")),
    ];
    assert_eq!(
        drawn,
        expected.map(|(kind, units, from, to)| Segment { kind, units: Measure::Units(units), from, to })
    );
    let judged = evaluate(standard("W-S12"), &case, now);
    assert_eq!((judged.share_used(), judged.remaining()), (140, Measure::Units(-2)));
}

#[test]
fn months_end_on_the_same_day_of_the_month_or_its_last() {
    for (start, due) in
        [("2025-12-15", "2026-06-15"), ("2025-08-31", "2026-02-28"), ("2026-08-29", "2027-02-28")]
    {
        let started = format!("{start}T10:00:00Z").parse().unwrap();
        let judged = evaluate(standard("W-M03"), &Case::started(started), started);
        assert_eq!(judged.due, day(due), "{start}");
    }
}

#[test]
fn a_minimum_term_says_whether_it_was_respected() {
    let mut case = Case::started("2026-06-04T09:00:00+02:00".parse().unwrap());
    for (stopped, respected) in [("2026-06-05T08:59:59+02:00", false), ("2026-06-05T09:00:00+02:00", true)] {
        case.stopped = Some(stopped.parse().unwrap());
        let judged = evaluate(standard("W-G05"), &case, "2026-07-01T00:00:00Z".parse().unwrap());
        assert_eq!(judged.minimum_respected, Some(respected), "{stopped}");
    }
}
