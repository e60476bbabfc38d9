//! The other tabs: supplies, contracts, bills and payments, cases, papers, readings and consumption.

use std::fmt::Write as _;

use askama::Template;
use kernel::{BillId, Money, Sector, SupplyPointId};
use texts::Texts;
use web::layout::{Empty, Tab};

use super::{CaseRow, SupplyRow};

/// Supplies, those in force first.
#[derive(Debug, Template)]
#[template(path = "customer/tab-supplies.html")]
pub struct SuppliesTab<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The rows.
    pub rows: Vec<SupplyRow>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// Contracts, those in force first.
#[derive(Debug, Template)]
#[template(path = "customer/tab-contracts.html")]
pub struct ContractsTab<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The rows.
    pub rows: Vec<ContractRow>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// A contract.
#[derive(Clone, Debug)]
pub struct ContractRow {
    /// The number.
    pub number: String,
    /// Class and word of its state.
    pub state: (&'static str, String),
    /// The offer.
    pub offer: String,
    /// The service.
    pub sector: Sector,
    /// Its name.
    pub service: String,
    /// The supply point.
    pub point: SupplyPointId,
    /// Its code.
    pub code: String,
    /// First and last day.
    pub period: String,
    /// Why it ended; empty while in force.
    pub end: String,
    /// How bills are paid.
    pub payment: String,
    /// The masked account, the due dates: what belongs to it.
    pub payment_note: String,
    /// How bills are delivered.
    pub delivery: String,
    /// To which address.
    pub delivery_note: String,
    /// The deposit held; none when there is none.
    pub deposit: Option<Money>,
    /// It has ended.
    pub old: bool,
}

/// A figure above a list.
#[derive(Clone, Debug)]
pub struct Record {
    /// What it is.
    pub label: String,
    /// The figure.
    pub value: String,
    /// One line of why.
    pub note: String,
    /// Attention is due.
    pub late: bool,
}

/// Bills and payments.
#[derive(Debug, Template)]
#[template(path = "customer/tab-bills.html")]
pub struct BillsTab<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// To pay, overdue, last payment.
    pub totals: Vec<Record>,
    /// Bills, newest first.
    pub rows: Vec<BillRow>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// A bill.
#[derive(Clone, Debug)]
pub struct BillRow {
    /// The bill.
    pub id: BillId,
    /// The number.
    pub number: String,
    /// The service.
    pub sector: Sector,
    /// Its name.
    pub service: String,
    /// The kind of bill.
    pub kind: String,
    /// The period billed; empty when unknown.
    pub period: String,
    /// Consumption with its unit; empty when unknown.
    pub consumption: String,
    /// Day of issue.
    pub issued: String,
    /// Due date.
    pub due: String,
    /// The amount.
    pub amount: Money,
    /// Class and word: paid, to pay, overdue.
    pub state: (&'static str, String),
    /// What is left to pay, when it is not all or nothing; empty otherwise.
    pub rest: String,
}

/// Cases, open ones first.
#[derive(Debug, Template)]
#[template(path = "customer/tab-cases.html")]
pub struct CasesTab<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Where a new one is started.
    pub new: String,
    /// The rows.
    pub rows: Vec<CaseRow>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// Papers, newest first.
#[derive(Debug, Template)]
#[template(path = "customer/tab-papers.html")]
pub struct PapersTab<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The rows.
    pub rows: Vec<PaperRow>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// A paper.
#[derive(Clone, Debug)]
pub struct PaperRow {
    /// The title.
    pub title: String,
    /// The file; none while it is being made or when it could not be.
    pub href: Option<String>,
    /// Sent, else received.
    pub outgoing: bool,
    /// The case: words and address.
    pub case: Option<web::layout::Link>,
    /// When.
    pub at: String,
    /// Who.
    pub by: String,
    /// Class and word of its state.
    pub state: (&'static str, String),
    /// Size in words; empty while there is no file.
    pub size: String,
}

/// Readings and consumption of one supply.
#[derive(Debug, Template)]
#[template(path = "customer/tab-readings.html")]
pub struct ReadingsTab<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The supplies to choose from.
    pub supplies: Vec<Tab>,
    /// Where a reading is given (POST), with what it sends along; none where this person or this service may not.
    pub give: Option<String>,
    /// The supply in view: sent along with it.
    pub kept: Vec<(String, String)>,
    /// The devices, those in place first.
    pub meters: Vec<MeterReadings>,
    /// What to say when there is no device.
    pub empty: Empty,
}

/// The readings of one device.
#[derive(Clone, Debug)]
pub struct MeterReadings {
    /// Meter or volume corrector.
    pub kind: String,
    /// Its serial number and since when it is in place.
    pub meter: String,
    /// Consumption between readings; none with fewer than two.
    pub chart: Option<UsageChart>,
    /// The readings, newest first.
    pub rows: Vec<ReadingRow>,
}

/// A reading.
#[derive(Clone, Debug)]
pub struct ReadingRow {
    /// The day.
    pub read_on: String,
    /// The register; empty when the meter has one.
    pub register: String,
    /// The value with its unit.
    pub value: String,
    /// How it was had.
    pub kind: String,
    /// It was estimated, not read.
    pub estimated: bool,
    /// Consumption since the one before; empty for the first.
    pub usage: String,
    /// Days since the one before, and consumption a day.
    pub usage_note: String,
}

/// A bar of the chart.
#[derive(Clone, Debug)]
pub struct UsageBar {
    /// Under the bar: the month.
    pub label: String,
    /// Consumption.
    pub value: i64,
    /// In words, for who does not see: `5.021 Smc fino al 28/02/2026`.
    pub words: String,
    /// Some of it was estimated: drawn hatched.
    pub estimated: bool,
}

/// Consumption between readings as bars.
#[derive(Clone, Debug)]
pub struct UsageChart {
    /// The heading, with the unit.
    pub title: String,
    /// The bars, oldest first.
    pub bars: Vec<UsageBar>,
    /// The largest value in words, beside the top line.
    pub top: String,
}

/// The drawing's measures, in user units.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 150.0;
const FOOT: f64 = 20.0;
const SIDE: f64 = 64.0;

impl UsageChart {
    /// The drawing, with its values as text.
    #[must_use]
    pub fn svg(&self) -> String {
        let most = self.bars.iter().map(|bar| bar.value).max().unwrap_or(1).max(1);
        let count = u32::try_from(self.bars.len().max(1)).unwrap_or(1);
        let step = (WIDTH - SIDE) / f64::from(count);
        let ground = HEIGHT - FOOT;
        let words: Vec<&str> = self.bars.iter().map(|bar| bar.words.as_str()).collect();
        let mut out = format!(
            "<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}: {}\">",
            escaped(&self.title),
            escaped(&words.join("; "))
        );
        let _ = write!(
            out,
            "<path class=\"ax\" d=\"M{SIDE} 12H{WIDTH}M{SIDE} {ground}H{WIDTH}\"/><text x=\"0\" y=\"16\">{}</text><text x=\"0\" y=\"{ground}\">0</text>",
            escaped(&self.top)
        );
        for (index, bar) in self.bars.iter().enumerate() {
            let at = SIDE + step * f64::from(u32::try_from(index).unwrap_or(0));
            let share = ratio(bar.value.max(0), most);
            let tall = share * (ground - 12.0);
            let class = if bar.estimated { "u-est" } else { "u-act" };
            let _ = write!(
                out,
                "<rect class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{tall:.1}\"><title>{}</title></rect><text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                at + step * 0.2,
                ground - tall,
                step * 0.6,
                escaped(&bar.words),
                at + step / 2.0,
                HEIGHT - 4.0,
                escaped(&bar.label)
            );
        }
        out.push_str("</svg>");
        out
    }
}

/// A share between 0 and 1, exact enough for a drawing.
fn ratio(part: i64, whole: i64) -> f64 {
    let thousandths = part.saturating_mul(1000) / whole.max(1);
    f64::from(i32::try_from(thousandths).unwrap_or(1000)) / 1000.0
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
