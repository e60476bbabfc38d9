//! The large regulated clock of a case: recorded dates under the axis, today, the forecast, the steps of the
//! automatic compensation past the limit.

use std::fmt::{self, Display};

use jiff::civil::Date;
use kernel::Money;
use texts::Texts;

use super::clock::{ClockState, ClockView, SegmentKind, escaped};
use super::{day_month, weekday_day};

/// A recorded date under the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockDate {
    /// When.
    pub date: Date,
    /// What, in a word.
    pub label: String,
    /// Units of time from the start of the drawing, suspended ones included.
    pub at: u32,
}

/// A step of the compensation: from a day on, so much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockStep {
    /// First day it is owed.
    pub from: Date,
    /// How much.
    pub amount: Money,
}

/// The clock of a case with its dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseClock {
    /// The stretches.
    pub view: ClockView,
    /// The day the clock started.
    pub start: Date,
    /// Today.
    pub today: Date,
    /// The last day in time; none while suspended without a known end.
    pub limit: Option<Date>,
    /// The expected end and its units from the start of the drawing.
    pub forecast: Option<(Date, u32)>,
    /// Recorded dates, in order.
    pub dates: Vec<ClockDate>,
    /// Steps of the compensation, in order; empty for a standard without one.
    pub steps: Vec<ClockStep>,
    /// Whether it counts no more: then `today` is the last day it counted, and what remains was left unused.
    pub ended: ClockEnd,
}

/// Whether and how a clock came to its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClockEnd {
    /// It still counts.
    #[default]
    No,
    /// What it waited for was done.
    Stopped,
    /// The case was closed before that.
    Closed,
}

/// Width of the drawing.
const WIDTH: f64 = 904.0;
/// Where the limit falls when steps follow it.
const LIMIT: f64 = 676.0;
/// A rough width of a character of the axis, to keep labels apart.
const CHARACTER: f64 = 6.4;

impl CaseClock {
    /// Whether it counts no more.
    fn is_over(&self) -> bool {
        self.ended != ClockEnd::No
    }

    fn units(&self) -> u32 {
        self.view.segments.iter().map(|segment| segment.length).sum()
    }

    /// Units between the start and today.
    fn spent(&self) -> u32 {
        self.view
            .segments
            .iter()
            .filter(|segment| segment.kind != SegmentKind::Remaining)
            .map(|segment| segment.length)
            .sum()
    }

    /// Units between the start and the limit.
    fn allowed(&self) -> u32 {
        self.view
            .segments
            .iter()
            .filter(|segment| segment.kind != SegmentKind::Exceeded)
            .map(|segment| segment.length)
            .sum()
    }

    /// Pixels for one unit.
    fn scale(&self) -> f64 {
        let end = if self.steps.is_empty() { WIDTH - 2.0 } else { LIMIT };
        end / f64::from(self.units().max(1))
    }

    fn x(&self, units: u32) -> f64 {
        f64::from(units) * self.scale()
    }

    /// The heading: "Restano 5 giorni lavorativi", "Scade oggi", "Oltre il termine da 1 giorno", "Sospesa".
    #[must_use]
    pub fn headline(&self, t: &Texts) -> String {
        let left = self.units().saturating_sub(self.spent());
        match self.view.state {
            ClockState::Late => {
                let over = self.spent().saturating_sub(self.allowed());
                t.components_clock_over_by(t.span_long(over, self.view.unit))
            }
            ClockState::Today => t.components_risk_today(),
            ClockState::Hold => t.components_clock_stands(),
            _ => t.components_clock_left(left, t.span_long(left, self.view.unit)),
        }
    }

    /// The whole clock as sentences: the text equivalent of the drawing.
    #[must_use]
    pub fn words(&self, t: &Texts) -> String {
        let mut parts = Vec::new();
        for segment in &self.view.segments {
            let span = t.span_long(segment.length, self.view.unit);
            parts.push(match segment.kind {
                SegmentKind::Elapsed => t.components_clock_part_elapsed(span),
                SegmentKind::Suspended => t.components_clock_part_suspended(span),
                SegmentKind::Remaining if self.is_over() => t.components_clock_part_unused(span),
                SegmentKind::Remaining => t.components_clock_part_remaining(span),
                SegmentKind::Exceeded => t.components_clock_part_exceeded(span),
            });
        }
        let mut out = t.components_clock_from(t.date_long(self.start, self.today), parts.join(", "));
        if let Some(limit) = self.limit {
            out.push(' ');
            out.push_str(&t.components_clock_limit_on(t.date_long(limit, self.today)));
        }
        if let Some((date, _)) = self.forecast {
            out.push(' ');
            out.push_str(&t.components_clock_expected_on(t.date_long(date, self.today)));
        }
        for step in &self.steps {
            out.push(' ');
            out.push_str(
                &t.components_clock_owed_from(t.date_long(step.from, self.today), t.money(step.amount)),
            );
        }
        out
    }

