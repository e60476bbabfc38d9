//! From an evaluated clock to the drawn one.

use app::cases::{CaseView, ClockLine};
use domain::cases::ClockState as State;
use jiff::civil::Date;
use kernel::Lang;
use texts::TimeUnit;
use web::{
    PageCtx,
    layout::{CaseClock, ClockDate, ClockEnd, ClockState, ClockStep, ClockView, Risk, Segment, SegmentKind},
};

use super::log;
use crate::views::case::{CaseClockView, Stopped};

/// The share of the limit, in percent, from which a clock warns.
const WARNS_FROM: i64 = 75;

/// How many dates have room for their words along the axis.
const MOST_DATES: u32 = 8;

fn count(units: i64) -> u32 {
    u32::try_from(units.max(0)).unwrap_or(u32::MAX)
}

/// The unit of a clock, and how many of its raw measure make one: durations are measured in microseconds.
fn unit(code: &str) -> (TimeUnit, i64) {
    let unit = TimeUnit::from_code(code).unwrap_or(TimeUnit::CalendarDay);
    let micros = match unit {
        TimeUnit::Hour => 3_600_000_000,
        TimeUnit::Minute => 60_000_000,
        TimeUnit::Second => 1_000_000,
        _ => 1,
    };
    (unit, micros)
}

/// How a clock stands.
pub(super) fn state(line: &ClockLine, today: Date) -> ClockState {
    let summary = line.summary();
    let due = summary.due;
    match summary.state {
        State::Suspended => ClockState::Hold,
        State::Missed => ClockState::Late,
        State::Kept => ClockState::InTime,
        State::Running if due == Some(today) => ClockState::Today,
        State::Running if line.evaluation.share_used() >= WARNS_FROM => ClockState::Soon,
        State::Running => ClockState::InTime,
    }
}

/// How a case stands towards a clock.
pub(super) fn risk(line: &ClockLine, today: Date) -> Risk {
    let (unit, micros) = unit(&line.summary().unit);
    match state(line, today) {
        ClockState::Late => Risk::Late,
        ClockState::Today => Risk::Today,
        ClockState::Hold => Risk::Hold,
        ClockState::Soon => Risk::Soon { left: count(line.evaluation.remaining().raw() / micros), unit },
        ClockState::InTime => Risk::InTime,
    }
}

/// The large clock.
pub(super) fn drawn(cx: &PageCtx, view: &CaseView, line: &ClockLine) -> CaseClockView {
    let today = cx.today();
    let summary = line.summary();
    let (unit, micros) = unit(&summary.unit);
    let lang: Lang = cx.t.lang();
    let mut segments = Vec::new();
    let mut starts: Vec<(Date, u32)> = Vec::new();
    let mut at = 0;
    for segment in &line.segments {
        let kind = match format!("{:?}", segment.kind).as_str() {
            "Suspended" => SegmentKind::Suspended,
            "Remaining" => SegmentKind::Remaining,
            "Over" => SegmentKind::Exceeded,
            _ => SegmentKind::Elapsed,
        };
        let length = count(segment.units.raw() / micros);
        starts.extend(segment.from.map(|from| (from.date(), at)));
        at += length;
        if length > 0 {
            segments.push(Segment { kind, length });
        }
    }
    // A clock that stopped early shows what it left unused, up to the limit.
    let ran: u32 =
        segments.iter().filter(|part| part.kind == SegmentKind::Elapsed).map(|part| part.length).sum();
    let unused = count(summary.limit).saturating_sub(ran);
    let over = segments.iter().any(|part| part.kind == SegmentKind::Exceeded);
    let closed = view.case.closed_at.map(kernel::Instant::date).filter(|_| !line.evaluation.stopped);
    if line.evaluation.stopped && unused > 0 && !over {
        segments.push(Segment { kind: SegmentKind::Remaining, length: unused });
    }
    let start = line.evaluation.start.date();
    let dates = dates(cx, view, (line, &starts), at);
    let stopped = line
        .evaluation
        .stopped
        .then(|| Stopped { on: line.evaluation.until.date(), kept: summary.state == State::Kept });
    CaseClockView {
        clock: CaseClock {
            view: ClockView {
                state: state(line, closed.unwrap_or(today)),
                unit,
                level: count(summary.limit),
                segments,
            },
            start,
            today: stopped.map(|stopped| stopped.on).or(closed).unwrap_or(today),
            limit: summary.due,
            forecast: None,
            dates,
            steps: if stopped.is_some() || closed.is_some() { Vec::new() } else { steps(line) },
            ended: end(stopped.is_some(), closed.is_some()),
        },
        standard: line.name(lang).to_owned(),
        stopped,
        closed,
        why: match lang {
            Lang::It => line.why.it.clone(),
            Lang::En => line.why.en.clone(),
        },
    }
}

/// Whether and how a clock came to its end.
const fn end(stopped: bool, closed: bool) -> ClockEnd {
    match (stopped, closed) {
        (true, _) => ClockEnd::Stopped,
        (false, true) => ClockEnd::Closed,
        (false, false) => ClockEnd::No,
    }
}

/// What is owed from when on; empty where nothing is, or the amount depends on what is not known.
fn steps(line: &ClockLine) -> Vec<ClockStep> {
    line.owed_steps().into_iter().map(|(from, amount)| ClockStep { from, amount }).collect()
}

/// Recorded dates that fall on the axis, each at its own day; of those too near to each other for their words, the first.
fn dates(
    cx: &PageCtx,
    view: &CaseView,
    (line, starts): (&ClockLine, &[(Date, u32)]),
    end: u32,
) -> Vec<ClockDate> {
    let mut facts: Vec<_> = view.facts.iter().filter(|fact| !fact.corrected).collect();
    facts.sort_by_key(|fact| fact.at);
    let room = end / MOST_DATES;
    let mut marks: Vec<ClockDate> = Vec::new();
    for fact in facts {
        let date = fact.at.date();
        let stretch = starts.iter().enumerate().rev().find(|(_, (start, _))| *start <= date);
        let Some((place, (start, offset))) = stretch else { continue };
        let next = starts.get(place + 1).map_or(end, |(_, next)| *next);
        let at = offset.saturating_add(line.days_between(*start, date)).min(next);
        if at <= end && marks.last().is_none_or(|mark| at > mark.at + room) {
            marks.push(ClockDate { date, label: log::fact(cx.t, view, &fact.kind).to_lowercase(), at });
        }
    }
    marks
}
