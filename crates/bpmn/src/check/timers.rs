//! Timers (10.5.5): one of date, duration and cycle, written as ISO 8601 or as an expression.

use super::elements::{El, children, text};
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    for timer in model.named("timerEventDefinition") {
        let kinds = ["timeDate", "timeDuration", "timeCycle"];
        let given: Vec<El> = kinds.into_iter().flat_map(|kind| children(timer, kind)).collect();
        let event = timer.parent().filter(|parent| super::elements::is_event(*parent)).unwrap_or(timer);
        if given.len() > 1 {
            found.add(
                event,
                "timer.several",
                "the timer has several times",
                "Keep one of date, duration and cycle",
            );
        }
        if given.is_empty() && model.is_executable(timer) {
            found.add(event, "timer.empty", "the timer has no time", "Give a date, a duration or a cycle");
        }
        for time in given.into_iter().filter(|time| model.is_executable(*time)) {
            let text = text(time);
            if is_expression(&text) {
                continue;
            }
            let (fits, example) = match super::elements::tag(time) {
                "timeDate" => (is_date(&text), "2026-03-20T09:00:00Z"),
                "timeDuration" => (is_duration(&text), "P10D or PT30S"),
                _ => (is_cycle(&text), "R3/PT10M"),
            };
            if !fits {
                let message = format!("`{text}` is not a {} of ISO 8601", super::elements::tag(time));
                let remedy = format!("Write it as {example}; start an expression with =");
                found.add(event, "timer.form", message, &remedy);
            }
        }
    }
}

fn is_expression(text: &str) -> bool {
    text.starts_with('=')
        || text.contains("${")
        || text.contains("#{")
        || text.contains('(')
        || text.contains('"')
}

fn is_date(text: &str) -> bool {
    feel::temporal::DateTime::parse(text).is_some() || text.parse::<kernel::Instant>().is_ok()
}

fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('-').unwrap_or(text).strip_prefix('P') else {
        return false;
    };
    let (days, time) = rest.split_once('T').map_or((rest, None), |(days, time)| (days, Some(time)));
    let part = |text: &str, units: &str| {
        let mut left = units;
        let mut number = 0;
        for c in text.chars() {
            if c.is_ascii_digit() || c == '.' || c == ',' {
                number += 1;
                continue;
            }
            let Some(at) = left.find(c).filter(|_| number > 0) else {
                return false;
            };
            left = left.get(at + 1..).unwrap_or_default();
            number = 0;
        }
        number == 0
    };
    !rest.is_empty() && part(days, "YMWD") && time.is_none_or(|time| !time.is_empty() && part(time, "HMS"))
}

/// `Rn/duration`, `Rn/start/duration`, `Rn/duration/end`, `Rn/start/end`, or the fields of cron.
fn is_cycle(text: &str) -> bool {
    let fields = text.split_whitespace().count();
    if (5..=7).contains(&fields) {
        return text.chars().all(|c| c.is_ascii_alphanumeric() || " */,-?#".contains(c));
    }
    let mut parts = text.split('/');
    let Some(count) = parts.next().and_then(|first| first.strip_prefix('R')) else {
        return is_duration(text);
    };
    let rest: Vec<&str> = parts.collect();
    let interval = |part: &&str| is_date(part) || is_duration(part);
    count.chars().all(|c| c.is_ascii_digit() || c == '-')
        && (1..=2).contains(&rest.len())
        && rest.iter().all(interval)
        && (rest.len() == 2 || rest.iter().all(|part| is_duration(part)))
}
