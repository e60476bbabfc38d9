//! The moment a draft becomes a request, and the facts that start its clocks.

use domain::cases::Origin;
use kernel::Instant;
use serde_json::{Value as Json, json};

use super::outcome::{moment, record_fact_from};
use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// Where a case that was opened in place of another one keeps when its request really came.
const FORMER: &str = "former_case";

/// The case in whose place another one was opened.
pub(super) struct Former {
    /// Its number.
    pub number: String,
    /// When its request came.
    pub at: Instant,
}

impl Former {
    /// Keeps it among the answers of the case that takes its place.
    pub fn keep(&self) -> (String, Json) {
        (FORMER.to_owned(), json!({ "number": self.number, "at": self.at.as_micros() }))
    }

    fn of(run: &Run<'_, '_>) -> Option<Self> {
        let kept = run.case.data.get(FORMER)?;
        let number = kept.get("number")?.as_str()?.to_owned();
        Some(Self { number, at: Instant::from_micros(kept.get("at")?.as_i64()?) })
    }
}

/// The draft becomes a request, and the facts that start its clocks are written down: that of the argument `fact`, or
/// those of all clocks of the procedure; at the moment of the argument `on`, or now. The request itself is always made
/// now: what counts from an earlier day is its clock. One that takes the place of another keeps the moment of that one.
pub(super) fn start_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let now = run.ctx.now();
    let at = run.call.text("on").map_or(Ok(now), |on| moment(on, now))?;
    let fact = run.call.text("fact").map(str::to_owned);
    let former = Former::of(run);
    let reclassified = former.is_some();
    let (at, note) = former.map_or_else(|| (at, String::new()), |former| (former.at, former.number));
    if let Some(way) = run.call.text("origin").map(str::to_owned) {
        run.case.origin =
            came_by(&way).ok_or_else(|| Error::refused_with("origin_unknown", &[("origin", &way)]))?;
    }
    run.case.start(now)?;
    for kind in fact.map_or_else(|| start_kinds(run), |fact| vec![fact]) {
        record_fact_from(run, &kind, at, &note, None)?;
    }
    Ok(CallAnswer::Done(vec![("reclassified", json!(reclassified))]))
}

/// Where a request came from, as a form calls it: the code of an origin, or `phone`.
fn came_by(way: &str) -> Option<Origin> {
    if way == "phone" { Some(Origin::CallCentre) } else { Origin::from_code(way) }
}

/// Starts a case now, and records the facts that start the clocks of its procedure.
pub(super) fn start_request(run: &mut Run<'_, '_>) -> Result<(), Error> {
    let former = Former::of(run);
    let now = run.ctx.now();
    run.case.start(now)?;
    let (at, note) = former.map_or_else(|| (now, String::new()), |former| (former.at, former.number));
    for kind in start_kinds(run) {
        record_fact_from(run, &kind, at, &note, None)?;
    }
    Ok(())
}

/// The facts that start the clocks of the procedure for this service; `request_received` where none runs.
pub(super) fn start_kinds(run: &Run<'_, '_>) -> Vec<String> {
    let rules = run.case.sector.map(|sector| run.pack.clocks_for(sector)).unwrap_or_default();
    let mut kinds: Vec<String> = rules.iter().map(|rule| rule.start.clone()).collect();
    if kinds.is_empty() {
        kinds.push("request_received".to_owned());
    }
    kinds.sort();
    kinds.dedup();
    kinds
}
