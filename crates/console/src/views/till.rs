//! The till: the page with its three parts, payments of the day, taking one back, closing.

use askama::Template;
use kernel::{Money, PartyId, ReceiptId, Sector};
use routes::{
    Route,
    console::{Till, TillQuery},
};
use texts::Texts;
use web::layout::{Empty, Field, Frame, Link, Note};

/// The whole page.
#[derive(Debug, Template)]
#[template(path = "till/page.html")]
pub struct TillPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// Who pays, or is looked for.
    pub field: Field,
    /// Who pays.
    pub who: Option<Who>,
    /// Customers found, to choose from.
    pub found: Vec<Found>,
    /// What to say when nobody is found.
    pub nobody: Option<Empty>,
    /// The payment just made.
    pub done: Option<Done>,
    /// The bills.
    pub bills: Option<BillsPart<'a>>,
    /// Others whose bills can be paid too.
    pub others: Vec<Link>,
    /// The payment.
    pub pay: Option<PayPart<'a>>,
    /// The last payments.
    pub last: LastPart<'a>,
    /// Opening the till; none when it is open.
    pub opening: Option<Opening>,
}

/// Opening the till.
#[derive(Clone, Debug)]
pub struct Opening {
    /// What lies in it.
    pub float: Field,
    /// What to know: what the last closing left.
    pub note: String,
    /// The sheet of the till closed last.
    pub sheet: Option<Link>,
}

/// Who pays.
#[derive(Clone, Debug)]
pub struct Who {
    /// The customer.
    pub id: PartyId,
    /// The name.
    pub name: String,
    /// The customer's number.
    pub number: String,
    /// Tax code or VAT number.
    pub code: String,
    /// Street and town.
    pub address: String,
    /// The customer's page.
    pub href: String,
}

/// A customer found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Takes this one.
    pub href: String,
    /// The name, or the number of the bill.
    pub title: String,
    /// What tells them from others.
    pub detail: String,
}

/// A payment just made.
#[derive(Clone, Debug)]
pub struct Done {
    /// The receipt's number.
    pub number: String,
    /// What was cashed.
    pub total: Money,
    /// What is given back.
    pub change: Money,
    /// The receipt.
    pub pdf: String,
    /// Who paid.
    pub payer: String,
}

/// The bills to be paid.
#[derive(Debug, Template)]
#[template(path = "till/bills.html")]
pub struct BillsPart<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Whether it goes along with another answer.
    pub oob: bool,
    /// The bills, first due first.
    pub rows: Vec<BillLine>,
    /// Sums: amount, paid already, to be paid now.
    pub sums: (Money, Money, Money),
    /// How many are included.
    pub included: usize,
    /// What to say when nothing is to be paid.
    pub empty: Empty,
}

/// A bill, or a charge of a case, to be paid.
#[derive(Clone, Debug)]
pub struct BillLine {
    /// Its id, as the form sends it.
    pub id: String,
    /// Its page: that of the bill or of the case.
    pub href: String,
    /// Its number.
    pub number: String,
    /// The day of issue, in words.
    pub issued: String,
    /// Whose it is, when it is not the payer's.
    pub holder: String,
    /// The service; none for a charge.
    pub sector: Option<Sector>,
    /// Its name; of a charge, what it is for.
    pub service: String,
    /// Code of the supply; of a charge, the number of the case.
    pub point: String,
    /// Class, icon and word of its last day: `late`, `soon`, `ok`.
    pub risk: (&'static str, &'static str, String),
    /// The last day, in words.
    pub due: String,
    /// The total.
    pub amount: Money,
    /// Paid already.
    pub paid: Money,
    /// What is open.
    pub open: Money,
    /// Whether it is paid now.
    pub on: bool,
    /// What is paid now, as typed.
    pub pay: String,
    /// Whether it bears no VAT.
    pub vat_free: bool,
    /// Whether it is after its last day.
    pub overdue: bool,
}

/// The payment.
#[derive(Debug, Template)]
#[template(path = "till/pay.html")]
pub struct PayPart<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Whether it goes along with another answer.
    pub oob: bool,
    /// Who pays.
    pub party: PartyId,
    /// Others whose bills are shown, as in the address.
    pub others: String,
    /// The key of this form.
    pub key: String,
    /// The instalment whose code was read.
    pub instalment: Option<InstalmentPart>,
    /// What is to be cashed.
    pub due: Money,
    /// The stamp in it.
    pub stamp: Money,
    /// The amount above which a stamp is needed, and the stamp, in cents: for the script.
    pub stamp_rule: (i64, i64),
    /// The means to choose from.
    pub methods: Vec<Method>,
    /// What is handed over, as typed.
    pub received: String,
    /// What is given back; none when it is not enough.
    pub change: Option<Money>,
    /// Round amounts: value and words.
    pub cuts: Vec<(String, String)>,
    /// Number of the cheque, reference of the transfer.
    pub reference: String,
    /// The same by several means: name, words and what was typed.
    pub parts: Vec<(String, String, String)>,
    /// The address the receipt can be mailed to; empty: none.
    pub email: String,
    /// Whether it is mailed.
    pub mail: bool,
    /// Why it was not taken.
    pub note: Option<Note>,
    /// The receipt to come.
    pub paper: Paper,
}