    /// The drawing; `id` names its description.
    #[must_use]
    pub fn svg<'a>(&'a self, t: &'a Texts, id: &'a str) -> impl Display + 'a {
        Drawing { clock: self, t, id }
    }
}

struct Drawing<'a> {
    clock: &'a CaseClock,
    t: &'a Texts,
    id: &'a str,
}

impl Display for Drawing<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = escaped(self.id);
        write!(
            out,
            "<svg class=\"clk-svg\" data-state=\"{}\" viewBox=\"0 0 904 92\" width=\"904\" height=\"92\" role=\"img\" aria-labelledby=\"{id}\"><desc id=\"{id}\">{}</desc>",
            self.clock.view.state.code(),
            escaped(&self.clock.words(self.t))
        )?;
        self.stretches(out)?;
        self.marks(out)?;
        self.axis(out)?;
        out.write_str("</svg>")
    }
}

impl Drawing<'_> {
    fn stretches(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut at = 0;
        for segment in &self.clock.view.segments {
            let (x, wide) = (self.clock.x(at), self.clock.x(segment.length));
            let class = match segment.kind {
                SegmentKind::Elapsed => "k-done",
                SegmentKind::Suspended => "k-hold",
                SegmentKind::Remaining => "k-left",
                SegmentKind::Exceeded => "k-over",
            };
            write!(out, "<rect class=\"{class}\" x=\"{x:.1}\" y=\"22\" width=\"{wide:.1}\" height=\"28\"/>")?;
            self.stretch_words(out, segment.kind, segment.length, x, wide)?;
            at += segment.length;
        }
        let mut x = LIMIT + 4.0;
        let wide = (WIDTH - 1.0 - x) / f64::from(u32::try_from(self.clock.steps.len()).unwrap_or(1).max(1));
        for step in &self.clock.steps {
            write!(out, "<rect class=\"k-pay\" x=\"{x:.1}\" y=\"22.5\" width=\"{wide:.1}\" height=\"27\"/>")?;
            write!(
                out,
                "<g class=\"k-in\"><text class=\"k-r\" x=\"{:.1}\" y=\"41\">{}</text></g>",
                x + wide / 2.0,
                escaped(&self.t.money(step.amount).replace(",00", "").replace(".00", ""))
            )?;
            x += wide;
        }
        Ok(())
    }

    /// The words inside a stretch, as many as fit.
    fn stretch_words(
        &self,
        out: &mut fmt::Formatter<'_>,
        kind: SegmentKind,
        length: u32,
        x: f64,
        wide: f64,
    ) -> fmt::Result {
        let short = self.t.components_clock_units(length);
        let long = match kind {
            SegmentKind::Suspended => self.t.components_clock_held_units(length),
            SegmentKind::Remaining if self.clock.is_over() => self.t.components_clock_unused_units(length),
            SegmentKind::Remaining => self.t.components_clock_left_units(length),
            SegmentKind::Elapsed | SegmentKind::Exceeded => short.clone(),
        };
        let Some(words) = [long, short].into_iter().find(|words| fits(words, wide)) else {
            return Ok(());
        };
        let middle = x + wide / 2.0;
        let class = match kind {
            SegmentKind::Elapsed | SegmentKind::Exceeded => " class=\"k-w\"",
            SegmentKind::Remaining => " class=\"k-b\"",
            SegmentKind::Suspended => "",
        };
        out.write_str("<g class=\"k-in\">")?;
        if kind == SegmentKind::Suspended {
            let ground = text_width(&words) + 12.0;
            write!(
                out,
                "<rect x=\"{:.1}\" y=\"27\" width=\"{ground:.1}\" height=\"18\" fill=\"#fff\"/>",
                middle - ground / 2.0
            )?;
        }
        write!(out, "<text x=\"{middle:.1}\" y=\"41\"{class}>{}</text></g>", escaped(&words))
    }

    fn marks(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (clock, t) = (self.clock, self.t);
        out.write_str("<g class=\"k-mark\">")?;
        let now = clock.x(clock.spent());
        let day = weekday_day(t, clock.today);
        let words = match clock.ended {
            ClockEnd::No => t.components_clock_today(day),
            ClockEnd::Stopped => t.components_clock_stopped(day),
            ClockEnd::Closed => t.components_clock_closed(day),
        };
        let (x, anchor) =
            if now > text_width(&words) + 12.0 { (now - 6.0, "end") } else { (now + 6.0, "start") };
        write!(
            out,
            "<path d=\"M{now:.1} 14v44\"/><text x=\"{x:.1}\" y=\"12\" text-anchor=\"{anchor}\" class=\"k-b\">{}</text>",
            escaped(&words)
        )?;
        let limit = clock.x(clock.allowed());
        if clock.steps.is_empty() {
            write!(out, "<path class=\"k-lim\" d=\"M{limit:.1} 14v44\"/>")?;
        } else {
            let limit = limit + 2.0;
            write!(out, "<path class=\"k-lim\" d=\"M{limit:.1} 14v44\"/>")?;
            // Past the limit the mark of today stands at its right: the words would run into each other.
            if clock.view.state != ClockState::Late {
                write!(
                    out,
                    "<text x=\"{:.1}\" y=\"12\" class=\"k-b\">{}</text>",
                    limit + 6.0,
                    escaped(&t.components_clock_past_limit())
                )?;
            }
        }
        if let Some((date, at)) = clock.forecast {
            let x = clock.x(at);
            let words = t.components_clock_expected(day_month(t, date));
            write!(
                out,
                "<path class=\"k-diamond\" d=\"M{x:.1} 50l6 6-6 6-6-6z\"/><text x=\"{x:.1}\" y=\"74\" text-anchor=\"middle\">{}</text>",
                escaped(&words)
            )?;
        }
        out.write_str("</g>")
    }

    fn axis(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (clock, t) = (self.clock, self.t);
        out.write_str("<g class=\"k-ax\">")?;
        let mut free_from = 0.0;
        let mut taken: Vec<(f64, f64)> = Vec::new();
        taken.extend(clock.forecast.map(|(date, at)| {
            let half = text_width(&t.components_clock_expected(day_month(t, date))) / 2.0 + 8.0;
            (clock.x(at) - half, clock.x(at) + half)
        }));
        taken.extend(self.limit_words(out)?);
        for mark in &clock.dates {
            let x = clock.x(mark.at).max(0.5);
            write!(out, "<path d=\"M{x:.1} 50v8\"/>")?;
            let (date, label) = (day_month(t, mark.date), &mark.label);
            let wide = text_width(&date).max(text_width(label)) + 10.0;
            let clear = taken.iter().all(|(from, to)| x + wide < *from || x > *to);
            // A label that would cover its neighbour is left out: the dates are also in the list beside.
            if x >= free_from && clear {
                write!(
                    out,
                    "<text x=\"{x:.1}\" y=\"74\">{date}<tspan x=\"{x:.1}\" dy=\"15\">{}</tspan></text>",
                    escaped(label)
                )?;
                free_from = x + wide;
            }
        }
        let wide = (WIDTH - LIMIT - 5.0) / f64::from(u32::try_from(clock.steps.len()).unwrap_or(1).max(1));
        let mut x = LIMIT + 4.0;
        for (index, step) in clock.steps.iter().enumerate() {
            if index > 0 {
                write!(out, "<path d=\"M{x:.1} 50v8\"/>")?;
            }
            // The first label stands lower: the forecast may be just at its left.
            let y = if index == 0 { 89 } else { 74 };
            let words = t.components_clock_from_day(day_month(t, step.from));
            write!(out, "<text x=\"{x:.1}\" y=\"{y}\">{}</text>", escaped(&words))?;
            x += wide;
        }
        out.write_str("</g>")
    }

    /// The day and the word of the limit under its tick, where no steps follow it; answers the room they take.
    fn limit_words(&self, out: &mut fmt::Formatter<'_>) -> Result<Option<(f64, f64)>, fmt::Error> {
        let (clock, t) = (self.clock, self.t);
        let Some(limit) = clock.limit.filter(|_| clock.steps.is_empty()) else { return Ok(None) };
        let x = clock.x(clock.allowed());
        let (date, label) = (day_month(t, limit), t.components_clock_limit_word());
        let wide = text_width(&date).max(text_width(&label)) + 6.0;
        let (anchor, from) = if x + wide > WIDTH { ("end", x - wide) } else { ("start", x) };
        write!(
            out,
            "<text x=\"{x:.1}\" y=\"74\" text-anchor=\"{anchor}\">{date}<tspan x=\"{x:.1}\" dy=\"15\">{}</tspan></text>",
            escaped(&label)
        )?;
        Ok(Some((from, from + wide)))
    }
}

