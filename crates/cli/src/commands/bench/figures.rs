//! Percentiles, rates, memory: what every line has, in one form.

use std::time::{Duration, Instant as Stopwatch};

use serde_json::{Value as Json, json};

/// Times of one kind of act.
#[derive(Debug, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// One more.
    pub fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// One more: what has passed since a moment.
    pub fn since(&mut self, began: Stopwatch) {
        self.add(began.elapsed());
    }

    /// How many.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    fn percentile(&self, hundredths: usize) -> f64 {
        let index = (self.0.len() * hundredths / 100).min(self.0.len().saturating_sub(1));
        self.0.get(index).map_or(0.0, |time| (time.as_secs_f64() * 100_000.0).round() / 100.0)
    }

    fn total(&self) -> f64 {
        self.0.iter().map(Duration::as_secs_f64).sum()
    }

    /// A line of one act at a time: as many acts as there are times.
    pub fn line(self, bench: &str, on: &On) -> Json {
        let n = self.len();
        self.line_of(bench, on, n)
    }

    /// A line of acts that were timed together, `n` in all.
    pub fn line_of(mut self, bench: &str, on: &On, n: usize) -> Json {
        self.0.sort_unstable();
        json!({
            "bench": bench, "customers": on.customers, "database": on.database, "n": n,
            "p50_ms": self.percentile(50), "p95_ms": self.percentile(95), "p99_ms": self.percentile(99),
            "per_second": per_second(n, self.total()), "rss_mb": resident_mb("self"),
        })
    }
}

/// What a figure was taken on.
#[derive(Clone, Copy, Debug)]
pub struct On {
    /// Customers in the database; 0 where none is used.
    pub customers: i64,
    /// `sqlite`, `postgres`, or `none`.
    pub database: &'static str,
}

impl On {
    /// Without a database.
    pub const NONE: Self = Self { customers: 0, database: "none" };
}

/// Whole acts a second.
#[expect(clippy::cast_precision_loss, reason = "a rate for reading")]
fn per_second(n: usize, seconds: f64) -> f64 {
    if seconds > 0.0 { (n as f64 / seconds * 10.0).round() / 10.0 } else { 0.0 }
}

/// Resident memory of a process in MB, as Linux tells it; 0 elsewhere.
pub fn resident_mb(process: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// Puts a value into a line.
pub fn put(line: &mut Json, name: &str, value: impl Into<Json>) {
    if let Some(line) = line.as_object_mut() {
        line.insert(name.to_owned(), value.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_the_same_fields() {
        let mut times = Times::default();
        (1..=100).for_each(|millis| times.add(Duration::from_millis(millis)));
        let line = times.line("test", &On { customers: 7, database: "sqlite" });
        let fields: Vec<&str> = line.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(
            fields,
            ["bench", "customers", "database", "n", "p50_ms", "p95_ms", "p99_ms", "per_second", "rss_mb"]
        );
        assert_eq!(
            (&line["n"], &line["p50_ms"], &line["p99_ms"]),
            (&json!(100), &json!(51.0), &json!(100.0))
        );
        assert_eq!(line["per_second"], json!(19.8));
    }
}