impl PayPart<'_> {
    /// Whether a stamp is in what is to be cashed.
    #[must_use]
    pub fn stamped(&self) -> bool {
        self.stamp > Money::ZERO
    }
}

/// An instalment of a plan that is paid by its code.
#[derive(Clone, Debug)]
pub struct InstalmentPart {
    /// The code.
    pub code: String,
    /// Its interest, beside its part of the bills.
    pub interest: Money,
    /// Which it is, in words.
    pub words: String,
    /// What the interest is called on the receipt.
    pub label: String,
}

/// A means of payment.
#[derive(Clone, Debug)]
pub struct Method {
    /// The value sent.
    pub value: &'static str,
    /// What people read.
    pub label: String,
    /// The key that chooses it.
    pub digit: usize,
    /// Whether it is chosen.
    pub on: bool,
    /// Whether a reference is needed.
    pub reference: bool,
}

/// The receipt to come.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    /// Name, VAT number and place.
    pub head: Vec<String>,
    /// Day and time.
    pub at: String,
    /// Who takes the payment.
    pub operator: String,
    /// Number and amount of what is paid.
    pub lines: Vec<(String, String)>,
    /// The total.
    pub total: String,
    /// Means and amounts, change.
    pub tail: Vec<(String, String)>,
}

/// The last payments.
#[derive(Debug, Template)]
#[template(path = "till/last.html")]
pub struct LastPart<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Whether it goes along with another answer.
    pub oob: bool,
    /// The till.
    pub till: String,
    /// How many payments there are.
    pub count: i64,
    /// The newest ones.
    pub rows: Vec<ReceiptRow>,
}

/// A payment in a list.
#[derive(Clone, Debug)]
pub struct ReceiptRow {
    /// The receipt.
    pub id: ReceiptId,
    /// The time.
    pub at: String,
    /// Its number.
    pub number: String,
    /// Who paid.
    pub payer: String,
    /// By what.
    pub means: String,
    /// How much.
    pub total: Money,
    /// Whether it was taken back.
    pub reversed: bool,
    /// Takes it back; empty when that is not allowed or done.
    pub reverse: String,
}

/// The payments of the till, to find the one to take back.
#[derive(Debug, Template)]
#[template(path = "till/receipts.html")]
pub struct ReceiptsPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The payments.
    pub rows: Vec<ReceiptRow>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// Taking a payment back.
#[derive(Debug, Template)]
#[template(path = "till/reverse.html")]
pub struct ReversePage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// Where it is sent.
    pub action: String,
    /// The receipt: label and value.
    pub facts: Vec<(String, String)>,
    /// What follows, told before it is done.
    pub effects: Vec<String>,
    /// Why it was not done.
    pub note: Option<Note>,
    /// Why it is taken back.
    pub reason: Field,
    /// Name and password of the second person; none when none is needed.
    pub second: Vec<Field>,
    /// Whether it can be done.
    pub open: bool,
}

/// Closing the till.
#[derive(Debug, Template)]
#[template(path = "till/close.html")]
pub struct ClosePage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The version of the till that is counted.
    pub version: i64,
    /// What was taken: label and value.
    pub facts: Vec<(String, String)>,
    /// What should lie there, in cents.
    pub expected: Money,
    /// What was counted.
    pub counted: Money,
    /// Counted less expected.
    pub difference: Money,
    /// Notes and coins: name of the field, words, cents, pieces as typed, amount.
    pub count: Vec<Pieces>,
    /// What goes to the bank, its slip, why there is a difference.
    pub fields: Vec<Field>,
    /// The second person.
    pub second: Vec<Field>,
    /// Why it was not closed.
    pub note: Option<Note>,
}

/// Notes or coins of one denomination.
#[derive(Clone, Debug)]
pub struct Pieces {
    /// The name of the field.
    pub name: String,
    /// The denomination in words.
    pub label: String,
    /// In cents.
    pub cents: i64,
    /// How many, as typed.
    pub pieces: String,
    /// What they make.
    pub amount: Money,
}

/// The page of the till for a customer and others.
#[must_use]
pub fn till_url(party: PartyId, others: &[PartyId]) -> String {
    let list: Vec<String> = others.iter().map(ToString::to_string).collect();
    let others = (!list.is_empty()).then(|| list.join(","));
    Till::new().with(&TillQuery { party: Some(party), others, ..TillQuery::default() })
}
