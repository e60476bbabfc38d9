//! The customer, all about them: who they are, what they owe, the acts under the digits, and one of seven tabs.

mod overview;
mod records;

use std::fmt::{self, Display};

use askama::Template;
use kernel::{Money, PartyId, Sector, SupplyPointId};
use routes::Route;
use routes::console::{
    BillList, BillListQuery, CaseNew, CaseNewQuery, CaseStart, ContactNew, CustomerShow, CustomerTabQuery,
};
use texts::Texts;
use web::layout::{Chip, Choice, ErrorSummary, Field, FieldKind, Frame, Tab};

use super::till::till_url;
pub use overview::{
    CaseRow, CustomerCases, CustomerRegistry, CustomerSupplies, CustomerTimeline, Overview, SupplyRow,
    TimelineChip,
};
pub use records::{
    BillRow, BillsTab, CasesTab, ContractRow, ContractsTab, MeterReadings, PaperRow, PapersTab, ReadingRow,
    ReadingsTab, Record, SuppliesTab, UsageBar, UsageChart,
};

/// The whole page.
#[derive(Debug, Template)]
#[template(path = "customer/page.html")]
pub struct CustomerPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The customer.
    pub id: PartyId,
    /// Who it is and what is to pay.
    pub head: CustomerHead<'a>,
    /// The supply the acts are about.
    pub on: Option<SupplyName>,
    /// The acts under the digits.
    pub acts: Vec<Act>,
    /// Whether a contact may be recorded.
    pub writes: bool,
    /// What a start sends along: names and values.
    pub kept: Vec<(String, String)>,
    /// The tabs, in the order of the keys Shift 1 to 7.
    pub tabs: Vec<Tab>,
    /// The tab shown.
    pub body: Body<'a>,
    /// The form behind the key C.
    pub contact: ContactForm,
}

impl CustomerPage<'_> {
    /// The first tab has the key C on its timeline.
    fn is_overview(&self) -> bool {
        matches!(self.body, Body::Overview(_))
    }
}

