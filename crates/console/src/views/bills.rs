//! Bills: the list and one bill.

use askama::Template;
use kernel::{BillId, Money, PartyId, Sector};
use texts::Texts;
use web::layout::{Empty, Field, Frame, Link, Tab};

/// The list.
#[derive(Debug, Template)]
#[template(path = "bills/list.html")]
pub struct BillsPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The heading.
    pub title: String,
    /// The customer they are of.
    pub customer: Option<Link>,
    /// The search.
    pub search: Field,
    /// All, open, overdue.
    pub tabs: Vec<Tab>,
    /// The bills.
    pub rows: Vec<BillLine>,
    /// Whether they can be chosen and printed again.
    pub reprints: bool,
    /// The next page.
    pub more: Option<String>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// A bill in the list.
#[derive(Clone, Debug)]
pub struct BillLine {
    /// The bill.
    pub id: BillId,
    /// Its number.
    pub number: String,
    /// Whose it is.
    pub holder: String,
    /// The customer.
    pub party: PartyId,
    /// The service.
    pub sector: Sector,
    /// Its name.
    pub service: String,
    /// Code of the supply.
    pub point: String,
    /// Day of issue.
    pub issued: String,
    /// Last day.
    pub due: String,
    /// The total.
    pub amount: Money,
    /// What is open.
    pub open: Money,
    /// Class and word of its state.
    pub state: (&'static str, String),
    /// Whether it is ticked at the start.
    pub chosen: bool,
}

/// One bill.
#[derive(Debug, Template)]
#[template(path = "bills/page.html")]
pub struct BillPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The bill.
    pub id: BillId,
    /// The bills of the customer.
    pub parent: Link,
    /// Its number.
    pub number: String,
    /// The service.
    pub sector: Sector,
    /// Class and word of its state.
    pub state: (&'static str, String),
    /// Whose it is.
    pub customer: Link,
    /// Label and value.
    pub facts: Vec<(String, String)>,
    /// Whether something is open.
    pub open: bool,
    /// Whether it can be printed again.
    pub reprints: bool,
    /// Where it can be mailed to; empty: nowhere.
    pub email: String,
    /// Takes a payment on it.
    pub cash: Option<String>,
    /// What was paid.
    pub payments: Vec<PaymentLine>,
    /// What was printed.
    pub papers: Vec<PaperLine>,
    /// What to say without payments.
    pub no_payments: Empty,
    /// What to say without papers.
    pub no_papers: Empty,
}

/// A payment.
#[derive(Clone, Debug)]
pub struct PaymentLine {
    /// The day.
    pub on: String,
    /// Its number.
    pub number: String,
    /// How it came.
    pub channel: String,
    /// How much; below zero for one taken back.
    pub amount: Money,
}

/// A paper.
#[derive(Clone, Debug)]
pub struct PaperLine {
    /// What it is.
    pub what: String,
    /// When it was made.
    pub at: String,
    /// Who asked for it.
    pub by: String,
    /// Opens it; empty for one that is out of date.
    pub href: String,
}
