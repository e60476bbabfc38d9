//! The small regulated clock: a server-drawn bar of elapsed, suspended, remaining and exceeded time.

use std::fmt::{self, Display, Write as _};

use texts::{Texts, TimeUnit};

/// What a stretch of time was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// The clock ran.
    Elapsed,
    /// The clock stood still.
    Suspended,
    /// Still to come before the limit.
    Remaining,
    /// Past the limit.
    Exceeded,
}

/// A stretch of time, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What it was.
    pub kind: SegmentKind,
    /// How long, in the unit of the standard.
    pub length: u32,
}

/// How the clock stands; it sets the colour of the elapsed part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockState {
    /// In time.
    InTime,
    /// Past the warning threshold.
    Soon,
    /// The last day.
    Today,
    /// Past the limit.
    Late,
    /// Suspended.
    Hold,
}

impl ClockState {
    /// The value of `data-state`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::InTime => "ok",
            Self::Soon => "soon",
            Self::Today => "today",
            Self::Late => "late",
            Self::Hold => "hold",
        }
    }
}

/// A regulated clock: filled from the standards, drawn the same way wherever a procedure appears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockView {
    /// How it stands.
    pub state: ClockState,
    /// What it counts.
    pub unit: TimeUnit,
    /// The level of the standard.
    pub level: u32,
    /// The stretches, in order of time.
    pub segments: Vec<Segment>,
}

/// Space at the right of the limit, for the exceeded part.
const BEYOND: f64 = 18.0;
/// How much of the last day is drawn as still remaining.
const LAST_DAY: f64 = 0.2;

impl ClockView {
    /// A clock that ran without a stop: elapsed time against the level.
    #[must_use]
    pub fn running(state: ClockState, unit: TimeUnit, elapsed: u32, level: u32) -> Self {
        let within = elapsed.min(level);
        let parts = [
            (SegmentKind::Elapsed, within),
            (SegmentKind::Exceeded, elapsed.saturating_sub(level)),
            (SegmentKind::Remaining, level.saturating_sub(elapsed)),
        ];
        let segments = parts
            .into_iter()
            .filter(|(_, length)| *length > 0)
            .map(|(kind, length)| Segment { kind, length })
            .collect();
        Self { state, unit, level, segments }
    }

    fn sum(&self, wanted: impl Fn(SegmentKind) -> bool) -> u32 {
        self.segments.iter().filter(|segment| wanted(segment.kind)).map(|segment| segment.length).sum()
    }

    /// How long the clock ran, suspensions left out.
    #[must_use]
    pub fn elapsed(&self) -> u32 {
        self.sum(|kind| matches!(kind, SegmentKind::Elapsed | SegmentKind::Exceeded))
    }

    /// How long it stood still.
    #[must_use]
    pub fn suspended(&self) -> u32 {
        self.sum(|kind| kind == SegmentKind::Suspended)
    }

    /// The clock in words: "Trascorsi 15 giorni lavorativi su 20, sospeso per 6".
    #[must_use]
    pub fn words(&self, t: &Texts) -> String {
        let elapsed = self.elapsed();
        let start = t.components_clock_elapsed(elapsed, t.span_long(elapsed, self.unit), self.level);
        match (self.suspended(), self.state) {
            (0, _) => start,
            (days, ClockState::Hold) => t.components_clock_on_hold(start, days),
            (days, _) => t.components_clock_held(start, days),
        }
    }

    /// The drawing, 114 px wide: for lists with two lines and tables of panels.
    #[must_use]
    pub fn svg<'a>(&'a self, t: &'a Texts) -> impl Display + 'a {
        Bar { clock: self, t, width: 114 }
    }

    /// The drawing, 82 px wide: for the dense lists.
    #[must_use]
    pub fn svg_narrow<'a>(&'a self, t: &'a Texts) -> impl Display + 'a {
        Bar { clock: self, t, width: 82 }
    }

    /// Stretches up to the limit as they are drawn: on the last day a sliver remains, so that the limit is seen.
    fn drawn(&self) -> Vec<(SegmentKind, f64)> {
        let mut parts: Vec<(SegmentKind, f64)> = self
            .segments
            .iter()
            .filter(|segment| segment.kind != SegmentKind::Exceeded)
            .map(|segment| (segment.kind, f64::from(segment.length)))
            .collect();
        let remains = parts.iter().any(|(kind, _)| *kind == SegmentKind::Remaining);
        if self.state == ClockState::Today && !remains {
            if let Some((_, last)) =
                parts.iter_mut().rfind(|(kind, last)| *kind == SegmentKind::Elapsed && *last >= 1.0)
            {
                *last -= LAST_DAY;
            }
            parts.push((SegmentKind::Remaining, LAST_DAY));
        }
        parts
    }
}

