//! Percentiles, rates, memory.

use std::time::Duration;

use serde_json::{Value as Json, json};

/// Times of one kind of act.
#[derive(Debug, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// One more.
    pub fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    fn percentile(&self, hundredths: usize) -> f64 {
        let index = (self.0.len() * hundredths / 100).min(self.0.len().saturating_sub(1));
        self.0.get(index).map_or(0.0, |time| (time.as_secs_f64() * 100_000.0).round() / 100.0)
    }

    /// Puts number, percentiles in milliseconds and rate into a line.
    pub fn into_line(mut self, line: &mut Json) {
        self.0.sort_unstable();
        let total: f64 = self.0.iter().map(Duration::as_secs_f64).sum();
        if let Some(line) = line.as_object_mut() {
            line.insert("n".to_owned(), json!(self.0.len()));
            line.insert("p50_ms".to_owned(), json!(self.percentile(50)));
            line.insert("p95_ms".to_owned(), json!(self.percentile(95)));
            line.insert("p99_ms".to_owned(), json!(self.percentile(99)));
            line.insert("per_second".to_owned(), json!(per_second(self.0.len(), total)));
            line.insert("rss_mb".to_owned(), json!(resident_mb()));
        }
    }
}

/// Whole acts a second.
#[expect(clippy::cast_precision_loss, reason = "a rate for reading")]
pub fn per_second(n: usize, seconds: f64) -> f64 {
    if seconds > 0.0 { (n as f64 / seconds).round() } else { 0.0 }
}

/// Resident memory of this process in MB, as Linux tells it; 0 elsewhere.
pub fn resident_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// Puts a value into a line.
pub fn put(line: &mut Json, name: &str, value: impl Into<Json>) {
    if let Some(line) = line.as_object_mut() {
        line.insert(name.to_owned(), value.into());
    }
}