/// The tab shown.
#[derive(Debug)]
pub enum Body<'a> {
    /// The most asked for of everything.
    Overview(Box<Overview<'a>>),
    /// Supplies.
    Supplies(SuppliesTab<'a>),
    /// Contracts.
    Contracts(ContractsTab<'a>),
    /// Bills and payments.
    Bills(BillsTab<'a>),
    /// Cases.
    Cases(CasesTab<'a>),
    /// Papers.
    Papers(PapersTab<'a>),
    /// Readings and consumption.
    Readings(Box<ReadingsTab<'a>>),
}

impl Display for Body<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overview(part) => part.fmt(f),
            Self::Supplies(part) => part.fmt(f),
            Self::Contracts(part) => part.fmt(f),
            Self::Bills(part) => part.fmt(f),
            Self::Cases(part) => part.fmt(f),
            Self::Papers(part) => part.fmt(f),
            Self::Readings(part) => part.fmt(f),
        }
    }
}

/// A supply by its service and, when the customer has several of one service, its street.
#[derive(Clone, Debug)]
pub struct SupplyName {
    /// The service.
    pub sector: Sector,
    /// The words.
    pub label: String,
}

/// Who the customer is and what is to pay.
#[derive(Debug, Template)]
#[template(path = "customer/head.html")]
pub struct CustomerHead<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// The customer number.
    pub number: String,
    /// Surname first, or the company's name.
    pub name: String,
    /// Class of the state disc and its words: `Cliente attivo dal 2011`.
    pub state: (&'static str, String),
    /// Tax code, or VAT number of a company; empty when neither is known.
    pub code: String,
    /// What the copy button says: it names the code.
    pub copy: String,
    /// Where and when born, or the other code; empty when unknown.
    pub born: String,
    /// When the identity was verified; empty when it was not.
    pub verified: String,
    /// What is to pay; none when this account may not see bills.
    pub balance: Option<BalanceView>,
}

/// What is to pay.
#[derive(Clone, Debug)]
pub struct BalanceView {
    /// In all.
    pub open: Money,
    /// How many bills; empty when there is nothing to pay.
    pub what: String,
    /// When the first is due, or what is overdue; empty when there is nothing to pay.
    pub due: String,
    /// Some of it is overdue.
    pub late: bool,
    /// It leads to the till, else to the bills.
    pub till: bool,
    /// Where it is cashed in.
    pub href: String,
}

/// An act under a digit; the digit of an act is the same on every screen.
#[derive(Clone, Debug)]
pub struct Act {
    /// The digit.
    pub digit: char,
    /// The words.
    pub label: String,
    /// Where it leads, or what starts it (POST).
    pub href: String,
    /// It starts a procedure at once.
    pub starts: bool,
}

impl Act {
    /// The keys that answer: the last act is also a new request.
    #[must_use]
    pub fn keys(&self) -> String {
        if self.digit == '0' { "0 N".to_owned() } else { self.digit.to_string() }
    }
}

/// The word of a tab in its address, in the order of the keys.
pub const TABS: [&str; 7] =
    ["panoramica", "forniture", "contratti", "bollette", "pratiche", "documenti", "letture"];

/// The address of a tab, about a supply.
#[must_use]
pub fn tab_url(party: PartyId, tab: &str, point: Option<SupplyPointId>) -> String {
    CustomerShow::new(party).with(&CustomerTabQuery {
        tab: (tab != "panoramica").then(|| tab.to_owned()),
        point,
        ..CustomerTabQuery::default()
    })
}

/// The tabs with how many entries each holds, in the order of [`TABS`]; none leaves the figure out.
#[must_use]
pub fn tabs(
    t: &Texts,
    party: PartyId,
    point: Option<SupplyPointId>,
    current: &str,
    counts: [Option<u32>; 7],
    hidden: &[&str],
) -> Vec<Tab> {
    let labels = [
        t.customer_tab_overview(),
        t.customer_tab_supplies(),
        t.customer_tab_contracts(),
        t.customer_tab_bills(),
        t.customer_tab_cases(),
        t.customer_tab_papers(),
        t.customer_tab_readings(),
    ];
    TABS.iter()
        .zip(labels)
        .zip(counts)
        .filter(|((tab, _), _)| !hidden.contains(tab))
        .map(|((tab, label), count)| Tab {
            label,
            href: tab_url(party, tab, point),
            count,
            current: *tab == current,
        })
        .collect()
}

/// The bills of a customer, to print them again.
fn reprint_url(party: PartyId) -> String {
    BillList::new().with(&BillListQuery { party: Some(party), ..BillListQuery::default() })
}

/// What an account may see of a customer and do for them.
#[derive(Clone, Copy, Debug)]
pub struct May {
    /// See contracts, and with them supplies and readings.
    pub contracts: bool,
    /// See bills.
    pub bills: bool,
    /// Take money.
    pub till: bool,
    /// Begin a request.
    pub begin: bool,
    /// Record a contact.
    pub write: bool,
}

impl May {
    /// The tabs that are not there for this account.
    #[must_use]
    pub fn hidden(&self) -> Vec<&'static str> {
        let mut hidden = Vec::new();
        if !self.contracts {
            hidden.extend(["forniture", "contratti", "letture"]);
        }
        if !self.bills {
            hidden.push("bollette");
        }
        hidden
    }
}

/// The word under the digit 2: who may not use the till sees the bills.
fn pay_word(t: &Texts, till: bool) -> String {
    if till { t.customer_act_payment() } else { t.customer_act_bills() }
}

/// The acts on a customer, about the supply in view: what the page itself shows, and each procedure that has a digit. A
/// procedure's digit wins; a digit without anything behind it, or with what this role may not do, is not drawn. Who may
/// not use the till sees the bills instead.
#[must_use]
pub fn acts(
    t: &Texts,
    party: PartyId,
    point: Option<SupplyPointId>,
    procedures: impl IntoIterator<Item = (char, String, String)>,
    may: &May,
) -> Vec<Act> {
    let query = CaseNewQuery { party: Some(party), point, ..CaseNewQuery::default() };
    let go = |digit, label, href| Act { digit, label, href, starts: false };
    let tab = |tab: &str| tab_url(party, tab, point);
    let mut acts: Vec<Act> = procedures
        .into_iter()
        .map(|(digit, label, code)| Act { digit, label, href: CaseStart::new(code).url(), starts: true })
        .collect();
    let pays = if may.till { till_url(party, &[]) } else { tab("bollette") };
    for (allowed, own) in [
        (may.contracts, go('1', t.customer_act_reading(), tab("letture"))),
        (may.till || may.bills, go('2', pay_word(t, may.till), pays)),
        (may.bills, go('4', t.customer_act_reprint(), reprint_url(party))),
        (may.begin, go('0', t.customer_act_others(), CaseNew::new().with(&query))),
    ] {
        if allowed && acts.iter().all(|act| act.digit != own.digit) {
            acts.push(own);
        }
    }
    // 0 stands after 9, as on the keyboard.
    acts.sort_by_key(|act| if act.digit == '0' { ':' } else { act.digit });
    acts
}

/// The form that records a contact: in a dialog on the customer's page, and as a page of its own.
#[derive(Clone, Debug)]
pub struct ContactForm {
    /// Where it is sent.
    pub action: String,
    /// Where it leads without saving.
    pub back: String,
    /// What is wrong.
    pub errors: ErrorSummary,
    /// What it was about.
    pub subject: Field,
    /// What was said.
    pub body: Field,
    /// How: the kinds, the chosen one in `kind`.
    pub kinds: Vec<Choice>,
    /// The chosen kind.
    pub kind: String,
}

impl ContactForm {
    /// An empty form, or one with what was typed.
    #[must_use]
    pub fn new(t: &Texts, party: PartyId, kind: &str, subject: &str, body: &str) -> Self {
        Self {
            action: ContactNew::new(party).url(),
            back: CustomerShow::new(party).url(),
            errors: ErrorSummary::default(),
            subject: Field::text("oggetto", t.customer_contact_subject())
                .value(subject)
                .hint(t.customer_contact_subject_hint())
                .focus(),
            body: Field::new(FieldKind::Lines, "testo", t.customer_contact_body()).value(body).optional(),
            kinds: contact_kinds(t),
            kind: kind.to_owned(),
        }
    }

    /// Whether this is the chosen kind.
    #[must_use]
    pub fn is_chosen(&self, choice: &Choice) -> bool {
        self.kind == choice.value
    }
}

/// The kinds of contact a person can record.
#[must_use]
pub fn contact_kinds(t: &Texts) -> Vec<Choice> {
    ["call_in", "call_out", "visit", "email", "letter", "note"]
        .into_iter()
        .map(|kind| Choice { value: kind.to_owned(), label: contact_kind(t, kind) })
        .collect()
}

/// The name of a kind of contact.
#[must_use]
pub fn contact_kind(t: &Texts, kind: &str) -> String {
    match kind {
        "call_in" => t.customer_contact_call_in(),
        "call_out" => t.customer_contact_call_out(),
        "visit" => t.customer_contact_visit(),
        "email" => t.customer_contact_email(),
        "letter" => t.customer_contact_letter(),
        "pec" => t.customer_contact_pec(),
        "portal" => t.customer_contact_portal(),
        _ => t.customer_contact_note(),
    }
}

/// Recording a contact as a page of its own.
#[derive(Debug, Template)]
#[template(path = "customer/contact-page.html")]
pub struct ContactPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The customer.
    pub id: PartyId,
    /// Surname first.
    pub name: String,
    /// The form.
    pub form: ContactForm,
}

/// The list of customers.
#[derive(Debug, Template)]
#[template(path = "customer/list.html")]
pub struct CustomerListPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// What is listed, when that is less than all.
    pub only: Option<Chip>,
    /// What is searched.
    pub field: Field,
    /// Customers, those that fit best first; without a search in order of name.
    pub rows: Vec<CustomerRow>,
    /// The rows after these.
    pub more: Option<String>,
    /// What to say when there are none.
    pub empty: web::layout::Empty,
}

/// A customer in the list.
#[derive(Clone, Debug)]
pub struct CustomerRow {
    /// The customer.
    pub id: PartyId,
    /// Surname first.
    pub name: String,
    /// A company, else a person.
    pub company: bool,
    /// The customer number.
    pub number: String,
    /// Tax code or VAT number; empty when unknown.
    pub code: String,
    /// Street and town; empty when unknown.
    pub address: String,
    /// Since when, as a year or date.
    pub since: String,
    /// The contract the row is about; empty when it is about the customer.
    pub contract: String,
}
