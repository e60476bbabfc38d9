//! The clock of a case as a row of segments, for drawing it.

use calendar::Calendar;
use kernel::Instant;

use crate::case::Case;
use crate::clock::{Measure, Moment, Timeline};
use crate::model::Standard;

/// What a stretch of time was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SegmentKind {
    /// Used, within the limit.
    Elapsed,
    /// Taken out.
    Suspended,
    /// To come, within the limit.
    Remaining,
    /// Used, beyond the limit.
    Over,
}

/// A stretch of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What it was.
    pub kind: SegmentKind,
    /// How many units lie in it; for suspended ones, how many it took out. Months are given in calendar days.
    pub units: Measure,
    /// The first day, or the moment it begins for durations; none where an open suspension keeps it unknown.
    pub from: Option<Moment>,
    /// The last day, or the moment it ends; none while it is open or unknown.
    pub to: Option<Moment>,
}

/// The segments of a case in order of time, from the start to the due day or the moment of judgement, whichever
/// is later; to the stop when the clock is stopped. Empty where no clock measures the standard.
#[must_use]
pub fn segments(standard: &Standard, case: &Case, now: Instant) -> Vec<Segment> {
    segments_with(Calendar::national(), standard, case, now)
}

/// [`segments`] with another calendar.
#[must_use]
pub fn segments_with(calendar: &Calendar, standard: &Standard, case: &Case, now: Instant) -> Vec<Segment> {
    let Some(line) = Timeline::new(standard, case, calendar) else {
        return Vec::new();
    };
    let end = line.position(case.stopped.unwrap_or(now)).max(line.start);
    let due = line.reach(line.threshold(1));
    let open = line.pauses.iter().find(|pause| pause.to.is_none()).map(|pause| pause.from);
    let horizon = if case.stopped.is_some() { end } else { end.max(due.or(open).unwrap_or(end)) };
    let mut cuts = vec![end, horizon];
    cuts.extend(due);
    cuts.extend(line.pauses.iter().flat_map(|pause| [Some(pause.from), pause.to]).flatten());
    cuts.retain(|cut| *cut > line.start && *cut <= horizon);
    cuts.sort_unstable();
    cuts.dedup();
    let spans = spans(&line, &cuts, end, due);
    let first = |position: i64| line.moment(position + i64::from(!line.is_exact()));
    let mut drawn: Vec<Segment> = spans
        .iter()
        .map(|(kind, from, to)| Segment {
            kind: *kind,
            units: line.measure_span(line.between(*from, *to)),
            from: Some(first(*from)),
            to: Some(line.moment(*to)),
        })
        .collect();
    if let Some(open) = open.filter(|_| due.is_none()) {
        leave_open(&line, &mut drawn, open, horizon);
    }
    drawn
}

/// What each stretch between two cuts was, equal neighbours joined.
fn spans(line: &Timeline<'_>, cuts: &[i64], end: i64, due: Option<i64>) -> Vec<(SegmentKind, i64, i64)> {
    let mut spans: Vec<(SegmentKind, i64, i64)> = Vec::with_capacity(cuts.len());
    let mut from = line.start;
    for to in cuts.iter().copied() {
        let paused =
            line.pauses.iter().any(|pause| pause.from <= from && pause.to.is_none_or(|last| to <= last));
        let kind = if paused {
            SegmentKind::Suspended
        } else if to > end {
            SegmentKind::Remaining
        } else if due.is_some_and(|due| from >= due) {
            SegmentKind::Over
        } else {
            SegmentKind::Elapsed
        };
        match spans.last_mut() {
            Some(last) if last.0 == kind => last.2 = to,
            _ => spans.push((kind, from, to)),
        }
        from = to;
    }
    spans
}

/// An open suspension that hides the due day has no end, and what is left after it no dates.
fn leave_open(line: &Timeline<'_>, drawn: &mut Vec<Segment>, open: i64, horizon: i64) {
    match drawn.last_mut() {
        Some(last) if open < horizon && last.kind == SegmentKind::Suspended => last.to = None,
        _ => drawn.push(Segment {
            kind: SegmentKind::Suspended,
            units: line.measure_span(0),
            from: Some(line.moment(open + i64::from(!line.is_exact()))),
            to: None,
        }),
    }
    let left = line.threshold(1) - line.elapsed(horizon);
    drawn.push(Segment {
        kind: SegmentKind::Remaining,
        units: line.measure_span(left),
        from: None,
        to: None,
    });
}