struct Bar<'a> {
    clock: &'a ClockView,
    t: &'a Texts,
    width: u32,
}

impl Display for Bar<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.width;
        let axis = f64::from(width) - BEYOND;
        let words = escaped(&self.clock.words(self.t));
        write!(
            out,
            "<svg class=\"clock\" data-state=\"{}\" width=\"{width}\" height=\"12\" viewBox=\"0 0 {width} 12\" role=\"img\" aria-label=\"{words}\">",
            self.clock.state.code()
        )?;
        let parts = self.clock.drawn();
        let total: f64 = parts.iter().map(|(_, length)| length).sum();
        let mut x = 0.0;
        for (kind, length) in parts {
            let wide = if total > 0.0 { axis * length / total } else { 0.0 };
            write!(
                out,
                "<rect class=\"{}\" x=\"{x:.1}\" y=\"3\" width=\"{wide:.1}\" height=\"6\"/>",
                class(kind)
            )?;
            x += wide;
        }
        if self.clock.sum(|kind| kind == SegmentKind::Exceeded) > 0 {
            write!(out, "<rect class=\"c-over\" x=\"{axis:.1}\" y=\"3\" width=\"16\" height=\"6\"/>")?;
        }
        write!(
            out,
            "<rect class=\"c-limit\" x=\"{:.0}\" y=\"0\" width=\"2\" height=\"12\"/></svg>",
            axis - 1.0
        )
    }
}

const fn class(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Elapsed => "c-done",
        SegmentKind::Suspended => "c-hold",
        SegmentKind::Remaining => "c-left",
        SegmentKind::Exceeded => "c-over",
    }
}

/// A text made safe for markup and attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&#34;"),
            '\'' => out.push_str("&#39;"),
            c => {
                let _ = out.write_char(c);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use kernel::Lang;
    use texts::{Texts, TimeUnit};

    use super::{ClockState, ClockView, Segment, SegmentKind, escaped};

    fn widths(svg: &str) -> f64 {
        svg.split("width=\"").skip(2).filter_map(|rest| rest.split('"').next()?.parse::<f64>().ok()).sum()
    }

    #[test]
    fn the_bar_up_to_the_limit_has_always_the_same_length() {
        let t = Texts::of(Lang::It);
        for (elapsed, level, state) in
            [(0, 10, ClockState::InTime), (9, 10, ClockState::Soon), (5, 5, ClockState::Today)]
        {
            let svg = ClockView::running(state, TimeUnit::WorkingDay, elapsed, level).svg(t).to_string();
            let total = widths(&svg) - 2.0;
            assert!((total - 96.0).abs() < 0.3, "{elapsed} of {level}: {total}");
        }
    }

    #[test]
    fn the_last_day_still_shows_a_sliver_before_the_limit() {
        let svg = ClockView::running(ClockState::Today, TimeUnit::WorkingDay, 5, 5)
            .svg(Texts::of(Lang::It))
            .to_string();
        assert!(svg.contains("c-left"), "{svg}");
    }

    #[test]
    fn an_exceeded_clock_goes_past_the_limit_and_says_so() {
        let clock = ClockView::running(ClockState::Late, TimeUnit::MonSatDay, 3, 2);
        let t = Texts::of(Lang::It);
        assert!(clock.svg(t).to_string().contains("c-over"));
        assert_eq!(clock.words(t).replace('\u{a0}', " "), "Trascorsi 3 giorni feriali su 2");
    }

    #[test]
    fn suspended_time_is_drawn_hatched_and_said() {
        let stretch = |kind, length| Segment { kind, length };
        let clock = ClockView {
            state: ClockState::Soon,
            unit: TimeUnit::WorkingDay,
            level: 20,
            segments: vec![
                stretch(SegmentKind::Elapsed, 4),
                stretch(SegmentKind::Suspended, 6),
                stretch(SegmentKind::Elapsed, 11),
                stretch(SegmentKind::Remaining, 5),
            ],
        };
        let t = Texts::of(Lang::It);
        assert!(clock.svg(t).to_string().contains("c-hold"));
        assert_eq!(
            clock.words(t).replace('\u{a0}', " "),
            "Trascorsi 15 giorni lavorativi su 20, sospeso per 6"
        );
        let one = ClockView::running(ClockState::InTime, TimeUnit::WorkingDay, 1, 10);
        assert_eq!(one.words(t).replace('\u{a0}', " "), "Trascorso 1 giorno lavorativo su 10");
    }

    #[test]
    fn words_cannot_leave_their_attribute() {
        assert_eq!(escaped("\"><script>&'"), "&#34;&gt;&lt;script&gt;&amp;&#39;");
    }
}