fn text_width(text: &str) -> f64 {
    CHARACTER * f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX))
}

fn fits(words: &str, wide: f64) -> bool {
    text_width(words) + 8.0 <= wide
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::{Lang, Money};
    use texts::{Texts, TimeUnit};

    use super::super::{ClockState, ClockView, Segment, SegmentKind};
    use super::{CaseClock, ClockDate, ClockEnd, ClockStep};

    fn clock() -> CaseClock {
        let stretch = |kind, length| Segment { kind, length };
        CaseClock {
            view: ClockView {
                state: ClockState::Soon,
                unit: TimeUnit::WorkingDay,
                level: 20,
                segments: vec![
                    stretch(SegmentKind::Elapsed, 4),
                    stretch(SegmentKind::Suspended, 6),
                    stretch(SegmentKind::Elapsed, 11),
                    stretch(SegmentKind::Remaining, 5),
                ],
            },
            start: date(2026, 2, 10),
            today: date(2026, 3, 11),
            limit: Some(date(2026, 3, 18)),
            forecast: Some((date(2026, 3, 17), 25)),
            dates: vec![
                ClockDate { date: date(2026, 2, 10), label: "richiesta".into(), at: 0 },
                ClockDate { date: date(2026, 2, 16), label: "integrazione chiesta".into(), at: 4 },
                ClockDate { date: date(2026, 2, 17), label: "troppo vicina".into(), at: 5 },
            ],
            steps: vec![ClockStep { from: date(2026, 3, 19), amount: Money::from_cents(3000) }],
            ended: ClockEnd::No,
        }
    }

    #[test]
    fn the_drawing_says_everything_in_words_too() {
        let t = Texts::of(Lang::It);
        let words = clock().words(t).replace('\u{a0}', " ");
        for part in ["4 giorni lavorativi", "6 giorni lavorativi", "18 marzo", "17 marzo", "30,00 €"] {
            assert!(words.contains(part), "{part} is not in: {words}");
        }
    }

    #[test]
    fn a_label_never_covers_its_neighbour() {
        let svg = clock().svg(Texts::of(Lang::It), "d").to_string();
        assert!(svg.contains("integrazione chiesta") && !svg.contains("troppo vicina"), "{svg}");
    }

    #[test]
    fn a_clock_stopped_on_its_first_day_shows_the_whole_time_it_left_unused() {
        let mut clock = clock();
        let unused = vec![Segment { kind: SegmentKind::Remaining, length: 5 }];
        clock.view = ClockView { level: 5, segments: unused, ..clock.view };
        (clock.ended, clock.steps, clock.forecast) = (ClockEnd::Stopped, Vec::new(), None);
        let svg = clock.svg(Texts::of(Lang::It), "d").to_string();
        for part in ["k-left", "width=\"902.0\"", "5 gg non usati", "conclusa, mer 11/03", "termine"] {
            assert!(svg.contains(part), "{part} is not in: {svg}");
        }
        assert!(!svg.contains("restano") && !clock.words(Texts::of(Lang::It)).contains("rimanenti"));
    }

    #[test]
    fn a_clock_whose_case_was_closed_says_so_and_promises_nothing_more() {
        let clock = CaseClock { ended: ClockEnd::Closed, ..clock() };
        let svg = clock.svg(Texts::of(Lang::It), "d").to_string();
        assert!(svg.contains("chiusa, mer 11/03") && svg.contains("non usati"), "{svg}");
        assert!(!svg.contains("restano") && !clock.words(Texts::of(Lang::It)).contains("rimanenti"), "{svg}");
    }

    #[test]
    fn the_drawing_is_well_formed_in_every_state() {
        for state in
            [ClockState::InTime, ClockState::Soon, ClockState::Today, ClockState::Late, ClockState::Hold]
        {
            let mut clock = clock();
            clock.view = ClockView::running(state, TimeUnit::CalendarDay, 45, 40);
            let svg = clock.svg(Texts::of(Lang::En), "d").to_string();
            assert_eq!(svg.matches("<g").count(), svg.matches("</g>").count(), "{state:?}");
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
    }
}
