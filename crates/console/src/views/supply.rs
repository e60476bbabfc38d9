//! A supply point: what it is technically, its meters with their readings, who was supplied there, its cases.

use askama::Template;
use kernel::{PartyId, Sector};
use routes::console::CustomerShow;
use texts::Texts;
use web::layout::{Empty, Frame, Link, Note};

use super::customer::{CaseRow, ReadingRow, UsageChart};

/// The whole page.
#[derive(Debug, Template)]
#[template(path = "supply/page.html")]
pub struct SupplyPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The list or the customer it was reached from.
    pub parent: Link,
    /// The service.
    pub sector: Sector,
    /// Its name.
    pub service: String,
    /// POD, PDR or water point.
    pub code: String,
    /// Street and town.
    pub address: String,
    /// Class and word of its state.
    pub state: (&'static str, String),
    /// Starts a request about this supply.
    pub new: String,
    /// What to know before acting.
    pub note: Option<Note>,
    /// Technical data in force: label and value.
    pub technical: Vec<(String, String)>,
    /// Since when they are in force.
    pub technical_since: String,
    /// Former technical data: period and what it was.
    pub former: Vec<(String, String)>,
    /// Meters, those in place first.
    pub meters: Vec<MeterView>,
    /// Holders, newest first.
    pub holders: Vec<HolderRow>,
    /// Whether contracts may be seen.
    pub may_see_holders: bool,
    /// Consumption between readings.
    pub chart: Option<UsageChart>,
    /// Cases, newest first.
    pub cases: Vec<CaseRow>,
    /// What to say when there are no cases.
    pub no_cases: Empty,
}

/// A meter or corrector.
#[derive(Clone, Debug)]
pub struct MeterView {
    /// What it is: meter or volume corrector.
    pub kind: String,
    /// The serial number.
    pub serial: String,
    /// From when to when it is in place.
    pub period: String,
    /// Its registers and their digits, its constant.
    pub detail: String,
    /// It was removed.
    pub old: bool,
    /// Its newest readings.
    pub readings: Vec<ReadingRow>,
}

/// Somebody supplied there.
#[derive(Clone, Debug)]
pub struct HolderRow {
    /// The customer; none when the entry is gone.
    pub party: Option<PartyId>,
    /// Surname first.
    pub name: String,
    /// The contract's number.
    pub contract: String,
    /// The offer.
    pub offer: String,
    /// First and last day.
    pub period: String,
    /// Class and word of its state.
    pub state: (&'static str, String),
    /// It has ended.
    pub old: bool,
}

impl HolderRow {
    /// Where the customer is.
    #[must_use]
    pub fn href(&self) -> Option<String> {
        self.party.map(|party| CustomerShow::new(party).to_string())
    }
}
